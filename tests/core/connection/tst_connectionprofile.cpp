// SPDX-License-Identifier: MIT
#include "core/connection/connectionprofile.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_connectionprofile {

using namespace kakuin;
using namespace kakuin::connection;
using namespace Qt::StringLiterals;
using Kind = ConnectionProfile::Kind;

namespace {

const QString query = u"?serializationLevel=Full;clientApplication=ManagementShell;PSVersion=5.1.17763.592"_s;

ConnectionProfile server(const QString &address, SignIn signIn = SignIn::Kerberos)
{
    ConnectionProfile profile;
    profile.address = address;
    profile.signIn = signIn;
    return profile;
}

ConnectionProfile ssh(const QString &host, const QString &user = {})
{
    ConnectionProfile profile;
    profile.kind = Kind::Ssh;
    profile.address = host;
    profile.user = user;
    return profile;
}

} // namespace

class tst_ConnectionProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endpoint_isMadeOfWhatWasTyped_data();
    void endpoint_isMadeOfWhatWasTyped();
    void endpoint_isRefused_data();
    void endpoint_isRefused();
    void program_isSplitAsACommandLine();
    void ssh_asksNothing_andTakesNoOptions();
    void ssh_isRefused_whenAWordCouldBeAnOption_data();
    void ssh_isRefused_whenAWordCouldBeAnOption();
    void everyProblem_hasAName_andComesBack();
    void directory_isSignedInTo_asTheServer();
    void directory_isRefused_data();
    void directory_isRefused();
    void further_areChecked_andHaveNoPin();
    void misleadingName_isRefused();
    void password_isNeeded_onlyWhereItIsUsed();
    void sha256_isReadAsToolsShowIt();
};

void tst_ConnectionProfile::endpoint_isMadeOfWhatWasTyped_data()
{
    QTest::addColumn<ConnectionProfile>("profile");
    QTest::addColumn<QString>("url");
    QTest::newRow("a name, by Kerberos: http, which it encrypts")
        << server(u"ex01.contoso.com"_s) << u"http://ex01.contoso.com/PowerShell/"_s + query;
    QTest::newRow("a name, by password: https")
        << server(u"ex01.contoso.com"_s, SignIn::Basic) << u"https://ex01.contoso.com/PowerShell/"_s + query;
    QTest::newRow("a name, by certificate: https")
        << server(u"ex01"_s, SignIn::Certificate) << u"https://ex01/PowerShell/"_s + query;
    QTest::newRow("blanks around it") << server(u"  ex01 "_s) << u"http://ex01/PowerShell/"_s + query;
    QTest::newRow("a port") << server(u"ex01:8080"_s) << u"http://ex01:8080/PowerShell/"_s + query;
    QTest::newRow("a URL stays as it is, and gets the query")
        << server(u"https://mail.contoso.com/powershell"_s) << u"https://mail.contoso.com/powershell"_s + query;
    QTest::newRow("its own query stays") << server(u"https://mail.contoso.com/powershell?PSVersion=5.1"_s)
                                         << u"https://mail.contoso.com/powershell?PSVersion=5.1"_s;
    QTest::newRow("another service gets none") << server(u"http://ex01:5985/wsman"_s) << u"http://ex01:5985/wsman"_s;
    QTest::newRow("an address of version 6")
        << server(u"http://[fd00::1]/"_s) << u"http://[fd00::1]/PowerShell/"_s + query;
}

void tst_ConnectionProfile::endpoint_isMadeOfWhatWasTyped()
{
    QFETCH(const ConnectionProfile, profile);
    const Result<QUrl> url = endpointUrl(profile);
    QVERIFY_RESULT(url);
    QTEST(url->toString(), "url");
}

void tst_ConnectionProfile::endpoint_isRefused_data()
{
    QTest::addColumn<ConnectionProfile>("profile");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing") << server(u" "_s) << u"addressMissing"_s;
    QTest::newRow("far too long") << server(QString(5000, u'x')) << u"addressMalformed"_s;
    QTest::newRow("no host") << server(u"http:///PowerShell"_s) << u"addressMalformed"_s;
    QTest::newRow("another scheme") << server(u"file://ex01/PowerShell"_s) << u"schemeUnknown"_s;
    QTest::newRow("a password over http")
        << server(u"http://ex01/PowerShell"_s, SignIn::Basic) << u"passwordOverHttp"_s;
    QTest::newRow("a certificate over http")
        << server(u"http://ex01/PowerShell"_s, SignIn::Certificate) << u"passwordOverHttp"_s;
    QTest::newRow("a password inside") << server(u"https://admin:geheim@ex01/"_s) << u"userInAddress"_s;
}

void tst_ConnectionProfile::endpoint_isRefused()
{
    QFETCH(const ConnectionProfile, profile);
    const Result<QUrl> url = endpointUrl(profile);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
    QTEST(url.error().detail, "detail");
    QVERIFY2(!url.error().subject.contains(u"geheim"), "the error is shown and logged");
}

void tst_ConnectionProfile::program_isSplitAsACommandLine()
{
    ConnectionProfile profile;
    profile.kind = Kind::Program;
    profile.command = u"\"/opt/power shell/pwsh\" -s -NoProfile"_s;
    QCOMPARE(programCall(profile).value_or(QStringList()),
        QStringList({u"/opt/power shell/pwsh"_s, u"-s"_s, u"-NoProfile"_s}));
    QCOMPARE(peerName(profile), u"pwsh"_s);
    profile.command = u"  "_s;
    QVERIFY(!programCall(profile));
}

void tst_ConnectionProfile::ssh_asksNothing_andTakesNoOptions()
{
    QCOMPARE(programCall(ssh(u"ex01:2222"_s, u"CONTOSO\\admin"_s)).value_or(QStringList()),
        QStringList({u"ssh"_s, u"-T"_s, u"-o"_s, u"BatchMode=yes"_s, u"-p"_s, u"2222"_s, u"-l"_s, u"CONTOSO\\admin"_s,
            u"-s"_s, u"ex01"_s, u"powershell"_s}));
    QCOMPARE(peerName(ssh(u"ex01:2222"_s)), u"ex01"_s);
}

void tst_ConnectionProfile::ssh_isRefused_whenAWordCouldBeAnOption_data()
{
    QTest::addColumn<ConnectionProfile>("profile");
    QTest::addColumn<ProfileProblem>("problem");
    QTest::newRow("no host") << ssh(QString()) << ProfileProblem::AddressMissing;
    QTest::newRow("an option for a host") << ssh(u"-oProxyCommand=reboot"_s) << ProfileProblem::HostMalformed;
    QTest::newRow("an option for a user") << ssh(u"ex01"_s, u"-F/tmp/x"_s) << ProfileProblem::UserMalformed;
    QTest::newRow("two words") << ssh(u"ex01 reboot"_s) << ProfileProblem::HostMalformed;
    QTest::newRow("a port that is none") << ssh(u"ex01:ssh"_s) << ProfileProblem::PortMalformed;
    QTest::newRow("a port too high") << ssh(u"ex01:65536"_s) << ProfileProblem::PortMalformed;
}

void tst_ConnectionProfile::ssh_isRefused_whenAWordCouldBeAnOption()
{
    QFETCH(const ConnectionProfile, profile);
    const Result<QStringList> call = programCall(profile);
    QVERIFY(!call);
    QCOMPARE(call.error().code, ErrorCode::InvalidArgument);
    QTEST(problemOf(call.error()).value_or(ProfileProblem::PinMalformed), "problem");
}

void tst_ConnectionProfile::everyProblem_hasAName_andComesBack()
{
    for (int i = 0; i <= static_cast<int>(ProfileProblem::DirectoryUnprotected); ++i) {
        const auto problem = static_cast<ProfileProblem>(i);
        QVERIFY(!nameOf(problem).isEmpty());
        QCOMPARE(problemOf({ErrorCode::InvalidArgument, {}, nameOf(problem)}), std::optional(problem));
    }
    QVERIFY(!problemOf({ErrorCode::InvalidArgument, {}, u"something"_s}));
    QVERIFY(!problemOf({ErrorCode::ServerError, {}, nameOf(ProfileProblem::PinMalformed)}));
}

void tst_ConnectionProfile::directory_isSignedInTo_asTheServer()
{
    using Settings = directory::DirectorySettings;
    const Secret password(u"geheim"_s);
    ConnectionProfile profile = server(u"ex01"_s);
    QVERIFY(!directorySettings(profile, password)->has_value());
    profile.directoryAddress = u"dc01.contoso.com"_s;
    profile.authorityFile = u"/etc/ca.pem"_s;
    std::optional<Settings> settings = *directorySettings(profile, password);
    QCOMPARE(settings->host, u"dc01.contoso.com"_s);
    QCOMPARE(settings->port, quint16{0});
    QCOMPARE(settings->caFile, u"/etc/ca.pem"_s);
    QCOMPARE(settings->security, DirectorySecurity::SaslProtected);
    QCOMPARE(settings->signIn, Settings::SignIn::CurrentTicket);
    QVERIFY(settings->password.isEmpty());
    profile.user = u"admin@CONTOSO.COM"_s;
    settings = *directorySettings(profile, password);
    QCOMPARE(settings->signIn, Settings::SignIn::UserPassword);
    QCOMPARE(settings->user, u"admin@CONTOSO.COM"_s);
    QCOMPARE(settings->password, password);
    profile.signIn = SignIn::Basic;
    profile.directoryAddress = u"ldaps://dc01:3269"_s;
    settings = *directorySettings(profile, password);
    QCOMPARE(settings->signIn, Settings::SignIn::Simple);
    QCOMPARE(settings->security, DirectorySecurity::Ldaps);
    QCOMPARE(settings->port, quint16{3269});
    profile.signIn = SignIn::Certificate; // which the directory does not take: the ticket of this computer
    settings = *directorySettings(profile, password);
    QCOMPARE(settings->signIn, Settings::SignIn::CurrentTicket);
}

void tst_ConnectionProfile::directory_isRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<SignIn>("signIn");
    QTest::addColumn<ProfileProblem>("problem");
    QTest::newRow("another scheme") << u"https://dc01"_s << SignIn::Kerberos << ProfileProblem::DirectoryMalformed;
    QTest::newRow("two words") << u"dc01 dc02"_s << SignIn::Kerberos << ProfileProblem::DirectoryMalformed;
    QTest::newRow("no port") << u"dc01:ldap"_s << SignIn::Kerberos << ProfileProblem::DirectoryMalformed;
    QTest::newRow("port 0") << u"dc01:0"_s << SignIn::Kerberos << ProfileProblem::DirectoryMalformed;
    QTest::newRow("more than a name") << u"ldap://dc01/dc=contoso"_s << SignIn::Kerberos
                                      << ProfileProblem::DirectoryMalformed;
    QTest::newRow("a password inside") << u"ldap://admin:geheim@dc01"_s << SignIn::Kerberos
                                       << ProfileProblem::DirectoryMalformed;
    QTest::newRow("a password in clear") << u"dc01"_s << SignIn::Basic << ProfileProblem::DirectoryUnprotected;
}

void tst_ConnectionProfile::directory_isRefused()
{
    QFETCH(const QString, address);
    QFETCH(const SignIn, signIn);
    ConnectionProfile profile = server(u"ex01"_s, signIn);
    profile.user = u"admin"_s;
    profile.directoryAddress = address;
    const Result<void> usable = check(profile);
    QVERIFY(!usable);
    QVERIFY(problemOf(usable.error()).has_value());
    QTEST(*problemOf(usable.error()), "problem");
    QVERIFY2(!usable.error().subject.contains(u"geheim"), "the error is shown and logged");
}

void tst_ConnectionProfile::further_areChecked_andHaveNoPin()
{
    ConnectionProfile profile = server(u"ex01"_s);
    profile.pinnedSha256 = QByteArray(32, 'x');
    profile.servicePrincipal = u"HTTP@ex01"_s;
    profile.furtherAddresses = QStringList{u"ex02"_s, u"http://ex03:8080/"_s};
    QVERIFY_RESULT(check(profile));
    const ConnectionProfile further = furtherProfile(profile, u"ex02"_s);
    QCOMPARE(further.address, u"ex02"_s);
    QVERIFY(further.pinnedSha256.isEmpty() && further.servicePrincipal.isEmpty() && further.furtherAddresses.isEmpty());
    profile.furtherAddresses.append(u"file://ex04"_s);
    QCOMPARE(problemOf(check(profile).error()), std::optional(ProfileProblem::SchemeUnknown));
    profile.furtherAddresses.clear();
    for (int i = 0; i <= ConnectionProfile::mostFurtherAddresses; ++i)
        profile.furtherAddresses.append(u"ex%1"_s.arg(i));
    QCOMPARE(problemOf(check(profile).error()), std::optional(ProfileProblem::TooManyFurther));
}

void tst_ConnectionProfile::misleadingName_isRefused()
{
    using Member = QString ConnectionProfile::*;
    for (const Member member : {&ConnectionProfile::name, &ConnectionProfile::address, &ConnectionProfile::user,
             &ConnectionProfile::servicePrincipal, &ConnectionProfile::directoryAddress}) {
        ConnectionProfile profile = server(u"ex01"_s);
        QVERIFY(check(profile));
        profile.*member = u"ex01\u202e"_s;
        const Result<void> checked = check(profile);
        QVERIFY(!checked);
        QCOMPARE(problemOf(checked.error()), std::optional(ProfileProblem::NameUnsafe));
    }
    ConnectionProfile profile = server(u"ex01"_s);
    profile.furtherAddresses = {u"ex02"_s, u"ex\u200b03"_s};
    QCOMPARE(problemOf(check(profile).error()), std::optional(ProfileProblem::NameUnsafe));
}

void tst_ConnectionProfile::password_isNeeded_onlyWhereItIsUsed()
{
    QVERIFY(!needsPassword(server(u"ex01"_s)));
    ConnectionProfile profile = server(u"ex01"_s);
    profile.user = u"admin@CONTOSO.COM"_s;
    QVERIFY(needsPassword(profile));
    profile.signIn = SignIn::Certificate;
    QVERIFY(!needsPassword(profile));
    QVERIFY(needsPassword(server(u"ex01"_s, SignIn::Basic)));
    QVERIFY(!needsPassword(ssh(u"ex01"_s, u"admin"_s)));
}

void tst_ConnectionProfile::sha256_isReadAsToolsShowIt()
{
    const QByteArray digest(32, '\xA5');
    const QString plain = QString::fromLatin1(digest.toHex());
    QCOMPARE(sha256FromText(plain).value_or(QByteArray()), digest);
    QCOMPARE(sha256FromText(plain.toUpper()).value_or(QByteArray()), digest);
    QCOMPARE(sha256FromText(QString::fromLatin1(digest.toHex(':'))).value_or(QByteArray()), digest);
    QCOMPARE(sha256FromText(u' ' + QString::fromLatin1(digest.toHex(' ')) + u'\n').value_or(QByteArray()), digest);
    for (const QString &bad : {QString(), plain.chopped(1), plain + u'0', plain.chopped(1) + u'g'})
        QCOMPARE(testkit::codeOf(sha256FromText(bad)), ErrorCode::InvalidArgument);
}

KAKUIN_TEST(tst_ConnectionProfile)

} // namespace tests::tst_connectionprofile

#include "tst_connectionprofile.moc"
