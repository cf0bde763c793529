// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace kakuin::bench {

/// Answers as another shell did, every command after the same latency and as many side by side as are asked for: what
/// three hundred servers do, which a practice organisation on one thread cannot.
/// Shape:   learn() first asks the other shell and keeps the answers, by the command's PowerShell; invoke() then knows
///          only those. limitTo(n) cuts Get-ExchangeServer down to its first n servers.
/// Errors:  a command that was not learnt ends with CmdletNotFound.
/// Threads: the thread of the object.
class ReplayShell final : public shell::Shell {
    Q_OBJECT
public:
    ReplayShell(std::shared_ptr<shell::Shell> original, std::chrono::milliseconds latency);

    /// Answers come from the original from now on, and are kept.
    void learn() { m_isLearning = true; }
    /// Answers come from what was kept, `servers` of them at most.
    void replay(int servers);
    /// The first `servers` of those do not answer: what is asked of them fails after `limit`.
    void silence(int servers, std::chrono::milliseconds limit);
    /// Commands answered since replay().
    [[nodiscard]] int commandCount() const { return m_commandCount; }
    [[nodiscard]] int mostRunning() const { return m_mostRunning; }

    [[nodiscard]] shell::ShellDescription description() const override { return m_original->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_original->clock(); }
    [[nodiscard]] bool offers(const QString &cmdlet) const override { return m_original->offers(cmdlet); }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;

private:
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> ask(const QString &command, const shell::Pipeline &pipeline);
    [[nodiscard]] Result<shell::PipelineOutput> answerTo(const QString &command) const;

    std::shared_ptr<shell::Shell> m_original;
    std::chrono::milliseconds m_latency;
    QHash<QString, Result<shell::PipelineOutput>> m_answers; ///< by PowerShell
    bool m_isLearning = false;
    [[nodiscard]] bool isSilent(const QString &command) const;

    int m_servers = 0;
    int m_silentServers = 0;
    std::chrono::milliseconds m_silence{0};
    int m_commandCount = 0;
    int m_running = 0;
    int m_mostRunning = 0;
};

} // namespace kakuin::bench
