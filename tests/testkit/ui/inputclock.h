// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/fakeclock.h"

#include <QtWidgets/QApplication>

#include <chrono>

namespace kakuin::testkit {

/// The clock of all input guards in a GUI test. It stands still, so that nothing depends on how fast a test runs.
[[nodiscard]] FakeClock &inputClock();

void passInputTime(std::chrono::milliseconds by);
/// As a person who reads before pressing: lets so much time pass that input counts.
void passQuietTime();

/// The application of a GUI test: input guards follow inputClock() from the beginning.
class GuiTestApplication final : public QApplication {
public:
    GuiTestApplication(int &argc, char **argv);
};

} // namespace kakuin::testkit
