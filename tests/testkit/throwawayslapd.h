// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace kakuin::testkit {

/// A directory of its own: OpenLDAP's slapd on the loopback with Exchange's two schema elements, its files in a
/// temporary folder, gone with this object.
/// Shape:   addServer() and the like, then start(). The forest is contoso.com; reader() with password() may sign in
/// and
///          read all but the certificates of servers whose names begin with HIDDEN; stranger() may read nothing.
/// Needs:   Debian's slapd; for signing in by Kerberos also libsasl2-modules-gssapi-mit and a ThrowawayKdc.
class ThrowawaySlapd final {
public:
    struct Options final {
        QString keytab = {}; ///< with keys for LDAP
        bool hasConfigurationContext = true; ///< false: as a directory that is no Active Directory
        bool hasTls = true;
        int mostEntries = 0; ///< of one answer, for everybody; 0: any
    };
    ThrowawaySlapd() = default;
    ~ThrowawaySlapd();
    Q_DISABLE_COPY_MOVE(ThrowawaySlapd)
    [[nodiscard]] static bool isInstalled();

    /// No certificate: the attribute is missing.
    void addServer(const QString &name, const QByteArray &certificate);
    [[nodiscard]] Result<void> start(const Options &options);
    [[nodiscard]] Result<void> start() { return start(Options()); }
    void stop();

    /// As the certificate has it. Not "localhost": for that the library looks for the computer's own name.
    [[nodiscard]] static QString host() { return QStringLiteral("127.0.0.1"); }
    [[nodiscard]] quint16 port() const { return m_port; } ///< LDAP, StartTLS
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; } ///< LDAPS
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] static QString base() { return QStringLiteral("CN=Configuration,DC=contoso,DC=com"); }
    [[nodiscard]] static QString serversDn();
    [[nodiscard]] static QString reader() { return QStringLiteral("CN=reader,") + base(); }
    [[nodiscard]] static QString stranger() { return QStringLiteral("CN=stranger,") + base(); }
    [[nodiscard]] static QString password() { return QStringLiteral("geheim-秘密"); }
    /// What slapd has written down: operations, as its log has them.
    [[nodiscard]] QByteArray log();

private:
    void findPorts();
    [[nodiscard]] Result<void> makeCertificate();
    [[nodiscard]] Result<void> writeFiles(const Options &options);
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] Result<void> waitUntilItListens();
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    QProcess m_slapd;
    QByteArray m_log;
    QByteArray m_servers; ///< LDIF
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
};

/// What a test program returns when there is no slapd: ctest shows it as skipped. With KAKUIN_REQUIRE_SLAPD in the
/// environment it counts as a failure.
[[nodiscard]] int missingSlapdExitCode();

} // namespace kakuin::testkit

/// QTEST_GUILESS_MAIN for tests that need a slapd.
#define KAKUIN_SLAPD_TEST_MAIN(Test)                                                                                   \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        if (!kakuin::testkit::ThrowawaySlapd::isInstalled())                                                           \
            return kakuin::testkit::missingSlapdExitCode();                                                            \
        QCoreApplication app(argc, argv);                                                                              \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
