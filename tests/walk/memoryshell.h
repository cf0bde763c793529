// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/pipelinerun.h"
#include "core/shell/shell.h"
#include "tests/testkit/fakeclock.h"

namespace kakuin::walk {

/// A practice organisation in memory: the cmdlets of LabShell without its file and its thread. Its clock stands still
/// until it is moved, and new certificates get the stored keys in turn, so that nothing depends on chance.
/// Contract: as every shell's; answers come from the event loop.
class MemoryShell final : public shell::Shell, private lab::PipelineRun::Host {
    Q_OBJECT
public:
    MemoryShell(lab::LabState state, const QDateTime &nowUtc);
    ~MemoryShell() override;

    [[nodiscard]] shell::ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_clock; }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;

    [[nodiscard]] const lab::LabState &state() const override { return m_state; }
    /// What is done on the servers themselves, without a cmdlet.
    void change(const std::function<void(lab::LabState &)> &f) { f(m_state); }
    /// Moves the clock; deliveries and AuthAdmin happen.
    void advance(std::chrono::seconds by);
    [[nodiscard]] Result<lab::CertificateMaterial> material(int bits) override;

private:
    struct Run;
    [[nodiscard]] Result<void> commit(const lab::LabState &draft) override;
    [[nodiscard]] QDateTime nowUtc() const override { return m_clock->nowUtc(); }
    void take(const std::shared_ptr<Run> &run, const lab::PipelineRun::Turn &turn);

    lab::LabState m_state;
    std::shared_ptr<testkit::FakeClock> m_clock;
    quint32 m_made = 0;
};

} // namespace kakuin::walk
