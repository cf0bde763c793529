// SPDX-License-Identifier: MIT
#include "core/remote/processtransport.h"
#include "core/remote/remotesession.h"
#include "core/remote/wirelog.h"
#include "core/remote/wsmantransport.h"
#include "labserver/psrpserver.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_wirelog {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

QStringList logged; // what was written to the program's log

void keepLogged(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

/// A transport that brings what a test gives it.
class GivenTransport final : public Transport {
public:
    explicit GivenTransport(RunspacePool &pool)
        : Transport(pool, nullptr)
    {
    }
    void start() override { }
    void pump() override
    {
        for (const QUuid &channel : {QUuid(), m_pipeline}) {
            while (pool().hasOutgoing(channel, RunspacePool::Stream::Default))
                (void)server.receive(channel, pool().nextChunk(channel, RunspacePool::Stream::Default, 32768));
        }
    }
    void openPipeline(const QUuid &pipeline) override { m_pipeline = pipeline; }
    void stopPipeline(const QUuid &) override { }
    void closePipeline(const QUuid &) override { }
    void close() override { }
    [[nodiscard]] bool hasSent(const QUuid &) const override { return true; }

    void bring(const QUuid &channel) { Q_EMIT received(channel, server.nextChunk(channel, 1'000'000)); }
    [[nodiscard]] QUuid pipeline() const { return m_pipeline; }
    PsrpServer server;

private:
    QUuid m_pipeline;
};

} // namespace

/// A server that breaks the protocol: what ended, when, and why is said, and its bytes are kept, without secrets.
class tst_WireLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { logged.clear(); }
    void log_keepsTheNewest();
    void brokenProtocol_namesItsStage_data();
    void brokenProtocol_namesItsStage();
    void lostOutput_isKept();
    void brokenTransport_isKept_data();
    void brokenTransport_isKept();
};

void tst_WireLog::log_keepsTheNewest()
{
    const auto before = qInstallMessageHandler(&keepLogged);
    WireLog log;
    for (int i = 0; i < 150; ++i)
        log.add(evidenceOf(u"fragment"_s, QByteArray::number(i), 3), u"problem\n%1"_s.arg(i));
    qInstallMessageHandler(before);
    QCOMPARE(log.records().size(), WireLog::most);
    QCOMPARE(log.records().constFirst().evidence.head, QByteArray("50"));
    QVERIFY(!log.records().constLast().problem.contains(u'\n'));
    QCOMPARE(logged.size(), WireLog::most); // a server that sends nonsense without end does not fill a disk
    QVERIFY(logged.constFirst().contains(u"fragment, 1 bytes: 30"));
}

void tst_WireLog::brokenProtocol_namesItsStage_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<int>("type");
    QTest::newRow("while it opens") << u"opening"_s << static_cast<int>(MessageType::RunspacePoolState);
    QTest::newRow("while nothing runs") << u"idle"_s << static_cast<int>(MessageType::RunspacePoolState);
    QTest::newRow("while a pipeline runs") << u"running"_s << static_cast<int>(MessageType::PipelineState);
    QTest::newRow("while the key is exchanged")
        << u"session key"_s << static_cast<int>(MessageType::EncryptedSessionKey);
}

void tst_WireLog::brokenProtocol_namesItsStage()
{
    QFETCH(QString, stage);
    QFETCH(int, type);
    const auto before = qInstallMessageHandler(&keepLogged);
    GivenTransport *transport = nullptr;
    RemoteSession session(
        [&transport](RunspacePool &pool) {
            auto made = std::make_unique<GivenTransport>(pool);
            transport = made.get();
            return made;
        },
        {});
    QSignalSpy ended(&session, &RemoteSession::ended);
    std::unique_ptr<RemotePipeline> pipeline;
    transport->server.setOpensPools(stage != u"opening");
    transport->server.setAnswersKeyExchange(false);
    session.open();
    transport->pump();
    transport->bring({});
    if (stage == u"running" || stage == u"session key") {
        const Command::Parameter secret{u"Password"_s, Secret(u"geheim"_s)};
        pipeline = session.run(
            {{Command{u"Get-Thing"_s, false, {}, stage == u"running" ? QList<Command::Parameter>() : QList{secret}}},
                false});
        QTRY_VERIFY(!transport->pipeline().isNull());
    }
    const QUuid channel = stage == u"running" ? transport->pipeline() : QUuid();
    transport->server.sendRaw(channel, static_cast<MessageType>(type), channel,
        "<Obj RefId='0'><MS><S N='EncryptedSessionKey'>geheim</S><I32 N='PipelineState'>77</I32></MS></Obj>");
    transport->bring(channel);
    qInstallMessageHandler(before);
    QCOMPARE(ended.size(), 1);
    const auto error = ended.constFirst().constFirst().value<std::optional<Error>>();
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::UnexpectedOutput);
    QVERIFY2(error->detail.startsWith(stage + u": "_s), qPrintable(error->detail));
    QCOMPARE(session.wireLog().records().size(), 1);
    const WireLog::Record record = session.wireLog().records().constFirst();
    QCOMPARE(record.evidence.kind, nameOf(static_cast<MessageType>(type)));
    QVERIFY(record.evidence.markup.contains(u"<I32 N=\"PipelineState\">77</I32>"));
    QVERIFY(!record.problem.isEmpty());
    QVERIFY(!logged.isEmpty());
    QVERIFY(!logged.join(u'\n').contains(u"geheim"));
}

void tst_WireLog::lostOutput_isKept()
{
    GivenTransport *transport = nullptr;
    RemoteSession session(
        [&transport](RunspacePool &pool) {
            auto made = std::make_unique<GivenTransport>(pool);
            transport = made.get();
            return made;
        },
        {});
    session.open();
    transport->pump();
    transport->bring({});
    const auto pipeline = session.run({{Command{u"Get-Thing"_s, false, {}, {}}}, false});
    QTRY_VERIFY(!transport->pipeline().isNull());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"PIPELINE_OUTPUT, 12 bytes: <S>\\[6\\]</\\[1\\] - "_s));
    transport->server.sendRaw(
        transport->pipeline(), MessageType::PipelineOutput, transport->pipeline(), "<S>geheim</S");
    transport->bring(transport->pipeline());
    QVERIFY(session.isOpen());
    QCOMPARE(session.wireLog().records().size(), 1);
    QCOMPARE(session.wireLog().records().constFirst().evidence.bytes, 12);
}

void tst_WireLog::brokenTransport_isKept_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isWsman");
    QTest::newRow("a packet") << QByteArray(
        "<Data Stream='Default' PSGuid='00112233-4455-6677-8899-aabbccddeeff'>geh*eim</Data>")
                              << false;
    QTest::newRow("an envelope") << QByteArray("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'>geheim")
                                 << true;
    QTest::newRow("a page") << QByteArray("<html><body>geheim</body>") << true;
}

void tst_WireLog::brokenTransport_isKept()
{
    QFETCH(QByteArray, said);
    QFETCH(bool, isWsman);
    WsmanFront front(std::make_unique<ShellServer>(std::make_shared<ScriptedShell>()));
    front.fail(200, said.startsWith("<html") ? "text/html" : "application/soap+xml", said);
    const auto before = qInstallMessageHandler(&keepLogged);
    RemoteSession session(
        [&](RunspacePool &pool) -> std::unique_ptr<Transport> {
            if (isWsman)
                return std::make_unique<WsmanTransport>(WsmanSessionFacts{}, front.connections(), pool);
            return std::make_unique<ProcessTransport>(
                ProcessTransport::Command{
                    u"/bin/sh"_s, {u"-c"_s, u"printf '%s\\n' \"$0\"; read x"_s, QString::fromUtf8(said)}},
                pool);
        },
        {});
    QSignalSpy ended(&session, &RemoteSession::ended);
    session.open();
    QTRY_COMPARE(ended.size(), 1);
    qInstallMessageHandler(before);
    const auto error = ended.constFirst().constFirst().value<std::optional<Error>>();
    const bool isPage = said.startsWith("<html"); // not even WS-Management
    QCOMPARE(error->code, isPage ? ErrorCode::ServiceForeign : ErrorCode::UnexpectedOutput);
    QVERIFY(!error->detail.contains(u"geh"));
    QCOMPARE(session.wireLog().records().size(), 1);
    QVERIFY(session.wireLog().records().constFirst().evidence.bytes >= said.size());
    QVERIFY(!logged.join(u'\n').contains(u"geh"));
}

KAKUIN_TEST(tst_WireLog)

} // namespace tests::tst_wirelog

#include "tst_wirelog.moc"
