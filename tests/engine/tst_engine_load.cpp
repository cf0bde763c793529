// SPDX-License-Identifier: MIT
#include "core/remote/wsmantransport.h"
#include "enginebackend.h"
#include "enginesession.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

namespace tests::tst_engine_load {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

/// Of this process; nothing where the system does not say, or where freed memory is kept to find mistakes.
std::optional<qint64> residentBytes()
{
#if defined(__SANITIZE_ADDRESS__)
    return std::nullopt;
#else
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList numbers = file.readAll().split(' ');
    return numbers.value(1).toLongLong() * 4096;
#endif
}

} // namespace

/// Much of everything, over each transport, from Microsoft's engine.
class tst_EngineLoad : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiftyMegabytes_areNotHeld_data() { transports(); }
    void fiftyMegabytes_areNotHeld();
    void hundredPipelines_runOneAfterTheOther_data() { transports(); }
    void hundredPipelines_runOneAfterTheOther();
    void eightPipelines_runAtOnce_data() { transports(); }
    void eightPipelines_runAtOnce();
    void textsAndSecrets_crossWhole_data() { transports(); }
    void textsAndSecrets_crossWhole();

private:
    static void transports()
    {
        QTest::addColumn<bool>("isWsman");
        QTest::newRow("stdio") << false;
        QTest::newRow("WS-Management") << true;
    }
    [[nodiscard]] Result<void> open(EngineSession &engine, int maxRunspaces = 1);

    std::unique_ptr<WsmanFront> m_front;
};

Result<void> tst_EngineLoad::open(EngineSession &engine, int maxRunspaces)
{
    QFETCH(bool, isWsman);
    remote::RemoteSession::Options options;
    options.maxRunspaces = maxRunspaces;
    if (!isWsman)
        return engine.open(options);
    m_front = std::make_unique<WsmanFront>(
        std::make_unique<EngineBackend>(QStringList{EngineSession::script("remoting.ps1")}));
    m_front->setReceiveTimeout(std::chrono::milliseconds(20));
    return engine.open(options, [connections = m_front->connections()](RunspacePool &pool) {
        return std::make_unique<remote::WsmanTransport>(remote::WsmanSessionFacts{}, connections, pool);
    });
}

void tst_EngineLoad::fiftyMegabytes_areNotHeld()
{
    QFETCH(bool, isWsman);
    EngineSession engine;
    QVERIFY_RESULT(open(engine));
    const PipelineRequest request{
        {Command{u"Get-Big"_s, false, {}, {{u"Count"_s, Value::fromInt(500)}, {u"Size"_s, Value::fromInt(100'000)}}}},
        false};
    const auto pipeline = engine.session().run(request);
    qint64 characters = 0;
    qint64 least = 0;
    qint64 most = 0;
    bool isOver = false;
    connect(pipeline.get(), &remote::RemotePipeline::output, this, [&](const Value &value) {
        characters += value.text().size();
        const qint64 now = residentBytes().value_or(0);
        least = least == 0 ? now : qMin(least, now);
        most = qMax(most, now);
    });
    connect(pipeline.get(), &remote::RemotePipeline::finished, this, [&] { isOver = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isOver, foreignPatienceMs);
    QCOMPARE(characters, 50'000'000);
    if (!residentBytes() || isWsman)
        return; // behind WS-Management the test's own server holds what was not fetched yet
    QVERIFY2(most - least < 25 * megabyte, qPrintable(u"%1 MB"_s.arg((most - least) / megabyte)));
}

void tst_EngineLoad::hundredPipelines_runOneAfterTheOther()
{
    EngineSession engine;
    QVERIFY_RESULT(open(engine));
    std::vector<EngineRun> runs;
    for (int i = 0; i < 100; ++i)
        runs.push_back(engine.start({{Command{u"Get-Typed"_s, false, {}, {{u"Value"_s, Value::fromInt(i)}}}}, false}));
    QTRY_COMPARE_WITH_TIMEOUT(engine.session().load(), 0, foreignPatienceMs);
    int number = 0;
    for (const EngineRun &run : runs) {
        QVERIFY(run.outcome->isCompleted());
        QCOMPARE(run.outcome->outputs.at(1).toInt(), number++);
    }
}

void tst_EngineLoad::eightPipelines_runAtOnce()
{
    EngineSession engine;
    QVERIFY_RESULT(open(engine, 8));
    std::vector<EngineRun> endless;
    for (int i = 0; i < 8; ++i)
        endless.push_back(engine.start(scriptRequest(u"while ($true) { %1; [Threading.Thread]::Sleep(20) }"_s.arg(i))));
    for (const EngineRun &run : endless)
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->outputs.size() > 3, foreignPatienceMs); // all of them at the same time
    int number = 0;
    for (const EngineRun &run : endless) {
        QCOMPARE(run.outcome->outputs.constLast().toInt(), number++);
        run.pipeline->stop();
    }
    for (const EngineRun &run : endless) {
        QTRY_VERIFY_WITH_TIMEOUT(run.outcome->isOver(), foreignPatienceMs);
        QVERIFY(run.outcome->end.has_value());
        QCOMPARE(run.outcome->end->state, PipelineState::Stopped);
    }
}

void tst_EngineLoad::textsAndSecrets_crossWhole()
{
    EngineSession engine;
    QVERIFY_RESULT(open(engine));
    QCOMPARE(engine.run(u"Get-Awkward"_s).outputTexts(), awkwardTexts());
    const Credential credential{u"CONTOSO\\admin"_s, Secret(u"другой 秘密"_s)};
    const EngineOutcome outcome
        = engine.run(u"Read-Secret"_s, {{u"Password"_s, Secret(u"pass-ワード-𠮟"_s)}, {u"Credential"_s, credential}});
    QVERIFY(outcome.isCompleted());
    QCOMPARE(outcome.outputs.size(), 5);
    const SessionKey *key = engine.session().pool().sessionKey();
    QVERIFY(key != nullptr);
    QCOMPARE(outcome.outputs.at(0).text(), u"pass-ワード-𠮟"_s);
    QCOMPARE(unsealed(outcome.outputs.at(1), *key).value().text(), u"pass-ワード-𠮟"_s);
    QCOMPARE(unsealedCredential(outcome.outputs.at(4), *key).value(), credential);
}

KAKUIN_TEST(tst_EngineLoad, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_load

#include "tst_engine_load.moc"
