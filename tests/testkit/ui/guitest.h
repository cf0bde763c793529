// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/testrunner.h"

#include <QtWidgets/QApplication>

/// Replaces QTEST_MAIN: KAKUIN_GUI_TEST(tst_Name, requirement...).
#define KAKUIN_GUI_TEST(Class, ...) KAKUIN_TEST_WITH(QApplication, Class, __VA_ARGS__)
