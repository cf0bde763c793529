// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/details/certificatecontext.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// The one thing to do now about a certificate, or that nothing needs doing.
/// Shape:  a pure answer; `canRenew` says whether the renewal wizard is the way.
/// Source: exchange-domain 3.3-3.5 (Auth certificates are rotated, others renewed), thresholds of ExpiryPolicy.
struct NextStep final {
    Q_DECLARE_TR_FUNCTIONS(NextStep)
public:
    enum class Code {
        NothingNeedsDoing,
        RenewNow, ///< expired or soon
        RotateAuthCertificate,
        PublishNextAuthCertificate, ///< a successor is staged already
        RequestFromAuthority, ///< issued by a CA
        SuccessorExists, ///< a newer generation is there; this one still has a role
        ReplacedAlready, ///< a newer generation is there and this one has no role
        DatesNotKnown,
    };
    Code code = Code::NothingNeedsDoing;
    domain::Thumbprint successor; ///< the newer generation

    [[nodiscard]] static NextStep of(const CertificateContext &context);
    /// What the button beside it opens.
    enum class Task { None, Renew, Rotate, Assign, Remove };
    [[nodiscard]] Task task() const;
    [[nodiscard]] bool canRenew() const { return task() == Task::Renew; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString explanation(const CertificateContext &context) const;
};

} // namespace kakuin::ui
