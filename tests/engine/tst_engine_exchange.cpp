// SPDX-License-Identifier: MIT
#include "core/domain/certificate.h"
#include "core/remote/remoteshell.h"
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "enginesession.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_engine_exchange {

using namespace kakuin;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using domain::Certificate;
using domain::ServerId;
using domain::Thumbprint;
using shell::Cmdlet;
using shell::Confirmation;
using shell::PipelineOutput;
using shell::PromptKind;

namespace {

const ServerId ex01(u"EX01"_s);
const ServerId ex02(u"EX02"_s);

Cmdlet on(const char *cmdlet, const ServerId &server)
{
    return Cmdlet(QString::fromLatin1(cmdlet)).onServer(server);
}

} // namespace

/// The remote shell over Microsoft's engine, whose functions behave, ask and fail as Exchange's cmdlets do.
class tst_EngineExchange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void cleanupTestCase();
    void shell_knowsWhatIsOffered();
    void certificates_decode();
    void renewal_movesInternalTransport_onYesOnly_data();
    void renewal_movesInternalTransport_onYesOnly();
    void question_withoutAnAnswer_changesNothing_data();
    void question_withoutAnAnswer_changesNothing();
    void removal_asksAndRemoves();
    void rotation_asksBelow48Hours();
    void failure_isARecord_data();
    void failure_isARecord();
    void pfx_goesOutAndIn();
    void cancel_stopsWhatAsks();
    void lostEngine_leavesTheOutcomeUnknown();
    void idleSession_isClosed_andOpenedAgain();

private:
    [[nodiscard]] Result<PipelineOutput> run(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr)
    {
        return await(m_shell->invoke(pipeline, prompts), foreignPatienceMs);
    }
    [[nodiscard]] QList<Certificate> certificates(const ServerId &server);
    [[nodiscard]] Thumbprint bySubject(const ServerId &server, const QString &subject);
    [[nodiscard]] Thumbprint transport(const ServerId &server);
    [[nodiscard]] shell::Pipeline renewal();
    [[nodiscard]] Result<std::shared_ptr<remote::RemoteShell>> opened(std::chrono::milliseconds idleTimeout);

    std::shared_ptr<remote::RemoteShell> m_shell;
};

Result<std::shared_ptr<remote::RemoteShell>> tst_EngineExchange::opened(std::chrono::milliseconds idleTimeout)
{
    remote::RemoteShell::Connection connection;
    connection.name = u"EX01"_s;
    connection.idleTimeout = idleTimeout;
    connection.transport = [](psrp::RunspacePool &pool) {
        return std::make_unique<remote::ProcessTransport>(
            EngineSession::command({EngineSession::script("exchange.ps1"), EngineSession::script("remoting.ps1")}),
            pool);
    };
    return await(remote::RemoteShell::open(connection), foreignPatienceMs);
}

// An engine and its four keys take their time: it is taken over from tests that left it as it was.
void tst_EngineExchange::init()
{
    if (m_shell && m_shell->isConnected())
        return;
    const auto shell = opened(std::chrono::minutes(5));
    QVERIFY_RESULT(shell);
    m_shell = *shell;
}

void tst_EngineExchange::cleanup()
{
    const QByteArray name = QTest::currentTestFunction();
    const bool keeps = name.startsWith("failure_") || name.startsWith("shell_") || name.startsWith("certificates_");
    if (!keeps || QTest::currentTestFailed())
        m_shell.reset();
}

void tst_EngineExchange::cleanupTestCase()
{
    m_shell.reset();
}

QList<Certificate> tst_EngineExchange::certificates(const ServerId &server)
{
    QList<Certificate> list;
    const auto objects = run(on("Get-ExchangeCertificate", server)).value_or(PipelineOutput()).objects();
    for (const clixml::Value &object : objects) {
        if (const auto decoded = shell::decode::exchangeCertificate(object, server))
            list.append(*decoded);
    }
    return list;
}

Thumbprint tst_EngineExchange::bySubject(const ServerId &server, const QString &subject)
{
    const auto all = certificates(server);
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Certificate &certificate) { return certificate.facts.subject == subject; });
    return found == all.end() ? Thumbprint() : found->facts.thumbprint;
}

Thumbprint tst_EngineExchange::transport(const ServerId &server)
{
    const auto output = run(Cmdlet(u"Get-TransportService"_s).with(u"Identity"_s, server.name()));
    const auto assignment = shell::decode::transportService(output.value_or(PipelineOutput()).objects().value(0));
    return assignment ? assignment->thumbprint : Thumbprint();
}

shell::Pipeline tst_EngineExchange::renewal()
{
    return QList<Cmdlet>{on("Get-ExchangeCertificate", ex01).withThumbprint(transport(ex01)),
        on("New-ExchangeCertificate", ex01).with(u"Services"_s, QStringList{u"IMAP"_s, u"POP"_s, u"SMTP"_s})};
}

void tst_EngineExchange::shell_knowsWhatIsOffered()
{
    QVERIFY(m_shell->offers(u"Get-ExchangeCertificate"_s));
    QVERIFY(m_shell->offers(u"set-AUTHCONFIG"_s));
    QVERIFY(!m_shell->offers(u"Get-HybridConfiguration"_s)); // this server has no such function
    QVERIFY(!m_shell->offers(u"Get-NoSuchThing"_s));
    QCOMPARE(m_shell->description().name, u"EX01"_s);
    // the engine tells the parameters of each, as a dictionary
    const QStringList missing = m_shell->rights().missingParameters();
    QVERIFY2(missing.contains(u"New-ExchangeCertificate -DomainName"_s), qPrintable(missing.join(u' ')));
    QVERIFY2(!missing.contains(u"New-ExchangeCertificate -Services"_s), qPrintable(missing.join(u' ')));
}

void tst_EngineExchange::certificates_decode()
{
    const auto all = certificates(ex01);
    QCOMPARE(all.size(), 3);
    QStringList subjects;
    for (const Certificate &certificate : all)
        subjects.append(certificate.facts.subject);
    QCOMPARE(subjects,
        (QStringList{u"CN=mail.contoso.com"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s, u"CN=EX01"_s}));
    QCOMPARE(transport(ex01), all.constLast().facts.thumbprint);
}

void tst_EngineExchange::renewal_movesInternalTransport_onYesOnly_data()
{
    QTest::addColumn<Confirmation>("answer");
    QTest::newRow("Yes") << Confirmation::Yes;
    QTest::newRow("Yes to All") << Confirmation::YesToAll;
    QTest::newRow("No") << Confirmation::No;
    QTest::newRow("No to All") << Confirmation::NoToAll;
}

void tst_EngineExchange::renewal_movesInternalTransport_onYesOnly()
{
    QFETCH(Confirmation, answer);
    const Thumbprint before = transport(ex01);
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(PromptKind::OverwriteDefaultSmtp, answer);
    const auto output = run(renewal(), prompts);
    QVERIFY_RESULT(output);
    QVERIFY(!output->hasErrors());
    QVERIFY(prompts->isExhausted());
    const auto made = shell::decode::exchangeCertificate(output->objects().value(0), ex01);
    QVERIFY_RESULT(made);
    QCOMPARE(made->facts.subject, u"CN=EX01"_s);
    QCOMPARE(prompts->asked().constFirst().thumbprints(), (QList<Thumbprint>{before, made->facts.thumbprint}));
    QCOMPARE(prompts->asked().constFirst().server, ex01);
    const bool isYes = answer == Confirmation::Yes || answer == Confirmation::YesToAll;
    QCOMPARE(transport(ex01), isYes ? made->facts.thumbprint : before);
    QCOMPARE(certificates(ex01).size(), 4); // it is made whatever the answer
}

void tst_EngineExchange::question_withoutAnAnswer_changesNothing_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("there is no handler") << 0 << static_cast<int>(ErrorCode::PromptRefused);
    QTest::newRow("it stops") << 1 << static_cast<int>(ErrorCode::PromptStopped);
    QTest::newRow("it fails") << 2 << static_cast<int>(ErrorCode::PromptStopped);
    QTest::newRow("it goes away") << 3 << static_cast<int>(ErrorCode::PromptStopped);
    QTest::newRow("it chooses what is not offered") << 4 << static_cast<int>(ErrorCode::PromptStopped);
}

void tst_EngineExchange::question_withoutAnAnswer_changesNothing()
{
    QFETCH(int, way);
    QFETCH(int, code);
    const Thumbprint before = transport(ex01);
    const auto prompts = way == 0 ? nullptr : std::make_shared<FakePrompts>();
    if (way == 1)
        prompts->expect(PromptKind::OverwriteDefaultSmtp, shell::PromptAnswer::stop());
    else if (way == 2)
        prompts->expectThenFail({ErrorCode::Internal, {}, {}});
    else if (way == 3)
        prompts->expectThenAbandon();
    else if (way == 4)
        prompts->expect(PromptKind::OverwriteDefaultSmtp, shell::PromptAnswer::choose(-1));
    const auto output = run(renewal(), prompts);
    QVERIFY(!output);
    QCOMPARE(static_cast<int>(output.error().code), code);
    QCOMPARE(output.error().subject, u"EX01"_s);
    QCOMPARE(transport(ex01), before);
}

void tst_EngineExchange::removal_asksAndRemoves()
{
    const Thumbprint auth = bySubject(ex01, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    for (const auto answer : {Confirmation::No, Confirmation::Yes}) {
        const auto prompts = std::make_shared<FakePrompts>();
        prompts->expect(PromptKind::RemoveCertificate, answer);
        const auto output = run(on("Remove-ExchangeCertificate", ex01).withThumbprint(auth), prompts);
        QVERIFY_RESULT(output);
        QVERIFY(!output->hasErrors());
        QCOMPARE(prompts->asked().constFirst().thumbprints(), QList<Thumbprint>{auth});
        QCOMPARE(certificates(ex01).size(), answer == Confirmation::Yes ? 2 : 3);
    }
}

void tst_EngineExchange::rotation_asksBelow48Hours()
{
    const Thumbprint next = bySubject(ex01, u"CN=EX01"_s);
    const auto staging = [&](int hours) {
        return Cmdlet(u"Set-AuthConfig"_s)
            .with(u"NewCertificateThumbprint"_s, next.toString())
            .with(u"NewCertificateEffectiveDate"_s, QDateTime::currentDateTimeUtc().addSecs(hours * 3600));
    };
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(PromptKind::EffectiveDateWithin48Hours, Confirmation::No);
    QVERIFY_RESULT(run(staging(24), prompts));
    QVERIFY(prompts->isExhausted());
    const auto config = [&] {
        return shell::decode::authConfig(
            run(Cmdlet(u"Get-AuthConfig"_s)).value_or(PipelineOutput()).objects().value(0));
    };
    QVERIFY_RESULT(config());
    QVERIFY(config()->next != next);
    QVERIFY_RESULT(run(staging(49)));
    QCOMPARE(config()->next, next);
}

void tst_EngineExchange::failure_isARecord_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, const char *cmdlet, const char *subject, const char *id) {
        QTest::newRow(tag) << QString::fromLatin1(cmdlet) << QString::fromLatin1(subject) << QString::fromLatin1(id);
    };
    row("E1: it serves internal transport", "Remove-ExchangeCertificate", "EX01 CN=EX01", "DCA528C3");
    row("E2: a Send connector names it", "Remove-ExchangeCertificate", "EX01 CN=mail.contoso.com", "23FA4F48");
    row("E3: nobody knows it", "Get-ExchangeCertificate", "EX01 CN=none", "71D7F7B0");
    row("E4: it has no private key", "Enable-ExchangeCertificate", "EX02 CN=bare", "FE3EAF97");
    row("E5: its key cannot be exported", "Export-ExchangeCertificate", "EX01 CN=mail.contoso.com", "E5");
    row("E8: the date has passed", "Set-AuthConfig", "", "E8");
}

void tst_EngineExchange::failure_isARecord()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, subject);
    QFETCH(QString, id);
    Cmdlet failing(cmdlet);
    if (cmdlet == u"Set-AuthConfig") {
        failing.with(u"NewCertificateThumbprint"_s, QString(40, u'A'))
            .with(u"NewCertificateEffectiveDate"_s, QDateTime::currentDateTimeUtc().addDays(-1));
    } else {
        const ServerId server(subject.section(u' ', 0, 0));
        const Thumbprint known = bySubject(server, subject.section(u' ', 1));
        failing.onServer(server).with(u"Thumbprint"_s, known.isNull() ? QString(40, u'A') : known.toString());
    }
    if (cmdlet == u"Export-ExchangeCertificate")
        failing.with(u"Password"_s, Secret(u"geheim"_s));
    const auto prompts = std::make_shared<FakePrompts>();
    if (cmdlet == u"Remove-ExchangeCertificate")
        prompts->expect(PromptKind::RemoveCertificate, Confirmation::Yes);
    const auto output = run(failing, prompts);
    QVERIFY_RESULT(output);
    QCOMPARE(output->errors().size(), 1);
    const shell::ErrorRecord record = output->errors().constFirst();
    QCOMPARE(record.fullyQualifiedErrorId, id + u',' + cmdlet);
    QVERIFY(!record.isTerminating);
    QVERIFY(!record.message.isEmpty());
    QCOMPARE(record.exceptionType, u"InvalidOperationException"_s);
}

void tst_EngineExchange::pfx_goesOutAndIn()
{
    const Thumbprint auth = bySubject(ex01, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    const Secret password(u"geheim-秘密"_s);
    Cmdlet leave = on("Export-ExchangeCertificate", ex01).withThumbprint(auth).withSwitch(u"BinaryEncoded"_s);
    const auto exported = run(leave.with(u"Password"_s, password));
    QVERIFY_RESULT(exported);
    const auto data = exported->objects().value(0).object()->property(u"FileData").toBytes();
    QVERIFY(data && !data->isEmpty());
    const auto entering = [&](const Secret &with) {
        return on("Import-ExchangeCertificate", ex02).with(u"FileData"_s, *data).with(u"Password"_s, with);
    };
    const auto wrong = run(entering(Secret(u"wrong"_s)));
    QVERIFY_RESULT(wrong);
    QCOMPARE(wrong->errors().constFirst().fullyQualifiedErrorId, u"A39CF339,Import-ExchangeCertificate"_s); // E6
    QVERIFY_RESULT(run(entering(password)));
    QCOMPARE(bySubject(ex02, u"CN=Microsoft Exchange Server Auth Certificate"_s), auth);
    const auto again = run(entering(password));
    QVERIFY_RESULT(again);
    QCOMPARE(again->errors().constFirst().fullyQualifiedErrorId, u"E7,Import-ExchangeCertificate"_s);
}

void tst_EngineExchange::cancel_stopsWhatAsks()
{
    const Thumbprint before = transport(ex01);
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    prompts->hold();
    auto future = m_shell->invoke(renewal(), prompts);
    QTRY_COMPARE_WITH_TIMEOUT(prompts->asked().size(), 1, foreignPatienceMs);
    future.cancel();
    QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
    prompts->release(); // too late
    QCOMPARE(transport(ex01), before);
}

void tst_EngineExchange::lostEngine_leavesTheOutcomeUnknown()
{
    // both wait for one runspace: what was not sent is told apart from what was
    auto changing = m_shell->invoke(Cmdlet(u"Stop-Server"_s));
    auto waiting = m_shell->invoke(on("Get-ExchangeCertificate", ex01));
    const auto lost = await(changing, foreignPatienceMs);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::ConnectionLost);
    QCOMPARE(lost.error().subject, u"EX01"_s);
    QVERIFY_RESULT(await(waiting, foreignPatienceMs)); // on a new session, with a new server behind it
    QCOMPARE(certificates(ex01).size(), 3);
}

void tst_EngineExchange::idleSession_isClosed_andOpenedAgain()
{
    const auto shell = opened(std::chrono::milliseconds(1));
    QVERIFY_RESULT(shell);
    QTRY_VERIFY_WITH_TIMEOUT(!(*shell)->isConnected(), foreignPatienceMs);
    m_shell = *shell;
    QCOMPARE(certificates(ex01).size(), 3);
}

KAKUIN_TEST(tst_EngineExchange, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_exchange

#include "tst_engine_exchange.moc"
