// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labshell.h"
#include "core/plan/plan.h"
#include "core/session/session.h"

namespace kakuin::testkit {

/// A task on the practice organisation that can be interrupted and resumed, by its name: "rotate" (at once, the SMTP
/// question answered Yes, so that the role is given back), "stage" (planned), "renew" (two servers), "swap" (the
/// internal transport certificate of MBX01 is replaced and removed).
class TaskOnContoso final {
public:
    explicit TaskOnContoso(QString name)
        : m_name(std::move(name))
    {
    }

    /// What the organisation needs before: for "swap" a successor to which port 444 is bound.
    [[nodiscard]] bool prepare(const std::shared_ptr<lab::LabShell> &lab) const;
    [[nodiscard]] plan::Plan plan(const domain::Inventory &inventory, const QDateTime &nowUtc) const;
    /// What is wrong with the end, if anything. `before` is the organisation before the task.
    [[nodiscard]] QString problem(const domain::Inventory &before, const domain::Inventory &after) const;

private:
    QString m_name;
};

/// Answers every question with Yes.
class YesToEverything final : public shell::PromptHandler {
public:
    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override;
};

} // namespace kakuin::testkit
