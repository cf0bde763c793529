// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/session/recordingshell.h"
#include "core/snapshot/snapshotwriter.h"

namespace kakuin::session {

class InventoryReader;

/// What a snapshot holds after it was saved.
struct SavedSnapshot final {
    QString path;
    int files = 0;
    int servers = 0;
    QList<Error> missing; ///< servers that gave no certificates, and why
    friend bool operator==(const SavedSnapshot &, const SavedSnapshot &) = default;
};

/// Reads a whole organisation afresh and saves what the cmdlets answered, in the form that Export-Clixml writes.
/// Shape:   construct, connect, start(); finished() comes once, from the event loop. The objects are those that the
///          picture is made of: what is opened later gives the same picture.
/// Errors:  of reading as a whole (nothing could be read); of writing: those of writeSnapshot(); Cancelled. A server
///          that does not answer is `missing`, and the rest is saved.
/// Cost:    as a refresh; the text is made and written on the thread pool.
/// Memory:  every object of the organisation.
/// Threads: the thread of the object. Destroying it cancels; the target stays as it was.
class SnapshotSaver final : public QObject {
    Q_OBJECT
public:
    SnapshotSaver(const std::shared_ptr<shell::Shell> &shell, snapshot::SnapshotTarget target, int maxRunning,
        QObject *parent = nullptr);
    ~SnapshotSaver() override;
    Q_DISABLE_COPY_MOVE(SnapshotSaver)

    void start();
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    void writingStarted();
    void finished(const kakuin::Result<kakuin::session::SavedSnapshot> &result);

private:
    void write(const domain::InventoryPtr &inventory);
    [[nodiscard]] QList<snapshot::SnapshotFile> files(const QDateTime &takenUtc) const;

    std::shared_ptr<RecordingShell> m_recorder;
    snapshot::SnapshotTarget m_target;
    InventoryReader *m_reader;
    QFuture<Result<void>> m_writing;
};

} // namespace kakuin::session
