// SPDX-License-Identifier: MIT
#include "core/session/loggingshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>

namespace tests::tst_loggingshell {

using namespace kakuin;
using namespace kakuin::session;
using namespace kakuin::testkit;
using Outcome = CommandRecord::Outcome;

namespace {

shell::Prompt removalPrompt()
{
    shell::Prompt prompt;
    prompt.cmdlet = QStringLiteral("Remove-ExchangeCertificate");
    prompt.message = QStringLiteral("Remove 9A0B4C2D7E11F0A39A0B4C2D7E11F0A39A0B4C2D?");
    for (const char *label : {"&Yes", "Yes to &All", "&No", "No to A&ll"})
        prompt.choices.append(shell::PromptChoice::fromLabel(QString::fromLatin1(label), {}));
    return prompt;
}

shell::Cmdlet removal()
{
    return shell::Cmdlet(QStringLiteral("Remove-ExchangeCertificate"));
}

} // namespace

class tst_LoggingShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void command_isRecorded_fromItsStartToItsEnd();
    void outcome_saysHowItEnded_data();
    void outcome_saysHowItEnded();
    void question_isRecordedWithItsAnswer();
    void question_isRecordedAsStopped_whenThePersonStops();
    void secrets_neverReachTheLog();
    void cancel_reachesThePipeline();
    void log_mayDieFirst();
    void shell_mayDieFirst();
    void log_dropsTheOldest_whenFull();
    void log_isEmpty_whenCleared();

private:
    std::shared_ptr<ScriptedShell> m_inner;
    std::unique_ptr<CommandLog> m_log;
    std::unique_ptr<LoggingShell> m_shell;
};

void tst_LoggingShell::init()
{
    m_shell.reset();
    m_inner = std::make_shared<ScriptedShell>();
    m_log = std::make_unique<CommandLog>();
    m_shell = std::make_unique<LoggingShell>(m_inner, m_log.get());
}

void tst_LoggingShell::command_isRecorded_fromItsStartToItsEnd()
{
    m_inner->on(QStringLiteral("Get-AuthConfig"), ScriptedReply::objects({clixml::Value(QStringLiteral("one"))}));
    QSignalSpy appended(m_log.get(), &CommandLog::appended);
    QSignalSpy updated(m_log.get(), &CommandLog::updated);
    const auto future = m_shell->invoke(shell::Cmdlet(QStringLiteral("Get-AuthConfig")));
    QCOMPARE(appended.size(), 1);
    QCOMPARE(m_log->records().constFirst().outcome, Outcome::Running);
    QVERIFY_RESULT(await(future));
    QTRY_COMPARE(updated.size(), 1);
    const CommandRecord &record = m_log->records().constFirst();
    QCOMPARE(record.number, 1U);
    QCOMPARE(record.powerShell, QStringLiteral("Get-AuthConfig"));
    QCOMPARE(record.startedUtc, m_inner->fakeClock()->nowUtc());
    QCOMPARE(record.outcome, Outcome::Succeeded);
    QCOMPARE(record.objectCount, 1);
    QVERIFY(record.duration.count() >= 0);
}

void tst_LoggingShell::outcome_saysHowItEnded_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("outcome");
    QTest::newRow("a warning") << 0 << static_cast<int>(Outcome::Warned);
    QTest::newRow("an error record") << 1 << static_cast<int>(Outcome::ErrorRecords);
    QTest::newRow("the shell could not run it") << 2 << static_cast<int>(Outcome::Failed);
    QTest::newRow("cancelled") << 3 << static_cast<int>(Outcome::Cancelled);
}

void tst_LoggingShell::outcome_saysHowItEnded()
{
    QFETCH(int, kind);
    QFETCH(int, outcome);
    ScriptedReply reply;
    if (kind == 0)
        reply.output.items.append(shell::Warning{QStringLiteral("w")});
    else if (kind == 1)
        reply.output.items.append(shell::ErrorRecord{QStringLiteral("e"), {}, {}, {}, {}, false});
    else
        reply.failure = Error{kind == 2 ? ErrorCode::ServerUnreachable : ErrorCode::Cancelled, {}, {}};
    m_inner->on(QStringLiteral("Get-X"), reply);
    (void)await(m_shell->invoke(shell::Cmdlet(QStringLiteral("Get-X"))));
    QTRY_COMPARE(static_cast<int>(m_log->records().constFirst().outcome), outcome);
    const CommandRecord &record = m_log->records().constFirst();
    QCOMPARE(record.warnings.size(), kind == 0 ? 1 : 0);
    QCOMPARE(record.errors.size(), kind == 1 ? 1 : 0);
    QCOMPARE(record.failure.has_value(), kind >= 2);
}

void tst_LoggingShell::question_isRecordedWithItsAnswer()
{
    ScriptedReply reply;
    reply.prompts = {removalPrompt()};
    m_inner->on(QStringLiteral("Remove-ExchangeCertificate"), reply);
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(shell::PromptKind::RemoveCertificate, shell::Confirmation::No);
    prompts->hold();
    const auto future = m_shell->invoke(removal(), prompts);
    QTRY_COMPARE(m_log->records().constFirst().questions.size(), 1);
    QVERIFY(!m_log->records().constFirst().questions.constFirst().isAnswered);
    prompts->release();
    QVERIFY_RESULT(await(future));
    QTRY_COMPARE(m_log->records().constFirst().outcome, Outcome::Succeeded);
    const auto &question = m_log->records().constFirst().questions.constFirst();
    QVERIFY(question.isAnswered);
    QCOMPARE(question.answer, std::optional<int>(2));
    QCOMPARE(question.prompt, removalPrompt());
    QVERIFY(prompts->isExhausted());
}

void tst_LoggingShell::question_isRecordedAsStopped_whenThePersonStops()
{
    ScriptedReply reply;
    reply.prompts = {removalPrompt()};
    m_inner->on(QStringLiteral("Remove-ExchangeCertificate"), reply);
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(shell::PromptKind::RemoveCertificate, shell::PromptAnswer::stop());
    const auto result = await(m_shell->invoke(removal(), prompts));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PromptStopped);
    QTRY_COMPARE(m_log->records().constFirst().outcome, Outcome::Failed);
    const auto &question = m_log->records().constFirst().questions.constFirst();
    QVERIFY(question.isAnswered);
    QVERIFY(!question.answer.has_value());
}

void tst_LoggingShell::secrets_neverReachTheLog()
{
    const QByteArray pfx("not for the log");
    shell::Cmdlet import(QStringLiteral("Import-ExchangeCertificate"));
    import.with(QStringLiteral("Password"), Secret(QStringLiteral("hunter2")))
        .with(QStringLiteral("FileData"), pfx)
        .with(QStringLiteral("FriendlyName"), QStringLiteral("kept"));
    (void)await(m_shell->invoke(import));
    const CommandRecord &record = m_log->records().constFirst();
    QVERIFY(!record.powerShell.contains(QLatin1String("hunter2")));
    QVERIFY(!record.powerShell.contains(QString::fromLatin1(pfx.toBase64())));
    QVERIFY(record.powerShell.contains(QLatin1String("-FriendlyName kept")));
    const shell::Cmdlet &logged = record.pipeline.cmdlets.constFirst();
    QVERIFY(std::get<Secret>(*logged.value(u"Password")).isEmpty());
    QVERIFY(std::get<QByteArray>(*logged.value(u"FileData")).isEmpty());
    // The shell itself was given everything
    QCOMPARE(m_inner->invocations().constFirst().pipeline, shell::Pipeline(import));
}

void tst_LoggingShell::cancel_reachesThePipeline()
{
    m_inner->on(QStringLiteral("Get-X"), ScriptedReply());
    m_inner->hold();
    auto future = m_shell->invoke(shell::Cmdlet(QStringLiteral("Get-X")));
    future.cancel();
    QTRY_COMPARE(m_inner->runningCount(), 0);
    QTRY_COMPARE(m_log->records().constFirst().outcome, Outcome::Cancelled);
}

void tst_LoggingShell::log_mayDieFirst()
{
    ScriptedReply reply;
    reply.prompts = {removalPrompt()};
    m_inner->on(QStringLiteral("Remove-ExchangeCertificate"), reply);
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(shell::PromptKind::RemoveCertificate, shell::Confirmation::Yes);
    prompts->hold();
    const auto future = m_shell->invoke(removal(), prompts);
    QTRY_COMPARE(prompts->asked().size(), 1);
    m_log.reset();
    prompts->release();
    QVERIFY_RESULT(await(future));
    QVERIFY_RESULT(await(m_shell->invoke(shell::Cmdlet(QStringLiteral("Get-X")))));
}

void tst_LoggingShell::shell_mayDieFirst()
{
    m_inner->on(QStringLiteral("Get-X"), ScriptedReply());
    m_inner->hold();
    const auto future = m_shell->invoke(shell::Cmdlet(QStringLiteral("Get-X")));
    m_shell.reset();
    m_inner.reset();
    QCOMPARE(m_log->records().constFirst().outcome, Outcome::Cancelled);
    QVERIFY(!await(future));
}

void tst_LoggingShell::log_dropsTheOldest_whenFull()
{
    QSignalSpy dropped(m_log.get(), &CommandLog::dropped);
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    for (int i = 0; i <= CommandLog::capacity; ++i)
        m_log->begin(removal(), now);
    QCOMPARE(dropped.size(), 1);
    QVERIFY(m_log->records().size() <= CommandLog::capacity);
    QVERIFY(m_log->find(1) == nullptr);
    m_log->update(1, [](CommandRecord &) { QFAIL("a dropped record was touched"); });
    const auto last = static_cast<quint64>(CommandLog::capacity) + 1;
    QVERIFY(m_log->find(last) != nullptr);
    QCOMPARE(m_log->find(last)->number, last);
}

void tst_LoggingShell::log_isEmpty_whenCleared()
{
    const quint64 number = m_log->begin(removal(), {});
    QSignalSpy dropped(m_log.get(), &CommandLog::dropped);
    m_log->clear();
    QCOMPARE(dropped.size(), 1);
    QVERIFY(m_log->find(number) == nullptr);
    QCOMPARE(m_log->begin(removal(), {}), number + 1);
}

KAKUIN_TEST(tst_LoggingShell)

} // namespace tests::tst_loggingshell

#include "tst_loggingshell.moc"
