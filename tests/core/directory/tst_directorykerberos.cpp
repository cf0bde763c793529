// SPDX-License-Identifier: MIT
// Against OpenLDAP's own server and MIT's own KDC.
#include "core/directory/directoryreader.h"
#include "tests/testkit/await.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawaykdc.h"
#include "tests/testkit/throwawayslapd.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_directorykerberos {

using namespace kakuin;
using namespace kakuin::directory;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using Security = DirectorySettings::Security;
using SignIn = DirectorySettings::SignIn;
using Servers = Result<QList<DirectoryServer>>;

class tst_DirectoryKerberos : public QObject {
    Q_OBJECT

    ThrowawayKdc m_kdc;
    QTemporaryDir m_folder;
    ThrowawaySlapd m_slapd;

    [[nodiscard]] DirectorySettings settings(Security security) const
    {
        DirectorySettings settings;
        settings.host = ThrowawaySlapd::host();
        settings.port = security == Security::Ldaps ? m_slapd.tlsPort() : m_slapd.port();
        settings.security = security;
        settings.signIn = SignIn::UserPassword;
        settings.user = ThrowawayKdc::user();
        settings.password = Secret(ThrowawayKdc::password());
        settings.caFile = m_slapd.caFile();
        return settings;
    }
    [[nodiscard]] static Servers read(const DirectorySettings &settings)
    {
        return await(readInternalTransportCertificates(settings), foreignPatienceMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY_RESULT(m_kdc.start());
        const QString keytab = m_folder.filePath(u"ldap.keytab"_s);
        QVERIFY_RESULT(m_kdc.administrate("addprinc -randkey ldap/127.0.0.1\nktadd -k " + keytab.toUtf8()
            + " ldap/127.0.0.1\naddprinc +requires_preauth -pw fremd stranger\n"));
        for (int i = 0; i < 300; ++i)
            m_slapd.addServer(u"EX%1"_s.arg(i), certificateDer(u"CN=EX%1"_s.arg(i % 3)));
        ThrowawaySlapd::Options options;
        options.keytab = keytab;
        QVERIFY_RESULT(m_slapd.start(options));
    }

    void password_leavesNoCopyInMemory()
    {
        if (!SoughtSecret::isPossible())
            QSKIP("freed memory is not wiped in this build");
        const SoughtSecret sought(ThrowawayKdc::password());
        for (const Security security : {Security::SaslProtected, Security::Ldaps}) {
            {
                const DirectorySettings with = settings(security);
                QVERIFY_RESULT(read(with));
                QVERIFY(!sought.copies().isEmpty()); // the settings of this test
            }
            QTRY_COMPARE(sought.copies(), QStringList());
        }
    }

    void kerberos_readsEverything_whateverTheSecurity_data()
    {
        QTest::addColumn<Security>("security");
        QTest::newRow("encrypted by Kerberos") << Security::SaslProtected;
        QTest::newRow("inside TLS") << Security::Ldaps;
        QTest::newRow("inside TLS, begun later") << Security::StartTls;
    }
    void kerberos_readsEverything_whateverTheSecurity()
    {
        QFETCH(Security, security);
        const Servers servers = read(settings(security));
        QVERIFY_RESULT(servers);
        QCOMPARE(servers->size(), 300);
        QTRY_VERIFY_WITH_TIMEOUT(m_slapd.log().contains("UNBIND"), foreignPatienceMs);
        const QByteArray strength
            = security == Security::SaslProtected ? "mech=GSSAPI bind_ssf=256 ssf=256" : "mech=GSSAPI bind_ssf=0";
        QVERIFY2(m_slapd.log().contains(strength), m_slapd.log().right(3000).constData());
    }

    void aTicketOfThisComputer_isUsed_andNobodysIsNot()
    {
        DirectorySettings current = settings(Security::SaslProtected);
        current.signIn = SignIn::CurrentTicket;
        current.user.clear();
        current.password = {};
        QCOMPARE(codeOf(read(current)), ErrorCode::KerberosNoTicket);
        QVERIFY_RESULT(m_kdc.getTicket());
        const Servers servers = read(current);
        QVERIFY_RESULT(servers);
        QCOMPARE(servers->size(), 300);
    }

    void whatIsWrong_hasItsCode_data()
    {
        QTest::addColumn<DirectorySettings>("wrong");
        QTest::addColumn<ErrorCode>("code");
        const auto row
            = [this](const char *tag, ErrorCode code, const std::function<void(DirectorySettings &)> &change) {
                  DirectorySettings wrong = settings(Security::SaslProtected);
                  change(wrong);
                  QTest::newRow(tag) << wrong << code;
              };
        row("password", ErrorCode::KerberosPasswordWrong, [](DirectorySettings &s) { s.password = Secret(u"x"_s); });
        row("user", ErrorCode::KerberosUserUnknown, [](DirectorySettings &s) { s.user = u"nobody@KAKUIN.TEST"_s; });
        row("somebody without rights", ErrorCode::DirectoryRightsMissing, [](DirectorySettings &s) {
            s.user = u"stranger@KAKUIN.TEST"_s;
            s.password = Secret(u"fremd"_s);
        });
        row("domain controller that the domain does not know", ErrorCode::KerberosServiceUnknown,
            [](DirectorySettings &s) { s.host = u"localhost"_s; });
    }
    void whatIsWrong_hasItsCode()
    {
        QFETCH(DirectorySettings, wrong);
        QFETCH(ErrorCode, code);
        const Servers servers = read(wrong);
        QVERIFY(!servers);
        if (servers.error().code != code)
            QVERIFY_RESULT(servers);
    }

    void theBoundOfAll_countsWhatComes_alsoWhenItIsEncrypted()
    {
        DirectorySettings tight = settings(Security::SaslProtected);
        tight.limits.totalBytes = 20'000;
        QCOMPARE(codeOf(read(tight)), ErrorCode::UnexpectedOutput);
    }
};

KAKUIN_TEST(tst_DirectoryKerberos, testkit::ThrowawaySlapd::requirement, testkit::ThrowawayKdc::requirement)

} // namespace tests::tst_directorykerberos

#include "tst_directorykerberos.moc"
