// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/livereading.h"
#include "core/lab/labfault.h"
#include "core/lab/labpreset.h"
#include "core/shell/shell.h"

#include <functional>

namespace kakuin::lab {

class LabClock;
class LabEngine;
class LabWorker;
struct LabStatus;

/// The practice organisation as a shell: an organisation in a file, with real keys and certificates, whose cmdlets
/// behave, ask and fail as Exchange's do.
/// Shape:   open() or create() answer with a shell that is ready; the state is on disk after every cmdlet that changed
///          it.
/// Errors:  of opening: StorageDamaged, StorageForeign, StorageTooNew, StorageLocked, DiskFull, FileUnwritable.
/// Threads: the public side lives on the caller's thread; keys, signatures and SQLite on one worker thread.
class LabShell final : public shell::Shell {
    Q_OBJECT
public:
    /// Opens an existing file.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<LabShell>>> open(const QString &path);
    /// Makes a new file; an existing one at that path is first renamed to "<name>.kept-<time>".
    /// Cost: huge (300 servers, some 2,000 certificates, all signed) in under 10 s; progress through the future.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<LabShell>>> create(const QString &path, Preset preset);
    ~LabShell() override;

    [[nodiscard]] shell::ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override;
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] Preset preset() const;
    /// Made with the file and kept in it: tells two practice organisations of one preset apart.
    [[nodiscard]] QString organisationId() const;
    /// Language of prompts and errors: "en-US" or "ja-JP"; others count as English. Takes effect with the next cmdlet.
    void setCulture(const QString &culture);
    /// Moves the organisation's clock forward; distribution and servicelets that became due happen.
    [[nodiscard]] QFuture<Result<void>> advanceClock(std::chrono::minutes by);
    /// Sets or clears a server's fault; it is kept in the file.
    [[nodiscard]] QFuture<Result<void>> setFault(const domain::ServerId &server, const Fault &fault);
    /// What IIS Manager does on a server, which no cmdlet can: binds a web site (IisBinding::backEndSite is 444) to a
    /// certificate of that server.
    /// Errors: ServerNotFound; InvalidArgument without such a certificate and its key.
    [[nodiscard]] QFuture<Result<void>> bindSite(
        const domain::ServerId &server, int site, const domain::Thumbprint &thumbprint);
    /// What a handshake with the port would show, on the state that the file has now. See LabPorts.
    [[nodiscard]] QFuture<Result<domain::ServedCertificate>> portServes(
        const domain::ServerId &server, const domain::LivePort &port);
    [[nodiscard]] QHash<domain::ServerId, Fault> faults() const;

Q_SIGNALS:
    /// The clock was moved or a fault set: what was read may be stale.
    void stateChanged();

private:
    struct Opened; ///< what opening leaves behind: the worker with its engine, the clock, the status
    explicit LabShell(Opened opened);
    [[nodiscard]] static QFuture<Result<std::shared_ptr<LabShell>>> start(
        const QString &path, std::optional<Preset> preset);
    void takeStatus(const LabStatus &status);
    [[nodiscard]] QFuture<Result<void>> change(const std::function<Result<void>(LabEngine &)> &work);

    std::unique_ptr<LabWorker> m_worker;
    std::shared_ptr<const LabClock> m_clock;
    QString m_path;
    QString m_culture;
    std::unique_ptr<LabStatus> m_status;
};

} // namespace kakuin::lab
