// SPDX-License-Identifier: MIT
#include "ui/organisationfeed.h"

#include "core/session/livechecks.h"

namespace kakuin::ui {
namespace {

constexpr std::chrono::seconds organisationClockInterval{60};

} // namespace

OrganisationFeed::OrganisationFeed(session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_rows(m_tree)
{
    connect(&workspace, &session::Workspace::sessionAboutToChange, this, &OrganisationFeed::detach);
    connect(&workspace, &session::Workspace::sessionChanged, this, &OrganisationFeed::attach);
    connect(&workspace, &session::Workspace::openProgressed, this, [this](int permille) {
        if (m_isOpening)
            setProgress(std::max(permille, 0), permille < 0 ? 0 : 1000);
    });
    connect(&workspace, &session::Workspace::policyChanged, &m_tree, &models::OrganisationTreeModel::setPolicy);
    m_tree.setPolicy(workspace.policy());
    connect(&m_tree, &models::OrganisationTreeModel::updated, this,
        [this] { m_workspace.setEvaluation(m_tree.evaluation()); });
    connect(&m_clock, &QTimer::timeout, this, &OrganisationFeed::followClock);
    m_clock.setInterval(organisationClockInterval);
    if (workspace.session() != nullptr)
        attach(workspace.session());
}

void OrganisationFeed::openPractice()
{
    follow(m_workspace.openPractice());
}

void OrganisationFeed::createPractice(lab::Preset preset)
{
    follow(m_workspace.createPractice(preset));
}

void OrganisationFeed::openExported(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_exportedPaths = paths;
    follow(m_workspace.openExported(paths));
}

void OrganisationFeed::follow(const QFuture<Result<session::Session *>> &opening)
{
    m_isOpening = true;
    setProgress(0, 0);
    m_opening.request(opening, this, [this](const Result<session::Session *> &result) {
        m_isOpening = false;
        Q_EMIT stateChanged();
        if (!result && result.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(result.error());
    });
}

void OrganisationFeed::attach(session::Session *session)
{
    if (session == nullptr)
        return;
    const session::CommandLog *log = session->commandLog();
    connect(log, &session::CommandLog::appended, this, &OrganisationFeed::commandCountChanged);
    connect(log, &session::CommandLog::dropped, this, &OrganisationFeed::commandCountChanged);
    connect(session, &session::Session::inventoryChanged, this, &OrganisationFeed::show);
    connect(session, &session::Session::refreshStarted, this, [this] { setProgress(0, 0); });
    connect(session, &session::Session::refreshProgressed, this, &OrganisationFeed::setProgress);
    connect(session, &session::Session::refreshFinished, this, &OrganisationFeed::stateChanged);
    connect(session->liveChecks(), &session::LiveChecks::started, this, [this] { setProgress(0, 0); });
    connect(session->liveChecks(), &session::LiveChecks::progressed, this, [this, session](int done, int total) {
        if (!session->isRefreshing()) // one bar for both: what changes the picture comes first
            setProgress(done, total);
    });
    connect(session->liveChecks(), &session::LiveChecks::finished, this, &OrganisationFeed::stateChanged);
    if (m_workspace.lab() != nullptr)
        connect(m_workspace.lab(), &lab::LabShell::stateChanged, this, [this] {
            followClock();
            refresh();
        });
    m_clock.start();
    if (session->inventory() == nullptr)
        refresh();
    else
        show(session->inventory());
    Q_EMIT opened();
    Q_EMIT stateChanged();
}

void OrganisationFeed::detach()
{
    if (session() != nullptr) {
        session()->disconnect(this);
        session()->commandLog()->disconnect(this);
        session()->liveChecks()->disconnect(this);
    }
    if (m_workspace.lab() != nullptr)
        m_workspace.lab()->disconnect(this);
    m_clock.stop();
    m_tree.setInventory(nullptr, {});
}

void OrganisationFeed::show(const domain::InventoryPtr &inventory)
{
    const QDateTime nowUtc = session()->nowUtc();
    m_rows.setNow(nowUtc);
    m_tree.setInventory(inventory, nowUtc);
    Q_EMIT stateChanged();
}

void OrganisationFeed::followClock()
{
    if (session() == nullptr)
        return;
    m_rows.setNow(session()->nowUtc());
    m_tree.setNow(session()->nowUtc());
}

void OrganisationFeed::refresh()
{
    if (session() == nullptr)
        return;
    whenDone(session()->refresh(), this, [this](const Result<domain::InventoryPtr> &result) {
        if (!result && result.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(result.error());
    });
    Q_EMIT stateChanged();
}

void OrganisationFeed::refreshServer(const domain::ServerId &server)
{
    if (session() == nullptr || server.isEmpty())
        return;
    whenDone(session()->refreshServer(server), this, [this](const Result<domain::InventoryPtr> &result) {
        if (!result && result.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(result.error());
    });
    Q_EMIT stateChanged();
}

void OrganisationFeed::checkPorts(const QList<domain::ServerId> &servers)
{
    const auto probe = m_workspace.portProbe();
    if (probe == nullptr)
        return;
    whenDone(session()->checkPorts(probe, servers), this, [this](const Result<void> &outcome) {
        if (!outcome && outcome.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(outcome.error());
    });
    Q_EMIT stateChanged();
}

void OrganisationFeed::cancel()
{
    if (m_isOpening) {
        m_workspace.cancelOpening();
    } else if (session() != nullptr) {
        session()->cancelRefresh();
        session()->liveChecks()->cancel();
    }
}

bool OrganisationFeed::isCheckingPorts() const
{
    return session() != nullptr && session()->liveChecks()->isRunning();
}

int OrganisationFeed::commandCount() const
{
    return session() == nullptr ? 0 : static_cast<int>(session()->commandLog()->records().size());
}

bool OrganisationFeed::isBusy() const
{
    return m_isOpening || isCheckingPorts() || (session() != nullptr && session()->isRefreshing());
}

void OrganisationFeed::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    Q_EMIT stateChanged();
}

} // namespace kakuin::ui
