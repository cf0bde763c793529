// SPDX-License-Identifier: MIT
#include "ui/dialogs/aboutdialog.h"

#include "tests/testkit/ui/guitest.h"
#include "tests/ui/dialogs/dialogchecks.h"

#include <QtTest/QTest>

namespace tests::tst_aboutdialog {

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

KAKUIN_GUI_TEST(tst_AboutDialog)

} // namespace tests::tst_aboutdialog

#include "tst_aboutdialog.moc"
