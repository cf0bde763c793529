// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/widgets/busyoverlay.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace tests::tst_busyoverlay {

using namespace kakuin;

class tst_BusyOverlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overlay_coversItsParent_whileItIsBusy()
    {
        QWidget window;
        window.resize(400, 300);
        ui::BusyOverlay overlay(&window);
        window.show();
        QVERIFY(!overlay.isVisible());
        overlay.start(QStringLiteral("Reading"));
        QVERIFY(overlay.isVisible());
        window.resize(500, 350);
        QTRY_COMPARE(overlay.size(), QSize(500, 350));
        overlay.stop();
        QVERIFY(!overlay.isVisible());
    }

    void cancel_isAskedForOnce()
    {
        QWidget window;
        ui::BusyOverlay overlay(&window);
        QSignalSpy spy(&overlay, &ui::BusyOverlay::cancelRequested);
        overlay.start(QStringLiteral("Reading"));
        testkit::press(&overlay, QStringLiteral("busyCancelButton"));
        QCOMPARE(spy.count(), 1);
        QVERIFY(!overlay.findChild<QPushButton *>()->isEnabled());
        overlay.start(QStringLiteral("Again"));
        QVERIFY(overlay.findChild<QPushButton *>()->isEnabled());
    }

    void progress_isBounded()
    {
        QWidget window;
        ui::BusyOverlay overlay(&window);
        overlay.start(QString());
        overlay.setProgress(70, 60);
        QCOMPARE(overlay.findChild<QProgressBar *>()->value(), 60);
        overlay.setProgress(-3, 0);
        QCOMPARE(overlay.findChild<QProgressBar *>()->maximum(), 0);
    }
};

KAKUIN_GUI_TEST(tst_BusyOverlay)

} // namespace tests::tst_busyoverlay

#include "tst_busyoverlay.moc"
