// SPDX-License-Identifier: MIT
#include "core/clixml/escapes.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

namespace tests::tst_escapes {

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_Escapes final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decode_readsOnePassFromTheLeft_data();
    void decode_readsOnePassFromTheLeft();
    void encode_writesWhatWindowsWrites_data();
    void encode_writesWhatWindowsWrites();
    void decode_givesBack_whateverWasEncoded();
};

void tst_Escapes::decode_readsOnePassFromTheLeft_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing to do") << u"a_b"_s << u"a_b"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("line feed") << u"a_x000A_b"_s << u"a\nb"_s;
    QTest::newRow("lower-case digits") << u"_x000a_"_s << u"\n"_s;
    QTest::newRow("upper-case X") << u"_X000A_"_s << u"\n"_s;
    QTest::newRow("an escaped underscore is not looked at again") << u"_x005F_x000A_"_s << u"_x000A_"_s;
    QTest::newRow("two in a row") << u"_x000D__x000A_"_s << u"\r\n"_s;
    QTest::newRow("a shared underscore belongs to the first") << u"_x0041_x0042_"_s << u"Ax0042_"_s;
    QTest::newRow("a supplementary character") << u"_xD801__xDC37_"_s << QString::fromUcs4(U"\U00010437");
    QTest::newRow("three digits") << u"_x00A_"_s << u"_x00A_"_s;
    QTest::newRow("five digits") << u"_x0000A_"_s << u"_x0000A_"_s;
    QTest::newRow("no digit") << u"_x00G0_"_s << u"_x00G0_"_s;
    QTest::newRow("a digit of another script") << u"_x000\uff11_"_s << u"_x000\uff11_"_s;
    QTest::newRow("cut off") << u"a_x000A"_s << u"a_x000A"_s;
    QTest::newRow("an underscore before an escape") << u"__x0041_"_s << u"_A"_s;
    QTest::newRow("zero") << u"_x0000_"_s << QString(QChar(0));
}

void tst_Escapes::decode_readsOnePassFromTheLeft()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(decodeEscapes(written), expected);
}

void tst_Escapes::encode_writesWhatWindowsWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing to do") << u"a_b é 日本"_s << u"a_b é 日本"_s;
    QTest::newRow("control characters") << u"\r\n\t\x1b"_s << u"_x000D__x000A__x0009__x001B_"_s;
    QTest::newRow("delete and the second row of controls")
        << u"\x7f\u0085\u009f\u00a0"_s << u"_x007F__x0085__x009F_\u00a0"_s;
    QTest::newRow("an underscore before x") << u"_x000A_ _X"_s << u"_x005F_x000A_ _x005F_X"_s;
    QTest::newRow("a supplementary character") << QString::fromUcs4(U"\U00010437") << u"_xD801__xDC37_"_s;
    QTest::newRow("an unpaired surrogate") << QString(QChar(0xdc00)) << u"_xDC00_"_s;
    QTest::newRow("what XML has no room for") << QString(QChar(0xfffe)) + QChar(0xffff) << u"_xFFFE__xFFFF_"_s;
}

void tst_Escapes::encode_writesWhatWindowsWrites()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(encodeEscapes(text), expected);
}

void tst_Escapes::decode_givesBack_whateverWasEncoded()
{
    QRandomGenerator random(1);
    static constexpr char16_t alphabet[] = u"_xX0Aa \n\xd801\xdc37\xffff";
    for (int round = 0; round < 5000; ++round) {
        QString text;
        for (int i = random.bounded(20); i > 0; --i)
            text.append(QChar(alphabet[random.bounded(11)]));
        QCOMPARE(decodeEscapes(encodeEscapes(text)), text);
    }
}

KAKUIN_TEST(tst_Escapes)

} // namespace tests::tst_escapes

#include "tst_escapes.moc"
