// SPDX-License-Identifier: MIT
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "labserver/hostileserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <ctime>

namespace tests::tst_attacks {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using psrp::MessageType;
using shell::Cmdlet;

namespace {

constexpr qsizetype megabyte = 1'000'000;

/// The processor time of this thread, which other programs do not add to.
double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
#endif
    return 0;
}

/// The most that this thread works between two turns of its event loop.
class TurnMeter final {
public:
    TurnMeter()
    {
        m_timer.callOnTimeout([this] { tick(); });
        m_timer.start(1);
    }
    [[nodiscard]] double longest()
    {
        tick();
        return m_longest;
    }

private:
    void tick()
    {
        const double now = threadMilliseconds();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }
    QTimer m_timer;
    double m_last = threadMilliseconds();
    double m_longest = 0;
};

/// Counts the questions that reach a person; they are answered by hand.
class CountingPrompts final : public shell::PromptHandler {
public:
    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override
    {
        prompts.append(prompt);
        promise = std::make_shared<QPromise<Result<shell::PromptAnswer>>>();
        promise->start();
        if (isStopping) {
            promise->addResult(shell::PromptAnswer::stop());
            promise->finish();
        }
        return promise->future();
    }
    void answer(int choice) const
    {
        promise->addResult(shell::PromptAnswer::choose(choice));
        promise->finish();
    }
    QList<shell::Prompt> prompts;
    std::shared_ptr<QPromise<Result<shell::PromptAnswer>>> promise;
    bool isStopping = false;
};

psrp::ChoiceRequest question(const QString &message, int choices = 2)
{
    psrp::ChoiceRequest request{u"Confirm"_s, message, {}, 0};
    for (int i = 0; i < choices; ++i)
        request.choices.append({u"&Yes %1"_s.arg(i), {}});
    return request;
}

QByteArray object(qsizetype bytes)
{
    return "<S>" + QByteArray(bytes, 'x') + "</S>";
}

} // namespace

/// What a server sends that is no Exchange: each attack has an end, costs little, and is called by its name.
class tst_Attacks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void flood_isCutOff_data();
    void flood_isCutOff();
    void fragmentsWithoutEnd_endTheSession();
    void flood_leavesOtherPipelinesAlone();
    void twoThousandQuestions_areOneQuestion_data();
    void twoThousandQuestions_areOneQuestion();
    void questionAfterAStop_isNotAsked();
    void questionThatNobodyCanRead_isNotAsked_data();
    void questionThatNobodyCanRead_isNotAsked();
    void questionForNoPipeline_isNotAsked_data();
    void questionForNoPipeline_isNotAsked();
    void answerToAnotherRequest_isNotTaken_data();
    void answerToAnotherRequest_isNotTaken();
    void longAnswerWithoutOutput_isNotRead();
    void silenceAtOnce_isNotAskedAThousandTimes();
    void largeAnswer_leavesTheThreadFree_data();
    void largeAnswer_leavesTheThreadFree();
    void order_isKept_whateverTheSize();
    void session_mayGoInTheMiddleOfReading_data();
    void session_mayGoInTheMiddleOfReading();

private:
    [[nodiscard]] bool open(const psrp::WireLimits &limits = {}, const PauseTime &time = PauseTime::system());
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(const char *cmdlet)
    {
        return m_shell->invoke(Cmdlet(QString::fromLatin1(cmdlet)), m_prompts);
    }

    HostileServer *m_server = nullptr;
    std::unique_ptr<WsmanFront> m_front;
    std::shared_ptr<CountingPrompts> m_prompts;
    std::shared_ptr<RemoteShell> m_shell;
};

void tst_Attacks::init()
{
    m_shell.reset();
    m_prompts = std::make_shared<CountingPrompts>();
    auto server = std::make_unique<HostileServer>();
    m_server = server.get();
    m_front = std::make_unique<WsmanFront>(std::move(server));
}

bool tst_Attacks::open(const psrp::WireLimits &limits, const PauseTime &time)
{
    RemoteShell::Connection connection;
    connection.name = u"ex01"_s;
    connection.session.maxRunspaces = 2;
    connection.session.limits = limits;
    connection.transport = [connections = m_front->connections(), time](psrp::RunspacePool &pool) {
        return std::make_unique<WsmanTransport>(
            WsmanSessionFacts{}, connections, pool, std::make_shared<psrp::SystemEntropy>(), time);
    };
    const auto opened = await(RemoteShell::open(connection));
    m_shell = opened.value_or(nullptr);
    return opened.has_value();
}

void tst_Attacks::flood_isCutOff_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, MessageType type, const QByteArray &document, const char *reason) {
        QTest::newRow(tag) << static_cast<int>(type) << document << QString::fromLatin1(reason);
    };
    row("objects", MessageType::PipelineOutput, "<S>x</S>", "objects");
    row("large objects", MessageType::PipelineOutput, object(megabyte), "bytes");
    row("warnings", MessageType::WarningRecord, "<S>careful</S>", "records");
    row("errors", MessageType::ErrorRecord, "<S>wrong</S>", "records");
    row("progress", MessageType::ProgressRecord, "<S>1 %</S>", "records");
    row("information", MessageType::InformationRecord, "<S>so</S>", "records");
    row("verbose", MessageType::VerboseRecord, "<S>so</S>", "records");
    row("words for the screen", MessageType::PipelineHostCall,
        "<Obj><MS><I64 N=\"ci\">-100</I64><I32 N=\"mi\">17</I32><Obj N=\"mp\"><LST><S>x</S></LST></Obj></MS></Obj>",
        "records");
    row("questions that the program answers itself", MessageType::PipelineHostCall,
        "<Obj><MS><I64 N=\"ci\">5</I64><I32 N=\"mi\">1</I32><Obj N=\"mp\"><LST/></Obj></MS></Obj>", "records");
    row("states", MessageType::PipelineState, "<Obj><MS><I32 N=\"PipelineState\">1</I32></MS></Obj>", "records");
    row("messages of no known type", static_cast<MessageType>(0x00041012), "<S>x</S>", "records");
    row("output that cannot be read", MessageType::PipelineOutput, "<S>x", "objects");
}

void tst_Attacks::flood_isCutOff()
{
    QFETCH(int, type);
    QFETCH(QByteArray, document);
    QFETCH(QString, reason);
    psrp::WireLimits limits;
    limits.objects = 2000;
    limits.records = 1000;
    limits.heldBytes = 20 * megabyte;
    m_front->setChunkBytes(megabyte);
    QVERIFY(open(limits));
    for (const char *cmdlet : {"Get-Thing", "Set-Thing"}) {
        m_server->on(QString::fromLatin1(cmdlet), [&](HostileServer &server, const QUuid &pipeline) {
            server.flood(pipeline, static_cast<MessageType>(type), document);
        });
        const auto output = await(invoke(cmdlet));
        QVERIFY(!output);
        const bool isReading = QByteArray(cmdlet).startsWith("Get");
        QCOMPARE(output.error().code, isReading ? ErrorCode::OutputLimitExceeded : ErrorCode::ConnectionLost);
        QCOMPARE(output.error().subject, u"ex01"_s);
        QVERIFY2(output.error().detail.contains(reason), qPrintable(output.error().detail));
        QTRY_COMPARE(m_front->commands(), 0); // it has been ended on the server
    }
    QVERIFY2(m_server->floodedBytes() < 40 * megabyte, "taken before it was counted");
    QVERIFY(m_prompts->prompts.isEmpty());
    QVERIFY_RESULT(await(invoke("Get-Another"))); // the session goes on
}

void tst_Attacks::fragmentsWithoutEnd_endTheSession()
{
    psrp::WireLimits limits;
    limits.messageBytes = 5 * megabyte;
    m_front->setChunkBytes(megabyte);
    QVERIFY(open(limits));
    m_server->on(u"Set-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
        server.floodFragments(pipeline, MessageType::PipelineOutput);
    });
    const auto output = await(invoke("Set-Thing"));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    QVERIFY2(output.error().detail.contains(u"message longer than"), qPrintable(output.error().detail));
    QVERIFY(m_server->floodedBytes() < 10 * megabyte);
    QTRY_COMPARE(m_front->shells(), 0);
}

void tst_Attacks::flood_leavesOtherPipelinesAlone()
{
    psrp::WireLimits limits;
    limits.objects = 100;
    QVERIFY(open(limits));
    m_server->on(u"Get-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
        server.flood(pipeline, MessageType::PipelineOutput, "<S>x</S>");
    });
    QUuid quiet;
    m_server->on(u"Set-Thing"_s, [&quiet](HostileServer &, const QUuid &pipeline) { quiet = pipeline; });
    const auto changing = invoke("Set-Thing");
    const auto flooded = invoke("Get-Thing");
    QCOMPARE(await(flooded).error().code, ErrorCode::OutputLimitExceeded);
    QVERIFY(!changing.isFinished());
    m_server->end(quiet);
    QVERIFY_RESULT(await(changing));
}

void tst_Attacks::twoThousandQuestions_areOneQuestion_data()
{
    QTest::addColumn<QByteArray>("cmdlet");
    QTest::addColumn<bool>("isSpread");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("of a change, in one answer") << QByteArray("Set-Thing") << false << ErrorCode::ConnectionLost;
    QTest::newRow("of a change, one by one") << QByteArray("Set-Thing") << true << ErrorCode::ConnectionLost;
    QTest::newRow("of what reads") << QByteArray("Get-Thing") << false << ErrorCode::QuestionsOverlap;
}

void tst_Attacks::twoThousandQuestions_areOneQuestion()
{
    QFETCH(QByteArray, cmdlet);
    QFETCH(bool, isSpread);
    QFETCH(ErrorCode, code);
    m_front->setChunkBytes(isSpread ? 1000 : 10 * megabyte);
    QVERIFY(open());
    m_server->on(QString::fromLatin1(cmdlet), [](HostileServer &server, const QUuid &pipeline) {
        for (int i = 1; i <= 2000; ++i)
            server.ask(pipeline, question(u"Question %1?"_s.arg(i)), i);
    });
    const auto output = await(invoke(cmdlet.constData()));
    QVERIFY(!output);
    QCOMPARE(output.error().code, code);
    QVERIFY(output.error().detail.contains(u"PromptForChoice"));
    QCOMPARE(m_prompts->prompts.size(), 1);
    QVERIFY(m_server->answers().isEmpty());
    QTRY_COMPARE(m_front->shells(), 0); // the session has been ended
    m_prompts->answer(0); // what the person says now goes nowhere
    QCoreApplication::processEvents();
    QVERIFY(m_server->answers().isEmpty());
}

void tst_Attacks::questionAfterAStop_isNotAsked()
{
    QVERIFY(open());
    m_prompts->isStopping = true;
    m_server->on(u"Set-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
        server.ignoreStops();
        server.ask(pipeline, question(u"First?"_s), 1);
    });
    const auto changing = invoke("Set-Thing");
    QTRY_COMPARE(m_server->answers().size(), 1); // refused, behind the stop
    QVERIFY(m_server->answers().constFirst().isRefused);
    QVERIFY(m_server->stops() > 0);
    for (int i = 2; i < 12; ++i) {
        m_server->ask(m_server->newest(), question(u"Another?"_s), i);
        QTRY_COMPARE(m_server->answers().size(), i);
    }
    m_server->end(m_server->newest(), psrp::PipelineState::Stopped);
    QCOMPARE(await(changing).error().code, ErrorCode::PromptStopped);
    QCOMPARE(m_prompts->prompts.size(), 1);
}

void tst_Attacks::questionThatNobodyCanRead_isNotAsked_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("choices");
    QTest::newRow("no choices") << u"Go on?"_s << 0;
    QTest::newRow("ten thousand choices") << u"Which?"_s << 10'000;
    QTest::newRow("five megabytes of text") << QString(5 * megabyte, u'x') << 2;
}

void tst_Attacks::questionThatNobodyCanRead_isNotAsked()
{
    QFETCH(QString, message);
    QFETCH(int, choices);
    m_front->setChunkBytes(10 * megabyte);
    QVERIFY(open());
    m_server->on(u"Set-Thing"_s,
        [&](HostileServer &server, const QUuid &pipeline) { server.ask(pipeline, question(message, choices)); });
    const auto output = await(invoke("Set-Thing"));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
    QVERIFY(m_prompts->prompts.isEmpty());
    QVERIFY(m_server->stops() > 0);
}

void tst_Attacks::questionForNoPipeline_isNotAsked_data()
{
    QTest::addColumn<bool>("isOnThePoolsChannel");
    QTest::newRow("on the channel of another") << false;
    QTest::newRow("on the pool's channel") << true;
}

void tst_Attacks::questionForNoPipeline_isNotAsked()
{
    QFETCH(bool, isOnThePoolsChannel);
    QVERIFY(open());
    if (isOnThePoolsChannel)
        m_server->ask(QUuid::createUuid(), question(u"Who asks?"_s), 1, QUuid());
    m_server->on(u"Set-Thing"_s, [&](HostileServer &server, const QUuid &pipeline) {
        if (!isOnThePoolsChannel)
            server.ask(QUuid::createUuid(), question(u"Who asks?"_s), 1, pipeline);
        server.end(pipeline);
    });
    const auto output = await(invoke("Set-Thing"));
    QCOMPARE(output.has_value(), isOnThePoolsChannel); // no pipeline listens there any more
    if (!output)
        QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    QVERIFY(m_prompts->prompts.isEmpty());
    QVERIFY(m_server->answers().isEmpty());
}

void tst_Attacks::answerToAnotherRequest_isNotTaken_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    const QByteArray relatesTo = "<s:Header><a:RelatesTo>uuid:" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces)
        + "</a:RelatesTo></s:Header>";
    const QByteArray fragments = QByteArray(40, 'x').toBase64();
    QTest::newRow("a command of another client")
        << u"Command"_s << relatesTo
        << QByteArray("<r:CommandResponse><r:CommandId>other</r:CommandId></r:CommandResponse>");
    QTest::newRow("output of another client")
        << u"Receive"_s << relatesTo
        << QByteArray("<r:ReceiveResponse><r:Stream Name=\"stdout\">" + fragments + "</r:Stream></r:ReceiveResponse>");
    QTest::newRow("output of another command")
        << u"Receive"_s << QByteArray()
        << QByteArray("<r:ReceiveResponse><r:Stream Name=\"stdout\" CommandId=\"1234\">" + fragments
               + "</r:Stream></r:ReceiveResponse>");
}

void tst_Attacks::answerToAnotherRequest_isNotTaken()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QVERIFY(open());
    const QByteArray envelope = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
                                "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" xmlns:r=\"r\">"
        + header + "<s:Body>" + body + "</s:Body></s:Envelope>";
    m_front->forge(Forgery{action, Forgery::When::After, 200, "application/soap+xml", envelope, 1});
    const auto output = await(invoke("Set-Thing"));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    QVERIFY2(output.error().detail.contains(u"another"), qPrintable(output.error().detail));
    QVERIFY(m_server->timesRun(u"Set-Thing"_s) <= 1);
}

void tst_Attacks::longAnswerWithoutOutput_isNotRead()
{
    QVERIFY(open());
    m_front->forge(Forgery{u"Command"_s, Forgery::When::After, 200, "application/soap+xml",
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">" + QByteArray(megabyte, ' ')
            + "</s:Envelope>",
        1});
    const auto output = await(invoke("Get-Thing"));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::OutputLimitExceeded);
}

void tst_Attacks::silenceAtOnce_isNotAskedAThousandTimes()
{
    // a clock that stands still but for the pauses: so much is asked within so much time
    auto now = std::make_shared<std::chrono::milliseconds>(0);
    const PauseTime time{[now] { return *now; },
        [now](std::chrono::milliseconds pause, QObject *receiver, const std::function<void()> &then) {
            *now += pause;
            QTimer::singleShot(0, receiver, then);
        }};
    m_front->setReceiveTimeout(std::chrono::milliseconds(0));
    QVERIFY(open({}, time));
    QUuid pipeline;
    m_server->on(u"Set-Thing"_s, [&pipeline](HostileServer &, const QUuid &id) { pipeline = id; });
    const auto changing = invoke("Set-Thing");
    QTRY_VERIFY(!pipeline.isNull());
    const auto begun = *now;
    const int before = m_front->requests(u"Receive"_s);
    QTRY_VERIFY(*now - begun >= std::chrono::minutes(1));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*now - begun).count();
    const int asked = m_front->requests(u"Receive"_s) - before;
    QVERIFY2(asked < seconds + 10, qPrintable(u"%1 times in %2 s"_s.arg(asked).arg(seconds)));
    m_server->end(pipeline);
    QVERIFY_RESULT(await(changing));
}

void tst_Attacks::largeAnswer_leavesTheThreadFree_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("count");
    const QByteArray properties = "<Obj RefId=\"0\"><MS>"
        + QByteArray("<S N=\"Subject\">CN=ex01.contoso.com</S>").repeated(100) + "</MS></Obj>";
    QTest::newRow("some large objects") << object(4 * megabyte) << 11;
    QTest::newRow("many objects with many properties") << properties << 2000;
    QTest::newRow("very many small objects") << QByteArray("<S>x</S>") << 30'000;
    QTest::newRow("one object of half a million elements") << QByteArray("<Obj RefId=\"0\"><LST>"
        + QByteArray("<S>Lorem ipsum dolor sit amet, consetetur sadipscing elitr"
                     " sed diam nonumy eirmod</S>")
              .repeated(500'000)
        + "</LST></Obj>") << 1;
}

void tst_Attacks::largeAnswer_leavesTheThreadFree()
{
    QFETCH(QByteArray, document);
    QFETCH(int, count);
    m_front->setChunkBytes(45 * megabyte);
    QVERIFY(open());
    // the server works on this thread, too: its answer is made before, and the client's turns are measured after
    m_server->on(u"Get-Thing"_s, [&](HostileServer &server, const QUuid &pipeline) {
        for (int i = 0; i < count; ++i)
            server.psrp().sendRaw(pipeline, MessageType::PipelineOutput, pipeline, document);
        server.psrp().sendState(pipeline, psrp::PipelineState::Completed);
    });
    std::unique_ptr<TurnMeter> meter;
    m_front->setBeforeAnswer([&](qsizetype bytes) {
        if (bytes > megabyte / 2)
            QTimer::singleShot(0, this, [&meter] { meter = std::make_unique<TurnMeter>(); });
    });
    qsizetype objects = 0;
    {
        auto output = await(invoke("Get-Thing"));
        QVERIFY_RESULT(output);
        objects = output->items.size();
        QThreadPool::globalInstance()->start([output = std::move(output)] {}); // who decodes it frees it there
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(objects, count);
    QVERIFY(meter != nullptr);
    const double longest = meter->longest();
    QVERIFY2(longest < 50, qPrintable(u"%1 ms"_s.arg(longest)));
}

void tst_Attacks::order_isKept_whateverTheSize()
{
    QVERIFY(open());
    m_front->setChunkBytes(300'000);
    m_server->on(u"Get-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
        for (int i = 0; i < 40; ++i)
            server.psrp().sendOutput(
                pipeline, clixml::Value(QString(i % 3 == 0 ? 100'000 : 10, u'x') + QString::number(i)));
        server.end(pipeline);
    });
    const auto output = await(invoke("Get-Thing"));
    QVERIFY_RESULT(output);
    const QList<clixml::Value> objects = output->objects();
    QCOMPARE(objects.size(), 40);
    for (int i = 0; i < 40; ++i)
        QVERIFY(objects.at(i).text().endsWith(u'x' + QString::number(i)));
}

void tst_Attacks::session_mayGoInTheMiddleOfReading_data()
{
    QTest::addColumn<bool>("isDestroyed");
    QTest::newRow("destroyed") << true;
    QTest::newRow("cancelled") << false;
}

void tst_Attacks::session_mayGoInTheMiddleOfReading()
{
    QFETCH(bool, isDestroyed);
    psrp::WireLimits limits;
    limits.objects = 2000; // the server goes on when it is told to stop, as far as this
    QVERIFY(open(limits));
    m_front->setChunkBytes(megabyte);
    m_server->on(u"Get-Thing"_s, [](HostileServer &server, const QUuid &pipeline) {
        server.flood(pipeline, MessageType::PipelineOutput, object(10'000));
    });
    auto reading = invoke("Get-Thing");
    const int before = m_front->requests(u"Receive"_s);
    QTRY_VERIFY(m_front->requests(u"Receive"_s) > before + 1); // something is being read
    if (isDestroyed)
        m_shell.reset();
    else
        reading.cancel();
    QTRY_VERIFY(reading.isFinished());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QTRY_COMPARE_WITH_TIMEOUT(isDestroyed ? m_front->shells() : m_front->commands(), 0, foreignPatienceMs);
    if (!isDestroyed)
        QVERIFY_RESULT(await(invoke("Get-Another")));
}

KAKUIN_TEST(tst_Attacks)

} // namespace tests::tst_attacks

#include "tst_attacks.moc"
