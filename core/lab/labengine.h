// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labclock.h"
#include "core/lab/labstore.h"
#include "core/lab/pipelinerun.h"

#include <map>

namespace kakuin::lab {

/// What everybody may know of a practice organisation without asking its thread.
struct LabStatus final {
    Preset preset = Preset::Contoso2013;
    QString name; ///< "Contoso 2013"
    QString organisationId;
    domain::ServerId sessionServer;
    QHash<domain::ServerId, Fault> faults; ///< only the servers that have one
    friend bool operator==(const LabStatus &, const LabStatus &) = default;
};

/// The practice organisation itself, without threads: its state, its file, its running pipelines.
/// Shape:  begin() and resume() answer with the next question or the end; everything else of time that has passed
///         (deliveries, AuthAdmin) is made up for first. The state in memory is always what the file says.
/// Threads: one; LabWorker gives it its own.
class LabEngine final : private PipelineRun::Host {
public:
    [[nodiscard]] static Result<std::unique_ptr<LabEngine>> open(
        const QString &path, const std::shared_ptr<LabClock> &clock);
    /// `progress` is called with 0 to 100 and answers whether to go on.
    [[nodiscard]] static Result<std::unique_ptr<LabEngine>> create(const QString &path, Preset preset,
        const std::shared_ptr<LabClock> &clock, const std::function<bool(int)> &progress);

    using RunId = quint64;
    [[nodiscard]] PipelineRun::Turn begin(RunId id, const shell::Pipeline &pipeline, const QString &culture,
        std::shared_ptr<const std::atomic_bool> isCancelled);
    [[nodiscard]] PipelineRun::Turn resume(RunId id, const Result<int> &choice);
    /// Forgets a pipeline whose question nobody will answer.
    void drop(RunId id) { m_runs.erase(id); }

    [[nodiscard]] Result<void> advance(std::chrono::minutes by);
    /// Kind None also repairs what a fault stands for: a back end without certificate is bound again.
    [[nodiscard]] Result<void> setFault(const domain::ServerId &server, const Fault &fault);
    /// What IIS Manager does on a server: binds a web site to a certificate of its store, and trusts it there.
    [[nodiscard]] Result<void> bindSite(const domain::ServerId &server, int site, const domain::Thumbprint &thumbprint);
    [[nodiscard]] LabStatus status() const;
    [[nodiscard]] const LabState &state() const override { return m_state; }

private:
    LabEngine(std::unique_ptr<LabStore> store, LabState state, std::shared_ptr<LabClock> clock);
    [[nodiscard]] Result<void> commit(const LabState &draft) override;
    [[nodiscard]] QDateTime nowUtc() const override { return m_clock->nowUtc(); }
    [[nodiscard]] Result<void> makeUpForTime();
    [[nodiscard]] PipelineRun::Turn settle(RunId id, PipelineRun::Turn turn);

    std::unique_ptr<LabStore> m_store;
    LabState m_state;
    std::shared_ptr<LabClock> m_clock;
    std::map<RunId, PipelineRun> m_runs;
};

} // namespace kakuin::lab
