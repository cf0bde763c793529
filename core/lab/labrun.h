// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labworker.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>

namespace kakuin::lab {

/// One invoke() of a LabShell, on the shell's thread: waits for the latency, brings questions to the handler, finishes
/// the future exactly once, and deletes itself.
class LabRun final : public QObject {
    Q_OBJECT
public:
    LabRun(LabWorker &worker, shell::Pipeline pipeline, QString culture, std::shared_ptr<shell::PromptHandler> prompts,
        QObject *parent);
    ~LabRun() override;
    Q_DISABLE_COPY_MOVE(LabRun)

    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> future() const { return m_watcher.future(); }
    void startAfter(std::chrono::milliseconds latency);

Q_SIGNALS:
    void statusArrived(const kakuin::lab::LabStatus &status);

private:
    void begin();
    void take(const PipelineRun::Turn &turn);
    void ask(const shell::Prompt &prompt);
    void answer(const Result<int> &choice);
    void finish(Result<shell::PipelineOutput> result);
    void abandon();

    LabWorker &m_worker;
    LabEngine::RunId m_id;
    shell::Pipeline m_pipeline;
    QString m_culture;
    std::shared_ptr<shell::PromptHandler> m_prompts;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
    QPromise<Result<shell::PipelineOutput>> m_promise;
    QFutureWatcher<Result<shell::PipelineOutput>> m_watcher;
    QFuture<Result<shell::PromptAnswer>> m_asked;
    bool m_isFinished = false;
};

} // namespace kakuin::lab
