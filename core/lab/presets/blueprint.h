// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labstate.h"
#include "core/x509/maker.h"

namespace kakuin::lab {

/// A certificate to be made: the request and the keys' numbers in the pool.
struct CertificateRecipe final {
    x509::CertificateRequest request;
    int key = 0;
    int issuerKey = -1; ///< -1: self-signed
};

/// An organisation before its keys and certificates exist: what a preset describes.
/// Shape:  certificates are named by their index in `recipes`; the functions append a recipe and return its index, or
///         place a certificate in a server's store.
/// Source: the sets of certificates, validity periods, friendly names and services of exchange-domain 1.4 and 6.
class Blueprint final {
public:
    Blueprint(Preset preset, const QString &organisation, const QString &domain, const QDateTime &nowUtc, int keys);

    struct PlacementPlan {
        int recipe = -1;
        Placement placement;
    };
    struct ServerPlan {
        LabServer server;
        QList<PlacementPlan> store;
        int internalTransport = -1; ///< recipe
    };
    struct ServerSpec {
        QString name;
        QString domain = {}; ///< empty: the forest root
        QString version;
        domain::ServerRoles roles = domain::ServerRole::Mailbox;
        QString site = QStringLiteral("Default-First-Site-Name");
        QString dag = {};
        QByteArray timeZone = "UTC";
        QString edition = QStringLiteral("Enterprise");
    };

    /// Appends a server without certificates.
    int addServer(const ServerSpec &spec);

    // certificates; days are relative to now, negative ones lie in the past
    [[nodiscard]] int ownCertificate(int server, double daysLeft);
    [[nodiscard]] int authCertificate(double daysLeft, bool bySetup);
    [[nodiscard]] int wmsvcCertificate(const QString &machine, bool isSha2, double daysLeft);
    /// Signed by a practice CA. `lifetimeDays` before its end it began.
    [[nodiscard]] int issuedCertificate(
        const QString &subject, const QString &issuer, const QStringList &names, double daysLeft, int lifetimeDays);
    [[nodiscard]] int selfSigned(const QString &subject, const QStringList &names, double daysLeft, int lifetimeDays,
        x509::CertificateRequest::Hash hash, int key = -1);

    // placing
    Placement &place(int server, int recipe, const QString &friendlyName, domain::ServiceSet services);
    /// The own certificate as setup leaves it: all services, both web sites, trusted, internal transport.
    Placement &placeOwn(int server, int recipe);
    Placement &placeAuth(int server, int recipe);
    Placement &placeWmsvc(int server, int recipe, bool isSha2);
    /// Takes 443 and the given services from the own certificate.
    Placement &placePublic(int server, int recipe, const QString &friendlyName, domain::ServiceSet services,
        domain::RootCaType rootCaType);
    void setInternalTransport(int server, int recipe) { m_servers[server].internalTransport = recipe; }
    /// Default, Client and Outbound connectors of a server, named as Exchange names them.
    void addReceiveConnectors(int server, const std::optional<domain::TlsCertificateName> &frontEndCertificate = {});

    /// By its place in the server's store, in the order of placing.
    [[nodiscard]] Placement &placement(int server, int index) { return m_servers[server].store[index].placement; }
    [[nodiscard]] LabServer &server(int index) { return m_servers[index].server; }
    [[nodiscard]] const QList<ServerPlan> &servers() const { return m_servers; }
    [[nodiscard]] const QList<CertificateRecipe> &recipes() const { return m_recipes; }
    [[nodiscard]] CertificateRecipe &recipe(int index) { return m_recipes[index]; }
    [[nodiscard]] int keyCount() const { return m_keys; }
    [[nodiscard]] QDateTime at(double daysFromNow) const;
    [[nodiscard]] domain::ServerId id(int server) const { return m_servers.at(server).server.id(); }

    LabState state; ///< organisation, connectors, hybrid; servers and certificates are filled in when they exist
    int authCurrent = -1;
    int authPrevious = -1;
    int authNext = -1;

private:
    int add(const x509::CertificateRequest &request, int issuerKey = -1, int key = -1);
    [[nodiscard]] x509::CertificateRequest::Hash hashAt(const QDateTime &notBefore) const;

    QDateTime m_nowUtc;
    int m_keys;
    QList<CertificateRecipe> m_recipes;
    QList<ServerPlan> m_servers;
};

/// The presets. One file each.
[[nodiscard]] Blueprint contoso2013(const QDateTime &nowUtc);
[[nodiscard]] Blueprint small(const QDateTime &nowUtc);
[[nodiscard]] Blueprint medium(const QDateTime &nowUtc);
/// Large and huge: waves of servers in sites, generated.
[[nodiscard]] Blueprint enterprise(Preset preset, const QDateTime &nowUtc);

} // namespace kakuin::lab
