// SPDX-License-Identifier: MIT
#include "core/session/workspace.h"

#include "core/base/whendone.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QLockFile>

namespace kakuin::session {
namespace {

constexpr QLatin1String practiceFolder("practice");
constexpr QLatin1String practicePattern("*.kakuinlab");
constexpr QLatin1String journalFile("journal.sqlite");
constexpr QLatin1String lockFile("in-use.lock");

} // namespace

struct Workspace::Private {
    QString dataFolder;
    QString culture = QStringLiteral("en-US");
    std::shared_ptr<lab::LabShell> lab;
    std::shared_ptr<snapshot::SnapshotShell> exported;
    std::unique_ptr<Session> session;
    std::shared_ptr<plan::Journal> journal;
    std::optional<Error> journalError;
    QString organisationKey;
    std::unique_ptr<QLockFile> lock;
    QFuture<Result<std::shared_ptr<lab::LabShell>>> openingLab;
    QFuture<Result<std::shared_ptr<snapshot::SnapshotShell>>> openingExported;

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

lab::LabShell *Workspace::lab() const
{
    return d->lab.get();
}

snapshot::SnapshotShell *Workspace::exported() const
{
    return d->exported.get();
}

QString Workspace::organisationKey() const
{
    return d->organisationKey;
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
        [path = QDir(d->dataFolder).filePath(journalFile), organisation = d->organisationKey]() -> Operations {
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
    d->openingLab.cancel();
    d->openingExported.cancel();
}

void Workspace::setCulture(const QString &culture)
{
    d->culture = culture;
    if (d->lab)
        d->lab->setCulture(culture);
}

void Workspace::replaceSession(std::shared_ptr<lab::LabShell> lab, std::shared_ptr<snapshot::SnapshotShell> exported)
{
    Q_EMIT sessionAboutToChange();
    d->session.reset();
    d->lab = std::move(lab);
    d->exported = std::move(exported);
    std::shared_ptr<shell::Shell> shell;
    if (d->lab) {
        d->lab->setCulture(d->culture);
        shell = d->lab;
        // the file, not the preset: a new practice organisation has a history of its own
        d->organisationKey = QStringLiteral("practice:") + d->lab->organisationId();
    } else {
        shell = d->exported;
        d->organisationKey.clear();
    }
    d->openJournal();
    d->session = std::make_unique<Session>(shell);
    Q_EMIT sessionChanged(d->session.get());
}

QFuture<Result<Session *>> Workspace::adopt(const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening)
{
    auto promise = std::make_shared<QPromise<Result<Session *>>>();
    promise->start();
    d->openingLab = opening;
    watchProgress(opening);
    whenDone(opening, this, [this, promise](Result<std::shared_ptr<lab::LabShell>> opened) {
        if (opened) {
            replaceSession(*opened, nullptr);
            promise->addResult(Result<Session *>(d->session.get()));
        } else {
            promise->addResult(Result<Session *>(tl::unexpected<Error>(opened.error())));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Session *>> Workspace::openPractice()
{
    if (const Result<void> taken = d->takeFolder(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    const QString newest = d->newestPractice();
    if (d->lab && d->lab->path() == newest)
        return readyFuture(Result<Session *>(d->session.get())); // it is open already
    return newest.isEmpty() ? createPractice(lab::Preset::Contoso2013) : adopt(lab::LabShell::open(newest));
}

QFuture<Result<Session *>> Workspace::createPractice(lab::Preset preset)
{
    if (const Result<void> taken = d->takeFolder(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    return adopt(lab::LabShell::create(d->newPracticePath(preset), preset));
}

QFuture<Result<Session *>> Workspace::openExported(const QStringList &paths)
{
    auto promise = std::make_shared<QPromise<Result<Session *>>>();
    promise->start();
    d->openingExported = snapshot::SnapshotShell::open(paths);
    whenDone(d->openingExported, this, [this, promise](Result<std::shared_ptr<snapshot::SnapshotShell>> opened) {
        if (opened) {
            replaceSession(nullptr, *opened);
            promise->addResult(Result<Session *>(d->session.get()));
        } else {
            promise->addResult(Result<Session *>(tl::unexpected<Error>(opened.error())));
        }
        promise->finish();
    });
    return promise->future();
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
