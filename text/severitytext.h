// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What a mark says, for those who hear it instead of seeing it.
class SeverityText final {
    Q_DECLARE_TR_FUNCTIONS(SeverityText)
public:
    [[nodiscard]] static QString word(models::Severity severity);
};

} // namespace kakuin::ui
