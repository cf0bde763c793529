// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"
#include "text/taskrights.h"
#include "ui/wizards/shared/taskwizard.h"

namespace kakuin::ui {

/// The windows of all tasks: one table, from the kind of a task to the right that it needs, its draft and its pages.
/// To add a task: a kind in `core/advice/task.h`, a draft in `core/plan`, its pages in a folder here, a row in
/// `taskwizards.cpp`, and its title in `text/tasktext`.

/// Filled in as the task says; null where the task has no wizard. Not shown yet.
[[nodiscard]] TaskWizard *makeTaskWizard(
    session::Workspace &workspace, const advice::Task &task, QWidget *parent = nullptr);
/// What the account of a connection must be allowed for it; empty for a task without a wizard.
[[nodiscard]] std::optional<TaskRights::Task> rightFor(advice::Task::Kind kind);

/// Goes on with an operation that ended in the middle: reads the organisation afresh, shows where each step stands, then
/// runs what is left. The old operation is set aside in the journal before the first command of the rest is sent.
[[nodiscard]] TaskWizard *makeResumeWizard(
    session::Workspace &workspace, const plan::OperationRecord &operation, QWidget *parent = nullptr);

/// A task without a choice to make: Review, Run and Result of a plan that follows from the organisation as it stands.
/// `password` serves plans that move keys.
[[nodiscard]] TaskWizard *makePlanWizard(session::Workspace &workspace, plan::FixedDraft::MakePlan makePlan,
    const Secret &password, QWidget *parent = nullptr);

} // namespace kakuin::ui
