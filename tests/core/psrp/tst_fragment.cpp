// SPDX-License-Identifier: MIT
#include "core/psrp/defragmenter.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_fragment {

using namespace kakuin;
using namespace kakuin::psrp;

namespace {

QByteArray fragment(quint64 object, quint64 number, bool first, bool last, const QByteArray &blob)
{
    return writeFragmentHeader({object, number, first, last, static_cast<quint32>(blob.size())}) + blob;
}

/// Everything that can be had from what was appended.
Result<QByteArrayList> drained(Defragmenter &defragmenter)
{
    QByteArrayList messages;
    while (true) {
        const auto next = defragmenter.next();
        if (!next)
            return tl::unexpected<Error>(next.error());
        if (!*next)
            return messages;
        messages.append(**next);
    }
}

} // namespace

class tst_Fragment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void header_isThatOfARecordedSession();
    void stream_givesItsMessages_whereverItIsCut();
    void queue_cutsToTheSizeAskedFor_data();
    void queue_cutsToTheSizeAskedFor();
    void queue_givesNothing_whenNothingFits();
    void queue_keepsMessagesApart_whenAsked();
    void stream_isRefused_whenOutOfStep_data();
    void stream_isRefused_whenOutOfStep();
    void prefix_waitsForMore();
    void announcedLength_costsNothing();
    void message_isRefused_whenTooLong();
};

void tst_Fragment::header_isThatOfARecordedSession()
{
    const QByteArray recorded = QByteArray::fromHex("0000000000000001000000000000000003000000C7");
    const auto header = readFragmentHeader(recorded.constData());
    QVERIFY_RESULT(header);
    QCOMPARE(*header, (FragmentHeader{1, 0, true, true, 199}));
    QCOMPARE(writeFragmentHeader(*header), recorded);
}

void tst_Fragment::stream_givesItsMessages_whereverItIsCut()
{
    const QByteArray stream = fragment(1, 0, true, true, "one") + fragment(2, 0, true, false, "tw")
        + fragment(2, 1, false, false, "o, ") + fragment(2, 2, false, true, "in three")
        + fragment(7, 0, true, true, "3");
    const QByteArrayList expected{"one", "two, in three", "3"};
    for (qsizetype first = 0; first <= stream.size(); ++first) {
        for (qsizetype second = first; second <= stream.size(); second += 7) {
            Defragmenter defragmenter;
            QByteArrayList messages;
            for (const QByteArray &piece :
                {stream.first(first), stream.sliced(first, second - first), stream.sliced(second)}) {
                defragmenter.append(piece);
                const auto some = drained(defragmenter);
                QVERIFY_RESULT(some);
                messages += *some;
            }
            QCOMPARE(messages, expected);
            QVERIFY(defragmenter.isBetweenMessages());
        }
    }
}

void tst_Fragment::queue_cutsToTheSizeAskedFor_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("one byte behind each header") << 22;
    QTest::newRow("a few") << 64;
    QTest::newRow("both messages in one") << 4096;
}

void tst_Fragment::queue_cutsToTheSizeAskedFor()
{
    QFETCH(int, size);
    FragmentQueue queue;
    queue.enqueue(5, QByteArray(100, 'a'));
    queue.enqueue(6, QByteArray(33, 'b'));
    Defragmenter defragmenter;
    while (!queue.isEmpty()) {
        const QByteArray chunk = queue.take(size);
        QVERIFY(!chunk.isEmpty());
        QVERIFY(chunk.size() <= size);
        defragmenter.append(chunk);
    }
    const auto messages = drained(defragmenter);
    QVERIFY_RESULT(messages);
    QCOMPARE(*messages, (QByteArrayList{QByteArray(100, 'a'), QByteArray(33, 'b')}));
}

void tst_Fragment::queue_givesNothing_whenNothingFits()
{
    FragmentQueue queue;
    QVERIFY(queue.take(1000).isEmpty());
    queue.enqueue(1, "x");
    QVERIFY(queue.take(fragmentHeaderBytes).isEmpty());
    QCOMPARE(queue.take(fragmentHeaderBytes + 1).size(), fragmentHeaderBytes + 1);
}

void tst_Fragment::queue_keepsMessagesApart_whenAsked()
{
    FragmentQueue queue;
    queue.enqueue(1, "one");
    queue.enqueue(2, "two");
    QVERIFY(queue.take(1000, true).endsWith("one"));
    QVERIFY(queue.take(1000, true).endsWith("two"));
    QVERIFY(queue.isEmpty());
}

void tst_Fragment::stream_isRefused_whenOutOfStep_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("it begins in the middle") << fragment(1, 1, false, true, "x");
    QTest::newRow("the first is not number 0") << fragment(1, 1, true, true, "x");
    QTest::newRow("a number is left out") << fragment(1, 0, true, false, "x") + fragment(1, 2, false, true, "x");
    QTest::newRow("another object comes between")
        << fragment(1, 0, true, false, "x") + fragment(2, 1, false, true, "x");
    QTest::newRow("an object begins before the last has ended")
        << fragment(1, 0, true, false, "x") + fragment(2, 0, true, true, "x");
    QTest::newRow("an empty blob") << fragment(1, 0, true, true, "");
    QTest::newRow("unknown flags") << QByteArray::fromHex("000000000000000100000000000000000700000001") + "x";
    QTest::newRow("a negative length") << QByteArray::fromHex("0000000000000001000000000000000003FFFFFFFF") + "x";
}

void tst_Fragment::stream_isRefused_whenOutOfStep()
{
    QFETCH(QByteArray, stream);
    Defragmenter defragmenter;
    defragmenter.append(stream);
    const auto messages = drained(defragmenter);
    QVERIFY(!messages);
    QCOMPARE(messages.error().code, ErrorCode::UnexpectedOutput);
    QVERIFY(!messages.error().detail.isEmpty());
    defragmenter.append(fragment(1, 0, true, true, "good again"));
    QVERIFY(!defragmenter.next()); // a stream out of step is never trusted again
}

void tst_Fragment::prefix_waitsForMore()
{
    const QByteArray whole = fragment(1, 0, true, true, "x");
    Defragmenter defragmenter;
    for (qsizetype i = 0; i + 1 < whole.size(); ++i) {
        defragmenter.append(whole.sliced(i, 1));
        const auto next = defragmenter.next();
        QVERIFY_RESULT(next);
        QVERIFY(!*next);
        QVERIFY(!defragmenter.isBetweenMessages());
    }
}

void tst_Fragment::announcedLength_costsNothing()
{
    Defragmenter defragmenter({1'000'000, 500});
    defragmenter.append(writeFragmentHeader({1, 0, true, true, 501}));
    QVERIFY(!defragmenter.next()); // refused before a byte of it came
}

void tst_Fragment::message_isRefused_whenTooLong()
{
    Defragmenter defragmenter({10, 8});
    defragmenter.append(fragment(1, 0, true, false, "12345678") + fragment(1, 1, false, true, "90"));
    const auto fits = drained(defragmenter);
    QVERIFY_RESULT(fits);
    QCOMPARE(fits->size(), 1);
    defragmenter.append(fragment(2, 0, true, false, "12345678") + fragment(2, 1, false, true, "901"));
    QVERIFY(!drained(defragmenter));
}

KAKUIN_TEST(tst_Fragment)

} // namespace tests::tst_fragment

#include "tst_fragment.moc"
