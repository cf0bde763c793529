// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/plan/authrotation.h"
#include "core/plan/journal.h"

/// What operations leave to be done: found anew from the journal and each reading, never stored as a list. Pure.
namespace kakuin::plan {

/// What a plan leaves to be done by hand once it has ended, in the order of its steps; for the journal. `inventory` is the
/// one that the plan was made from.
[[nodiscard]] QList<HandWork> handWorkOf(
    const Plan &plan, const QList<StepRecord> &steps, const domain::Inventory &inventory);

/// What a reading says of such work.
enum class HandWorkStanding {
    Proven, ///< it is done
    Open, ///< it is known not to be done
    Unproven, ///< no reading can tell, or the part that could was not read: the person says
    Waiting, ///< the certificate is staged, or has not arrived on the server: it would be too early
    Superseded, ///< the certificate or the server is gone, or another certificate has taken its place
};
[[nodiscard]] HandWorkStanding standingOf(const HandWork &work, const domain::Inventory &inventory);

/// One thing that is left to do.
struct LeftItem final {
    enum class Kind {
        AuthMissing, ///< a server does not have the Auth certificate that an operation put into use
        HandWork,
        Advice, ///< what the adviser says of a certificate that an operation began from or made
    };
    enum class State { Open, Waiting, Ticked };
    Kind kind = Kind::HandWork;
    State state = State::Open;
    domain::ServerId server; ///< empty: of the organisation
    domain::Thumbprint certificate; ///< AuthMissing and HandWork: the new one; Advice: the one that is advised on
    std::optional<HandWork> work; ///< also of an advice whose task is such work: its commands
    bool isTickable = false; ///< the person says whether it is done, because no reading can
    qint64 operation = 0; ///< Kind::HandWork: the newest one that left it; in its records the ticks are
    std::optional<HandWorkRecord> tick; ///< State::Ticked: who and when
    advice::Advice advice; ///< Kind::Advice
    RotationServer::State holding = RotationServer::State::Lacks; ///< Kind::AuthMissing
    advice::Task task; ///< what a window of Kakuin does about it

    /// Whether both are about the same thing, in whatever state.
    [[nodiscard]] bool isSameAs(const LeftItem &other) const
    {
        return kind == other.kind && server == other.server && certificate == other.certificate && work == other.work;
    }
    friend bool operator==(const LeftItem &, const LeftItem &) = default;
};

/// What is left to do in an organisation.
struct LeftToDo final {
    QList<LeftItem> items; ///< of the organisation first, then by server as the inventory has them
    int open = 0; ///< items that can be done now
    int servers = 0; ///< on which some of these are
    /// Operations of an earlier version, which recorded no work by hand, that may have left some that no reading can show.
    int unrecorded = 0;
    bool isAuthOpen = false; ///< an Auth certificate was put into use, and its distribution or work is not finished

    friend bool operator==(const LeftToDo &, const LeftToDo &) = default;
};

/// Shape:   an item disappears when the reading shows that it is done. What no reading can show stays, ticked or not, as
///          long as its certificate is in use. What only age asks for (renew it, rotate it) is a finding and not here:
///          it does not come from an operation.
/// Input:   operations of one organisation, newest first; those that still run leave nothing.
/// Cost:    that of the views of the servers concerned: some milliseconds for an organisation of 100 servers. Any thread.
[[nodiscard]] LeftToDo leftToDo(const QList<OperationRecord> &operations, const domain::Inventory &inventory,
    const advice::Policy &policy, const QDateTime &nowUtc);

} // namespace kakuin::plan
