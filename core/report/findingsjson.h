// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/ignore.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace kakuin::report {

/// What was found, each with code, severity, subject and evidence.
/// Shape:   keys of docs/data.md. An evidence is {"fact": …, "value": …}; numbers, texts and times as they are,
///          thumbprints as hex, roles and errors as objects.
[[nodiscard]] QJsonArray findingsJson(const QList<findings::Finding> &found);

/// The same with what is ignored: "findings", "ignored" (with reason and until) and "endedIgnores".
[[nodiscard]] QJsonObject siftedJson(const findings::Sifted &sifted);

} // namespace kakuin::report
