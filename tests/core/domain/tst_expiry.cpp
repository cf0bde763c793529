// SPDX-License-Identifier: MIT
#include "core/domain/expiry.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_expiry {

using namespace kakuin::domain;

namespace {
const QDateTime notAfter(QDate(2026, 12, 31), QTime(12, 0, 0), Qt::UTC);
constexpr qint64 day = 24 * 60 * 60;
} // namespace

class tst_Expiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void band_atEachEdge_data()
    {
        QTest::addColumn<qint64>("secondsLeft");
        QTest::addColumn<ExpiryBand>("band");
        QTest::addColumn<int>("days");
        const auto row = [](const char *tag, qint64 seconds, ExpiryBand band, int days) {
            QTest::newRow(tag) << seconds << band << days;
        };
        row("ten years ago", -3650 * day, ExpiryBand::Expired, -3650);
        row("a day and a second ago", -day - 1, ExpiryBand::Expired, -1);
        row("a day ago", -day, ExpiryBand::Expired, -1);
        row("a second ago", -1, ExpiryBand::Expired, 0);
        row("in the last second, which still counts", 0, ExpiryBand::Today, 0);
        row("in a second", 1, ExpiryBand::Today, 0);
        row("a second less than a day", day - 1, ExpiryBand::Today, 0);
        row("a day", day, ExpiryBand::Urgent, 1);
        row("a second less than seven days", 7 * day - 1, ExpiryBand::Urgent, 6);
        row("seven days", 7 * day, ExpiryBand::Soon, 7);
        row("a second less than thirty days", 30 * day - 1, ExpiryBand::Soon, 29);
        row("thirty days", 30 * day, ExpiryBand::Upcoming, 30);
        row("a second less than sixty days", 60 * day - 1, ExpiryBand::Upcoming, 59);
        row("sixty days", 60 * day, ExpiryBand::Later, 60);
        row("five years", 1826 * day, ExpiryBand::Later, 1826);
    }
    void band_atEachEdge()
    {
        QFETCH(qint64, secondsLeft);
        QFETCH(ExpiryBand, band);
        QFETCH(int, days);
        const Expiry expiry = expiryOf(notAfter, notAfter.addSecs(-secondsLeft));
        QCOMPARE(expiry.band, band);
        QCOMPARE(expiry.left.count(), days);
    }

    void thresholds_canBeSet()
    {
        const ExpiryPolicy policy{1, 2, 3};
        QCOMPARE(expiryOf(notAfter, notAfter.addDays(-1), policy).band, ExpiryBand::Soon);
        QCOMPARE(expiryOf(notAfter, notAfter.addDays(-2), policy).band, ExpiryBand::Upcoming);
        QCOMPARE(expiryOf(notAfter, notAfter.addDays(-3), policy).band, ExpiryBand::Later);
        QCOMPARE(expiryOf(notAfter, notAfter.addDays(1), ExpiryPolicy{0, 0, 0}).band, ExpiryBand::Expired);
    }

    void zone_doesNotMatter()
    {
        const QDateTime elsewhere = notAfter.addDays(-7).toOffsetFromUtc(9 * 3600);
        QCOMPARE(expiryOf(notAfter, elsewhere), expiryOf(notAfter, notAfter.addDays(-7)));
    }

    void invalidDate_isUnknown()
    {
        QCOMPARE(expiryOf(QDateTime(), notAfter).band, ExpiryBand::Unknown);
        QCOMPARE(expiryOf(notAfter, QDateTime()).band, ExpiryBand::Unknown);
        QCOMPARE(Expiry(), expiryOf(QDateTime(), QDateTime()));
    }

    void farDates_areNoTrouble()
    {
        const QDateTime last(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        const QDateTime first(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(expiryOf(last, first).left.count(), first.daysTo(last));
        QCOMPARE(expiryOf(first, last).band, ExpiryBand::Expired);
    }
};

KAKUIN_TEST(tst_Expiry)

} // namespace tests::tst_expiry

#include "tst_expiry.moc"
