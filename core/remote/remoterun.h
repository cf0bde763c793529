// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/remotesession.h"
#include "core/shell/pipeline.h"
#include "core/shell/pipelineoutput.h"
#include "core/shell/prompt.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>

#include <functional>

namespace kakuin::remote {

/// One invoke() of a RemoteShell: collects the output, brings questions to the handler, finishes the future exactly
/// once, and deletes itself.
class RemoteRun final : public QObject {
    Q_OBJECT
public:
    struct Context final {
        QString server; ///< what errors and questions name when the pipeline names none
        std::chrono::milliseconds readTimeout; ///< of pipelines that change nothing, from their beginning
        /// The same on a new session, when the server says that it has forgotten the old one, or when the old one was
        /// lost before anything of the pipeline was sent (hasBegun: some of it was); gives null where neither is so.
        /// Called at most once, and only for a pipeline that changes nothing or of which nothing was sent.
        std::function<std::unique_ptr<RemotePipeline>(bool hasBegun)> again;
    };
    RemoteRun(std::unique_ptr<RemotePipeline> remote, shell::Pipeline pipeline,
        std::shared_ptr<shell::PromptHandler> prompts, Context context, QObject *parent);
    ~RemoteRun() override;
    Q_DISABLE_COPY_MOVE(RemoteRun)

    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> future() const { return m_watcher.future(); }

private:
    void connectPipeline();
    void take(const psrp::HostCall &call);
    void ask(const psrp::HostCall &call, const shell::Prompt &prompt);
    void refuse(const psrp::HostCall &call, ErrorCode code, const QString &detail = {});
    void giveUp(ErrorCode code, const QString &detail);
    void onFinished(const psrp::PipelineEnded &end);
    void onFailed(const Error &error, bool hasBegun);
    [[nodiscard]] bool beginsAgain(bool hasBegun);
    void addTerminating(const psrp::ErrorRecord &record);
    void abandon();
    void finish(Result<shell::PipelineOutput> result);

    std::unique_ptr<RemotePipeline> m_remote;
    shell::Pipeline m_pipeline;
    std::shared_ptr<shell::PromptHandler> m_prompts;
    Context m_context;
    shell::PipelineOutput m_output;
    std::optional<Error> m_error; // why it was stopped, which is what the future says once the server has stopped it
    QTimer m_timer;
    QPromise<Result<shell::PipelineOutput>> m_promise;
    QFutureWatcher<Result<shell::PipelineOutput>> m_watcher;
    QFuture<Result<shell::PromptAnswer>> m_asked;
    bool m_isFinished = false;
};

} // namespace kakuin::remote
