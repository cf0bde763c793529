// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/authrecommendation.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for what the decision table says about the Auth certificate.
class AuthAdviceText final {
    Q_DECLARE_TR_FUNCTIONS(AuthAdviceText)
public:
    [[nodiscard]] static QString advice(const plan::AuthRecommendation &recommendation); ///< one or two sentences
    [[nodiscard]] static QString row(plan::AuthRow row); ///< which row applied, and of which table
    [[nodiscard]] static QStringList evidence(const plan::AuthRecommendation &recommendation);
    [[nodiscard]] static QString servers(
        const QList<domain::ServerId> &servers); ///< their names, the first five of many
};

} // namespace kakuin::ui
