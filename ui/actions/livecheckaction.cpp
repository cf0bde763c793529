// SPDX-License-Identifier: MIT
#include "ui/actions/livecheckaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

LiveCheckAction::LiveCheckAction(
    Of of, OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(of == Of::Organisation ? QStringLiteral("checkPortsAction") : QStringLiteral("checkServerPortsAction"),
        QString(), parent)
    , m_of(of)
    , m_feed(feed)
    , m_view(view)
    , m_services(services)
    , m_window(window)
{
    if (of == Of::Organisation)
        setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5)); // beside F5, which reads
    connect(&feed, &OrganisationFeed::stateChanged, this, &LiveCheckAction::update);
    connect(&view, &OrganisationView::targetChanged, this, &LiveCheckAction::update);
    connect(this, &QAction::triggered, this, &LiveCheckAction::ask);
    update();
    retranslate();
}

void LiveCheckAction::update()
{
    const session::Session *session = m_feed.session();
    const bool isRead = session != nullptr && session->inventory() != nullptr && !m_feed.isCheckingPorts();
    const bool hasTarget = m_of == Of::Organisation || !m_view.currentServer().isEmpty();
    setEnabled(isRead && hasTarget && m_feed.workspace().portProbe() != nullptr);
    retranslate();
}

void LiveCheckAction::ask()
{
    QList<domain::ServerId> servers;
    if (m_of == Of::Server)
        servers.append(m_view.currentServer());
    m_services.checkPorts(
        m_feed.workspace(), servers, [&feed = m_feed, servers] { feed.checkPorts(servers); }, m_window);
}

void LiveCheckAction::retranslate()
{
    setText(m_of == Of::Organisation ? tr("Check what the &ports serve…") : tr("Check the &ports of this server…"));
    const bool isOpen = m_feed.session() != nullptr;
    setToolTip(isOpen && m_feed.workspace().portProbe() == nullptr
            ? tr("This build of Kakuin cannot look at ports on this system.")
            : tr("Which certificates the servers really show on their ports, without PowerShell"));
}

} // namespace kakuin::ui
