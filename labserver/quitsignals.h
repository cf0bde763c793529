// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace kakuin::labserver {

/// Calls back, on a thread of its own, when the system asks the program to end (SIGINT, SIGTERM).
/// Call it before any other thread is there. On Windows the system's own way stays.
void whenAskedToEnd(const std::function<void()> &callback);

} // namespace kakuin::labserver
