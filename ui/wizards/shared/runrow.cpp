// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/runrow.h"

#include "core/plan/checkoutcome.h"
#include "text/errortext.h"
#include "text/plantext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace kakuin::ui {
namespace {

models::Severity severityOfStep(plan::StepState state)
{
    switch (state) {
    case plan::StepState::Succeeded:
        return models::Severity::Ok;
    case plan::StepState::Failed:
        return models::Severity::Expired;
    case plan::StepState::OutcomeUnknown:
        return models::Severity::Urgent;
    case plan::StepState::Running:
        return models::Severity::Information;
    case plan::StepState::Declined:
    case plan::StepState::Stopped:
        return models::Severity::Soon;
    case plan::StepState::NotNeeded:
    case plan::StepState::Waiting:
    case plan::StepState::Skipped:
        break;
    }
    return models::Severity::NotKnown;
}

} // namespace

RunRow::RunRow(plan::Step step, QWidget *parent)
    : QWidget(parent)
    , m_step(std::move(step))
    , m_mark(new QLabel(this))
    , m_words(new WrapLabel(this))
    , m_state(new QLabel(this))
    , m_result(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
{
    m_record.number = m_step.number;
    setObjectName(QStringLiteral("runRow%1").arg(m_step.number));
    m_state->setTextFormat(Qt::PlainText);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::related);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, 24);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_mark, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1);
    grid->addWidget(m_state, 0, 2, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(m_result, 1, 1, 1, 2);
    retranslate();
}

void RunRow::setRecords(const QList<plan::StepRecord> &records, bool isAsking)
{
    const auto it = std::find_if(
        records.begin(), records.end(), [this](const plan::StepRecord &each) { return each.number == m_step.number; });
    if (it == records.end())
        return;
    const plan::StepRecord &record = *it;
    if (record.state == plan::StepState::Running && m_record.state != plan::StepState::Running)
        m_elapsed.start();
    m_record = record;
    m_isAsking = isAsking;
    m_verified.clear();
    for (plan::Check check : m_step.checks) {
        if (record.state != plan::StepState::Succeeded || !plan::applies(check, records))
            continue;
        check.condition.reset(); // it applied: now it is a fact
        m_verified.append(check);
    }
    retranslate();
}

void RunRow::tick()
{
    if (m_record.state == plan::StepState::Running)
        retranslate();
}

void RunRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

QStringList RunRow::resultLines() const
{
    if (m_record.error)
        return {ErrorText::full(*m_record.error)};
    QStringList lines;
    if (m_record.state == plan::StepState::Succeeded && !m_record.produced.isNull())
        //: %1 is a thumbprint
        lines.append(tr("Created %1").arg(m_record.produced.toGroupedString()));
    for (const plan::Check &check : m_verified) {
        const QString cmdlet = check.command.isEmpty() ? QString() : check.command.cmdlets.first().name();
        //: %1 is a whole sentence ("MBX01 has the new certificate."), %2 the cmdlet that showed it
        lines.append(tr("%1 Verified with %2.").arg(PlanText::check(check), cmdlet));
    }
    return lines;
}

void RunRow::retranslate()
{
    m_words->setPlainText(PlanText::step(m_step));
    QString state = m_isAsking ? tr("waits for your answer") : PlanText::state(m_record.state);
    if (m_record.state == plan::StepState::Running && m_elapsed.isValid() && m_elapsed.elapsed() >= 1000)
        //: %1 is a state ("running"), %n a number of seconds
        state = tr("%1, %n s", nullptr, static_cast<int>(m_elapsed.elapsed() / 1000)).arg(state);
    m_state->setText(state);
    const QStringList lines = resultLines();
    m_result->setPlainText(lines.join(u'\n'));
    // a person's own decision to stop is not a failure
    const bool isFailure = m_record.error && m_record.state != plan::StepState::Stopped;
    m_result->setTone(isFailure ? Tone::Expired : Tone::Muted);
    m_result->setVisible(!lines.isEmpty());
    decorate();
}

void RunRow::decorate()
{
    m_mark->setPixmap(
        severityIcon(severityOfStep(m_record.state), palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_mark->setAccessibleName(PlanText::state(m_record.state));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colour(Tone::Muted, palette()));
    m_state->setPalette(muted);
    m_state->setFont(secondaryFont(font()));
}

} // namespace kakuin::ui
