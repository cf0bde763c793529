// SPDX-License-Identifier: MIT
#include "core/plan/removalpreflight.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_servedports {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::LivePort;
using domain::LiveService;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const domain::ServerId ex01(u"EX01"_s);

QDateTime at(int hour)
{
    return {QDate(2026, 11, 22), QTime(hour, 0), Qt::UTC};
}

constexpr LivePort frontEnd{443, LiveService::FrontEnd};
constexpr LivePort wmSvc{8172, LiveService::WmSvc};
constexpr LivePort smtp{25, LiveService::Smtp, false};

} // namespace

/// What ports were seen to serve, before a certificate goes.
class tst_ServedPorts final : public QObject {
    Q_OBJECT
private:
    CertificateBuilder m_ours{u"EX01"_s, u"CN=EX01"_s};
    CertificateBuilder m_other{u"EX01"_s, u"CN=other"_s};

    [[nodiscard]] static PreflightItem itemOf(const InventoryBuilder &builder, const CertificateBuilder &certificate,
        RemovalCheck check = RemovalCheck::ServedPorts)
    {
        for (const PreflightItem &item :
            removalPreflight({ex01, certificate.build().facts.thumbprint}, *builder.build(), at(12))) {
            if (item.check == check)
                return item;
        }
        return {};
    }
    /// Read at ten o'clock, unless said otherwise.
    [[nodiscard]] InventoryBuilder server(const QDateTime &readUtc = at(10)) const
    {
        InventoryBuilder builder;
        builder.server(u"EX01"_s).certificate(m_ours).certificate(m_other);
        builder.change([readUtc](domain::Inventory &inventory) { inventory.servers.first().readUtc = readUtc; });
        return builder;
    }

private Q_SLOTS:
    void init()
    {
        m_ours = CertificateBuilder(u"EX01"_s, u"CN=EX01"_s);
        m_ours.thumbprint(QString(40, u'A'));
        m_other = CertificateBuilder(u"EX01"_s, u"CN=other"_s);
        m_other.thumbprint(QString(40, u'B'));
    }

    void unchecked_isANote_thatOffersTheCheck()
    {
        const PreflightItem item = itemOf(server(), m_ours);
        QCOMPARE(item.verdict, Verdict::Note);
        QCOMPARE(item.mend, Mend::CheckPorts);
    }

    void portThatShowsAnother_isClear()
    {
        const PreflightItem item = itemOf(server().served(frontEnd, m_other, at(11)), m_ours);
        QCOMPARE(item.verdict, Verdict::Clear);
        QVERIFY(item.served.isEmpty());
    }

    void failedReading_isNoEvidence()
    {
        const PreflightItem item = itemOf(server().portFailed(frontEnd, ErrorCode::NoAnswer, at(11)), m_ours);
        QCOMPARE(item.verdict, Verdict::Clear);
    }

    void webPort_blocks_andIsNamed()
    {
        const PreflightItem item = itemOf(server().served(frontEnd, m_ours, at(11)), m_ours);
        QCOMPARE(item.verdict, Verdict::Blocks);
        QCOMPARE(item.mend, Mend::CheckPorts);
        QCOMPARE(item.served.size(), 1);
        QCOMPARE(item.served.first().port, frontEnd);
        QCOMPARE(item.served.first().atUtc, at(11));
    }

    void webPort_onlyWarns_whenTheBindingWasReadLater()
    {
        QCOMPARE(itemOf(server(at(12)).served(frontEnd, m_ours, at(11)), m_ours).verdict, Verdict::Warning);
        // of the Web Management Service nothing is read later
        QCOMPARE(itemOf(server(at(12)).served(wmSvc, m_ours, at(11)), m_ours).verdict, Verdict::Blocks);
        // bound and seen: it stays
        m_ours.iisSites({domain::IisBinding::frontEndSite});
        QCOMPARE(itemOf(server(at(12)).served(frontEnd, m_ours, at(11)), m_ours).verdict, Verdict::Blocks);
    }

    void webPort_onlyWarns_notWhenBindingsAreNotKnown()
    {
        m_ours.rawDataOnly();
        QCOMPARE(itemOf(server(at(12)).served(frontEnd, m_ours, at(11)), m_ours).verdict, Verdict::Blocks);
    }

    void mailPort_warns()
    {
        const PreflightItem item = itemOf(server().served(smtp, m_ours, at(11)), m_ours);
        QCOMPARE(item.verdict, Verdict::Warning);
        QCOMPARE(item.mend, Mend::AssignServices);
        const PreflightItem both
            = itemOf(server().served(frontEnd, m_ours, at(11)).served(smtp, m_ours, at(11)), m_ours);
        QCOMPARE(both.verdict, Verdict::Blocks);
        QCOMPARE(both.served.size(), 2);
    }

    void otherChecks_tellWhatWasRead_notWhatWasSeen()
    {
        const InventoryBuilder seen = server().served(frontEnd, m_ours, at(11)).served(smtp, m_ours, at(11));
        QCOMPARE(itemOf(seen, m_ours, RemovalCheck::IisBindings).verdict, Verdict::Clear);
        QCOMPARE(itemOf(seen, m_ours, RemovalCheck::ReceiveConnectors).verdict, Verdict::Clear);
    }

    void wmSvc_isClear_onceItsPortWasSeenToShowAnother()
    {
        m_ours.keyContainer(u"WMSvc Certificate Key Container"_s);
        QCOMPARE(itemOf(server(), m_ours, RemovalCheck::WmSvc).verdict, Verdict::Blocks);
        const InventoryBuilder seen = server().served(wmSvc, m_other, at(11));
        QCOMPARE(itemOf(seen, m_ours, RemovalCheck::WmSvc).verdict, Verdict::Clear);
        QCOMPARE(itemOf(seen, m_other).verdict, Verdict::Blocks);
        const InventoryBuilder failed = server().portFailed(wmSvc, ErrorCode::NoAnswer, at(11));
        QCOMPARE(itemOf(failed, m_ours, RemovalCheck::WmSvc).verdict, Verdict::Blocks);
    }
};

KAKUIN_TEST(tst_ServedPorts)

} // namespace tests::tst_servedports

#include "tst_servedports.moc"
