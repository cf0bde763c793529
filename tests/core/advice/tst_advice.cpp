// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"
#include "core/plan/assigndraft.h"
#include "core/plan/removalpreflight.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "situations.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_advice {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::domain;
using namespace tests::situations;
using advice::Advice;
using advice::Reason;
using advice::Task;
using testkit::CertificateBuilder;
using Kind = Task::Kind;

/// Situation by situation: one reason and one task, and the findings and the drafts agree with them.
class tst_Advice final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void situation_hasItsAnswer_data() { rows(); }
    void situation_hasItsAnswer()
    {
        QFETCH(const int, index);
        const Situation situation = allSituations().at(index);
        const Advice advice = adviceOfFirst(situation);
        QCOMPARE(advice.reason, situation.reason);
        QCOMPARE(advice.task.kind, situation.task);
    }

    // A finding about the same certificate offers the same task, or describes work by hand
    void findings_offerTheSame_data() { rows(); }
    void findings_offerTheSame()
    {
        QFETCH(const int, index);
        const Situation situation = allSituations().at(index);
        const Advice advice = adviceOfFirst(situation);
        const Certificate &certificate = situation.inventory->servers.first().certificates->first();
        for (const findings::Finding &finding : findings::findingsOf(*situation.inventory, {}, now)) {
            const bool isLife = finding.code == findings::Code::ExpiredInUse
                || finding.code == findings::Code::ExpiresSoon || finding.code == findings::Code::ExpiresVerySoon
                || finding.code == findings::Code::ExpiredLeftOver
                || finding.code == findings::Code::ExpiredUseNotKnown;
            if (isLife && finding.subject == findings::Subject::of(certificate.id()))
                QCOMPARE(finding.task, advice.task);
            // what concerns the certificate itself is never offered against the advice
            const bool isOwnWork = finding.task.kind == Kind::Renew || finding.task.kind == Kind::Remove;
            if (isOwnWork && finding.task.certificates.contains(certificate.id()))
                QCOMPARE(finding.task.kind, advice.task.kind);
            const bool isNamed
                = finding.code == findings::Code::AuthIsWaiting || finding.code == findings::Code::AuthNextWithoutDate;
            const bool isOfCopy = finding.code == findings::Code::AuthWithoutKey
                && finding.subject.server == certificate.server && certificate.hasPrivateKey == false;
            if (isOfCopy || (isNamed && finding.subject.thumbprint == certificate.facts.thumbprint))
                QCOMPARE(finding.task, advice.task);
            const bool isOfAuth
                = finding.code == findings::Code::AuthExpired || finding.code == findings::Code::AuthExpiresSoon;
            if (isOfAuth && finding.subject.thumbprint == certificate.facts.thumbprint
                && situation.task == Kind::RotateAuth)
                QCOMPARE(finding.task.kind, advice.task.kind);
        }
    }

    // What is advised can be done: the draft that the task opens has no objection to it
    void drafts_acceptWhatIsAdvised_data() { rows(); }
    void drafts_acceptWhatIsAdvised()
    {
        QFETCH(const int, index);
        const Situation situation = allSituations().at(index);
        const Advice advice = adviceOfFirst(situation);
        if (advice.task.kind == Kind::Renew) {
            plan::RenewDraft draft(situation.inventory);
            draft.setTargets(advice.task.certificates);
            QVERIFY(draft.problems().isEmpty());
        }
        if (advice.task.kind == Kind::Assign || advice.task.kind == Kind::TakeTransport) {
            plan::AssignDraft draft(situation.inventory, now, advice.task.certificates.first());
            draft.setServices(advice.task.kind == Kind::TakeTransport ? smtp : advice.task.services);
            draft.setTakesTransport(advice.task.kind == Kind::TakeTransport);
            QVERIFY(draft.problems().isEmpty());
        }
        if (advice.task.kind == Kind::RotateAuth && !advice.task.certificates.isEmpty()) {
            plan::RotateDraft draft(situation.inventory, now);
            QCOMPARE(draft.source(), plan::RotateDraft::Source::Existing); // also proposed without the advice
            QCOMPARE(draft.existing(), advice.task.certificates.first().thumbprint);
            QVERIFY(draft.problems().isEmpty());
        }
    }

    void removal_isAdvisedOnlyWhereThePreflightDoesNotBlock_data() { rows(); }
    void removal_isAdvisedOnlyWhereThePreflightDoesNotBlock()
    {
        QFETCH(const int, index);
        const Situation situation = allSituations().at(index);
        for (const CertificateId &id : adviceOfFirst(situation).task.certificates) {
            if (situation.task != Kind::Remove)
                continue;
            for (const plan::PreflightItem &item : plan::removalPreflight(id, *situation.inventory, now))
                QVERIFY2(
                    item.verdict != plan::Verdict::Blocks, qPrintable(QString::number(static_cast<int>(item.check))));
        }
    }

    // The copies of a forgotten Auth certificate go together, but not the one that works for its server
    void forgottenAuth_staysWhereItWorks()
    {
        const CertificateBuilder old = auth(-3);
        const CertificateBuilder current = auth(1000);
        CertificateBuilder working(u"EX2"_s, authName);
        working.thumbprint(old.build().facts.thumbprint.toString())
            .valid(old.build().facts.notBeforeUtc, old.build().facts.notAfterUtc)
            .services(smtp);
        const InventoryPtr inventory = withServer()
                                           .certificate(old)
                                           .certificate(current)
                                           .server(u"EX2"_s)
                                           .certificate(working)
                                           .transport(working.build().facts.thumbprint)
                                           .auth(names(current))
                                           .build();
        const Task removal{Kind::Remove, {old.build().id()}, {}, {}};
        QCOMPARE(advice::adviceFor(old.build().id(), *inventory, {}, now).task, removal);
        QVERIFY(advice::adviceFor(working.build().id(), *inventory, {}, now).task.kind != Kind::Remove);
        for (const findings::Finding &finding : findings::findingsOf(*inventory, {}, now)) {
            if (finding.code == findings::Code::AuthLeftOver)
                QCOMPARE(finding.task, removal);
        }
    }

    void everyReason_hasASituation()
    {
        QList<Reason> covered;
        for (const Situation &one : allSituations())
            covered.append(one.reason);
        for (int reason = 0; reason <= static_cast<int>(Reason::UseNotKnown); ++reason) {
            const auto each = static_cast<Reason>(reason);
            const bool isElsewhere
                = each == Reason::DatesNotKnown || each == Reason::WmSvcToHeir; // tst_nextstep, below
            QVERIFY2(covered.contains(each) || isElsewhere, qPrintable(QString::number(reason)));
        }
    }

    void wmSvc_isChosenByHand_andSaidSo()
    {
        const CertificateBuilder old = CertificateBuilder(server, u"CN=EX1"_s)
                                           .valid(now.addDays(-1800), now.addDays(20))
                                           .dnsNames({server})
                                           .keyContainer(u"WMSvc Certificate Key Container"_s);
        const auto inventory = withServer().certificate(old).certificate(own(1800).services({})).build();
        const Situation situation{"wmsvc", inventory, Reason::WmSvcToHeir, Kind::Instructions};
        QCOMPARE(adviceOfFirst(situation).reason, Reason::WmSvcToHeir);
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        const QList<Situation> all = allSituations();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).name) << i;
    }
    static Advice adviceOfFirst(const Situation &situation)
    {
        const Certificate &certificate = situation.inventory->servers.first().certificates->first();
        return advice::adviceFor(certificate.id(), *situation.inventory, {}, now);
    }
};

KAKUIN_TEST(tst_Advice)

} // namespace tests::tst_advice

#include "tst_advice.moc"
