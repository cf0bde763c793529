// SPDX-License-Identifier: MIT
#include "core/session/loggingshell.h"

#include "core/base/whendone.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace kakuin::session {
namespace {

using Outcome = CommandRecord::Outcome;
using shell::PipelineOutput;
using shell::PromptAnswer;

Outcome outcomeOf(const Result<PipelineOutput> &result)
{
    if (!result)
        return result.error().code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    if (result->hasErrors())
        return Outcome::ErrorRecords;
    return result->warnings().isEmpty() ? Outcome::Succeeded : Outcome::Warned;
}

// Hands the questions on and writes them down. Lives as long as the pipeline; the log may go before.
class LoggingPrompts final : public shell::PromptHandler {
public:
    LoggingPrompts(std::shared_ptr<shell::PromptHandler> inner, CommandLog *log, quint64 number)
        : m_inner(std::move(inner))
        , m_log(log)
        , m_number(number)
    {
    }

    [[nodiscard]] QFuture<Result<PromptAnswer>> ask(const shell::Prompt &prompt) override
    {
        if (!m_log)
            return m_inner->ask(prompt);
        qsizetype index = 0;
        m_log->update(m_number, [&](CommandRecord &record) {
            index = record.questions.size();
            record.questions.append({prompt, std::nullopt, false});
        });
        const QFuture<Result<PromptAnswer>> future = m_inner->ask(prompt);
        const auto note = [log = m_log, number = m_number, index](const Result<PromptAnswer> &answer) {
            if (!log)
                return;
            log->update(number, [&](CommandRecord &record) {
                if (index >= record.questions.size())
                    return;
                record.questions[index].isAnswered = true;
                record.questions[index].answer = answer ? answer->choice : std::nullopt;
            });
        };
        whenDone(future, m_log.data(), note);
        return future;
    }

private:
    std::shared_ptr<shell::PromptHandler> m_inner;
    QPointer<CommandLog> m_log;
    quint64 m_number;
};

} // namespace

LoggingShell::LoggingShell(std::shared_ptr<shell::Shell> inner, CommandLog *log, QObject *parent)
    : Shell(parent)
    , m_inner(std::move(inner))
    , m_log(log)
{
}

LoggingShell::~LoggingShell()
{
    if (!m_log)
        return;
    for (const quint64 number : std::as_const(m_running))
        m_log->update(number, [](CommandRecord &record) { record.outcome = Outcome::Cancelled; });
}

shell::ShellDescription LoggingShell::description() const
{
    return m_inner->description();
}

std::shared_ptr<const Clock> LoggingShell::clock() const
{
    return m_inner->clock();
}

bool LoggingShell::offers(const QString &cmdlet) const
{
    return m_inner->offers(cmdlet);
}

QList<Error> LoggingShell::problems() const
{
    return m_inner->problems();
}

QFuture<Result<PipelineOutput>> LoggingShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    if (!m_log)
        return m_inner->invoke(pipeline, prompts);
    const quint64 number = m_log->begin(pipeline, m_inner->clock()->nowUtc());
    m_running.insert(number);
    // The organisation's clock may be moved meanwhile: durations are of this computer's
    QElapsedTimer timer;
    timer.start();
    const std::shared_ptr<shell::PromptHandler> noting
        = prompts ? std::make_shared<LoggingPrompts>(prompts, m_log.data(), number) : nullptr;
    const QFuture<Result<PipelineOutput>> future = m_inner->invoke(pipeline, noting);
    whenDone(future, this, [this, number, timer](const Result<PipelineOutput> &result) {
        m_running.remove(number);
        if (!m_log)
            return;
        m_log->update(number, [&](CommandRecord &record) {
            record.duration = std::chrono::milliseconds(timer.elapsed());
            record.outcome = outcomeOf(result);
            if (!result) {
                record.failure = result.error();
                return;
            }
            record.errors = result->errors();
            record.warnings = result->warnings();
            record.objectCount = static_cast<int>(std::count_if(result->items.begin(), result->items.end(),
                [](const PipelineOutput::Item &item) { return std::holds_alternative<clixml::Value>(item); }));
        });
    });
    return future;
}

} // namespace kakuin::session
