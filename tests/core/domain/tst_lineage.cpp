// SPDX-License-Identifier: MIT
#include "core/domain/lineage.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_lineage {

using namespace kakuin;
using namespace kakuin::domain;
using kakuin::testkit::CertificateBuilder;

namespace {

QDateTime year(int number)
{
    return {QDate(number, 1, 1), QTime(0, 0), Qt::UTC};
}

CertificateBuilder own(int from)
{
    CertificateBuilder builder(QStringLiteral("EX01"), QStringLiteral("CN=EX01"));
    builder.dnsNames({QStringLiteral("EX01"), QStringLiteral("ex01.contoso.com")}).valid(year(from), year(from + 5));
    return builder;
}

ServerEntry entryOf(const QList<Certificate> &certificates)
{
    ServerEntry entry;
    entry.server.id = ServerId(QStringLiteral("EX01"));
    entry.certificates = certificates;
    return entry;
}

} // namespace

class tst_Lineage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void generations_areOrderedByTime_whateverTheOrderOfTheStore()
    {
        const Certificate a = own(2015).build();
        const Certificate b = own(2020).build();
        const Certificate c = own(2025).build();
        const ServerEntry entry = entryOf({c, a, b});
        for (const Certificate &any : {a, b, c}) {
            const Lineage lineage = lineageOf(any, entry);
            QCOMPARE(
                lineage.generations, (QList<Thumbprint>{a.facts.thumbprint, b.facts.thumbprint, c.facts.thumbprint}));
        }
        const Lineage lineage = lineageOf(b, entry);
        QCOMPARE(lineage.successorOf(a.facts.thumbprint), b.facts.thumbprint);
        QCOMPARE(lineage.predecessorOf(c.facts.thumbprint), b.facts.thumbprint);
        QVERIFY(lineage.predecessorOf(a.facts.thumbprint).isNull());
        QVERIFY(lineage.successorOf(c.facts.thumbprint).isNull());
        QVERIFY(lineage.successorOf(Thumbprint()).isNull());
        QVERIFY(lineage.predecessorOf(Thumbprint()).isNull());
    }

    void sameBeginning_isOrderedByTheEnd()
    {
        const Certificate shorter = own(2020).valid(year(2020), year(2021)).build();
        const Certificate longer = own(2020).valid(year(2020), year(2025)).build();
        QCOMPARE(lineageOf(shorter, entryOf({longer, shorter})).successorOf(shorter.facts.thumbprint),
            longer.facts.thumbprint);
    }

    void family_isToldByNames_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QStringList>("dnsNames");
        QTest::addColumn<bool>("isFamily");
        const QString ex01 = QStringLiteral("CN=EX01");
        const QStringList names{QStringLiteral("EX01"), QStringLiteral("ex01.contoso.com")};
        QTest::newRow("the same names") << ex01 << ex01 << names << true;
        QTest::newRow("DNS names in another order and case")
            << ex01 << ex01 << QStringList{QStringLiteral("EX01.CONTOSO.COM"), QStringLiteral("ex01")} << true;
        QTest::newRow("a DNS name twice") << ex01 << ex01 << names + names << true;
        QTest::newRow("one DNS name more")
            << ex01 << ex01 << names + QStringList(QStringLiteral("mail.contoso.com")) << false;
        QTest::newRow("no DNS names") << ex01 << ex01 << QStringList() << false;
        QTest::newRow("another subject") << QStringLiteral("CN=EX02") << QStringLiteral("CN=EX02") << names << false;
        QTest::newRow("another issuer") << ex01 << QStringLiteral("CN=CA") << names << false;
    }
    void family_isToldByNames()
    {
        QFETCH(QString, subject);
        QFETCH(QString, issuer);
        QFETCH(QStringList, dnsNames);
        QFETCH(bool, isFamily);
        const Certificate older = own(2015).build();
        const Certificate newer = CertificateBuilder(QStringLiteral("EX01"), subject)
                                      .issuer(issuer)
                                      .dnsNames(dnsNames)
                                      .valid(year(2020), year(2025))
                                      .build();
        const Lineage lineage = lineageOf(older, entryOf({older, newer}));
        QCOMPARE(lineage.successorOf(older.facts.thumbprint), isFamily ? newer.facts.thumbprint : Thumbprint());
    }

    void certificate_standsAlone_whenTheServerWasNotRead()
    {
        const Certificate alone = own(2015).build();
        ServerEntry entry = entryOf({});
        entry.certificates = fail(ErrorCode::ServerUnreachable);
        QCOMPARE(lineageOf(alone, entry).generations, QList<Thumbprint>{alone.facts.thumbprint});
    }
};

KAKUIN_TEST(tst_Lineage)

} // namespace tests::tst_lineage

#include "tst_lineage.moc"
