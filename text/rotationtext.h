// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/authrotation.h"
#include "core/plan/rotatedraft.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Sentences for the Auth certificate's rotation: how it stands, why something is proposed, what is left to do.
class RotationText final {
    Q_DECLARE_TR_FUNCTIONS(RotationText)
public:
    [[nodiscard]] static QString phase(const plan::RotationStatus &status, const QDateTime &nowUtc); ///< one sentence
    [[nodiscard]] static QString advice(const plan::RotationStatus &status); ///< what to do about it now
    /// Why it cannot be copied (RotationStatus::isExportRefused), and which ways work instead.
    [[nodiscard]] static QString exportRefused();
    [[nodiscard]] static QString state(plan::RotationServer::State state); ///< "has it"
    [[nodiscard]] static QString count(const plan::RotationStatus &status); ///< "4 of 5 servers have it"
    /// Lines: how many servers have it, and by state which servers.
    [[nodiscard]] static QStringList distribution(const plan::RotationStatus &status);
    [[nodiscard]] static QString modeReason(
        plan::RotateDraft::ModeReason reason, const domain::Certificate *current, const QDateTime &nowUtc);
    [[nodiscard]] static QString serverReason(plan::RotateDraft::ServerReason reason);
    /// Why a certificate can become the Auth certificate, or why not: a sentence.
    [[nodiscard]] static QString candidate(const advice::AuthCandidate &candidate);
    /// Why clearing the previous certificate at once is proposed or not.
    [[nodiscard]] static QString clearingReason(plan::RotateDraft::ClearingReason reason);
    [[nodiscard]] static QString problem(const plan::RotateDraft::Problem &problem);

private:
    [[nodiscard]] static QString unfit(domain::Unfit reason);
};

} // namespace kakuin::ui
