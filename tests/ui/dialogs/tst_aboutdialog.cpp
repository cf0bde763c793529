// SPDX-License-Identifier: MIT
#include "ui/dialogs/aboutdialog.h"

#include "tests/ui/dialogs/dialogchecks.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

class tst_AboutDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dialog_isNamedAndTranslated();
};

void tst_AboutDialog::dialog_isNamedAndTranslated()
{
    kakuin::ui::AboutDialog dialog;
    dialog.open();
    kakuin::testkit::checkNames(dialog);
    kakuin::testkit::checkLanguageSwitch(dialog, {u"Kakuin"_s});
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(tst_AboutDialog)
#include "tst_aboutdialog.moc"
