// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/draft.h"
#include "core/plan/resumption.h"

namespace kakuin::plan {

/// The rest of an operation that ended in the middle.
/// Shape:   nothing is judged, and plan() is empty, until judge() was given a picture that was taken after the operation had
///          ended; each newer picture is judged from then on.
class ResumeDraft final : public Draft {
    Q_OBJECT
public:
    explicit ResumeDraft(OperationRecord operation, QObject *parent = nullptr);

    [[nodiscard]] const OperationRecord &operation() const { return m_operation; }
    [[nodiscard]] const Resumption &resumption() const { return m_resumption; }
    [[nodiscard]] bool isJudged() const { return m_isFresh; }
    void judge(domain::InventoryPtr inventory, const QDateTime &nowUtc);
    /// The journal does not offer the operation any more.
    void noteSetAside() { m_operation.state = OperationState::SetAside; }

    [[nodiscard]] Plan plan() const override { return m_resumption.plan; }

private:
    void lookAgain() override;

    OperationRecord m_operation;
    Resumption m_resumption;
    bool m_isFresh = false;
};

} // namespace kakuin::plan
