// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/resumption.h"

namespace kakuin::plan {

/// Judges the steps of an interrupted operation one after the other: what the earlier ones made, later ones refer to.
/// Shape: judge() once for each step, in the plan's order. For resumptionOf() only.
class RemainingSteps final {
public:
    struct Judgement final {
        ResumedStep standing;
        Step step; ///< what is to be sent; meaningful where it is Left or Amended
    };

    /// All three must outlive this object.
    RemainingSteps(const OperationRecord &operation, const domain::Inventory &inventory, const QDateTime &nowUtc);

    [[nodiscard]] Judgement judge(const Step &step);

private:
    [[nodiscard]] static Judgement judgement(const Step &step, StepStanding standing,
        Obstacle obstacle = Obstacle::None, const domain::Thumbprint &certificate = {});
    [[nodiscard]] static Judgement blocked(
        const Step &step, Obstacle obstacle, const domain::Thumbprint &certificate = {});
    [[nodiscard]] bool hasLostSite(const Step &step, const StepRecord &recorded) const;
    [[nodiscard]] Judgement byState(const Step &step);
    [[nodiscard]] Judgement ofCreation(const Step &step);
    [[nodiscard]] Judgement ofAuthChange(const Step &step) const;
    [[nodiscard]] Judgement ofRemoval(const Step &step) const;
    [[nodiscard]] Judgement ofTransport(const Step &step) const;
    [[nodiscard]] Judgement ofAssignment(const Step &step) const;
    /// What is missing of a certificate that was made, but not given everything; nothing when nothing is.
    [[nodiscard]] std::optional<Step> completion(const Step &step, const domain::Certificate &made) const;
    /// Whether the certificate could be what the step makes: a successor of its subject, an Auth certificate.
    [[nodiscard]] static bool isKin(
        const Step &step, const domain::Certificate &certificate, const domain::ServerEntry &entry);
    /// What is not among `present` and could be what it made.
    [[nodiscard]] QList<domain::Thumbprint> candidatesFor(
        const Step &step, const QList<domain::Thumbprint> &present) const;
    /// The store before the command, as far as it is known.
    [[nodiscard]] static std::optional<QList<domain::Thumbprint>> storeBefore(
        const Step &step, const StepRecord &recorded);
    /// A certificate that the command may have made where what was there before is not known; null when there is none.
    [[nodiscard]] domain::Thumbprint possiblyMade(const Step &step) const;
    /// The step with everything resolved that earlier steps have settled.
    [[nodiscard]] Step settled(Step step) const;
    [[nodiscard]] bool isSettled(int step) const;
    [[nodiscard]] Obstacle obstacleFor(const Step &step, domain::Thumbprint *missing) const;
    [[nodiscard]] bool isThere(const domain::ServerId &server, const domain::Thumbprint &thumbprint) const;
    [[nodiscard]] const StepRecord *record(int step) const;
    /// How a question of that kind was answered; empty when it was not.
    [[nodiscard]] std::optional<bool> answeredYes(int step, shell::PromptKind kind) const;

    const OperationRecord &m_operation;
    const domain::Inventory &m_inventory;
    QDateTime m_nowUtc;
    QList<StepRecord> m_records; ///< as in the journal, with what was inferred
    QHash<int, StepStanding> m_standings;
    QSet<int> m_askingAgain; ///< amended steps whose question comes once more
};

} // namespace kakuin::plan
