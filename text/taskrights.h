// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/session.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Which tasks can be done over a connection: what its account may do, and whether it is marked as read-only.
class TaskRights final {
    Q_DECLARE_TR_FUNCTIONS(TaskRights)
public:
    enum class Task { Renew, Rotate, Assign, Remove, Export, Import };

    /// Why a task cannot be done. Nothing where nothing would be run anyway: on exported data a task ends with a script
    /// for another person.
    struct Obstacle final {
        bool isReadOnly = false; ///< the connection is marked as read-only
        QStringList missing = {}; ///< cmdlets that the account does not have

        [[nodiscard]] bool isNone() const { return !isReadOnly && missing.isEmpty(); }
        friend bool operator==(const Obstacle &, const Obstacle &) = default;
    };
    /// `session` may be null.
    [[nodiscard]] static Obstacle obstacle(Task task, const session::Session *session);
    /// Of every task.
    [[nodiscard]] static Obstacle obstacle(const session::Session *session);
    /// Why it cannot be done, and what to do about it; empty without an obstacle.
    [[nodiscard]] static QString refusal(const Obstacle &obstacle);
};

} // namespace kakuin::ui
