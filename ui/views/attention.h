// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingsmodel.h"

#include <optional>

namespace kakuin::ui {

/// The worst finding of an organisation.
struct Attention final {
    models::FindingRowPtr finding; ///< never null
    int others = 0; ///< how many more critical findings and warnings there are

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// The finding that the strip shows: the first by findings::turnOf() that is urgent now or soon. Muted findings do not
/// count; empty when nothing is left.
[[nodiscard]] std::optional<Attention> worstOf(const models::FindingsModel &findings);

} // namespace kakuin::ui
