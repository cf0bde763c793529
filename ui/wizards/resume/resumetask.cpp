// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/plan/resumedraft.h"
#include "text/plantext.h"
#include "ui/wizards/resume/standingpage.h"
#include "ui/wizards/taskwizards.h"

namespace kakuin::ui {
namespace {

class ResumeWizard final {
    Q_DECLARE_TR_FUNCTIONS(ResumeWizard)
public:
    static QString title(const plan::OperationRecord &operation, const session::Workspace &workspace)
    {
        const session::Session *session = workspace.session();
        const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
        //: title of a window; %1: what was interrupted
        return tr("Continue: %1").arg(PlanText::title(operation, inventory.get()));
    }
};

void readAfresh(session::Workspace &workspace, plan::ResumeDraft &draft, StandingPage &page)
{
    session::Session *session = workspace.session();
    if (session == nullptr)
        return;
    page.startReading();
    whenDone(session->refresh(), &page, [&workspace, &draft, &page](const Result<domain::InventoryPtr> &read) {
        if (!read)
            page.setFailure(read.error());
        else if (const session::Session *open = workspace.session())
            draft.judge(domain::readHere(*read), open->nowUtc());
    });
}

Result<void> setAside(session::Workspace &workspace, plan::ResumeDraft &draft)
{
    if (workspace.journal() == nullptr || workspace.session() == nullptr || !draft.operation().isInterrupted())
        return {};
    Result<void> done = workspace.setAside(draft.operation());
    if (done)
        draft.noteSetAside(); // once
    return done;
}

} // namespace

TaskWizard *makeResumeWizard(session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent)
{
    auto owned = std::make_unique<plan::ResumeDraft>(operation);
    plan::ResumeDraft &draft = *owned;
    auto *wizard = new TaskWizard(
        workspace, QStringLiteral("resumeWizard"),
        [&draft, &workspace] { return ResumeWizard::title(draft.operation(), workspace); }, std::move(owned), parent);
    auto *page = new StandingPage(operation, wizard);
    wizard->addPage(page);
    QObject::connect(&draft, &plan::Draft::changed, page, [&draft, page] {
        if (draft.isJudged())
            page->setResumption(draft.resumption());
    });
    QObject::connect(
        page, &StandingPage::readRequested, page, [&workspace, &draft, page] { readAfresh(workspace, draft, *page); });
    QObject::connect(page, &StandingPage::setAsideRequested, wizard, [&workspace, &draft, page, wizard] {
        if (const Result<void> done = setAside(workspace, draft); !done)
            page->setFailure(done.error());
        else
            wizard->accept();
    });
    if (session::Session *session = workspace.session()) {
        QObject::connect(page, &StandingPage::cancelRequested, session, &session::Session::cancelRefresh);
        QObject::connect(session, &session::Session::refreshProgressed, page, &StandingPage::setProgress);
    }
    wizard->setReadiness([&workspace, &draft] { return setAside(workspace, draft); });
    wizard->markAsResumption();
    wizard->start();
    readAfresh(workspace, draft, *page);
    return wizard;
}

} // namespace kakuin::ui
