// SPDX-License-Identifier: MIT
#include "core/session/snapshotsaver.h"

#include "core/base/whendone.h"
#include "core/session/inventoryreader.h"
#include "core/snapshot/snapshotmanifest.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QSet>

namespace kakuin::session {

using namespace Qt::StringLiterals;
using snapshot::SnapshotFile;

SnapshotSaver::SnapshotSaver(
    const std::shared_ptr<shell::Shell> &shell, snapshot::SnapshotTarget target, int maxRunning, QObject *parent)
    : QObject(parent)
    , m_recorder(std::make_shared<RecordingShell>(shell))
    , m_target(std::move(target))
    , m_reader(new InventoryReader(m_recorder, maxRunning, this))
{
    connect(m_reader, &InventoryReader::progressed, this, &SnapshotSaver::progressed);
    connect(m_reader, &InventoryReader::finished, this, [this](const Result<domain::InventoryPtr> &inventory) {
        if (inventory)
            write(*inventory);
        else
            Q_EMIT finished(tl::unexpected<Error>(inventory.error()));
    });
}

SnapshotSaver::~SnapshotSaver()
{
    m_writing.cancel();
}

void SnapshotSaver::start()
{
    m_reader->readAll();
}

void SnapshotSaver::cancel()
{
    m_reader->cancel();
    m_writing.cancel();
}

QList<SnapshotFile> SnapshotSaver::files(const QDateTime &takenUtc) const
{
    snapshot::SnapshotManifest manifest{takenUtc, {}};
    QHash<QString, qsizetype> byName;
    QList<SnapshotFile> files;
    for (const RecordingShell::Recorded &answer : m_recorder->recorded()) {
        if (!manifest.cmdlets.contains(answer.cmdlet))
            manifest.cmdlets.append(answer.cmdlet);
        if (answer.values.isEmpty())
            continue;
        QString name = answer.cmdlet + u".xml"_s;
        if (!answer.server.isEmpty())
            name.prepend(snapshot::fileNamePart(answer.server) + u'_');
        // two servers may come to the same name, and one cmdlet may be asked several times
        const QString key = name.toCaseFolded();
        if (!byName.contains(key)) {
            byName.insert(key, files.size());
            files.append({name, {}});
        }
        files[byName.value(key)].values += answer.values;
    }
    files.prepend({u"manifest.xml"_s, {manifestObject(manifest)}});
    return files;
}

void SnapshotSaver::write(const domain::InventoryPtr &inventory)
{
    Q_EMIT writingStarted();
    SavedSnapshot saved{m_target.path, 0, 0, {}};
    for (const domain::ServerEntry &entry : inventory->servers) {
        ++saved.servers;
        if (!entry.certificates)
            saved.missing.append(
                {entry.certificates.error().code, entry.server.id.name(), entry.certificates.error().detail});
    }
    const QList<SnapshotFile> all = files(inventory->takenUtc);
    saved.files = static_cast<int>(all.size());
    m_writing = QtConcurrent::run([all, target = m_target, takenUtc = inventory->takenUtc](
                                      QPromise<Result<void>> &promise) {
        promise.addResult(snapshot::writeSnapshot(all, target, takenUtc, [&promise] { return promise.isCanceled(); }));
    });
    whenDone(m_writing, this,
        [this, saved](const Result<void> &outcome) { Q_EMIT finished(outcome.transform([&saved] { return saved; })); });
}

} // namespace kakuin::session
