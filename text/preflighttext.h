// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/removalpreflight.h"
#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for what is looked at before a certificate is removed; the view of dependencies uses the same.
class PreflightText final {
    Q_DECLARE_TR_FUNCTIONS(PreflightText)
public:
    [[nodiscard]] static QString check(plan::RemovalCheck check); ///< "Auth certificate"
    [[nodiscard]] static models::Severity severity(plan::Verdict verdict);
    [[nodiscard]] static QString verdict(plan::Verdict verdict); ///< "stands in the way", for screen readers
    /// What was found and what it means: one or two sentences.
    [[nodiscard]] static QString finding(const plan::PreflightItem &item, const domain::Certificate &certificate);
    /// Where it was read, one line for each piece of evidence; empty when there is none.
    [[nodiscard]] static QString evidence(const plan::PreflightItem &item, const QDateTime &nowUtc);
    /// How to mend what stands in the way; empty when nothing needs mending.
    [[nodiscard]] static QString mend(const plan::PreflightItem &item, const domain::Certificate &certificate);
    /// Words of the button that mends it; empty where Kakuin cannot.
    [[nodiscard]] static QString mendButton(const plan::PreflightItem &item);

private:
    [[nodiscard]] static QString portFinding(const plan::PreflightItem &item, const QString &server);
    [[nodiscard]] static QString mailFinding(const plan::PreflightItem &item);
    [[nodiscard]] static QString lifeFinding(const plan::PreflightItem &item, const domain::Certificate &certificate);
};

} // namespace kakuin::ui
