// SPDX-License-Identifier: MIT
#include "ui/watch/watch.h"

#include "text/findingtext.h"
#include "ui/decoration/theme.h"
#include "ui/layoutstore.h"
#include "ui/organisationfeed.h"
#include "ui/views/findings/findingsfeed.h"

#include <QtCore/QEvent>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

namespace kakuin::ui {
namespace {

const QList<int> choices{0, 15, 60, 240}; ///< minutes
constexpr qsizetype mostSingly = 5; ///< beyond that one notification counts the rest

models::Severity worst(const models::FindingsModel::Counts &counts)
{
    if (counts.critical > 0)
        return models::Severity::Expired;
    return counts.warning > 0 ? models::Severity::Soon : models::Severity::Ok;
}

} // namespace

Watch::Watch(OrganisationFeed &feed, FindingsFeed &findings, LayoutStore &layout, QMainWindow *window)
    : QObject(window)
    , m_feed(feed)
    , m_findings(findings)
    , m_layout(layout)
    , m_window(window)
    , m_menu(new QMenu(window))
    , m_intervals(new QActionGroup(this))
{
    m_menu->setObjectName(QStringLiteral("watchMenu"));
    for (const int minutes : choices) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(QStringLiteral("watchEvery%1Action").arg(minutes));
        action->setData(minutes);
        action->setCheckable(true);
        m_intervals->addAction(action);
    }
    m_menu->addSeparator();
    m_showsIcon = m_menu->addAction(QString());
    m_showsIcon->setObjectName(QStringLiteral("watchIconAction"));
    m_showsIcon->setCheckable(true);
    m_showsIcon->setEnabled(QSystemTrayIcon::isSystemTrayAvailable());
    connect(m_intervals, &QActionGroup::triggered, this,
        [this](const QAction *action) { setMinutes(action->data().toInt()); });
    connect(m_showsIcon, &QAction::toggled, this, &Watch::setIconShown);
    connect(&m_timer, &QTimer::timeout, this, &Watch::read);
    connect(&m_findings.model(), &models::FindingsModel::updated, this, &Watch::look);
    connect(&m_feed, &OrganisationFeed::opened, this, [this] { m_new.forget(); });
    window->installEventFilter(this);
    setMinutes(m_layout.word(QStringLiteral("watch-minutes")).toInt());
    m_showsIcon->setChecked(
        m_showsIcon->isEnabled() && m_layout.word(QStringLiteral("watch-icon")) == QLatin1String("yes"));
    retranslate();
}

Watch::~Watch() = default;

int Watch::minutes() const
{
    return m_timer.isActive() ? static_cast<int>(m_timer.interval() / 60'000) : 0;
}

void Watch::setMinutes(int minutes)
{
    const int chosen = choices.contains(minutes) ? minutes : 0;
    const QList<QAction *> actions = m_intervals->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == chosen);
    m_layout.setWord(QStringLiteral("watch-minutes"), QString::number(chosen));
    m_timer.stop();
    if (chosen > 0)
        m_timer.start(chosen * 60'000);
}

void Watch::read()
{
    const bool isLive = m_feed.session() != nullptr && m_feed.workspace().exported() == nullptr;
    if (isLive && !m_feed.isBusy())
        m_feed.refresh();
}

void Watch::look()
{
    showState();
    // an empty list between two organisations is no picture
    const domain::InventoryPtr inventory = m_findings.model().inventory();
    if (inventory == nullptr || m_findings.model().isBuilding())
        return;
    if (inventory->isAwaited() || inventory->configuration.isKept) // what has not come yet is not gone, and then new
        return;
    const QList<models::FindingRowPtr> fresh
        = m_new.take(m_feed.workspace().organisationKey(), m_findings.model().unmuted());
    if (!fresh.isEmpty())
        tell(fresh);
}

void Watch::tell(const QList<models::FindingRowPtr> &fresh)
{
    const auto show = [this](const QString &title, const QString &text) {
        Q_EMIT appeared(title, text);
        if (m_icon != nullptr)
            m_icon->showMessage(title, text, QSystemTrayIcon::Warning);
    };
    for (const models::FindingRowPtr &row : fresh.first(std::min(fresh.size(), mostSingly)))
        show(row->title, row->subject);
    if (fresh.size() > mostSingly)
        //: notification; %n: how many findings were not told one by one
        show(tr("Kakuin"), tr("%n further new findings", nullptr, static_cast<int>(fresh.size() - mostSingly)));
}

void Watch::setIconShown(bool isShown)
{
    m_layout.setWord(QStringLiteral("watch-icon"), isShown ? QStringLiteral("yes") : QStringLiteral("no"));
    delete m_icon;
    m_icon = nullptr;
    if (!isShown)
        return;
    m_icon = new QSystemTrayIcon(this);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this] {
        m_window->showNormal();
        m_window->raise();
        m_window->activateWindow();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, m_window, &QWidget::activateWindow);
    showState();
    m_icon->show();
}

void Watch::showState()
{
    if (m_icon == nullptr)
        return;
    const models::FindingsModel::Counts &counts = m_findings.model().counts();
    const bool isKnown = m_findings.model().inventory() != nullptr;
    m_icon->setIcon(isKnown ? severityIcon(worst(counts), m_window->palette()) : programIcon());
    m_icon->setToolTip(isKnown
            //: tool tip of the icon in the notification area; %1: critical findings, %2: warnings
            ? tr("Kakuin: %1 critical, %2 warnings").arg(counts.critical).arg(counts.warning)
            : tr("Kakuin"));
}

bool Watch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void Watch::retranslate()
{
    m_menu->setTitle(tr("&Watch"));
    const QList<QAction *> actions = m_intervals->actions();
    for (QAction *action : actions) {
        const int minutes = action->data().toInt();
        action->setText(minutes == 0 ? tr("Read again only when &asked")
                : minutes < 60       ? tr("Read again every %n minutes", nullptr, minutes)
                                     : tr("Read again every %n hours", nullptr, minutes / 60));
    }
    m_showsIcon->setText(tr("&Icon in the notification area"));
    m_showsIcon->setToolTip(m_showsIcon->isEnabled() ? tr("Shows the worst state, and tells of each new finding once")
                                                     : tr("This desktop has no notification area for icons."));
    m_menu->setToolTipsVisible(true);
    showState();
}

} // namespace kakuin::ui
