// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/planwizard.h"

#include "text/plantext.h"

namespace kakuin::ui {

PlanWizard::PlanWizard(session::Workspace &workspace, MakePlan makePlan, const Secret &password, QWidget *parent)
    : TaskWizard(workspace, parent)
    , m_makePlan(std::move(makePlan))
    , m_password(password)
{
    setObjectName(QStringLiteral("planWizard"));
    const session::Session *session = workspace.session();
    takeInventory(session == nullptr ? nullptr : session->inventory());
    start();
}

void PlanWizard::takeInventory(const domain::InventoryPtr &inventory)
{
    m_inventory = inventory ? inventory : std::make_shared<const domain::Inventory>();
    const session::Session *session = workspace().session();
    m_nowUtc = session == nullptr ? QDateTime() : session->nowUtc();
}

plan::Plan PlanWizard::makePlan() const
{
    return m_makePlan(*m_inventory, m_nowUtc);
}

QString PlanWizard::taskTitle() const
{
    return PlanText::title(makePlan(), m_inventory.get());
}

} // namespace kakuin::ui
