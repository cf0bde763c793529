// SPDX-License-Identifier: MIT
#include "labserver/labserver.h"

#include "core/connection/shellopener.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QSignalSpy>

namespace tests::tst_labserver {

using namespace Qt::StringLiterals;
using namespace kakuin;
using labserver::Fault;
using labserver::LabServer;
using testkit::await;

/// The practice organisation over HTTPS, by the program's own way in: what each fault does to one command, and that the
/// server is there again afterwards.
class tst_LabServer final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void organisation_isReadAndChanged_overTheNetwork();
    void clients_haveShellsOfTheirOwn();
    void client_isSpokenToInItsLanguage();
    void stranger_isRefused_data();
    void stranger_isRefused();
    void fault_endsTheCommandAsItWould_data();
    void fault_endsTheCommandAsItWould();
    void silence_lastsUntilItEnds();
    void slowness_changesNothingElse();
    void restart_isOverByItself();

private:
    using Answer = Result<shell::PipelineOutput>;
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> connectAs(
        const QString &password, const QString &culture = u"en-US"_s) const;
    [[nodiscard]] static QFuture<Answer> make(
        shell::Shell &shell, const std::shared_ptr<testkit::FakePrompts> &prompts);
    void setFault(const QString &text) const { m_server->setFault(*Fault::parse(text)); }

    testkit::LabFixture m_lab;
    std::unique_ptr<LabServer> m_server;
};

namespace {

std::shared_ptr<testkit::FakePrompts> sayingNo()
{
    const auto prompts = std::make_shared<testkit::FakePrompts>();
    prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::No);
    return prompts;
}

} // namespace

void tst_LabServer::initTestCase()
{
    QVERIFY_RESULT(m_lab.make());
}

void tst_LabServer::init()
{
    QVERIFY_RESULT(m_lab.open());
    LabServer::Options options;
    options.password = Secret(u"geheim"_s);
    auto started = LabServer::start(m_lab.shell, options);
    QVERIFY_RESULT(started);
    m_server = std::move(*started);
}

void tst_LabServer::cleanup()
{
    m_server.reset();
    m_lab.shell.reset();
}

Result<std::shared_ptr<shell::Shell>> tst_LabServer::connectAs(const QString &password, const QString &culture) const
{
    return await(connection::openShell(m_server->profile(), Secret(password), culture))
        .transform([](const connection::OpenedShell &opened) { return opened.shell; });
}

QFuture<tst_LabServer::Answer> tst_LabServer::make(
    shell::Shell &shell, const std::shared_ptr<testkit::FakePrompts> &prompts)
{
    return shell.invoke(testkit::newCertificate(u"MBX01"_s), prompts);
}

void tst_LabServer::organisation_isReadAndChanged_overTheNetwork()
{
    const qsizetype before = m_lab.certificates(u"MBX01"_s).size();
    const auto shell = connectAs(u"geheim"_s);
    QVERIFY_RESULT(shell);
    QVERIFY((*shell)->offers(u"Set-AuthConfig"_s));
    QVERIFY_RESULT(await(make(**shell, sayingNo())));
    QCOMPARE(m_lab.certificates(u"MBX01"_s).size(), before + 1);
    QCOMPARE(m_server->timesRun(u"new-exchangecertificate"_s), 1);
    QCOMPARE(m_server->log().last(), u"New-ExchangeCertificate -Server MBX01"_s);
    QCOMPARE(m_server->refusedPasswords(), 0);
}

void tst_LabServer::clients_haveShellsOfTheirOwn()
{
    auto first = connectAs(u"geheim"_s);
    auto second = connectAs(u"geheim"_s);
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QCOMPARE(m_server->shells(), 2);
    const auto one = (*first)->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s));
    const auto other = (*second)->invoke(shell::Cmdlet(u"Get-AuthConfig"_s));
    QCOMPARE(await(one)->objects().size(), 5);
    QCOMPARE(await(other)->objects().size(), 1);
    first->reset();
    QTRY_COMPARE(m_server->shells(), 1);
    QCOMPARE(await((*second)->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s)))->objects().size(), 5);
}

void tst_LabServer::client_isSpokenToInItsLanguage()
{
    const auto shell = connectAs(u"geheim"_s, u"ja-JP"_s);
    QVERIFY_RESULT(shell);
    const auto prompts = sayingNo();
    QVERIFY_RESULT(await(make(**shell, prompts)));
    QVERIFY(prompts->asked().first().message.contains(u"証明書"_s));
}

void tst_LabServer::stranger_isRefused_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a wrong password") << u"falsch"_s << QString() << ErrorCode::SignInRefused;
    QTest::newRow("another endpoint") << u"geheim"_s << u"/owa/"_s << ErrorCode::ServicePathNotFound;
}

void tst_LabServer::stranger_isRefused()
{
    QFETCH(QString, password);
    QFETCH(QString, path);
    auto profile = m_server->profile();
    if (!path.isEmpty())
        profile.address.replace(u"/PowerShell/"_s, path);
    const auto shell = await(connection::openShell(profile, Secret(password), u"en-US"_s));
    QVERIFY(!shell);
    QTEST(shell.error().code, "code");
    QCOMPARE(m_server->log(), QStringList());
}

void tst_LabServer::fault_endsTheCommandAsItWould_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code"); // Count_: none
    QTest::addColumn<int>("made");
    const auto lost = ErrorCode::ConnectionLost;
    const auto none = ErrorCode::Count_;
    QTest::newRow("dropped before it runs") << u"drop before New-ExchangeCertificate"_s << lost << 0;
    QTest::newRow("dropped at its question") << u"drop asked New-ExchangeCertificate"_s << lost << 1;
    QTest::newRow("dropped when it has run") << u"drop during New-ExchangeCertificate"_s << lost << 1;
    QTest::newRow("dropped after its answer") << u"drop after New-ExchangeCertificate"_s << none << 1;
    QTest::newRow("dropped by its number") << u"drop before #1"_s << lost << 0;
    QTest::newRow("cut") << u"cut during New-ExchangeCertificate"_s << lost << 1;
    QTest::newRow("forgotten when it has run") << u"forget during New-ExchangeCertificate"_s << lost << 1;
    QTest::newRow("restarted when it has run") << u"restart during New-ExchangeCertificate"_s << lost << 1;
    QTest::newRow("the password changed meanwhile") << u"password during New-ExchangeCertificate"_s << lost << 1;
}

void tst_LabServer::fault_endsTheCommandAsItWould()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    const qsizetype before = m_lab.certificates(u"MBX01"_s).size();
    const auto shell = connectAs(u"geheim"_s);
    QVERIFY_RESULT(shell);
    setFault(fault);
    const auto answer = await(make(**shell, sayingNo()));
    QCOMPARE(answer ? ErrorCode::Count_ : answer.error().code, code);
    QTRY_VERIFY(m_server->hasStruck());
    // it is there again, and did not do it twice
    setFault(u"none"_s);
    QTRY_VERIFY(await((*shell)->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s))).has_value());
    QTEST(static_cast<int>(m_lab.certificates(u"MBX01"_s).size() - before), "made");
    QTEST(m_server->timesRun(u"New-ExchangeCertificate"_s), "made");
}

void tst_LabServer::silence_lastsUntilItEnds()
{
    const auto shell = connectAs(u"geheim"_s);
    QVERIFY_RESULT(shell);
    setFault(u"silent during New-ExchangeCertificate"_s);
    const auto answer = make(**shell, sayingNo());
    QTRY_VERIFY(m_server->hasStruck());
    QVERIFY(!answer.isFinished());
    setFault(u"none"_s);
    const auto ended = await(answer);
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::ConnectionLost);
}

void tst_LabServer::slowness_changesNothingElse()
{
    setFault(u"slow 20ms"_s);
    const auto shell = connectAs(u"geheim"_s);
    QVERIFY_RESULT(shell);
    QVERIFY_RESULT(await(make(**shell, sayingNo())));
    QCOMPARE(m_server->timesRun(u"New-ExchangeCertificate"_s), 1);
}

void tst_LabServer::restart_isOverByItself()
{
    // without a duration, so that a busy computer cannot connect too late to be refused
    setFault(u"restart"_s);
    const auto refused = connectAs(u"geheim"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    setFault(u"restart 300ms"_s);
    QTRY_COMPARE(m_server->fault(), Fault());
    QVERIFY_RESULT(connectAs(u"geheim"_s));
}

KAKUIN_TEST(tst_LabServer)

} // namespace tests::tst_labserver

#include "tst_labserver.moc"
