// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/journal.h"
#include "core/plan/operationfacts.h"
#include "core/plan/plan.h"
#include "core/plan/renewdraft.h"

#include <QtCore/QCoreApplication>

#include <functional>

namespace kakuin::ui {

/// Sentences for plans, steps, checks, questions and problems.
/// Shape:  where an inventory is given, certificates are called by their names, else by the beginning of the
///         thumbprint.
class PlanText final {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
public:
    using NameOf = std::function<QString(const plan::Step &)>;

    /// "Renew “Microsoft Exchange” on MBX01"
    [[nodiscard]] static QString title(const plan::Plan &plan, const domain::Inventory *inventory = nullptr);
    /// As it was called when it began: names that were noted then count, so that a title stays when a certificate goes.
    [[nodiscard]] static QString title(const plan::OperationRecord &operation, const domain::Inventory *inventory);
    [[nodiscard]] static QString verb(plan::PlanKind kind); ///< the button: "Renew now"
    [[nodiscard]] static QString step(const plan::Step &step);
    [[nodiscard]] static QString check(const plan::Check &check);
    [[nodiscard]] static QString checkFailed(const plan::Check &check);
    [[nodiscard]] static QString expectedPrompt(const plan::Step &step, const plan::ExpectedPrompt &prompt);
    [[nodiscard]] static QString reason(plan::RecommendationReason reason);
    [[nodiscard]] static QString caution(plan::Caution caution);
    [[nodiscard]] static QString state(plan::StepState state);
    [[nodiscard]] static QString state(plan::OperationState state);
    [[nodiscard]] static QString answer(shell::Confirmation confirmation); ///< "Yes", as PowerShell shows it
    [[nodiscard]] static QString outcome(
        const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps);
    /// What is left to do about a web site that a step left without its certificate, or with another one.
    [[nodiscard]] static QString changedSite(const plan::ChangedSite &site);
    /// What is left to do about a certificate that keeps internal transport.
    [[nodiscard]] static QString keptTransport(const plan::KeptTransport &kept);
    [[nodiscard]] static QString problem(const plan::RenewDraft::Problem &problem);

private:
    [[nodiscard]] static QString renewalTitle(const plan::Plan &plan, const NameOf &nameOf);
    [[nodiscard]] static QString taskTitle(const plan::Plan &plan, const NameOf &nameOf);
    [[nodiscard]] static QString title(const plan::Plan &plan, const NameOf &nameOf);
    [[nodiscard]] static QString siteName(int siteId);
    [[nodiscard]] static QString siteOutcome(const plan::Plan &plan, const QList<plan::StepRecord> &steps);
    [[nodiscard]] static QString unexpectedCertificate(const QString &server);
    [[nodiscard]] static QString renewalOutcome(
        const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps);
    [[nodiscard]] static QString stoppedAtQuestion(const plan::Plan &plan, const QList<plan::StepRecord> &steps);
    [[nodiscard]] static QString taskOutcome(
        const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps);
    [[nodiscard]] static QString taskDone(const plan::Plan &plan);
};

} // namespace kakuin::ui
