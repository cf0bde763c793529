// SPDX-License-Identifier: MIT
#include "core/remote/remoterun.h"

#include "core/base/whendone.h"
#include "core/remote/commandrequest.h"

namespace kakuin::remote {

using namespace Qt::StringLiterals;
using shell::PipelineOutput;
using shell::PromptAnswer;

RemoteRun::RemoteRun(std::unique_ptr<RemotePipeline> remote, shell::Pipeline pipeline,
    std::shared_ptr<shell::PromptHandler> prompts, Context context, QObject *parent)
    : QObject(parent)
    , m_remote(std::move(remote))
    , m_pipeline(std::move(pipeline))
    , m_prompts(std::move(prompts))
    , m_context(std::move(context))
{
    m_promise.start();
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &RemoteRun::abandon);
    m_watcher.setFuture(m_promise.future());
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_context.readTimeout);
    connect(&m_timer, &QTimer::timeout, this, [this] { giveUp(ErrorCode::ServerUnreachable, u"no answer in time"_s); });
    connectPipeline();
}

RemoteRun::~RemoteRun()
{
    m_asked.cancel();
    if (!m_isFinished) {
        m_promise.addResult(kakuin::fail(ErrorCode::Cancelled));
        m_promise.finish();
    }
}

void RemoteRun::connectPipeline()
{
    connect(m_remote.get(), &RemotePipeline::began, this, [this] {
        if (!m_pipeline.isChanging())
            m_timer.start(); // what changes something is never stopped by a clock
    });
    connect(m_remote.get(), &RemotePipeline::output, this,
        [this](const clixml::Value &value) { m_output.items.append(value); });
    connect(m_remote.get(), &RemotePipeline::errorWritten, this,
        [this](const psrp::ErrorRecord &record) { m_output.items.append(shellRecord(record, false)); });
    connect(m_remote.get(), &RemotePipeline::textWritten, this, [this](const psrp::TextWritten &text) {
        if (text.kind == psrp::TextWritten::Kind::Warning)
            m_output.items.append(shell::Warning{text.text});
    });
    connect(m_remote.get(), &RemotePipeline::outputLost, this, [this](const Error &error) {
        if (!m_error)
            m_error = Error{ErrorCode::UnexpectedOutput, m_context.server, error.detail};
    });
    connect(m_remote.get(), &RemotePipeline::hostCalled, this, &RemoteRun::take);
    connect(m_remote.get(), &RemotePipeline::finished, this, &RemoteRun::onFinished);
    connect(m_remote.get(), &RemotePipeline::failed, this, &RemoteRun::onFailed);
}

void RemoteRun::take(const psrp::HostCall &call)
{
    if (m_isFinished || call.isVoid())
        return; // what is only said comes as a record, too
    const auto request = psrp::choiceRequestOf(call);
    if (m_error || !request || !m_prompts) // what is being stopped asks in vain
        refuse(call, ErrorCode::PromptRefused, nameOf(call.method));
    else
        ask(call, shellPrompt(*request, m_pipeline, m_context.server));
}

void RemoteRun::ask(const psrp::HostCall &call, const shell::Prompt &prompt)
{
    m_timer.stop(); // a person may think as long as they like
    m_asked = m_prompts->ask(prompt);
    const qsizetype choices = prompt.choices.size();
    whenDone(m_asked, this, [this, call, choices](const Result<PromptAnswer> &given) {
        if (m_isFinished || m_remote->hasEnded())
            return;
        // whatever goes wrong with the handler, it never means Yes
        if (!given || !given->choice || *given->choice < 0 || *given->choice >= choices) {
            refuse(call, ErrorCode::PromptStopped);
            return;
        }
        if (const auto answered = m_remote->answer(call, psrp::HostReply::choice(*given->choice)); !answered)
            giveUp(ErrorCode::PromptStopped, answered.error().detail);
    });
}

// Stopped first, so that nothing goes on when the refusal lets the waiting cmdlet loose.
void RemoteRun::refuse(const psrp::HostCall &call, ErrorCode code, const QString &detail)
{
    giveUp(code, detail);
    if (!m_remote->waitsFor(call))
        return; // it has ended already: what is said of it follows
    if (const auto refused = m_remote->answer(call, psrp::HostReply::refusal(call)); !refused)
        onFailed(refused.error(), true);
}

void RemoteRun::giveUp(ErrorCode code, const QString &detail)
{
    if (!m_error)
        m_error = Error{code, m_context.server, detail};
    m_remote->stop();
}

void RemoteRun::addTerminating(const psrp::ErrorRecord &record)
{
    const shell::ErrorRecord known = shellRecord(record, true);
    // some servers write the error that ends a pipeline before they end it with the same one
    if (!m_output.items.isEmpty()) {
        if (auto *last = std::get_if<shell::ErrorRecord>(&m_output.items.last());
            last && last->message == known.message && last->fullyQualifiedErrorId == known.fullyQualifiedErrorId) {
            last->isTerminating = true;
            return;
        }
    }
    m_output.items.append(known);
}

void RemoteRun::onFinished(const psrp::PipelineEnded &end)
{
    if (m_isFinished)
        return;
    if (m_error) {
        // what was stopped and has completed all the same, or whose answer cannot be read, may have changed anything
        const bool isUnknown = m_pipeline.isChanging()
            && (m_error->code == ErrorCode::UnexpectedOutput || end.state == psrp::PipelineState::Completed);
        if (isUnknown)
            m_error->code = ErrorCode::ConnectionLost;
        finish(tl::unexpected<Error>(*m_error));
        return;
    }
    if (end.state == psrp::PipelineState::Stopped) {
        // not by us: somebody ended it on the server, and what it had done by then is not known
        finish(kakuin::fail(ErrorCode::ConnectionLost, m_context.server, end.error ? end.error->message : QString()));
        return;
    }
    if (end.state == psrp::PipelineState::Failed)
        addTerminating(end.error.value_or(psrp::ErrorRecord()));
    finish(std::move(m_output));
}

void RemoteRun::onFailed(const Error &error, bool hasBegun)
{
    if (m_isFinished)
        return;
    // The words of the other end prove nothing: a proxy can let a command through and then say that there is no such
    // shell. Only what changes nothing, or what has not left, is sent on a new session.
    if ((!hasBegun || !m_pipeline.isChanging()) && error.code == ErrorCode::ConnectionLost && beginsAgain(hasBegun))
        return;
    const QString subject = m_context.server.isEmpty() ? error.subject : m_context.server;
    if (error.code == ErrorCode::Cancelled)
        finish(tl::unexpected<Error>(error));
    else if (hasBegun && (m_pipeline.isChanging() || error.code == ErrorCode::ConnectionLost))
        finish(kakuin::fail(ErrorCode::ConnectionLost, subject, error.detail)); // its outcome is not known
    else if (error.code == ErrorCode::ConnectionLost)
        finish(kakuin::fail(ErrorCode::ServerUnreachable, subject, error.detail)); // nothing of it was sent
    else
        finish(kakuin::fail(error.code, error.subject.isEmpty() ? subject : error.subject, error.detail));
}

bool RemoteRun::beginsAgain(bool hasBegun)
{
    const auto again = std::exchange(m_context.again, nullptr);
    auto remote = again && !m_error ? again(hasBegun) : nullptr;
    if (!remote)
        return false;
    m_timer.stop();
    m_output = {};
    m_remote->disconnect(this);
    m_remote.release()->deleteLater(); // it is what speaks here
    m_remote = std::move(remote);
    connectPipeline();
    return true;
}

void RemoteRun::abandon()
{
    if (m_isFinished)
        return;
    m_asked.cancel();
    finish(kakuin::fail(ErrorCode::Cancelled));
    m_remote->stop();
}

void RemoteRun::finish(Result<PipelineOutput> result)
{
    m_isFinished = true;
    m_timer.stop();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater(); // and the pipeline with it: if it still runs, it is stopped and its questions are refused
}

} // namespace kakuin::remote
