// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"
#include "core/psrp/runspacepool.h"
#include "labserver/psrpserver.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_wirelimits {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

constexpr WireLimits smallLimits{100'000, 10'000};

QByteArray repeated(const QByteArray &text, int count)
{
    return text.repeated(count);
}

/// A text whose message has exactly that many bytes.
QByteArray textOfMessage(qsizetype bytes)
{
    return "<S>" + QByteArray(bytes - messageHeaderBytes - 7, 'x') + "</S>";
}

QByteArray nulls(int count)
{
    return "<Obj RefId=\"0\"><LST>" + repeated("<Nil/>", count) + "</LST></Obj>";
}

QByteArray objects(int depth)
{
    return repeated("<Obj><LST>", depth) + repeated("</LST></Obj>", depth);
}

QByteArray elements(int depth)
{
    return "<Obj><MS>" + repeated("<u>", depth - 2) + repeated("</u>", depth - 2) + "</MS></Obj>";
}

QByteArray properties(int count)
{
    QByteArray xml = "<Obj RefId=\"0\"><MS>";
    for (int i = 0; i < count; ++i)
        xml += "<Nil N=\"p" + QByteArray::number(i) + "\"/>";
    return xml + "</MS></Obj>";
}

QByteArray reference(const QByteArray &declared, const QByteArray &used)
{
    return "<Obj><LST><Obj RefId=\"" + declared + "\"><LST/></Obj><Ref RefId=\"" + used + "\"/></LST></Obj>";
}

} // namespace

/// What a server may send at most: just within each limit it is read, just outside it is refused.
class tst_WireLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults_areTheSpecifiedOnes();
    void document_isReadWithin_andRefusedOutside_data();
    void document_isReadWithin_andRefusedOutside();
    void message_isReadWithin_andRefusedOutside_data();
    void message_isReadWithin_andRefusedOutside();
    void object_isOneAtATime_inEachStream();

private:
    /// An open pool with one pipeline.
    void open(WireLimits limits = {});
    [[nodiscard]] QList<Event> hear(const QByteArray &fragments, const QUuid &channel);
    [[nodiscard]] static QByteArray framed(
        quint64 object, MessageType type, const QUuid &pipeline, const QByteArray &data, qsizetype fragmentBytes);

    std::unique_ptr<RunspacePool> m_pool;
    QUuid m_pipeline;
};

void tst_WireLimits::open(WireLimits limits)
{
    m_pool = std::make_unique<RunspacePool>(RunspacePool::Options{1, 1, limits}, std::make_shared<SystemEntropy>());
    PsrpServer server;
    QVERIFY_RESULT(m_pool->open());
    QVERIFY_RESULT(server.receive({}, m_pool->nextChunk({}, RunspacePool::Stream::Default, 1'000'000)));
    (void)hear(server.nextChunk({}, 1'000'000), {});
    const auto pipeline = m_pool->createPipeline({{Command{u"Get-Thing"_s, false, {}, {}}}, false});
    QVERIFY_RESULT(pipeline);
    m_pipeline = *pipeline;
}

QByteArray tst_WireLimits::framed(
    quint64 object, MessageType type, const QUuid &pipeline, const QByteArray &data, qsizetype fragmentBytes)
{
    FragmentQueue queue;
    queue.enqueue(object, encodeMessage({Destination::Client, type, {}, pipeline, data}));
    QByteArray all;
    while (!queue.isEmpty())
        all += queue.take(fragmentHeaderBytes + fragmentBytes);
    return all;
}

QList<Event> tst_WireLimits::hear(const QByteArray &fragments, const QUuid &channel)
{
    QList<Event> events;
    m_pool->receive(channel, fragments);
    while (const auto event = m_pool->nextEvent())
        events.append(*event);
    return events;
}

void tst_WireLimits::defaults_areTheSpecifiedOnes()
{
    QCOMPARE(WireLimits().messageBytes, 64LL * 1024 * 1024);
    QCOMPARE(WireLimits().fragmentBytes, 10LL * 1024 * 1024);
    const clixml::Limits limits;
    QCOMPARE(limits.xmlDepth, 200);
    QCOMPARE(limits.objectDepth, 50);
    QCOMPARE(limits.nodes, 1'000'000);
    QCOMPARE(limits.propertiesPerObject, 100'000);
}

void tst_WireLimits::document_isReadWithin_andRefusedOutside_data()
{
    QTest::addColumn<QByteArray>("within");
    QTest::addColumn<QByteArray>("outside");
    const auto row = [](const char *tag, const QByteArray &within, const QByteArray &outside) {
        QTest::newRow(tag) << within << outside;
    };
    row("nodes", nulls(999'998), nulls(999'999));
    row("objects within objects", objects(50), objects(51));
    row("elements within elements", elements(200), elements(201));
    row("properties of one object", properties(100'000), properties(100'001));
    row("a document type", "<?xml version=\"1.0\"?><S>x</S>", "<!DOCTYPE S><S>x</S>");
    row("an entity", "<S>&amp;&#65;</S>", "<S>&geheim;</S>");
    row("a processing instruction", "<S>?</S>", "<?x y?><S>?</S>");
    row("the largest reference", reference("2147483647", "2147483647"), reference("2147483648", "2147483648"));
    row("a reference to nothing", reference("1", "1"), reference("1", "2"));
    row("base64", "<BA>AAEC\r\n /w==</BA>", "<BA>AAEC*/w==</BA>");
    row("several values", "<S>x</S>", "<S>x</S><S>y</S>");
}

void tst_WireLimits::document_isReadWithin_andRefusedOutside()
{
    QFETCH(QByteArray, within);
    QFETCH(QByteArray, outside);
    open();
    const auto output = [&](quint64 object, const QByteArray &data) {
        return hear(framed(object, MessageType::PipelineOutput, m_pipeline, data, 32768), m_pipeline);
    };
    const QList<Event> read = output(100, within);
    QCOMPARE(read.size(), 1);
    if (const auto *lost = std::get_if<MessageLost>(&read.constFirst()))
        QFAIL(qPrintable(lost->error.detail));
    QVERIFY(std::holds_alternative<OutputWritten>(read.constFirst()));
    const QList<Event> refused = output(101, outside);
    QCOMPARE(refused.size(), 1);
    const auto *lost = std::get_if<MessageLost>(&refused.constFirst());
    QVERIFY(lost != nullptr); // one message whose absence is said
    QVERIFY(lost->error.detail.startsWith(u"PIPELINE_OUTPUT: "));
    QVERIFY(!lost->error.detail.contains(u"AAEC")); // bytes may be a key
    QCOMPARE(lost->evidence.kind, u"PIPELINE_OUTPUT"_s);
    QCOMPARE(lost->evidence.bytes, outside.size());
    QCOMPARE(m_pool->state(), PoolState::Opened);
    // what a pool cannot do without ends it
    const QList<Event> broken = hear(framed(102, MessageType::RunspacePoolState, {}, outside, 32768), {});
    QCOMPARE(broken.size(), 1);
    const auto *end = std::get_if<ProtocolBroken>(&broken.constFirst());
    QVERIFY(end != nullptr);
    QVERIFY(end->error.detail.startsWith(u"RUNSPACEPOOL_STATE: "));
    QCOMPARE(end->evidence.bytes, outside.size());
    QCOMPARE(m_pool->state(), PoolState::Broken);
}

void tst_WireLimits::message_isReadWithin_andRefusedOutside_data()
{
    QTest::addColumn<qsizetype>("messageBytes");
    QTest::addColumn<qsizetype>("fragmentBytes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("the largest message") << smallLimits.messageBytes << smallLimits.fragmentBytes << QString();
    QTest::newRow("a byte more") << smallLimits.messageBytes + 1 << smallLimits.fragmentBytes
                                 << u"message longer than 100000 bytes"_s;
    QTest::newRow("the largest fragment") << qsizetype(20'000) << smallLimits.fragmentBytes << QString();
    QTest::newRow("a fragment with a byte more")
        << qsizetype(20'000) << smallLimits.fragmentBytes + 1 << u"10001 bytes"_s;
    QTest::newRow("the smallest fragments") << qsizetype(2'000) << qsizetype(1) << QString();
}

void tst_WireLimits::message_isReadWithin_andRefusedOutside()
{
    QFETCH(qsizetype, messageBytes);
    QFETCH(qsizetype, fragmentBytes);
    QFETCH(QString, problem);
    open(smallLimits);
    const QList<Event> events = hear(
        framed(100, MessageType::PipelineOutput, m_pipeline, textOfMessage(messageBytes), fragmentBytes), m_pipeline);
    QCOMPARE(events.size(), 1);
    if (problem.isEmpty()) {
        QVERIFY(std::holds_alternative<OutputWritten>(events.constFirst()));
        return;
    }
    const auto *broken = std::get_if<ProtocolBroken>(&events.constFirst());
    QVERIFY(broken != nullptr);
    QVERIFY2(broken->error.detail.contains(problem), qPrintable(broken->error.detail));
    QCOMPARE(broken->evidence.kind, u"fragment"_s);
    QCOMPARE(broken->evidence.head.size(), fragmentHeaderBytes);
}

void tst_WireLimits::object_isOneAtATime_inEachStream()
{
    open();
    const QByteArray first = framed(100, MessageType::PipelineOutput, m_pipeline, "<S>first</S>", 30);
    const QByteArray second = framed(101, MessageType::PipelineOutput, m_pipeline, "<S>second</S>", 30);
    const QByteArray pools = framed(102, MessageType::RunspaceAvailability, {},
        "<Obj RefId=\"0\"><MS><I64 N=\"ci\">1</I64><I64 N=\"SetMinMaxRunspacesResponse\">1</I64></MS></Obj>", 30);
    const qsizetype half = fragmentHeaderBytes + 30;
    // within: each stream has one open object of its own
    QVERIFY(hear(first.first(half), m_pipeline).isEmpty());
    QVERIFY(hear(pools.first(half), {}).isEmpty());
    QCOMPARE(hear(first.sliced(half), m_pipeline).size(), 1);
    QCOMPARE(hear(pools.sliced(half), {}).size(), 1);
    // outside: two in one stream
    QVERIFY(hear(first.first(half), m_pipeline).isEmpty());
    const QList<Event> events = hear(second.first(half), m_pipeline);
    QCOMPARE(events.size(), 1);
    const auto *broken = std::get_if<ProtocolBroken>(&events.constFirst());
    QVERIFY(broken != nullptr);
    QVERIFY(broken->error.detail.contains(u"object 100 has not ended"_s));
}

KAKUIN_TEST(tst_WireLimits)

} // namespace tests::tst_wirelimits

#include "tst_wirelimits.moc"
