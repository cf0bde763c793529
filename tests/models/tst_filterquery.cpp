// SPDX-License-Identifier: MIT
#include "models/filterquery.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_filterquery {

using kakuin::models::FilterQuery;

class tst_FilterQuery final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing matches everything") << QString() << true;
        QTest::newRow("blanks count as nothing") << u"   "_qs << true;
        QTest::newRow("a part of a name") << u"exch"_qs << true;
        QTest::newRow("in other case") << u"EXCHANGE"_qs << true;
        QTest::newRow("two words in any order") << u"mbx01 microsoft"_qs << true;
        QTest::newRow("one of two words is missing") << u"mbx02 microsoft"_qs << false;
        QTest::newRow("Japanese") << u"証明書"_qs << true;
        QTest::newRow("a thumbprint as Windows shows it") << u"9a 0b 4c 2d 7e 11"_qs << true;
        QTest::newRow("a thumbprint with colons") << u"9A:0B:4C:2D"_qs << true;
        QTest::newRow("a thumbprint with the invisible mark of copy and paste") << u"\u200E9a0b4c2d"_qs << true;
        QTest::newRow("the grouped spelling of the program itself") << u"9A0B4C2D 7E11F0A3"_qs << true;
        QTest::newRow("the middle of a thumbprint") << u"55c8d9"_qs << true;
        QTest::newRow("a thumbprint and a name") << u"9a0b4c2d mbx01"_qs << true;
        QTest::newRow("three digits begin it") << u"9a0"_qs << true;
        QTest::newRow("three digits that only occur in it") << u"f0a"_qs << false;
        QTest::newRow("another thumbprint") << u"9A0B4C2E"_qs << false;
    }
    void matches()
    {
        QFETCH(QString, typed);
        const QByteArray row = u"microsoft exchange\ncn=mbx01\n証明書\n"_qs.toUtf8()
            + QByteArrayLiteral("9a0b4c2d7e11f0a355c8d9e21b6f4470ac3d92e8");
        QTEST(FilterQuery::fromText(typed).matches(row, 40), "matches");
    }

    void rowWithoutThumbprint_isMatchedByItsFacts()
    {
        QVERIFY(FilterQuery::fromText(u"tokyo"_qs).matches(QByteArrayLiteral("tokyo"), 0));
        QVERIFY(!FilterQuery::fromText(u"abcd"_qs).matches(QByteArrayLiteral("tokyo"), 0));
    }
};

KAKUIN_TEST(tst_FilterQuery)

} // namespace tests::tst_filterquery

#include "tst_filterquery.moc"
