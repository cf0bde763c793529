// SPDX-License-Identifier: MIT
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_portfindings {

using namespace kakuin;
using namespace kakuin::findingcases;
using findings::Code;
using findings::Fact;
using findings::Finding;

namespace {

qsizetype count(const Finding &finding, Fact fact)
{
    return std::count_if(finding.evidence.begin(), finding.evidence.end(),
        [fact](const findings::Evidence &evidence) { return evidence.fact == fact; });
}

bool names(const Finding &finding, findings::Unseen unseen)
{
    return finding.evidence.contains({Fact::Unseen, static_cast<qint64>(unseen)});
}

} // namespace

/// What a live check changes in the findings, beyond the three cases of each code.
class tst_PortFindings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void healthyPorts_addNothing_andLeaveLessUnseen()
    {
        QVERIFY(names(first(foundAfter(nothing), Code::BeyondInventory), findings::Unseen::ServedPorts));
        const auto found = foundAfter(portsChecked);
        QCOMPARE(found.size(), 1);
        const Finding beyond = first(found, Code::BeyondInventory);
        QVERIFY(!names(beyond, findings::Unseen::ServedPorts));
        QVERIFY(!names(beyond, findings::Unseen::WmSvcBinding));
        QVERIFY(names(beyond, findings::Unseen::TrustedRootStore));
        QVERIFY(beyond.unanswered.isEmpty());
    }

    void oneServerUnchecked_leavesThePortsOpen()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            portsChecked(i);
            i.servers[1].liveReadings.clear();
        });
        QVERIFY(first(found, Code::BeyondInventory).unanswered.contains(Code::PortServesUnknown));
    }

    void oneCertificateOnManyPorts_isOneFinding()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            portsChecked(i);
            for (const quint16 port : {quint16(443), quint16(25), quint16(993)}) {
                shown(i, 0, port).facts.thumbprint = thumbprint(77);
                shown(i, 0, port).facts.der = "another";
            }
        });
        const auto isIt = [](const Finding &finding) { return finding.code == Code::PortServesUnknown; };
        QCOMPARE(std::count_if(found.begin(), found.end(), isIt), 1);
        const Finding finding = first(found, Code::PortServesUnknown);
        QCOMPARE(count(finding, Fact::PortAnswered), 3);
        QCOMPARE(finding.subject.thumbprint, thumbprint(77));
    }

    void closedMailPorts_areNoFinding_butAClosedWebSiteIs()
    {
        const auto closed = [](quint16 port) {
            return foundAfter([port](domain::Inventory &i) {
                portsChecked(i);
                silent(i, 0, port, ErrorCode::PortClosed);
            });
        };
        for (const quint16 port : {quint16(8172), quint16(25), quint16(993)})
            QVERIFY(!has(closed(port), Code::PortsNotRead));
        QVERIFY(has(closed(443), Code::PortsNotRead));
        const Finding finding = first(closed(444), Code::PortsNotRead);
        QCOMPARE(finding.severity, findings::Severity::NotKnown);
        QCOMPARE(finding.task.kind, advice::Task::Kind::CheckPorts);
        QCOMPARE(finding.task.servers, QList<domain::ServerId>{domain::ServerId(QStringLiteral("EX01"))});
    }

    void expiredLeftOver_isInUse_whereAPortShowsIt()
    {
        const auto expired = [](domain::Inventory &i) { // renewed, expired, and its successor carries all
            const auto bindings = certificate(i, 0, Public).iisBindings; // renewing moves what it is in
            renew(i, 0, Public).iisBindings = bindings;
            i.servers[0].certificates->last().services = certificate(i, 0, Public).services;
            certificate(i, 0, Public).iisBindings = QList<domain::IisBinding>();
            certificate(i, 0, Public).facts.notAfterUtc = now().addSecs(-1);
            i.sendConnectors = QList<domain::Connector>();
            i.hybrid = std::optional<domain::HybridConfiguration>();
        };
        QVERIFY(has(foundAfter(expired), Code::ExpiredLeftOver));
        const auto seen = foundAfter([expired](domain::Inventory &i) {
            portsChecked(i);
            shown(i, 0, 993).facts = certificate(i, 0, Public).facts;
            shown(i, 0, 25).facts = certificate(i, 0, Own).facts;
            shown(i, 0, 443).facts = certificate(i, 0, Own).facts;
            expired(i);
        });
        QVERIFY(!has(seen, Code::ExpiredLeftOver));
        QCOMPARE(count(first(seen, Code::ExpiredInUse), Fact::PortAnswered), 1); // IMAP, which is no role
    }

    void wmSvcStale_isNotClaimed_whenThePortShowsTheNewOne()
    {
        const auto renewed = [](domain::Inventory &i) { renew(i, 0, WmSvc); };
        QVERIFY(has(foundAfter(renewed), Code::WmSvcStale));
        const auto seen = foundAfter([](domain::Inventory &i) {
            portsChecked(i);
            const domain::CertificateFacts facts = renew(i, 0, WmSvc).facts;
            shown(i, 0, 8172).facts = facts;
        });
        QVERIFY(!has(seen, Code::WmSvcStale));
    }
};

KAKUIN_TEST(tst_PortFindings)

} // namespace tests::tst_portfindings

#include "tst_portfindings.moc"
