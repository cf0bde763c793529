// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "core/plan/plan.h"
#include "text/organisationidentity.h"

namespace kakuin::plan {
class PlanRunner;
}
namespace kakuin::session {
class Workspace;
}

namespace kakuin::ui {

/// What is known beside a question: where in the plan it is asked, and the organisation as it was last read.
struct PromptContext final {
    int stepNumber = 0; ///< 0: not part of a plan
    int stepCount = 0;
    int serverNumber = 0; ///< the asking server among those that the plan changes, from 1; 0: it is none of them
    int serverCount = 0;
    OrganisationIdentity identity; ///< what is asked about: real, practice or exported
    /// Unknown unless the question was recognised in full (plan::recognise()): then there are no cards and no advice.
    shell::PromptKind kind = shell::PromptKind::Unknown;
    domain::InventoryPtr inventory; ///< may be null
    findings::EvaluationPtr evaluation; ///< what certificates are marked by; may be older than `inventory`, or null
    QDateTime nowUtc;
    std::optional<plan::ExpectedPrompt> expected; ///< with the recommendation; empty when the question was not foreseen
    domain::Thumbprint renewed; ///< the certificate that the step starts from; null if none

    /// Of the question that the runner waits with now; `runner` may be null.
    [[nodiscard]] static PromptContext of(const session::Workspace &workspace, const plan::PlanRunner *runner);

    /// The certificate of that thumbprint on that server, if it was there when the organisation was read.
    [[nodiscard]] const domain::Certificate *find(
        const domain::ServerId &server, const domain::Thumbprint &thumbprint) const
    {
        return inventory ? inventory->find({server, thumbprint}) : nullptr;
    }
};

} // namespace kakuin::ui
