// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/thresholds.h"

#include <QtCore/QString>

namespace kakuin::ui {

/// Thresholds as one word for the settings: "warningDays=60;criticalDays=30;…".
[[nodiscard]] QString thresholdsToText(const findings::Thresholds &thresholds);
/// What is missing keeps its default; what does not make sense together gives the defaults.
[[nodiscard]] findings::Thresholds thresholdsFromText(const QString &text);

} // namespace kakuin::ui
