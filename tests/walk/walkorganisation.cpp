// SPDX-License-Identifier: MIT
#include "tests/walk/walkorganisation.h"

#include "core/lab/presets/blueprint.h"
#include "core/lab/presets/organisationmaker.h"

#include <QtCore/QFile>

#include <algorithm>

namespace kakuin::walk {
namespace {

using namespace Qt::StringLiterals;
using domain::CertificateStatus;
using domain::RootCaType;
using domain::ServerRole;
using domain::Service;
using domain::ServiceSet;
using lab::Placement;

constexpr int weakKey = usualKeys;
constexpr int requestKey = usualKeys + 1;
const QString certificateAuthority = u"CN=Practice TLS CA G1, O=Practice CA, C=JP"_s;
const QString mailSubject = u"CN=mail.contoso.test"_s;
const QStringList mailNames{u"mail.contoso.test"_s, u"autodiscover.contoso.test"_s};
const ServiceSet all = Service::Imap | Service::Pop | Service::Iis | Service::Smtp;

/// Puts an organisation together, one concern after the other.
class Composer final {
public:
    Composer(Choices &choices, const QDateTime &nowUtc)
        : m_choices(choices)
        , m_nowUtc(nowUtc)
        , m_blueprint(lab::Preset::Small, u"Contoso"_s, u"contoso.test"_s, nowUtc, usualKeys)
    {
    }

    lab::Blueprint compose()
    {
        addServers();
        for (int server = 0; server < m_servers; ++server)
            addOwn(server);
        for (int server = 0; server < m_servers; ++server)
            addIssued(server);
        addAuth();
        for (int server = 0; server < m_servers; ++server) {
            addOthers(server);
            chooseTransport(server);
            loosenSites(server);
        }
        addConnectors();
        addFaults();
        quint32 serial = 0x10000000;
        for (int i = 0; i < m_blueprint.recipes().size(); ++i)
            m_blueprint.recipe(i).request.serial = QByteArray::fromHex(QByteArray::number(++serial, 16));
        return m_blueprint;
    }

private:
    [[nodiscard]] bool isEdge(int server) const { return m_blueprint.servers().at(server).server.about.isEdge(); }
    [[nodiscard]] int has(int server, int recipe) const
    {
        const auto &store = m_blueprint.servers().at(server).store;
        return std::any_of(store.begin(), store.end(), [recipe](const auto &one) { return one.recipe == recipe; });
    }
    /// Half a day away from every threshold, so that a minute changes nothing.
    [[nodiscard]] double life(const QList<int> &days) { return m_choices.oneOf(days) + 0.5; }
    [[nodiscard]] double lifeOfOwn() { return life({900, 1500, 100, 45, 20, 5, -1, -30, -400}); }
    void blemish(Placement &placement)
    {
        if (m_choices.oneIn(14))
            placement.hasPrivateKey = false;
        else if (m_choices.oneIn(16))
            placement.status = m_choices.oneOf<CertificateStatus>(
                {CertificateStatus::Untrusted, CertificateStatus::Revoked, CertificateStatus::Invalid});
    }

    void addServers()
    {
        const QList<QString> versions{u"15.2.1544.4"_s, u"15.2.2562.17"_s, u"15.1.2507.6"_s, u"15.0.1497.2"_s};
        const int count = 1 + static_cast<int>(m_choices.below(3));
        for (int i = 0; i < count; ++i) {
            lab::Blueprint::ServerSpec spec;
            spec.name = u"EX%1"_s.arg(i + 1);
            spec.version = m_choices.oneOf(versions);
            spec.site = m_choices.oneOf<QString>({u"Tokyo"_s, u"Osaka"_s});
            if (spec.version == versions.last()) {
                spec.roles = ServerRole::Mailbox | ServerRole::ClientAccess;
                if (const quint32 split = m_choices.below(3); split == 1)
                    spec.roles = ServerRole::Mailbox;
                else if (split == 2 && i > 0)
                    spec.roles = ServerRole::ClientAccess;
            }
            m_blueprint.addServer(spec);
        }
        if (m_choices.oneIn(6))
            m_blueprint.addServer({u"EDGE1"_s, {}, versions.first(), ServerRole::Edge, u"Tokyo"_s});
        m_servers = static_cast<int>(m_blueprint.servers().size());
    }

    void addOwn(int server)
    {
        const int recipe = m_blueprint.ownCertificate(server, lifeOfOwn());
        if (m_choices.oneIn(12))
            m_blueprint.recipe(recipe).key = weakKey;
        Placement &own = m_blueprint.placeOwn(server, recipe);
        blemish(own);
        if (m_choices.oneIn(4))
            own.rootCaType = RootCaType::None;
        m_transport.append(recipe);
        if (!m_choices.oneIn(3))
            return;
        const int second = m_blueprint.ownCertificate(server, lifeOfOwn());
        if (m_choices.oneIn(5))
            m_blueprint.recipe(second).request.dnsNames.append(u"intranet.contoso.test"_s);
        const ServiceSet carried = m_choices.oneOf<ServiceSet>(
            {Service::Smtp, ServiceSet(), Service::Imap | Service::Pop | Service::Smtp, all});
        Placement &other
            = m_blueprint.place(server, second, u"Microsoft Exchange"_s, carried & ~ServiceSet(Service::Iis));
        blemish(other);
        if (m_choices.oneIn(3))
            other.rootCaType = RootCaType::Registry;
        if (carried.testFlag(Service::Iis) && !isEdge(server))
            bind(server, second, m_choices.oneOf<int>({1, 2}));
        m_seconds.append({server, second});
    }

    /// Moves a web site, as New- or Enable-ExchangeCertificate and IIS Manager do. Nothing where there is no such site.
    void bind(int server, int recipe, int site)
    {
        bool isThere = false;
        QList<lab::Blueprint::PlacementPlan> store = m_blueprint.servers().at(server).store;
        for (int i = 0; i < store.size(); ++i) {
            Placement &one = placement(server, i);
            isThere = one.iisSites.removeAll(site) > 0 || isThere;
            one.services.setFlag(Service::Iis, !one.iisSites.isEmpty());
        }
        if (!isThere)
            return;
        for (int i = 0; i < store.size(); ++i) {
            if (store.at(i).recipe == recipe) {
                placement(server, i).iisSites.append(site);
                placement(server, i).services.setFlag(Service::Iis);
            }
        }
    }
    [[nodiscard]] Placement &placement(int server, int index) { return m_blueprint.placement(server, index); }

    void addIssued(int server)
    {
        if (isEdge(server) || !m_choices.oneIn(2))
            return;
        const QList<int> lives{200, 300, 80, 25, 5, -3, -200};
        if (m_issued < 0 || !m_choices.oneIn(2))
            m_issued = m_blueprint.issuedCertificate(mailSubject, certificateAuthority, mailNames, life(lives), 365);
        const ServiceSet services = m_choices.oneOf<ServiceSet>(
            {Service::Iis | Service::Smtp, Service::Iis, all, Service::Smtp, ServiceSet()});
        Placement &placed = m_blueprint.placePublic(server, m_issued, u"mail"_s, services, RootCaType::ThirdParty);
        blemish(placed);
        m_issuedOn.append({server, m_issued});
        if (m_choices.oneIn(3)) {
            const int other
                = m_blueprint.issuedCertificate(mailSubject, certificateAuthority, mailNames, life(lives), 365);
            blemish(m_blueprint.place(server, other, u"mail"_s,
                m_choices.oneOf<ServiceSet>({ServiceSet(), Service::Smtp, Service::Imap | Service::Pop})));
            m_issuedOn.append({server, other});
        }
        if (m_choices.oneIn(5)) {
            const QStringList names = m_choices.oneOf<QStringList>(
                {mailNames + QStringList{u"owa.contoso.test"_s}, {u"mail.contoso.test"_s}, {u"*.contoso.test"_s}});
            const int other = m_blueprint.issuedCertificate(
                u"CN="_s + names.first(), certificateAuthority, names, life(lives), 365);
            blemish(m_blueprint.place(
                server, other, u"other names"_s, m_choices.oneOf<ServiceSet>({ServiceSet(), Service::Smtp})));
        }
        if (m_choices.oneIn(6)) {
            const int request = m_blueprint.selfSigned(
                mailSubject, mailNames, 300.5, 365, x509::CertificateRequest::Hash::Sha256, requestKey);
            m_blueprint.place(server, request, u"mail"_s, {}).status = CertificateStatus::PendingRequest;
            if (m_choices.oneIn(3)) {
                const int answer
                    = m_blueprint.issuedCertificate(mailSubject, certificateAuthority, mailNames, 299.5, 365);
                m_blueprint.recipe(answer).key = requestKey;
                m_blueprint.place(server, answer, {}, {}).hasPrivateKey = false;
            }
        }
    }

    void placeAuth(int recipe, quint32 oneOfSoManyLacks)
    {
        for (int server = 0; server < m_servers; ++server) {
            if (isEdge(server) || m_choices.oneIn(oneOfSoManyLacks))
                continue;
            Placement &auth = m_blueprint.placeAuth(server, recipe);
            if (m_choices.oneIn(10))
                auth.services = {};
            if (m_choices.oneIn(12))
                auth.hasPrivateKey = false;
            if (m_choices.oneIn(10))
                auth.isExportable = false;
        }
    }

    [[nodiscard]] int authRecipe(const QList<int> &days)
    {
        const int recipe = m_blueprint.authCertificate(life(days), m_choices.oneIn(2));
        if (m_choices.oneIn(14))
            m_blueprint.recipe(recipe).request.subject = {{u"2.5.4.3"_s, u"Microsoft Exchange ACS Certificate"_s}};
        return recipe;
    }

    void addAuth()
    {
        if (!m_issuedOn.isEmpty() && m_choices.oneIn(14)) {
            m_blueprint.authCurrent = m_issuedOn.first().second;
        } else {
            m_blueprint.authCurrent = authRecipe({900, 1500, 55, 25, 5, -2, -300});
            if (!m_choices.oneIn(14))
                placeAuth(m_blueprint.authCurrent, 6);
        }
        domain::AuthConfig &auth = m_blueprint.state.organisation.auth;
        if (m_choices.oneIn(3)) {
            m_blueprint.authNext = m_choices.oneIn(10) ? m_blueprint.authCurrent : authRecipe({1500, 100, -5});
            if (m_blueprint.authNext != m_blueprint.authCurrent)
                placeAuth(m_blueprint.authNext, 4);
            const int hours = m_choices.oneOf<int>({72, 720, 20, -5, -100});
            if (!m_choices.oneIn(12))
                auth.nextEffectiveUtc = m_nowUtc.addSecs(hours * 3600 + 1800);
        }
        if (m_choices.oneIn(3)) {
            m_blueprint.authPrevious = authRecipe({-20, -300, 40, 300});
            placeAuth(m_blueprint.authPrevious, 3);
        }
        const quint32 forgotten = m_choices.below(3);
        for (quint32 i = 0; i < forgotten; ++i)
            placeAuth(authRecipe({-500, -1000, 10, 600, 1700}), 2);
        if (m_choices.oneIn(16))
            m_blueprint.authCurrent = -1;
    }

    void addOthers(int server)
    {
        if (isEdge(server))
            return;
        const QString machine = m_blueprint.id(server).name();
        if (m_choices.below(2) == 1) {
            const bool isSha2 = m_choices.oneIn(2);
            m_blueprint.placeWmsvc(
                server, m_blueprint.wmsvcCertificate(machine, isSha2, life({2000, 40, 10, -20})), isSha2);
            if (m_choices.oneIn(4)) {
                const int second = m_blueprint.wmsvcCertificate(machine, isSha2, life({1800, -30}));
                Placement &renewed = m_blueprint.placeWmsvc(server, second, isSha2);
                if (m_choices.oneIn(2))
                    renewed.keyContainer.clear();
            }
        }
        const auto selfSigned = [&](const QString &subject, const QStringList &names, const QList<int> &days) {
            return m_blueprint.selfSigned(subject, names, life(days), 1826, x509::CertificateRequest::Hash::Sha256);
        };
        if (m_choices.oneIn(10))
            m_blueprint.place(server, selfSigned(u"CN=Federation"_s, {}, {800, 20, -10}), u"Exchange Delegation"_s,
                Service::Federation | Service::Smtp);
        if (m_choices.oneIn(8)) {
            const int device = selfSigned(u"CN=device.contoso.test"_s, {u"device.contoso.test"_s}, {800, 20, -10});
            blemish(m_blueprint.place(server, device, u"device"_s,
                m_choices.oneOf<ServiceSet>({ServiceSet(), Service::Smtp, Service::Imap | Service::Pop})));
            if (m_choices.oneIn(3))
                bind(server, device, 1);
        }
        if (m_choices.oneIn(12)) {
            const int foreign = m_blueprint.issuedCertificate(
                u"CN=0F1E2D3C"_s, u"CN=MS-Organization-Access"_s, {}, life({300, -10}), 365);
            m_blueprint.place(server, foreign, {}, {});
        }
    }

    void chooseTransport(int server)
    {
        QList<int> recipes{m_transport.at(server), m_transport.at(server), m_transport.at(server)};
        for (const auto &list : {m_seconds, m_issuedOn}) {
            for (const auto &[where, recipe] : list) {
                if (where == server)
                    recipes.append(recipe);
            }
        }
        if (m_blueprint.authCurrent >= 0 && has(server, m_blueprint.authCurrent))
            recipes.append(m_blueprint.authCurrent);
        if (m_choices.oneIn(14))
            recipes = {-1};
        m_blueprint.setInternalTransport(server, m_choices.oneOf(recipes));
    }

    void loosenSites(int server)
    {
        for (const int site : {1, 2}) {
            if (!m_choices.oneIn(16))
                continue;
            for (int i = 0; i < m_blueprint.servers().at(server).store.size(); ++i) {
                Placement &one = placement(server, i);
                if (one.iisSites.removeAll(site) > 0)
                    one.services.setFlag(Service::Iis, !one.iisSites.isEmpty());
            }
        }
    }

    void addConnectors()
    {
        const domain::TlsCertificateName mail{certificateAuthority, mailSubject};
        if (m_choices.oneIn(3)) {
            domain::Connector connector;
            connector.name = u"To the Internet"_s;
            for (int server = 0; server < m_servers; ++server) {
                if (!isEdge(server) && !m_choices.oneIn(4))
                    connector.servers.append(m_blueprint.id(server));
            }
            connector.tlsCertificateName = mail;
            connector.isEnabled = !m_choices.oneIn(6);
            m_blueprint.state.connectors.append(connector);
        }
        for (int server = 0; server < m_servers; ++server) {
            if (isEdge(server))
                continue;
            m_blueprint.addReceiveConnectors(server, m_choices.oneIn(5) ? std::optional(mail) : std::nullopt);
            if (m_choices.oneIn(5))
                m_blueprint.state.connectors.last().fqdn = u"mail.contoso.test"_s;
        }
        if (m_choices.oneIn(6)) {
            domain::HybridConfiguration hybrid;
            hybrid.tlsCertificateName = mail;
            hybrid.sendingTransportServers = {m_blueprint.id(0)};
            m_blueprint.state.hybrid = hybrid;
        }
    }

    void addFaults()
    {
        for (int server = 0; server < m_servers; ++server) {
            lab::LabServer &one = m_blueprint.server(server);
            one.receivesAuthCertificates = !m_choices.oneIn(8);
            if (server > 0 && m_choices.oneIn(16))
                one.fault.kind = lab::Fault::Kind::Unreachable;
        }
    }

    Choices &m_choices;
    QDateTime m_nowUtc;
    lab::Blueprint m_blueprint;
    int m_servers = 0;
    int m_issued = -1;
    QList<int> m_transport; ///< the own certificate of each server
    QList<std::pair<int, int>> m_seconds; ///< server, recipe
    QList<std::pair<int, int>> m_issuedOn;
};

} // namespace

Result<QList<x509::PrivateKey>> storedKeys()
{
    static QList<x509::PrivateKey> keys;
    if (!keys.isEmpty())
        return keys;
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/tests/walk/keys.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName());
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        auto key = x509::PrivateKey::fromPkcs8(QByteArray::fromBase64(line));
        if (!key)
            return tl::unexpected<Error>(key.error());
        keys.append(*key);
    }
    return keys;
}

Result<lab::LabState> makeWalkOrganisation(Choices &choices, const QDateTime &nowUtc)
{
    const lab::Blueprint blueprint = Composer(choices, nowUtc).compose();
    return storedKeys().and_then([&](const QList<x509::PrivateKey> &keys) {
        return lab::makeOrganisation(blueprint, keys, [](int) { return true; });
    });
}

} // namespace kakuin::walk
