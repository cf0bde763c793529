// SPDX-License-Identifier: MIT
// Against OpenLDAP's own server.
#include "core/directory/directoryreader.h"

#include "core/base/processprotection.h"
#include "core/x509/reader.h"
#include "tests/testkit/await.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawayslapd.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_directoryreader {

using namespace kakuin;
using namespace kakuin::directory;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using Security = DirectorySettings::Security;
using SignIn = DirectorySettings::SignIn;
using Servers = Result<QList<DirectoryServer>>;

class tst_DirectoryReader : public QObject {
    Q_OBJECT

    std::unique_ptr<ThrowawaySlapd> m_slapd;
    QTemporaryDir m_keyLog;
    QByteArray m_mailbox = certificateDer(u"CN=EX01"_s);
    QByteArray m_access = certificateDer(u"CN=EXCAS1"_s);

    [[nodiscard]] DirectorySettings settings(Security security = Security::Ldaps) const
    {
        DirectorySettings settings;
        settings.host = ThrowawaySlapd::host();
        settings.port = security == Security::Ldaps ? m_slapd->tlsPort() : m_slapd->port();
        settings.security = security;
        settings.signIn = SignIn::Simple;
        settings.user = ThrowawaySlapd::reader();
        settings.password = Secret(ThrowawaySlapd::password());
        settings.caFile = m_slapd->caFile();
        return settings;
    }
    [[nodiscard]] static Servers read(const DirectorySettings &settings)
    {
        return await(readInternalTransportCertificates(settings), foreignPatienceMs);
    }
    [[nodiscard]] static DirectoryServer named(const Servers &servers, const QString &name)
    {
        for (const DirectoryServer &server : servers.value_or(QList<DirectoryServer>())) {
            if (server.server == domain::ServerId(name))
                return server;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The person's ldap.conf may switch verification off for other programs; not for this one. The library looks
        // once, at its first use.
        qputenv("LDAPTLS_REQCERT", "never");
        qputenv("SSLKEYLOGFILE", QFile::encodeName(m_keyLog.filePath(u"keys"_s)));
        ignoreTlsKeyLogs(); // as the program does
        m_slapd = std::make_unique<ThrowawaySlapd>();
        m_slapd->addServer(u"EX01"_s, m_mailbox);
        m_slapd->addServer(u"EXCAS1"_s, m_access);
        m_slapd->addServer(u"EXBAD"_s, "no certificate");
        m_slapd->addServer(u"EXNONE"_s, {});
        m_slapd->addServer(u"HIDDEN1"_s, m_access);
        QVERIFY_RESULT(m_slapd->start());
    }

    void everyServer_isRead_whateverTheSecurity_data()
    {
        QTest::addColumn<Security>("security");
        QTest::newRow("TLS from the first byte") << Security::Ldaps;
        QTest::newRow("TLS before anything else") << Security::StartTls;
    }
    void everyServer_isRead_whateverTheSecurity()
    {
        QFETCH(Security, security);
        const Servers servers = read(settings(security));
        QVERIFY_RESULT(servers);
        QCOMPARE(servers->size(), 5);
        const DirectoryServer found = named(servers, u"EXCAS1"_s);
        QVERIFY_RESULT(found.transport);
        QCOMPARE(found.transport->thumbprint, x509::readDer(m_access)->thumbprint);
        QCOMPARE(found.transport->origin, domain::TransportAssignment::Origin::Directory);
        QCOMPARE(found.transport->server, domain::ServerId(u"excas1"_s));
        QCOMPARE(found.certificate, m_access);
        QCOMPARE(found.fqdn, u"excas1.contoso.com"_s);
        QCOMPARE(found.networkAddresses.size(), 2);
        QCOMPARE(found.distinguishedName.toLower(), (u"cn=excas1,"_s + ThrowawaySlapd::serversDn()).toLower());
    }

    void password_leavesNoCopyInMemory()
    {
        if (!SoughtSecret::isPossible())
            QSKIP("freed memory is not wiped in this build");
        const SoughtSecret sought(ThrowawaySlapd::password());
        for (const Security security : {Security::Ldaps, Security::StartTls}) {
            {
                const DirectorySettings with = settings(security);
                QVERIFY_RESULT(read(with));
                QVERIFY(!sought.copies().isEmpty()); // the settings of this test
            }
            QTRY_COMPARE(sought.copies(), QStringList());
        }
    }

    // libldap's GnuTLS would write the keys there
    void keysOfConnections_areWrittenNowhere()
    {
        QVERIFY(!qEnvironmentVariableIsSet("SSLKEYLOGFILE"));
        QVERIFY_RESULT(read(settings()));
        QVERIFY(!QFile::exists(m_keyLog.filePath(u"keys"_s)));
    }

    void whatOneServerLacks_takesNothingFromTheOthers()
    {
        const Servers servers = read(settings());
        QVERIFY_RESULT(servers);
        QCOMPARE(codeOf(named(servers, u"EXBAD"_s).transport), ErrorCode::MalformedCertificate);
        QCOMPARE(named(servers, u"EXBAD"_s).transport.error().subject, u"EXBAD"_s);
        QVERIFY_RESULT(named(servers, u"EX01"_s).transport);
    }

    // "None" would let a person remove the certificate that the server uses
    void aCertificateThatIsNotShown_isNotKnown_whetherHiddenOrNotSet()
    {
        const Servers servers = read(settings());
        QCOMPARE(codeOf(named(servers, u"HIDDEN1"_s).transport), ErrorCode::DirectoryValueMissing);
        QCOMPARE(codeOf(named(servers, u"EXNONE"_s).transport), ErrorCode::DirectoryValueMissing);
    }

    void smallPages_giveTheSame()
    {
        DirectorySettings small = settings();
        const Servers atOnce = read(small);
        small.limits.pageSize = 2;
        QCOMPARE(read(small), atOnce);
    }

    void tooMuch_isRefused_data()
    {
        QTest::addColumn<DirectoryLimits>("limits");
        const auto row = [](const char *tag, const std::function<void(DirectoryLimits &)> &change) {
            DirectoryLimits limits;
            limits.pageSize = 2;
            change(limits);
            QTest::newRow(tag) << limits;
        };
        row("entries", [](DirectoryLimits &limits) { limits.entries = 3; });
        row("pages", [](DirectoryLimits &limits) { limits.pages = 2; });
        row("bytes of a message", [](DirectoryLimits &limits) { limits.messageBytes = 500; });
        row("bytes of all", [](DirectoryLimits &limits) { limits.totalBytes = 4'000; });
    }
    void tooMuch_isRefused()
    {
        QFETCH(DirectoryLimits, limits);
        DirectorySettings tight = settings();
        tight.limits = limits;
        QCOMPARE(codeOf(read(tight)), ErrorCode::UnexpectedOutput);
    }

    void aHugeValue_isAnErrorInItsPlace()
    {
        DirectorySettings tight = settings();
        tight.limits.valueBytes = 100;
        const Servers servers = read(tight);
        QCOMPARE(codeOf(named(servers, u"EX01"_s).transport), ErrorCode::MalformedCertificate);
        QVERIFY(named(servers, u"EX01"_s).certificate.isEmpty());
    }

    void whatIsWrong_hasItsCode_data()
    {
        QTest::addColumn<DirectorySettings>("wrong");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [this](const char *tag, ErrorCode code, const QString &subject,
                             const std::function<void(DirectorySettings &)> &change) {
            DirectorySettings wrong = settings();
            change(wrong);
            QTest::newRow(tag) << wrong << code << subject;
        };
        const QString host = ThrowawaySlapd::host();
        row("password", ErrorCode::SignInRefused, host, [](DirectorySettings &s) { s.password = Secret(u"falsch"_s); });
        row("user that is no name", ErrorCode::SignInRefused, host, [](DirectorySettings &s) { s.user = u"x=,"_s; });
        row("no password", ErrorCode::InvalidArgument, host, [](DirectorySettings &s) { s.password = {}; });
        row("no user", ErrorCode::InvalidArgument, host, [](DirectorySettings &s) { s.user.clear(); });
        row("password without TLS", ErrorCode::InvalidArgument, host,
            [](DirectorySettings &s) { s.security = Security::SaslProtected; });
        row("no host", ErrorCode::InvalidArgument, {}, [](DirectorySettings &s) { s.host.clear(); });
        row("host with a URL in it", ErrorCode::InvalidArgument, u"localhost/x"_s,
            [](DirectorySettings &s) { s.host = u"localhost/x"_s; });
        row("unknown host", ErrorCode::HostNameUnknown, u"nobody.invalid"_s,
            [](DirectorySettings &s) { s.host = u"nobody.invalid"_s; });
        row("closed port", ErrorCode::PortClosed, host, [](DirectorySettings &s) { s.port = 1; });
        row("base that is not there", ErrorCode::InvalidArgument, u"CN=Configuration,DC=nobody,DC=com"_s,
            [](DirectorySettings &s) { s.baseDn = u"CN=Configuration,DC=nobody,DC=com"_s; });
        row("somebody without rights", ErrorCode::DirectoryRightsMissing, host,
            [](DirectorySettings &s) { s.user = ThrowawaySlapd::stranger(); });
        row("TLS where there is none", ErrorCode::TlsFailed, host,
            [this](DirectorySettings &s) { s.port = m_slapd->port(); });
        row("authorities that are not there", ErrorCode::FileNotFound, u"/nowhere/ca.pem"_s,
            [](DirectorySettings &s) { s.caFile = u"/nowhere/ca.pem"_s; });
        row("authorities that are none", ErrorCode::MalformedPem, u"/etc/hostname"_s,
            [](DirectorySettings &s) { s.caFile = u"/etc/hostname"_s; });
        row("certificate of nobody that is trusted", ErrorCode::TlsCertificateUntrusted, host,
            [](DirectorySettings &s) { s.caFile.clear(); });
        row("certificate for another name", ErrorCode::TlsCertificateForAnotherName, u"localhost"_s,
            [](DirectorySettings &s) { s.host = u"localhost"_s; });
        row("the same after StartTLS", ErrorCode::TlsCertificateForAnotherName, u"localhost"_s,
            [this](DirectorySettings &s) {
                s.host = u"localhost"_s;
                s.security = Security::StartTls;
                s.port = m_slapd->port();
            });
    }
    void whatIsWrong_hasItsCode()
    {
        QFETCH(DirectorySettings, wrong);
        QFETCH(ErrorCode, code);
        QFETCH(QString, subject);
        const Servers servers = read(wrong);
        QVERIFY(!servers);
        if (servers.error().code != code)
            QVERIFY_RESULT(servers);
        QCOMPARE(servers.error().code, code);
        QCOMPARE(servers.error().subject, subject);
    }

    void aRefusedPassword_isNotTriedAgain()
    {
        ThrowawaySlapd other;
        QVERIFY_RESULT(other.start());
        DirectorySettings wrong = settings();
        wrong.port = other.tlsPort();
        wrong.caFile = other.caFile();
        wrong.password = Secret(u"falsch"_s);
        const DirectorySource source = directorySource(wrong);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(await(source(), foreignPatienceMs)), ErrorCode::SignInRefused);
        QTRY_VERIFY_WITH_TIMEOUT(other.log().contains("UNBIND"), foreignPatienceMs);
        QCOMPARE(other.log().count("err=49"), 1);
    }

    void aSource_readsAfreshEachTime()
    {
        const DirectorySource source = directorySource(settings());
        const qsizetype before = m_slapd->log().count("UNBIND");
        QVERIFY_RESULT(await(source(), foreignPatienceMs));
        QVERIFY_RESULT(await(source(), foreignPatienceMs));
        QTRY_COMPARE_WITH_TIMEOUT(m_slapd->log().count("UNBIND"), before + 2, foreignPatienceMs);
    }

    // see initTestCase()
    void verification_cannotBeSwitchedOff_fromOutside()
    {
        DirectorySettings untrusted = settings();
        untrusted.caFile.clear();
        QCOMPARE(codeOf(read(untrusted)), ErrorCode::TlsCertificateUntrusted);
    }

    void aDirectoryThatIsNoActiveDirectory_isForeign()
    {
        ThrowawaySlapd other;
        ThrowawaySlapd::Options options;
        options.hasConfigurationContext = false;
        QVERIFY_RESULT(other.start(options));
        DirectorySettings elsewhere = settings();
        elsewhere.port = other.tlsPort();
        elsewhere.caFile = other.caFile();
        QCOMPARE(codeOf(read(elsewhere)), ErrorCode::DirectoryForeign);
        elsewhere.baseDn = ThrowawaySlapd::base();
        const Servers none = read(elsewhere);
        QVERIFY_RESULT(none);
        QVERIFY(none->isEmpty());
    }

    void aDirectoryWithALimit_isUnavailable_andItsPartIsNotTakenForAll()
    {
        ThrowawaySlapd other;
        for (int i = 0; i < 10; ++i)
            other.addServer(u"EX%1"_s.arg(i), m_mailbox);
        ThrowawaySlapd::Options options;
        options.mostEntries = 4;
        QVERIFY_RESULT(other.start(options));
        DirectorySettings elsewhere = settings();
        elsewhere.port = other.tlsPort();
        elsewhere.caFile = other.caFile();
        elsewhere.limits.pageSize = 3;
        QCOMPARE(codeOf(read(elsewhere)), ErrorCode::DirectoryUnavailable);
    }

    void manyServers_comeInOneSearch()
    {
        ThrowawaySlapd other;
        for (int i = 0; i < 450; ++i)
            other.addServer(u"EX%1"_s.arg(i), m_mailbox);
        QVERIFY_RESULT(other.start());
        DirectorySettings elsewhere = settings();
        elsewhere.port = other.tlsPort();
        elsewhere.caFile = other.caFile();
        const Servers servers = read(elsewhere);
        QVERIFY_RESULT(servers);
        QCOMPARE(servers->size(), 450);
        QTRY_VERIFY_WITH_TIMEOUT(other.log().contains(" UNBIND"), foreignPatienceMs); // it closes properly
        QCOMPARE(other.log().count(" BIND dn="), 2); // one sign-in: asked, and noted as whom
        QCOMPARE(other.log().count(" SRCH base="), 4); // the root, and three pages
    }

    void reading_neverWrites()
    {
        const QByteArray log = m_slapd->log();
        for (const char *change : {" MOD ", " ADD ", " DEL ", " MODRDN ", " PASSMOD"})
            QVERIFY2(!log.contains(change), change);
        QVERIFY(log.contains("SRCH"));
    }
};

KAKUIN_TEST(tst_DirectoryReader, testkit::ThrowawaySlapd::requirement)

} // namespace tests::tst_directoryreader

#include "tst_directoryreader.moc"
