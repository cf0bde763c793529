// SPDX-License-Identifier: MIT
#include "ui/dialogs/practicedialog.h"

#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"
#include "ui/widgets/busyoverlay.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_practicedialog {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// A new practice organisation.
class tst_PracticeDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void small_isCreatedAndOpened();
    void creation_isCancelled_byEscape();
    void failure_staysOnThePage();
    void dialog_isNamedAndTranslated();
};

void tst_PracticeDialog::small_isCreatedAndOpened()
{
    const QTemporaryDir folder;
    session::Workspace workspace(folder.path());
    ui::PracticeDialog dialog(workspace);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    testkit::press(&dialog, u"smallRadio"_s);
    testkit::press(&dialog, u"createButton"_s);
    QVERIFY(dialog.findChild<ui::BusyOverlay *>()->isBusy());
    QVERIFY(accepted.wait(30'000) || accepted.size() == 1);
    QVERIFY(workspace.lab() != nullptr);
    QCOMPARE(workspace.lab()->preset(), lab::Preset::Small);
    QVERIFY(!dialog.isVisible());
}

void tst_PracticeDialog::creation_isCancelled_byEscape()
{
    const QTemporaryDir folder;
    session::Workspace workspace(folder.path());
    ui::PracticeDialog dialog(workspace);
    dialog.open();
    testkit::press(&dialog, u"largeRadio"_s);
    testkit::press(&dialog, u"createButton"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<ui::BusyOverlay *>()->isBusy(), 30'000);
    // what was cancelled is no failure, and the dialog is there for another try
    QVERIFY(dialog.isVisible());
    QVERIFY(workspace.session() == nullptr);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void tst_PracticeDialog::failure_staysOnThePage()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    session::Workspace workspace(file + u"/folder"_s);
    ui::PracticeDialog dialog(workspace);
    dialog.open();
    testkit::press(&dialog, u"smallRadio"_s);
    testkit::press(&dialog, u"createButton"_s);
    auto *bar = dialog.findChild<QWidget *>(u"practiceMessageBar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 30'000);
    QVERIFY(dialog.isVisible());
}

void tst_PracticeDialog::dialog_isNamedAndTranslated()
{
    const QTemporaryDir folder;
    session::Workspace workspace(folder.path());
    ui::PracticeDialog dialog(workspace);
    dialog.open();
    testkit::checkNames(dialog);
    testkit::checkLanguageSwitch(dialog);
}

KAKUIN_GUI_TEST(tst_PracticeDialog)

} // namespace tests::tst_practicedialog

#include "tst_practicedialog.moc"
