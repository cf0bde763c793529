// SPDX-License-Identifier: MIT
#include "core/session/workspace.h"

#include "core/base/whendone.h"
#include "core/connection/shellopener.h"
#include "core/lab/labports.h"
#include "core/live/networkprobe.h"
#include "core/session/keptinventory.h"
#include "core/session/origin.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QThreadPool>

#include <functional>

namespace kakuin::session {
namespace {

constexpr QLatin1String practiceFolder("practice");
constexpr QLatin1String practicePattern("*.kakuinlab");
constexpr QLatin1String journalFile("journal.sqlite");
constexpr QLatin1String keptFolder("kept");
constexpr QLatin1String keptPattern("*.inventory");

// "CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com", as it ends a server's own name;
// empty when no server's is known
QString distinguishedNameOf(const domain::Inventory &inventory)
{
    static const QRegularExpression pattern(
        QStringLiteral("CN=(?:[^,\\\\]|\\\\.)+,CN=Microsoft Exchange,CN=Services,CN=Configuration,.+$"),
        QRegularExpression::CaseInsensitiveOption);
    for (const domain::ServerEntry &entry : inventory.servers) {
        const QRegularExpressionMatch match = pattern.match(entry.server.distinguishedName);
        if (match.hasMatch())
            return match.captured();
    }
    return {};
}

} // namespace

/// What is open: the shell, and what else is known of it by the way in which it was opened.
struct Workspace::Opened {
    std::shared_ptr<shell::Shell> shell;
    lab::LabShell *lab = nullptr;
    snapshot::SnapshotShell *exported = nullptr;
    std::optional<connection::ConnectionProfile> connection;
    QString organisationKey;
    QStringList missingRights = {};
    /// Of a connection: what was kept of its organisation; not valid where nothing is to be read.
    QFuture<Result<domain::InventoryPtr>> kept = {};
};

struct Workspace::Private {
    std::shared_ptr<DataFolder> folder;
    QString culture = QStringLiteral("en-US");
    advice::Policy policy;
    findings::EvaluationPtr evaluation;
    Opened current;
    std::unique_ptr<Session> session;
    std::shared_ptr<plan::Journal> journal;
    std::optional<Error> journalError;
    std::function<void()> cancelOpening;
    QThreadPool keeping; ///< writes what is kept
    QStringList claimed; ///< keys of the open organisation
    std::optional<Error> inUse;

    // Named by a hash: an address is no name for a file. Everything that says which organisation answers is in it: two
    // tunnels differ by their port, two programs by their arguments.
    [[nodiscard]] QString keptPath(const connection::ConnectionProfile &profile) const
    {
        const bool isServer = profile.kind == connection::ConnectionProfile::Kind::Server;
        const Result<QUrl> url = isServer ? connection::endpointUrl(profile) : Result<QUrl>();
        const QString peer = isServer && url ? url->toString() : profile.address;
        const QString text
            = QStringList{QString::number(static_cast<int>(profile.kind)), peer, profile.command, profile.user}.join(
                QChar());
        const QByteArray name = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
        return QDir(folder->filePath(keptFolder)).filePath(QString::fromLatin1(name) + QLatin1String(".inventory"));
    }

    // A connection that is marked as read-only takes nothing from others, and its shell refuses changes by itself
    [[nodiscard]] bool mayChange() const { return current.connection && !current.connection->isReadOnly; }
    void leaveOrganisation()
    {
        for (const QString &key : std::as_const(claimed))
            folder->releaseOrganisation(key);
        claimed.clear();
        inUse.reset();
    }
    // The endpoint, and once it was read the organisation itself: two connections may lead to the same one
    void claimOrganisation()
    {
        QStringList keys{current.organisationKey};
        if (session && session->inventory()) {
            if (const QString name = distinguishedNameOf(*session->inventory()); !name.isEmpty())
                keys.append(QStringLiteral("organisation:") + name.toLower());
        }
        inUse.reset();
        for (const QString &key : std::as_const(keys)) {
            if (claimed.contains(key))
                continue;
            if (const Result<void> done = folder->claimOrganisation(key, current.shell->description().name); !done) {
                leaveOrganisation(); // half of it would keep others out and be of no use here
                inUse = done.error();
                return;
            }
            claimed.append(key);
        }
    }

    // Files are named by the time of their making, so the newest is the last by name. One that another window has open
    // is left to it
    [[nodiscard]] QString newestPractice() const
    {
        const QDir practices(folder->filePath(practiceFolder));
        QStringList names = practices.entryList({practicePattern}, QDir::Files, QDir::Name);
        names.removeIf([&](const QString &name) {
            const QString path = practices.filePath(name);
            return folder->isClaimed(path) && !(current.lab && current.lab->path() == path);
        });
        return names.isEmpty() ? QString() : practices.filePath(names.last());
    }
    [[nodiscard]] QString newPracticePath(lab::Preset preset) const
    {
        QDateTime time = QDateTime::currentDateTimeUtc();
        for (;; time = time.addMSecs(1)) { // two windows may ask within a millisecond
            const QString stamp = time.toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
            const QString path = QDir(folder->filePath(practiceFolder))
                                     .filePath(QStringLiteral("%1-%2.kakuinlab").arg(stamp, lab::presetName(preset)));
            if (!folder->isClaimed(path))
                return path;
        }
    }

    void leavePractice() const
    {
        if (current.lab)
            folder->release(current.lab->path());
    }

    // Not at construction: a program that only shows exported data needs no data folder
    void openJournal()
    {
        if (journal)
            return;
        auto opened = plan::Journal::open(folder->filePath(journalFile));
        if (opened) {
            journal = std::shared_ptr<plan::Journal>(std::move(*opened));
            journalError.reset();
        } else {
            journalError = opened.error();
        }
    }
};

Workspace::Workspace(QString dataFolder, QObject *parent)
    : Workspace(std::make_shared<DataFolder>(std::move(dataFolder)), parent)
{
}

Workspace::Workspace(std::shared_ptr<DataFolder> folder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->folder = std::move(folder);
    d->keeping.setMaxThreadCount(1);
}

Workspace::~Workspace()
{
    d->leavePractice();
    d->leaveOrganisation();
}

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

QStringList Workspace::missingRights() const
{
    return d->current.missingRights;
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

std::optional<Error> Workspace::changeRefusal() const
{
    if (!d->mayChange())
        return std::nullopt;
    if (!d->journal) {
        const Error why = d->journalError.value_or(Error{ErrorCode::NotRead, {}, {}});
        return Error{ErrorCode::JournalMissing, d->current.shell->description().name, why.subject};
    }
    return d->inUse;
}

void Workspace::claimOrganisation()
{
    if (!d->mayChange())
        return;
    const std::optional<Error> before = changeRefusal();
    d->claimOrganisation();
    if (before != changeRefusal())
        Q_EMIT changeRefusalChanged();
}

QString Workspace::journalPath() const
{
    return d->folder->filePath(journalFile);
}

QFuture<Result<plan::JournalCondition>> Workspace::verifyJournal() const
{
    using Condition = Result<plan::JournalCondition>;
    if (!d->journal)
        return readyFuture<plan::JournalCondition>(
            tl::unexpected<Error>(d->journalError.value_or(Error{ErrorCode::NotRead, {}, {}})));
    return QtConcurrent::run([path = journalPath()]() -> Condition {
        const auto opened = plan::Journal::open(path);
        return opened ? (*opened)->verify() : Condition(tl::unexpected<Error>(opened.error()));
    });
}

QFuture<Result<QList<plan::OperationRecord>>> Workspace::readOperations() const
{
    using Operations = Result<QList<plan::OperationRecord>>;
    if (!d->journal)
        return readyFuture<QList<plan::OperationRecord>>(
            tl::unexpected<Error>(d->journalError.value_or(Error{ErrorCode::NotRead, {}, {}})));
    // a connection belongs to its thread; what runs here is told from what was interrupted by its lock file
    return QtConcurrent::run(
        [path = d->folder->filePath(journalFile), organisation = d->current.organisationKey]() -> Operations {
            const auto opened = plan::Journal::open(path);
            return opened ? (*opened)->operations(organisation) : Operations(tl::unexpected<Error>(opened.error()));
        });
}

QFuture<Result<plan::LeftToDo>> Workspace::readLeftToDo(qint64 operation) const
{
    using Left = Result<plan::LeftToDo>;
    const domain::InventoryPtr inventory = d->session ? domain::readHere(d->session->inventory()) : nullptr;
    if (inventory == nullptr || d->current.exported != nullptr)
        return readyFuture(Left());
    if (!d->journal)
        return readyFuture(Left(tl::unexpected<Error>(d->journalError.value_or(Error{ErrorCode::NotRead, {}, {}}))));
    return QtConcurrent::run([path = journalPath(), organisation = d->current.organisationKey, operation, inventory,
                                 policy = d->policy, now = d->session->nowUtc()]() -> Left {
        const auto opened = plan::Journal::open(path);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return (*opened)->operations(organisation).transform([&](QList<plan::OperationRecord> all) {
            if (operation != 0)
                all.removeIf([operation](const plan::OperationRecord &each) { return each.id != operation; });
            return plan::leftToDo(all, *inventory, policy, now);
        });
    });
}

bool Workspace::mayTick() const
{
    return d->journal && d->session && !d->session->shell()->description().isReadOnly && !changeRefusal();
}

Result<void> Workspace::tick(qint64 operation, const plan::HandWork &work, bool isDone)
{
    if (!mayTick())
        return tl::unexpected<Error>(changeRefusal().value_or(Error{ErrorCode::JournalMissing, journalPath(), {}}));
    const Result<void> written = d->journal->tick(operation, work, isDone, originOf(*this, {}), d->session->nowUtc());
    if (written)
        Q_EMIT ticked();
    return written;
}

Result<void> Workspace::setAside(const plan::OperationRecord &operation)
{
    if (!d->journal || !d->session)
        return fail(ErrorCode::JournalMissing, journalPath());
    const domain::InventoryPtr inventory = domain::readHere(d->session->inventory());
    if (!inventory) // what it leaves to be done could not be recorded
        return fail(ErrorCode::NotRead, {});
    return d->journal->setAside(
        operation.id, d->session->nowUtc(), plan::handWorkOf(operation.plan, operation.steps, *inventory));
}

bool Workspace::keepsInventories() const
{
    return d->folder->keepsInventories();
}

void Workspace::setKeepsInventories(bool isKeeping)
{
    d->folder->setKeepsInventories(isKeeping);
    if (isKeeping)
        return;
    QDir kept(d->folder->filePath(keptFolder));
    const QStringList names = kept.entryList({keptPattern}, QDir::Files);
    for (const QString &name : names)
        kept.remove(name);
}

// After a whole reading, or one of a server: never what is still growing, and never what is itself kept
void Workspace::keepInventory()
{
    const domain::InventoryPtr inventory = d->session->inventory();
    if (!d->current.connection || !keepsInventories() || inventory == nullptr || inventory->isAwaited()
        || inventory->configuration.isKept || inventory->configuration.failure || !inventory->takenUtc.isValid())
        return; // a reading that was cancelled or failed leaves the last whole one
    // one after the other: the newest is the one that stays
    d->keeping.start([folder = d->folder, path = d->keptPath(*d->current.connection), inventory] {
        if (folder->keepsInventories()) [[maybe_unused]] // it is an aid: without it the next session begins empty
            const Result<void> written = writeKeptInventory(path, *inventory);
        if (!folder->keepsInventories()) // switched off meanwhile
            QFile::remove(path);
    });
}

QString Workspace::dataFolder() const
{
    return d->folder->path();
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

const advice::Policy &Workspace::policy() const
{
    return d->policy;
}

void Workspace::setPolicy(const advice::Policy &policy)
{
    if (!policy.isValid() || policy == d->policy)
        return;
    d->policy = policy;
    Q_EMIT policyChanged(policy);
}

const findings::EvaluationPtr &Workspace::evaluation() const
{
    return d->evaluation;
}

void Workspace::setEvaluation(const findings::EvaluationPtr &evaluation)
{
    d->evaluation = evaluation;
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
    d->evaluation.reset();
    d->leavePractice();
    d->leaveOrganisation();
    d->current = std::move(opened);
    if (d->current.lab)
        d->current.lab->setCulture(d->culture);
    d->openJournal();
    d->session = std::make_unique<Session>(d->current.shell);
    claimOrganisation();
    connect(d->session.get(), &Session::inventoryChanged, this, &Workspace::claimOrganisation);
    connect(d->session.get(), &Session::refreshFinished, this, &Workspace::keepInventory);
    if (d->current.kept.isValid())
        whenDone(std::exchange(d->current.kept, {}), d->session.get(),
            [session = d->session.get()](const Result<domain::InventoryPtr> &kept) {
                if (kept)
                    session->startFrom(*kept);
            });
    Q_EMIT sessionChanged(d->session.get());
}

template <class What, class Wrap>
QFuture<Result<Session *>> Workspace::adopt(const QFuture<Result<What>> &opening, Wrap wrap)
{
    auto promise = std::make_shared<QPromise<Result<Session *>>>();
    promise->start();
    d->cancelOpening = [future = QFuture<Result<What>>(opening)]() mutable { future.cancel(); };
    whenDone(opening, this, [this, promise, wrap](const Result<What> &opened) {
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

QFuture<Result<Session *>> Workspace::adoptLab(
    const QString &path, const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening)
{
    (void)d->folder->claim(path); // before it is open: another window may choose one meanwhile
    whenDone(opening, this, [this, path](const Result<std::shared_ptr<lab::LabShell>> &opened) {
        if (!opened)
            d->folder->release(path);
    });
    watchProgress(opening);
    return adopt(opening, [](const std::shared_ptr<lab::LabShell> &lab) {
        // the file, not the preset: a new practice organisation has a history of its own
        return Opened{lab, lab.get(), nullptr, std::nullopt, QStringLiteral("practice:") + lab->organisationId()};
    });
}

QFuture<Result<Session *>> Workspace::openPractice()
{
    if (const Result<void> taken = d->folder->take(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    const QString newest = d->newestPractice();
    if (d->current.lab && d->current.lab->path() == newest)
        return readyFuture(Result<Session *>(d->session.get())); // it is open already
    return newest.isEmpty() ? createPractice(lab::Preset::Contoso2013) : adoptLab(newest, lab::LabShell::open(newest));
}

QFuture<Result<Session *>> Workspace::createPractice(lab::Preset preset)
{
    if (const Result<void> taken = d->folder->take(); !taken)
        return readyFuture(Result<Session *>(tl::unexpected<Error>(taken.error())));
    const QString path = d->newPracticePath(preset);
    return adoptLab(path, lab::LabShell::create(path, preset));
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
    const QString organisation = QStringLiteral("connection:") + connection::peerName(profile).toLower();
    QFuture<Result<domain::InventoryPtr>> kept;
    if (keepsInventories()) // while the connection is made
        kept = QtConcurrent::run([path = d->keptPath(profile)] { return readKeptInventory(path); });
    return adopt(connection::openShell(profile, password, d->culture),
        [profile, organisation, kept](const connection::OpenedShell &opened) {
            return Opened{opened.shell, nullptr, nullptr, profile, organisation, opened.missing, kept};
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
