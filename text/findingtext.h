// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/finding.h"
#include "models/severity.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words and sentences for findings. Plain text; what came from servers is made safe to show.
class FindingText final {
    Q_DECLARE_TR_FUNCTIONS(FindingText)
public:
    [[nodiscard]] static QString title(findings::Code code); ///< a few words for a row
    [[nodiscard]] static QString why(findings::Code code); ///< two or three sentences
    [[nodiscard]] static QString steps(findings::Code code); ///< what to do by hand
    /// "MBX01", "CN=MBX01 on MBX01", "Outbound to Office 365"; `certificate` may be null.
    [[nodiscard]] static QString subject(
        const findings::Subject &subject, const domain::Certificate *certificate = nullptr);
    /// "Expires on 2026-12-04 09:00"
    [[nodiscard]] static QString evidence(const findings::Evidence &evidence, const QDateTime &nowUtc);
    [[nodiscard]] static QString mendButton(advice::Task::Kind task); ///< empty for instructions
    [[nodiscard]] static QString kind(findings::Kind kind);
    [[nodiscard]] static QString severity(findings::Severity severity);
    [[nodiscard]] static QString part(findings::Part part);
    [[nodiscard]] static QString unseen(findings::Unseen unseen);
    [[nodiscard]] static models::Severity mark(findings::Severity severity);

private:
    [[nodiscard]] static QString textEvidence(findings::Fact fact, const QString &text);
    [[nodiscard]] static QString numberEvidence(findings::Fact fact, qint64 number);
};

} // namespace kakuin::ui
