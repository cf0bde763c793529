// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "ui/views/quickfilterbar.h"

#include <QtTest/QTest>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace tests::tst_quickfilterbar {

using namespace kakuin;

/// The quick filters above a list, in windows of every width.
class tst_QuickFilterBar final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFilter_canBeReached_inANarrowWindow_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {160, 240, 320, 428, 700})
            QTest::addRow("%d pixels", width) << width;
    }
    void everyFilter_canBeReached_inANarrowWindow()
    {
        QFETCH(int, width);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        auto *bar = new ui::QuickFilterBar(&window);
        auto *list = new QTreeView(&window);
        column->addWidget(bar);
        column->addWidget(list, 1);
        window.resize(width, 500);
        window.show();
        const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), models::quickFilterCount);
        for (const QToolButton *button : buttons)
            QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(button->objectName()));
        QVERIFY2(list->height() > 300, "the list has what the filters leave");
    }
};

KAKUIN_GUI_TEST(tst_QuickFilterBar)

} // namespace tests::tst_quickfilterbar

#include "tst_quickfilterbar.moc"
