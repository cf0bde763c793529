// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

namespace kakuin::shell {

/// Another shell, for reading only: whatever else the rest of the program does, nothing that changes the organisation
/// reaches it.
/// Shape:   Get-… and Select-Object are passed on, without a handler for questions; every other cmdlet is refused
///          and is not offered. That includes Export-ExchangeCertificate, which hands out a private key.
/// Errors:  ReadOnlyShell (subject: the cmdlet), else those of the inner shell.
/// Threads: the thread of the object.
class ReadOnlyShell final : public Shell {
    Q_OBJECT
public:
    explicit ReadOnlyShell(std::shared_ptr<Shell> inner, QObject *parent = nullptr);
    ~ReadOnlyShell() override;

    /// Whether a cmdlet passes.
    [[nodiscard]] static bool reads(const QString &cmdlet);

    [[nodiscard]] ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_inner->clock(); }
    [[nodiscard]] bool offers(const QString &cmdlet) const override { return reads(cmdlet) && m_inner->offers(cmdlet); }
    [[nodiscard]] QList<Error> problems() const override { return m_inner->problems(); }
    [[nodiscard]] QFuture<Result<PipelineOutput>> invoke(
        const Pipeline &pipeline, const std::shared_ptr<PromptHandler> &prompts = nullptr) override;

private:
    std::shared_ptr<Shell> m_inner;
};

} // namespace kakuin::shell
