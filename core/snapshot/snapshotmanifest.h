// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/value.h"
#include "core/snapshot/exportkind.h"

namespace kakuin::snapshot {

/// What a snapshot says about itself: when it was taken, and which cmdlets were asked, so that an answer of nothing (an
/// organisation that is not hybrid) is told apart from a question that was never asked.
/// Shape:   an object of the type Kakuin.SnapshotManifest with Version, TakenUtc and Cmdlets, as the collector script
///          and the program write it.
struct SnapshotManifest final {
    static constexpr int version = 1;
    QDateTime takenUtc;
    QStringList cmdlets; ///< that answered, in the order of asking
};

[[nodiscard]] bool isManifest(const clixml::Value &value);
/// Errors: UnexpectedOutput, for what is none. A newer version is read as far as it is understood.
[[nodiscard]] Result<SnapshotManifest> manifest(const clixml::Value &value);
[[nodiscard]] clixml::Value manifestObject(const SnapshotManifest &manifest);

} // namespace kakuin::snapshot
