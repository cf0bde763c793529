// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/taskwizard.h"

#include "core/base/whendone.h"
#include "core/plan/operationfacts.h"
#include "core/plan/preconditions.h"
#include "core/session/origin.h"
#include "text/errortext.h"
#include "text/plantext.h"
#include "text/runbooktext.h"
#include "ui/decoration/theme.h"
#include "ui/prompts/promptdialog.h"
#include "ui/prompts/widgetprompthandler.h"
#include "ui/views/left/lefttodopanel.h"
#include "ui/widgets/inputguard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/organisationmark.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/shared/consentpage.h"
#include "ui/wizards/shared/resultpage.h"
#include "ui/wizards/shared/reviewpage.h"
#include "ui/wizards/shared/runpage.h"
#include "ui/wizards/shared/scriptsaver.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr QSize wizardSize(760, 560);

QPushButton *wizardButton(QWidget *parent, const char *name)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

/// As small as the page that is shown, not as the largest of all.
class PageStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return currentWidget() == nullptr ? QSize() : currentWidget()->minimumSizeHint();
    }
};

} // namespace

TaskWizard::TaskWizard(session::Workspace &workspace, const QString &objectName, std::function<QString()> title,
    std::unique_ptr<plan::Draft> draft, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_taskTitle(std::move(title))
    , m_draft(std::move(draft))
    , m_guard(new InputGuard(this, InputGuard::Scope::Buttons))
{
    setObjectName(objectName);
    setWindowModality(Qt::WindowModal);
    build();
    m_review = new ReviewPage(isReadOnly(), m_stack);
    m_consent = new ConsentPage(m_stack);
    m_stack->addWidget(m_consent);
    connect(m_review, &ReviewPage::consentRequested, this, &TaskWizard::showConsent);
    m_run = new RunPage(m_stack);
    m_result = new ResultPage(m_stack);
    m_saver = new ScriptSaver(this);
    connect(m_saver, &ScriptSaver::saved, this, [this](const QString &path) {
        m_isScriptSaved = true;
        //: %1 is a file name
        say(models::Severity::Ok, [path] { return tr("The script is in %1.").arg(QDir::toNativeSeparators(path)); });
        updateFrame();
    });
    connect(m_saver, &ScriptSaver::failed, this,
        [this](const Error &error) { say(models::Severity::Expired, [error] { return ErrorText::full(error); }); });
    connect(m_result, &ResultPage::againRequested, this, &TaskWizard::startAgain);
    connect(m_result, &ResultPage::certificateRequested, this, &TaskWizard::certificateRequested);
    connect(m_result, &ResultPage::logRequested, this, &TaskWizard::logRequested);
    connect(m_result, &ResultPage::transportRequested, this, [this](const domain::CertificateId &id) {
        Q_EMIT taskRequested({advice::Task::Kind::TakeTransport, {id}});
    });
    connect(m_result, &ResultPage::rotationRequested, this,
        [this] { Q_EMIT taskRequested({advice::Task::Kind::FollowRotation}); });
    connect(m_result, &ResultPage::taskRequested, this, &TaskWizard::taskRequested);
    connect(m_script, &QPushButton::clicked, this, &TaskWizard::saveScript);
    connect(m_log, &QPushButton::clicked, this, &TaskWizard::logRequested);
    connect(m_back, &QPushButton::clicked, this, &TaskWizard::goBack);
    connect(m_next, &QPushButton::clicked, this, &TaskWizard::goNext);
    connect(m_cancel, &QPushButton::clicked, this, &TaskWizard::reject);
    connect(m_confirmStop, &QPushButton::clicked, this, &TaskWizard::stopAfterStep);
    connect(m_continue, &QPushButton::clicked, this, [this] { showStopBar(false); });
    connect(&m_workspace, &session::Workspace::changeRefusalChanged, this, &TaskWizard::updateRefusal);
    connect(&m_workspace, &session::Workspace::sessionAboutToChange, this, &TaskWizard::leave);
    if (session::Session *session = m_workspace.session())
        connect(session, &session::Session::inventoryChanged, this,
            [this](const domain::InventoryPtr &inventory) { onInventoryChanged(inventory); });
    resizeOnScreen(*this, wizardSize);
}

void TaskWizard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    m_mark = new OrganisationMark(this);
    m_mark->setIdentity(OrganisationIdentity::of(m_workspace));
    m_title = new WrapLabel(this, WrapLabel::Look::Heading);
    m_title->setObjectName(QStringLiteral("wizardTitle"));
    m_subtitle = new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted);
    m_subtitle->setObjectName(QStringLiteral("wizardSubtitle"));
    // on a small screen the page scrolls, and the buttons stay in view
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("wizardScrollArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack = new PageStack(area);
    area->setWidget(m_stack);
    m_stack->setObjectName(QStringLiteral("wizardStack"));
    m_message = new MessageBar(this);
    m_message->setObjectName(QStringLiteral("messageBar"));
    m_stopBar = new MessageBar(this);
    m_stopBar->setObjectName(QStringLiteral("stopBar"));
    m_continue = wizardButton(this, "continueButton");
    m_confirmStop = wizardButton(this, "confirmStopButton");
    m_guard->add(m_confirmStop);
    m_script = wizardButton(this, "saveScriptButton");
    m_log = wizardButton(this, "runLogButton");
    m_back = wizardButton(this, "backButton");
    m_next = wizardButton(this, "nextButton");
    m_cancel = wizardButton(this, "cancelButton");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_script);
    buttons->addWidget(m_log);
    buttons->addStretch(1);
    // "Continue" takes the place of "Stop…", which was just pressed
    for (QPushButton *each : {m_back, m_next, m_confirmStop, m_continue, m_cancel})
        buttons->addWidget(each);
    layout->addWidget(m_mark);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metric::related);
    layout->addWidget(area, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_stopBar);
    layout->addSpacing(metric::related);
    layout->addLayout(buttons);
}

TaskWizard::~TaskWizard()
{
    // the runner first: it must not signal into pages that are going
    m_runner.reset();
    m_prompts.reset();
}

void TaskWizard::addPage(WizardPage *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    connect(page, &WizardPage::changed, this, &TaskWizard::updateFrame);
}

void TaskWizard::markAsResumption()
{
    m_review->setResumption();
}

void TaskWizard::start()
{
    addPage(m_review);
    addPage(m_run);
    addPage(m_result);
    retranslate();
    show(firstPage());
}

WizardPage *TaskWizard::currentPage() const
{
    return qobject_cast<WizardPage *>(m_stack->currentWidget());
}

WizardPage *TaskWizard::neededPage(qsizetype from, int step) const
{
    for (qsizetype at = from + step; at >= 0 && at < m_pages.size(); at += step) {
        if (m_pages.at(at)->isNeeded())
            return m_pages.at(at);
    }
    return nullptr;
}

bool TaskWizard::isReadOnly() const
{
    const session::Session *session = m_workspace.session();
    return session == nullptr || session->shell()->description().isReadOnly || m_refusal;
}

// Why nothing may be changed, or not yet: what the plan was made from has to have been read since the organisation was opened
std::optional<Error> TaskWizard::refusalNow() const
{
    const session::Session *session = m_workspace.session();
    if (std::optional<Error> refusal = m_workspace.changeRefusal())
        return refusal;
    if (session == nullptr || session->shell()->description().isReadOnly)
        return std::nullopt;
    if (session->inventory() == nullptr)
        return Error{ErrorCode::NotReadHere, {}, {}};
    const plan::Plan plan = m_draft->plan();
    QList<domain::ServerId> servers = plan.servers();
    if (plan.isOrganisationWide()) {
        for (const domain::ServerEntry &entry : session->inventory()->servers)
            servers.append(entry.server.id);
    }
    return domain::notReadHere(*session->inventory(), servers);
}

void TaskWizard::updateRefusal()
{
    const std::optional<Error> before = std::exchange(m_refusal, refusalNow());
    m_review->setRefusal(m_refusal);
    if (currentPage() == m_review && before != m_refusal)
        show(m_review); // what the main button does has changed
}

plan::Plan TaskWizard::planNow() const
{
    const session::Session *session = m_workspace.session();
    plan::Plan plan = m_draft->plan();
    return session != nullptr && session->inventory()
        ? plan::withPreconditions(std::move(plan), *domain::readHere(session->inventory()))
        : plan;
}

bool TaskWizard::isRunning() const
{
    return m_runner && m_runner->isRunning();
}

void TaskWizard::show(WizardPage *page)
{
    m_message->clear();
    m_messageText = {};
    m_refusal = refusalNow();
    m_review->setRefusal(m_refusal);
    if (page == m_review)
        m_review->setPlan(planNow(), m_workspace.session() ? m_workspace.session()->inventory() : nullptr);
    page->enter();
    m_stack->setCurrentWidget(page);
    // what they do cannot be taken back with the same button
    if ((page == m_review && !isReadOnly()) || page == m_consent)
        m_guard->add(m_next);
    else
        m_guard->remove(m_next);
    m_guard->restart();
    updateFrame();
    // on Review no button is the default one: Enter, pressed once too often, starts nothing
    if (page == m_review || page == m_result)
        m_next->setFocus();
    else if (page == m_consent)
        m_back->setFocus();
}

void TaskWizard::goNext()
{
    WizardPage *page = currentPage();
    if (page == nullptr || page == m_run || !page->isComplete())
        return;
    if (page == m_consent) {
        if (m_guard->admits())
            agree();
        return;
    }
    if (page == m_review) {
        if (isReadOnly())
            saveScript();
        else if (m_guard->admits())
            run();
        return;
    }
    if (page == m_result) {
        accept();
        return;
    }
    if (WizardPage *next = neededPage(m_pages.indexOf(page), 1))
        show(next);
}

void TaskWizard::saveScript()
{
    const session::Session *session = m_workspace.session();
    if (session == nullptr)
        return;
    m_saver->save(m_review->plan(), std::make_shared<RunbookTextWriter>(session->nowUtc(), session->inventory()));
}

void TaskWizard::showConsent()
{
    if (isReadOnly() || m_runner)
        return;
    m_consent->setPlan(m_review->plan(), m_workspace.session()->inventory());
    show(m_consent);
}

void TaskWizard::agree()
{
    const session::Session *session = m_workspace.session();
    if (session == nullptr)
        return;
    const Result<plan::Consent> consent = m_consent->consent(session->nowUtc());
    if (!consent) {
        say(models::Severity::Expired, [error = consent.error()] { return ErrorText::full(error); });
        return;
    }
    m_review->setConsent(*consent);
    show(m_review);
}

void TaskWizard::goBack()
{
    if (currentPage() == m_consent) {
        show(m_review);
        return;
    }
    WizardPage *before = neededPage(m_pages.indexOf(currentPage()), -1);
    if (before != nullptr && !m_runner)
        show(before);
}

void TaskWizard::run()
{
    updateRefusal();
    if (m_runner || m_refusal)
        return; // a second click: the plan runs once
    if (const Result<void> ready = m_isReady ? m_isReady() : Result<void>(); !ready) {
        say(models::Severity::Expired, [error = ready.error()] { return ErrorText::full(error); });
        return;
    }
    m_prompts = std::make_shared<WidgetPromptHandler>(
        this, [this](const shell::Prompt &) { return PromptContext::of(m_workspace, m_runner.get()); });
    plan::PlanRunner::Context context;
    context.shell = m_workspace.session()->shell();
    context.prompts = m_prompts;
    context.journal = m_workspace.journal();
    context.organisation = m_workspace.organisationKey();
    context.password = m_draft->password();
    context.settlePause = m_settlePause;
    context.origin = session::originOf(m_workspace, m_review->plan());
    context.inventory = m_workspace.session()->inventory();
    if (context.inventory)
        context.names = plan::namesIn(m_review->plan(), *context.inventory);
    context.consent = m_review->consent();
    m_runner = std::make_unique<plan::PlanRunner>(m_review->plan(), context);
    m_run->setRunner(m_runner.get(), m_workspace.session()->inventory());
    connect(m_runner.get(), &plan::PlanRunner::finished, this, &TaskWizard::onRunFinished);
    show(m_run);
    m_runner->start();
}

void TaskWizard::onRunFinished()
{
    showStopBar(false);
    if (m_isLeaving) {
        QDialog::reject();
        return;
    }
    session::Session *session = m_workspace.session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    m_result->setOutcome(*m_runner, m_workspace.journal() ? std::nullopt : m_workspace.journalError(),
        inventory == nullptr ? QList<plan::KeptTransport>()
                             : plan::keptTransport(m_runner->plan(), m_runner->steps(), *inventory, session->nowUtc()));
    if (m_runner->operation() != 0) {
        if (m_left == nullptr) {
            m_left = new LeftToDoPanel(m_workspace);
            m_result->setLeftToDo(m_left);
        }
        m_left->showOperation(m_runner->operation());
    }
    show(m_result);
    readAfterwards();
}

/// What is still being read after a run.
struct TaskWizard::Afterwards final {
    QPointer<session::Workspace> workspace; ///< may go while something is under way
    int left = 0;
    std::optional<Error> error;
};

// For the windows, which show the new state, and for what the result says is left
void TaskWizard::readAfterwards()
{
    session::Session *session = m_workspace.session();
    if (session == nullptr)
        return;
    const auto mine = std::make_shared<Afterwards>();
    mine->workspace = &m_workspace;
    m_afterwards = mine;
    if (!session->isRefreshing())
        return readServers();
    // what is under way may have read a server before the last step
    connect(
        session, &session::Session::refreshFinished, this,
        [this, mine] {
            if (mine == m_afterwards && mine->workspace && mine->workspace->session() != nullptr)
                readServers();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void TaskWizard::readServers()
{
    session::Session *session = m_workspace.session();
    QList<QFuture<Result<domain::InventoryPtr>>> readings;
    if (m_runner->plan().isOrganisationWide()) {
        readings.append(session->refresh());
    } else {
        const QList<domain::ServerId> servers = m_runner->plan().servers();
        for (const domain::ServerId &server : servers)
            readings.append(session->refreshServer(server));
    }
    m_afterwards->left = static_cast<int>(readings.size());
    for (const auto &reading : std::as_const(readings))
        whenDone(reading, this, [this, mine = m_afterwards](const Result<domain::InventoryPtr> &read) {
            if (!read)
                mine->error = read.error();
            if (--mine->left == 0 && mine == m_afterwards && mine->workspace)
                judgeAfterwards();
        });
}

void TaskWizard::judgeAfterwards()
{
    const session::Session *session = m_workspace.session();
    if (!m_runner || session == nullptr || session->inventory() == nullptr)
        return;
    if (m_afterwards->error)
        return m_result->setAftermathNotRead(*m_afterwards->error);
    const auto judge
        = [plan = m_runner->plan(), steps = m_runner->steps(), inventory = domain::readHere(session->inventory()),
              policy = m_workspace.policy(), now = session->nowUtc()]() -> Result<Aftermath> {
        return aftermathOf(plan, steps, inventory, policy, now);
    };
    m_judging.request(QtConcurrent::run(judge), this, [this](const Result<Aftermath> &aftermath) {
        if (!aftermath)
            m_result->setAftermathNotRead(aftermath.error());
        else if (aftermath->notRead)
            m_result->setAftermathNotRead(*aftermath->notRead);
        else
            m_result->setAftermath(*aftermath);
    });
}

void TaskWizard::onInventoryChanged(const domain::InventoryPtr &inventory)
{
    // what runs was decided on the Review page; a result is what the runner itself verified
    if (m_runner) {
        if (!isRunning() && !inventory->isAwaited()) // what it says of all servers waits for all
            m_result->setInventory(domain::readHere(inventory), m_workspace.session()->nowUtc(), m_workspace.policy());
        return;
    }
    if (const session::Session *session = m_workspace.session())
        m_draft->setInventory(domain::readHere(inventory), session->nowUtc());
    updateRefusal();
    if (currentPage() == m_consent) // what is agreed to must be what runs
        show(m_review);
    if (currentPage() != m_review) {
        updateFrame();
        return;
    }
    const plan::Plan plan = planNow();
    if (plan == m_review->plan())
        return;
    if (plan.steps.isEmpty())
        show(firstPage());
    else
        m_review->setPlan(plan, inventory);
    say(models::Severity::Information, [] {
        return tr("The organisation was read again, and what this plan was made from has changed. Look through it once "
                  "more.");
    });
    updateFrame();
}

void TaskWizard::startAgain(const QList<domain::CertificateId> &ids)
{
    if (isRunning())
        return;
    m_runner.reset();
    m_prompts.reset();
    m_afterwards.reset();
    m_judging.drop();
    m_draft->takeTargets(ids);
    if (const session::Session *session = m_workspace.session())
        m_draft->setInventory(domain::readHere(session->inventory()), session->nowUtc());
    show(firstPage());
}

void TaskWizard::leave()
{
    // the organisation that the plan is for is about to go; the journal is told how far the plan came
    m_isLeaving = true;
    if (!isRunning()) {
        QDialog::reject();
        return;
    }
    hide();
    m_runner->abort();
}

void TaskWizard::askToStop()
{
    // a question is open: stopping is an answer to it, and it says what that leaves behind
    if (PromptDialog *question = m_prompts ? m_prompts->dialog() : nullptr) {
        question->reject();
        return;
    }
    showStopBar(true);
    m_guard->restart();
    m_continue->setFocus();
}

void TaskWizard::showStopBar(bool isAsking)
{
    m_stopBar->setVisible(isAsking);
    updateFrame();
}

void TaskWizard::stopAfterStep()
{
    if (!m_guard->admits())
        return;
    showStopBar(false);
    m_run->setStopping(true);
    if (m_runner)
        m_runner->requestStop();
    updateFrame();
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

void TaskWizard::say(models::Severity severity, std::function<QString()> text)
{
    m_messageText = std::move(text);
    m_message->setMessage(severity, m_messageText());
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
    m_back->setEnabled(page == m_consent || neededPage(m_pages.indexOf(page), -1) != nullptr);
    m_next->setVisible(!running);
    m_next->setEnabled(page->isComplete());
    m_next->setDefault(!running && page != m_consent && (!review || isReadOnly()));
    // in the place of Stop while the bar asks: its text has the whole width
    const bool isAsking = running && m_stopBar->isVisibleTo(this);
    m_continue->setVisible(isAsking);
    m_confirmStop->setVisible(isAsking);
    m_cancel->setVisible(!result && !isAsking);
    if (result)
        m_next->setText(tr("Close"));
    else if (page == m_consent)
        m_next->setText(tr("Agree"));
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
    setWindowTitle(m_taskTitle());
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

void TaskWizard::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
