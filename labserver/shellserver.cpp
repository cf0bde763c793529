// SPDX-License-Identifier: MIT
#include "labserver/shellserver.h"

#include "core/base/whendone.h"
#include "core/clixml/object.h"

#include <QtCore/QPointer>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;
using psrp::PipelineState;
using shell::PipelineOutput;
using shell::PromptAnswer;

namespace {

shell::ParameterValue parameterOf(const psrp::Argument &argument)
{
    if (const auto *secret = std::get_if<Secret>(&argument))
        return *secret;
    const auto *value = std::get_if<Value>(&argument);
    if (!value || value->isNull())
        return {};
    if (const auto *truth = std::get_if<bool>(&value->data()))
        return *truth;
    if (const auto *bytes = std::get_if<QByteArray>(&value->data()))
        return *bytes;
    if (const auto time = value->toDateTimeUtc(); time.isValid())
        return time;
    if (std::holds_alternative<clixml::IntegerValue>(value->data()))
        return value->toInt().value_or(0);
    if (!value->object())
        return value->text();
    QStringList texts;
    const QList<Value> items = value->toList();
    for (const Value &item : items)
        texts.append(item.text());
    return texts;
}

shell::Pipeline pipelineOf(const psrp::PipelineRequest &request)
{
    shell::Pipeline pipeline;
    for (const psrp::Command &command : request.commands) {
        shell::Cmdlet cmdlet(command.text);
        for (const auto &parameter : command.parameters)
            cmdlet.with(parameter.name, parameterOf(parameter.value));
        pipeline.cmdlets.append(cmdlet);
    }
    return pipeline;
}

psrp::ErrorRecord recordOf(const shell::ErrorRecord &record)
{
    psrp::ErrorRecord wire;
    wire.message = record.message;
    wire.fullyQualifiedErrorId = record.fullyQualifiedErrorId;
    for (int i = 0; i < 32; ++i) {
        if (psrp::categoryName(i) == record.category)
            wire.category = i;
    }
    wire.reason = record.exceptionType;
    wire.activity = record.cmdlet;
    return wire;
}

} // namespace

/// The server's side of a person: a question of the shell becomes a host call, and its answer comes back.
class ShellServer::Host final : public shell::PromptHandler {
public:
    Host(ShellServer *server, const QUuid &id, shell::Pipeline pipeline)
        : m_server(server)
        , m_id(id)
        , m_pipeline(std::move(pipeline))
    {
    }
    [[nodiscard]] QFuture<Result<PromptAnswer>> ask(const shell::Prompt &prompt) override
    {
        if (!m_server)
            return readyFuture<PromptAnswer>(PromptAnswer::stop());
        psrp::ChoiceRequest request{prompt.caption, prompt.message, {}, prompt.defaultChoice};
        for (const shell::PromptChoice &choice : prompt.choices) {
            QString label = choice.label;
            const qsizetype at
                = choice.accelerator.isNull() ? -1 : label.indexOf(choice.accelerator, 0, Qt::CaseInsensitive);
            request.choices.append({at < 0 ? label : label.insert(at, u'&'), choice.help});
        }
        m_promise = std::make_shared<QPromise<Result<PromptAnswer>>>();
        m_promise->start();
        PipelineWatcher *watcher = m_server->m_watcher;
        if (watcher && watcher->asked(m_pipeline) == PipelineWatcher::Verdict::StaySilent)
            return m_promise->future();
        m_server->m_psrp.sendChoice(m_id, ++m_lastCall, request);
        Q_EMIT m_server->talked();
        return m_promise->future();
    }
    void take(const PsrpServer::CallAnswered &answer)
    {
        if (!m_promise || answer.id != m_lastCall)
            return;
        const auto index = answer.isRefused ? std::nullopt : answer.result.toInt();
        m_promise->addResult(index ? PromptAnswer::choose(static_cast<int>(*index)) : PromptAnswer::stop());
        m_promise->finish();
        m_promise.reset();
    }

private:
    QPointer<ShellServer> m_server; // a shell may ask after its client has gone
    QUuid m_id;
    shell::Pipeline m_pipeline;
    qint64 m_lastCall = 0;
    std::shared_ptr<QPromise<Result<PromptAnswer>>> m_promise;
};

ShellServer::ShellServer(std::shared_ptr<shell::Shell> shell, PipelineWatcher *watcher)
    : m_shell(std::move(shell))
    , m_watcher(watcher)
{
}

ShellServer::~ShellServer()
{
    for (Running &running : m_running)
        running.future.cancel();
}

Result<void> ShellServer::receive(const QUuid &channel, const QByteArray &bytes)
{
    const auto received = m_psrp.receive(channel, bytes);
    while (const auto request = m_psrp.nextRequest()) {
        if (const auto *asked = std::get_if<PsrpServer::PipelineRequested>(&*request))
            start(*asked);
        else if (const auto *answer = std::get_if<PsrpServer::CallAnswered>(&*request)) {
            if (const auto host = m_running.value(answer->pipeline).host)
                host->take(*answer);
        }
    }
    Q_EMIT talked();
    return received;
}

void ShellServer::start(const PsrpServer::PipelineRequested &asked)
{
    const QUuid id = asked.pipeline;
    if (asked.request.commands.constFirst().text == u"Get-Command") {
        listCommands(asked);
        return;
    }
    start(id, pipelineOf(asked.request));
}

void ShellServer::start(const QUuid &id, const shell::Pipeline &pipeline)
{
    if (m_watcher && m_watcher->arrived(pipeline) == PipelineWatcher::Verdict::StaySilent)
        return;
    const auto host = std::make_shared<Host>(this, id, pipeline);
    const auto future = m_shell->invoke(pipeline, host);
    m_running.insert(id, {pipeline, future, host});
    whenDone(future, this, [this, id](const Result<PipelineOutput> &output) { finish(id, output); });
}

void ShellServer::listCommands(const PsrpServer::PipelineRequested &asked)
{
    const auto names = parameterOf(asked.request.commands.constFirst().parameters.constFirst().value);
    const auto *list = std::get_if<QStringList>(&names);
    for (const QString &name : list ? *list : QStringList()) {
        if (m_shell->offers(name))
            m_psrp.sendOutput(asked.pipeline,
                ObjectBuilder(QStringList{u"System.Management.Automation.FunctionInfo"_s, u"System.Object"_s})
                    .toString(name)
                    .adapted(u"Name"_s, Value(name))
                    .build());
        else
            m_psrp.sendError(asked.pipeline,
                recordOf({name, u"CommandNotFoundException"_s, u"ObjectNotFound"_s, u"CommandNotFoundException"_s,
                    u"Get-Command"_s, false}));
    }
    m_psrp.sendState(asked.pipeline, PipelineState::Completed);
}

void ShellServer::finish(const QUuid &pipeline, const Result<PipelineOutput> &output)
{
    if (!m_running.contains(pipeline))
        return;
    const shell::Pipeline ran = m_running.take(pipeline).pipeline;
    if (m_watcher && !output && output.error().code == ErrorCode::ConnectionLost) {
        m_watcher->lost(ran);
        return;
    }
    if (m_watcher && m_watcher->ran(ran) == PipelineWatcher::Verdict::StaySilent)
        return;
    m_answered.insert(pipeline, ran);
    std::optional<psrp::ErrorRecord> ending;
    if (!output) {
        ending = psrp::ErrorRecord();
        ending->message = output.error().detail;
        ending->reason = u"PipelineStoppedException"_s;
    } else {
        for (const auto &item : output->items) {
            if (const auto *value = std::get_if<Value>(&item))
                m_psrp.sendOutput(pipeline, *value);
            else if (const auto *warning = std::get_if<shell::Warning>(&item))
                m_psrp.sendWarning(pipeline, warning->message);
            else if (const auto *record = std::get_if<shell::ErrorRecord>(&item); record->isTerminating)
                ending = recordOf(*record);
            else
                m_psrp.sendError(pipeline, recordOf(*record));
        }
    }
    m_psrp.sendState(pipeline, ending ? PipelineState::Failed : PipelineState::Completed, ending);
    Q_EMIT talked();
}

void ShellServer::stop(const QUuid &pipeline)
{
    if (!m_running.contains(pipeline))
        return;
    Running running = m_running.take(pipeline);
    running.future.cancel();
    m_psrp.sendState(pipeline, PipelineState::Stopped);
    Q_EMIT talked();
}

void ShellServer::forget(const QUuid &pipeline)
{
    stop(pipeline);
    m_psrp.forget(pipeline);
    if (!m_answered.contains(pipeline))
        return;
    const shell::Pipeline answered = m_answered.take(pipeline);
    if (m_watcher)
        m_watcher->released(answered);
}

} // namespace kakuin::labserver
