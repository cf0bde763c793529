// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"

#include "core/base/whendone.h"
#include "core/lab/labports.h"
#include "core/lab/labrun.h"

#include <QtCore/QCoreApplication>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

struct LabShell::Opened {
    std::unique_ptr<LabWorker> worker;
    std::shared_ptr<LabClock> clock;
    QString path;
    LabStatus status;
};

LabShell::LabShell(Opened opened)
    : m_worker(std::move(opened.worker))
    , m_clock(opened.clock)
    , m_path(opened.path)
    , m_culture(u"en-US"_s)
    , m_status(std::make_unique<LabStatus>(opened.status))
{
}

LabShell::~LabShell()
{
    // the runs refer to the worker: they end (as cancelled) before it does
    const QList<LabRun *> runs = findChildren<LabRun *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(runs);
}

QFuture<Result<std::shared_ptr<LabShell>>> LabShell::start(const QString &path, std::optional<Preset> preset)
{
    using Opening = QPromise<Result<std::shared_ptr<LabShell>>>;
    auto promise = std::make_shared<Opening>();
    promise->start();
    promise->setProgressRange(0, 100);
    auto clock = std::make_shared<LabClock>();
    // Worker and receiver stay with the application until the shell has them, so that quitting meanwhile ends the
    // thread.
    auto *worker = new LabWorker;
    auto *receiver = new QObject;
    if (QCoreApplication *application = QCoreApplication::instance(); application->thread() == worker->thread()) {
        receiver->setParent(application);
        worker->setParent(receiver); // a receiver outlives the thread that posts to it
    }
    const auto opener = [promise, clock, path, preset] {
        if (!preset)
            return LabEngine::open(path, clock);
        return LabEngine::create(path, *preset, clock, [promise](int percent) {
            promise->setProgressValue(percent);
            return !promise->isCanceled();
        });
    };
    worker->open(opener, receiver, [promise, clock, path, worker, receiver](const Result<LabStatus> &status) {
        receiver->deleteLater();
        worker->setParent(nullptr);
        std::unique_ptr<LabWorker> owned(worker);
        if (!status)
            promise->addResult(tl::unexpected<Error>(status.error()));
        else
            promise->addResult(std::shared_ptr<LabShell>(new LabShell(Opened{std::move(owned), clock, path, *status})));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<std::shared_ptr<LabShell>>> LabShell::open(const QString &path)
{
    return start(path, std::nullopt);
}

QFuture<Result<std::shared_ptr<LabShell>>> LabShell::create(const QString &path, Preset preset)
{
    return start(path, preset);
}

shell::ShellDescription LabShell::description() const
{
    shell::ShellDescription description;
    description.kind = shell::ShellDescription::Kind::Lab;
    description.name = m_status->name;
    return description;
}

std::shared_ptr<const Clock> LabShell::clock() const
{
    return m_clock;
}

bool LabShell::offers(const QString &cmdlet) const
{
    return findCmdlet(cmdlet) != nullptr;
}

QString LabShell::path() const
{
    return m_path;
}

QString LabShell::organisationId() const
{
    return m_status->organisationId;
}

Preset LabShell::preset() const
{
    return m_status->preset;
}

void LabShell::setCulture(const QString &culture)
{
    m_culture = culture;
}

QHash<domain::ServerId, Fault> LabShell::faults() const
{
    return m_status->faults;
}

QFuture<Result<shell::PipelineOutput>> LabShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    std::chrono::milliseconds latency{0};
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        const CmdletDefinition *definition = findCmdlet(cmdlet.name());
        if (!definition || !definition->contactsServer)
            continue;
        const QString target = cmdlet.namedServer();
        const domain::ServerId server
            = target.isEmpty() ? m_status->sessionServer : domain::ServerId::fromHostName(target);
        latency += m_status->faults.value(server).latency;
    }
    auto *run = new LabRun(*m_worker, pipeline, m_culture, prompts, this);
    connect(run, &LabRun::statusArrived, this, &LabShell::takeStatus);
    run->startAfter(latency);
    return run->future();
}

void LabShell::takeStatus(const LabStatus &status)
{
    if (*m_status == status)
        return;
    *m_status = status;
    Q_EMIT stateChanged();
}

QFuture<Result<void>> LabShell::change(const std::function<Result<void>(LabEngine &)> &work)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const QPointer<LabShell> self(this);
    m_worker->post<Result<void>>(work, [promise, self](const Result<void> &result, const LabStatus &status) {
        if (self) {
            *self->m_status = status;
            if (result)
                Q_EMIT self->stateChanged();
        }
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> LabShell::advanceClock(std::chrono::minutes by)
{
    return change([by](LabEngine &engine) { return engine.advance(by); });
}

QFuture<Result<void>> LabShell::setFault(const domain::ServerId &server, const Fault &fault)
{
    return change([server, fault](LabEngine &engine) { return engine.setFault(server, fault); });
}

QFuture<Result<void>> LabShell::bindSite(const domain::ServerId &server, int site, const domain::Thumbprint &thumbprint)
{
    return change([=](LabEngine &engine) { return engine.bindSite(server, site, thumbprint); });
}

QFuture<Result<domain::ServedCertificate>> LabShell::portServes(
    const domain::ServerId &server, const domain::LivePort &port)
{
    using Served = Result<domain::ServedCertificate>;
    auto promise = std::make_shared<QPromise<Served>>();
    promise->start();
    m_worker->post<Served>([server, port, now = m_clock->nowUtc()](
                               LabEngine &engine) { return servedBy(engine.state(), server, port, now); },
        [promise](const Served &served, const LabStatus &) {
            promise->addResult(served);
            promise->finish();
        });
    return promise->future();
}

} // namespace kakuin::lab
