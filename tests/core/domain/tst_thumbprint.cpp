// SPDX-License-Identifier: MIT
#include "core/domain/thumbprint.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace tests::tst_thumbprint {

using namespace kakuin;
using namespace kakuin::domain;

namespace {
const QString plain = QStringLiteral("9A0B4C2D7E11F0A3B4C5D6E7F8091A2B3C4D5E6F");
}

class tst_Thumbprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spelling_isUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("upper case") << plain;
        QTest::newRow("lower case") << plain.toLower();
        QTest::newRow("blanks between bytes, as the certificate window shows them")
            << QStringLiteral("9a 0b 4c 2d 7e 11 f0 a3 b4 c5 d6 e7 f8 09 1a 2b 3c 4d 5e 6f");
        QTest::newRow("the invisible mark that copying from that window brings along")
            << QStringLiteral("\u200e9a 0b 4c 2d 7e 11 f0 a3 b4 c5 d6 e7 f8 09 1a 2b 3c 4d 5e 6f");
        QTest::newRow("other invisible marks")
            << QStringLiteral("\ufeff\u202a") + plain + QStringLiteral("\u202c\u200b");
        QTest::newRow("colons") << QStringLiteral("9A:0B:4C:2D:7E:11:F0:A3:B4:C5:D6:E7:F8:09:1A:2B:3C:4D:5E:6F");
        QTest::newRow("hyphens") << QStringLiteral("9A0B4C2D-7E11F0A3-B4C5D6E7-F8091A2B-3C4D5E6F");
        QTest::newRow("groups of eight") << QStringLiteral("9A0B4C2D 7E11F0A3 B4C5D6E7 F8091A2B 3C4D5E6F");
        QTest::newRow("no-break and ideographic blanks")
            << QStringLiteral("9A0B4C2D\u00a07E11F0A3\u3000B4C5D6E7F8091A2B3C4D5E6F");
        QTest::newRow("line breaks around") << QStringLiteral("\r\n") + plain + QStringLiteral("\n");
    }
    void spelling_isUnderstood()
    {
        QFETCH(QString, text);
        const auto thumbprint = Thumbprint::parse(text);
        QVERIFY_RESULT(thumbprint);
        QCOMPARE(thumbprint->toString(), plain);
        QCOMPARE(thumbprintFragment(text), plain);
    }

    void otherText_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << QStringLiteral("   ");
        QTest::newRow("39 digits") << plain.chopped(1);
        QTest::newRow("41 digits") << plain + u'0';
        QTest::newRow("a letter that is no digit") << QStringLiteral("G") + plain.mid(1);
        QTest::newRow("full-width digits") << QStringLiteral("９") + plain.mid(1);
        QTest::newRow("a SHA-256") << plain + plain.left(24);
        QTest::newRow("a prefix") << QStringLiteral("0x") + plain;
        QTest::newRow("very long") << plain + QString(100'000, u' ');
    }
    void otherText_isRefused()
    {
        QFETCH(QString, text);
        const auto thumbprint = Thumbprint::parse(text);
        QVERIFY(!thumbprint);
        QCOMPARE(thumbprint.error().code, ErrorCode::InvalidThumbprint);
        QVERIFY(thumbprint.error().subject.size() <= 200);
    }

    void bytes_goInAndOut()
    {
        const QByteArray bytes = QByteArray::fromHex(plain.toLatin1());
        const Thumbprint thumbprint = Thumbprint::fromSha1(bytes);
        QCOMPARE(thumbprint.bytes(), bytes);
        QCOMPARE(thumbprint.toGroupedString(), QStringLiteral("9A0B4C2D 7E11F0A3 B4C5D6E7 F8091A2B 3C4D5E6F"));
        QVERIFY(Thumbprint::fromSha1(bytes.chopped(1)).isNull());
        QVERIFY(Thumbprint::fromSha1(bytes + bytes).isNull());
    }

    void null_isEmptyText()
    {
        QVERIFY(Thumbprint().isNull());
        QCOMPARE(Thumbprint().toString(), QString());
        QCOMPARE(Thumbprint().toGroupedString(), QString());
    }

    void order_andHash_areByContent()
    {
        const Thumbprint a = Thumbprint::parse(plain).value_or(Thumbprint());
        const Thumbprint b = Thumbprint::parse(QStringLiteral("9B") + plain.mid(2)).value_or(Thumbprint());
        QVERIFY(a < b);
        QVERIFY(Thumbprint() < a);
        QCOMPARE((QSet<Thumbprint>{a, b, a}).size(), 2);
    }

    void fragment_isForFilters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fragment");
        QTest::newRow("a part") << QStringLiteral("9a 0b:4") << QStringLiteral("9A0B4");
        QTest::newRow("no part of a thumbprint") << QStringLiteral("mail") << QString();
        QTest::newRow("nothing but separators") << QStringLiteral(" :-") << QString();
    }
    void fragment_isForFilters()
    {
        QFETCH(QString, text);
        QFETCH(QString, fragment);
        QCOMPARE(thumbprintFragment(text), fragment);
    }
};

KAKUIN_TEST(tst_Thumbprint)

} // namespace tests::tst_thumbprint

#include "tst_thumbprint.moc"
