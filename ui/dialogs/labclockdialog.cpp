// SPDX-License-Identifier: MIT
#include "ui/dialogs/labclockdialog.h"

#include "core/base/whendone.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using namespace std::chrono_literals;

constexpr int clockDialogWidth = 460;
constexpr int customMinutes = -1;
constexpr int effectiveMinutes = -2;
constexpr int maxDays = 3650;
constexpr int minutesPerDay = 24 * 60;

} // namespace

LabClockDialog::LabClockDialog(lab::LabShell &lab, session::Session &session, QWidget *parent)
    : QDialog(parent)
    , m_lab(lab)
    , m_session(session)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_intro(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_now(new WrapLabel(this))
    , m_then(new WrapLabel(this))
    , m_amount(new QComboBox(this))
    , m_days(new QSpinBox(this))
    , m_message(new MessageBar(this))
    , m_move(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("labClockDialog"));
    setWindowModality(Qt::WindowModal);
    m_amount->setObjectName(QStringLiteral("amountCombo"));
    m_days->setObjectName(QStringLiteral("daysSpin"));
    m_days->setRange(1, maxDays);
    m_move->setObjectName(QStringLiteral("moveClockButton"));
    m_move->setDefault(true);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setAutoDefault(false);
    for (const int minutes :
        {60, 12 * 60, minutesPerDay, 2 * minutesPerDay, 30 * minutesPerDay, effectiveMinutes, customMinutes})
        m_amount->addItem(QString(), minutes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    layout->addWidget(m_now);
    auto *row = new QHBoxLayout;
    row->addWidget(m_amount, 1);
    row->addWidget(m_days);
    layout->addLayout(row);
    layout->addWidget(m_then);
    layout->addWidget(m_message);
    layout->addSpacing(metric::related);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addStretch(1);
    buttons->addWidget(m_move);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    connect(m_amount, &QComboBox::currentIndexChanged, this, &LabClockDialog::updateTimes);
    connect(m_days, &QSpinBox::valueChanged, this, &LabClockDialog::updateTimes);
    connect(m_move, &QPushButton::clicked, this, &LabClockDialog::move);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    resizeOnScreen(*this, {clockDialogWidth, layout->totalHeightForWidth(clockDialogWidth)});
}

std::chrono::minutes LabClockDialog::amount() const
{
    const int minutes = m_amount->currentData().toInt();
    if (minutes == customMinutes)
        return m_days->value() * 24h;
    if (minutes != effectiveMinutes)
        return std::chrono::minutes(minutes);
    const domain::InventoryPtr inventory = m_session.inventory();
    if (!inventory || !inventory->authConfig || !inventory->authConfig->nextEffectiveUtc.isValid())
        return 0min;
    // one minute later: the date has then passed in any case
    const qint64 seconds = m_lab.clock()->nowUtc().secsTo(inventory->authConfig->nextEffectiveUtc);
    return std::chrono::minutes(seconds <= 0 ? 0 : seconds / 60 + 1);
}

void LabClockDialog::updateTimes()
{
    const QDateTime now = m_lab.clock()->nowUtc();
    const std::chrono::minutes by = amount();
    m_days->setVisible(m_amount->currentData().toInt() == customMinutes);
    //: %1 is a date with time
    m_now->setPlainText(tr("It is now %1 in the practice organisation.").arg(ExpiryText::dayAndTime(now)));
    m_then->setPlainText(by.count() > 0
            //: %1 is a date with time
            ? tr("Afterwards it is %1.").arg(ExpiryText::dayAndTime(now.addSecs(std::chrono::seconds(by).count())))
            : tr("No new Auth certificate is waiting for its effective date."));
    m_move->setEnabled(by.count() > 0 && !m_isMoving);
}

void LabClockDialog::move()
{
    const std::chrono::minutes by = amount();
    if (m_isMoving || by.count() <= 0)
        return;
    m_isMoving = true;
    m_message->clear();
    updateTimes();
    whenDone(m_lab.advanceClock(by), this, [this](const Result<void> &moved) {
        m_isMoving = false;
        if (!moved)
            m_message->setMessage(models::Severity::Expired, ErrorText::full(moved.error()));
        updateTimes();
    });
}

void LabClockDialog::retranslate()
{
    setWindowTitle(tr("Move the clock"));
    m_title->setPlainText(tr("Move the clock"));
    m_intro->setPlainText(
        tr("The clock of a practice organisation only goes forward. Certificates age, the Auth certificate is "
           "distributed, and what has become due takes effect."));
    m_amount->setAccessibleName(tr("How far"));
    m_days->setAccessibleName(tr("Days"));
    m_days->setSuffix(tr(" days"));
    for (int i = 0; i < m_amount->count(); ++i) {
        const int minutes = m_amount->itemData(i).toInt();
        QString text;
        if (minutes == customMinutes)
            text = tr("A number of days…");
        else if (minutes == effectiveMinutes)
            text = tr("Until the next Auth certificate takes effect");
        else if (minutes < minutesPerDay)
            text = tr("%n hours", nullptr, minutes / 60);
        else
            text = tr("%n days", nullptr, minutes / minutesPerDay);
        m_amount->setItemText(i, text);
    }
    m_move->setText(tr("Move"));
    m_close->setText(tr("Close"));
    updateTimes();
}

void LabClockDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
