// SPDX-License-Identifier: MIT
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "labserver/psrpserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_hostmethods {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using clixml::Value;
using shell::Cmdlet;

namespace {

constexpr int firstUnknown = 57;
constexpr qint64 callId = 3;
constexpr qint64 voidId = -100;

/// A server whose Ask-Something calls one method of the host and goes on when it has the answer, as real servers wait;
/// every other cmdlet says "done".
class AskingServer final : public PsrpBackend {
public:
    struct Asking final {
        HostMethod method = HostMethod::GetName;
        qint64 id = callId;
        QList<Value> parameters;
        bool isPools = false; ///< the pool asks, as soon as it is open
        bool endsAtOnce = false; ///< without waiting for the answer
    };
    explicit AskingServer(std::shared_ptr<Asking> asking)
        : m_asking(std::move(asking))
    {
    }
    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes) override
    {
        const auto received = m_psrp.receive(channel, bytes);
        if (m_asking->isPools && !std::exchange(m_poolHasAsked, true))
            m_psrp.sendCall({}, m_asking->id, m_asking->method, m_asking->parameters);
        while (const auto request = m_psrp.nextRequest())
            std::visit([this](const auto &r) { take(r); }, *request);
        Q_EMIT talked();
        return received;
    }
    [[nodiscard]] Result<void> receiveAnswer(const QByteArray &bytes) override
    {
        return receive(QUuid::createUuid(), bytes);
    }
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) override
    {
        return m_psrp.nextChunk(channel, maxBytes);
    }
    void stop(const QUuid &pipeline) override
    {
        m_isStopped = true;
        if (m_waiting == pipeline)
            return; // the thread of the cmdlet hangs in its question, as on real servers
        m_psrp.sendState(pipeline, PipelineState::Stopped);
        Q_EMIT talked();
    }
    void forget(const QUuid &pipeline) override { m_psrp.forget(pipeline); }

    [[nodiscard]] const QList<PsrpServer::CallAnswered> &answers() const { return m_answers; }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    void take(const PsrpServer::PipelineRequested &asked)
    {
        const QUuid id = asked.pipeline;
        if (asked.request.commands.constFirst().text != u"Ask-Something") {
            m_psrp.sendOutput(id, Value(u"done"_s));
            m_psrp.sendState(id, PipelineState::Completed);
            return;
        }
        m_psrp.sendCall(id, m_asking->id, m_asking->method, m_asking->parameters);
        if (m_asking->id == voidId || m_asking->endsAtOnce)
            m_psrp.sendState(id, PipelineState::Completed);
        else
            m_waiting = id;
    }
    void take(const PsrpServer::InputArrived &) { }
    void take(const PsrpServer::CallAnswered &answer)
    {
        m_answers.append(answer);
        const QUuid id = std::exchange(m_waiting, QUuid());
        if (id.isNull())
            return;
        if (!answer.isRefused)
            m_psrp.sendOutput(id, answer.result);
        m_psrp.sendState(id, m_isStopped ? PipelineState::Stopped : PipelineState::Completed);
    }

    PsrpServer m_psrp;
    std::shared_ptr<Asking> m_asking;
    QUuid m_waiting;
    QList<PsrpServer::CallAnswered> m_answers;
    bool m_isStopped = false;
    bool m_poolHasAsked = false;
};

/// What a client can say of itself without a person.
const QList<int> facts{1, 2, 3, 4, 5, 54};

} // namespace

/// Every method that a server may call on its client's host: answered or refused, and the session goes on.
class tst_HostMethods : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(open({})); }
    void method_isAnsweredOrRefused_data();
    void method_isAnsweredOrRefused();
    void voidMethod_isNeverAnswered_data() { everyMethod(); }
    void voidMethod_isNeverAnswered();
    void poolsMethod_isAnsweredOrRefused_data() { everyMethod(); }
    void poolsMethod_isAnsweredOrRefused();
    void method_ofAPipelineThatHasEnded_isLeftAlone_data() { everyMethod(); }
    void method_ofAPipelineThatHasEnded_isLeftAlone();
    void choice_thatCannotBeShown_isRefused();
    void facts_areSensible();

private:
    static void everyMethod();
    [[nodiscard]] bool open(const AskingServer::Asking &asking);
    [[nodiscard]] Result<shell::PipelineOutput> ask() { return await(m_shell->invoke(Cmdlet(u"Ask-Something"_s))); }

    std::shared_ptr<AskingServer::Asking> m_asking;
    AskingServer *m_server = nullptr;
    std::unique_ptr<WsmanFront> m_front;
    std::shared_ptr<remote::RemoteShell> m_shell;
};

bool tst_HostMethods::open(const AskingServer::Asking &asking)
{
    m_shell.reset();
    m_asking = std::make_shared<AskingServer::Asking>(asking);
    auto server = std::make_unique<AskingServer>(m_asking);
    m_server = server.get();
    m_front = std::make_unique<WsmanFront>(std::move(server));
    m_front->setReceiveTimeout(std::chrono::milliseconds(5));
    remote::RemoteShell::Connection connection;
    connection.name = u"ex01"_s;
    connection.transport = [connections = m_front->connections()](RunspacePool &pool) {
        return std::make_unique<remote::WsmanTransport>(remote::WsmanSessionFacts{}, connections, pool);
    };
    m_shell = await(remote::RemoteShell::open(connection)).value_or(nullptr);
    return m_shell != nullptr;
}

void tst_HostMethods::everyMethod()
{
    QTest::addColumn<int>("method");
    for (int method = 1; method <= firstUnknown; ++method)
        QTest::newRow(qPrintable(nameOf(static_cast<HostMethod>(method)))) << method;
    QTest::newRow("no number that anybody knows") << 4711;
    QTest::newRow("zero") << 0;
}

void tst_HostMethods::method_isAnsweredOrRefused_data()
{
    everyMethod();
}

void tst_HostMethods::method_isAnsweredOrRefused()
{
    QFETCH(int, method);
    m_asking->method = static_cast<HostMethod>(method);
    const auto output = ask();
    QCOMPARE(m_server->answers().size(), 1);
    QCOMPARE(m_server->answers().constFirst().id, callId);
    if (facts.contains(method)) {
        QVERIFY_RESULT(output);
        QVERIFY(!m_server->isStopped());
        QVERIFY(!m_server->answers().constFirst().isRefused);
        QVERIFY(!output->objects().value(0).text().isEmpty());
    } else {
        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::PromptRefused);
        QCOMPARE(output.error().subject, u"ex01"_s);
        QCOMPARE(output.error().detail, nameOf(m_asking->method));
        QVERIFY(m_server->isStopped()); // before it was refused: nothing goes on
        QVERIFY(m_server->answers().constFirst().isRefused);
    }
    const auto next = await(m_shell->invoke(Cmdlet(u"Get-Thing"_s)));
    QVERIFY_RESULT(next);
    QCOMPARE(next->objects().value(0).text(), u"done"_s);
}

void tst_HostMethods::voidMethod_isNeverAnswered()
{
    QFETCH(int, method);
    m_asking->method = static_cast<HostMethod>(method);
    m_asking->id = voidId;
    QVERIFY_RESULT(ask());
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
    QVERIFY(m_server->answers().isEmpty());
}

void tst_HostMethods::poolsMethod_isAnsweredOrRefused()
{
    QFETCH(int, method);
    const bool isFact = facts.contains(method);
    AskingServer::Asking asking;
    asking.method = static_cast<HostMethod>(method);
    asking.isPools = true;
    QVERIFY(open(asking));
    QTRY_COMPARE(m_server->answers().size(), 1);
    QVERIFY(m_server->answers().constFirst().pipeline.isNull());
    QCOMPARE(m_server->answers().constFirst().isRefused, !isFact);
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
    asking.id = voidId;
    QVERIFY(open(asking));
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
    QVERIFY(m_server->answers().isEmpty());
}

void tst_HostMethods::method_ofAPipelineThatHasEnded_isLeftAlone()
{
    QFETCH(int, method);
    m_asking->method = static_cast<HostMethod>(method);
    m_asking->endsAtOnce = true;
    const auto output = ask();
    if (!facts.contains(method)) {
        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::ConnectionLost); // it asked, and completed without an answer
    } else {
        QVERIFY_RESULT(output);
    }
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
    QVERIFY(m_server->answers().isEmpty());
}

void tst_HostMethods::choice_thatCannotBeShown_isRefused()
{
    m_asking->method = HostMethod::PromptForChoice;
    m_asking->parameters = {Value(u"caption"_s), Value(), Value(u"no list"_s), Value::fromInt(0)};
    const auto output = ask();
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
    QVERIFY(m_server->answers().constFirst().isRefused);
    QVERIFY_RESULT(await(m_shell->invoke(Cmdlet(u"Get-Thing"_s))));
}

void tst_HostMethods::facts_areSensible()
{
    const QUuid instance = QUuid::createUuid();
    const auto reply = [&instance](HostMethod method) {
        const HostCall call{{}, callId, method, {}};
        const auto given = replyWithoutAsking(call, instance);
        const auto body = given ? valueOf(call, *given, nullptr) : Result<Value>(Value());
        return body && body->object() ? body->object()->property(u"mr") : Value();
    };
    QCOMPARE(reply(HostMethod::GetName).text(), u"Kakuin"_s);
    QVERIFY(std::holds_alternative<clixml::TypedText>(reply(HostMethod::GetVersion).data()));
    QCOMPARE(reply(HostMethod::GetInstanceId), Value(Value::Data(instance)));
    QVERIFY(!reply(HostMethod::GetCurrentCulture).text().isEmpty());
    QCOMPARE(reply(HostMethod::GetCurrentUICulture), reply(HostMethod::GetCurrentCulture));
    QCOMPARE(reply(HostMethod::GetIsRunspacePushed).toBool(), std::optional(false));
    QVERIFY(!replyWithoutAsking({{}, voidId, HostMethod::GetName, {}}, instance));
    QVERIFY(!replyWithoutAsking({{}, callId, HostMethod::ReadLine, {}}, instance));
}

KAKUIN_TEST(tst_HostMethods)

} // namespace tests::tst_hostmethods

#include "tst_hostmethods.moc"
