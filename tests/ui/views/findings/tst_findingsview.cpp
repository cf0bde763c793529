// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "text/nextstep.h"
#include "ui/layoutstore.h"
#include "ui/mainwindow.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/findings/findingsview.h"
#include "ui/views/organisationpages.h"

#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

namespace tests::tst_findingsview {

using namespace Qt::StringLiterals;
using namespace kakuin;
using advice::Task;
using findings::Code;
using models::FindingRowPtr;
using testkit::await;

/// The page as a person meets it: the real window, the practice organisation Contoso 2013, the real wizards.
class tst_FindingsView final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<ui::MainWindow> m_window;

    [[nodiscard]] ui::OrganisationPages *pages() const
    {
        return m_window->findChild<ui::OrganisationPages *>(u"organisationPages"_s);
    }
    [[nodiscard]] models::FindingsModel &model() const { return pages()->findings().model(); }
    [[nodiscard]] QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"findingsTree"_s); }
    [[nodiscard]] QString text(const QString &label) const { return m_window->findChild<QLabel *>(label)->text(); }
    [[nodiscard]] FindingRowPtr find(const std::function<bool(const models::FindingRow &)> &wanted) const
    {
        for (int i = 0; i < model().rowCount(); ++i) {
            for (const FindingRowPtr &row : model().groupOf(model().index(i, 0))->rows) {
                if (wanted(*row))
                    return row;
            }
        }
        return nullptr;
    }
    void choose(const FindingRowPtr &row) const { tree()->setCurrentIndex(model().indexOf(row->key)); }
    FindingRowPtr chooseTask(Task::Kind task) const
    {
        const FindingRowPtr row = find([task](const auto &r) { return r.finding.task.kind == task; });
        if (row != nullptr)
            choose(row);
        return row;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_workspace = std::make_unique<session::Workspace>(m_folder.path());
        QVERIFY_RESULT(await(m_workspace->openPractice(), 60'000));
        QVERIFY_RESULT(await(m_workspace->session()->refresh()));
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    }

    void init()
    {
        m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_layout);
        m_window->show();
        pages()->setPage(ui::OrganisationPages::Findings);
        QTRY_VERIFY(model().rowCount() > 0);
    }
    void cleanup() { m_window.reset(); }

    void tab_saysHowManyNeedAttention()
    {
        const auto counts = model().counts();
        QVERIFY(counts.critical + counts.warning > 0);
        const QString tab
            = m_window->findChild<QTabBar *>(u"organisationTabs"_s)->tabText(ui::OrganisationPages::Findings);
        QVERIFY2(tab.contains(QString::number(counts.critical + counts.warning)), qPrintable(tab));
        QVERIFY(text(u"findingsSummaryLabel"_s).contains(QString::number(counts.critical)));
    }

    void tree_saysHowManyFindingsAServerHas()
    {
        const QAbstractItemModel *rows = m_window->findChild<QTreeView *>(u"organisationTree"_s)->model();
        QStringList said;
        const QModelIndex organisation = rows->index(0, 0);
        for (int i = 0; i < rows->rowCount(organisation); ++i) {
            for (int column = 0; column < rows->columnCount(); ++column)
                said.append(rows->index(i, column, organisation).data().toString());
        }
        const auto &counts = model().countsByServer();
        QVERIFY(!counts.isEmpty());
        for (auto it = counts.begin(); it != counts.end(); ++it)
            QVERIFY2(!said.filter(u"%1 finding"_s.arg(it.value())).isEmpty(), qPrintable(it.key().name()));
    }

    void mendButton_opensTheRightWizard_data()
    {
        QTest::addColumn<Task::Kind>("task");
        QTest::addColumn<QString>("window");
        QTest::newRow("a renewal") << Task::Kind::Renew << u"renewWizard"_s;
        QTest::newRow("a removal") << Task::Kind::Remove << u"removeWizard"_s;
    }
    void mendButton_opensTheRightWizard()
    {
        QFETCH(Task::Kind, task);
        QFETCH(QString, window);
        const FindingRowPtr row = chooseTask(task);
        QVERIFY2(row != nullptr, "the practice organisation holds no such finding");
        testkit::press(m_window.get(), u"findingMendButton"_s);
        const auto *wizard = m_window->findChild<QDialog *>(window);
        QVERIFY(wizard != nullptr && wizard->isVisible());
    }

    void details_sayWhyAndWhatToDo_andAreCopied()
    {
        QVERIFY(chooseTask(Task::Kind::Renew) != nullptr);
        QVERIFY(text(u"findingWhyLabel"_s).size() > 60);
        QVERIFY(!text(u"findingEvidenceLabel"_s).isEmpty());
        QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(text(u"findingTitleLabel"_s)) && copied.contains(text(u"findingWhyLabel"_s)));
    }

    // what to do about a certificate is what its own next step says, not what its age suggests
    void details_sayWhatTheAdviserSays()
    {
        const FindingRowPtr row = find([](const auto &r) { return r.finding.code == Code::ExpiredLeftOver; });
        QVERIFY(row != nullptr);
        choose(row);
        const session::Session *session = m_workspace->session();
        const auto context = ui::CertificateContext::find(session->inventory(), row->certificate, session->nowUtc());
        QVERIFY(context);
        const ui::NextStep step = ui::NextStep::of(*context);
        QCOMPARE(step.advice.reason, advice::Reason::CanBeRemoved);
        QCOMPARE(text(u"findingStepsLabel"_s), step.title() + u'\n' + step.explanation(*context));
    }

    void unanswered_areNamed()
    {
        const FindingRowPtr row = find([](const auto &r) { return r.finding.code == Code::BeyondInventory; });
        QVERIFY(row != nullptr);
        choose(row);
        const auto *mend = m_window->findChild<QPushButton *>(u"findingMendButton"_s);
        QVERIFY(!mend->isVisible()); // instructions only
        QVERIFY(text(u"findingEvidenceLabel"_s).contains(u"8172"_s));
    }

    void refresh_movesNothing()
    {
        const FindingRowPtr row = chooseTask(Task::Kind::Renew);
        QVERIFY(row != nullptr);
        tree()->collapse(model().index(1, 0));
        QVERIFY_RESULT(await(m_workspace->session()->refresh()));
        QTRY_VERIFY(model().inventory() == m_workspace->session()->inventory());
        QCOMPARE(model().rowOf(tree()->currentIndex())->key, row->key);
        QVERIFY(!tree()->isExpanded(model().index(1, 0)));
        // and another way to group keeps what was chosen
        m_window->findChild<QComboBox *>(u"findingsGroupingCombo"_s)->setCurrentIndex(1);
        QCOMPARE(model().rowOf(tree()->currentIndex())->key, row->key);
        m_window->findChild<QComboBox *>(u"findingsGroupingCombo"_s)->setCurrentIndex(0);
    }

    void filter_thatMatchesNothing_saysWhatToDo()
    {
        testkit::type(m_window.get(), u"findingsFilterEdit"_s, u"no such thing"_s);
        const auto *empty = m_window->findChild<QLabel *>(u"findingsEmptyLabel"_s);
        QVERIFY(empty->isVisible());
        QVERIFY(!empty->text().isEmpty());
        m_window->findChild<QLineEdit *>(u"findingsFilterEdit"_s)->clear();
        QVERIFY(!empty->isVisible());
    }

    void mute_hidesUntilItIsShownAgain_throughARestart()
    {
        const FindingRowPtr row = chooseTask(Task::Kind::Renew);
        QVERIFY(row != nullptr);
        QTest::keyClick(tree(), Qt::Key_Delete);
        auto *dialog = m_window->findChild<QDialog *>(u"muteDialog"_s);
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->findChild<QPushButton *>(u"muteButton"_s)->isEnabled()); // a reason is needed
        testkit::type(dialog, u"muteReasonEdit"_s, u"being replaced"_s);
        testkit::press(dialog, u"muteButton"_s);
        QVERIFY(!model().indexOf(row->key).isValid());
        QCOMPARE(model().counts().muted, 1);

        cleanup();
        init();
        QVERIFY(!model().indexOf(row->key).isValid());
        m_window->findChild<QCheckBox *>(u"findingsMutedCheck"_s)->setChecked(true);
        QVERIFY(model().indexOf(row->key).isValid());
        choose(row);
        QVERIFY(text(u"findingMutedLabel"_s).contains(u"being replaced"_s));
        testkit::press(m_window.get(), u"findingMuteButton"_s); // now: show again
        QCOMPARE(model().counts().muted, 0);
    }

    void muteFile_thatIsDamaged_isReportedAndLeftAlone()
    {
        cleanup();
        QFile file(m_folder.filePath(u"mutes.sqlite"_s));
        const QByteArray garbage(4096, 'x');
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(garbage), garbage.size());
        file.close();
        init();
        const auto *problem = m_window->findChild<QLabel *>(u"findingsProblemLabel"_s);
        QVERIFY(problem->isVisible() && !problem->text().isEmpty());
        QVERIFY(chooseTask(Task::Kind::Renew) != nullptr);
        testkit::press(m_window.get(), u"findingMuteButton"_s);
        auto *dialog = m_window->findChild<QDialog *>(u"muteDialog"_s);
        testkit::type(dialog, u"muteReasonEdit"_s, u"being replaced"_s);
        testkit::press(dialog, u"muteButton"_s);
        QVERIFY(dialog->isVisible()); // nothing was muted, and it says so
        QCOMPARE(model().counts().muted, 0);
        cleanup();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
        file.remove();
        init();
    }

    void grouping_isRemembered()
    {
        m_window->findChild<QComboBox *>(u"findingsGroupingCombo"_s)->setCurrentIndex(2);
        m_window->close();
        cleanup();
        init();
        QCOMPARE(model().grouping(), models::FindingGrouping::Kind);
        QCOMPARE(m_window->findChild<QComboBox *>(u"findingsGroupingCombo"_s)->currentIndex(), 2);
    }
};

KAKUIN_GUI_TEST(tst_FindingsView)

} // namespace tests::tst_findingsview

#include "tst_findingsview.moc"
