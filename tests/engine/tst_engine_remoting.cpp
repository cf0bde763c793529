// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "enginesession.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_engine_remoting {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;

namespace {

Answers always(int choice)
{
    return [choice](const HostCall &call) -> std::optional<HostReply> {
        return choiceRequestOf(call) ? std::optional(HostReply::choice(choice)) : std::nullopt;
    };
}

Value boolean(bool truth)
{
    return Value(Value::Data(truth));
}

} // namespace

/// Our client and Microsoft's engine, over stdio.
class tst_EngineRemoting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_engine.open()); }
    void cleanupTestCase() { m_engine.close(); }
    void init()
    {
        if (m_engine.session().hasEnded())
            QVERIFY_RESULT(m_engine.open());
        QVERIFY(m_engine.run(u"Clear-Done"_s).isCompleted());
    }
    void session_saysWhatItIs();
    void value_bindsAsItWasMeant_data();
    void value_bindsAsItWasMeant();
    void everyStream_arrives();
    void shouldProcess_isAsked_andItsAnswerCounts_data();
    void shouldProcess_isAsked_andItsAnswerCounts();
    void shouldContinue_isAsked_andItsAnswerCounts_data();
    void shouldContinue_isAsked_andItsAnswerCounts();
    void confirmFalse_silences_andWhatIfIsTold();
    void refusedQuestion_isNoYes();
    void secretsCross_bothWays();
    void host_canBeAnswered();
    void missingParameters_areAskedFor();
    void input_isTaken();
    void errors_endOrDoNot();
    void missingCommand_endsThePipeline_data();
    void missingCommand_endsThePipeline();
    void awkwardTexts_comeWhole();
    void fiftyMegabytes_come();
    void hundredPipelines_runOneAfterTheOther();

private:
    [[nodiscard]] QStringList done() { return m_engine.run(u"Get-Done"_s).outputTexts(); }
    EngineSession m_engine;
};

void tst_EngineRemoting::session_saysWhatItIs()
{
    QCOMPARE(m_engine.session().pool().protocolVersion(), u"2.3"_s);
    const auto data = m_engine.session().pool().applicationData().object();
    QVERIFY(data != nullptr);
    QCOMPARE(data->container, clixml::ContainerKind::Dictionary);
}

void tst_EngineRemoting::value_bindsAsItWasMeant_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *tag, const Value &value, const char *type) {
        QTest::newRow(tag) << value << QString::fromLatin1(type);
    };
    row("text", Value(u"O'Brien \"$x\" ; | & 証明書"_s), "System.String");
    row("an empty text", Value(QString()), "System.String");
    row("null", Value(), "null");
    row("truth", boolean(true), "System.Boolean");
    row("a number", Value::fromInt(-5), "System.Int32");
    row("a long number", Value::fromInt(1LL << 40, clixml::IntegerType::Int64), "System.Int64");
    row("bytes", Value(Value::Data(QByteArray("\0\xFF\1", 3))), "System.Byte[]");
    row("a time", Value::fromDateTimeUtc(QDateTime(QDate(2026, 12, 1), QTime(9, 0, 1, 250), Qt::UTC)),
        "System.DateTime");
    row("an id", Value(Value::Data(QUuid(u"00112233-4455-6677-8899-aabbccddeeff"_s))), "System.Guid");
    row("a list", Value(clixml::ObjectBuilder::list({Value(u"IMAP"_s), Value(u"POP"_s)})),
        "System.Collections.ArrayList");
}

void tst_EngineRemoting::value_bindsAsItWasMeant()
{
    QFETCH(Value, value);
    QFETCH(QString, type);
    const EngineOutcome outcome = m_engine.run(u"Get-Typed"_s, {{u"Value"_s, value}});
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.lost, QStringList());
    QCOMPARE(outcome.outputs.size(), 2);
    QCOMPARE(outcome.outputs.at(0).text(), type);
    if (value.object())
        QCOMPARE(outcome.outputs.at(1).toList(), value.toList());
    else if (value.toDateTimeUtc().isValid())
        QCOMPARE(outcome.outputs.at(1).toDateTimeUtc(), value.toDateTimeUtc());
    else
        QCOMPARE(outcome.outputs.at(1), value);
}

void tst_EngineRemoting::everyStream_arrives()
{
    const EngineOutcome outcome = m_engine.run(u"Write-Everything"_s);
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputTexts(), QStringList{u"証明書"_s});
    QStringList texts;
    for (const TextWritten &text : outcome.texts)
        texts.append(QString::number(static_cast<int>(text.kind)) + text.text);
    QCOMPARE(texts, (QStringList{u"0careful ⚠"_s, u"1in detail"_s, u"2in depth"_s}));
    QCOMPARE(outcome.information.size(), 1);
    QCOMPARE(outcome.information.constFirst().data.text(), u"by the way"_s);
    QVERIFY(!outcome.progress.isEmpty());
    QCOMPARE(outcome.progress.constFirst().percent, 50);
    QCOMPARE(outcome.errors.size(), 1);
    const ErrorRecord error = outcome.errors.constFirst();
    QCOMPARE(error.message, u"it went wrong"_s);
    QCOMPARE(error.fullyQualifiedErrorId, u"WrongId,Write-Everything"_s);
    QCOMPARE(categoryName(error.category), u"InvalidOperation"_s);
    QCOMPARE(error.exceptionType, u"System.InvalidOperationException"_s);
    QCOMPARE(error.activity, u"Write-Everything"_s);
}

void tst_EngineRemoting::shouldProcess_isAsked_andItsAnswerCounts_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("questions");
    QTest::addColumn<int>("removed");
    QTest::newRow("Yes") << 0 << 3 << 3;
    QTest::newRow("Yes to All") << 1 << 1 << 3;
    QTest::newRow("No") << 2 << 3 << 0;
    QTest::newRow("No to All") << 3 << 1 << 0;
}

void tst_EngineRemoting::shouldProcess_isAsked_andItsAnswerCounts()
{
    QFETCH(int, answer);
    QFETCH(int, questions);
    QFETCH(int, removed);
    const EngineOutcome outcome = m_engine.run(pipe({u"Get-Three"_s, u"Remove-Thing"_s}), always(answer));
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputs.size(), removed);
    QCOMPARE(done().size(), removed);
    QCOMPARE(outcome.calls.size(), questions);
    const auto request = choiceRequestOf(outcome.calls.constFirst());
    QVERIFY(request);
    QCOMPARE(request->choices.size(), 4);
    QCOMPARE(request->defaultChoice, 0);
    QVERIFY(request->message.contains(u"one"));
}

void tst_EngineRemoting::shouldContinue_isAsked_andItsAnswerCounts_data()
{
    QTest::addColumn<bool>("isOfTwo");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("questions");
    QTest::addColumn<int>("passed");
    QTest::newRow("Yes of four") << false << 0 << 3 << 3;
    QTest::newRow("Yes to All") << false << 1 << 1 << 3;
    QTest::newRow("No of four") << false << 2 << 3 << 0;
    QTest::newRow("No to All") << false << 3 << 1 << 0;
    QTest::newRow("Yes of two") << true << 0 << 3 << 3;
    QTest::newRow("No of two") << true << 1 << 3 << 0;
}

void tst_EngineRemoting::shouldContinue_isAsked_andItsAnswerCounts()
{
    QFETCH(bool, isOfTwo);
    QFETCH(int, answer);
    QFETCH(int, questions);
    QFETCH(int, passed);
    PipelineRequest request = pipe({u"Get-Three"_s, u"Invoke-Continue"_s});
    request.commands.last().parameters.append({u"Two"_s, boolean(isOfTwo)});
    const EngineOutcome outcome = m_engine.run(request, always(answer));
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.calls.size(), questions);
    QCOMPARE(choiceRequestOf(outcome.calls.constFirst())->choices.size(), isOfTwo ? 2 : 4);
    QCOMPARE(done().size(), passed);
}

void tst_EngineRemoting::confirmFalse_silences_andWhatIfIsTold()
{
    PipelineRequest request = pipe({u"Get-Three"_s, u"Remove-Thing"_s});
    request.commands.last().parameters.append({u"Confirm"_s, boolean(false)});
    const EngineOutcome silent = m_engine.run(request);
    QVERIFY(silent.isCompleted());
    QVERIFY(silent.calls.isEmpty());
    QCOMPARE(done().size(), 3);
    request.commands.last().parameters = {{u"WhatIf"_s, boolean(true)}};
    const EngineOutcome told = m_engine.run(request);
    QVERIFY(told.isCompleted());
    QCOMPARE(told.calls.size(), 3);
    for (const HostCall &call : told.calls) {
        QVERIFY(call.isVoid());
        QCOMPARE(call.method, HostMethod::WriteLine);
    }
    QCOMPARE(done().size(), 3);
}

// What RemoteRun does when nobody can answer: stop, then refuse.
void tst_EngineRemoting::refusedQuestion_isNoYes()
{
    for (const bool isStoppedFirst : {true, false}) {
        const EngineRun run = m_engine.start(pipe({u"Get-Three"_s, u"Remove-Thing"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(run.outcome->calls.size(), 1, foreignPatienceMs);
        const HostCall call = run.outcome->calls.constFirst();
        if (isStoppedFirst)
            run.pipeline->stop();
        QVERIFY_RESULT(run.pipeline->answer(call, HostReply::refusal(call)));
        run.pipeline->stop(); // again, or only now: the function waits a while for it
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
        QVERIFY(run.outcome->end.has_value());
        QCOMPARE(run.outcome->calls.size(), 1);
        QVERIFY(run.outcome->outputs.isEmpty());
        QCOMPARE(done(), QStringList());
    }
}

void tst_EngineRemoting::secretsCross_bothWays()
{
    const Credential credential{u"CONTOSO\\admin"_s, Secret(u"другой 秘密"_s)};
    const EngineOutcome outcome
        = m_engine.run(u"Read-Secret"_s, {{u"Password"_s, Secret(u"pass-ワード-𠮟"_s)}, {u"Credential"_s, credential}});
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.errors.size(), 0);
    QCOMPARE(outcome.outputs.size(), 5);
    QCOMPARE(outcome.outputs.at(0).text(), u"pass-ワード-𠮟"_s);
    const SessionKey *key = m_engine.session().pool().sessionKey();
    QVERIFY(key != nullptr);
    QCOMPARE(unsealed(outcome.outputs.at(1), *key).value().text(), u"pass-ワード-𠮟"_s);
    QCOMPARE(outcome.outputs.at(2).text(), credential.user);
    QCOMPARE(outcome.outputs.at(3).text(), credential.password.text());
    QCOMPARE(unsealedCredential(outcome.outputs.at(4), *key).value(), credential);
}

void tst_EngineRemoting::host_canBeAnswered()
{
    const EngineOutcome outcome = m_engine.run(pipe({u"Read-FromHost"_s}), [](const HostCall &call) {
        if (call.method == HostMethod::ReadLine)
            return std::optional(HostReply::line(u"a line"_s));
        if (call.method == HostMethod::ReadLineAsSecureString)
            return std::optional(HostReply::argument(Secret(u"a secret line"_s)));
        if (const auto request = credentialRequestOf(call); request && request->user == u"CONTOSO\\admin")
            return std::optional(HostReply::argument(Credential{request->user, Secret(u"geheim"_s)}));
        return std::optional(HostReply::refusal(call));
    });
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputTexts(), (QStringList{u"a line"_s, u"a secret line"_s, u"CONTOSO\\admin"_s, u"geheim"_s}));
}

void tst_EngineRemoting::missingParameters_areAskedFor()
{
    const EngineOutcome outcome = m_engine.run(pipe({u"Set-Thing"_s}), [](const HostCall &call) {
        const auto request = fieldsRequestOf(call);
        if (!request)
            return std::optional(HostReply::refusal(call));
        QList<HostReply::Field> fields;
        for (const auto &field : request->fields) {
            const bool isSecret = field.typeName == u"System.Security.SecureString";
            fields.append({field.name, isSecret ? Argument(Secret(u"geheim"_s)) : Argument(Value(u"thing"_s))});
        }
        return std::optional(HostReply::fields(fields));
    });
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputTexts(), QStringList{u"thing geheim"_s});
    const EngineOutcome refused = m_engine.run(
        pipe({u"Set-Thing"_s}), [](const HostCall &call) { return std::optional(HostReply::refusal(call)); });
    QVERIFY(refused.end.has_value());
    QCOMPARE(refused.end->state, PipelineState::Failed);
}

void tst_EngineRemoting::input_isTaken()
{
    PipelineRequest request = pipe({u"Remove-Thing"_s});
    request.takesInput = true;
    request.commands.first().parameters.append({u"Confirm"_s, boolean(false)});
    const EngineRun run = m_engine.start(request);
    QSignalSpy began(run.pipeline.get(), &remote::RemotePipeline::began);
    QTRY_COMPARE_WITH_TIMEOUT(began.size(), 1, foreignPatienceMs);
    QVERIFY_RESULT(run.pipeline->sendInput(Value(u"four"_s)));
    QVERIFY_RESULT(run.pipeline->sendInput(Value(u"five"_s)));
    QVERIFY_RESULT(run.pipeline->endInput());
    QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
    QVERIFY(run.outcome->isCompleted());
    QCOMPARE(run.outcome->outputTexts(), (QStringList{u"four"_s, u"five"_s}));
}

void tst_EngineRemoting::errors_endOrDoNot()
{
    const EngineOutcome stopped = m_engine.run(u"Stop-Hard"_s);
    QVERIFY(stopped.end.has_value());
    QCOMPARE(stopped.end->state, PipelineState::Failed);
    QCOMPARE(stopped.outputTexts(), QStringList{u"before"_s});
    QVERIFY(stopped.end->error.has_value());
    QCOMPARE(stopped.end->error->message, u"no rights"_s);
    QCOMPARE(categoryName(stopped.end->error->category), u"PermissionDenied"_s);
    QCOMPARE(stopped.end->error->reason, u"UnauthorizedAccessException"_s);
    QCOMPARE(stopped.end->error->fullyQualifiedErrorId, u"NoRights,Stop-Hard"_s);
}

void tst_EngineRemoting::missingCommand_endsThePipeline_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("id");
    QTest::newRow("no such cmdlet") << u"Get-NoSuchThing"_s << QString() << u"CommandNotFoundException"_s;
    QTest::newRow("no such parameter") << u"Remove-Thing"_s << u"NoSuch"_s << u"NamedParameterNotFound,Remove-Thing"_s;
}

void tst_EngineRemoting::missingCommand_endsThePipeline()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, parameter);
    QFETCH(QString, id);
    QList<Command::Parameter> parameters;
    if (!parameter.isEmpty())
        parameters.append({parameter, Value(u"x"_s)});
    const EngineOutcome outcome = m_engine.run(cmdlet, parameters);
    QVERIFY(outcome.end.has_value());
    QCOMPARE(outcome.end->state, PipelineState::Failed);
    QVERIFY(outcome.end->error.has_value());
    QCOMPARE(outcome.end->error->fullyQualifiedErrorId, id);
}

void tst_EngineRemoting::awkwardTexts_comeWhole()
{
    const EngineOutcome outcome = m_engine.run(u"Get-Awkward"_s);
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputTexts(), awkwardTexts());
}

void tst_EngineRemoting::fiftyMegabytes_come()
{
    const EngineOutcome outcome
        = m_engine.run(u"Get-Big"_s, {{u"Count"_s, Value::fromInt(50)}, {u"Size"_s, Value::fromInt(1'000'000)}});
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputs.size(), 50);
    for (const Value &value : outcome.outputs)
        QCOMPARE(value.text().size(), 1'000'000);
}

void tst_EngineRemoting::hundredPipelines_runOneAfterTheOther()
{
    std::vector<EngineRun> runs;
    for (int i = 0; i < 100; ++i) {
        runs.push_back(
            m_engine.start({{Command{u"Get-Typed"_s, false, {}, {{u"Value"_s, Value::fromInt(i)}}}}, false}));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_engine.session().load(), 0, foreignPatienceMs);
    int number = 0;
    for (const EngineRun &run : runs) {
        QVERIFY(run.outcome->isCompleted());
        QCOMPARE(run.outcome->outputs.at(1).toInt(), number++);
    }
}

KAKUIN_TEST(tst_EngineRemoting, testkit::EngineSession::requirement)

} // namespace tests::tst_engine_remoting

#include "tst_engine_remoting.moc"
