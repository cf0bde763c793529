// SPDX-License-Identifier: MIT
#include "core/plan/draft.h"

namespace kakuin::plan {
namespace {

domain::InventoryPtr orEmpty(domain::InventoryPtr inventory)
{
    return inventory ? std::move(inventory) : std::make_shared<const domain::Inventory>();
}

} // namespace

Draft::Draft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent)
    : QObject(parent)
    , m_inventory(orEmpty(std::move(inventory)))
    , m_nowUtc(nowUtc)
{
}

void Draft::setInventory(domain::InventoryPtr inventory, const QDateTime &nowUtc)
{
    m_inventory = orEmpty(std::move(inventory));
    m_nowUtc = nowUtc;
    lookAgain();
    Q_EMIT inventoryChanged();
    Q_EMIT changed();
}

FixedDraft::FixedDraft(
    domain::InventoryPtr inventory, const QDateTime &nowUtc, MakePlan makePlan, const Secret &password, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
    , m_makePlan(std::move(makePlan))
    , m_password(password)
{
}

} // namespace kakuin::plan
