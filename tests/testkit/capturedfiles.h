// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QString>

#include <utility>

namespace kakuin::testkit {

/// The byte arrays (<BA N="name">) of every file that real Exchange servers wrote, each once, in a fixed order; found
/// by pattern, so that a test of our reader does not depend on our reader. Empty where there are no such files.
[[nodiscard]] QByteArrayList capturedValues(const char *name);

/// Every CLIXML document that real servers wrote: the files of Exchange, and the messages that were decoded by somebody
/// else, each with a name. Empty where there are no such files.
[[nodiscard]] QList<std::pair<QString, QByteArray>> capturedDocuments();

} // namespace kakuin::testkit
