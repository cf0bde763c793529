// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"

namespace kakuin::plan {
class PlanRunner;
}
namespace kakuin::session {
class Session;
}

namespace kakuin::ui {

/// What is known beside a question: where in the plan it is asked, and the organisation as it was last read.
struct PromptContext final {
    int stepNumber = 0; ///< 0: not part of a plan
    int stepCount = 0;
    domain::InventoryPtr inventory; ///< may be null
    QDateTime nowUtc;
    /// Which question it is; Unknown where it was not recognised in full: then there is no advice and nothing is explained.
    shell::PromptKind kind = shell::PromptKind::Unknown;
    std::optional<plan::ExpectedPrompt> expected; ///< with the recommendation; empty when the question was not foreseen
    domain::Thumbprint renewed; ///< the certificate that the step starts from; null if none

    /// Of the question that the runner waits with now; `session` and `runner` may be null.
    [[nodiscard]] static PromptContext of(const session::Session *session, const plan::PlanRunner *runner);

    /// The certificate of that thumbprint on that server, if it was there when the organisation was read.
    [[nodiscard]] const domain::Certificate *find(
        const domain::ServerId &server, const domain::Thumbprint &thumbprint) const
    {
        return inventory ? inventory->find({server, thumbprint}) : nullptr;
    }
};

} // namespace kakuin::ui
