// SPDX-License-Identifier: MIT
#include "core/plan/removedraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_removalpreflight {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Service;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hexOld(40, u'A');
const QString hexNew(40, u'B');
const domain::ServerId ex01(u"EX01"_s);

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

CertificateBuilder certificate(const QString &hex)
{
    CertificateBuilder builder(u"EX01"_s, u"CN=EX01"_s);
    builder.thumbprint(hex).services(Service::Smtp);
    return builder;
}

PreflightItem itemOf(const domain::InventoryPtr &inventory, RemovalCheck check)
{
    const auto items = removalPreflight({ex01, thumbprint(hexOld)}, *inventory, now());
    for (const PreflightItem &item : items) {
        if (item.check == check)
            return item;
    }
    return {};
}

} // namespace

/// What is looked at before a certificate goes, check by check.
class tst_RemovalPreflight final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCheck_isMadeInOrder()
    {
        const auto inventory = InventoryBuilder().server(u"EX01"_s).certificate(certificate(hexOld)).build();
        const auto items = removalPreflight({ex01, thumbprint(hexOld)}, *inventory, now());
        QCOMPARE(items.size(), 11);
        for (qsizetype i = 0; i < items.size(); ++i)
            QCOMPARE(static_cast<qsizetype>(items.at(i).check), i);
    }

    void unknownCertificate_givesNothing()
    {
        const auto inventory = InventoryBuilder().server(u"EX01"_s).build();
        QVERIFY(removalPreflight({ex01, thumbprint(hexOld)}, *inventory, now()).isEmpty());
    }

    void authCertificate_blocks_withItsMend_data()
    {
        QTest::addColumn<int>("slot");
        QTest::addColumn<Mend>("mend");
        QTest::newRow("current: rotate") << 0 << Mend::RotateAuth;
        QTest::newRow("next: take it back") << 1 << Mend::CancelStaging;
        QTest::newRow("previous: clear it") << 2 << Mend::ClearPreviousAuth;
    }
    void authCertificate_blocks_withItsMend()
    {
        QFETCH(int, slot);
        QFETCH(Mend, mend);
        domain::AuthConfig auth;
        (slot == 0 ? auth.current : slot == 1 ? auth.next : auth.previous) = thumbprint(hexOld);
        const auto inventory = InventoryBuilder().server(u"EX01"_s).certificate(certificate(hexOld)).auth(auth).build();
        const PreflightItem item = itemOf(inventory, RemovalCheck::AuthConfig);
        QCOMPARE(item.verdict, Verdict::Blocks);
        QCOMPARE(item.mend, mend);
        QVERIFY(!item.evidence.isEmpty());
    }

    void whatWasNotRead_isNotKnown_neverClear()
    {
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .certificate(certificate(hexOld).rawDataOnly())
                                   .change([](domain::Inventory &changed) {
                                       changed.authConfig = fail(ErrorCode::NotRead);
                                       changed.sendConnectors = fail(ErrorCode::NotRead);
                                       changed.receiveConnectors = fail(ErrorCode::NotRead);
                                       changed.servers.first().transport = fail(ErrorCode::NotRead);
                                   })
                                   .build();
        for (const RemovalCheck check :
            {RemovalCheck::AuthConfig, RemovalCheck::InternalTransport, RemovalCheck::IisBindings,
                RemovalCheck::SendConnectors, RemovalCheck::ReceiveConnectors, RemovalCheck::LastOfService})
            QCOMPARE(itemOf(inventory, check).verdict, Verdict::NotKnown);
    }

    void internalTransport_proposesTheNewestGeneration()
    {
        const QString other(40, u'C');
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .certificate(certificate(hexOld).valid(now().addYears(-5), now().addDays(3)))
                                   .certificate(CertificateBuilder(u"EX01"_s, u"CN=mail"_s)
                                                    .thumbprint(other)
                                                    .valid(now().addYears(-1), now().addYears(9)))
                                   .certificate(certificate(hexNew).valid(now().addDays(-1), now().addYears(5)))
                                   .transport(thumbprint(hexOld))
                                   .build();
        const PreflightItem item = itemOf(inventory, RemovalCheck::InternalTransport);
        QCOMPARE(item.verdict, Verdict::Blocks);
        QCOMPARE(item.mend, Mend::ReplaceTransport);
        QCOMPARE(item.other, thumbprint(hexNew));
        QCOMPARE(transportReplacements({ex01, thumbprint(hexOld)}, *inventory, now()).size(), 2);
    }

    void backEnd_blocks_andFrontEndOffersAssignment()
    {
        const auto with = [](int site) {
            return InventoryBuilder().server(u"EX01"_s).certificate(certificate(hexOld).iisSites({site})).build();
        };
        QCOMPARE(itemOf(with(domain::IisBinding::backEndSite), RemovalCheck::IisBindings).mend, Mend::RebindBackEnd);
        QCOMPARE(itemOf(with(domain::IisBinding::frontEndSite), RemovalCheck::IisBindings).mend, Mend::AssignServices);
    }

    void lastOfService_namesWhatNobodyElseCarries()
    {
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .certificate(certificate(hexOld).services(Service::Smtp | Service::Imap))
                                   .certificate(certificate(hexNew).services(Service::Smtp))
                                   .build();
        const PreflightItem item = itemOf(inventory, RemovalCheck::LastOfService);
        QCOMPARE(item.verdict, Verdict::Warning);
        QCOMPARE(item.services, domain::ServiceSet(Service::Imap));
    }

    void draft_neverPlansWhatIsBlocked()
    {
        domain::AuthConfig auth;
        auth.current = thumbprint(hexOld);
        const auto inventory = InventoryBuilder().server(u"EX01"_s).certificate(certificate(hexOld)).auth(auth).build();
        RemoveDraft draft(inventory, now());
        draft.setTargets({{ex01, thumbprint(hexOld)}});
        draft.setAcknowledged(true);
        QVERIFY(draft.plan().steps.isEmpty());
    }

    void draft_takesTheConfirmationBack_whenThereIsMoreToConfirm()
    {
        const auto builder = [] { return InventoryBuilder().server(u"EX01"_s).certificate(certificate(hexOld)); };
        RemoveDraft draft(builder().build(), now());
        draft.setTargets({{ex01, thumbprint(hexOld)}});
        QVERIFY(draft.needsAcknowledgement()); // nobody else carries SMTP
        draft.setAcknowledged(true);
        QVERIFY(!draft.plan().steps.isEmpty());
        draft.setInventory(
            builder()
                .change([](domain::Inventory &changed) { changed.sendConnectors = fail(ErrorCode::NotRead); })
                .build(),
            now());
        QVERIFY(!draft.isAcknowledged());
        QVERIFY(draft.plan().steps.isEmpty());
    }
};

KAKUIN_TEST(tst_RemovalPreflight)

} // namespace tests::tst_removalpreflight

#include "tst_removalpreflight.moc"
