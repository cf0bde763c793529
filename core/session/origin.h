// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

namespace kakuin::session {

class Workspace;

/// Who is about to run a plan, where and with what, for the journal. The account is the one that the server let
/// in (a name, a ticket's principal, a client certificate's subject), or that the connection names; empty where none is
/// needed (practice, exported data) and where a program decides.
/// Threads: that of the workspace.
[[nodiscard]] plan::Origin originOf(const Workspace &workspace, const plan::Plan &plan);

} // namespace kakuin::session
