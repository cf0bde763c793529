// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/taskwizard.h"

#include "ui/decoration/theme.h"
#include "ui/prompts/widgetprompthandler.h"
#include "ui/text/errortext.h"
#include "ui/text/plantext.h"
#include "ui/text/runbooktext.h"
#include "ui/wizards/shared/resultpage.h"
#include "ui/wizards/shared/reviewpage.h"
#include "ui/wizards/shared/runpage.h"
#include "ui/wizards/shared/scriptsaver.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr QSize preferredSize(760, 560);

QPushButton *button(QWidget *parent, const char *name)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

QLabel *sentence(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TaskWizard::TaskWizard(session::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
{
    setWindowModality(Qt::WindowModal);
    build();
    m_review = new ReviewPage(isReadOnly(), m_stack);
    m_run = new RunPage(m_stack);
    m_result = new ResultPage(m_stack);
    m_saver = new ScriptSaver(this);
    connect(m_saver, &ScriptSaver::saved, this,
        //: %1 is a file name
        [this](const QString &path) { say(tr("The script is in %1.").arg(QDir::toNativeSeparators(path)), false); });
    connect(m_saver, &ScriptSaver::failed, this, [this](const Error &error) { say(ErrorText::full(error), true); });
    connect(m_result, &ResultPage::certificateRequested, this, &TaskWizard::certificateRequested);
    connect(m_result, &ResultPage::logRequested, this, &TaskWizard::logRequested);
    connect(m_script, &QPushButton::clicked, this, &TaskWizard::saveScript);
    connect(m_back, &QPushButton::clicked, this, &TaskWizard::goBack);
    connect(m_next, &QPushButton::clicked, this, &TaskWizard::goNext);
    connect(m_cancel, &QPushButton::clicked, this, &TaskWizard::reject);
    connect(m_confirmStop, &QPushButton::clicked, this, [this] {
        m_stopPanel->hide();
        m_run->setStopping(true);
        if (m_runner)
            m_runner->requestStop();
        updateFrame();
    });
    connect(m_continue, &QPushButton::clicked, m_stopPanel, &QWidget::hide);
    // the organisation that the plan is for is about to go
    connect(&m_workspace, &session::Workspace::sessionAboutToChange, this, [this] {
        if (m_runner)
            m_runner->abort();
        QDialog::reject();
    });
    resize(preferredSize);
}

TaskWizard::~TaskWizard()
{
    // the runner first: it must not signal into pages that are going
    m_runner.reset();
    m_prompts.reset();
}

void TaskWizard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    m_title = sentence(this, "wizardTitle");
    m_subtitle = sentence(this, "wizardSubtitle");
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("wizardStack"));
    m_message = sentence(this, "messageLabel");
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    m_stopPanel = new QWidget(this);
    m_stopPanel->setObjectName(QStringLiteral("stopPanel"));
    m_stopPanel->setAutoFillBackground(true);
    m_stopPanel->hide();
    m_stopText = sentence(m_stopPanel, "stopTextLabel");
    m_continue = button(m_stopPanel, "continueButton");
    m_confirmStop = button(m_stopPanel, "confirmStopButton");
    auto *panel = new QHBoxLayout(m_stopPanel);
    panel->setContentsMargins(12, metric::related, 12, metric::related);
    panel->addWidget(m_stopText, 1);
    panel->addWidget(m_continue);
    panel->addWidget(m_confirmStop);
    m_script = button(this, "saveScriptButton");
    m_back = button(this, "backButton");
    m_next = button(this, "nextButton");
    m_cancel = button(this, "cancelButton");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_script);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addWidget(m_cancel);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metric::related);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_stopPanel);
    layout->addSpacing(metric::related);
    layout->addLayout(buttons);
}

void TaskWizard::addPage(WizardPage *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    connect(page, &WizardPage::changed, this, &TaskWizard::updateFrame);
}

void TaskWizard::start()
{
    addPage(m_review);
    addPage(m_run);
    addPage(m_result);
    retranslate();
    show(m_pages.first());
}

WizardPage *TaskWizard::currentPage() const
{
    return qobject_cast<WizardPage *>(m_stack->currentWidget());
}

bool TaskWizard::isReadOnly() const
{
    const session::Session *session = m_workspace.session();
    return session == nullptr || session->shell()->description().isReadOnly;
}

bool TaskWizard::isRunning() const
{
    return m_runner && m_runner->isRunning();
}

void TaskWizard::show(WizardPage *page)
{
    m_message->hide();
    if (page == m_review)
        m_review->setPlan(makePlan(), m_workspace.session() ? m_workspace.session()->inventory() : nullptr);
    page->enter();
    m_stack->setCurrentWidget(page);
    updateFrame();
}

void TaskWizard::goNext()
{
    WizardPage *page = currentPage();
    if (page == nullptr || !page->isComplete())
        return;
    if (page == m_review) {
        if (isReadOnly())
            saveScript();
        else
            run();
        return;
    }
    if (page == m_result) {
        accept();
        return;
    }
    show(m_pages.value(m_pages.indexOf(page) + 1));
}

void TaskWizard::saveScript()
{
    const session::Session *session = m_workspace.session();
    if (session == nullptr)
        return;
    m_saver->save(m_review->plan(), std::make_shared<RunbookTextWriter>(session->nowUtc(), session->inventory()));
}

void TaskWizard::goBack()
{
    const qsizetype at = m_pages.indexOf(currentPage());
    if (at > 0 && !m_runner)
        show(m_pages.at(at - 1));
}

void TaskWizard::run()
{
    if (m_runner)
        return; // a second click: the plan runs once
    m_prompts = std::make_shared<WidgetPromptHandler>(
        this, [this](const shell::Prompt &prompt) { return contextOf(prompt); });
    plan::PlanRunner::Context context;
    context.shell = m_workspace.session()->shell();
    context.prompts = m_prompts;
    context.journal = m_workspace.journal();
    context.organisation = m_workspace.organisationKey();
    m_runner = std::make_unique<plan::PlanRunner>(m_review->plan(), context);
    m_run->setRunner(m_runner.get());
    connect(m_runner.get(), &plan::PlanRunner::finished, this, &TaskWizard::onRunFinished);
    show(m_run);
    m_runner->start();
}

void TaskWizard::onRunFinished()
{
    m_stopPanel->hide();
    m_result->setOutcome(m_runner->plan(), m_runner->state(), m_runner->steps(), m_workspace.journalError());
    show(m_result);
    // the windows show the new state; the wizard shows what the runner itself verified
    if (session::Session *session = m_workspace.session()) {
        for (const domain::ServerId &server : m_runner->plan().servers())
            [[maybe_unused]] const auto refresh = session->refreshServer(server);
    }
}

PromptContext TaskWizard::contextOf(const shell::Prompt &prompt) const
{
    PromptContext context;
    if (const session::Session *session = m_workspace.session()) {
        context.inventory = session->inventory();
        context.nowUtc = session->nowUtc();
    }
    if (!m_runner)
        return context;
    context.stepCount = static_cast<int>(m_runner->plan().steps.size());
    context.stepNumber = m_runner->currentStep();
    if (const plan::Step *step = m_runner->plan().find(context.stepNumber)) {
        context.expected = plan::adviceFor(*step, prompt);
        context.renewed = step->subject;
    }
    return context;
}

void TaskWizard::askToStop()
{
    m_stopPanel->show();
    m_continue->setFocus();
}

void TaskWizard::reject()
{
    if (isRunning())
        askToStop();
    else
        QDialog::reject();
}

void TaskWizard::closeEvent(QCloseEvent *event)
{
    if (isRunning()) {
        event->ignore();
        askToStop();
        return;
    }
    QDialog::closeEvent(event);
}

void TaskWizard::say(const QString &text, bool isProblem)
{
    m_message->setText(text);
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText, colour(isProblem ? Tone::Expired : Tone::Ok, palette()));
    m_message->setPalette(toned);
    m_message->show();
}

void TaskWizard::updateFrame()
{
    const WizardPage *page = currentPage();
    if (page == nullptr)
        return;
    m_title->setText(page->title());
    m_subtitle->setText(page->subtitle());
    m_subtitle->setVisible(!page->subtitle().isEmpty());
    const bool review = page == m_review;
    const bool running = page == m_run;
    const bool result = page == m_result;
    m_script->setVisible(review && !isReadOnly());
    m_script->setEnabled(m_review->isComplete());
    m_back->setVisible(!running && !result);
    m_back->setEnabled(page != m_pages.first());
    m_next->setVisible(!running);
    m_next->setEnabled(page->isComplete());
    m_next->setDefault(!running && !review);
    m_cancel->setVisible(!result);
    if (result)
        m_next->setText(tr("Close"));
    else if (review)
        m_next->setText(isReadOnly() ? tr("Save as script…") : PlanText::verb(m_review->plan().kind));
    else
        m_next->setText(tr("Next"));
    m_cancel->setText(running ? tr("Stop…") : tr("Cancel"));
}

void TaskWizard::retranslate()
{
    setWindowTitle(taskTitle());
    m_script->setText(tr("Save as script…"));
    m_back->setText(tr("Back"));
    m_stopText->setText(
        tr("The step that runs now ends first: a command that was sent cannot be called back. No further step is "
           "started, and the result says what was done."));
    m_continue->setText(tr("Continue"));
    m_confirmStop->setText(tr("Stop after this step"));
    updateFrame();
    decorate();
}

void TaskWizard::decorate()
{
    m_title->setFont(headingFont(font()));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colour(Tone::Muted, palette()));
    m_subtitle->setPalette(muted);
    QPalette warning = palette();
    warning.setColor(QPalette::Window, tint(Tone::Soon, palette()));
    m_stopPanel->setPalette(warning);
}

void TaskWizard::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

} // namespace kakuin::ui
