// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/session/commandqueue.h"
#include "core/session/decoded.h"
#include "core/shell/decode/exchangeserver.h"

#include <QtCore/QHash>

namespace kakuin::session {

/// Reads a picture of the organisation once: all of it, or some servers' part of a picture that exists.
/// Shape:   construct, connect finished(), readAll() or readServers(); finished() comes once, from the event loop.
///          All: the organisation-wide cmdlets side by side; when the server list is there, each server's certificates;
///          when it is known whom Get-TransportService does not list, the directory query for those.
///          From exported data, and where no cmdlet lists servers, certificates are read without -Server and sorted by
///          the server that each of them names.
/// Errors:  a part that could not be read carries its reason. As a whole it fails only when nothing could be read (the
///          server list's error) or after cancel() (Cancelled).
/// Cost:    at most `maxRunning` commands at a time; objects are decoded on the thread pool.
/// Threads: the thread of the object. Destroying it cancels what runs.
class InventoryReader final : public QObject {
    Q_OBJECT
public:
    InventoryReader(std::shared_ptr<shell::Shell> shell, int maxRunning, QObject *parent = nullptr);
    ~InventoryReader() override;

    void readAll();
    /// `base` must hold the servers; the rest of it is kept.
    void readServers(const QList<domain::ServerId> &servers, const domain::InventoryPtr &base);
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
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
    void readCertificatesOf(const domain::ServerId &server);
    void readMoreOf(const domain::ServerId &server);
    void readCertificatesOfAll();
    void sortByServer(const Certificates &certificates);
    void readTransportOf(const domain::ServerId &server);
    void readDirectory(const domain::ServerId &server);
    void completeEntries();
    void finishIfIdle();
    void finish(const Result<domain::InventoryPtr> &result);

    std::shared_ptr<shell::Shell> m_shell;
    CommandQueue *m_queue;
    domain::Inventory m_inventory;
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
