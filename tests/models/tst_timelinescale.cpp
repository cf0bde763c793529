// SPDX-License-Identifier: MIT
#include "models/timelinescale.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <limits>

namespace tests::tst_timelinescale {

using namespace kakuin;
using models::TimelineScale;
using Unit = TimelineScale::Unit;

namespace {

QDateTime utc(int year, int month, int day)
{
    return {QDate(year, month, day), QTime(0, 0), Qt::UTC};
}

TimelineScale scale(double width = 1000)
{
    TimelineScale made;
    made.setRange(utc(2021, 1, 1), utc(2031, 1, 1));
    made.setWidth(width);
    return made;
}

double room(Unit)
{
    return 40;
}

} // namespace

class tst_TimelineScale final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fit_isTheDefault()
    {
        const TimelineScale made = scale();
        QVERIFY(made.isFit());
        QCOMPARE(made.xOf(utc(2021, 1, 1)), 0.0);
        QCOMPARE(made.xOf(utc(2031, 1, 1)), 1000.0);
        QCOMPARE(made.maximumOffset(), 0.0);
    }

    void zoom_keepsTheTimeUnderThePixel_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("at the left edge") << 0.0;
        QTest::newRow("in the middle") << 500.0;
        QTest::newRow("near the right edge") << 993.0;
    }
    void zoom_keepsTheTimeUnderThePixel()
    {
        QFETCH(double, x);
        TimelineScale made = scale();
        const QDateTime under = made.timeAt(x);
        for (int i = 0; i < 12; ++i) {
            made.zoomAt(1.5, x);
            QVERIFY(qAbs(made.xOf(under) - x) < 0.01);
        }
        for (int i = 0; i < 30; ++i)
            made.zoomAt(1 / 1.5, x);
        QVERIFY(made.isFit());
        QCOMPARE(made.xOf(utc(2021, 1, 1)), 0.0);
    }

    void zoom_endsAtAWeek()
    {
        TimelineScale made = scale();
        for (int i = 0; i < 100; ++i)
            made.zoomAt(2, 500);
        QCOMPARE(qRound(static_cast<double>(made.timeAt(0).secsTo(made.timeAt(1000))) / 86400),
            TimelineScale::narrowestDays);
        QVERIFY(!made.canZoomIn());
        made.zoomAt(0, 500);
        made.zoomAt(std::numeric_limits<double>::quiet_NaN(), 500);
        QVERIFY(made.timeAt(0).isValid());
    }

    void scroll_staysWithinTheRange()
    {
        TimelineScale made = scale();
        made.zoomAt(4, 0);
        made.setOffset(1e9);
        QVERIFY(qAbs(made.xOf(utc(2031, 1, 1)) - 1000) < 0.01);
        QVERIFY(qAbs(made.offset() - made.maximumOffset()) < 0.01);
        made.setOffset(-5);
        QCOMPARE(made.offset(), 0.0);
    }

    void width_changesWhatFits_notWhatIsShown()
    {
        TimelineScale made = scale();
        made.setWidth(500);
        QCOMPARE(made.xOf(utc(2031, 1, 1)), 500.0);
        made.zoomAt(4, 0);
        const QDateTime right = made.timeAt(500);
        made.setWidth(700);
        QVERIFY(qAbs(made.xOf(right) - 700) < 0.01);
        made.setWidth(0);
        QVERIFY(made.timeAt(0).isValid());
    }

    void newRange_keepsFitOrPlace()
    {
        TimelineScale made = scale();
        made.setRange(utc(2020, 1, 1), utc(2032, 1, 1));
        QVERIFY(made.isFit());
        QCOMPARE(made.xOf(utc(2032, 1, 1)), 1000.0);
        made.zoomAt(3, 500);
        const QDateTime left = made.timeAt(0);
        made.setRange(utc(2019, 1, 1), utc(2033, 1, 1));
        QVERIFY(qAbs(left.secsTo(made.timeAt(0))) < 2);
    }

    void absurdRanges_areMended()
    {
        TimelineScale made;
        made.setWidth(100);
        made.setRange(utc(2030, 1, 1), utc(2020, 1, 1));
        QVERIFY(made.timeAt(0) < made.timeAt(100));
        made.setRange(utc(2026, 1, 1), utc(2026, 1, 1));
        QCOMPARE(made.timeAt(0).daysTo(made.timeAt(100)), 366);
        const QDateTime before = made.timeAt(0);
        made.setRange({}, utc(2026, 1, 1));
        QCOMPARE(made.timeAt(0), before);
    }

    void bar_ofAbsurdDates_staysPaintable()
    {
        const TimelineScale made = scale();
        const TimelineScale::Bar usual = made.barOf(utc(2022, 1, 1), utc(2027, 1, 1));
        QVERIFY(usual.isKnown && !usual.isPoint && usual.left < usual.right);
        const TimelineScale::Bar never = made.barOf(utc(1601, 1, 1), utc(9999, 12, 31));
        QVERIFY(never.left >= -2000 && never.right <= 3000);
        const TimelineScale::Bar turned = made.barOf(utc(2028, 1, 1), utc(2027, 1, 1));
        QVERIFY(turned.isPoint);
        QCOMPARE(turned.left, turned.right);
        QVERIFY(made.barOf({}, utc(2027, 1, 1)).isPoint);
        QVERIFY(!made.barOf(utc(2027, 1, 1), {}).isKnown);
    }

    void axis_takesTheFinestUnitWithRoom_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("unit");
        QTest::addColumn<bool>("hasMajor");
        QTest::newRow("ten years") << 1.0 << static_cast<int>(Unit::Year) << false;
        QTest::newRow("four years") << 2.5 << static_cast<int>(Unit::Quarter) << true;
        QTest::newRow("a year and a half") << 6.5 << static_cast<int>(Unit::Month) << true;
        QTest::newRow("four months") << 30.0 << static_cast<int>(Unit::Week) << true;
        QTest::newRow("two weeks") << 240.0 << static_cast<int>(Unit::Day) << true;
    }
    void axis_takesTheFinestUnitWithRoom()
    {
        QFETCH(double, zoom);
        QFETCH(int, unit);
        QFETCH(bool, hasMajor);
        TimelineScale made = scale();
        made.zoomAt(zoom, 500);
        const TimelineScale::Axis axis = made.axis(room);
        QCOMPARE(static_cast<int>(axis.unit), unit);
        QCOMPARE(!axis.major.isEmpty(), hasMajor);
        QVERIFY(axis.minor.size() > 2 && axis.minor.size() < 40);
        for (qsizetype i = 1; i < axis.minor.size(); ++i)
            QVERIFY(axis.minor.at(i).x - axis.minor.at(i - 1).x > 39);
        QVERIFY(axis.minor.first().x <= 0);
        QVERIFY(axis.minor.last().x <= 1000);
    }

    void axis_beginsAtUnits()
    {
        TimelineScale made = scale();
        made.zoomAt(2.5, 500);
        const TimelineScale::Axis quarters = made.axis(room);
        for (const TimelineScale::Tick &tick : quarters.minor)
            QVERIFY(tick.date.day() == 1 && tick.date.month() % 3 == 1);
        for (const TimelineScale::Tick &tick : quarters.major)
            QVERIFY(tick.date.day() == 1 && tick.date.month() == 1);
        made.zoomAt(12, 500);
        for (const TimelineScale::Tick &tick : made.axis(room).minor)
            QCOMPARE(tick.date.dayOfWeek(), int(Qt::Monday));
        made.fit();
        made.setWidth(150);
        for (const TimelineScale::Tick &tick : made.axis(room).minor)
            QCOMPARE(tick.date.year() % 5, 0);
    }
};

KAKUIN_TEST(tst_TimelineScale)

} // namespace tests::tst_timelinescale

#include "tst_timelinescale.moc"
