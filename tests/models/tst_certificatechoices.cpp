// SPDX-License-Identifier: MIT
#include "models/certificatechoices.h"
#include "models/certificatepair.h"
#include "models/roles.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

namespace tests::tst_certificatechoices {

using namespace kakuin;
using models::CertificateChoices;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

CertificateBuilder generation(const QString &server, int year)
{
    const QDateTime from(QDate(year, 1, 1), QTime(0, 0), Qt::UTC);
    return CertificateBuilder(server, u"CN="_qs + server).valid(from, from.addYears(5));
}

} // namespace

/// What the comparison is opened with: the certificates to choose from, and the pair that it begins with.
class tst_CertificateChoices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choices_areByServer_theLatestFirst()
    {
        InventoryBuilder builder;
        builder.server(u"EX10"_qs).certificate(generation(u"EX10"_qs, 2020));
        const CertificateBuilder older = generation(u"EX2"_qs, 2020);
        const CertificateBuilder newer = generation(u"EX2"_qs, 2024);
        builder.server(u"EX2"_qs).certificate(older).certificate(newer);
        builder.server(u"EX3"_qs).unreachable(Error{ErrorCode::ServerUnreachable, u"EX3"_qs, {}});
        CertificateChoices choices(builder.build());
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(choices.rowCount(), 3);
        QCOMPARE(choices.certificate(0).id(), newer.build().id());
        QCOMPARE(choices.rowOf(older.build().id()), 1);
        QCOMPARE(choices.rowOf({domain::ServerId(u"EX10"_qs), older.build().facts.thumbprint}), -1);
        const QString found = choices.index(1).data(models::FilterTextRole).toString();
        QVERIFY(found.contains(u"EX2"_qs) && found.contains(older.build().facts.thumbprint.toString()));
        QCOMPARE(CertificateChoices(nullptr).rowCount(), 0);
    }

    void pair_isTheGenerationAndItsSuccessor_orItsPredecessor()
    {
        const CertificateBuilder first = generation(u"EX1"_qs, 2016);
        const CertificateBuilder second = generation(u"EX1"_qs, 2020);
        const CertificateBuilder third = generation(u"EX1"_qs, 2024);
        const CertificateBuilder other(u"EX1"_qs, u"CN=mail"_qs);
        InventoryBuilder builder;
        builder.server(u"EX1"_qs).certificate(third).certificate(first).certificate(other).certificate(second);
        const domain::InventoryPtr inventory = builder.build();
        const auto idOf = [](const CertificateBuilder &one) { return one.build().id(); };
        using Pair = models::CertificatePair;
        QCOMPARE(models::generationsOf(idOf(first), *inventory), (Pair{idOf(first), idOf(second)}));
        QCOMPARE(models::generationsOf(idOf(second), *inventory), (Pair{idOf(second), idOf(third)}));
        QCOMPARE(models::generationsOf(idOf(third), *inventory), (Pair{idOf(second), idOf(third)}));
        QVERIFY(models::generationsOf(idOf(other), *inventory).right.thumbprint.isNull());
        const domain::CertificateId gone{domain::ServerId(u"EX9"_qs), first.build().facts.thumbprint};
        QCOMPARE(models::generationsOf(gone, *inventory), (Pair{gone, {}}));
    }
};

KAKUIN_TEST(tst_CertificateChoices)

} // namespace tests::tst_certificatechoices

#include "tst_certificatechoices.moc"
