// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/commandlog.h"
#include "core/shell/shell.h"

#include <QtCore/QPointer>

namespace kakuin::session {

/// A shell that runs everything through another one and records it: the command, its questions and their answers, how
/// long it took and how it ended.
/// Shape:   the future that invoke() returns is the inner shell's own, so cancelling it reaches the pipeline.
/// Errors:  the inner shell's. The log may die first; then nothing is recorded.
/// Threads: the thread of the object.
class LoggingShell final : public shell::Shell {
    Q_OBJECT
public:
    LoggingShell(std::shared_ptr<shell::Shell> inner, CommandLog *log, QObject *parent = nullptr);
    ~LoggingShell() override;

    [[nodiscard]] const std::shared_ptr<shell::Shell> &inner() const { return m_inner; }
    [[nodiscard]] shell::ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override;
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;
    [[nodiscard]] QList<Error> problems() const override;

private:
    std::shared_ptr<shell::Shell> m_inner;
    QPointer<CommandLog> m_log;
    QSet<quint64> m_running;
};

} // namespace kakuin::session
