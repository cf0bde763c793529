// SPDX-License-Identifier: MIT
#include "core/remote/wsmantransport.h"
#include "enginebackend.h"
#include "enginesession.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_engine_lost {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;
using remote::RemotePipeline;
using remote::RemoteSession;
using remote::Transport;

namespace {

/// How often a pipeline has said that it is over, and how.
struct Watched final {
    std::unique_ptr<RemotePipeline> pipeline;
    int ends = 0;
    int outputs = 0;
    bool hadBegun = true;
    std::optional<Error> failure;
};

void watch(Watched &watched, std::unique_ptr<RemotePipeline> pipeline)
{
    watched.pipeline = std::move(pipeline);
    RemotePipeline *one = watched.pipeline.get();
    QObject::connect(one, &RemotePipeline::output, one, [&watched] { ++watched.outputs; });
    QObject::connect(one, &RemotePipeline::finished, one, [&watched] { ++watched.ends; });
    QObject::connect(one, &RemotePipeline::failed, one, [&watched](const Error &error, bool hasBegun) {
        ++watched.ends;
        watched.failure = error;
        watched.hadBegun = hasBegun;
    });
}

} // namespace

/// The engine, or the network, goes at the n-th piece that arrives: while the session opens, while the key is
/// exchanged, between the streams, behind the end. Everything ends once, and says whether anything may have been done.
class tst_EngineLost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void engine_isKilled_atAnyPoint_data() { points(30, 2); }
    void engine_isKilled_atAnyPoint();
    void network_goes_atAnyPoint_data() { points(10, 1); }
    void network_goes_atAnyPoint();

private:
    static void points(int last, int step)
    {
        QTest::addColumn<int>("piece");
        for (int piece = 0; piece <= last; piece += step)
            QTest::addRow("after piece %d", piece) << piece;
    }
    void runUntilLost(const remote::TransportFactory &transport, const std::function<void()> &lose);
};

void tst_EngineLost::runUntilLost(const remote::TransportFactory &transport, const std::function<void()> &lose)
{
    QFETCH(int, piece);
    int pieces = 0;
    const auto counted = [&](RunspacePool &pool) {
        auto made = transport(pool);
        connect(
            made.get(), &Transport::received, made.get(),
            [&] {
                if (++pieces == piece)
                    lose();
            },
            Qt::QueuedConnection);
        return made;
    };
    RemoteSession session(counted, {});
    QSignalSpy ended(&session, &RemoteSession::ended);
    Watched secret;
    Watched streams;
    session.open();
    watch(secret, session.run({{Command{u"Read-Secret"_s, false, {}, {{u"Password"_s, Secret(u"geheim"_s)}}}}, false}));
    watch(streams, session.run(pipe({u"Write-Everything"_s})));
    if (piece == 0)
        lose();
    // a conversation that was shorter ends here
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty() || (secret.ends > 0 && streams.ends > 0), foreignPatienceMs);
    if (ended.isEmpty())
        lose();
    if (ended.isEmpty() && session.isOpen()) { // a connection that is silent is lost when something has to be said
        streams = Watched();
        watch(streams, session.run(pipe({u"Write-Everything"_s})));
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, foreignPatienceMs);
    const auto error = ended.constFirst().constFirst().value<std::optional<Error>>();
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::ConnectionLost);
    QTRY_COMPARE_WITH_TIMEOUT(streams.ends, 1, foreignPatienceMs);
    QCOMPARE(secret.ends, 1);
    for (const Watched *watched : {&secret, &streams}) {
        if (watched->failure && watched->outputs > 0)
            QVERIFY(watched->hadBegun); // what was done is not known
    }
    if (secret.failure)
        QVERIFY(streams.failure && !streams.hadBegun); // it never had its turn
}

void tst_EngineLost::engine_isKilled_atAnyPoint()
{
    QPointer<Transport> transport;
    runUntilLost(
        [&transport](RunspacePool &pool) {
            auto made = std::make_unique<remote::ProcessTransport>(
                EngineSession::command({EngineSession::script("remoting.ps1")}), pool);
            transport = made.get();
            return made;
        },
        [&transport] {
            if (transport)
                transport->findChild<QProcess *>()->kill();
        });
}

void tst_EngineLost::network_goes_atAnyPoint()
{
    WsmanFront front(std::make_unique<EngineBackend>(QStringList{EngineSession::script("remoting.ps1")}));
    front.setReceiveTimeout(std::chrono::milliseconds(50));
    runUntilLost(
        [&front](RunspacePool &pool) {
            return std::make_unique<remote::WsmanTransport>(remote::WsmanSessionFacts{}, front.connections(), pool);
        },
        [&front] { front.fail(0, {}, {}); });
}

KAKUIN_TEST(tst_EngineLost, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_lost

#include "tst_engine_lost.moc"
