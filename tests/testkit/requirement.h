// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin::testkit {

/// Whether a test can run here: 0 if so, else the exit code of the test (77 is "skipped" for ctest).
using Requirement = int (*)();

/// For a test that needs a program that is not ours. Where it is not installed the test is skipped and says so; with
/// `variable` in the environment (KAKUIN_REQUIRE_…) that is a failure.
[[nodiscard]] int requireInstalled(bool isInstalled, const char *variable, const char *packages);

} // namespace kakuin::testkit
