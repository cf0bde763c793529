// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QProcess>

namespace kakuin::bench {

/// A server in a process of its own: WS-Management over HTTPS on the loopback, with a certificate of its own, whose
/// Get-ExchangeCertificate answers with that many certificates, written before. It also answers "bytes N" with N bytes.
class CertificateServer final {
public:
    CertificateServer() = default;
    ~CertificateServer();
    Q_DISABLE_COPY_MOVE(CertificateServer)

    /// Errors: whatever keeps it from serving.
    [[nodiscard]] Result<void> start(int certificates);
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString caFile() const { return m_caFile; }

    /// The process itself: serves until its input ends; answers with its exit code.
    [[nodiscard]] static int serve(int certificates);

private:
    QProcess m_process;
    QString m_url;
    QString m_caFile;
};

} // namespace kakuin::bench
