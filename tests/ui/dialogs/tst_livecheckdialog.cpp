// SPDX-License-Identifier: MIT
#include "ui/dialogs/livecheckdialog.h"

#include "core/session/snapshotsaver.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace tests::tst_livecheckdialog {

using namespace Qt::StringLiterals;
using namespace kakuin;

/// The question before ports are looked at.
class tst_LiveCheckDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void practice_isAskedAndSaysThatNothingLeaves();
    void oneServer_isNamed();
    void exportedData_isOff_untilThePersonSaysSo();
    void dialog_isNamedAndTranslated_data();
    void dialog_isNamedAndTranslated();

private:
    static QString textOf(const QDialog &dialog);

    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_practice;
    std::unique_ptr<session::Workspace> m_exported;
};

QString tst_LiveCheckDialog::textOf(const QDialog &dialog)
{
    QStringList all;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        all.append(label->text());
    return all.join(u'\n');
}

void tst_LiveCheckDialog::initTestCase()
{
    m_practice = std::make_unique<session::Workspace>(m_folder.filePath(u"practice"_s));
    QVERIFY_RESULT(testkit::await(m_practice->createPractice(lab::Preset::Small)));
    QVERIFY_RESULT(testkit::await(m_practice->session()->refresh()));
    const QString path = m_folder.filePath(u"saved.zip"_s);
    session::SnapshotSaver saver(m_practice->session()->shell(), {path, false}, 4);
    QSignalSpy saved(&saver, &session::SnapshotSaver::finished);
    saver.start();
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 20'000);
    m_exported = std::make_unique<session::Workspace>(m_folder.filePath(u"exported"_s));
    QVERIFY_RESULT(testkit::await(m_exported->openExported({path})));
    QVERIFY_RESULT(testkit::await(m_exported->session()->refresh()));
}

void tst_LiveCheckDialog::practice_isAskedAndSaysThatNothingLeaves()
{
    ui::LiveCheckDialog dialog(*m_practice, {});
    QSignalSpy agreed(&dialog, &QDialog::accepted);
    dialog.open();
    QVERIFY2(textOf(dialog).contains(u"nothing leaves this computer"_s), qPrintable(textOf(dialog)));
    QVERIFY(!dialog.findChild<QCheckBox *>(u"allowCheck"_s)->isVisibleTo(&dialog));
    testkit::press(&dialog, u"cancelButton"_s);
    QCOMPARE(agreed.count(), 0);
    dialog.open();
    testkit::press(&dialog, u"checkPortsButton"_s);
    QCOMPARE(agreed.count(), 1);
}

void tst_LiveCheckDialog::oneServer_isNamed()
{
    const domain::ServerId first = m_practice->session()->inventory()->servers.first().server.id;
    const ui::LiveCheckDialog one(*m_practice, {first});
    QVERIFY2(textOf(one).contains(u"11 ports of "_s + first.name()), qPrintable(textOf(one)));
    const ui::LiveCheckDialog all(*m_practice, {});
    QVERIFY2(!textOf(all).contains(first.name()), qPrintable(textOf(all)));
}

void tst_LiveCheckDialog::exportedData_isOff_untilThePersonSaysSo()
{
    ui::LiveCheckDialog dialog(*m_exported, {});
    dialog.open();
    auto *allow = dialog.findChild<QCheckBox *>(u"allowCheck"_s);
    const auto *check = dialog.findChild<QPushButton *>(u"checkPortsButton"_s);
    QVERIFY(allow->isVisibleTo(&dialog));
    QVERIFY(!allow->isChecked());
    QVERIFY(!check->isEnabled());
    QVERIFY(!check->isDefault());
    allow->setChecked(true);
    QVERIFY(check->isEnabled());
    allow->setChecked(false);
    QVERIFY(!check->isEnabled());
}

void tst_LiveCheckDialog::dialog_isNamedAndTranslated_data()
{
    QTest::addColumn<bool>("isExported");
    QTest::newRow("practice") << false;
    QTest::newRow("exported data") << true;
}

void tst_LiveCheckDialog::dialog_isNamedAndTranslated()
{
    QFETCH(bool, isExported);
    ui::LiveCheckDialog dialog(isExported ? *m_exported : *m_practice, {});
    dialog.open();
    testkit::checkNames(dialog);
    testkit::checkLanguageSwitch(dialog);
}

KAKUIN_GUI_TEST(tst_LiveCheckDialog)

} // namespace tests::tst_livecheckdialog

#include "tst_livecheckdialog.moc"
