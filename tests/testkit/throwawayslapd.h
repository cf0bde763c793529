// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/requirement.h"
#include "tests/testkit/throwawayserver.h"

namespace kakuin::testkit {

/// A directory of its own: OpenLDAP's slapd on the loopback with Exchange's two schema elements, its files in a
/// temporary folder, gone with this object.
/// Shape:   addServer() and the like, then start(). The forest is contoso.com; reader() with password() may sign in
///          and read all but the certificates of servers whose names begin with HIDDEN; stranger() may read nothing.
/// Needs:   Debian's slapd; for signing in by Kerberos also libsasl2-modules-gssapi-mit and a ThrowawayKdc.
class ThrowawaySlapd final : public ThrowawayServer {
public:
    struct Options final {
        QString keytab = {}; ///< with keys for LDAP
        bool hasConfigurationContext = true; ///< false: as a directory that is no Active Directory
        bool hasTls = true;
        int mostEntries = 0; ///< of one answer, for everybody; 0: any
    };
    ThrowawaySlapd() = default;
    Q_DISABLE_COPY_MOVE(ThrowawaySlapd)
    [[nodiscard]] static bool isInstalled();
    /// For KAKUIN_TEST.
    [[nodiscard]] static int requirement() { return requireInstalled(isInstalled(), "KAKUIN_REQUIRE_SLAPD", "slapd"); }

    /// No certificate: the attribute is missing.
    void addServer(const QString &name, const QByteArray &certificate);
    [[nodiscard]] Result<void> start(const Options &options);
    [[nodiscard]] Result<void> start() { return start(Options()); }

    // host() is not "localhost": for that the library looks for the computer's own name
    [[nodiscard]] quint16 port() const { return ThrowawayServer::port(0); } ///< LDAP, StartTLS
    [[nodiscard]] quint16 tlsPort() const { return ThrowawayServer::port(1); } ///< LDAPS
    [[nodiscard]] static QString base() { return QStringLiteral("CN=Configuration,DC=contoso,DC=com"); }
    [[nodiscard]] static QString serversDn();
    [[nodiscard]] static QString reader() { return QStringLiteral("CN=reader,") + base(); }
    [[nodiscard]] static QString stranger() { return QStringLiteral("CN=stranger,") + base(); }
    [[nodiscard]] static QString password() { return QStringLiteral("geheim-秘密"); }

private:
    [[nodiscard]] Result<void> writeFiles(const Options &options);
    [[nodiscard]] Result<void> fill();

    QByteArray m_servers; ///< LDIF
};

} // namespace kakuin::testkit
