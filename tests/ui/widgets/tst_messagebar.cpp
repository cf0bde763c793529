// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/widgets/messagebar.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace tests::tst_messagebar {

using namespace kakuin;

class tst_MessageBar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bar_showsItsMessage()
    {
        QWidget window;
        ui::MessageBar bar(&window);
        window.show();
        QVERIFY(!bar.isVisible());
        bar.setMessage(models::Severity::Urgent, QStringLiteral("<b>Mail</b> stops."));
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.message(), QStringLiteral("<b>Mail</b> stops."));
        QCOMPARE(bar.accessibleName(), QStringLiteral("Urgent"));
        for (const QLabel *label : bar.findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        bar.clear();
        QVERIFY(!bar.isVisible());
    }

    void bar_isClosed_byThePerson()
    {
        QWidget window;
        ui::MessageBar bar(&window);
        bar.setObjectName(QStringLiteral("saveMessage"));
        bar.setClosable(true);
        bar.setMessage(models::Severity::Ok, QStringLiteral("Saved."));
        window.show();
        QSignalSpy spy(&bar, &ui::MessageBar::closed);
        bar.findChild<QAbstractButton *>(QStringLiteral("saveMessageCloseButton"))->click();
        QCOMPARE(spy.count(), 1);
        QVERIFY(!bar.isVisible());
    }

    void button_isReachableByName()
    {
        QWidget window;
        ui::MessageBar bar(&window);
        QSignalSpy spy(bar.addButton(QStringLiteral("rotateButton")), &QPushButton::clicked);
        bar.setMessage(models::Severity::Soon, QStringLiteral("Rotate."));
        testkit::press(&bar, QStringLiteral("rotateButton"));
        QCOMPARE(spy.count(), 1);
    }
};

KAKUIN_GUI_TEST(tst_MessageBar)

} // namespace tests::tst_messagebar

#include "tst_messagebar.moc"
