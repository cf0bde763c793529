// SPDX-License-Identifier: MIT
#include "ui/wizards/taskwizards.h"

#include "core/advice/advice.h"
#include "core/plan/assigndraft.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "text/plantext.h"
#include "text/tasktext.h"
#include "ui/wizards/assign/servicespage.h"
#include "ui/wizards/remove/preflightpage.h"
#include "ui/wizards/renew/certificatespage.h"
#include "ui/wizards/renew/optionspage.h"
#include "ui/wizards/rotate/certificatepage.h"
#include "ui/wizards/rotate/sourcepage.h"
#include "ui/wizards/rotate/whenpage.h"
#include "ui/wizards/transfer/exportpage.h"
#include "ui/wizards/transfer/importpage.h"

#include <array>

namespace kakuin::ui {
namespace {

using Kind = advice::Task::Kind;
using session::Workspace;

domain::InventoryPtr inventoryOf(const Workspace &workspace)
{
    return workspace.session() == nullptr ? nullptr : domain::readHere(workspace.session()->inventory());
}

QDateTime nowOf(const Workspace &workspace)
{
    return workspace.session() == nullptr ? QDateTime() : workspace.session()->nowUtc();
}

TaskWizard *wizardOver(
    std::unique_ptr<plan::Draft> draft, const char *objectName, Kind kind, Workspace &workspace, QWidget *parent)
{
    return new TaskWizard(
        workspace, QLatin1String(objectName), [kind] { return TaskText::title(kind); }, std::move(draft), parent);
}

TaskWizard *makeRenewal(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft = std::make_unique<plan::RenewDraft>(inventoryOf(workspace), nowOf(workspace));
    draft->setTargets(task.certificates);
    plan::RenewDraft &renewal = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "renewWizard", task.kind, workspace, parent);
    wizard->addPage(new CertificatesPage(renewal, workspace, wizard));
    wizard->addPage(new OptionsPage(renewal, wizard));
    return wizard;
}

TaskWizard *makeRotation(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft = std::make_unique<plan::RotateDraft>(inventoryOf(workspace), nowOf(workspace), workspace.policy());
    if (!task.certificates.isEmpty()) {
        draft->setSource(plan::RotateDraft::Source::Existing);
        draft->setExisting(task.certificates.first().thumbprint);
    }
    plan::RotateDraft &rotation = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "rotateWizard", task.kind, workspace, parent);
    wizard->addPage(new SourcePage(rotation, wizard));
    wizard->addPage(new WhenPage(rotation, nowOf(workspace), wizard));
    wizard->addPage(new CertificatePage(rotation, wizard));
    return wizard;
}

TaskWizard *makeAssignment(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft
        = std::make_unique<plan::AssignDraft>(inventoryOf(workspace), nowOf(workspace), task.certificates.value(0));
    draft->setServices(task.kind == Kind::TakeTransport ? domain::Service::Smtp : task.services);
    draft->setTakesTransport(task.kind == Kind::TakeTransport);
    plan::AssignDraft &assignment = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "assignWizard", task.kind, workspace, parent);
    wizard->addPage(new ServicesPage(assignment, wizard));
    return wizard;
}

// What stands in the way of a removal is mended in a window of its own; the removal can be begun again afterwards
void mend(TaskWizard &wizard, Workspace &workspace, plan::Mend mend, const domain::CertificateId &id)
{
    switch (mend) {
    case plan::Mend::RotateAuth:
    case plan::Mend::CancelStaging:
    case plan::Mend::ClearPreviousAuth:
        Q_EMIT wizard.taskRequested({Kind::FollowRotation});
        break;
    case plan::Mend::AssignServices: {
        const domain::Inventory &inventory = *wizard.draft().inventory();
        const QDateTime nowUtc = wizard.draft().nowUtc();
        const advice::Task task = advice::adviceFor(id, inventory, workspace.policy(), nowUtc).task;
        const domain::Thumbprint heir = plan::transportReplacements(id, inventory, nowUtc).value(0);
        if (task.kind == Kind::Assign) // with what is left on the old one
            Q_EMIT wizard.taskRequested(task);
        else if (!heir.isNull())
            Q_EMIT wizard.taskRequested({Kind::Assign, {{id.server, heir}}});
        break;
    }
    case plan::Mend::ReplaceTransport:
        Q_EMIT wizard.taskRequested({Kind::Renew, {id}});
        break;
    case plan::Mend::RebindBackEnd:
    case plan::Mend::SelectForWmSvc:
    case plan::Mend::EditSendConnectors:
    case plan::Mend::FederationTrust:
    case plan::Mend::ReadAgain:
        if (session::Session *session = workspace.session()) [[maybe_unused]]
            const auto refresh = session->refresh();
        break;
    case plan::Mend::CheckPorts:
        if (const auto probe = workspace.portProbe()) [[maybe_unused]]
            const auto check = workspace.session()->checkPorts(probe, {id.server});
        break;
    case plan::Mend::None:
    case plan::Mend::ExportPfx:
        break;
    }
}

TaskWizard *makeRemoval(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft = std::make_unique<plan::RemoveDraft>(inventoryOf(workspace), nowOf(workspace));
    draft->setTargets(task.certificates);
    plan::RemoveDraft &removal = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "removeWizard", task.kind, workspace, parent);
    auto *page = new PreflightPage(removal, wizard);
    QObject::connect(page, &PreflightPage::mendRequested, wizard,
        [wizard, &workspace](plan::Mend way, const domain::CertificateId &id) { mend(*wizard, workspace, way, id); });
    wizard->addPage(page);
    return wizard;
}

TaskWizard *makeExport(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft
        = std::make_unique<plan::ExportDraft>(inventoryOf(workspace), nowOf(workspace), task.certificates.value(0));
    plan::ExportDraft &exporting = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "exportWizard", task.kind, workspace, parent);
    wizard->addPage(new ExportPage(exporting, wizard));
    return wizard;
}

TaskWizard *makeImport(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    auto draft = std::make_unique<plan::ImportDraft>(inventoryOf(workspace), nowOf(workspace));
    draft->setServers(task.servers);
    plan::ImportDraft &importing = *draft;
    TaskWizard *wizard = wizardOver(std::move(draft), "importWizard", task.kind, workspace, parent);
    wizard->addPage(new ImportPage(importing, wizard));
    return wizard;
}

struct TaskRow final {
    Kind kind;
    TaskRights::Task right;
    TaskWizard *(*make)(Workspace &workspace, const advice::Task &task, QWidget *parent);
};

constexpr std::array taskRows{
    TaskRow{Kind::Renew, TaskRights::Task::Renew, makeRenewal},
    TaskRow{Kind::RotateAuth, TaskRights::Task::Rotate, makeRotation},
    TaskRow{Kind::Assign, TaskRights::Task::Assign, makeAssignment},
    TaskRow{Kind::TakeTransport, TaskRights::Task::Assign, makeAssignment},
    TaskRow{Kind::Remove, TaskRights::Task::Remove, makeRemoval},
    TaskRow{Kind::Export, TaskRights::Task::Export, makeExport},
    TaskRow{Kind::Import, TaskRights::Task::Import, makeImport},
};

const TaskRow *rowOf(Kind kind)
{
    const auto *const it
        = std::find_if(taskRows.begin(), taskRows.end(), [kind](const TaskRow &row) { return row.kind == kind; });
    return it == taskRows.end() ? nullptr : it;
}

} // namespace

TaskWizard *makeTaskWizard(Workspace &workspace, const advice::Task &task, QWidget *parent)
{
    const TaskRow *row = rowOf(task.kind);
    if (row == nullptr)
        return nullptr;
    TaskWizard *wizard = row->make(workspace, task, parent);
    wizard->start();
    return wizard;
}

std::optional<TaskRights::Task> rightFor(Kind kind)
{
    const TaskRow *row = rowOf(kind);
    return row == nullptr ? std::nullopt : std::optional(row->right);
}

TaskWizard *makePlanWizard(
    Workspace &workspace, plan::FixedDraft::MakePlan makePlan, const Secret &password, QWidget *parent)
{
    auto draft
        = std::make_unique<plan::FixedDraft>(inventoryOf(workspace), nowOf(workspace), std::move(makePlan), password);
    const plan::FixedDraft &fixed = *draft;
    auto *wizard = new TaskWizard(
        workspace, QStringLiteral("planWizard"),
        [&fixed] { return PlanText::title(fixed.plan(), fixed.inventory().get()); }, std::move(draft), parent);
    wizard->start();
    return wizard;
}

} // namespace kakuin::ui
