// SPDX-License-Identifier: MIT
#include "core/domain/replacement.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_replacement {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::domain;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(2, 0), Qt::UTC);
const QString server = u"EX1"_s;

CertificateBuilder own(int daysLeft, const QStringList &names = {server})
{
    return CertificateBuilder(server, u"CN=EX1"_s)
        .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft))
        .dnsNames(names)
        .services(Service::Smtp)
        .friendlyName(u"own %1"_s.arg(daysLeft));
}

CertificateBuilder issued(int daysLeft, const QStringList &names, const QString &issuer = u"CN=CA"_s)
{
    return CertificateBuilder(server, u"CN="_s + names.constFirst())
        .issuer(issuer)
        .valid(now.addDays(daysLeft - 365), now.addDays(daysLeft))
        .dnsNames(names)
        .friendlyName(u"issued %1 %2"_s.arg(daysLeft).arg(issuer));
}

/// The friendly name of what can replace the first of them; empty: nothing.
QString bestFor(const QList<CertificateBuilder> &builders, const std::function<void(QList<Certificate> &)> &change = {})
{
    InventoryBuilder builder;
    builder.server(server);
    for (const CertificateBuilder &one : builders)
        builder.certificate(one);
    Inventory inventory = *builder.build();
    if (change)
        change(*inventory.servers.first().certificates);
    const Replacements replacements(inventory.servers.first(), inventory.authConfig, now);
    const Certificate *best = replacements.bestFor(inventory.servers.first().certificates->first());
    return best == nullptr ? QString() : best->friendlyName;
}

} // namespace

/// What could do another certificate's work.
class tst_Replacement final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownCertificate_isReplacedByTheServersOther_whateverItsFurtherNames()
    {
        QCOMPARE(bestFor({own(20, {server, u"mail.contoso.com"_s}), own(1800)}), u"own 1800"_s);
        QCOMPARE(bestFor({own(20), own(1500), own(1800)}), u"own 1800"_s);
        QCOMPARE(bestFor({own(1800), own(20)}), QString()); // one that lasts less long
        QCOMPARE(bestFor({own(20), issued(300, {server})}), QString()); // an authority's is not the server's own
    }
    void issuedCertificate_isReplacedAcrossIssuers_whenAllNamesAreCovered()
    {
        const QStringList names{u"mail.contoso.com"_s, u"autodiscover.contoso.com"_s};
        QCOMPARE(bestFor({issued(10, names), issued(300, names, u"CN=New CA"_s)}), u"issued 300 CN=New CA"_s);
        QCOMPARE(bestFor({issued(10, names), issued(300, {u"*.contoso.com"_s})}), u"issued 300 CN=CA"_s);
        QCOMPARE(bestFor({issued(10, names), issued(300, names + QStringList{u"more.contoso.com"_s})}),
            u"issued 300 CN=CA"_s);
        QCOMPARE(bestFor({issued(10, names), issued(300, {u"mail.contoso.com"_s})}), QString()); // one is missing
        QCOMPARE(bestFor({issued(10, names), own(1800, names)}), QString()); // clients would refuse a self-signed one
    }
    void selfSignedOfOtherNames_isReplacedByAnIssuedOne()
    {
        const auto self = CertificateBuilder(server, u"CN=mail.contoso.com"_s)
                              .valid(now.addDays(-100), now.addDays(10))
                              .dnsNames({u"mail.contoso.com"_s});
        QCOMPARE(bestFor({self, issued(300, {u"mail.contoso.com"_s})}), u"issued 300 CN=CA"_s);
    }
    void unfitOnes_replaceNothing_data()
    {
        QTest::addColumn<int>("way");
        for (int way = 0; way < 6; ++way)
            QTest::addRow("%d", way) << way;
    }
    void unfitOnes_replaceNothing()
    {
        QFETCH(const int, way);
        const auto change = [way](QList<Certificate> &all) {
            Certificate &candidate = all.last();
            switch (way) {
            case 0:
                candidate.hasPrivateKey = false;
                break;
            case 1:
                candidate.status = CertificateStatus::PendingRequest;
                break;
            case 2:
                candidate.status = CertificateStatus::Revoked;
                break;
            case 3:
                candidate.facts.issuerCommonName = u"MS-Organization-Access"_s;
                break;
            case 4:
                candidate.facts.extendedKeyUsageOids = {u"1.3.6.1.5.5.7.3.2"_s};
                break;
            default:
                candidate.services = Service::Federation;
            }
        };
        const QStringList names{u"mail.contoso.com"_s};
        QCOMPARE(bestFor({issued(10, names), issued(300, names)}), u"issued 300 CN=CA"_s);
        QCOMPARE(bestFor({issued(10, names), issued(300, names)}, change), QString());
    }
    void expiredOne_isReplacedByWhatIsValidToday()
    {
        const QStringList names{u"mail.contoso.com"_s};
        QCOMPARE(bestFor({issued(-3, names), issued(5, names)}), u"issued 5 CN=CA"_s);
    }
    void withoutAKey_isReplacedByAnyThatHasOne()
    {
        const QStringList names{u"mail.contoso.com"_s};
        const auto keyless = [](QList<Certificate> &all) { all.first().hasPrivateKey = false; };
        QCOMPARE(bestFor({issued(300, names), issued(100, names)}), QString());
        QCOMPARE(bestFor({issued(300, names), issued(100, names)}, keyless), u"issued 100 CN=CA"_s);
    }
    void authAndRequests_haveNoReplacement()
    {
        const auto auth = CertificateBuilder(server, u"CN=Microsoft Exchange Server Auth Certificate"_s)
                              .valid(now.addDays(-1000), now.addDays(10));
        QCOMPARE(bestFor({auth, own(1800)}), QString());
        QCOMPARE(bestFor({issued(10, {u"mail.contoso.com"_s}), issued(300, {u"mail.contoso.com"_s})},
                     [](QList<Certificate> &all) { all.first().status = CertificateStatus::PendingRequest; }),
            QString());
    }
    void otherProgramsCertificate_isNotTheServersOwn()
    {
        QCOMPARE(bestFor({own(20), own(3600, {u"ex1.contoso.local"_s}).services({})}), QString());
    }
    void whatAuthConfigNames_isNoReplacement()
    {
        const CertificateBuilder named = own(1800);
        Inventory inventory = *InventoryBuilder().server(server).certificate(own(20)).certificate(named).build();
        AuthConfig auth;
        auth.current = named.build().facts.thumbprint;
        inventory.authConfig = auth;
        const Replacements replacements(inventory.servers.first(), inventory.authConfig, now);
        QVERIFY(replacements.bestFor(inventory.servers.first().certificates->first()) == nullptr);
    }
    void fewerNames_areTheClosest()
    {
        const QStringList names{u"mail.contoso.com"_s, u"autodiscover.contoso.com"_s};
        Inventory inventory = *InventoryBuilder()
                                   .server(server)
                                   .certificate(issued(-3, names))
                                   .certificate(issued(300, {u"mail.contoso.com"_s}))
                                   .build();
        const Replacements replacements(inventory.servers.first(), inventory.authConfig, now);
        const Certificate &old = inventory.servers.first().certificates->first();
        QVERIFY(replacements.bestFor(old) == nullptr);
        QVERIFY(replacements.closestTo(old) == &inventory.servers.first().certificates->at(1));
    }
    void manyOfOneName_areLookedUpInLinearTime_data()
    {
        QTest::addColumn<bool>("isShared");
        QTest::newRow("all of the same names") << false;
        QTest::newRow("one name shared, another of its own") << true;
    }
    void manyOfOneName_areLookedUpInLinearTime()
    {
        InventoryBuilder builder;
        builder.server(server);
        QFETCH(const bool, isShared);
        for (int i = 0; i < 20'000; ++i) {
            const QStringList further = isShared ? QStringList{u"n%1.contoso.com"_s.arg(i % 5000)} : QStringList();
            builder.certificate(
                issued(1 + i % 299, QStringList{u"mail.contoso.com"_s} + further).friendlyName(QString::number(i)));
        }
        const auto inventory = builder.build();
        const Replacements replacements(inventory->servers.first(), inventory->authConfig, now);
        int replaced = 0;
        for (const Certificate &one : *inventory->servers.first().certificates)
            replaced += replacements.bestFor(one) != nullptr ? 1 : 0;
        QVERIFY(replaced > (isShared ? 14'000 : 19'000)); // all but those that last longest
    }
};

KAKUIN_TEST(tst_Replacement)

} // namespace tests::tst_replacement

#include "tst_replacement.moc"
