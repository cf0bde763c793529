// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/session/commandqueue.h"
#include "core/session/decoded.h"
#include "core/shell/decode/exchangeserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <chrono>

namespace kakuin::session {

/// Reads the organisation once: all of it, or some servers' part of an inventory that exists.
/// Shape:   construct, connect grew() and finished(), readAll() or readServers(); finished() comes once, from the event
///          loop. All: the organisation-wide cmdlets side by side; when the server list is there, each server's
///          certificates; when it is known whom Get-TransportService does not list, the directory query for those.
///          From exported data, and where no cmdlet lists servers, certificates are read without -Server and sorted by
///          the server that each of them names.
///          Meanwhile grew() publishes what has come: first the servers, then each server's certificates, over what was
///          known before (see continued()). Not from exported data, which is there at once.
/// Errors:  a part that could not be read carries its reason, or stays as it was before with the reason beside it. As a
///          whole it fails only when nothing could be read (the server list's error) or after cancel() (Cancelled);
///          before that, grew() publishes what is there, with that error beside all that was not read.
/// Cost:    at most `maxRunning` commands at a time (see CommandQueue); objects are decoded on the thread pool. The time
///          between two inventories is at least 100 ms and several times what the receivers of the last one took, so
///          that a large organisation is not slowed down by being shown.
/// Threads: the thread of the object. Destroying it cancels what runs.
class InventoryReader final : public QObject {
    Q_OBJECT
public:
    InventoryReader(std::shared_ptr<shell::Shell> shell, int maxRunning, QObject *parent = nullptr);
    ~InventoryReader() override;

    /// `before`: what is known already; null for the first reading.
    void readAll(const domain::InventoryPtr &before = nullptr);
    /// What was known before readAll(), where that comes late. Nothing when something was known, or is read at once.
    void startFrom(const domain::InventoryPtr &before);
    /// `base` must hold the servers; the rest of it is kept.
    void readServers(const QList<domain::ServerId> &servers, const domain::InventoryPtr &base);
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    void grew(const kakuin::domain::InventoryPtr &inventory);
    void finished(const kakuin::Result<kakuin::domain::InventoryPtr> &result);

private:
    using Certificates = Decoded<domain::Certificate>;
    using Transports = Decoded<domain::TransportAssignment>;

    template <class T, class Decode, class Apply>
    void read(const shell::Pipeline &pipeline, const QString &subject, Decode decode, Apply apply);
    template <class T, class Apply>
    void readPart(const char *cmdlet, Result<T> (*decode)(const clixml::Value &), Apply apply);

    [[nodiscard]] Error notOffered(const QString &cmdlet) const;
    [[nodiscard]] QDateTime readTimeUtc() const;
    domain::ServerEntry &entry(const domain::ServerId &server);
    void note(const QList<Error> &problems);

    void readLists();
    void readConfiguration();
    void listArrived();
    void readCertificatesOfListed();
    void readCertificatesOf(const domain::ServerId &server);
    void readMoreOf(const domain::ServerId &server);
    void readCertificatesOfAll();
    void sortByServer(const Certificates &certificates);
    void readTransportOf(const domain::ServerId &server);
    void readDirectory(const domain::ServerId &server);
    void completeEntries();
    [[nodiscard]] domain::Inventory current() const;
    [[nodiscard]] domain::InventoryPtr joined(domain::Inventory inventory) const;
    void schedule();
    void publish();
    void stop(const Error &why);
    void finishIfIdle();

    std::shared_ptr<shell::Shell> m_shell;
    CommandQueue *m_queue;
    domain::InventoryPtr m_before;
    domain::Inventory m_inventory; ///< what this reading has brought
    QSet<domain::ServerId> m_chosen; ///< of readServers()
    QSet<domain::ServerId> m_incomplete; ///< more of their certificates is being read
    QTimer m_publishing;
    QElapsedTimer m_sincePublished; ///< not valid before the first time
    std::chrono::milliseconds m_pause{0}; ///< between the last inventory and the next
    QHash<domain::ServerId, qsizetype> m_places; ///< of the servers in it, until they are sorted
    QList<domain::AuthConfig> m_authConfigs;
    QList<shell::decode::MailboxServer> m_mailboxServers;
    Result<QList<domain::TransportAssignment>> m_transport = fail(ErrorCode::NotRead);
    bool m_readsAtOnce = false; ///< exported data: every certificate by one command
    bool m_isWhole = true; ///< readAll(); false: readServers()
    bool m_isFinished = false;
    int m_listsUnderWay = 0; ///< of servers, transport services, mailbox servers
    int m_decoding = 0; ///< outputs on the thread pool
};

} // namespace kakuin::session
