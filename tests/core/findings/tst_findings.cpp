// SPDX-License-Identifier: MIT
#include "findingcases.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_findings {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::findingcases;
using findings::Code;
using findings::Finding;
using findings::Severity;

namespace {

QList<Case> allCases()
{
    return lifeCases() + serverCases() + peerCases() + portCases() + authCases() + connectorCases();
}

bool isLeftOpen(const QList<Finding> &found, Code code)
{
    return std::any_of(found.begin(), found.end(), [code](const Finding &finding) {
        return finding.severity == Severity::NotKnown && finding.unanswered.contains(code);
    });
}

} // namespace

/// Every code: where it appears, where it just does not, where it cannot be known.
class tst_Findings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void healthyOrganisation_hasOnlyWhatNobodyCanSee()
    {
        const auto found = foundAfter(nothing);
        for (const Finding &finding : found)
            QVERIFY2(finding.code == Code::BeyondInventory, qPrintable(finding.key()));
        QCOMPARE(found.size(), 1);
    }

    void everyCode_hasACase()
    {
        QList<Code> covered;
        for (const Case &one : allCases())
            covered.append(one.code);
        for (const Code code : findings::allCodes()) {
            const bool isCovered = covered.contains(code) || findings::kindOf(code) == findings::Kind::NotKnown;
            QVERIFY2(isCovered, findings::codeName(code).data());
        }
    }

    void code_appearsOrNotOrIsNotKnown_data()
    {
        QTest::addColumn<int>("index");
        const QList<Case> cases = allCases();
        for (int i = 0; i < cases.size(); ++i)
            QTest::newRow(findings::codeName(cases.at(i).code).data()) << i;
    }
    void code_appearsOrNotOrIsNotKnown()
    {
        QFETCH(int, index);
        const Case one = allCases().at(index);
        const auto there = foundAfter(one.appears);
        QVERIFY2(has(there, one.code), "does not appear");
        QVERIFY(first(there, one.code).severity != Severity::NotKnown);
        QVERIFY2(!isLeftOpen(there, one.code), "appears, but is also said to be open");
        const auto justNot = foundAfter(one.justNot);
        QVERIFY2(!has(justNot, one.code), "appears where it should not");
        QVERIFY2(!isLeftOpen(justNot, one.code), "is said to be open where it is known");
        const auto open = foundAfter(one.notKnown);
        QVERIFY2(!has(open, one.code), "is claimed although it cannot be known");
        QVERIFY2(isLeftOpen(open, one.code), "nothing says that it is open");
    }

    void findings_standTheWorstFirst_withKeysOfTheirOwn()
    {
        const auto found = foundAfter([](domain::Inventory &i) {
            renew(i, 0, Own);
            renew(i, 0, WmSvc);
            unreachable(i, 1);
            certificate(i, 0, Public).facts.notAfterUtc = now().addDays(-1);
            certificate(i, 0, Auth).facts.signatureHash = u"sha1"_s;
        });
        QSet<QString> keys;
        for (qsizetype i = 0; i < found.size(); ++i) {
            QVERIFY(i == 0 || found.at(i - 1).severity <= found.at(i).severity);
            QVERIFY2(!keys.contains(found.at(i).key()), qPrintable(found.at(i).key()));
            keys.insert(found.at(i).key());
        }
        QVERIFY(found.size() > 6);
    }

    void names_areStableWords()
    {
        QSet<QString> seen;
        for (const Code code : findings::allCodes()) {
            const QLatin1String name = findings::codeName(code);
            QVERIFY(!name.isEmpty() && !seen.contains(name));
            seen.insert(name);
            QCOMPARE(findings::codeFromName(QString(name)), std::optional(code));
        }
        QCOMPARE(findings::codeFromName(u"noSuchCode"), std::nullopt);
        QCOMPARE(Finding{}.key(), u"expiredInUse:organisation"_s);
    }
};

KAKUIN_TEST(tst_Findings)

} // namespace tests::tst_findings

#include "tst_findings.moc"
