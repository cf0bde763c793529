// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/finding.h"

#include <QtCore/QJsonArray>

namespace kakuin::report {

/// What was found, each with code, severity, subject and evidence.
/// Shape:   keys of docs/data.md. An evidence is {"fact": …, "value": …}; numbers, texts and times as they are,
///          thumbprints as hex, roles and errors as objects.
[[nodiscard]] QJsonArray findingsJson(const QList<findings::Finding> &found);

} // namespace kakuin::report
