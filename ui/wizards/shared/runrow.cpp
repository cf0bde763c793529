// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/runrow.h"

#include "ui/decoration/theme.h"
#include "ui/text/errortext.h"
#include "ui/text/plantext.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace kakuin::ui {
namespace {

models::Severity severityOf(plan::StepState state)
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
    case plan::StepState::Waiting:
    case plan::StepState::Skipped:
        break;
    }
    return models::Severity::NotKnown;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RunRow::RunRow(plan::Step step, QWidget *parent)
    : QWidget(parent)
    , m_step(std::move(step))
    , m_mark(new QLabel(this))
    , m_words(plainLabel(this))
    , m_state(new QLabel(this))
    , m_result(plainLabel(this))
{
    m_record.number = m_step.number;
    setObjectName(QStringLiteral("runRow%1").arg(m_step.number));
    m_state->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
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

void RunRow::setRecord(const plan::StepRecord &record, bool isAsking)
{
    if (record.state == plan::StepState::Running && m_record.state != plan::StepState::Running)
        m_elapsed.start();
    m_record = record;
    m_isAsking = isAsking;
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

void RunRow::retranslate()
{
    m_words->setText(PlanText::step(m_step));
    QString state = m_isAsking ? tr("waits for your answer") : PlanText::state(m_record.state);
    if (m_record.state == plan::StepState::Running && m_elapsed.isValid() && m_elapsed.elapsed() >= 1000)
        //: %1 is a state ("running"), %n a number of seconds
        state = tr("%1, %n s", nullptr, static_cast<int>(m_elapsed.elapsed() / 1000)).arg(state);
    m_state->setText(state);
    QString result;
    if (m_record.error)
        result = ErrorText::full(*m_record.error);
    else if (m_record.state == plan::StepState::Succeeded && !m_record.produced.isNull())
        //: %1 is a thumbprint
        result = tr("Created %1").arg(m_record.produced.toGroupedString());
    m_result->setText(result);
    m_result->setVisible(!result.isEmpty());
    decorate();
}

void RunRow::decorate()
{
    m_mark->setPixmap(severityIcon(severityOf(m_record.state), palette()).pixmap(16));
    m_mark->setAccessibleName(PlanText::state(m_record.state));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colour(Tone::Muted, palette()));
    QPalette result = palette();
    const bool failed = m_record.error.has_value();
    result.setColor(QPalette::WindowText, colour(failed ? Tone::Expired : Tone::Muted, palette()));
    m_state->setPalette(muted);
    m_state->setFont(secondaryFont(font()));
    m_result->setPalette(result);
    m_result->setFont(secondaryFont(font()));
}

} // namespace kakuin::ui
