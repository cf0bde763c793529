// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/findings/finding.h"
#include "core/plan/journal.h"
#include "text/nextstep.h"

#include <optional>

namespace kakuin::ui {

/// What a plan leaves, as the organisation was read after its last step.
struct Aftermath final {
    /// A certificate that the plan began from or made, with what the adviser says of it now.
    struct Left final {
        CertificateContext context;
        NextStep step;
    };
    QList<Left> left; ///< in the order of the steps, without those about which nothing needs doing
    std::optional<Error> notRead; ///< why a server of the plan, or AuthConfig for its sake, could not be read
    QList<findings::Finding> critical; ///< about those certificates, the servers of the plan or the Auth certificate
};

/// Cost:    that of all findings: some tenths of a second for 100,000 certificates. Any thread.
[[nodiscard]] Aftermath aftermathOf(const plan::Plan &plan, const QList<plan::StepRecord> &steps,
    const domain::InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc);

} // namespace kakuin::ui
