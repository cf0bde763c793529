// SPDX-License-Identifier: MIT
#include "ui/openingways.h"

#include "ui/organisationfeed.h"
#include "ui/recentmenu.h"
#include "ui/uiservices.h"
#include "ui/views/welcomepage.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QDropEvent>
#include <QtWidgets/QStackedWidget>

namespace kakuin::ui {
namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

OpeningWays::OpeningWays(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.menu, &RecentMenu::placeRequested, this, &OpeningWays::open);
    connect(&parts.feed, &OrganisationFeed::opened, this, &OpeningWays::note);
    connect(&parts.feed, &OrganisationFeed::stateChanged, this, &OpeningWays::showPage);
    parts.window.setAcceptDrops(true);
    parts.window.installEventFilter(this);
}

QWidget *OpeningWays::welcomePage()
{
    if (m_welcome != nullptr)
        return m_welcome;
    m_welcome = new WelcomePage(&m_parts.stack);
    connect(m_welcome, &WelcomePage::practiceRequested, &m_parts.feed, &OrganisationFeed::openPractice);
    connect(m_welcome, &WelcomePage::placeRequested, this, &OpeningWays::open);
    connect(m_welcome, &WelcomePage::connectRequested, this, &OpeningWays::connectRequested);
    connect(m_welcome, &WelcomePage::exportedRequested, this, &OpeningWays::exportedRequested);
    if (m_recent != nullptr)
        m_welcome->setPlaces(m_recent->places());
    m_parts.stack.insertWidget(0, m_welcome);
    return m_welcome;
}

bool OpeningWays::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish)
        showPage(); // the window is about to be shown
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QStringList paths = localFiles(drop->mimeData());
    if (paths.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        m_parts.feed.openExported(paths);
    return true;
}

void OpeningWays::setRecentPlaces(RecentPlaces &places)
{
    m_recent = &places;
    m_parts.menu.follow(places);
    const auto show = [this, &places] {
        if (m_welcome != nullptr)
            m_welcome->setPlaces(places.places());
    };
    connect(&places, &RecentPlaces::changed, this, show);
    show();
}

void OpeningWays::open(const RecentPlace &place)
{
    switch (place.kind) {
    case RecentPlace::Kind::Practice:
        return m_parts.feed.openPractice();
    case RecentPlace::Kind::Connection:
        return m_parts.services.connectTo(m_parts.feed.workspace(), place.name, &m_parts.window);
    case RecentPlace::Kind::Exported:
        return m_parts.feed.openExported(place.paths);
    }
}

void OpeningWays::note()
{
    if (m_recent == nullptr)
        return;
    const session::Workspace &workspace = m_parts.feed.workspace();
    if (const auto connection = workspace.connection()) {
        if (!connection->name.isEmpty())
            m_recent->note({RecentPlace::Kind::Connection, connection->name, {}});
    } else if (workspace.exported() != nullptr) {
        RecentPlace place{RecentPlace::Kind::Exported};
        for (const QString &path : m_parts.feed.exportedPaths())
            place.paths.append(QFileInfo(path).absoluteFilePath());
        m_recent->note(place);
    } else {
        m_recent->note({RecentPlace::Kind::Practice, {}, {}});
    }
}

void OpeningWays::showPage()
{
    const bool isOpen = m_parts.feed.session() != nullptr || m_parts.feed.isOpening();
    m_parts.stack.setCurrentWidget(isOpen ? &m_parts.organisation : welcomePage());
}

} // namespace kakuin::ui
