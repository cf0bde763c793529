// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/session.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Which tasks the account of a connection may do.
class TaskRights final {
    Q_DECLARE_TR_FUNCTIONS(TaskRights)
public:
    enum class Task { Renew, Rotate, Assign, Remove, Export, Import };

    /// The cmdlets of a task that cannot be had. None where nothing would be run anyway: on exported data a task ends
    /// with a script for somebody else. `session` may be null.
    [[nodiscard]] static QStringList missing(Task task, const session::Session *session);
    /// Why it cannot be done, and what to do about it.
    [[nodiscard]] static QString refusal(const QStringList &missing);
};

} // namespace kakuin::ui
