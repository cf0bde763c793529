// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/authconfig.h"
#include "core/domain/certificate.h"
#include "core/domain/connector.h"
#include "core/domain/server.h"
#include "core/lab/labfault.h"
#include "core/lab/labpreset.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QUuid>

#include <functional>
#include <memory>

namespace kakuin::lab {

/// A certificate as such, wherever it lies. `keyId` names its private key; 0 when the organisation has none.
struct LabCertificate final {
    domain::CertificateFacts facts;
    qint64 keyId = 0;
};

/// A certificate in one server's LocalMachine\My store.
struct Placement final {
    domain::Thumbprint thumbprint;
    QString friendlyName;
    domain::ServiceSet services;
    QList<int> iisSites; ///< 1 = Default Web Site (443), 2 = Exchange Back End (444)
    bool hasPrivateKey = true;
    bool isExportable = false;
    domain::RootCaType rootCaType = domain::RootCaType::None;
    std::optional<domain::CertificateStatus> status; ///< empty: by the dates
    QString keyContainer; ///< empty: a made-up container of the usual form

    friend bool operator==(const Placement &, const Placement &) = default;
};

/// A server: what the directory knows of it, its store, and what is wrong with it.
struct LabServer final {
    domain::Server about;
    QString domain; ///< "contoso.com"
    QByteArray timeZone; ///< IANA name
    QUuid guid;
    QList<Placement> store;
    domain::Thumbprint internalTransport; ///< msExchServerInternalTLSCert; null: not set
    Fault fault;
    bool isBackEndUnbound = false; ///< the certificate of *:444 was removed: no session gets in
    bool receivesAuthCertificates = true; ///< false: none ever arrives from elsewhere (a broken case)

    [[nodiscard]] const domain::ServerId &id() const { return about.id; }
    [[nodiscard]] const Placement *find(const domain::Thumbprint &thumbprint) const;
    [[nodiscard]] Placement *find(const domain::Thumbprint &thumbprint);
    [[nodiscard]] const Placement *boundTo(int siteId) const;
    [[nodiscard]] Placement *boundTo(int siteId);
};
using LabServerPtr = std::shared_ptr<const LabServer>;

/// An Auth certificate on its way to a server.
struct Delivery final {
    domain::Thumbprint thumbprint;
    domain::ServerId server;
    QDateTime dueUtc;
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

/// What belongs to the organisation as a whole.
struct LabOrganisation final {
    Preset preset = Preset::Contoso2013;
    QUuid id; ///< made with the file
    QString name; ///< "Contoso"
    QString domain; ///< of the forest root: "contoso.com"
    QString domainController; ///< FQDN
    domain::ServerId sessionServer; ///< whom the shell is connected to: -Server's default
    QDateTime createdUtc;
    QDateTime nextServiceletUtc; ///< when AuthAdmin looks next
    domain::AuthConfig auth;

    friend bool operator==(const LabOrganisation &, const LabOrganisation &) = default;
};

/// The whole practice organisation as a value: copying it is cheap, because what does not change is shared.
/// A cmdlet works on a copy; the copy replaces the original when the file has it.
struct LabState final {
    LabOrganisation organisation;
    QMap<domain::ServerId, LabServerPtr> servers;
    QHash<domain::Thumbprint, std::shared_ptr<const LabCertificate>> certificates;
    QHash<qint64, QByteArray> keys; ///< PKCS#8 by id
    QList<domain::Connector> connectors;
    std::optional<domain::HybridConfiguration> hybrid;
    QList<Delivery> deliveries;
    QHash<QString, QByteArray> files; ///< what -FileName of Exchange 2013 wrote, by lower-case path
    qint64 clockOffsetSeconds = 0;

    [[nodiscard]] LabServerPtr server(const domain::ServerId &id) const { return servers.value(id); }
    /// By name, FQDN or distinguished name, as ServerIdParameter; null when there is none.
    [[nodiscard]] LabServerPtr resolve(const QString &text) const;
    [[nodiscard]] std::shared_ptr<const LabCertificate> certificate(const domain::Thumbprint &thumbprint) const
    {
        return certificates.value(thumbprint);
    }
    /// Changes a server; the other servers stay shared with the original state.
    void change(const domain::ServerId &id, const std::function<void(LabServer &)> &f);
    /// "CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com"
    [[nodiscard]] QString organisationDn() const;
    [[nodiscard]] QString configurationDn() const; ///< "CN=Configuration,DC=contoso,DC=com"
};

/// "DC=contoso,DC=com"
[[nodiscard]] QString domainDn(const QString &domain);

} // namespace kakuin::lab
