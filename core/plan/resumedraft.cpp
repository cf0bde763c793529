// SPDX-License-Identifier: MIT
#include "core/plan/resumedraft.h"

namespace kakuin::plan {

ResumeDraft::ResumeDraft(OperationRecord operation, QObject *parent)
    : Draft(nullptr, {}, parent)
    , m_operation(std::move(operation))
{
}

void ResumeDraft::judge(domain::InventoryPtr inventory, const QDateTime &nowUtc)
{
    m_isFresh = true;
    setInventory(std::move(inventory), nowUtc);
}

void ResumeDraft::lookAgain()
{
    if (m_isFresh)
        m_resumption = resumptionOf(m_operation, *inventory(), nowUtc());
}

} // namespace kakuin::plan
