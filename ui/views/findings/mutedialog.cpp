// SPDX-License-Identifier: MIT
#include "ui/views/findings/mutedialog.h"

#include "core/findings/mute.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int muteDialogWidth = 480;
constexpr int longestYears = 2;
constexpr int ownDay = 0;

} // namespace

MuteDialog::MuteDialog(const QString &finding, const QDateTime &nowUtc, QWidget *parent)
    : QDialog(parent)
    , m_finding(finding)
    , m_today(nowUtc.toLocalTime().date())
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_intro(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_reasonHeading(new WrapLabel(this, WrapLabel::Look::Strong))
    , m_reason(new QLineEdit(this))
    , m_untilHeading(new WrapLabel(this, WrapLabel::Look::Strong))
    , m_span(new QComboBox(this))
    , m_day(new QDateEdit(this))
    , m_message(new MessageBar(this))
    , m_mute(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("muteDialog"));
    setWindowModality(Qt::WindowModal);
    m_reason->setObjectName(QStringLiteral("muteReasonEdit"));
    m_reason->setMaxLength(static_cast<int>(findings::Mute::longestReason));
    m_span->setObjectName(QStringLiteral("muteSpanCombo"));
    for (const int days : {7, 30, 90, ownDay})
        m_span->addItem(QString(), days);
    m_span->setCurrentIndex(1);
    m_day->setObjectName(QStringLiteral("muteDayEdit"));
    m_day->setCalendarPopup(true);
    m_day->setDateRange(m_today, m_today.addYears(longestYears));
    m_mute->setObjectName(QStringLiteral("muteButton"));
    m_mute->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addWidget(m_reasonHeading);
    column->addWidget(m_reason);
    column->addWidget(m_untilHeading);
    auto *until = new QHBoxLayout;
    until->addWidget(m_span, 1);
    until->addWidget(m_day, 1);
    column->addLayout(until);
    column->addWidget(m_message);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_mute);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    m_message->clear();
    connect(m_reason, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_mute->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_span, &QComboBox::currentIndexChanged, this, &MuteDialog::choose);
    connect(m_mute, &QPushButton::clicked, this, &MuteDialog::muteRequested);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_mute->setEnabled(false);
    choose();
    retranslate();
    resizeOnScreen(*this, {muteDialogWidth, column->totalHeightForWidth(muteDialogWidth)});
}

void MuteDialog::choose()
{
    const int days = m_span->currentData().toInt();
    m_day->setEnabled(days == ownDay);
    if (days != ownDay)
        m_day->setDate(m_today.addDays(days));
}

QString MuteDialog::reason() const
{
    return m_reason->text().trimmed();
}

QDateTime MuteDialog::untilUtc() const
{
    return m_day->date().addDays(1).startOfDay(Qt::LocalTime).toUTC();
}

void MuteDialog::showProblem(const QString &text)
{
    m_message->setMessage(models::Severity::Expired, text);
}

void MuteDialog::retranslate()
{
    setWindowTitle(tr("Mute a finding"));
    m_title->setPlainText(m_finding);
    m_intro->setPlainText(
        tr("A muted finding is not counted and not shown, and comes back by itself after the day that you choose."));
    m_reasonHeading->setPlainText(tr("Why is that right?"));
    m_reason->setAccessibleName(m_reasonHeading->text());
    m_reason->setPlaceholderText(tr("The server is being replaced in January"));
    m_untilHeading->setPlainText(tr("Until when?"));
    m_span->setAccessibleName(m_untilHeading->text());
    m_day->setAccessibleName(tr("Last day"));
    m_day->setDisplayFormat(tr("yyyy-MM-dd", "a day, as QDate writes it"));
    m_span->setItemText(0, tr("For a week"));
    m_span->setItemText(1, tr("For a month"));
    m_span->setItemText(2, tr("For three months"));
    m_span->setItemText(3, tr("Until this day:"));
    m_mute->setText(tr("Mute"));
    m_cancel->setText(tr("Cancel"));
}

void MuteDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
