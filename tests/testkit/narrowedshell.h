// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

namespace kakuin::testkit {

/// A shell for an account that does not have some cmdlets.
class NarrowedShell final : public shell::Shell {
    Q_OBJECT
public:
    NarrowedShell(std::shared_ptr<shell::Shell> inner, QStringList without)
        : m_inner(std::move(inner))
        , m_without(std::move(without))
    {
    }

    [[nodiscard]] shell::ShellDescription description() const override { return m_inner->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_inner->clock(); }
    [[nodiscard]] bool offers(const QString &cmdlet) const override
    {
        return !m_without.contains(cmdlet, Qt::CaseInsensitive) && m_inner->offers(cmdlet);
    }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override
    {
        return m_inner->invoke(pipeline, prompts);
    }

private:
    std::shared_ptr<shell::Shell> m_inner;
    QStringList m_without;
};

} // namespace kakuin::testkit
