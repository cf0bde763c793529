// SPDX-License-Identifier: MIT
#include "ui/wizards/resume/resumewizard.h"

#include "core/base/whendone.h"
#include "text/plantext.h"
#include "ui/wizards/resume/standingpage.h"

namespace kakuin::ui {

ResumeWizard::ResumeWizard(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent)
    : TaskWizard(workspace, parent)
    , m_operation(operation)
{
    setObjectName(QStringLiteral("resumeWizard"));
    m_standing = new StandingPage(m_operation, this);
    addPage(m_standing);
    connect(m_standing, &StandingPage::readRequested, this, &ResumeWizard::readAfresh);
    connect(m_standing, &StandingPage::setAsideRequested, this, [this] {
        if (const Result<void> done = setAside(); !done)
            m_standing->setFailure(done.error());
        else
            accept();
    });
    if (session::Session *session = workspace.session()) {
        connect(m_standing, &StandingPage::cancelRequested, session, &session::Session::cancelRefresh);
        connect(session, &session::Session::refreshProgressed, m_standing, &StandingPage::setProgress);
    }
    markAsResumption();
    start();
    readAfresh();
}

void ResumeWizard::readAfresh()
{
    session::Session *session = workspace().session();
    if (session == nullptr)
        return;
    m_standing->startReading();
    whenDone(session->refresh(), this, [this](const Result<domain::InventoryPtr> &read) {
        if (!read) {
            m_standing->setFailure(read.error());
            return;
        }
        m_isFresh = true;
        judge(**read);
    });
}

void ResumeWizard::judge(const domain::Inventory &inventory)
{
    const session::Session *session = workspace().session();
    if (session == nullptr)
        return;
    m_resumption = plan::resumptionOf(m_operation, inventory, session->nowUtc());
    m_standing->setResumption(m_resumption);
}

void ResumeWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    if (m_isFresh && inventory != nullptr)
        judge(*inventory);
}

Result<void> ResumeWizard::setAside()
{
    const std::shared_ptr<plan::Journal> journal = workspace().journal();
    const session::Session *session = workspace().session();
    if (journal == nullptr || session == nullptr || !m_operation.isInterrupted())
        return {};
    return journal->setAside(m_operation.id, session->nowUtc());
}

Result<void> ResumeWizard::aboutToRun()
{
    Result<void> done = setAside();
    if (done)
        m_operation.state = plan::OperationState::SetAside; // once
    return done;
}

QString ResumeWizard::taskTitle() const
{
    const session::Session *session = workspace().session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    //: title of a window; %1: what was interrupted
    return tr("Continue: %1").arg(PlanText::title(m_operation, inventory.get()));
}

} // namespace kakuin::ui
