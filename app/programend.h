// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin::app {

/// The last call of main(), after everything is closed: waits, for at most five seconds, until the servers have deleted
/// the shells of this program. Returns `exitCode`.
[[nodiscard]] int afterShutdowns(int exitCode);

} // namespace kakuin::app
