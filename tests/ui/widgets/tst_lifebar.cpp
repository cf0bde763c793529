// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/lifebar.h"

#include <QtGui/QImage>
#include <QtTest/QTest>

namespace tests::tst_lifebar {

using namespace kakuin;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

} // namespace

class tst_LifeBar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_saysWhatIsLeft_data()
    {
        QTest::addColumn<QDateTime>("issued");
        QTest::addColumn<QDateTime>("expires");
        QTest::addColumn<QString>("text");
        QTest::newRow("soon") << now.addDays(-1814) << now.addDays(12).addSecs(60)
                              << QStringLiteral("12 days left of 5 years");
        QTest::newRow("expired") << now.addDays(-100) << now.addDays(-3).addSecs(-60)
                                 << QStringLiteral("expired 3 days ago");
        QTest::newRow("not yet valid") << now.addDays(2) << now.addDays(30)
                                       << QStringLiteral("Not valid before 2026-11-24 09:00");
        QTest::newRow("absurd") << QDateTime() << QDateTime() << QStringLiteral("remaining life not known");
        QTest::newRow("ends before it begins")
            << now << now.addDays(-9).addSecs(-60) << QStringLiteral("remaining life not known");
    }
    void text_saysWhatIsLeft()
    {
        QFETCH(QDateTime, issued);
        QFETCH(QDateTime, expires);
        QFETCH(QString, text);
        ui::LifeBar bar;
        bar.setLife(issued, expires, now);
        bar.resize(400, bar.sizeHint().height());
        QCOMPARE(bar.text(), text);
        QVERIFY(bar.accessibleDescription().contains(text));
        QVERIFY(!bar.grab().isNull()); // paints whatever the dates
    }

    void bar_isColouredBySeverity()
    {
        using models::Severity;
        const auto middle = [](const QDateTime &expires, Severity severity) {
            ui::LifeBar bar;
            bar.setLife(now.addDays(-1000), expires, now, severity);
            bar.resize(400, bar.sizeHint().height());
            const QImage image = bar.grab().toImage();
            return image.pixelColor(image.width() / 4, bar.fontMetrics().height() + 12);
        };
        const QPalette palette;
        QCOMPARE(middle(now.addDays(12), Severity::Soon), ui::colour(ui::Tone::Soon, palette));
        QCOMPARE(middle(now.addDays(-3), Severity::Expired), ui::colour(ui::Tone::Expired, palette));
        QCOMPARE(middle(now.addDays(1000), Severity::Ok), ui::colour(ui::Tone::Muted, palette));
        // a revoked certificate that lasts for years is as urgent as elsewhere
        QCOMPARE(middle(now.addDays(1000), Severity::Urgent), ui::colour(ui::toneOf(Severity::Urgent), palette));
    }
};

KAKUIN_GUI_TEST(tst_LifeBar)

} // namespace tests::tst_lifebar

#include "tst_lifebar.moc"
