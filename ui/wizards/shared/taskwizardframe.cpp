// SPDX-License-Identifier: MIT
// The frame around the pages: heading, bars, buttons, and which of them a page needs.
#include "ui/decoration/theme.h"
#include "ui/text/plantext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/shared/resultpage.h"
#include "ui/wizards/shared/reviewpage.h"
#include "ui/wizards/shared/runpage.h"
#include "ui/wizards/shared/taskwizard.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

QPushButton *button(QWidget *parent, const char *name)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

void TaskWizard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    m_title = new WrapLabel(this, WrapLabel::Look::Heading);
    m_title->setObjectName(QStringLiteral("wizardTitle"));
    m_subtitle = new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted);
    m_subtitle->setObjectName(QStringLiteral("wizardSubtitle"));
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("wizardStack"));
    m_message = new MessageBar(this);
    m_message->setObjectName(QStringLiteral("messageBar"));
    m_stopBar = new MessageBar(this);
    m_stopBar->setObjectName(QStringLiteral("stopBar"));
    m_continue = button(this, "continueButton");
    m_confirmStop = button(this, "confirmStopButton");
    m_script = button(this, "saveScriptButton");
    m_log = button(this, "runLogButton");
    m_back = button(this, "backButton");
    m_next = button(this, "nextButton");
    m_cancel = button(this, "cancelButton");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_script);
    buttons->addWidget(m_log);
    buttons->addStretch(1);
    for (QPushButton *each : {m_back, m_next, m_continue, m_confirmStop, m_cancel})
        buttons->addWidget(each);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metric::related);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_stopBar);
    layout->addSpacing(metric::related);
    layout->addLayout(buttons);
}

void TaskWizard::updateFrame()
{
    const WizardPage *page = currentPage();
    if (page == nullptr)
        return;
    m_title->setPlainText(page->title());
    m_subtitle->setPlainText(page->subtitle());
    m_subtitle->setVisible(!page->subtitle().isEmpty());
    const bool review = page == m_review;
    const bool running = page == m_run;
    const bool result = page == m_result;
    m_script->setVisible(review && !isReadOnly());
    m_script->setEnabled(m_review->isComplete());
    m_log->setVisible(running);
    m_back->setVisible(!running && !result);
    m_back->setEnabled(page != m_pages.first());
    m_next->setVisible(!running);
    m_next->setEnabled(page->isComplete());
    m_next->setDefault(!running && (!review || isReadOnly()));
    // in the place of Stop while the bar asks: its text has the whole width
    const bool isAsking = running && m_stopBar->isVisibleTo(this);
    m_continue->setVisible(isAsking);
    m_confirmStop->setVisible(isAsking);
    m_cancel->setVisible(!result && !isAsking);
    if (result)
        m_next->setText(tr("Close"));
    else if (review)
        m_next->setText(isReadOnly() ? tr("Save as script…") : PlanText::verb(m_review->plan().kind));
    else
        m_next->setText(tr("Next"));
    const bool isDone = review && isReadOnly() && m_isScriptSaved;
    m_cancel->setText(running ? tr("Stop…") : isDone ? tr("Close") : tr("Cancel"));
    m_cancel->setEnabled(!running || !m_run->isStopping());
}

void TaskWizard::retranslate()
{
    setWindowTitle(taskTitle());
    m_script->setText(tr("Save as script…"));
    m_log->setText(tr("Command log"));
    m_back->setText(tr("Back"));
    const bool isAsking = m_stopBar->isVisibleTo(this);
    m_stopBar->setMessage(models::Severity::Soon,
        tr("The step that runs now ends first: a command that was sent cannot be called back. No further step is "
           "started, and the result says what was done."));
    m_stopBar->setVisible(isAsking);
    if (m_messageText)
        m_message->setMessage(m_message->severity(), m_messageText());
    m_continue->setText(tr("Continue"));
    m_confirmStop->setText(tr("Stop after this step"));
    updateFrame();
}

} // namespace kakuin::ui
