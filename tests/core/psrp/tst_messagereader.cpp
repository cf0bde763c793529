// SPDX-License-Identifier: MIT
#include "core/psrp/fragment.h"
#include "core/psrp/messagereader.h"
#include "core/psrp/runspacepool.h"
#include "labserver/psrpserver.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_messagereader {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace kakuin::labserver;
using namespace Qt::StringLiterals;

namespace {

QByteArray framed(MessageType type, const QByteArray &document, quint64 object, const QUuid &pipeline = {})
{
    FragmentQueue queue;
    queue.enqueue(object, encodeMessage({Destination::Client, type, {}, pipeline, document}));
    return queue.take(1'000'000);
}

WireLimits small()
{
    WireLimits limits;
    limits.objects = 10;
    limits.records = 5;
    limits.heldBytes = 100'000;
    return limits;
}

} // namespace

/// How much one channel may carry: counted before it is decoded, the same however it is cut.
class tst_MessageReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults_areAboveTwentyThousandCertificates();
    void channel_isReadWithin_andRefusedOutside_data();
    void channel_isReadWithin_andRefusedOutside();
    void whatIsRefused_isNotDecoded();
    void pieces_areReadAsTheWhole();
    void overrun_endsThePipelineOnly();
    void overrun_ofThePoolsChannel_endsThePool();
    void foreignMessage_breaksTheProtocol_data();
    void foreignMessage_breaksTheProtocol();

private:
    void open(WireLimits limits);
    [[nodiscard]] QList<Event> hear(const QUuid &channel, const QByteArray &bytes);
    std::unique_ptr<RunspacePool> m_pool;
    QUuid m_first;
    QUuid m_second;
};

void tst_MessageReader::defaults_areAboveTwentyThousandCertificates()
{
    const WireLimits limits;
    QCOMPARE(limits.objects, 100'000);
    QCOMPARE(limits.records, 100'000);
    QCOMPARE(limits.heldBytes, 1024LL * 1024 * 1024);
    // a certificate of Exchange: some 6 KB, most of them base64, and 20 elements
    MessageReader reader(limits);
    const QByteArray document = "<Obj><MS>" + QByteArray("<S N=\"Subject\">CN=ex01.contoso.com</S>").repeated(20)
        + "<BA>" + QByteArray(5200, 'A') + "</BA></MS></Obj>";
    qsizetype read = 0;
    for (quint64 i = 1; i <= 200; ++i)
        read += reader.read(framed(MessageType::PipelineOutput, document, i)).messages.size();
    QCOMPARE(read, 200);
    QVERIFY2(reader.heldBytes() * 100 < limits.heldBytes, qPrintable(QString::number(reader.heldBytes())));
}

void tst_MessageReader::channel_isReadWithin_andRefusedOutside_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("most");
    const auto row = [](const char *tag, MessageType type, const QByteArray &document, int most) {
        QTest::newRow(tag) << static_cast<int>(type) << document << most;
    };
    row("objects", MessageType::PipelineOutput, "<S>x</S>", 10);
    row("warnings", MessageType::WarningRecord, "<S>x</S>", 5);
    row("errors", MessageType::ErrorRecord, "<S>x</S>", 5);
    row("progress", MessageType::ProgressRecord, "<S>x</S>", 5);
    row("calls of the host", MessageType::PipelineHostCall, "<S>x</S>", 5);
    row("messages of no known type", static_cast<MessageType>(0x00041012), "<S>x</S>", 5);
    row("messages without a document", MessageType::PipelineState, {}, 5);
    row("long texts", MessageType::PipelineOutput, "<S>" + QByteArray(24'000, 'x') + "</S>", 2);
    row("many elements", MessageType::PipelineOutput,
        "<Obj><LST>" + QByteArray("<Nil/>").repeated(400) + "</LST></Obj>", 3);
}

void tst_MessageReader::channel_isReadWithin_andRefusedOutside()
{
    QFETCH(int, type);
    QFETCH(QByteArray, document);
    QFETCH(int, most);
    MessageReader reader(small());
    QByteArray all;
    for (quint64 i = 1; i <= 20; ++i)
        all += framed(static_cast<MessageType>(type), document, i);
    const Reading reading = reader.read(all);
    QCOMPARE(reading.messages.size(), most);
    QVERIFY(reading.failure.has_value());
    QCOMPARE(reading.failure->error.code, ErrorCode::OutputLimitExceeded);
    QVERIFY(!reading.failure->error.detail.isEmpty());
    // and nothing after it
    const Reading later = reader.read(framed(MessageType::PipelineOutput, "<S>y</S>", 21));
    QVERIFY(later.messages.isEmpty());
    QVERIFY(later.failure.has_value());
}

void tst_MessageReader::whatIsRefused_isNotDecoded()
{
    MessageReader reader(small());
    // it would be no document at all: the limit speaks first
    const Reading reading = reader.read(framed(MessageType::PipelineOutput, "<S>" + QByteArray(60'000, 'x'), 1));
    QVERIFY(reading.messages.isEmpty());
    QCOMPARE(reading.failure->error.code, ErrorCode::OutputLimitExceeded);
}

void tst_MessageReader::pieces_areReadAsTheWhole()
{
    QByteArray all;
    for (quint64 i = 1; i <= 9; ++i)
        all += framed(MessageType::PipelineOutput, "<S>" + QByteArray::number(i) + "</S>", i);
    MessageReader reader(small());
    QStringList texts;
    for (const char byte : std::as_const(all)) {
        const Reading reading = reader.read(QByteArray(1, byte));
        QVERIFY(!reading.failure);
        for (const ReadMessage &read : reading.messages)
            texts.append(read.value->text());
    }
    QCOMPARE(texts.join(u','), u"1,2,3,4,5,6,7,8,9"_s);
    QCOMPARE(reader.pendingBytes(), 0);
}

void tst_MessageReader::open(WireLimits limits)
{
    m_pool = std::make_unique<RunspacePool>(RunspacePool::Options{1, 2, limits}, std::make_shared<SystemEntropy>());
    PsrpServer server;
    QVERIFY_RESULT(m_pool->open());
    QVERIFY_RESULT(server.receive({}, m_pool->nextChunk({}, RunspacePool::Stream::Default, 1'000'000)));
    (void)hear({}, server.nextChunk({}, 1'000'000));
    m_first = m_pool->createPipeline({{Command{u"Get-Thing"_s, false, {}, {}}}, false}).value_or(QUuid());
    m_second = m_pool->createPipeline({{Command{u"Get-Thing"_s, false, {}, {}}}, false}).value_or(QUuid());
}

QList<Event> tst_MessageReader::hear(const QUuid &channel, const QByteArray &bytes)
{
    QList<Event> events;
    m_pool->receive(channel, bytes);
    while (const auto event = m_pool->nextEvent())
        events.append(*event);
    return events;
}

void tst_MessageReader::overrun_endsThePipelineOnly()
{
    open(small());
    QByteArray all;
    for (quint64 i = 100; i < 120; ++i)
        all += framed(MessageType::PipelineOutput, "<S>x</S>", i, m_first);
    const QList<Event> events = hear(m_first, all);
    QCOMPARE(events.size(), 11);
    QVERIFY(std::holds_alternative<OutputWritten>(events.constFirst()));
    const auto *overrun = std::get_if<PipelineOverran>(&events.constLast());
    QVERIFY(overrun != nullptr);
    QCOMPARE(overrun->pipeline, m_first);
    QCOMPARE(overrun->error.code, ErrorCode::OutputLimitExceeded);
    QVERIFY(hear(m_first, framed(MessageType::PipelineOutput, "<S>x</S>", 121, m_first)).isEmpty());
    QCOMPARE(hear(m_second, framed(MessageType::PipelineOutput, "<S>x</S>", 122, m_second)).size(), 1);
    QCOMPARE(m_pool->state(), PoolState::Opened);
}

void tst_MessageReader::overrun_ofThePoolsChannel_endsThePool()
{
    open(small());
    QByteArray all;
    for (quint64 i = 100; i < 120; ++i)
        all += framed(MessageType::UserEvent, "<S>x</S>", i);
    const QList<Event> events = hear({}, all);
    const auto *broken = events.isEmpty() ? nullptr : std::get_if<ProtocolBroken>(&events.constLast());
    QVERIFY(broken != nullptr);
    QCOMPARE(broken->error.code, ErrorCode::OutputLimitExceeded);
    QCOMPARE(m_pool->state(), PoolState::Broken);
}

void tst_MessageReader::foreignMessage_breaksTheProtocol_data()
{
    QTest::addColumn<bool>("isOfAnotherPool");
    QTest::newRow("another session's") << true;
    QTest::newRow("another pipeline's") << false;
}

void tst_MessageReader::foreignMessage_breaksTheProtocol()
{
    QFETCH(bool, isOfAnotherPool);
    open({});
    FragmentQueue queue;
    queue.enqueue(100,
        encodeMessage({Destination::Client, MessageType::PipelineOutput,
            isOfAnotherPool ? QUuid::createUuid() : m_pool->id(), isOfAnotherPool ? m_first : m_second, "<S>x</S>"}));
    const QList<Event> events = hear(m_first, queue.take(1000));
    QCOMPARE(events.size(), 1);
    QVERIFY(std::holds_alternative<ProtocolBroken>(events.constFirst()));
}

KAKUIN_TEST(tst_MessageReader)

} // namespace tests::tst_messagereader

#include "tst_messagereader.moc"
