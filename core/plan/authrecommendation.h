// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/domain/inventory.h"

namespace kakuin::plan {

/// Which row of the table applied: the first whose condition holds.
enum class AuthRow {
    NotKnown, ///< AuthConfig could not be read: nothing can be decided
    Unreachable, ///< 0: servers did not answer, and whether they have it is not known
    BothGone, ///< 1: neither the current nor a next one is usable (expired outranks 0: no server's copy changes that)
    CurrentEnds, ///< 2: the current one ends soon, no lasting one is staged, and every server has what there is
    CurrentGone, ///< 3: the current one is gone and a next one is usable
    CurrentLacking, ///< 4: servers lack the current one
    NextLacking, ///< 5: servers lack the next one
    Nothing, ///< none: nothing needs doing
};

enum class AuthAdvice { DecideNothing, ReplaceNow, StageNext, ImportCurrent, ImportNext, Nothing };

struct AuthRecommendation final {
    AuthRow row = AuthRow::NotKnown;
    QList<AuthAdvice> advice; ///< one; two for rows 4 and 5 together
    /// Whole days left; -1: none is named, no server that was read has it with its key, or it has expired.
    int currentDays = -1;
    int nextDays = -1;
    QList<domain::ServerId> unreachable;
    QList<domain::ServerId> lackingCurrent;
    QList<domain::ServerId> lackingNext;
    bool isHybrid = false; ///< or not known: the Hybrid Configuration Wizard belongs to what follows a replacement
    bool hasSeveralSites = false; ///< the way to other sites is slower and sometimes has to be helped
    /// StageNext: how far ahead; zero: now, and the service host is restarted.
    std::chrono::hours lead{0};

    /// Whether the row says by itself how to rotate; else the life of the present certificate does.
    [[nodiscard]] bool decidesMode() const
    {
        return row == AuthRow::BothGone || row == AuthRow::CurrentEnds || row == AuthRow::CurrentGone;
    }
    friend bool operator==(const AuthRecommendation &, const AuthRecommendation &) = default;
};

/// What to do about the Auth certificate now. Pure.
/// Source:  the decision table of MonitorExchangeAuthCertificate (exchange-domain 4.2), of which only servers of
///          version 15 that are not Edge take part. It stops in hybrid organisations; here that is a flag, because
///          the wizard lists what has to follow. The days are those of the policy.
/// Shape:   with `ignoresUnreachable` the servers that did not answer are named, and do not keep it from deciding. A
///          next one that is the current one again counts as none: a staging that was taken back.
[[nodiscard]] AuthRecommendation authRecommendation(const domain::Inventory &inventory, const QDateTime &nowUtc,
    const advice::Policy &policy = {}, bool ignoresUnreachable = false);

} // namespace kakuin::plan
