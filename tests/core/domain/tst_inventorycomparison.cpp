// SPDX-License-Identifier: MIT
#include "core/domain/inventorycomparison.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_inventorycomparison {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

const QString one(40, u'1');
const QString two(40, u'2');
const QDateTime march(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
const QDateTime may(QDate(2026, 5, 1), QTime(0, 0), Qt::UTC);

CertificateBuilder certificate(const QString &thumbprint)
{
    CertificateBuilder builder(u"EX01"_s, u"CN=EX01"_s);
    builder.thumbprint(thumbprint).services(Service::Smtp);
    return builder;
}

Thumbprint print(const QString &text)
{
    return Thumbprint::parse(text).value_or(Thumbprint());
}

InventoryBuilder organisation(const QDateTime &taken)
{
    InventoryBuilder builder;
    builder.taken(taken).server(u"EX01"_s);
    return builder;
}

QList<ChangeKind> kinds(const QList<InventoryChange> &changes)
{
    QList<ChangeKind> all;
    for (const InventoryChange &change : changes)
        all.append(change.kind);
    return all;
}

} // namespace

class tst_InventoryComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void samePictures_haveNoDifference()
    {
        const auto picture = organisation(march).certificate(certificate(one)).transport(print(one)).build();
        QCOMPARE(compareInventories(*picture, *picture), QList<InventoryChange>());
    }

    void certificates_areAddedRemovedAndReassigned()
    {
        const auto older = organisation(march).certificate(certificate(one)).transport(print(one)).build();
        const auto newer = organisation(may).certificate(certificate(two)).transport(print(two)).build();
        const auto changes = compareInventories(*older, *newer);
        QCOMPARE(kinds(changes),
            (QList<ChangeKind>{
                ChangeKind::TransportReassigned, ChangeKind::CertificateAdded, ChangeKind::CertificateRemoved}));
        QCOMPARE(changes.first().before, one);
        QCOMPARE(changes.first().after, two);
        QCOMPARE(changes.at(1).thumbprint, print(two));
    }

    void services_thatAreNotKnown_haveNotChanged()
    {
        const auto older = organisation(march).certificate(certificate(one)).build();
        auto more = certificate(one);
        more.services(Service::Smtp | Service::Iis);
        const auto changes = compareInventories(*older, *organisation(march).certificate(more).build());
        QCOMPARE(kinds(changes), QList<ChangeKind>{ChangeKind::ServicesChanged});
        QVERIFY(changes.first().before != changes.first().after);
        more.rawDataOnly();
        QCOMPARE(
            kinds(compareInventories(*older, *organisation(march).certificate(more).build())), QList<ChangeKind>());
    }

    void expiredSince_isBetweenThePictures_data()
    {
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<bool>("isExpired");
        QTest::newRow("between") << march.addDays(10) << true;
        QTest::newRow("at the newer picture") << may << true;
        QTest::newRow("just after it") << may.addSecs(1) << false;
        QTest::newRow("before the older picture already") << march << false;
    }
    void expiredSince_isBetweenThePictures()
    {
        QFETCH(QDateTime, end);
        QFETCH(bool, isExpired);
        auto ending = certificate(one);
        ending.valid(march.addYears(-5), end);
        const auto changes = compareInventories(
            *organisation(march).certificate(ending).build(), *organisation(may).certificate(ending).build());
        QCOMPARE(kinds(changes), isExpired ? QList<ChangeKind>{ChangeKind::ExpiredSince} : QList<ChangeKind>());
    }

    void serverThatWasNotRead_hasLostNothing()
    {
        const auto older = organisation(march).certificate(certificate(one)).build();
        const auto newer = organisation(may).unreachable({ErrorCode::ServerUnreachable, u"EX01"_s, {}}).build();
        QCOMPARE(kinds(compareInventories(*older, *newer)), QList<ChangeKind>{ChangeKind::NotComparable});
        QCOMPARE(kinds(compareInventories(*newer, *newer)), QList<ChangeKind>());
    }

    void serversAuthAndConnectors_areCompared()
    {
        Connector connector;
        connector.name = u"To Internet"_s;
        connector.tlsCertificateName = TlsCertificateName{u"CN=CA"_s, u"CN=mail"_s};
        Connector other = connector;
        other.tlsCertificateName->subject = u"CN=mail2"_s;
        AuthConfig before;
        before.current = print(one);
        AuthConfig after;
        after.current = print(two);
        after.previous = print(one);
        const auto older = organisation(march).server(u"EX02"_s).auth(before).connector(connector).build();
        const auto newer = organisation(may).server(u"EX03"_s).auth(after).connector(other).build();
        QCOMPARE(kinds(compareInventories(*older, *newer)),
            (QList<ChangeKind>{ChangeKind::AuthCurrentChanged, ChangeKind::AuthPreviousChanged,
                ChangeKind::ConnectorReassigned, ChangeKind::ServerRemoved, ChangeKind::ServerAdded}));
    }
};

KAKUIN_TEST(tst_InventoryComparison)

} // namespace tests::tst_inventorycomparison

#include "tst_inventorycomparison.moc"
