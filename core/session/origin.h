// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

namespace kakuin::session {

class Workspace;

/// Who is about to run a plan, where and with what, for the journal. The account is the one that the connection signs in
/// with, empty where that is decided by a ticket or where none is needed (practice, exported data).
/// Threads: that of the workspace.
[[nodiscard]] plan::Origin originOf(const Workspace &workspace, const plan::Plan &plan);

} // namespace kakuin::session
