// SPDX-License-Identifier: MIT
#include "core/remote/remoteshell.h"
#include "enginesession.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_engine_hostcalls {

using namespace kakuin;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using shell::Cmdlet;
using shell::PipelineOutput;

/// What Microsoft's engine asks its client's host: whatever this program has no window for is refused, at once, and the
/// engine goes on with the next pipeline. `Read-Host` and `Get-Credential` are not in the engine's package; the
/// functions call what they call.
class tst_EngineHostCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void question_isRefused_data();
    void question_isRefused();
    void choice_isAsked_whenThereIsAPerson();
    void screen_isNotOffered();
    void host_saysWhatItIs();

private:
    [[nodiscard]] Result<PipelineOutput> run(
        const Cmdlet &cmdlet, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr)
    {
        return await(m_shell->invoke(cmdlet, prompts), foreignPatienceMs);
    }
    [[nodiscard]] QStringList done()
    {
        QStringList texts;
        const auto objects = run(Cmdlet(u"Get-Done"_s)).value_or(PipelineOutput()).objects();
        for (const clixml::Value &value : objects)
            texts.append(value.text());
        return texts;
    }
    std::shared_ptr<remote::RemoteShell> m_shell;
};

void tst_EngineHostCalls::initTestCase()
{
    remote::RemoteShell::Connection connection;
    connection.name = u"EX01"_s;
    connection.transport = [](psrp::RunspacePool &pool) {
        return std::make_unique<remote::ProcessTransport>(
            EngineSession::command({EngineSession::script("remoting.ps1")}), pool);
    };
    const auto opened = await(remote::RemoteShell::open(connection), foreignPatienceMs);
    QVERIFY_RESULT(opened);
    m_shell = *opened;
}

void tst_EngineHostCalls::question_isRefused_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("isWithPerson");
    const auto rows = [](const QString &cmdlet, const QString &method, bool isOfferedChoice = false) {
        QTest::addRow("%s, nobody there", qPrintable(cmdlet)) << cmdlet << method << false;
        if (!isOfferedChoice)
            QTest::addRow("%s, somebody there", qPrintable(cmdlet)) << cmdlet << method << true;
    };
    rows(u"Read-Line"_s, u"ReadLine"_s);
    rows(u"Read-SecretLine"_s, u"ReadLineAsSecureString"_s);
    rows(u"Read-Credential"_s, u"PromptForCredential2"_s);
    rows(u"Read-Choice"_s, u"PromptForChoice"_s, true);
    rows(u"Read-Choices"_s, u"PromptForChoiceMultipleSelection"_s);
    rows(u"Set-Thing"_s, u"Prompt"_s); // without its mandatory parameters
}

void tst_EngineHostCalls::question_isRefused()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, method);
    QFETCH(bool, isWithPerson);
    const auto prompts = isWithPerson ? std::make_shared<FakePrompts>() : nullptr;
    const auto output = run(Cmdlet(cmdlet), prompts);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
    QCOMPARE(output.error().subject, u"EX01"_s);
    QCOMPARE(output.error().detail, method);
    QVERIFY(!prompts || prompts->asked().isEmpty());
    QCOMPARE(done(), QStringList()); // nothing behind the question was done, and the session goes on
}

void tst_EngineHostCalls::choice_isAsked_whenThereIsAPerson()
{
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(
        [](const shell::Prompt &prompt) { return prompt.choices.size() == 2; }, shell::PromptAnswer::choose(1));
    const auto output = run(Cmdlet(u"Read-Choice"_s), prompts);
    QVERIFY_RESULT(output);
    QVERIFY(prompts->isExhausted());
    QCOMPARE(output->objects().value(0).toInt(), std::optional<qint64>(1));
    QCOMPARE(done(), QStringList{u"went on"_s});
    QVERIFY_RESULT(run(Cmdlet(u"Clear-Done"_s)));
}

// No raw screen is announced, so the engine does not even ask for one.
void tst_EngineHostCalls::screen_isNotOffered()
{
    const auto output = run(Cmdlet(u"Read-Key"_s));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 0);
    QVERIFY(!output->items.isEmpty());
    QVERIFY(std::holds_alternative<shell::ErrorRecord>(output->items.constFirst()));
    QCOMPARE(done(), QStringList());
}

void tst_EngineHostCalls::host_saysWhatItIs()
{
    const auto output = run(Cmdlet(u"Get-HostFacts"_s));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().value(0).text(), u"ServerRemoteHost"_s); // the engine keeps its own
}

KAKUIN_TEST(tst_EngineHostCalls, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_hostcalls

#include "tst_engine_hostcalls.moc"
