// SPDX-License-Identifier: MIT
#include "core/advice/authadvice.h"

namespace kakuin::advice {

using namespace domain;

Advice authAdviceFor(const Thumbprint &thumbprint, const Picture &picture)
{
    Advice out;
    const AuthConfig &auth = *picture.inventory.authConfig;
    const AuthState &state = picture.authState();
    const bool isStaged = !auth.next.isNull() && auth.next != auth.current;
    if (!picture.isAuth(thumbprint)) {
        if ((state.wantsSuccessor || !state.isUsable) && thumbprint == state.waiting) {
            out.reason = Reason::AuthIsWaiting;
            return out;
        }
        const QList<Copy> copies = picture.forgottenCopies(thumbprint);
        const QList<Copy> current = picture.authCopies(auth.current);
        const QDateTime sinceUtc = current.isEmpty() ? QDateTime() : current.first().certificate->facts.notBeforeUtc;
        const bool isLeftOver = !copies.isEmpty()
            && (picture.isExpired(*copies.first().certificate)
                || (sinceUtc.isValid() && copies.first().certificate->facts.notBeforeUtc <= sinceUtc));
        if (isLeftOver) {
            out.reason = Reason::CanBeRemoved;
            out.task = {Task::Kind::Remove, {}, {}, {}};
            for (const Copy &copy : copies)
                out.task.certificates.append(copy.certificate->id());
        }
        return out;
    }
    if (thumbprint == auth.current) {
        if (isStaged && !state.isExpired && !state.isKeyless) {
            out.reason
                = state.days && *state.days <= picture.policy.authDays ? Reason::AuthIsStaged : Reason::NothingToDo;
            if (out.reason == Reason::AuthIsStaged)
                out.task = {Task::Kind::FollowRotation, {}, {}, {}};
        } else if (state.wantsSuccessor || !state.isUsable) {
            out.reason = Reason::RotateAuth;
            out.task = {Task::Kind::RotateAuth, {}, {}, {}};
        }
        return out;
    }
    if (thumbprint == auth.next) {
        const QList<Copy> next = picture.authCopies(auth.next);
        const std::optional<qint64> days = next.isEmpty() ? std::nullopt : picture.daysLeft(*next.first().certificate);
        if (days && *days <= picture.policy.authNextDays) {
            out.reason = Reason::RotateAuth;
            out.task = {Task::Kind::RotateAuth, {}, {}, {}};
        } else {
            out.reason = Reason::AuthIsStaged;
            out.task = {Task::Kind::FollowRotation, {}, {}, {}};
        }
    }
    return out; // the previous one is cleared by the rotation's own window
}

} // namespace kakuin::advice
