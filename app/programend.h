// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin::app {

/// The last thing that main() calls, once everything is closed: waits, at most five seconds, until servers have been
/// told that Kakuin goes, so that nothing of ours stays behind on them. Gives back the exit code.
[[nodiscard]] int afterFarewells(int exitCode);

} // namespace kakuin::app
