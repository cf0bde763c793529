// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/requirement.h"
#include "tests/testkit/throwawayserver.h"

namespace kakuin::testkit {

/// Mail and TLS servers that we did not write, one program an object. All of them show certificate().
/// Needs: Debian's exim4-daemon-light (GnuTLS), dovecot-imapd and dovecot-pop3d (OpenSSL), openssl.
class ThrowawayMail final : public ThrowawayServer {
public:
    ThrowawayMail() = default;
    Q_DISABLE_COPY_MOVE(ThrowawayMail)
    [[nodiscard]] static bool isInstalled();
    /// For KAKUIN_TEST.
    [[nodiscard]] static int requirement()
    {
        return requireInstalled(
            isInstalled(), "KAKUIN_REQUIRE_MAILSERVERS", "exim4-daemon-light, dovecot-imapd, dovecot-pop3d, openssl");
    }

    [[nodiscard]] Result<void> startExim(bool hasTls = true); ///< smtpPort()
    [[nodiscard]] Result<void> startDovecot(); ///< imapPort() to popTlsPort()
    /// OpenSSL's s_server: tlsPort(). A certificate that ends then, a key of that size.
    [[nodiscard]] Result<void> startTls(const QStringList &options = {},
        const QDateTime &notAfterUtc = QDateTime::currentDateTimeUtc().addDays(1), int keyBits = 2048);

    [[nodiscard]] quint16 smtpPort() const { return port(0); }
    [[nodiscard]] quint16 imapPort() const { return port(0); }
    [[nodiscard]] quint16 imapTlsPort() const { return port(1); }
    [[nodiscard]] quint16 popPort() const { return port(2); }
    [[nodiscard]] quint16 popTlsPort() const { return port(3); }
    [[nodiscard]] quint16 tlsPort() const { return port(0); }
    /// What exim has written into its log file.
    [[nodiscard]] QByteArray eximLog() const;
};

} // namespace kakuin::testkit
