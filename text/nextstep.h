// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/findings/guidance.h"
#include "text/certificatecontext.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// The one thing to do now about a certificate, or that nothing needs doing, in words. What it is, findings::adviceFor()
/// says.
struct NextStep final {
    Q_DECLARE_TR_FUNCTIONS(NextStep)
public:
    advice::Advice advice;
    std::optional<findings::Finding> finding; ///< what is to be done about it where the advice is silent
    bool isHeirNamedAlike = false; ///< issuer and subject are the same: connectors cannot tell the two apart

    [[nodiscard]] static NextStep of(const CertificateContext &context);
    /// Where the advice is known already.
    [[nodiscard]] static NextStep of(const advice::Advice &advice, const CertificateContext &context);
    [[nodiscard]] advice::Task task() const { return finding ? finding->task : advice.task; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString explanation(const CertificateContext &context) const;

private:
    [[nodiscard]] QString handOver(const QString &server) const;
};

} // namespace kakuin::ui
