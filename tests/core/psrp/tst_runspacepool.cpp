// SPDX-License-Identifier: MIT
#include "core/psrp/runspacepool.h"
#include "labserver/psrpserver.h"
#include "tests/testkit/verifyresult.h"

#include "core/clixml/object.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_runspacepool {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;
using Stream = RunspacePool::Stream;

namespace {

PipelineRequest one(const QString &cmdlet)
{
    return {{Command{cmdlet, false, {}, {}}}, false};
}

} // namespace

/// Both ends joined in memory; what crosses is cut small, so that every hop is in pieces.
class tst_RunspacePool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pool_opens();
    void pool_takesNothing_beforeItIsOpen();
    void pool_opensWithEveryVersionOfItsMajor_data();
    void pool_opensWithEveryVersionOfItsMajor();
    void pipeline_arrivesAsItWasAsked();
    void pipeline_givesEverythingInOrder();
    void pipelines_keepApart();
    void secret_waitsForTheKey_whichIsAskedForOnce();
    void secret_waitsForEver_whenTheServerGivesNoKey();
    void input_isSentAndEnded();
    void question_isAnsweredOnce();
    void question_canBeRefused();
    void credential_canBeAnswered();
    void nothingComes_afterTheEnd();
    void unreadableOutput_isSaid_andTheRestGoesOn();
    void protocol_isBroken_data();
    void protocol_isBroken();
    void poolEnd_endsEverything();

private:
    void pump();
    [[nodiscard]] QUuid start(const PipelineRequest &request);
    template <class T>
    [[nodiscard]] QList<T> of() const
    {
        QList<T> found;
        for (const Event &event : m_events) {
            if (const auto *match = std::get_if<T>(&event))
                found.append(*match);
        }
        return found;
    }

    std::unique_ptr<RunspacePool> m_pool;
    std::unique_ptr<PsrpServer> m_server;
    QList<Event> m_events;
    QList<QUuid> m_channels;
};

void tst_RunspacePool::init()
{
    m_pool = std::make_unique<RunspacePool>(RunspacePool::Options(), std::make_shared<SystemEntropy>());
    m_server = std::make_unique<PsrpServer>();
    m_events.clear();
    m_channels = {QUuid()};
}

void tst_RunspacePool::pump()
{
    bool isMoving = true;
    while (isMoving) {
        isMoving = false;
        for (const QUuid &channel : std::as_const(m_channels)) {
            for (const Stream stream : {Stream::PromptResponse, Stream::Default}) {
                const QByteArray chunk = m_pool->nextChunk(channel, stream, 500);
                if (!chunk.isEmpty())
                    QVERIFY_RESULT(m_server->receive(channel, chunk));
                isMoving = isMoving || !chunk.isEmpty();
            }
        }
        const QList<QUuid> talkative = m_server->talkative();
        for (const QUuid &channel : talkative) {
            m_pool->receive(channel, m_server->nextChunk(channel, 300));
            isMoving = true;
        }
        while (const auto event = m_pool->nextEvent())
            m_events.append(*event);
    }
}

QUuid tst_RunspacePool::start(const PipelineRequest &request)
{
    if (m_pool->state() == PoolState::BeforeOpen) {
        (void)m_pool->open();
        pump();
    }
    const auto created = m_pool->createPipeline(request);
    if (!created)
        return {};
    m_channels.append(*created);
    pump();
    return *created;
}

void tst_RunspacePool::pool_opens()
{
    QVERIFY_RESULT(m_pool->open());
    QCOMPARE(m_pool->state(), PoolState::Opening);
    pump();
    QCOMPARE(m_pool->state(), PoolState::Opened);
    QCOMPARE(of<PoolOpened>().size(), 1);
    QCOMPARE(m_pool->protocolVersion(), u"2.3"_s);
    QCOMPARE(m_server->pool(), m_pool->id());
    QVERIFY(!m_pool->open());
}

void tst_RunspacePool::pool_takesNothing_beforeItIsOpen()
{
    QVERIFY(!m_pool->createPipeline(one(u"Get-Thing"_s)));
    QVERIFY(!m_pool->exchangeKeys());
    QVERIFY(!m_pool->sendInput(QUuid::createUuid(), Value()));
    QVERIFY(!m_pool->answer(HostCall(), HostReply::choice(0)));
    m_server->setOpensPools(false);
    QVERIFY_RESULT(m_pool->open());
    pump();
    QVERIFY(!m_pool->createPipeline(one(u"Get-Thing"_s)));
}

void tst_RunspacePool::pool_opensWithEveryVersionOfItsMajor_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("effective");
    QTest::newRow("older") << u"2.1"_s << u"2.1"_s;
    QTest::newRow("the same") << u"2.3"_s << u"2.3"_s;
    QTest::newRow("newer") << u"2.4"_s << u"2.3"_s;
    QTest::newRow("another major") << u"3.0"_s << QString();
    QTest::newRow("none") << u"?"_s << QString();
}

void tst_RunspacePool::pool_opensWithEveryVersionOfItsMajor()
{
    QFETCH(QString, said);
    QFETCH(QString, effective);
    if (said != u"?")
        m_server->setProtocolVersion(said);
    else
        m_server->setProtocolVersion(u"0.0"_s);
    QVERIFY_RESULT(m_pool->open());
    pump();
    QCOMPARE(m_pool->protocolVersion(), effective);
    QCOMPARE(m_pool->state(), effective.isEmpty() ? PoolState::Broken : PoolState::Opened);
    QCOMPARE(of<ProtocolBroken>().size(), effective.isEmpty() ? 1 : 0);
}

void tst_RunspacePool::pipeline_arrivesAsItWasAsked()
{
    PipelineRequest request;
    Command get{u"Get-ExchangeCertificate"_s, false, {},
        {{u"Server"_s, Value(u"EX01"_s)}, {QString(), Value(u"position\nal"_s)}, {u"Force"_s, Value(Value::Data(true))},
            {u"Services"_s, Value(clixml::ObjectBuilder::list({Value(u"IMAP"_s), Value(u"POP"_s)}))},
            {u"Nothing"_s, Value()}, {u"Data"_s, Value(Value::Data(QByteArray("\0\1\2", 3)))}}};
    request.commands = {get, Command{u"'quoted' | & \"x\""_s, true, {}, {}}};
    const QUuid id = start(request);
    const auto arrived = m_server->nextRequest();
    QVERIFY(arrived);
    const auto &asked = std::get<PsrpServer::PipelineRequested>(*arrived);
    QCOMPARE(asked.pipeline, id);
    QCOMPARE(asked.request, request);
}

void tst_RunspacePool::pipeline_givesEverythingInOrder()
{
    const QUuid id = start(one(u"Get-Thing"_s));
    m_server->sendOutput(id, Value(QString(5000, u'あ')));
    m_server->sendWarning(id, u"careful"_s);
    ErrorRecord record;
    record.message = u"no"_s;
    m_server->sendError(id, record);
    m_server->sendOutput(id, Value());
    m_server->sendState(id, PipelineState::Running); // psrpcore announces it, Windows does not
    m_server->sendState(id, PipelineState::Completed);
    m_events.clear();
    pump();
    QCOMPARE(m_events.size(), 5);
    QCOMPARE(std::get<OutputWritten>(m_events.at(0)).value.text().size(), 5000);
    QCOMPARE(std::get<TextWritten>(m_events.at(1)).text, u"careful"_s);
    QCOMPARE(std::get<ErrorWritten>(m_events.at(2)).record.message, u"no"_s);
    QVERIFY(std::get<OutputWritten>(m_events.at(3)).value.isNull());
    QCOMPARE(std::get<PipelineEnded>(m_events.at(4)).state, PipelineState::Completed);
}

void tst_RunspacePool::pipelines_keepApart()
{
    const QUuid first = start(one(u"Get-A"_s));
    const QUuid second = start(one(u"Get-B"_s));
    QVERIFY(first != second);
    m_server->sendOutput(second, Value(u"b"_s));
    m_server->sendOutput(first, Value(u"a"_s));
    m_server->sendState(second, PipelineState::Completed);
    m_server->sendState(first, PipelineState::Failed);
    pump();
    for (const OutputWritten &output : of<OutputWritten>())
        QCOMPARE(output.value.text(), output.pipeline == first ? u"a"_s : u"b"_s);
    QCOMPARE(of<PipelineEnded>().size(), 2);
}

void tst_RunspacePool::secret_waitsForTheKey_whichIsAskedForOnce()
{
    PipelineRequest request{{Command{u"Import-Thing"_s, false, {}, {{u"Password"_s, Secret(u"geheim"_s)}}}}, false};
    request.commands.first().parameters.append(
        {u"Credential"_s, Credential{u"CONTOSO\\admin"_s, Secret(u"another"_s)}});
    (void)start(one(u"Get-Thing"_s));
    QVERIFY(m_pool->sessionKey() == nullptr);
    (void)m_server->nextRequest();
    for (int i = 0; i < 2; ++i) {
        (void)start(request);
        const auto arrived = m_server->nextRequest();
        QVERIFY(arrived);
        QCOMPARE(std::get<PsrpServer::PipelineRequested>(*arrived).request, request);
    }
    QCOMPARE(of<SessionKeyReady>().size(), 1);
    QVERIFY(!m_pool->isWaitingForKey());
}

void tst_RunspacePool::secret_waitsForEver_whenTheServerGivesNoKey()
{
    m_server->setAnswersKeyExchange(false);
    PipelineRequest request{{Command{u"Import-Thing"_s, false, {}, {{u"Password"_s, Secret(u"geheim"_s)}}}}, false};
    const QUuid waiting = start(request);
    QVERIFY(!waiting.isNull());
    QVERIFY(m_pool->isWaitingForKey());
    QVERIFY(!m_server->nextRequest());
    m_pool->forget(waiting); // whoever waits gives up; nothing of it is sent when a key comes after all
    QVERIFY(!m_pool->hasOutgoing(waiting, Stream::Default));
}

void tst_RunspacePool::input_isSentAndEnded()
{
    PipelineRequest request = one(u"Set-Thing"_s);
    request.takesInput = true;
    const QUuid id = start(request);
    QVERIFY_RESULT(m_pool->sendInput(id, Value(u"a"_s)));
    QVERIFY_RESULT(m_pool->sendInput(id, Secret(u"b"_s)));
    QVERIFY_RESULT(m_pool->endInput(id)); // behind the secret, which waits for the key
    pump();
    (void)m_server->nextRequest();
    QCOMPARE(std::get<PsrpServer::InputArrived>(*m_server->nextRequest()).value.text(), u"a"_s);
    const auto second = std::get<PsrpServer::InputArrived>(*m_server->nextRequest());
    QCOMPARE(unsealed(second.value, *m_server->sessionKey()).value().text(), u"b"_s);
    QVERIFY(std::get<PsrpServer::InputArrived>(*m_server->nextRequest()).isEnd);
}

void tst_RunspacePool::question_isAnsweredOnce()
{
    const QUuid id = start(one(u"Remove-Thing"_s));
    (void)m_server->nextRequest();
    m_server->sendChoice(id, 7, {u"Confirm"_s, u"Really?"_s, {{u"&Yes"_s, {}}, {u"&No"_s, {}}}, 0});
    pump();
    const auto calls = of<HostCalled>();
    QCOMPARE(calls.size(), 1);
    QVERIFY(!m_server->nextRequest()); // nobody answers for the person
    QVERIFY_RESULT(m_pool->answer(calls.constFirst().call, HostReply::choice(1)));
    QVERIFY(!m_pool->answer(calls.constFirst().call, HostReply::choice(0)));
    pump();
    const auto answered = std::get<PsrpServer::CallAnswered>(*m_server->nextRequest());
    QCOMPARE(answered.id, 7);
    QCOMPARE(answered.pipeline, id);
    QCOMPARE(answered.result.toInt(), 1);
    QVERIFY(!answered.isRefused);
}

void tst_RunspacePool::question_canBeRefused()
{
    const QUuid id = start(one(u"Remove-Thing"_s));
    (void)m_server->nextRequest();
    m_server->sendCall(id, 8, static_cast<HostMethod>(51), {});
    pump();
    const HostCall call = of<HostCalled>().constFirst().call;
    QVERIFY_RESULT(m_pool->answer(call, HostReply::refusal(call)));
    pump();
    const auto answered = std::get<PsrpServer::CallAnswered>(*m_server->nextRequest());
    QVERIFY(answered.isRefused);
    QVERIFY(answered.result.isNull());
}

void tst_RunspacePool::credential_canBeAnswered()
{
    const QUuid id = start(one(u"Connect-Thing"_s));
    (void)m_server->nextRequest();
    m_server->sendCall(id, 9, HostMethod::PromptForCredential, {Value(), Value(), Value(), Value()});
    pump();
    const Credential credential{u"CONTOSO\\admin"_s, Secret(u"geheim"_s)};
    QVERIFY_RESULT(m_pool->answer(of<HostCalled>().constFirst().call, HostReply::argument(credential)));
    pump();
    const auto answered = std::get<PsrpServer::CallAnswered>(*m_server->nextRequest());
    QCOMPARE(unsealedCredential(answered.result, *m_server->sessionKey()).value(), credential);
}

void tst_RunspacePool::nothingComes_afterTheEnd()
{
    const QUuid id = start(one(u"Get-Thing"_s));
    m_server->sendCall(id, 4, HostMethod::ReadLine, {});
    m_server->sendState(id, PipelineState::Stopped);
    m_server->sendOutput(id, Value(u"late"_s));
    m_server->sendState(id, PipelineState::Completed);
    pump();
    QCOMPARE(of<PipelineEnded>().size(), 1);
    QVERIFY(of<OutputWritten>().isEmpty());
    QVERIFY(!m_pool->answer(of<HostCalled>().constFirst().call, HostReply::line(u"x"_s)));
    m_pool->forget(id);
    m_pool->receive(id, "anything");
    QVERIFY(!m_pool->nextEvent());
    QCOMPARE(m_pool->state(), PoolState::Opened);
}

void tst_RunspacePool::unreadableOutput_isSaid_andTheRestGoesOn()
{
    const QUuid id = start(one(u"Get-Thing"_s));
    m_server->sendRaw(id, MessageType::PipelineOutput, id, "<Obj><broken");
    m_server->sendRaw(id, static_cast<MessageType>(0x00041012), id, "<S>unknown type</S>");
    m_server->sendOutput(id, Value(u"whole"_s));
    m_server->sendState(id, PipelineState::Completed);
    pump();
    QCOMPARE(of<MessageLost>().size(), 1);
    QCOMPARE(of<MessageLost>().constFirst().type, MessageType::PipelineOutput);
    QCOMPARE(of<OutputWritten>().size(), 1);
    QCOMPARE(of<PipelineEnded>().size(), 1);
}

void tst_RunspacePool::protocol_isBroken_data()
{
    QTest::addColumn<bool>("isPools");
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *tag, bool isPools, MessageType type, const QByteArray &data) {
        QTest::newRow(tag) << isPools << static_cast<quint32>(type) << data;
    };
    row("a state that is none", false, MessageType::PipelineState, "<S>x</S>");
    row("a state out of range", false, MessageType::PipelineState,
        "<Obj RefId='0'><MS><I32 N='PipelineState'>77</I32></MS></Obj>");
    row("a state that cannot be read", false, MessageType::PipelineState, "<Obj");
    row("a question that cannot be read", false, MessageType::PipelineHostCall, "<!DOCTYPE x><S />");
    row("a question without a number", false, MessageType::PipelineHostCall, "<Obj RefId='0'><MS /></Obj>");
    row("a pool state that is none", true, MessageType::RunspacePoolState, "<Nil />");
    row("pool data that cannot be read", true, MessageType::ApplicationPrivateData, "<Obj>");
    row("a second capability of another kind", true, MessageType::SessionCapability,
        "<Obj RefId='0'><MS><Version N='protocolversion'>9.0</Version></MS></Obj>");
}

void tst_RunspacePool::protocol_isBroken()
{
    QFETCH(bool, isPools);
    QFETCH(quint32, type);
    QFETCH(QByteArray, data);
    const QUuid id = start(one(u"Get-Thing"_s));
    const QUuid channel = isPools ? QUuid() : id;
    m_server->sendRaw(channel, static_cast<MessageType>(type), channel, data);
    m_server->sendOutput(id, Value(u"not trusted any more"_s));
    pump();
    QCOMPARE(of<ProtocolBroken>().size(), 1);
    QVERIFY(!of<ProtocolBroken>().constFirst().error.detail.isEmpty());
    QCOMPARE(m_pool->state(), PoolState::Broken);
    QVERIFY(!m_pool->createPipeline(one(u"Get-Thing"_s)));
}

void tst_RunspacePool::poolEnd_endsEverything()
{
    const QUuid id = start(one(u"Get-Thing"_s));
    ErrorRecord record;
    record.message = u"the server goes down"_s;
    m_server->sendPoolState(PoolState::Broken, record);
    pump();
    QCOMPARE(of<PoolEnded>().size(), 1);
    QCOMPARE(of<PoolEnded>().constFirst().error->message, record.message);
    QVERIFY(!m_pool->endInput(id));
    QCOMPARE(m_pool->state(), PoolState::Broken);
}

KAKUIN_TEST(tst_RunspacePool)

} // namespace tests::tst_runspacepool

#include "tst_runspacepool.moc"
