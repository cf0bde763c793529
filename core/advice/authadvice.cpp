// SPDX-License-Identifier: MIT
#include "core/advice/authadvice.h"

#include "core/advice/authcandidates.h"

namespace kakuin::advice {

using namespace domain;

Advice authAdviceFor(const Thumbprint &thumbprint, const Picture &picture)
{
    Advice out;
    const auto say = [&out](Reason reason, Task::Kind kind) {
        out.reason = reason;
        out.task.kind = kind;
        return out;
    };
    const AuthConfig &auth = *picture.inventory.authConfig;
    const AuthState &state = picture.authState();
    if (!picture.isAuth(thumbprint)) {
        if (thumbprint == state.waiting && state.lacksSuccessor()) {
            out.task.certificates = {{state.waitingOn, state.waiting}};
            return say(Reason::AuthIsWaiting, Task::Kind::RotateAuth);
        }
        if (!picture.isForgotten(thumbprint))
            return out;
        for (const Copy &copy : picture.idleCopies(thumbprint))
            out.task.certificates.append(copy.certificate->id());
        return say(Reason::CanBeRemoved, Task::Kind::Remove);
    }
    if (thumbprint == auth.current) {
        if (!state.isKnown)
            return out;
        if (state.lacksSuccessor())
            out.heir = state.waiting; // null where another has to be made
        if (!state.isUsable) // with the next one at hand it is published, not replaced by a third
            return state.isNextReady ? say(Reason::AuthIsStaged, Task::Kind::FollowRotation)
                                     : say(Reason::RotateAuth, Task::Kind::RotateAuth);
        if (state.wantsSuccessor)
            return say(Reason::RotateAuth, Task::Kind::RotateAuth);
        const bool isEnding = auth.isStaged() && state.days && *state.days <= picture.policy.authDays;
        return isEnding ? say(Reason::AuthIsStaged, Task::Kind::FollowRotation) : out;
    }
    if (thumbprint == auth.next) {
        if (state.isNextOfUse == false)
            return say(Reason::RotateAuth, Task::Kind::RotateAuth);
        if (state.isNextOfUse == true && !auth.nextEffectiveUtc.isValid() && auth.nextEffectiveText.isEmpty()) {
            out.task = stageAgain(picture);
            return say(Reason::AuthIsStaged, Task::Kind::RotateAuth);
        }
        return say(Reason::AuthIsStaged, Task::Kind::FollowRotation);
    }
    return out; // the previous one is cleared by the rotation's own window
}

Task stageAgain(const Picture &picture)
{
    Task out{Task::Kind::RotateAuth, {}, {}, {}};
    const QList<Copy> copies = picture.authCopies(picture.inventory.authConfig->next);
    if (copies.isEmpty())
        return out;
    const AuthCandidate next = authCandidate(copies, picture);
    if (next.isFit())
        out.certificates = {next.certificate.id()};
    return out;
}

} // namespace kakuin::advice
