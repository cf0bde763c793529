// SPDX-License-Identifier: MIT
#include "ui/views/statusstrip.h"

#include "core/base/untrustedtext.h"
#include "text/readingtext.h"
#include "text/servertext.h"
#include "ui/organisationfeed.h"
#include "ui/widgets/elidedlabel.h"

#include <QtCore/QLocale>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {
namespace {

constexpr int readingWidth = 120;
constexpr qsizetype longestOrganisation = 120;

} // namespace

StatusStrip::StatusStrip(OrganisationFeed &feed, QWidget *parent)
    : QStatusBar(parent)
    , m_feed(feed)
    , m_summary(new ElidedLabel(this))
    , m_activity(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_commands(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setContentsMargins(6, 0, 0, 0);
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_activity->setObjectName(QStringLiteral("activityLabel"));
    m_progress->setObjectName(QStringLiteral("refreshProgress"));
    m_progress->setFixedWidth(readingWidth);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelRefreshButton"));
    m_cancel->setAutoRaise(true);
    m_commands->setObjectName(QStringLiteral("commandLogButton"));
    m_commands->setAutoRaise(true);
    m_commands->setCheckable(true);
    addWidget(m_summary, 1);
    addPermanentWidget(m_activity);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_commands);
    connect(m_cancel, &QToolButton::clicked, &feed, &OrganisationFeed::cancel);
    connect(m_commands, &QToolButton::toggled, this, &StatusStrip::commandLogToggled);
    connect(&feed, &OrganisationFeed::stateChanged, this, &StatusStrip::retranslate);
    connect(&feed, &OrganisationFeed::commandCountChanged, this, &StatusStrip::showCommandCount);
    retranslate();
}

void StatusStrip::setCommandLogShown(bool isShown)
{
    m_commands->setChecked(isShown);
}

void StatusStrip::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusStrip::retranslate()
{
    m_summary->setText(summary());
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress"));
    m_commands->setToolTip(tr("Show every command that ran"));
    showCommandCount();
    updateProgress();
}

void StatusStrip::showCommandCount()
{
    //: the button of the command log; %1: how many commands ran
    m_commands->setText(tr("Commands  %1").arg(QLocale().toString(m_feed.commandCount())));
}

void StatusStrip::updateProgress()
{
    const bool isBusy = m_feed.isBusy();
    m_activity->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    if (!isBusy)
        return;
    const bool isReading = m_feed.session() != nullptr && m_feed.session()->isRefreshing();
    m_activity->setText(m_feed.isOpening() ? tr("Opening") : isReading ? tr("Reading") : tr("Checking ports"));
    m_progress->setRange(0, m_feed.total());
    m_progress->setValue(m_feed.done());
}

QString StatusStrip::summary() const
{
    if (m_feed.session() == nullptr)
        return m_feed.isOpening() ? QString()
                                  : tr("Nothing is open"); // what is being opened is said beside the progress
    const shell::ShellDescription description = m_feed.session()->shell()->description();
    QStringList parts{ServerText::connection(description)};
    if (!description.name.isEmpty())
        parts << singleLine(description.name, longestOrganisation);
    if (const domain::InventoryPtr inventory = m_feed.session()->inventory()) {
        const int servers = static_cast<int>(inventory->servers.size());
        //: %1: "23 certificates"
        parts << tr("%n servers, %1", nullptr, servers)
                     .arg(tr("%n certificates", nullptr, inventory->certificateCount()));
        const QString when = ReadingText::time(inventory->takenUtc, m_feed.session()->nowUtc());
        if (inventory->configuration.isKept)
            //: %1: a time, or a day and a time
            parts << tr("as of %1").arg(when);
        else if (inventory->takenUtc.isValid())
            //: %1: a time, or a day and a time
            parts << tr("read %1").arg(when);
    }
    //: between the parts of the status bar
    return parts.join(tr(" · "));
}

} // namespace kakuin::ui
