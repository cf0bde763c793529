// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"
#include "fakeclock.h"

#include <functional>

namespace kakuin::testkit {

/// What a scripted cmdlet does: asks its questions in order, then ends.
struct ScriptedReply final {
    shell::PipelineOutput output;
    std::optional<Error> failure; ///< invoke() itself fails with it
    QList<shell::Prompt> prompts;
    /// Takes the place of output and failure when set: the answers decide.
    std::function<Result<shell::PipelineOutput>(const QList<shell::PromptAnswer> &)> finish;

    [[nodiscard]] static ScriptedReply objects(const QList<clixml::Value> &values);
    [[nodiscard]] static ScriptedReply error(const shell::ErrorRecord &record);
    [[nodiscard]] static ScriptedReply fails(ErrorCode code, const QString &subject = {}, const QString &detail = {});
};

/// A Shell for tests: answers from a script and remembers what was asked of it.
/// Shape:   on(cmdlet, reply) or on(cmdlet, responder) by the name of the pipeline's last cmdlet; what is not scripted
///          is a terminating CommandNotFoundException. Answers come from the event loop, never inside invoke().
/// Contract: as every shell's (questions without a handler: PromptRefused; stop: PromptStopped; cancel: Cancelled).
class ScriptedShell final : public shell::Shell {
    Q_OBJECT
public:
    using Responder = std::function<ScriptedReply(const shell::Pipeline &)>;
    struct Invocation final {
        shell::Pipeline pipeline;
        QList<shell::PromptAnswer> answers;
        bool isFinished = false;
    };

    explicit ScriptedShell(QObject *parent = nullptr);
    ~ScriptedShell() override;

    void on(const QString &cmdlet, ScriptedReply reply);
    void on(const QString &cmdlet, Responder responder);
    /// The n-th invocation from now on (1 = the next) fails instead of running.
    void failInvocation(int n, const Error &error);
    /// Invocations wait, unanswered, until they are released in the order of their coming.
    void hold() { m_isHeld = true; }
    void release();
    void releaseOne();
    [[nodiscard]] int heldCount() const;
    [[nodiscard]] int runningCount() const; ///< begun and not finished
    [[nodiscard]] int mostRunning() const { return m_mostRunning; }

    [[nodiscard]] const QList<Invocation> &invocations() const { return m_invocations; }
    /// The pipelines as PowerShell, in order: easy to compare.
    [[nodiscard]] QStringList commands() const;
    void setDescription(const shell::ShellDescription &description) { m_description = description; }
    void setProblems(const QList<Error> &problems) { m_problems = problems; }
    [[nodiscard]] const std::shared_ptr<FakeClock> &fakeClock() const { return m_clock; }

    [[nodiscard]] shell::ShellDescription description() const override { return m_description; }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_clock; }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;
    [[nodiscard]] QList<Error> problems() const override { return m_problems; }

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;
    void begin(const RunPtr &run);
    void askNext(const RunPtr &run);
    void finish(const RunPtr &run, Result<shell::PipelineOutput> result);

    QHash<QString, Responder> m_responders; ///< by lower-case name
    QHash<qsizetype, Error> m_failures; ///< by index of the invocation
    QList<Invocation> m_invocations;
    QList<RunPtr> m_runs; ///< not finished
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>();
    shell::ShellDescription m_description{shell::ShellDescription::Kind::Remote, QStringLiteral("scripted"), false, {}};
    QList<Error> m_problems;
    int m_mostRunning = 0;
    bool m_isHeld = false;
};

} // namespace kakuin::testkit
