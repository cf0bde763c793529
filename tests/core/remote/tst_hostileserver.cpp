// SPDX-License-Identifier: MIT
#include "core/psrp/runspacepool.h"
#include "core/remote/outofprocpacket.h"
#include "core/remote/wsmananswer.h"
#include "labserver/psrpserver.h"
#include "tests/testkit/recordedsessions.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QRandomGenerator>

#include <QtTest/QTest>

namespace tests::tst_hostileserver {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 seed = 20261123; // the same every time: a failure can be repeated

/// A few bytes changed, left out, doubled or cut off.
QByteArray spoilt(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = random.bounded(1, 4);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
        const auto length = static_cast<qsizetype>(random.bounded(1, 9));
        switch (random.bounded(5)) {
        case 0:
            bytes[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 3:
            bytes.truncate(at);
            break;
        default:
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
        }
    }
    return bytes;
}

/// What a server says in one session: every kind of message.
QByteArray conversation(RunspacePool &pool, const QUuid &pipeline, PsrpServer &server)
{
    (void)server.receive(pipeline, pool.nextChunk(pipeline, RunspacePool::Stream::Default, 1'000'000));
    ErrorRecord record;
    record.message = u"no"_s;
    server.sendOutput(pipeline, clixml::Value(u"証明書 & <more>"_s));
    server.sendWarning(pipeline, u"careful"_s);
    server.sendError(pipeline, record);
    server.sendChoice(pipeline, 1, {u"Confirm"_s, u"Really?"_s, {{u"&Yes"_s, {}}, {u"&No"_s, {}}}, 0});
    server.sendState(pipeline, PipelineState::Failed, record);
    return server.nextChunk(pipeline, 1'000'000);
}

} // namespace

/// Recorded and made-up bytes with changes in them: whatever they say, there is an end, an error or nothing; never a
/// crash, and never a session that is half broken.
class tst_HostileServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spoiltMessages_endInOrder();
    void spoiltLines_areReadOrRefused();
    void spoiltEnvelopes_areReadOrRefused();
};

void tst_HostileServer::spoiltMessages_endInOrder()
{
    QRandomGenerator random(seed);
    int broken = 0;
    for (int round = 0; round < 3000; ++round) {
        RunspacePool pool({1, 1, {1'000'000, 100'000}}, std::make_shared<SystemEntropy>());
        PsrpServer server;
        QVERIFY_RESULT(pool.open());
        (void)server.receive({}, pool.nextChunk({}, RunspacePool::Stream::Default, 1'000'000));
        const QByteArray opening = server.nextChunk({}, 1'000'000);
        pool.receive({}, round % 4 == 0 ? spoilt(opening, random) : opening);
        while (pool.nextEvent()) { }
        const auto pipeline = pool.createPipeline({{Command{u"Get-Thing"_s, false, {}, {}}}, false});
        if (pipeline)
            pool.receive(*pipeline, spoilt(conversation(pool, *pipeline, server), random));
        int ends = 0;
        while (const auto event = pool.nextEvent()) {
            ends += std::holds_alternative<PipelineEnded>(*event) || std::holds_alternative<ProtocolBroken>(*event);
            if (std::holds_alternative<ProtocolBroken>(*event))
                ++broken;
        }
        QVERIFY(ends <= 2);
        QCOMPARE(pool.createPipeline({{Command{u"x"_s, false, {}, {}}}, false}).has_value(),
            pool.state() == PoolState::Opened);
    }
    QVERIFY(broken > 100);
}

void tst_HostileServer::spoiltLines_areReadOrRefused()
{
    const QStringList files = recordedEngineFiles();
    if (files.isEmpty())
        QSKIP("no recordings of Microsoft's engine (KAKUIN_CAPTURED_DATA/engine)");
    QRandomGenerator random(seed);
    int refused = 0;
    for (const QString &file : files) {
        const auto lines = recordedLines(file);
        for (const RecordedLine &line : lines) {
            for (int i = 0; i < 20; ++i) {
                const auto packet = remote::parsePacket(spoilt(line.line.left(2000), random));
                refused += !packet;
            }
        }
    }
    QVERIFY(refused > 1000);
}

void tst_HostileServer::spoiltEnvelopes_areReadOrRefused()
{
    const QStringList files = recordedWinrmFiles();
    if (files.isEmpty())
        QSKIP("no recordings of Windows servers (KAKUIN_CAPTURED_DATA/winrm)");
    QRandomGenerator random(seed);
    int refused = 0;
    for (const QString &file : files) {
        const auto exchanges = recordedExchanges(file);
        for (const RecordedExchange &exchange : exchanges) {
            for (int i = 0; i < 10; ++i) {
                const auto answer = remote::parseAnswer(spoilt(exchange.response.toUtf8(), random));
                refused += !answer;
                if (answer && answer->fault)
                    QVERIFY(answer->fault->text.size() <= 65536);
            }
        }
    }
    QVERIFY(refused > 100);
}

KAKUIN_TEST(tst_HostileServer)

} // namespace tests::tst_hostileserver

#include "tst_hostileserver.moc"
