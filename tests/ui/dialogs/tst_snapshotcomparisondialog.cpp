// SPDX-License-Identifier: MIT
#include "ui/dialogs/snapshotcomparisondialog.h"

#include "core/session/workspace.h"
#include "tests/testkit/await.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/dialogs/dialogchecks.h"
#include "text/collectortext.h"
#include "ui/dialogs/changerows.h"
#include "ui/dialogs/savesnapshotdialog.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace tests::tst_snapshotcomparisondialog {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

/// From saving a snapshot to what has changed since.
class tst_SnapshotComparisonDialog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void journey_fromSaving_toWhatHasChanged();
    void snapshotThatCannotBeRead_isSaid();
    void savingOverAFolder_isRefused();
    void csv_isSafeInASpreadsheet();
    void script_holdsEveryComment();
    void dialogs_areNamedAndTranslated();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    QString m_archive;
};

void tst_SnapshotComparisonDialog::initTestCase()
{
    m_workspace = std::make_unique<session::Workspace>(m_folder.filePath(u"data"_s));
    QVERIFY_RESULT(await(m_workspace->createPractice(lab::Preset::Small)));
    QVERIFY_RESULT(await(m_workspace->session()->refresh()));
    m_archive = m_folder.filePath(u"before.zip"_s);
}

void tst_SnapshotComparisonDialog::journey_fromSaving_toWhatHasChanged()
{
    session::Session &session = *m_workspace->session();
    ui::SaveSnapshotDialog saving(session.shell(), {m_archive, false}, 4);
    saving.open();
    auto *button = saving.findChild<QPushButton *>(u"closeButton"_s);
    QTRY_COMPARE(button->text(), u"Close"_s);
    QVERIFY(saving.findChild<QProgressBar *>()->isHidden());
    QCOMPARE(saving.findChild<ui::MessageBar *>()->message(), QString());
    QVERIFY(QFile::exists(m_archive));
    press(&saving, u"closeButton"_s);
    QVERIFY(!saving.isVisible());

    const auto certificates = session.inventory()->servers.first().certificates;
    QVERIFY_RESULT(certificates);
    const domain::Certificate first = certificates->first();
    const auto made = await(session.shell()->invoke(shell::Cmdlet(u"New-ExchangeCertificate"_s)
                                                        .onServer(first.server)
                                                        .with(u"Services"_s, QStringList{u"IMAP"_s})
                                                        .with(u"Force"_s, true)));
    QVERIFY_RESULT(made);
    QVERIFY_RESULT(await(session.refresh()));

    ui::SnapshotComparisonDialog dialog(session.inventory(), u"Practice"_s);
    dialog.open();
    auto *table = dialog.findChild<QTableView *>(u"changesTable"_s);
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!dialog.findChild<QPushButton *>(u"copyButton"_s)->isEnabled());
    dialog.openSnapshot({m_archive});
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QModelIndex change = table->model()->index(0, models::ChangeListModel::ChangeColumn);
    QCOMPARE(change.data().toString(), u"Certificate added"_s);
    press(&dialog, u"copyButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Certificate added\t"));
    QSignalSpy asked(&dialog, &ui::SnapshotComparisonDialog::certificateRequested);
    table->selectRow(0);
    table->setCurrentIndex(change);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void tst_SnapshotComparisonDialog::snapshotThatCannotBeRead_isSaid()
{
    ui::SnapshotComparisonDialog dialog(m_workspace->session()->inventory(), u"Practice"_s);
    dialog.open();
    dialog.openSnapshot({m_folder.filePath(u"nothing.zip"_s)});
    auto *message = dialog.findChild<ui::MessageBar *>(u"comparisonMessage"_s);
    QTRY_VERIFY(!message->message().isEmpty());
    QVERIFY(!dialog.findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
}

void tst_SnapshotComparisonDialog::savingOverAFolder_isRefused()
{
    ui::SaveSnapshotDialog saving(m_workspace->session()->shell(), {m_folder.path(), false}, 4);
    saving.open();
    auto *message = saving.findChild<ui::MessageBar *>(u"snapshotMessage"_s);
    QTRY_VERIFY(!message->message().isEmpty());
    QCOMPARE(message->severity(), models::Severity::Urgent);
    QVERIFY(QFile::exists(m_archive));
}

void tst_SnapshotComparisonDialog::csv_isSafeInASpreadsheet()
{
    models::ChangeListModel model;
    ui::ChangeRows rows(model);
    const QAbstractItemModelTester tester(&rows);
    model.setChanges({{domain::ChangeKind::ConnectorAdded, {}, {}, u"=HYPERLINK(\"x\")"_s, u"@a"_s, u"角印, \"b\""_s},
        {domain::ChangeKind::NotComparable, domain::ServerId(u"EX01"_s), {}, {}, u"1"_s, u"0"_s}});
    const QString csv = QString::fromUtf8(rows.csv());
    QVERIFY(rows.csv().startsWith("\xEF\xBB\xBF"));
    QVERIFY(csv.contains(
        u"\"Organisation\",\"Connector added\",\"'=HYPERLINK(\"\"x\"\")\",\"'@a\",\"角印, \"\"b\"\"\"\r\n"_s));
    QVERIFY(csv.contains(u"\"read\",\"not read\""_s));
}

void tst_SnapshotComparisonDialog::script_holdsEveryComment()
{
    const QString script = QString::fromUtf8(ui::CollectorText::script());
    QVERIFY(script.contains(u"Get-ExchangeCertificate"));
    QVERIFY(!script.contains(u"{{"));
    QVERIFY(!script.contains(u"# \r\n"));
    QVERIFY(script.split(u"\r\n"_s).size() < 90); // readable in a minute
}

void tst_SnapshotComparisonDialog::dialogs_areNamedAndTranslated()
{
    ui::SnapshotComparisonDialog dialog(m_workspace->session()->inventory(), u"Practice"_s);
    dialog.open();
    checkNames(dialog);
    checkLanguageSwitch(dialog, {u"Practice"_s});
    ui::SaveSnapshotDialog saving(m_workspace->session()->shell(), {m_folder.filePath(u"again.zip"_s), true}, 4);
    saving.open();
    checkNames(saving);
    QTRY_COMPARE(saving.findChild<QPushButton *>(u"closeButton"_s)->text(), u"Close"_s);
    checkLanguageSwitch(saving, {QDir::toNativeSeparators(m_folder.filePath(u"again.zip"_s))});
}

KAKUIN_GUI_TEST(tst_SnapshotComparisonDialog)

} // namespace tests::tst_snapshotcomparisondialog

#include "tst_snapshotcomparisondialog.moc"
