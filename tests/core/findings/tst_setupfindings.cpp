// SPDX-License-Identifier: MIT
#include "core/findings/setup.h"
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_setupfindings {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using namespace kakuin::domain;
using findings::Code;
using findings::Finding;
using findings::Severity;

namespace {

QList<Finding> ofSetup(const Change &change)
{
    Inventory inventory = healthy();
    change(inventory);
    return findings::concerningSetup(findings::findingsOf(inventory, {}, now()), inventory);
}

} // namespace

/// What stops Exchange's setup or endangers it, and what does not.
class tst_SetupFindings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finding_concernsSetup_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("code"); // -1: nothing
        const auto row
            = [](const char *name, int code, const Change &change) { QTest::newRow(name) << change << code; };
        const auto is = [](Code code) { return static_cast<int>(code); };
        row("nothing is wrong", -1, nothing);
        row("the own one has expired, and serves 444 and internal transport", is(Code::ExpiredInUse),
            [](Inventory &i) { certificate(i, 0, Own).facts.notAfterUtc = now().addDays(-3); });
        row("the one on 443 has expired", is(Code::ExpiredInUse),
            [](Inventory &i) { certificate(i, 0, Public).facts.notAfterUtc = now().addDays(-3); });
        row("the one on 443 is not valid yet", is(Code::NotYetValid),
            [](Inventory &i) { certificate(i, 0, Public).facts.notBeforeUtc = now().addDays(1); });
        row("the one on 443 has no key", is(Code::PrivateKeyMissing),
            [](Inventory &i) { certificate(i, 0, Public).hasPrivateKey = false; });
        row("the one on 443 expires soon, and works until then", -1,
            [](Inventory &i) { certificate(i, 0, Public).facts.notAfterUtc = now().addDays(20); });
        row("one that nothing uses has expired", -1, [](Inventory &i) {
            Certificate &old = renew(i, 0, Own);
            old.facts.notAfterUtc = now().addDays(-3);
            old.facts.notBeforeUtc = now().addYears(-5);
        });
        row("the certificate of the Web Management Service has expired", -1,
            [](Inventory &i) { certificate(i, 0, WmSvc).facts.notAfterUtc = now().addDays(-3); });
        row("internal transport is not set", is(Code::TransportNotSet),
            [](Inventory &i) { i.servers[0].transport->thumbprint = {}; });
        row("internal transport is not there", is(Code::TransportNotInStore),
            [](Inventory &i) { i.servers[0].transport->thumbprint = thumbprint(900); });
        row("444 has none", is(Code::BackEndUnbound),
            [](Inventory &i) { certificate(i, 0, Own).iisBindings = QList<IisBinding>(); });
        row("the Auth certificate has expired", is(Code::AuthExpired), [](Inventory &i) {
            certificate(i, 0, Auth).facts.notAfterUtc = now().addDays(-1);
            certificate(i, 1, Auth).facts.notAfterUtc = now().addDays(-1);
        });
        row("the Auth certificate is nowhere", is(Code::AuthMissingEverywhere),
            [](Inventory &i) { i.authConfig->current = thumbprint(901); });
        row("the Auth certificate is staged for a later day", is(Code::AuthEffectiveSoon),
            [](Inventory &i) { stage(i, now().addDays(20)); });
        row("the Auth certificate is staged, and not on every server", is(Code::AuthNextMissingOnServer),
            [](Inventory &i) { stage(i, now().addDays(20), 1); });
        row("a connector names no certificate", -1,
            [](Inventory &i) { i.sendConnectors->first().tlsCertificateName.reset(); });
    }
    void finding_concernsSetup()
    {
        QFETCH(Change, change);
        QFETCH(int, code);
        const QList<Finding> found = ofSetup(change);
        if (code >= 0) {
            QVERIFY(has(found, static_cast<Code>(code)));
            QVERIFY(first(found, static_cast<Code>(code)).severity != Severity::Information);
        }
        for (const Finding &finding : found)
            QVERIFY2(code >= 0 || finding.severity == Severity::NotKnown, findings::codeName(finding.code).data());
    }

    void whatIsNotKnown_staysWhereItMatters()
    {
        const auto served = [](Inventory &i) {
            portsChecked(i);
            unreachable(i, 1);
        };
        const Finding unread = first(ofSetup(served), Code::ServerNotRead);
        QCOMPARE(unread.severity, Severity::NotKnown);
        QVERIFY(unread.unanswered.contains(Code::ExpiredInUse));
        QVERIFY(!unread.unanswered.contains(Code::ExpiresSoon)); // as if it had not been asked
        QVERIFY(!has(ofSetup([](Inventory &i) { i.sendConnectors = fail(ErrorCode::NotRead); }), Code::PartNotRead));
        QVERIFY(has(ofSetup([](Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); }), Code::PartNotRead));
    }
};

KAKUIN_TEST(tst_SetupFindings)

} // namespace tests::tst_setupfindings

#include "tst_setupfindings.moc"
