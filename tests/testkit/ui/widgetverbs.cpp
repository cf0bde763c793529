// SPDX-License-Identifier: MIT
#include "widgetverbs.h"

#include "tests/testkit/ui/inputclock.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

namespace kakuin::testkit {

void press(QWidget *root, const QString &objectName)
{
    auto *button = root->findChild<QAbstractButton *>(objectName);
    QVERIFY2(button != nullptr, qPrintable(objectName));
    QVERIFY2(button->isEnabled(), qPrintable(objectName));
    passQuietTime();
    button->click();
}

void type(QWidget *root, const QString &objectName, const QString &text)
{
    auto *edit = root->findChild<QLineEdit *>(objectName);
    QVERIFY2(edit != nullptr, qPrintable(objectName));
    QVERIFY2(edit->isEnabled() && !edit->isReadOnly(), qPrintable(objectName));
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QAction *menuAction(const QWidget *root, const QString &objectName)
{
    const auto menus = root->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->objectName() == objectName)
                return action;
        }
    }
    return nullptr;
}

} // namespace kakuin::testkit
