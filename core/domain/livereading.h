// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/certificatefacts.h"
#include "core/domain/serverid.h"

#include <chrono>

namespace kakuin::domain {

/// What answers on a port of an Exchange server.
enum class LiveService {
    FrontEnd, ///< IIS, Default Web Site
    BackEnd, ///< IIS, Exchange Back End
    WmSvc, ///< the Web Management Service
    Smtp,
    Imap,
    Pop,
};

/// A port that can be asked which certificate it serves.
struct LivePort final {
    quint16 number = 0;
    LiveService service = LiveService::FrontEnd;
    bool startsWithTls = true; ///< false: TLS begins after STARTTLS (STLS with POP)

    /// "SMTP 25", "HTTPS 443": technical names, never translated.
    [[nodiscard]] QString name() const;
    /// What IIS serves: a binding names exactly one certificate. Of mail services Exchange chooses one itself.
    [[nodiscard]] bool isWeb() const { return service <= LiveService::WmSvc; }
    friend bool operator==(const LivePort &, const LivePort &) = default;
};

/// The certificate that a port proved to have the key of, in a TLS handshake.
struct ServedCertificate final {
    CertificateFacts facts; ///< of the first: the server's own
    QList<QByteArray> chain; ///< DER, as sent, the server's own first
    QByteArray sha256; ///< of the first
    QString tlsVersion; ///< "TLSv1.2"

    friend bool operator==(const ServedCertificate &, const ServedCertificate &) = default;
};

/// What one port of one server answered, and when. A failed reading stands in the place of what was read before: what
/// a port served an hour ago is no answer to the question of now.
/// Errors: HostNameUnknown, PortClosed, NoAnswer, ConnectionLost, ServiceForeign (does not speak the protocol),
///         ServiceUnavailable (does, and offers or begins no TLS), TlsFailed, MalformedCertificate; subject: the host.
struct LiveReading final {
    ServerId server;
    LivePort port;
    Result<ServedCertificate> served = fail(ErrorCode::NotRead);
    QDateTime atUtc;
    std::chrono::milliseconds duration{0};

    [[nodiscard]] bool shows(const Thumbprint &thumbprint) const
    {
        return served && served->facts.thumbprint == thumbprint;
    }
    friend bool operator==(const LiveReading &, const LiveReading &) = default;
};

} // namespace kakuin::domain
