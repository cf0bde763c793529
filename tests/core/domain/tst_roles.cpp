// SPDX-License-Identifier: MIT
#include "core/domain/roles.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <functional>

namespace tests::tst_roles {

using namespace kakuin;
using namespace kakuin::domain;
using kakuin::testkit::CertificateBuilder;
using kakuin::testkit::InventoryBuilder;
using Source = RoleEvidence::Source;

namespace {

const QString ex01 = QStringLiteral("EX01");
const QString hexA(40, u'A');

/// Changes a certificate and the organisation around it; what is left out has no evidence for anything.
struct Scene final {
    CertificateBuilder certificate{ex01, QStringLiteral("CN=other")};
    InventoryBuilder inventory;
    Scene()
    {
        certificate.thumbprint(hexA);
        inventory.server(ex01);
    }
};
using Change = std::function<void(Scene &)>;

Thumbprint thumbprintA()
{
    return Thumbprint::parse(hexA).value_or(Thumbprint());
}

QList<RoleEvidence> evidenceAfter(const Change &change)
{
    Scene scene;
    change(scene);
    scene.inventory.certificate(scene.certificate);
    return rolesOf(scene.certificate.build(), *scene.inventory.build());
}

AuthConfig authWith(Thumbprint AuthConfig::*slot)
{
    AuthConfig auth;
    auth.*slot = thumbprintA();
    return auth;
}

Connector connectorFor(Connector::Kind kind, const char *name, const QList<ServerId> &servers)
{
    Connector connector;
    connector.kind = kind;
    connector.name = QStringLiteral("C1");
    connector.servers = servers;
    connector.tlsCertificateName = TlsCertificateName::parse(QString::fromLatin1(name));
    return connector;
}

constexpr const char *matching = "<I>CN=other<S>cn=OTHER";
constexpr const char *different = "<I>CN=other<S>CN=another";

HybridConfiguration hybridWith(const char *name, const QList<ServerId> &sending)
{
    return {TlsCertificateName::parse(QString::fromLatin1(name)), sending, {}};
}

} // namespace

class tst_Roles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidence_provesItsRole_data();
    void evidence_provesItsRole()
    {
        QFETCH(Change, change);
        QFETCH(Role, role);
        QFETCH(Source, source);
        const QList<RoleEvidence> found = evidenceAfter(change);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().role, role);
        QCOMPARE(found.first().source, source);
        QVERIFY(found.first().readUtc.isValid());
        QVERIFY(hasRole(found, role));
    }

    void withoutEvidence_thereIsNoRole_data();
    void withoutEvidence_thereIsNoRole()
    {
        QFETCH(Change, change);
        QCOMPARE(evidenceAfter(change).size(), 0);
    }

    void roles_comeInTheOrderOfTheEnum_eachWithItsSubject()
    {
        const auto found = evidenceAfter([](Scene &s) {
            s.certificate.dnsNames({ex01}).iisSites({2, 1}).services(Service::Federation);
            s.inventory.transport(thumbprintA()).auth(authWith(&AuthConfig::current));
            s.inventory.connector(connectorFor(Connector::Kind::Receive, matching, {ServerId(ex01)}));
        });
        QList<Role> roles;
        for (const RoleEvidence &evidence : found)
            roles += evidence.role;
        QCOMPARE(roles,
            (QList<Role>{Role::Own, Role::InternalTransport, Role::AuthCurrent, Role::FrontEnd443, Role::BackEnd444,
                Role::ReceiveConnector, Role::Federation}));
        QVERIFY(found.at(3).subject.endsWith(u"/1"));
        QVERIFY(found.at(4).subject.endsWith(u"/2"));
        QCOMPARE(found.at(5).subject, QStringLiteral("C1"));
    }

    void ownRole_isClaimed_whenTheServerDoesNotSayWhetherItIsSelfSigned()
    {
        const auto found = evidenceAfter([](Scene &s) { s.certificate.dnsNames({ex01}).rawDataOnly(); });
        QVERIFY(hasRole(found, Role::Own)); // subject and issuer are the same bytes
    }
};

void tst_Roles::evidence_provesItsRole_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Role>("role");
    QTest::addColumn<Source>("source");
    const auto row = [](const char *tag, Role role, Source source, Change change) {
        QTest::newRow(tag) << std::move(change) << role << source;
    };
    const QList<ServerId> here{ServerId(ex01)};
    row("own by DNS name", Role::Own, Source::ExchangeCertificate, [](Scene &s) {
        s.certificate.dnsNames({QStringLiteral("x"), QStringLiteral("ex01")});
    });
    row("own by FQDN", Role::Own, Source::ExchangeCertificate, [](Scene &s) {
        s.certificate.dnsNames({QStringLiteral("EX01.contoso.com")});
        s.inventory.change([](Inventory &i) { i.servers.first().server.fqdn = QStringLiteral("ex01.contoso.com"); });
    });
    row("own by common name", Role::Own, Source::ExchangeCertificate,
        [](Scene &s) { s.certificate = CertificateBuilder(ex01, QStringLiteral("CN=EX01")); });
    row("internal transport from the transport service", Role::InternalTransport, Source::TransportService,
        [](Scene &s) { s.inventory.transport(thumbprintA()); });
    row("internal transport from the directory", Role::InternalTransport, Source::Directory,
        [](Scene &s) { s.inventory.transport(thumbprintA(), TransportAssignment::Origin::Directory); });
    row("current Auth certificate", Role::AuthCurrent, Source::AuthConfig,
        [](Scene &s) { s.inventory.auth(authWith(&AuthConfig::current)); });
    row("next Auth certificate", Role::AuthNext, Source::AuthConfig,
        [](Scene &s) { s.inventory.auth(authWith(&AuthConfig::next)); });
    row("previous Auth certificate", Role::AuthPrevious, Source::AuthConfig,
        [](Scene &s) { s.inventory.auth(authWith(&AuthConfig::previous)); });
    row("Front End", Role::FrontEnd443, Source::ExchangeCertificate, [](Scene &s) { s.certificate.iisSites({1}); });
    row("Back End", Role::BackEnd444, Source::ExchangeCertificate, [](Scene &s) { s.certificate.iisSites({2}); });
    row("WMSvc by its key container", Role::WmSvc, Source::ExchangeCertificate,
        [](Scene &s) { s.certificate.keyContainer(QStringLiteral("WMSvc Certificate Key Container")); });
    row("send connector on this server", Role::SendConnector, Source::SendConnector,
        [here](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Send, matching, here)); });
    row("send connector that names no server", Role::SendConnector, Source::SendConnector,
        [](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Send, matching, {})); });
    row("receive connector", Role::ReceiveConnector, Source::ReceiveConnector,
        [here](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Receive, matching, here)); });
    row("hybrid", Role::Hybrid, Source::HybridConfiguration,
        [here](Scene &s) { s.inventory.hybrid(hybridWith(matching, here)); });
    row("hybrid that names no server", Role::Hybrid, Source::HybridConfiguration,
        [](Scene &s) { s.inventory.hybrid(hybridWith(matching, {})); });
    const auto at = QDateTime(QDate(2026, 11, 22), QTime(14, 3), Qt::UTC);
    row("443 was seen to show it", Role::FrontEnd443, Source::LiveCheck, [at](Scene &s) {
        s.inventory.served({443, LiveService::FrontEnd}, s.certificate, at);
    });
    row("444 was seen to show it", Role::BackEnd444, Source::LiveCheck, [at](Scene &s) {
        s.inventory.served({444, LiveService::BackEnd}, s.certificate, at);
    });
    row("8172 was seen to show it", Role::WmSvc, Source::LiveCheck, [at](Scene &s) {
        s.inventory.served({8172, LiveService::WmSvc}, s.certificate, at);
    });
    row("25 was seen to show it", Role::ReceiveConnector, Source::LiveCheck, [at](Scene &s) {
        s.inventory.served({25, LiveService::Smtp, false}, s.certificate, at);
    });
    row("federation", Role::Federation, Source::ExchangeCertificate,
        [](Scene &s) { s.certificate.services(Service::Federation); });
}

void tst_Roles::withoutEvidence_thereIsNoRole_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *tag, Change change) { QTest::newRow(tag) << std::move(change); };
    const QList<ServerId> elsewhere{ServerId(QStringLiteral("EX02"))};
    const Thumbprint other = Thumbprint::parse(QString(40, u'B')).value_or(Thumbprint());
    row("nothing", [](Scene &) {});
    row("the names of another server", [](Scene &s) {
        s.certificate.dnsNames({QStringLiteral("EX02"), QStringLiteral("EX01X")});
    });
    row("the server's name from an authority",
        [](Scene &s) { s.certificate.dnsNames({ex01}).issuer(QStringLiteral("CN=CA")); });
    row("another internal transport certificate", [other](Scene &s) { s.inventory.transport(other); });
    row("no internal transport certificate", [](Scene &s) { s.inventory.transport(Thumbprint()); });
    row("a transport service that did not answer", [](Scene &s) {
        s.inventory.change([](Inventory &i) { i.servers.first().transport = fail(ErrorCode::ServerUnreachable); });
    });
    row("an empty Auth configuration", [](Scene &s) { s.inventory.auth(AuthConfig()); });
    row("an Auth configuration that was not read",
        [](Scene &s) { s.inventory.change([](Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); }); });
    row("a subject that reads like the Auth certificate", [](Scene &s) {
        s.certificate = CertificateBuilder(ex01, QStringLiteral("CN=Microsoft Exchange Server Auth Certificate"));
    });
    row("a subject that reads like WMSvc",
        [](Scene &s) { s.certificate = CertificateBuilder(ex01, QStringLiteral("CN=WMSvc-SHA2-EX01")); });
    const auto at = QDateTime(QDate(2026, 11, 22), QTime(14, 3), Qt::UTC);
    const CertificateBuilder seen(ex01, QStringLiteral("CN=seen"));
    row("a port that was seen to show another one", [at, seen](Scene &s) {
        s.inventory.served({443, LiveService::FrontEnd}, seen, at);
    });
    row("a port that showed nothing", [at](Scene &s) {
        s.inventory.portFailed({443, LiveService::FrontEnd}, ErrorCode::NoAnswer, at);
    });
    row("IMAP, which is a service and no role", [at](Scene &s) {
        s.inventory.served({993, LiveService::Imap}, s.certificate, at);
    });
    row("WMSvc by its key container, while 8172 shows another one", [at, seen](Scene &s) {
        s.certificate.keyContainer(QStringLiteral("WMSvc Certificate Key Container"));
        s.inventory.served({8172, LiveService::WmSvc}, seen, at);
    });
    row("another IIS site", [](Scene &s) { s.certificate.iisSites({3, 0}); });
    row("another key container", [](Scene &s) { s.certificate.keyContainer(QStringLiteral("WMSvc")); });
    row("the IIS service without a binding", [](Scene &s) { s.certificate.services(Service::Iis | Service::Smtp); });
    row("bindings and services that are not known", [](Scene &s) { s.certificate.rawDataOnly(); });
    row("a connector with another name",
        [](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Send, different, {})); });
    row("a connector without a name",
        [](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Send, "", {})); });
    row("a send connector on another server",
        [elsewhere](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Send, matching, elsewhere)); });
    row("a receive connector on another server",
        [elsewhere](Scene &s) { s.inventory.connector(connectorFor(Connector::Kind::Receive, matching, elsewhere)); });
    row("connectors that were not read", [](Scene &s) {
        s.inventory.change([](Inventory &i) {
            i.sendConnectors = fail(ErrorCode::NotRead);
            i.receiveConnectors = fail(ErrorCode::NotRead);
            i.hybrid = fail(ErrorCode::NotRead);
        });
    });
    row("a hybrid configuration with another name", [](Scene &s) { s.inventory.hybrid(hybridWith(different, {})); });
    row("a hybrid configuration of other servers",
        [elsewhere](Scene &s) { s.inventory.hybrid(hybridWith(matching, elsewhere)); });
}

KAKUIN_TEST(tst_Roles)

} // namespace tests::tst_roles

#include "tst_roles.moc"
