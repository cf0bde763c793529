// SPDX-License-Identifier: MIT
#include "core/advice/authcandidates.h"

#include "core/domain/fitness.h"
#include "core/domain/replacement.h"

#include <algorithm>

namespace kakuin::advice {

using namespace domain;

namespace {

// What one server says of its copy; a server that has revoked it outweighs all that have not
Unfit unfitnessOfAll(const QList<Copy> &copies, const QDateTime &nowUtc)
{
    std::optional<Unfit> best;
    for (const Copy &copy : copies) {
        if (copy.certificate->status == CertificateStatus::Revoked)
            return Unfit::Revoked;
        const Unfit one = unfitnessOf(*copy.certificate, nowUtc);
        if (!best || one == Unfit::Nothing || (*best != Unfit::Nothing && one > *best))
            best = one;
    }
    return best.value_or(Unfit::Nothing);
}

AuthObstacle obstacleOf(const AuthCandidate &candidate, const Picture &picture)
{
    const AuthConfig &auth = *picture.inventory.authConfig;
    const CertificateFacts &facts = candidate.certificate.facts;
    if (facts.thumbprint == auth.current)
        return AuthObstacle::InUse;
    if (facts.thumbprint == auth.previous && !candidate.isStaged)
        return AuthObstacle::Previous;
    if (candidate.unfit != Unfit::Nothing)
        return AuthObstacle::Unfit;
    if (!isSelfSigned(candidate.certificate) || !isNamedAsAuth(facts))
        return AuthObstacle::NotSelfSigned;
    if (facts.key.algorithm != KeyFacts::Algorithm::Rsa || isKeptByCng(candidate.certificate))
        return AuthObstacle::KeyNotRsa;
    if (isPoor(candidate.certificate, picture.policy, picture.nowUtc))
        return AuthObstacle::TooWeak;
    if (picture.daysLeft(candidate.certificate).value_or(0) <= picture.policy.authNextDays)
        return AuthObstacle::EndsTooSoon;
    const QList<Copy> current = picture.authCopies(auth.current);
    const bool isOlder = !current.isEmpty() && isNamedAsAuth(current.first().certificate->facts)
        && facts.notBeforeUtc <= current.first().certificate->facts.notBeforeUtc;
    return isOlder ? AuthObstacle::Older : AuthObstacle::Nothing;
}

int rankOf(const AuthCandidate &candidate)
{
    return candidate.isWaiting() ? 0 : candidate.isFit() ? 1 : 2;
}

} // namespace

AuthCandidate authCandidate(const QList<Copy> &copies, const Picture &picture)
{
    AuthCandidate out;
    const auto hasKey = [](const Copy &copy) { return copy.certificate->hasPrivateKey.value_or(false); };
    auto holder = std::find_if(copies.begin(), copies.end(),
        [&](const Copy &copy) { return hasKey(copy) && !isKeptByCng(*copy.certificate); });
    if (holder == copies.end())
        holder = std::find_if(copies.begin(), copies.end(), hasKey);
    out.certificate = *(holder == copies.end() ? copies.first() : *holder).certificate;
    for (const Copy &copy : copies) {
        if (hasKey(copy))
            out.holders.append(copy.entry->server.id);
    }
    const auto mayNotLeave
        = [&](const Copy &copy) { return !hasKey(copy) || copy.certificate->privateKeyExportable == false; };
    out.isTied
        = out.holders.size() < picture.authServers().size() && std::all_of(copies.begin(), copies.end(), mayNotLeave);
    out.isStaged = out.thumbprint() == picture.inventory.authConfig->next;
    out.unfit = unfitnessOfAll(copies, picture.nowUtc);
    out.obstacle = obstacleOf(out, picture);
    return out;
}

QList<AuthCandidate> authCandidates(const Picture &picture)
{
    QList<AuthCandidate> out;
    if (!picture.inventory.authConfig)
        return out;
    const AuthConfig &auth = *picture.inventory.authConfig;
    QList<Thumbprint> named;
    for (const Thumbprint &slot : {auth.current, auth.next, auth.previous}) {
        const QList<Copy> copies = picture.authCopies(slot);
        if (copies.isEmpty() || named.contains(slot))
            continue;
        named.append(slot);
        out.append(authCandidate(copies, picture));
    }
    for (const QList<Copy> &copies : picture.forgottenAuth())
        out.append(authCandidate(copies, picture));
    std::stable_sort(out.begin(), out.end(), [](const AuthCandidate &a, const AuthCandidate &b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) < rankOf(b)
                                      : a.certificate.facts.notAfterUtc > b.certificate.facts.notAfterUtc;
    });
    return out;
}

} // namespace kakuin::advice
