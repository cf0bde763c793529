// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "core/base/untrustedtext.h"
#include "text/reporttext.h"
#include "text/taskrights.h"
#include "ui/actions/useractions.h"
#include "ui/decoration/theme.h"
#include "ui/layoutstore.h"
#include "ui/menubuilder.h"
#include "ui/openingways.h"
#include "ui/opentask.h"
#include "ui/organisationfeed.h"
#include "ui/report/reportsaver.h"
#include "ui/views/attentionstrip.h"
#include "ui/views/bannerstack.h"
#include "ui/views/details/commandlogdock.h"
#include "ui/views/details/detailspanel.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/organisationpages.h"
#include "ui/views/organisationview.h"
#include "ui/views/quickfilterbar.h"
#include "ui/views/statusstrip.h"
#include "ui/watch/watch.h"
#include "ui/widgets/organisationmark.h"
#include "ui/widgetuiservices.h"
#include "ui/windowlayout.h"

#include <QtCore/QDir>
#include <QtGui/QCloseEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int filterWidth = 280;
constexpr int messageTime = 10'000;

} // namespace

MainWindow::MainWindow(session::Workspace &workspace, LayoutStore &layout, QWidget *parent)
    : MainWindow(workspace, layout, std::make_unique<WidgetUiServices>(), parent)
{
}

MainWindow::MainWindow(
    session::Workspace &workspace, LayoutStore &layout, std::unique_ptr<UiServices> services, QWidget *parent)
    : QMainWindow(parent)
    , m_layout(layout)
    , m_services(std::move(services))
    , m_feed(new OrganisationFeed(workspace, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    buildCentre();
    m_actions = std::make_unique<UserActions>(ActionScope{*m_feed, *m_view, *m_services, this});
    buildToolBar();
    m_menus = new MenuBuilder(*this, *m_actions, *m_view);
    m_commandLog = new CommandLogDock(this);
    m_commandLog->setObjectName(QStringLiteral("commandLogDock"));
    addDockWidget(Qt::BottomDockWidgetArea, m_commandLog);
    m_commandLog->hide();
    m_menus->addCommandLog(m_commandLog->toggleViewAction());
    m_status = new StatusStrip(*m_feed, this);
    setStatusBar(m_status);
    buildMark();
    connectOpenings();
    connectParts();
    connectBanners();
    connectFindings();
    connectReports();
    m_menus->addWatch((new Watch(*m_feed, m_pages->findings(), m_layout, this))->menu());
    m_menus->addGuide(m_layout);
    restoreLayout();
    retranslate();
    redecorate();
}

MainWindow::~MainWindow()
{
    // Actions listen to the view and to the feed, which are children of the window.
    m_actions.reset();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(metric::related, metric::related / 2, metric::related, 0);
    column->setSpacing(metric::related);
    m_banners = new BannerStack(*m_feed, centre);
    column->addWidget(m_banners);

    m_splitter = new QSplitter(Qt::Horizontal, centre);
    m_splitter->setObjectName(QStringLiteral("mainSplitter"));
    m_splitter->setChildrenCollapsible(false);
    auto *left = new QWidget(m_splitter);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins({});
    leftColumn->setSpacing(metric::related / 2);
    m_quickFilters = new QuickFilterBar(left);
    m_view = new OrganisationView(m_feed->rows(), left);
    m_view->setObjectName(QStringLiteral("organisationView"));
    leftColumn->addWidget(m_quickFilters);
    leftColumn->addWidget(m_view, 1);
    m_details = new DetailsPanel(m_splitter);
    m_details->setObjectName(QStringLiteral("detailsPanel"));
    m_pages = new OrganisationPages(*m_feed, left, m_splitter);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 55);
    m_splitter->setStretchFactor(1, 45);
    m_stack = new QStackedWidget(centre);
    m_stack->addWidget(m_splitter);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
}

void MainWindow::buildToolBar()
{
    m_toolBar = new QToolBar(this);
    m_toolBar->setObjectName(QStringLiteral("mainToolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({16, 16});
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->addActions(
        {&m_actions->refresh, &m_actions->renew, &m_actions->rotate, &m_actions->assign, &m_actions->remove});
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_search = new QLineEdit(m_toolBar);
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(filterWidth);
    m_toolBar->addWidget(m_search);
    auto *edge = new QWidget(m_toolBar); // the box ends where what is beneath it ends
    edge->setFixedWidth(metric::related / 2);
    m_toolBar->addWidget(edge);
    addToolBar(m_toolBar);

    auto *separators = new QAction(m_view);
    separators->setSeparator(true);
    m_view->addActions({&m_actions->renew, &m_actions->assign, &m_actions->transport, &m_actions->remove,
        &m_actions->exportPfx, &m_actions->compare, &m_actions->certificateHistory, &m_actions->refreshServer,
        &m_actions->checkServerPorts, separators, &m_actions->copyThumbprint, &m_actions->copyDetails,
        &m_actions->copyRow});
    m_view->tree()->addAction(&m_actions->copyThumbprint); // Ctrl+C is the tree's: elsewhere it copies text
}

// Right of the menus, where it is in view on every page and at every size. A desktop that takes the menus out of the window
// has no place for it there
void MainWindow::buildMark()
{
    m_mark = new OrganisationMark(this);
    if (menuBar()->isNativeMenuBar()) {
        m_status->addPermanentWidget(m_mark);
        return;
    }
    auto *corner = new QWidget(menuBar());
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(metric::related, 2, metric::related, 0);
    row->addWidget(m_mark);
    menuBar()->setCornerWidget(corner);
}

void MainWindow::connectParts()
{
    // from what was looked for to what was found
    connect(m_search, &QLineEdit::returnPressed, m_view, &OrganisationView::enter);
    const auto *down = new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_view, &OrganisationView::enter);
    connect(m_search, &QLineEdit::textChanged, &m_feed->rows(), &models::OrganisationFilterProxy::setText);
    connect(m_quickFilters, &QuickFilterBar::chosen, &m_feed->rows(), &models::OrganisationFilterProxy::setQuickFilter);
    connect(&m_feed->tree(), &models::OrganisationTreeModel::updated, m_quickFilters,
        [this] { m_quickFilters->setCounts(m_feed->tree().counts()); });
    m_quickFilters->setCounts(m_feed->tree().counts()); // an organisation that was read before this window was made
    connect(m_feed, &OrganisationFeed::stateChanged, m_view, [this] {
        const session::Session *session = m_feed->session();
        m_view->setAwaited(m_feed->isOpening() || (session != nullptr && session->isRefreshing()));
    });
    connect(m_view, &OrganisationView::clearFilterRequested, this, &MainWindow::clearFilter);
    connect(m_view, &OrganisationView::targetChanged, this, &MainWindow::showTarget);
    connect(m_view, &OrganisationView::selectionChanged, this, &MainWindow::showTarget);
    connect(m_view, &OrganisationView::activated, this, [this] { m_details->setFocus(Qt::OtherFocusReason); });
    connect(m_pages, &OrganisationPages::certificateRequested, this, &MainWindow::selectCertificate);
    connect(m_pages, &OrganisationPages::serverRequested, this, &MainWindow::selectServer);
    connect(m_details, &DetailsPanel::taskRequested, this, &MainWindow::open);
    connect(m_details, &DetailsPanel::certificateRequested, this, &MainWindow::selectCertificate);
    connect(&m_feed->tree(), &models::OrganisationTreeModel::updated, this, &MainWindow::showEvaluation);
    connect(m_banners, &BannerStack::rotationRequested, &m_actions->followRotation, &QAction::trigger);
    m_services->setNavigation({[this](const domain::CertificateId &id) { selectCertificate(id); },
        [this] { m_commandLog->show(); }, [this](const advice::Task &task) { open(task); }});
    session::Workspace &workspace = m_feed->workspace();
    connect(&workspace, &session::Workspace::sessionAboutToChange, this, [this] { attach(nullptr); });
    connect(&workspace, &session::Workspace::sessionChanged, this, &MainWindow::attach);
    attach(workspace.session());

    connect(m_status, &StatusStrip::commandLogToggled, m_commandLog, &QWidget::setVisible);
    // the log also hides while the window goes, when there is no MainWindow any more
    connect(m_commandLog, &QDockWidget::visibilityChanged, m_status,
        [log = m_commandLog, status = m_status] { status->setCommandLogShown(!log->isHidden()); });
    connect(m_menus, &MenuBuilder::findRequested, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_menus, &MenuBuilder::groupByChosen, &m_feed->tree(), &models::OrganisationTreeModel::setGroupBy);
    connect(m_menus, &MenuBuilder::languageChosen, this, &MainWindow::languageChosen);
    connect(m_menus, &MenuBuilder::themeChosen, this, &MainWindow::themeChosen);
}

void MainWindow::open(const advice::Task &task)
{
    if (m_feed->session() != nullptr)
        openTask(task, *m_services, *m_feed, this);
}

void MainWindow::connectBanners()
{
    AttentionStrip *attention = m_banners->attention();
    connect(attention, &AttentionStrip::taskRequested, this, &MainWindow::open);
    connect(attention, &AttentionStrip::showRequested, m_pages, &OrganisationPages::showFinding);
    connect(attention, &AttentionStrip::showAllRequested, m_pages,
        [this] { m_pages->setPage(OrganisationPages::Findings); });
    m_banners->follow(m_pages->findings().model());
    connect(m_banners, &BannerStack::leftToDoRequested, &m_actions->leftToDo, &QAction::trigger);
    connect(m_banners, &BannerStack::historyRequested, &m_actions->history, &QAction::trigger);
    connect(m_banners, &BannerStack::continueRequested, this,
        [this](const plan::OperationRecord &operation) { m_services->resume(m_feed->workspace(), operation, this); });
    connect(m_banners, &BannerStack::newPracticeRequested, &m_actions->newPractice, &QAction::trigger);
}

void MainWindow::connectOpenings()
{
    m_openings = new OpeningWays({*m_feed, *m_services, *m_stack, *m_splitter, *m_menus->recent(), *this}, this);
    connect(m_openings, &OpeningWays::connectRequested, &m_actions->connectTo, &QAction::trigger);
    connect(m_openings, &OpeningWays::exportedRequested, &m_actions->openFolder, &QAction::trigger);
    connect(m_menus, &MenuBuilder::newWindowRequested, this, &MainWindow::newWindowRequested);
    const QString word = QStringLiteral("keep-inventories");
    session::Workspace &workspace = m_feed->workspace();
    workspace.setKeepsInventories(m_layout.word(word) != QLatin1String("no"));
    m_menus->setKeepsInventories(workspace.keepsInventories());
    connect(m_menus, &MenuBuilder::keepInventoriesChosen, this, [this, word](bool isKeeping) {
        m_layout.setWord(word, isKeeping ? QStringLiteral("yes") : QStringLiteral("no"));
        m_feed->workspace().setKeepsInventories(isKeeping);
    });
    // another window may have chosen
    connect(m_menus, &MenuBuilder::fileMenuOpened, this,
        [this] { m_menus->setKeepsInventories(m_feed->workspace().keepsInventories()); });
}

void MainWindow::connectReports()
{
    auto *saver = new ReportSaver(this);
    connect(&m_actions->report, &QAction::triggered, saver, [this, saver] {
        const domain::InventoryPtr inventory = m_feed->session()->inventory();
        const auto make
            = [inventory, now = m_feed->session()->nowUtc(), shown = font(), policy = m_feed->workspace().policy()] {
                  return OrganisationReport(inventory, policy, now, shown);
              };
        saver->ask(ReportText::title(inventory->organisation), make);
    });
    connect(saver, &ReportSaver::failed, m_banners, &BannerStack::showFailure);
    connect(saver, &ReportSaver::saved, m_status, [this](const QString &path) {
        m_status->showMessage(tr("Saved: %1").arg(QDir::toNativeSeparators(path)), messageTime);
    });
}

void MainWindow::connectFindings()
{
    connect(
        &m_feed->rows(), &OrganisationRows::wordsChanged, m_view->tree()->viewport(), qOverload<>(&QWidget::update));
    connect(m_pages, &OrganisationPages::mendRequested, this, &MainWindow::open);
}

void MainWindow::attach(session::Session *session)
{
    m_details->setSession(session);
    showEvaluation();
    m_commandLog->setLog(session == nullptr ? nullptr : session->commandLog());
    m_menus->setLabShown(m_feed->workspace().lab() != nullptr);
    m_mark->setIdentity(session == nullptr ? OrganisationIdentity() : OrganisationIdentity::of(m_feed->workspace()));
    showTarget();
    showTitle();
}

void MainWindow::showEvaluation()
{
    if (const session::Session *session = m_feed->session())
        m_details->setEvaluation(m_feed->tree().evaluation(), session->nowUtc());
}

void MainWindow::setRecentPlaces(RecentPlaces &places)
{
    m_openings->setRecentPlaces(places);
}

void MainWindow::showTitle()
{
    const session::Session *session = m_feed->session();
    const QString name = session == nullptr ? QString() : singleLine(session->shell()->description().name);
    if (TaskRights::obstacle(session).isReadOnly)
        //: title of a window, %1: a server to which there is a connection that is marked as read-only
        setWindowTitle(tr("%1 (read-only) – Kakuin").arg(name));
    else
        setWindowTitle(name.isEmpty() ? tr("Kakuin") : tr("%1 – Kakuin").arg(name));
}

void MainWindow::openPractice()
{
    m_feed->openPractice();
}

void MainWindow::createPractice(lab::Preset preset)
{
    m_feed->createPractice(preset);
}

void MainWindow::openExported(const QStringList &paths)
{
    m_feed->openExported(paths);
}

void MainWindow::selectCertificate(const domain::CertificateId &id)
{
    if (m_view->select(id))
        return;
    clearFilter();
    m_view->select(id);
}

void MainWindow::selectServer(const domain::ServerId &server)
{
    m_view->select(server);
}

void MainWindow::clearFilter()
{
    const QSignalBlocker quiet(m_search); // text and quick filter go in one pass
    m_search->clear();
    m_quickFilters->setCurrent(models::QuickFilter::All);
    m_feed->rows().clearFilter();
}

void MainWindow::showTarget()
{
    const QList<domain::CertificateId> several = m_view->selectedCertificates();
    const QVariant target = m_view->currentTarget();
    if (several.size() == 1)
        m_pages->select(several.first());
    if (m_feed->session() == nullptr)
        m_details->showNothing();
    else if (several.size() > 1)
        m_details->showCertificates(several);
    else if (target.canConvert<domain::CertificateId>())
        m_details->showCertificate(target.value<domain::CertificateId>());
    else if (target.canConvert<domain::ServerId>())
        m_details->showServer(target.value<domain::ServerId>());
    else
        m_details->showOrganisation();
}

void MainWindow::setLanguageChoice(const QString &choice)
{
    m_menus->setLanguageChoice(choice);
}

void MainWindow::setThemeChoice(const QString &choice)
{
    m_menus->setThemeChoice(choice);
}

void MainWindow::showMissingTexts(const QStringList &files)
{
    m_banners->showMissingTexts(files);
}

void MainWindow::retranslate()
{
    showTitle();
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_search->setPlaceholderText(tr("Search name, subject, thumbprint"));
    m_search->setAccessibleName(tr("Search"));
    for (UserAction *action : m_actions->all())
        action->update();
    m_menus->retranslate();
}

void MainWindow::redecorate()
{
    for (UserAction *action : m_actions->all())
        action->redecorate(palette());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (m_menus == nullptr)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        redecorate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_layout.setWord(QStringLiteral("group-by"), MenuBuilder::wordOf(m_menus->groupBy()));
    saveWindowLayout({*this, *m_splitter, *m_view, m_pages->findings()}, m_layout);
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

void MainWindow::restoreLayout()
{
    restoreWindowLayout({*this, *m_splitter, *m_view, m_pages->findings()}, m_layout);
    const models::GroupBy groupBy = MenuBuilder::groupByOf(m_layout.word(QStringLiteral("group-by")));
    m_menus->setGroupBy(groupBy);
    m_feed->tree().setGroupBy(groupBy);
}

} // namespace kakuin::ui
