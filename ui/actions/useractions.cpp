// SPDX-License-Identifier: MIT
#include "ui/actions/useractions.h"

#include "core/advice/renewal.h"
#include "core/base/whendone.h"
#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace kakuin::ui {
namespace {

using Kind = advice::Task::Kind;
using Words = UserAction::Words;

QString keysOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

void copy(const QStringList &texts, const QString &between)
{
    QGuiApplication::clipboard()->setText(texts.join(between));
}

// It was issued by the server to itself, and is not an Auth certificate, which is rotated
bool canRenew(const domain::CertificateId &id, const domain::Inventory &inventory)
{
    const domain::Certificate *certificate = inventory.find(id);
    return certificate != nullptr
        && advice::renewalObstacle(*certificate, inventory) == advice::RenewalObstacle::Nothing;
}

// Where that is not known, the server is asked
bool mayBeExported(const domain::CertificateId &id, const domain::Inventory &inventory)
{
    const domain::Certificate *certificate = inventory.find(id);
    return certificate != nullptr && certificate->privateKeyExportable.value_or(true)
        && certificate->hasPrivateKey.value_or(true);
}

} // namespace

UserActions::UserActions(const ActionScope &scope)
    : m_scope(scope)
{
    defineReading();
    defineTasks();
    defineLooking();
    defineOpening();
    definePractice();
    define(guide,
        {QLatin1String("guideAction"), QLatin1String("guide"), Qt::Key_F1,
            //: menu entry: the pages of help
            [] { return Words{tr("&Guide")}; }});
    define(about,
        {QLatin1String("aboutAction"), {}, {}, [] { return Words{tr("&About Kakuin")}; }, {}, {},
            [this] {
                m_scope.services.openWindow(m_scope.feed.workspace(), UiServices::Window::About, m_scope.window);
            }});
    about.setMenuRole(QAction::AboutRole);

    const auto update = [this] {
        for (UserAction *action : m_all)
            action->update();
    };
    connect(&scope.feed, &OrganisationFeed::stateChanged, this, update);
    connect(&scope.feed.tree(), &models::OrganisationTreeModel::updated, this, update);
    connect(&scope.feed.workspace(), &session::Workspace::sessionChanged, this, update);
    connect(&scope.view, &OrganisationView::selectionChanged, this, update);
    connect(&scope.view, &OrganisationView::targetChanged, this, update);
}

void UserActions::define(UserAction &action, UserAction::Definition definition)
{
    m_all.append(&action);
    action.define(m_scope, std::move(definition));
}

bool UserActions::isOpen() const
{
    return m_scope.feed.session() != nullptr;
}

bool UserActions::isRead() const
{
    return isOpen() && m_scope.feed.session()->inventory() != nullptr;
}

bool UserActions::hasPractice() const
{
    return m_scope.feed.workspace().lab() != nullptr;
}

qsizetype UserActions::selectedCount() const
{
    return m_scope.view.selectedCertificates().size();
}

void UserActions::open(Kind kind)
{
    advice::Task task{kind};
    const QList<domain::CertificateId> selected = m_scope.view.selectedCertificates();
    if (kind == Kind::Import) {
        const domain::ServerId server = m_scope.view.currentServer();
        if (!server.isEmpty())
            task.servers = {server};
    } else if (kind != Kind::RotateAuth && kind != Kind::FollowRotation) {
        task.certificates = selected;
    }
    m_scope.services.openTask(m_scope.feed.workspace(), task, m_scope.window);
}

void UserActions::defineReading()
{
    define(refresh,
        {QLatin1String("refreshAction"), QLatin1String("refresh"), QKeySequence::Refresh,
            [this] {
                return Words{
                    tr("&Refresh"), tr("Refresh"), tr("Read the organisation again (%1)").arg(keysOf(refresh))};
            },
            [this] { return isOpen() && !m_scope.feed.session()->isRefreshing(); }, {},
            [this] { m_scope.feed.refresh(); }});
    define(refreshServer,
        {QLatin1String("refreshServerAction"), QLatin1String("refresh"), {},
            [] { return Words{tr("Refresh &server")}; },
            [this] {
                return isOpen() && !m_scope.feed.session()->isRefreshing() && !m_scope.view.currentServer().isEmpty();
            },
            {}, [this] { m_scope.feed.refreshServer(m_scope.view.currentServer()); }});

    const auto hint = [this] {
        return isOpen() && m_scope.feed.workspace().portProbe() == nullptr
            ? tr("This build of Kakuin cannot look at ports on this system.")
            : tr("Which certificates the servers really show on their ports, without PowerShell");
    };
    const auto canCheck = [this] {
        return isRead() && !m_scope.feed.isCheckingPorts() && m_scope.feed.workspace().portProbe() != nullptr;
    };
    const auto check = [this](const QList<domain::ServerId> &servers) {
        m_scope.services.checkPorts(
            m_scope.feed.workspace(), servers, [&feed = m_scope.feed, servers] { feed.checkPorts(servers); },
            m_scope.window);
    };
    define(checkPorts,
        {QLatin1String("checkPortsAction"), {}, Qt::SHIFT | Qt::Key_F5, // beside F5, which reads
            [hint] {
                return Words{tr("Check what the &ports serve…"), {}, hint()};
            },
            canCheck, {}, [check] { check({}); }});
    define(checkServerPorts,
        {QLatin1String("checkServerPortsAction"), {}, {},
            [hint] {
                return Words{tr("Check the &ports of this server…"), {}, hint()};
            },
            [this, canCheck] { return canCheck() && !m_scope.view.currentServer().isEmpty(); }, {},
            [this, check] { check({m_scope.view.currentServer()}); }});
}

void UserActions::defineTasks()
{
    using Right = TaskRights::Task;
    const auto hasOne = [this] { return isOpen() && selectedCount() == 1; };
    define(renew,
        {QLatin1String("renewAction"), QLatin1String("renew"), Qt::CTRL | Qt::Key_R,
            [this] {
                return Words{tr("Re&new…"), tr("Renew…"),
                    tr("Create the successor of the selected certificates (%1)").arg(keysOf(renew))};
            },
            [this] {
                const domain::InventoryPtr inventory = m_scope.feed.tree().inventory();
                const QList<domain::CertificateId> ids = m_scope.view.selectedCertificates();
                return isOpen() && inventory != nullptr && !ids.isEmpty()
                    && std::all_of(
                        ids.begin(), ids.end(), [&inventory](const auto &id) { return canRenew(id, *inventory); });
            },
            Right::Renew, [this] { open(Kind::Renew); }});
    define(rotate,
        {QLatin1String("rotateAction"), QLatin1String("renew"), {},
            [] {
                return Words{tr("Rotate the &Auth certificate…"), tr("Rotate…"),
                    tr("Replace the Auth certificate of the organisation")};
            },
            [this] { return isRead(); }, Right::Rotate, [this] { open(Kind::RotateAuth); }});
    define(followRotation,
        {QLatin1String("followRotationAction"), QLatin1String("key"), {},
            [] {
                return Words{tr("Auth certificate stat&us…"), tr("Auth certificate…"),
                    tr("How the Auth certificate stands, and which server has it")};
            },
            [this] { return isRead(); }, {}, [this] { open(Kind::FollowRotation); }});
    define(assign,
        {QLatin1String("assignAction"), QLatin1String("services"), {},
            [] {
                return Words{tr("Assign &services…"), tr("Assign…"), tr("Give services to the selected certificate")};
            },
            hasOne, Right::Assign, [this] { open(Kind::Assign); }});
    define(transport,
        {QLatin1String("transportAction"), QLatin1String("transport"), {},
            [] {
                return Words{tr("Make it the &internal transport certificate…"), tr("Internal transport…"),
                    tr("Let the selected certificate protect mail between the servers")};
            },
            hasOne, Right::Assign, [this] { open(Kind::TakeTransport); }});
    define(remove,
        {QLatin1String("removeAction"), QLatin1String("remove"), {},
            [] {
                return Words{tr("&Remove…"), tr("Remove…"),
                    tr("See what depends on the selected certificates, and remove them")};
            },
            [this] { return isOpen() && selectedCount() > 0; }, Right::Remove, [this] { open(Kind::Remove); }});
    define(exportPfx,
        {QLatin1String("exportAction"), QLatin1String("export"), {},
            [] {
                return Words{
                    tr("E&xport…"), tr("Export…"), tr("Save the selected certificate with its key in a PFX file")};
            },
            [this] {
                const domain::InventoryPtr inventory = m_scope.feed.tree().inventory();
                return inventory != nullptr && selectedCount() == 1
                    && mayBeExported(m_scope.view.selectedCertificates().first(), *inventory);
            },
            Right::Export, [this] { open(Kind::Export); }});
    define(importPfx,
        {QLatin1String("importAction"), QLatin1String("import"), {},
            [] {
                return Words{tr("I&mport…"), tr("Import…"), tr("Bring a PFX file to one or several servers")};
            },
            [this] { return isRead(); }, Right::Import, [this] { open(Kind::Import); }});
}

void UserActions::defineLooking()
{
    define(compare,
        {QLatin1String("compareAction"), QLatin1String("compare"), {},
            [] {
                return Words{
                    tr("C&ompare…"), tr("Compare…"), tr("Compare the certificate with another one, field by field")};
            },
            [this] { return isOpen() && (selectedCount() == 1 || selectedCount() == 2); }, {},
            [this] {
                const QList<domain::CertificateId> ids = m_scope.view.selectedCertificates();
                m_scope.services.compare(m_scope.feed.workspace(), ids.value(0), ids.value(1), m_scope.window);
            }});
    define(leftToDo,
        {QLatin1String("leftToDoAction"), QLatin1String("check"), Qt::CTRL | Qt::Key_L,
            [] {
                return Words{tr("Left to &do…"), {}, tr("What earlier operations have left to be done, by server")};
            },
            [this] { return isRead(); }, {},
            [this] {
                m_scope.services.openWindow(m_scope.feed.workspace(), UiServices::Window::LeftToDo, m_scope.window);
            }});
    define(history,
        {QLatin1String("historyAction"), QLatin1String("clock"), Qt::CTRL | Qt::Key_H,
            [] {
                return Words{tr("&History…"), {}, tr("What was done in this organisation, and what was interrupted")};
            },
            [this] { return isOpen(); }, {},
            [this] { m_scope.services.showHistory(m_scope.feed.workspace(), {}, m_scope.window); }});
    define(certificateHistory,
        {QLatin1String("certificateHistoryAction"), QLatin1String("clock"), {},
            [] {
                return Words{tr("&History of the certificate…"), {}, tr("What was done to this certificate")};
            },
            [this] { return isOpen() && selectedCount() == 1; }, {},
            [this] {
                m_scope.services.showHistory(
                    m_scope.feed.workspace(), m_scope.view.selectedCertificates().value(0), m_scope.window);
            }});
    define(copyThumbprint,
        {QLatin1String("copyThumbprintAction"), QLatin1String("copy"), QKeySequence::Copy,
            [] { return Words{tr("&Copy thumbprint")}; }, [this] { return selectedCount() > 0; }, {},
            [this] {
                QStringList thumbprints;
                for (const domain::CertificateId &id : m_scope.view.selectedCertificates())
                    thumbprints << id.thumbprint.toString();
                copy(thumbprints, QStringLiteral("\n"));
            }});
    copyThumbprint.setShortcutContext(Qt::WidgetShortcut);
    const auto hasRows = [this] { return !m_scope.view.selectedRows().isEmpty(); };
    define(copyDetails,
        {QLatin1String("copyDetailsAction"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C,
            [] { return Words{tr("Copy &details")}; }, hasRows, {},
            [this] {
                QStringList blocks;
                for (const QModelIndex &index : m_scope.view.selectedRows())
                    blocks << m_scope.view.rows().details(index);
                copy(blocks, QStringLiteral("\n\n"));
            }});
    define(copyRow,
        {QLatin1String("copyRowAction"), {}, {}, [] { return Words{tr("Copy &row")}; }, hasRows, {},
            [this] {
                QStringList lines;
                const QList<int> columns = m_scope.view.visibleColumns();
                for (const QModelIndex &index : m_scope.view.selectedRows())
                    lines << m_scope.view.rows().rowText(index, columns);
                copy(lines, QStringLiteral("\n"));
            }});
}

void UserActions::defineOpening()
{
    using Window = UiServices::Window;
    const auto window = [this](Window which) {
        return [this, which] { m_scope.services.openWindow(m_scope.feed.workspace(), which, m_scope.window); };
    };
    const auto choose = [this](UiServices::Paths paths) {
        return [this, paths] {
            m_scope.services.choosePaths(paths, m_scope.window,
                [&feed = m_scope.feed](const QStringList &chosen) { feed.openExported(chosen); });
        };
    };
    const auto read = [this] { return isRead(); };
    define(connectTo,
        {QLatin1String("connectAction"), QLatin1String("connector"), Qt::CTRL | Qt::Key_K,
            [] { return Words{tr("&Connect to Exchange…")}; }, {}, {},
            [this] { m_scope.services.connectTo(m_scope.feed.workspace(), {}, m_scope.window); }});
    define(openPractice,
        {QLatin1String("openPracticeAction"), QLatin1String("organisation"), {},
            [] { return Words{tr("Open &practice organisation")}; }, {}, {}, [this] { m_scope.feed.openPractice(); }});
    define(newPractice,
        {QLatin1String("newPracticeAction"), {}, QKeySequence::New,
            [] { return Words{tr("&New practice organisation…")}; }, {}, {}, window(Window::NewPractice)});
    define(openFolder,
        {QLatin1String("openExportedAction"), QLatin1String("folder"), QKeySequence::Open,
            [] { return Words{tr("&Open exported data: folder…")}; }, {}, {}, choose(UiServices::Paths::Folder)});
    define(openFiles,
        {QLatin1String("openExportedFilesAction"), QLatin1String("folder"), {},
            [] { return Words{tr("Open exported data: &files…")}; }, {}, {}, choose(UiServices::Paths::Files)});
    define(report,
        {QLatin1String("reportAction"), QLatin1String("save"), {},
            [] {
                return Words{
                    tr("Save a &report…"), {}, tr("Save findings and certificates as a page, PDF, table or data")};
            },
            read});
    define(saveSnapshot,
        {QLatin1String("saveSnapshotAction"), QLatin1String("save"), {}, [] { return Words{tr("&Save a snapshot…")}; },
            read, {}, window(Window::SaveSnapshot)});
    define(saveCollector,
        {QLatin1String("saveCollectorAction"), QLatin1String("save"), {},
            [] { return Words{tr("Save the &collector script…")}; }, {}, {}, window(Window::SaveCollectorScript)});
    define(compareSnapshot,
        {QLatin1String("compareSnapshotAction"), QLatin1String("compare"), {},
            [] { return Words{tr("Compare with a s&napshot…")}; }, read, {}, window(Window::CompareSnapshot)});
}

void UserActions::definePractice()
{
    using Window = UiServices::Window;
    const auto window = [this](Window which) {
        return [this, which] { m_scope.services.openWindow(m_scope.feed.workspace(), which, m_scope.window); };
    };
    const auto isPractice = [this] { return hasPractice(); };
    define(labClock,
        {QLatin1String("labClockAction"), QLatin1String("clock"), {}, [] { return Words{tr("Move the &clock…")}; },
            isPractice, {}, window(Window::LabClock)});
    define(labFaults,
        {QLatin1String("labFaultsAction"), QLatin1String("fault"), {}, [] { return Words{tr("Server &faults…")}; },
            isPractice, {}, window(Window::LabFaults)});
    define(labBind,
        {QLatin1String("labBindAction"), {}, {},
            [] {
                return Words{tr("&Bind port 444 to the selected certificate"), {},
                    tr("What IIS Manager does on a real server: the site Exchange Back End uses the certificate")};
            },
            [this] { return hasPractice() && selectedCount() == 1; }, {}, [this] { bindBackEnd(); }});
}

void UserActions::bindBackEnd()
{
    const domain::CertificateId id = m_scope.view.selectedCertificates().value(0);
    whenDone(m_scope.feed.workspace().lab()->bindSite(id.server, domain::IisBinding::backEndSite, id.thumbprint), this,
        [this, id](const Result<void> &bound) {
            if (bound)
                m_scope.feed.refreshServer(id.server);
            else
                Q_EMIT m_scope.feed.failed(bound.error());
        });
}

} // namespace kakuin::ui
