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
    void lastChunk_isJudged_data();
    void lastChunk_isJudged();
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

void tst_InputFilter::lastChunk_isJudged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isUtf8");
    QTest::newRow("plain") << QByteArray("abc") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("cut at both ends") << QByteArray("\x97\xa5 x \xe6\x97") << true;
    QTest::newRow("Shift-JIS") << QByteArray("x \x93\xfa\x96\x7b x") << false;
    QTest::newRow("Latin-1") << QByteArray("Stra\xdf"
                                           "e und mehr")
                             << false;
}

void tst_InputFilter::lastChunk_isJudged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isUtf8);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    InputFilter filter(buffer, enough, enough);
    QCOMPARE(filter.read(4096), bytes);
    QCOMPARE(filter.isLastChunkUtf8(), isUtf8);
}

KAKUIN_TEST(tst_InputFilter)

} // namespace tests::tst_inputfilter

#include "tst_inputfilter.moc"
