// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/journal.h"

namespace kakuin::plan {

/// Where one step of an interrupted operation stands, by its record and by the organisation as it is now.
enum class StepStanding {
    Done, ///< it is so already
    NotNeeded, ///< its condition does not hold
    Left, ///< still to be sent, as it was planned
    Amended, ///< half of it took effect: what is missing is sent instead
    Blocked, ///< it would be wrong, or cannot be judged
};

/// Why a step is blocked.
enum class Obstacle {
    None,
    ServerNotRead, ///< its server is gone from the organisation, or did not answer
    AuthConfigNotRead,
    CertificateGone, ///< a certificate that it needs is not there (any more)
    SeveralCandidates, ///< which certificate the interrupted command made, or whether it made one, cannot be told
    NeedsPassword, ///< passwords are not kept
    OtherStaged, ///< another Auth certificate has been staged meanwhile
    StillNeeded, ///< something depends on the certificate that was to be removed
    SiteWithoutCertificate, ///< a web site had a certificate before the interrupted command, and has none now
};

struct ResumedStep final {
    int number = 0;
    StepStanding standing = StepStanding::Left;
    Obstacle obstacle = Obstacle::None;
    domain::Thumbprint certificate; ///< what the step made, or what stands in the way; null if neither
    /// The journal does not name `certificate`: it was not in the store before the command, and has the same names.
    bool isInferred = false;
    friend bool operator==(const ResumedStep &, const ResumedStep &) = default;
};

/// How an operation that ended in the middle can go on.
struct Resumption final {
    QList<ResumedStep> steps; ///< one for each step of the operation's plan, in its order
    /// What is left, with the numbers that the steps had; empty when nothing is, or when going on would be wrong.
    Plan plan;

    [[nodiscard]] const ResumedStep *find(int number) const;
    /// Nothing is left to do.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool canContinue() const { return !plan.steps.isEmpty(); }
    friend bool operator==(const Resumption &, const Resumption &) = default;
};

/// Judges an operation against a picture that was taken after it had ended.
/// Shape:   what the journal calls done is believed; everything else is decided by what the organisation shows. A
///          command is never repeated where its effect is seen, and never assumed to have worked where it is not. What
///          a creating command made is what was not in the store before it (StepRecord::presentBefore), whatever the
///          clocks say. A changing step that had been begun is waited for before it is sent (Step::mayStillRun). A
///          blocked step ends the plan there, or with ContinueWithNextServer only for its server; a web site that lost
///          its certificate (StepRecord::sitesBefore) ends the plan always. That another one has taken the place is
///          not judged: somebody may have bound it since.
/// Source:  core/plan/README.md, "OutcomeUnknown".
/// Cost:    one pass over the steps; pure.
[[nodiscard]] Resumption resumptionOf(
    const OperationRecord &operation, const domain::Inventory &inventory, const QDateTime &nowUtc);

} // namespace kakuin::plan
