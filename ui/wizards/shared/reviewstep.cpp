// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/reviewstep.h"

#include "core/shell/powershelltext.h"
#include "text/plantext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/shared/codeblock.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>

namespace kakuin::ui {
namespace {

// The command of the step, or of a step that only checks: the commands that it checks with, each once
QString codeOf(const plan::Step &step)
{
    if (!step.command.isEmpty())
        return shell::toPowerShellLines(step.command);
    QStringList lines;
    for (const plan::Check &check : step.checks) {
        const QString line = shell::toPowerShellLines(check.command);
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

ReviewStep::ReviewStep(plan::Step step, QWidget *parent)
    : QWidget(parent)
    , m_step(std::move(step))
    , m_number(new WrapLabel(this, WrapLabel::Look::Heading, Tone::Information))
    , m_words(new WrapLabel(this))
    , m_code(new CodeBlock(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::related);
    grid->setVerticalSpacing(metric::related / 2);
    grid->setColumnMinimumWidth(0, 24);
    grid->setColumnStretch(1, 1);
    m_words->setObjectName(QStringLiteral("stepWords"));
    // the number is larger: this brings both to one line
    m_words->setContentsMargins(0, 2, 0, 0);
    grid->addWidget(m_number, 0, 0, Qt::AlignTop);
    grid->addWidget(m_words, 0, 1, Qt::AlignVCenter);
    grid->addWidget(m_code, 1, 1);
    m_code->setCode(codeOf(m_step));
    const qsizetype notes = m_step.prompts.size() + m_step.checks.size();
    for (qsizetype i = 0; i < notes; ++i) {
        auto *note = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
        note->setObjectName(QStringLiteral("stepNote"));
        grid->addWidget(note, static_cast<int>(2 + i), 1);
        m_notes.append(note);
    }
    retranslate();
}

void ReviewStep::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewStep::retranslate()
{
    m_number->setPlainText(QString::number(m_step.number));
    m_words->setPlainText(PlanText::step(m_step));
    qsizetype i = 0;
    for (const plan::ExpectedPrompt &prompt : m_step.prompts)
        m_notes.at(i++)->setPlainText(PlanText::expectedPrompt(m_step, prompt));
    for (const plan::Check &check : m_step.checks)
        m_notes.at(i++)->setPlainText(PlanText::check(check));
}

} // namespace kakuin::ui
