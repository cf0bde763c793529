// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/expirytext.h"

#include <QtTest/QTest>

namespace tests::tst_expirytext {

using namespace kakuin;
using ui::ExpiryText;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

QString remaining(qint64 seconds)
{
    const QDateTime end = now.addSecs(seconds);
    return ExpiryText::remaining(domain::expiryOf(end, now), end, now);
}

constexpr qint64 day = 24 * 60 * 60;

} // namespace

class tst_ExpiryText : public QObject {
    Q_OBJECT
private:
    static void addRows()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("japanese");
        QTest::newRow("twelve days") << 12 * day + 60 << QStringLiteral("in 12 days") << QStringLiteral("残り 12 日");
        QTest::newRow("months are days") << 201 * day << QStringLiteral("in 201 days") << QStringLiteral("残り 201 日");
        QTest::newRow("below two years") << 729 * day << QStringLiteral("in 729 days") << QStringLiteral("残り 729 日");
        QTest::newRow("two years") << 731 * day << QStringLiteral("in 2 years") << QStringLiteral("残り 2 年");
        QTest::newRow("five years, less a second")
            << 1826 * day - 1 << QStringLiteral("in 5 years") << QStringLiteral("残り 5 年");
        QTest::newRow("1800 days, as setup makes them")
            << 1800 * day << QStringLiteral("in 5 years") << QStringLiteral("残り 5 年");
        QTest::newRow("not rounded up") << 1700 * day << QStringLiteral("in 4 years") << QStringLiteral("残り 4 年");
        QTest::newRow("today") << qint64(8 * 3600) << QStringLiteral("today at 17:00") << QStringLiteral("本日 17:00");
        QTest::newRow("tomorrow, in less than a day")
            << qint64(23 * 3600) << QStringLiteral("tomorrow at 08:00") << QStringLiteral("明日 8:00");
        QTest::newRow("expired an hour ago")
            << qint64(-3600) << QStringLiteral("expired less than a day ago") << QStringLiteral("期限切れ (1 日以内)");
        QTest::newRow("expired") << -3 * day - 60 << QStringLiteral("expired 3 days ago")
                                 << QStringLiteral("3 日前に期限切れ");
        QTest::newRow("expired long ago")
            << -1200 * day << QStringLiteral("expired 3 years ago") << QStringLiteral("3 年前に期限切れ");
    }

private Q_SLOTS:
    void remaining_saysDaysThenYears_inEnglish_data() { addRows(); }
    void remaining_saysDaysThenYears_inEnglish()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, english);
        QCOMPARE(remaining(seconds), english);
    }

    void remaining_saysDaysThenYears_inJapanese_data() { addRows(); }
    void remaining_saysDaysThenYears_inJapanese()
    {
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("ExpiryText")))
            QSKIP("kakuin_ja.ts has no words for dates");
        QFETCH(qint64, seconds);
        QFETCH(QString, japanese);
        QCOMPARE(remaining(seconds), japanese);
    }

    void remaining_isNotKnown_whenTheDateIsAbsurd()
    {
        QCOMPARE(ExpiryText::remaining(domain::expiryOf({}, now), {}, now), QStringLiteral("not known"));
        QCOMPARE(ExpiryText::day({}), QStringLiteral("not known"));
        QCOMPARE(ExpiryText::dayAndTime({}), QStringLiteral("not known"));
        QCOMPARE(ExpiryText::timeOfDay({}), QStringLiteral("not known"));
    }

    void remaining_doesNotClaimToday_withoutAClock()
    {
        const QDateTime end = now.addSecs(3600);
        QCOMPARE(ExpiryText::remaining(domain::expiryOf(end, now), end), QStringLiteral("within 24 hours"));
    }

    void lifeLeft_comparesWithTheWhole()
    {
        const auto left = [](qint64 daysLeft, qint64 daysOfLife) {
            const QDateTime end = now.addDays(daysLeft).addSecs(60);
            return ExpiryText::lifeLeft(domain::expiryOf(end, now), end.addDays(-daysOfLife), end);
        };
        QCOMPARE(left(12, 1826), QStringLiteral("12 days left of 5 years"));
        QCOMPARE(left(1500, 1826), QStringLiteral("4 years left of 5 years"));
        QCOMPARE(left(12, 90), QStringLiteral("12 days left of 90 days"));
        QCOMPARE(left(0, 90), QStringLiteral("less than a day left of 90 days"));
        QCOMPARE(left(-5, 90), QStringLiteral("expired 4 days ago"));
        QCOMPARE(ExpiryText::lifeLeft(domain::expiryOf(now, now), {}, now), QStringLiteral("remaining life not known"));
    }

    void dates_takeTheirFormFromTheLanguage()
    {
        const QDateTime date(QDate(2026, 12, 4), QTime(9, 0), Qt::UTC);
        QCOMPARE(ExpiryText::day(date), QStringLiteral("2026-12-04"));
        QCOMPARE(ExpiryText::dayAndTime(date), QStringLiteral("2026-12-04 09:00"));
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("ExpiryText")))
            QSKIP("kakuin_ja.ts has no words for dates");
        QCOMPARE(ExpiryText::day(date), QStringLiteral("2026/12/04"));
        QCOMPARE(ExpiryText::dayAndTime(date), QStringLiteral("2026/12/04 9:00"));
        QCOMPARE(ExpiryText::timeOfDay(date), QStringLiteral("9:00"));
    }

    void singular_isEnglish_withTheEnglishPlurals()
    {
        testkit::TsTranslator english(QStringLiteral("en"));
        if (!english.covers(QStringLiteral("ExpiryText")))
            QSKIP("kakuin_en.ts has no plurals for dates");
        QCoreApplication::installTranslator(&english);
        const QString one = remaining(day + 60);
        const QString two = remaining(2 * day + 60);
        QCoreApplication::removeTranslator(&english);
        QCOMPARE(one, QStringLiteral("in 1 day"));
        QCOMPARE(two, QStringLiteral("in 2 days"));
    }

    void everyBand_hasAWord()
    {
        using Band = domain::ExpiryBand;
        for (const Band band :
            {Band::Unknown, Band::Expired, Band::Today, Band::Urgent, Band::Soon, Band::Upcoming, Band::Later})
            QVERIFY(!ExpiryText::band(band).isEmpty());
    }
};

KAKUIN_TEST(tst_ExpiryText)

} // namespace tests::tst_expirytext

#include "tst_expirytext.moc"
