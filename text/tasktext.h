// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/plan/assigndraft.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What stands in the way of a task, in sentences.
class TaskText final {
    Q_DECLARE_TR_FUNCTIONS(TaskText)
public:
    /// Of the window that does it; empty where Kakuin has none.
    [[nodiscard]] static QString title(advice::Task::Kind kind);
    [[nodiscard]] static QString problem(plan::AssignDraft::ProblemCode code);
    [[nodiscard]] static QString problem(const plan::RemoveDraft::Problem &problem);
    [[nodiscard]] static QString problem(plan::ExportDraft::ProblemCode code);
    [[nodiscard]] static QString problem(const plan::ImportDraft::Problem &problem);
    [[nodiscard]] static QString quality(plan::PasswordQuality quality); ///< "weak"
};

} // namespace kakuin::ui
