// SPDX-License-Identifier: MIT
#include "core/plan/authrecommendation.h"

#include "core/domain/expiry.h"
#include "core/domain/fitness.h"

#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace domain;

bool takesPart(const Server &server)
{
    return !server.isEdge() && server.version.product() != Product::Exchange2010;
}

// Whole days left of the copy that can do its work: with its key, and not expired
int daysLeft(const Inventory &inventory, const Thumbprint &thumbprint, const QDateTime &nowUtc)
{
    for (const ServerEntry &entry : inventory.servers) {
        const Certificate *found = entry.find(thumbprint);
        if (found == nullptr || found->hasPrivateKey == false || !found->facts.notAfterUtc.isValid())
            continue;
        return isExpired(found->facts, nowUtc) ? -1 : static_cast<int>(wholeDays(nowUtc, found->facts.notAfterUtc));
    }
    return -1;
}

// Whether the one in use is known to have expired: then it does not matter which servers have it
bool hasExpired(const Inventory &inventory, const Thumbprint &thumbprint, const QDateTime &nowUtc)
{
    return std::any_of(inventory.servers.begin(), inventory.servers.end(), [&](const ServerEntry &entry) {
        const Certificate *found = entry.find(thumbprint);
        return found != nullptr && isExpired(found->facts, nowUtc);
    });
}

// 30 days ahead; less when the current one does not live that long
std::chrono::hours leadFor(int currentDays)
{
    constexpr std::chrono::hours day{24};
    if (currentDays >= 32)
        return 30 * day;
    if (currentDays > 4)
        return 4 * day;
    return currentDays > 2 ? 2 * day : std::chrono::hours(0);
}

void survey(AuthRecommendation &out, const Inventory &inventory, const AuthConfig &auth)
{
    QSet<QString> sites;
    for (const ServerEntry &entry : inventory.servers) {
        if (!takesPart(entry.server))
            continue;
        if (!entry.server.site.isEmpty())
            sites.insert(entry.server.site.toCaseFolded());
        if (!entry.certificates) {
            out.unreachable.append(entry.server.id);
            continue;
        }
        if (!auth.current.isNull() && entry.find(auth.current) == nullptr)
            out.lackingCurrent.append(entry.server.id);
        if (!auth.next.isNull() && entry.find(auth.next) == nullptr)
            out.lackingNext.append(entry.server.id);
    }
    out.hasSeveralSites = sites.size() > 1;
    out.isHybrid = !inventory.hybrid || inventory.hybrid->has_value();
}

AuthRow rowFor(
    const AuthRecommendation &r, const advice::Policy &policy, bool ignoresUnreachable, bool hasCurrentExpired)
{
    if (hasCurrentExpired && r.nextDays < 0)
        return AuthRow::BothGone;
    // in the last days a copy is not worth while, wherever it is missing
    if (r.currentDays >= 0 && r.currentDays < policy.authNearDays && r.nextDays <= policy.authNextDays)
        return AuthRow::CurrentEnds;
    if (!r.unreachable.isEmpty() && !ignoresUnreachable)
        return AuthRow::Unreachable;
    if (r.currentDays < 0 && r.nextDays < 0)
        return AuthRow::BothGone;
    const bool isEverywhere = r.lackingCurrent.isEmpty() && r.lackingNext.isEmpty();
    if (r.currentDays >= 0 && r.currentDays <= policy.authDays && r.nextDays <= policy.authNextDays && isEverywhere)
        return AuthRow::CurrentEnds;
    if (r.currentDays <= 0 && r.nextDays >= 0)
        return AuthRow::CurrentGone;
    if (!r.lackingCurrent.isEmpty())
        return AuthRow::CurrentLacking;
    return r.lackingNext.isEmpty() ? AuthRow::Nothing : AuthRow::NextLacking;
}

QList<AuthAdvice> adviceFor(const AuthRecommendation &r)
{
    switch (r.row) {
    case AuthRow::NotKnown:
    case AuthRow::Unreachable:
        return {AuthAdvice::DecideNothing};
    case AuthRow::BothGone:
    case AuthRow::CurrentGone:
        return {AuthAdvice::ReplaceNow};
    case AuthRow::CurrentEnds:
        return {AuthAdvice::StageNext};
    case AuthRow::CurrentLacking:
        return r.lackingNext.isEmpty() ? QList{AuthAdvice::ImportCurrent}
                                       : QList{AuthAdvice::ImportCurrent, AuthAdvice::ImportNext};
    case AuthRow::NextLacking:
        return {AuthAdvice::ImportNext};
    case AuthRow::Nothing:
        break;
    }
    return {AuthAdvice::Nothing};
}

} // namespace

AuthRecommendation authRecommendation(
    const Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy, bool ignoresUnreachable)
{
    AuthRecommendation out;
    if (!inventory.authConfig) {
        out.advice = adviceFor(out);
        return out;
    }
    AuthConfig auth = *inventory.authConfig;
    if (auth.next == auth.current)
        auth.next = {};
    out.currentDays = daysLeft(inventory, auth.current, nowUtc);
    out.nextDays = daysLeft(inventory, auth.next, nowUtc);
    survey(out, inventory, auth);
    out.row = rowFor(out, policy, ignoresUnreachable, hasExpired(inventory, auth.current, nowUtc));
    out.advice = adviceFor(out);
    if (out.row == AuthRow::CurrentEnds)
        out.lead = leadFor(out.currentDays);
    return out;
}

} // namespace kakuin::plan
