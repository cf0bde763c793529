// SPDX-License-Identifier: MIT
#include "core/lab/labrun.h"

#include "core/base/whendone.h"

#include <QtCore/QTimer>

namespace kakuin::lab {

using shell::PipelineOutput;
using shell::PromptAnswer;

LabRun::LabRun(LabWorker &worker, shell::Pipeline pipeline, QString culture,
    std::shared_ptr<shell::PromptHandler> prompts, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_pipeline(std::move(pipeline))
    , m_culture(std::move(culture))
    , m_prompts(std::move(prompts))
{
    static std::atomic<LabEngine::RunId> counter = 0;
    m_id = ++counter;
    m_promise.start();
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &LabRun::abandon);
    m_watcher.setFuture(m_promise.future());
}

LabRun::~LabRun()
{
    m_isCancelled->store(true);
    m_asked.cancel();
    if (!m_isFinished) {
        m_promise.addResult(fail(ErrorCode::Cancelled));
        m_promise.finish();
    }
}

void LabRun::startAfter(std::chrono::milliseconds latency)
{
    QTimer::singleShot(latency, this, &LabRun::begin);
}

void LabRun::begin()
{
    if (m_isFinished)
        return;
    QPointer<LabRun> self(this);
    m_worker.post<PipelineRun::Turn>([id = m_id, pipeline = m_pipeline, culture = m_culture, flag = m_isCancelled](
                                         LabEngine &engine) { return engine.begin(id, pipeline, culture, flag); },
        [self](const PipelineRun::Turn &turn, const LabStatus &status) {
            if (!self)
                return;
            Q_EMIT self->statusArrived(status);
            self->take(turn);
        });
}

void LabRun::take(const PipelineRun::Turn &turn)
{
    if (m_isFinished)
        return;
    if (const auto *prompt = std::get_if<shell::Prompt>(&turn))
        ask(*prompt);
    else
        finish(std::get<Result<PipelineOutput>>(turn));
}

void LabRun::ask(const shell::Prompt &prompt)
{
    if (!m_prompts) {
        answer(fail(ErrorCode::PromptRefused, prompt.server.name()));
        return;
    }
    m_asked = m_prompts->ask(prompt);
    const qsizetype choices = prompt.choices.size();
    whenDone(m_asked, this, [this, choices](const Result<PromptAnswer> &given) {
        // whatever goes wrong with the handler, it never means Yes
        if (!given || !given->choice || *given->choice < 0 || *given->choice >= choices)
            answer(fail(ErrorCode::PromptStopped));
        else
            answer(*given->choice);
    });
}

void LabRun::answer(const Result<int> &choice)
{
    if (m_isFinished)
        return;
    QPointer<LabRun> self(this);
    m_worker.post<PipelineRun::Turn>([id = m_id, choice](LabEngine &engine) { return engine.resume(id, choice); },
        [self](const PipelineRun::Turn &turn, const LabStatus &status) {
            if (!self)
                return;
            Q_EMIT self->statusArrived(status);
            self->take(turn);
        });
}

void LabRun::finish(Result<PipelineOutput> result)
{
    m_isFinished = true;
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

void LabRun::abandon()
{
    if (m_isFinished)
        return;
    m_isCancelled->store(true);
    m_asked.cancel();
    m_worker.post<bool>(
        [id = m_id](LabEngine &engine) {
            engine.drop(id);
            return true;
        },
        [](bool, const LabStatus &) {});
    finish(fail(ErrorCode::Cancelled));
}

} // namespace kakuin::lab
