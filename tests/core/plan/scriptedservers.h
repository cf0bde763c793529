// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"
#include "core/x509/maker.h"
#include "tests/testkit/scriptedshell.h"

namespace kakuin::testkit {

/// Mailbox servers as far as a renewal touches them, behind a ScriptedShell: real certificates, New-ExchangeCertificate
/// that asks P1 and obeys, Get-ExchangeCertificate and Get-TransportService that show what has become of it.
class ScriptedServers final {
public:
    ScriptedServers();

    /// A server with one self-signed certificate for IMAP, POP and SMTP, which is its internal transport certificate.
    domain::Thumbprint addServer(const QString &name);
    /// One more of the same kind, as if someone else had made it.
    domain::Thumbprint addCertificate(const QString &server);
    /// Of the server's first certificate.
    void setServices(const QString &server, domain::ServiceSet services);
    /// The IIS sites of the server's first certificate; none unless set.
    void setSites(const QString &server, const QList<int> &sites);
    void setTransport(const QString &server, const domain::Thumbprint &thumbprint);
    /// Whether Select-Object is there, which tells the services where certificates come as bytes only.
    void setSelectable(bool isSelectable);
    [[nodiscard]] domain::InventoryPtr inventory() const;
    /// The plan that renews the first certificate of each server, as RenewDraft makes it.
    [[nodiscard]] plan::Plan renewalPlan(plan::ErrorPolicy policy = plan::ErrorPolicy::Stop) const;

    [[nodiscard]] domain::Thumbprint transportOf(const QString &server) const;
    [[nodiscard]] int certificateCount(const QString &server) const;
    /// Get-ExchangeCertificate through another server's session, which storeAfterwards does not concern.
    [[nodiscard]] ScriptedReply answerElsewhere(const shell::Pipeline &pipeline);
    [[nodiscard]] const std::shared_ptr<ScriptedShell> &shell() const { return m_shell; }

    /// What the servers do wrong.
    bool forgetsServices = false; ///< the successor gets no services
    bool forgetsTransport = false; ///< Yes changes nothing
    int transportLag = 0; ///< so many reads of the assignment still show the old one
    bool returnsOld = false; ///< New-ExchangeCertificate returns the certificate that it was given
    bool returnsNothing = false;
    bool returnsUnnamed = false; ///< an object with an empty thumbprint and no bytes
    bool losesSites = false; ///< after New-ExchangeCertificate no certificate is bound to a site any more
    bool movesSites = false; ///< after it, the successor is bound instead
    std::optional<ScriptedReply> storeAfterwards; ///< how the store is answered for once a certificate was made
    int madeCount = 1; ///< how many certificates are in the store afterwards: none, the successor, another one, too
    bool sendsBytesOnly
        = false; ///< certificates come without a serialized object (payload signing, broken Auth certificate)
    bool promisesAnother = false; ///< the question names another certificate than the one that is made
    /// Told of what reaches the servers: "store", "command", "answer", "check".
    std::function<void(const char *)> onEvent = [](const char *) {};

    [[nodiscard]] static shell::ErrorRecord errorRecord(const QString &message);

private:
    struct Stored {
        QByteArray der;
        domain::Thumbprint thumbprint;
        domain::ServiceSet services;
        QList<int> sites = {};
    };
    struct Server {
        QString name;
        QList<Stored> certificates;
        domain::Thumbprint transport;
        domain::Thumbprint transportBefore; ///< what a lagging read shows
    };
    [[nodiscard]] Stored make(const QString &name) const;
    [[nodiscard]] Server *find(const shell::Cmdlet &cmdlet, const QString &parameter = QStringLiteral("Server"));
    [[nodiscard]] clixml::Value objectOf(const Server &server, const Stored &stored) const;
    [[nodiscard]] ScriptedReply create(const shell::Pipeline &pipeline);
    [[nodiscard]] ScriptedReply read(const shell::Pipeline &pipeline);
    [[nodiscard]] ScriptedReply select(const shell::Pipeline &pipeline);
    [[nodiscard]] ScriptedReply readTransport(const shell::Pipeline &pipeline);

    QList<Server> m_servers;
    bool m_hasMade = false;
    x509::PrivateKey m_key;
    std::shared_ptr<ScriptedShell> m_shell = std::make_shared<ScriptedShell>();
};

} // namespace kakuin::testkit
