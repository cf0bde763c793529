// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventorydiff.h"
#include "core/live/portprobe.h"
#include "core/session/commandlog.h"
#include "core/shell/shell.h"

namespace kakuin::session {

class InventoryReader;
class LiveChecks;

/// A shell, what is known of its organisation, and the log of what ran.
/// Shape:   refresh() reads everything, refreshServer() one server. inventory() grows meanwhile, and inventoryChanged()
///          follows each time: first the servers, then each server's row as it comes. The futures answer when all has
///          been read. refresh() joins a full refresh that runs. refreshServer() never joins what began before it,
///          because the change that it is asked for may be younger: it waits, and servers that wait together are read
///          together. Before the first inventory, and of exported data, it is refresh().
/// States:  nothing: inventory() is null, until the list of servers has come or startFrom() was given a kept inventory.
///          reading: isRefreshing(); each part says by its domain::Reading whether it is awaited.
///          read: every part has been answered, by what was read or by the reason why not.
///          cancelled, or failed as a whole: what has come stays; beside the rest stand the reason and its time, as
///          domain::Reading::failure. It can be tried again for all or for one server.
/// Errors:  a server that does not answer is an entry with its error, or keeps what was read before with that error
///          beside it; it delays no other. refresh() itself fails only when nothing could be read or it was cancelled;
///          refreshServer() of a server that the inventory does not hold is ServerNotFound. A future that is dropped or
///          cancelled stops nothing: cancelRefresh() does.
/// Cost:    at most maxConcurrency() commands at a time (see CommandQueue); decoding runs on the thread pool.
/// Threads: the thread of the object.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(std::shared_ptr<shell::Shell> shell, QObject *parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /// The shell behind the log: whatever runs through it is recorded in commandLog().
    [[nodiscard]] const std::shared_ptr<shell::Shell> &shell() const;
    [[nodiscard]] CommandLog *commandLog() const;
    /// Null until something has been read or startFrom() was called.
    [[nodiscard]] domain::InventoryPtr inventory() const { return m_inventory; }
    [[nodiscard]] QDateTime nowUtc() const;
    [[nodiscard]] bool isRefreshing() const;

    [[nodiscard]] int maxConcurrency() const { return m_maxConcurrency; }
    void setMaxConcurrency(int commands);

    [[nodiscard]] QFuture<Result<domain::InventoryPtr>> refresh();
    [[nodiscard]] QFuture<Result<domain::InventoryPtr>> refreshServer(const domain::ServerId &server);
    /// Stops what runs and what waits. What has been read by then stays, marked (see States).
    void cancelRefresh();
    /// Shows what an earlier session has read, until it is read anew. Nothing once this session has read something whole.
    void startFrom(const domain::InventoryPtr &kept);

    /// Looks at the ports of these servers (of all, when none are named) without PowerShell, and puts what they serve
    /// into the inventory, where it stays through refreshes until it is looked at again. Never by itself: only because
    /// a person wants it.
    /// Errors: NotRead before the first picture; Cancelled (what was read by then is kept).
    [[nodiscard]] QFuture<Result<void>> checkPorts(
        const std::shared_ptr<live::PortProbe> &probe, const QList<domain::ServerId> &servers = {});
    /// Progress and cancel of it.
    [[nodiscard]] LiveChecks *liveChecks() const { return m_liveChecks; }

Q_SIGNALS:
    void inventoryChanged(const kakuin::domain::InventoryPtr &inventory, const kakuin::domain::InventoryDiff &diff);
    void refreshStarted();
    /// Commands done and known so far; total grows when the server list has arrived.
    void refreshProgressed(int done, int total);
    void refreshFinished(const kakuin::Result<void> &outcome);

private:
    using Promise = std::shared_ptr<QPromise<Result<domain::InventoryPtr>>>;
    /// What is to be read, and who waits for it.
    struct Request {
        bool isWhole = false;
        QList<domain::ServerId> servers;
        QList<Promise> waiting;
    };
    [[nodiscard]] static QFuture<Result<domain::InventoryPtr>> join(Request &request);
    void start(Request request);
    void startNext();
    void onReaderFinished(const Result<domain::InventoryPtr> &result);
    void onReaderGrew(const domain::InventoryPtr &inventory);
    void replaceInventory(const domain::InventoryPtr &inventory);
    void takeReadings(const QList<domain::LiveReading> &readings);
    static void answer(const Request &request, const Result<domain::InventoryPtr> &result);

    CommandLog *m_log = nullptr;
    std::shared_ptr<shell::Shell> m_shell;
    LiveChecks *m_liveChecks = nullptr;
    domain::InventoryPtr m_inventory;
    InventoryReader *m_reader = nullptr; ///< the refresh under way; null otherwise
    Request m_running;
    Request m_next; ///< what was asked for meanwhile
    int m_maxConcurrency = 16;
};

} // namespace kakuin::session
