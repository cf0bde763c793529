// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/testrunner.h"
#include "tests/testkit/ui/inputclock.h"

/// Replaces QTEST_MAIN: KAKUIN_GUI_TEST(tst_Name, requirement...).
#define KAKUIN_GUI_TEST(Class, ...) KAKUIN_TEST_WITH(kakuin::testkit::GuiTestApplication, Class, __VA_ARGS__)
