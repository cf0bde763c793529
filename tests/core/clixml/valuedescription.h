// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

/// A value as one line of text with its kind, for comparison in tests: I32(5), S(a), Obj{types=A|B text=x base=I32(1)}.
[[nodiscard]] QString describe(const kakuin::clixml::Value &value);
[[nodiscard]] QString describe(const QList<kakuin::clixml::Value> &values);
