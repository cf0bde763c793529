// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayList>

namespace kakuin::testkit {

/// The byte arrays (<BA N="name">) of every file that real Exchange servers wrote, each once, in a fixed order; found
/// by pattern, so that a test of our reader does not depend on our reader. Empty where there are no such files.
[[nodiscard]] QByteArrayList capturedValues(const char *name);

} // namespace kakuin::testkit
