// SPDX-License-Identifier: MIT
#include "core/session/workspace.h"

#include "core/base/whendone.h"
#include "core/connection/shellopener.h"
#include "core/lab/labports.h"
#include "core/live/networkprobe.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QLockFile>

#include <functional>

namespace kakuin::session {
namespace {

constexpr QLatin1String practiceFolder("practice");
constexpr QLatin1String practicePattern("*.kakuinlab");
constexpr QLatin1String journalFile("journal.sqlite");
constexpr QLatin1String lockFile("in-use.lock");

} // namespace

/// What is open: the shell, and what else is known of it by the way in which it was opened.
struct Workspace::Opened {
    std::shared_ptr<shell::Shell> shell;
    lab::LabShell *lab = nullptr;
    snapshot::SnapshotShell *exported = nullptr;
    std::optional<connection::ConnectionProfile> connection;
    QString organisationKey;
};

struct Workspace::Private {
    QString dataFolder;
    QString culture = QStringLiteral("en-US");
    Opened current;
    std::unique_ptr<Session> session;
    std::shared_ptr<plan::Journal> journal;
    std::optional<Error> journalError;
    std::unique_ptr<QLockFile> lock;
    std::function<void()> cancelOpening;

    // Files are named by the time of their making, so the newest is the last by name
    [[nodiscard]] QString newestPractice() const
    {
        const QDir folder(QDir(dataFolder).filePath(practiceFolder));
        const QStringList names = folder.entryList({practicePattern}, QDir::Files, QDir::Name);
        return names.isEmpty() ? QString() : folder.filePath(names.last());
    }
    [[nodiscard]] QString newPracticePath(lab::Preset preset) const
    {
        const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
        return QDir(QDir(dataFolder).filePath(practiceFolder))
            .filePath(QStringLiteral("%1-%2.kakuinlab").arg(stamp, lab::presetName(preset)));
    }

    // One program at a time writes into a data folder (decision D9): another one would take the operation that runs
    // here for an interrupted one. A lock that a crashed program left is taken over.
    [[nodiscard]] Result<void> takeFolder()
    {
        if (lock)
            return {};
        if (!QDir().mkpath(dataFolder))
            return fail(ErrorCode::FileUnwritable, dataFolder);
        auto mine = std::make_unique<QLockFile>(QDir(dataFolder).filePath(lockFile));
        mine->setStaleLockTime(0);
        if (!mine->tryLock(0)) {
            return fail(
                mine->error() == QLockFile::LockFailedError ? ErrorCode::StorageLocked : ErrorCode::FileUnwritable,
                dataFolder);
        }
        lock = std::move(mine);
        return {};
    }

    // Not at construction: a program that only shows exported data needs no data folder
    void openJournal()
    {
        if (journal)
            return;
        if (const Result<void> taken = takeFolder(); !taken) {
            journalError = taken.error();
            return;
        }
        auto opened = plan::Journal::open(QDir(dataFolder).filePath(journalFile));
        if (opened) {
            journal = std::shared_ptr<plan::Journal>(std::move(*opened));
            journalError.reset();
        } else {
            journalError = opened.error();
        }
    }
};

Workspace::Workspace(QString dataFolder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->dataFolder = std::move(dataFolder);
}

Workspace::~Workspace() = default;

Session *Workspace::session() const
{
    return d->session.get();
}

std::shared_ptr<live::PortProbe> Workspace::portProbe() const
{
    if (d->session == nullptr)
        return nullptr;
    if (d->current.lab != nullptr)
        return std::make_shared<lab::LabPorts>(d->current.lab);
    return live::NetworkProbe::isAvailable() ? std::make_shared<live::NetworkProbe>() : nullptr;
}

lab::LabShell *Workspace::lab() const
{
    return d->current.lab;
}

snapshot::SnapshotShell *Workspace::exported() const
{
    return d->current.exported;
}

QString Workspace::organisationKey() const
{
    return d->current.organisationKey;
}

std::optional<connection::ConnectionProfile> Workspace::connection() const
{
    return d->current.connection;
}

std::shared_ptr<plan::Journal> Workspace::journal() const
{
    return d->journal;
}

std::optional<Error> Workspace::journalError() const
{
    return d->journalError;
}

QFuture<Result<QList<plan::OperationRecord>>> Workspace::readOperations() const
{
    using Operations = Result<QList<plan::OperationRecord>>;
    if (!d->journal)
        return readyFuture<QList<plan::OperationRecord>>(
            tl::unexpected<Error>(d->journalError.value_or(Error{ErrorCode::NotRead, {}, {}})));
    // a connection belongs to its thread; what runs here is told from what was interrupted by its lock file
    return QtConcurrent::run(
        [path = QDir(d->dataFolder).filePath(journalFile), organisation = d->current.organisationKey]() -> Operations {
            const auto opened = plan::Journal::open(path);
            return opened ? (*opened)->operations(organisation) : Operations(tl::unexpected<Error>(opened.error()));
        });
}

QString Workspace::dataFolder() const
{
    return d->dataFolder;
}

void Workspace::cancelOpening()
{
    if (d->cancelOpening)
        d->cancelOpening();
}

QString Workspace::culture() const
{
    return d->culture;
}

void Workspace::setCulture(const QString &culture)
{
    d->culture = culture;
    if (d->current.lab)
        d->current.lab->setCulture(culture);
}

void Workspace::replaceSession(Opened opened)
{
    Q_EMIT sessionAboutToChange();
    d->session.reset();
    d->current = std::move(opened);
    if (d->current.lab)
        d->current.lab->setCulture(d->culture);
    d->openJournal();
    d->session = std::make_unique<Session>(d->current.shell);
    Q_EMIT sessionChanged(d->session.get());
}

template <class Shell, class Wrap>
QFuture<Result<Session *>> Workspace::adopt(const QFuture<Result<std::shared_ptr<Shell>>> &opening, Wrap wrap)
{
    auto promise = std::make_shared<QPromise<Result<Session *>>>();
    promise->start();
    d->cancelOpening = [future = QFuture<Result<std::shared_ptr<Shell>>>(opening)]() mutable { future.cancel(); };
    whenDone(opening, this, [this, promise, wrap](const Result<std::shared_ptr<Shell>> &opened) {
        if (opened) {
            replaceSession(wrap(*opened));
            promise->addResult(Result<Session *>(d->session.get()));
        } else {
            promise->addResult(Result<Session *>(tl::unexpected<Error>(opened.error())));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Session *>> Workspace::adoptLab(const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening)
{
    watchProgress(opening);
    return adopt(opening, [](const std::shared_ptr<lab::LabShell> &lab) {
        // the file, not the preset: a new practice organisation has a history of its own
        return Opened{lab, lab.get(), nullptr, std::nullopt, QStringLiteral("practice:") + lab->organisationId()};
    });
}

QFuture<Result<Session *>> Workspace::openPractice()
{
    if (const Result<void> taken = d->takeFolder(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    const QString newest = d->newestPractice();
    if (d->current.lab && d->current.lab->path() == newest)
        return readyFuture(Result<Session *>(d->session.get())); // it is open already
    return newest.isEmpty() ? createPractice(lab::Preset::Contoso2013) : adoptLab(lab::LabShell::open(newest));
}

QFuture<Result<Session *>> Workspace::createPractice(lab::Preset preset)
{
    if (const Result<void> taken = d->takeFolder(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    return adoptLab(lab::LabShell::create(d->newPracticePath(preset), preset));
}

QFuture<Result<Session *>> Workspace::openExported(const QStringList &paths)
{
    return adopt(snapshot::SnapshotShell::open(paths), [](const std::shared_ptr<snapshot::SnapshotShell> &exported) {
        return Opened{exported, nullptr, exported.get(), std::nullopt, {}};
    });
}

QFuture<Result<Session *>> Workspace::openConnection(
    const connection::ConnectionProfile &profile, const Secret &password)
{
    return adopt(connection::openShell(profile, password, d->culture),
        [profile](const std::shared_ptr<remote::RemoteShell> &shell) {
            const QString peer = connection::peerName(profile).toLower();
            return Opened{shell, nullptr, nullptr, profile, QStringLiteral("connection:") + peer};
        });
}

void Workspace::watchProgress(const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening)
{
    using Watcher = QFutureWatcher<Result<std::shared_ptr<lab::LabShell>>>;
    auto *watcher = new Watcher(this);
    connect(watcher, &Watcher::progressValueChanged, this, [this, watcher](int value) {
        const int span = watcher->progressMaximum() - watcher->progressMinimum();
        Q_EMIT openProgressed(span > 0 ? (value - watcher->progressMinimum()) * 1000 / span : -1);
    });
    connect(watcher, &Watcher::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(opening);
}

} // namespace kakuin::session
