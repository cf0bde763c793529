// SPDX-License-Identifier: MIT
#include "core/plan/rotatedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "text/operationtext.h"
#include "ui/organisationfeed.h"
#include "ui/prompts/promptdialog.h"
#include "ui/views/bannerstack.h"
#include "ui/views/left/lefttododialog.h"
#include "ui/views/left/lefttodopanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizards/taskwizards.h"

#include <QtGui/QClipboard>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace tests::tst_lefttodojourney {

using namespace Qt::StringLiterals;
using namespace kakuin;
using plan::HandWorkKind;
using plan::LeftItem;
using testkit::RenewalJourney;

namespace {

QTreeView *treeOf(QWidget *window)
{
    return window->findChild<QTreeView *>(u"leftTree"_s);
}

QList<QModelIndex> itemsOf(QWidget *window)
{
    QList<QModelIndex> out;
    const QAbstractItemModel *model = treeOf(window)->model();
    for (int i = 0; i < model->rowCount(); ++i) {
        for (int row = 0; row < model->rowCount(model->index(i, 0)); ++row)
            out.append(model->index(row, 0, model->index(i, 0)));
    }
    return out;
}

bool canBeTicked(const QModelIndex &index)
{
    return index.flags().testFlag(Qt::ItemIsUserCheckable) && index.data(Qt::CheckStateRole).toInt() == Qt::Unchecked;
}

int count(const ui::LeftToDoPanel &panel, LeftItem::Kind kind)
{
    const QList<LeftItem> &items = panel.left().items;
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [kind](const LeftItem &item) { return item.kind == kind; }));
}

} // namespace

/// What a rotation leaves: on its result page, in the main window, and after a restart of the program.
class tst_LeftToDoJourney final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rotation_isFollowed_untilAllIsProvenAndTicked();
    void tickThatCannotBeWritten_doesNotAppearToSucceed();
    void readOnlyConnection_showsTheList_withoutTicks();
    void emptyList_saysSo();

private:
    /// Rotates at once, without moving internal transport, and waits for what is left.
    static void rotateAtOnce(RenewalJourney &journey);
};

void tst_LeftToDoJourney::rotateAtOnce(RenewalJourney &journey)
{
    QVERIFY_RESULT(journey.open());
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setMode(plan::RotateDraft::Mode::Immediate);
    wizard->draftAs<plan::RotateDraft>().setServer(domain::ServerId::fromHostName(u"MBX01"_s));
    wizard->draftAs<plan::RotateDraft>().setClearsPrevious(true);
    journey.startTask(wizard);
    journey.goToRun();
    testkit::press(journey.question(), u"choiceButton2"_s);
    QTRY_COMPARE(wizard->runner()->currentStep(), 3);
    testkit::press(journey.question(), u"choiceButton0"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(wizard->runner()->state(), plan::OperationState::Succeeded);
    const auto isRead = [wizard] {
        const auto *panel = wizard->findChild<ui::LeftToDoPanel *>();
        return panel != nullptr && count(*panel, LeftItem::Kind::AuthMissing) > 0;
    };
    QVERIFY(testkit::waitUntil(isRead, 30'000));
    // the sentence says what sign-ins see, not that all is well
    QTRY_VERIFY2(
        journey.text(u"outcomeLabel"_s).contains(u"1 of 5 servers"_s), qPrintable(journey.text(u"outcomeLabel"_s)));
}

void tst_LeftToDoJourney::rotation_isFollowed_untilAllIsProvenAndTicked()
{
    RenewalJourney journey;
    rotateAtOnce(journey);
    if (QTest::currentTestFailed())
        return;
    const qsizetype servers = journey.session().inventory()->servers.size();
    auto *panel = journey.wizard()->findChild<ui::LeftToDoPanel *>();
    QVERIFY(panel->isVisibleTo(journey.wizard()));
    QCOMPARE(count(*panel, LeftItem::Kind::AuthMissing), servers - 1);
    QCOMPARE(count(*panel, LeftItem::Kind::Advice), 0); // the page says it in its boxes

    // the server that made the certificate has it: its work can be done, that of the others waits
    const QList<QModelIndex> items = itemsOf(panel);
    const auto open = std::find_if(items.begin(), items.end(), canBeTicked);
    QVERIFY(open != items.end());
    QCOMPARE(open->parent().data().toString(), u"MBX01"_s);
    QTreeView *tree = treeOf(panel);
    tree->setCurrentIndex(*open);
    auto *commands = panel->findChild<QPlainTextEdit *>(u"leftCommandsEdit"_s);
    QCOMPARE(commands->toPlainText(), u"Restart-Service -Name MSExchangeServiceHost"_s);
    testkit::press(panel, u"copyCommandsButton"_s);
    QCOMPARE(QApplication::clipboard()->text(), commands->toPlainText());
    testkit::press(panel, u"copyLeftButton"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"    Restart-Service -Name MSExchangeServiceHost"_s));

    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Space);
    const auto isTicked = [](QWidget *window) {
        const QList<QModelIndex> all = itemsOf(window);
        return std::count_if(all.begin(), all.end(),
            [](const QModelIndex &index) { return index.data(Qt::CheckStateRole).toInt() == Qt::Checked; });
    };
    QTRY_COMPARE(isTicked(panel), 1);
    const plan::OperationRecord recorded = journey.operations().first();
    const plan::HandWorkRecord &tick = recorded.handWork.last();
    QCOMPARE(tick.event, plan::HandWorkEvent::Ticked);
    QCOMPARE(tick.work.kind, HandWorkKind::RestartServiceHost);
    QVERIFY(!tick.by.user.isEmpty());
    QVERIFY(ui::OperationText::record(recorded, nullptr).contains(u"Ticked: MBX01"_s));
    QVERIFY(journey.workspace().journal()->verify()->isSound());

    // another day, another program
    QVERIFY_RESULT(journey.restart());
    ui::OrganisationFeed feed(journey.workspace());
    ui::BannerStack banners(feed);
    auto *bar = banners.findChild<ui::MessageBar *>(u"rotationBar"_s);
    QTRY_VERIFY(bar->isVisibleTo(&banners));
    QTRY_VERIFY(bar->message().contains(u"1 of %1 servers have it."_s.arg(servers)));
    int asked = 0;
    connect(&banners, &ui::BannerStack::leftToDoRequested, this, [&asked] { ++asked; });
    testkit::press(&banners, u"rotationLeftButton"_s);
    QCOMPARE(asked, 1);
    ui::LeftToDoDialog dialog(journey.workspace());
    dialog.open();
    QTRY_COMPARE(isTicked(&dialog), 1);
    const auto *all = dialog.findChild<ui::LeftToDoPanel *>();
    QCOMPARE(count(*all, LeftItem::Kind::AuthMissing), servers - 1);

    // the certificate spreads, which a reading proves; the rest the person ticks
    QVERIFY_RESULT(testkit::await(journey.lab().advanceClock(std::chrono::hours(30))));
    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    QTRY_COMPARE(count(*all, LeftItem::Kind::AuthMissing), 0);
    QTRY_VERIFY(bar->isVisibleTo(&banners));
    const QList<QModelIndex> left = itemsOf(&dialog);
    for (const QModelIndex &index : left) {
        if (canBeTicked(index))
            treeOf(&dialog)->model()->setData(index, Qt::Checked, Qt::CheckStateRole);
    }
    QTRY_VERIFY(std::none_of(all->left().items.begin(), all->left().items.end(),
        [](const LeftItem &item) { return item.isTickable && item.state != LeftItem::State::Ticked; }));
    QTRY_VERIFY(!bar->isVisibleTo(&banners));
    // and a tick that is taken back brings it back
    const QList<QModelIndex> ticked = itemsOf(&dialog);
    const auto first = std::find_if(ticked.begin(), ticked.end(),
        [](const QModelIndex &index) { return index.data(Qt::CheckStateRole).toInt() == Qt::Checked; });
    QVERIFY(first != ticked.end());
    treeOf(&dialog)->model()->setData(*first, Qt::Unchecked, Qt::CheckStateRole);
    QTRY_VERIFY(bar->isVisibleTo(&banners));
    QVERIFY(journey.workspace().journal()->verify()->isSound());
}

void tst_LeftToDoJourney::tickThatCannotBeWritten_doesNotAppearToSucceed()
{
    RenewalJourney journey;
    rotateAtOnce(journey);
    if (QTest::currentTestFailed())
        return;
    auto *panel = journey.wizard()->findChild<ui::LeftToDoPanel *>();
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"left"_s);
        file.setDatabaseName(journey.workspace().journalPath());
        QVERIFY(file.open());
        QSqlQuery query(file);
        QVERIFY(query.exec(u"CREATE TRIGGER full BEFORE INSERT ON handwork BEGIN SELECT RAISE(ABORT, 'full'); END"_s));
    }
    QSqlDatabase::removeDatabase(u"left"_s);
    const QList<QModelIndex> items = itemsOf(panel);
    const auto open = std::find_if(items.begin(), items.end(), canBeTicked);
    QVERIFY(open != items.end());
    auto *failure = panel->findChild<ui::MessageBar *>(u"leftFailureBar"_s);
    QVERIFY(!failure->isVisibleTo(panel));
    treeOf(panel)->model()->setData(*open, Qt::Checked, Qt::CheckStateRole);
    QVERIFY(failure->isVisibleTo(panel));
    QVERIFY(failure->message().contains(u"not kept"_s));
    QCOMPARE(open->data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(journey.workspace().journal()->verify()->isSound());
}

void tst_LeftToDoJourney::readOnlyConnection_showsTheList_withoutTicks()
{
    const QTemporaryDir folder;
    const auto lab = testkit::await(
        lab::LabShell::create(folder.filePath(u"served.kakuinlab"_s), lab::Preset::Small), testkit::foreignPatienceMs);
    QVERIFY_RESULT(lab);
    labserver::LabServer::Options options;
    options.password = Secret(u"geheim"_s);
    const auto server = labserver::LabServer::start(*lab, options);
    QVERIFY_RESULT(server);
    connection::ConnectionProfile profile = (*server)->profile();
    profile.isReadOnly = true;
    session::Workspace workspace(folder.filePath(u"data"_s));
    QVERIFY_RESULT(testkit::await(workspace.openConnection(profile, options.password), testkit::foreignPatienceMs));
    QVERIFY_RESULT(testkit::await(workspace.session()->refresh(), testkit::foreignPatienceMs));
    // what somebody who may change the organisation has left
    plan::Plan plan;
    plan.steps.append(plan::Step());
    plan.steps.first().number = 1;
    plan.steps.first().command = shell::Cmdlet(u"Get-AuthConfig"_s);
    plan::OperationStart start;
    start.organisation = workspace.organisationKey();
    const QDateTime nowUtc = workspace.session()->nowUtc();
    const plan::HandWork work{HandWorkKind::RunHybridWizard, {}, workspace.session()->inventory()->authConfig->current};
    const auto operation = workspace.journal()->beginOperation(start, plan, nowUtc);
    QVERIFY_RESULT(operation);
    QVERIFY_RESULT(workspace.journal()->endOperation(*operation, plan::OperationState::Succeeded, nowUtc, {work}));
    ui::LeftToDoDialog dialog(workspace);
    dialog.open();
    QTRY_VERIFY(!itemsOf(&dialog).isEmpty());
    QVERIFY(itemsOf(&dialog).first().data(Qt::CheckStateRole).isValid()); // it is shown, and not enabled
    QVERIFY(!canBeTicked(itemsOf(&dialog).first()));
    QVERIFY(dialog.findChild<QLabel *>(u"leftRefusalLabel"_s)->isVisibleTo(&dialog));
    QVERIFY(!workspace.tick(*operation, work, true));
    QCOMPARE(workspace.journal()->operations(start.organisation)->first().handWork.size(), 1);
}

void tst_LeftToDoJourney::emptyList_saysSo()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    ui::LeftToDoDialog dialog(journey.workspace());
    dialog.open();
    auto *summary = dialog.findChild<QLabel *>(u"leftSummaryLabel"_s);
    QTRY_VERIFY(summary->text().startsWith(u"Nothing is left to do."_s));
    QVERIFY(!treeOf(&dialog)->isVisibleTo(&dialog));
}

KAKUIN_GUI_TEST(tst_LeftToDoJourney)

} // namespace tests::tst_lefttodojourney

#include "tst_lefttodojourney.moc"
