// SPDX-License-Identifier: MIT
#include "core/domain/inventorydiff.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <functional>

namespace tests::tst_inventorydiff {

using namespace kakuin;
using namespace kakuin::domain;
using kakuin::testkit::CertificateBuilder;
using kakuin::testkit::InventoryBuilder;

using Change = std::function<void(Inventory &)>;
namespace {

const ServerId ex01(QStringLiteral("EX01"));
const ServerId ex02(QStringLiteral("EX02"));

CertificateId idOf(const ServerId &server, char16_t digit)
{
    return {server, Thumbprint::parse(QString(40, QChar(digit))).value_or(Thumbprint())};
}

CertificateBuilder certificate(const ServerId &server, char16_t digit)
{
    CertificateBuilder builder(server.name(), QStringLiteral("CN=x"));
    builder.thumbprint(QString(40, QChar(digit)));
    return builder;
}

/// EX01 with A and B, EX02 with A.
Inventory twoServers()
{
    static const InventoryPtr inventory = InventoryBuilder()
                                              .server(ex01.name())
                                              .certificate(certificate(ex01, u'A'))
                                              .certificate(certificate(ex01, u'B'))
                                              .server(ex02.name())
                                              .certificate(certificate(ex02, u'A'))
                                              .build();
    return *inventory;
}

} // namespace

class tst_InventoryDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samePicture_hasNoDifference()
    {
        Inventory later = twoServers();
        later.takenUtc = later.takenUtc.addDays(1); // read again, nothing new
        QVERIFY(diff(twoServers(), later).isEmpty());
        QVERIFY(diff(Inventory(), Inventory()).isEmpty());
    }

    void server_comesAndGoes()
    {
        Inventory one = twoServers();
        one.servers.removeLast();
        InventoryDiff gone = diff(twoServers(), one);
        QCOMPARE(gone.removedServers, QList<ServerId>{ex02});
        gone.removedServers.clear();
        QVERIFY(gone.isEmpty()); // its certificates are not told one by one
        const InventoryDiff come = diff(one, twoServers());
        QCOMPARE(come.addedServers, QList<ServerId>{ex02});
        QVERIFY(come.addedCertificates.isEmpty());
    }

    void certificate_comesAndGoes()
    {
        Inventory without = twoServers();
        without.servers.first().certificates->removeFirst();
        const InventoryDiff gone = diff(twoServers(), without);
        QCOMPARE(gone.removedCertificates, QList<CertificateId>{idOf(ex01, u'A')}); // the same one on EX02 stays
        QVERIFY(
            gone.addedCertificates.isEmpty() && gone.changedCertificates.isEmpty() && gone.changedServers.isEmpty());
        QCOMPARE(diff(without, twoServers()).addedCertificates, QList<CertificateId>{idOf(ex01, u'A')});
    }

    void certificate_changes_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *tag, const std::function<void(Certificate &)> &f) {
            QTest::newRow(tag) << Change([f](Inventory &i) { f((*i.servers.first().certificates)[1]); });
        };
        row("services", [](Certificate &c) { c.services = ServiceSet(Service::Smtp); });
        row("services no longer known", [](Certificate &c) { c.services.reset(); });
        row("status", [](Certificate &c) { c.status = CertificateStatus::Invalid; });
        row("bindings",
            [](Certificate &c) { c.iisBindings = QList{IisBinding::fromServiceName(QStringLiteral("x/1"))}; });
        row("friendly name", [](Certificate &c) { c.friendlyName = QStringLiteral("new"); });
    }
    void certificate_changes()
    {
        QFETCH(Change, change);
        Inventory later = twoServers();
        change(later);
        InventoryDiff found = diff(twoServers(), later);
        QCOMPARE(found.changedCertificates, QList<CertificateId>{idOf(ex01, u'B')});
        found.changedCertificates.clear();
        QVERIFY(found.isEmpty());
    }

    void server_changes_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *tag, const std::function<void(ServerEntry &)> &f) {
            QTest::newRow(tag) << Change([f](Inventory &i) { f(i.servers.first()); });
        };
        row("version", [](ServerEntry &e) { e.server.version = ServerVersion::parse(QStringLiteral("15.2.986.5")); });
        row("site", [](ServerEntry &e) { e.server.site = QStringLiteral("Osaka"); });
        row("internal transport", [](ServerEntry &e) {
            e.transport = TransportAssignment{ex01, idOf(ex01, u'A').thumbprint, {}};
        });
        row("internal transport no longer read", [](ServerEntry &e) { e.transport = fail(ErrorCode::ServerError); });
        row("a certificate that does not parse",
            [](ServerEntry &e) { e.unreadable.append(Error{ErrorCode::MalformedCertificate}); });
    }
    void server_changes()
    {
        QFETCH(Change, change);
        Inventory later = twoServers();
        change(later);
        InventoryDiff found = diff(twoServers(), later);
        QCOMPARE(found.changedServers, QList<ServerId>{ex01});
        found.changedServers.clear();
        QVERIFY(found.isEmpty());
    }

    void unreachableServer_losesNoCertificates()
    {
        Inventory later = twoServers();
        later.servers.first().certificates = fail(ErrorCode::ServerUnreachable, ex01.name());
        InventoryDiff found = diff(twoServers(), later);
        QCOMPARE(found.changedServers, QList<ServerId>{ex01});
        found.changedServers.clear();
        QVERIFY(found.isEmpty());
        const InventoryDiff back = diff(later, twoServers());
        QCOMPARE(back.changedServers, QList<ServerId>{ex01});
        QVERIFY(back.addedCertificates.isEmpty());
        Inventory otherReason = later;
        otherReason.servers.first().certificates = fail(ErrorCode::ConnectionLost, ex01.name());
        QCOMPARE(diff(later, otherReason).changedServers, QList<ServerId>{ex01});
        QVERIFY(diff(later, later).isEmpty());
    }

    void organisation_changes_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *tag, Change f) { QTest::newRow(tag) << std::move(f); };
        row("name", [](Inventory &i) { i.organisation = QStringLiteral("Fabrikam"); });
        row("Auth configuration", [](Inventory &i) {
            AuthConfig auth;
            auth.current = idOf(ex01, u'A').thumbprint;
            i.authConfig = auth;
        });
        row("Auth configuration no longer read", [](Inventory &i) { i.authConfig = fail(ErrorCode::ServerError); });
        row("a send connector", [](Inventory &i) { i.sendConnectors->append(Connector()); });
        row("receive connectors not read", [](Inventory &i) { i.receiveConnectors = fail(ErrorCode::NotRead); });
        row("hybrid", [](Inventory &i) { i.hybrid = std::optional(HybridConfiguration()); });
    }
    void organisation_changes()
    {
        QFETCH(Change, change);
        Inventory later = twoServers();
        change(later);
        InventoryDiff found = diff(twoServers(), later);
        QVERIFY(found.isOrganisationChanged);
        found.isOrganisationChanged = false;
        QVERIFY(found.isEmpty());
    }

    void inventory_findsByIdentity()
    {
        const Inventory inventory = twoServers();
        QCOMPARE(inventory.certificateCount(), 3);
        QVERIFY(inventory.find(ServerId(QStringLiteral("ex02"))) == &inventory.servers.at(1));
        QVERIFY(inventory.find(ServerId(QStringLiteral("EX03"))) == nullptr);
        const Certificate *found = inventory.find(idOf(ex02, u'A'));
        QVERIFY(found != nullptr && found->server == ex02);
        QVERIFY(inventory.find(idOf(ex02, u'B')) == nullptr);
        QVERIFY(inventory.find(CertificateId{ex01, Thumbprint()}) == nullptr);
        Inventory unread = inventory;
        unread.servers.first().certificates = fail(ErrorCode::ServerUnreachable);
        QVERIFY(unread.find(idOf(ex01, u'A')) == nullptr);
        QCOMPARE(unread.certificateCount(), 1);
    }
};

KAKUIN_TEST(tst_InventoryDiff)

} // namespace tests::tst_inventorydiff

#include "tst_inventorydiff.moc"
