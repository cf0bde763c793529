// SPDX-License-Identifier: MIT
#include "core/clixml/inputfilter.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QBuffer>
#include <QtTest/QTest>

namespace tests::tst_inputfilter {

using namespace kakuin::clixml;

class tst_InputFilter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reference_isRewritten_data();
    void reference_isRewritten();
    void reference_isRewritten_whereverTheChunkEnds();
    void length_isKept_whenThereIsRoom();
    void bytes_areUnchanged_whenNothingIsForbidden();
    void utf16_isConverted_whenReadsAreOdd();
    void badBytes_areFound_withTheirPlace_data();
    void badBytes_areFound_withTheirPlace();
    void characterCutBetweenReads_isNone();
};

namespace {

constexpr qint64 enough = 1'000'000;

// Gives its bytes in pieces of `step`.
class Dribble final : public QIODevice {
public:
    Dribble(const QByteArray &bytes, qint64 step)
        : m_bytes(bytes)
        , m_step(step)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = qMin(qMin(m_step, maxSize), m_bytes.size() - m_at);
        memcpy(data, m_bytes.constData() + m_at, static_cast<size_t>(size));
        m_at += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_step;
    qint64 m_at = 0;
};

QByteArray filtered(QIODevice &source, qint64 chunk)
{
    InputFilter filter(source, enough, enough);
    QByteArray out;
    QByteArray buffer(chunk, '\0');
    for (qint64 size = filter.read(buffer.data(), chunk); size > 0; size = filter.read(buffer.data(), chunk))
        out.append(buffer.constData(), size);
    return out;
}

QByteArray filtered(const QByteArray &bytes, qint64 chunk = 4096)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return filtered(buffer, chunk);
}

} // namespace

void tst_InputFilter::reference_isRewritten_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray raw = "\xef\xbf\xbd";
    QTest::newRow("U+FFFE") << QByteArray("&#xFFFE;") << QByteArray("&#xFFFD;");
    QTest::newRow("U+FFFF in decimal") << QByteArray("&#65535;") << QByteArray("&#xFFFD;");
    QTest::newRow("leading zeros") << QByteArray("&#x00fffe;") << QByteArray("&#x00FFFD;");
    QTest::newRow("a control character") << QByteArray("&#x0B;") << raw;
    QTest::newRow("zero") << QByteArray("&#0;") << raw;
    QTest::newRow("a surrogate") << QByteArray("&#xD800;") << QByteArray("&#xFFFD;");
    QTest::newRow("beyond Unicode") << QByteArray("&#x110000;") << QByteArray("&#x00FFFD;");
    QTest::newRow("far beyond Unicode") << QByteArray("&#99999999999999999999;")
                                        << "&#x" + QByteArray(15, '0') + "FFFD;";
    for (const QByteArray allowed : {"&#x9;", "&#xA;", "&#13;", "&#x20;", "&#xD7FF;", "&#xE000;", "&#xFFFD;",
             "&#x10000;", "&#x10FFFF;", "&amp;", "&#;", "&#x;", "&#xZ;", "&#12", "&", "&#", "& #1;"})
        QTest::newRow(allowed.constData()) << allowed << allowed;
}

void tst_InputFilter::reference_isRewritten()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, expected);
    QCOMPARE(filtered(written), expected);
    QCOMPARE(filtered("a" + written + written + "b"), "a" + expected + expected + "b");
}

void tst_InputFilter::reference_isRewritten_whereverTheChunkEnds()
{
    const QByteArray written = "&#xFFFE;&amp;&#1;x&#65534;&";
    const QByteArray expected = "&#xFFFD;&amp;\xef\xbf\xbdx&#xFFFD;&";
    for (int before = 0; before < 200; ++before) {
        const QByteArray padding(before, 'p');
        QCOMPARE(filtered(padding + written, 64), padding + expected);
        Dribble source(padding + written, 1 + before % 7);
        QCOMPARE(filtered(source, 64), padding + expected);
    }
    for (int before = 4096 - 40; before < 4096 + 10; ++before) {
        const QByteArray padding(before, 'p');
        QCOMPARE(filtered(padding + written, 4096), padding + expected);
    }
}

void tst_InputFilter::length_isKept_whenThereIsRoom()
{
    const QByteArray text = QByteArray("<S>&#xFFFE; &#65535; &#x000FFFE;</S>").repeated(1000);
    QCOMPARE(filtered(text).size(), text.size());
}

void tst_InputFilter::bytes_areUnchanged_whenNothingIsForbidden()
{
    QByteArray text;
    for (int i = 0; i < 30'000; ++i)
        text.append(static_cast<char>('!' + i % 90));
    QCOMPARE(filtered(text), text);
    QCOMPARE(filtered("\xef\xbb\xbf" + text), text);
    QCOMPARE(filtered(QByteArray()), QByteArray());
}

void tst_InputFilter::utf16_isConverted_whenReadsAreOdd()
{
    const QString text = QString::fromUcs4(U"<S>\U00010437\u65e5&#xFFFE;</S>").repeated(2000);
    QStringEncoder encoder(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder(text);
    const QByteArray expected = text.toUtf8().replace("&#xFFFE;", "&#xFFFD;");
    for (const qint64 step : {1, 3, 7, 1000, 100'000}) {
        Dribble source(bytes, step);
        QCOMPARE(filtered(source, 4096), expected);
    }
}

void tst_InputFilter::badBytes_areFound_withTheirPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("line"); // 0: there are none
    QTest::addColumn<qint64>("column");
    const QByteArray lines = QByteArray("a line\n").repeated(2000); // several reads of 4096 bytes
    QTest::newRow("plain") << QByteArray("abc") << 0LL << 0LL;
    QTest::newRow("empty") << QByteArray() << 0LL << 0LL;
    QTest::newRow("cut at the end") << QByteArray(" x \xe6\x97") << 0LL << 0LL;
    QTest::newRow("Shift_JIS") << QByteArray("x \x93\xfa\x96\x7b x") << 1LL << 3LL;
    QTest::newRow("Latin-1") << QByteArray("Stra\xdf"
                                           "e und mehr")
                             << 1LL << 6LL;
    QTest::newRow("in a later read") << lines + "x \x93\xfa" << 2001LL << 3LL;
    QTest::newRow("after characters of several bytes") << lines + "\xe6\x97\xa5\xe6\x9c\xac \xff" << 2001LL << 4LL;
    QTest::newRow("after a long line") << QByteArray(10'000, 'a') + "\xff" << 1LL << 10'001LL;
    QTest::newRow("after the header of a stream") << "#< CLIXML\r\n" + lines + "\xff" << 2002LL << 1LL;
}

void tst_InputFilter::badBytes_areFound_withTheirPlace()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qint64, line);
    QFETCH(const qint64, column);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    InputFilter filter(buffer, enough, enough);
    std::optional<InputFilter::Place> place;
    while (!place && !filter.read(4096).isEmpty())
        place = filter.firstBadBytes();
    QCOMPARE(place.has_value(), line > 0);
    if (place) {
        QCOMPARE(place->line, line);
        QCOMPARE(place->column, column);
    }
}

void tst_InputFilter::characterCutBetweenReads_isNone()
{
    const QString text = QStringLiteral("a\u00e9\u65e5").repeated(100) + QString::fromUcs4(U"\U00010437").repeated(100);
    for (const qint64 step : {64, 65, 66, 67}) {
        QBuffer buffer;
        buffer.setData(text.toUtf8() + "\xe6<"); // cut off, then something else
        buffer.open(QIODevice::ReadOnly);
        InputFilter filter(buffer, enough, enough);
        std::optional<InputFilter::Place> place;
        while (!place && !filter.read(step).isEmpty())
            place = filter.firstBadBytes();
        QVERIFY(place.has_value());
        QVERIFY2(place->column >= 401, qPrintable(QString::number(place->column)));
    }
}

KAKUIN_TEST(tst_InputFilter)

} // namespace tests::tst_inputfilter

#include "tst_inputfilter.moc"
