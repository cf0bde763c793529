// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"

#include <QtCore/QString>

namespace kakuin::ui {

/// Thresholds as one word for the settings: "warningDays=60;criticalDays=30;…".
[[nodiscard]] QString thresholdsToText(const advice::Policy &thresholds);
/// What is missing keeps its default; what does not make sense together gives the defaults.
[[nodiscard]] advice::Policy thresholdsFromText(const QString &text);

} // namespace kakuin::ui
