// SPDX-License-Identifier: MIT
#include "core/plan/exportdraft.h"
#include "core/plan/planjson.h"
#include "core/plan/preconditions.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/resumption.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_resumptionobstacles {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hexOld(40, u'A');
const QString hexAuth(40, u'B');
const QString hexNew(40, u'C');
const QString hexOther(40, u'D');
const domain::ServerId ex01(u"EX01"_s);

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

CertificateBuilder own(const QString &hex, const QDateTime &notBeforeUtc = {QDate(2024, 1, 1), QTime(0, 0), Qt::UTC})
{
    CertificateBuilder builder(u"EX01"_s, u"CN=EX01"_s);
    builder.thumbprint(hex).services(domain::Service::Smtp).valid(notBeforeUtc, notBeforeUtc.addYears(5));
    return builder;
}

CertificateBuilder auth(const QString &hex, const QDateTime &notBeforeUtc = {QDate(2024, 1, 1), QTime(0, 0), Qt::UTC})
{
    CertificateBuilder builder(u"EX01"_s, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    builder.thumbprint(hex).services(domain::Service::Smtp).valid(notBeforeUtc, notBeforeUtc.addYears(5));
    return builder;
}

InventoryBuilder contoso()
{
    domain::AuthConfig config;
    config.current = thumbprint(hexAuth);
    InventoryBuilder builder;
    builder.server(u"EX01"_s)
        .certificate(own(hexOld))
        .certificate(auth(hexAuth))
        .transport(thumbprint(hexOld))
        .auth(config);
    return builder;
}

// An operation that was under way an hour ago; `sent` is the step whose end was not seen, those before it are done.
OperationRecord interrupted(const Plan &plan, int sent)
{
    OperationRecord out;
    out.plan = plan;
    out.planHash = planHash(plan).value();
    out.startedUtc = now().addSecs(-3600);
    for (const Step &step : plan.steps) {
        StepRecord record;
        record.number = step.number;
        if (makesCertificate(step.kind))
            record.presentBefore = QList<domain::Thumbprint>{thumbprint(hexOld), thumbprint(hexAuth)};
        record.startedUtc = step.number <= sent ? out.startedUtc : QDateTime();
        record.state = step.number < sent ? StepState::Succeeded
            : step.number == sent         ? StepState::Running
                                          : StepState::Waiting;
        out.steps.append(record);
    }
    return out;
}

Plan renewal()
{
    RenewDraft draft(contoso().build());
    draft.setTargets({{ex01, thumbprint(hexOld)}});
    return draft.plan();
}

Plan rotation()
{
    RotateDraft draft(contoso().build(), now());
    draft.setServer(ex01);
    draft.setMode(RotateDraft::Mode::Immediate);
    return draft.plan();
}

} // namespace

/// When going on would be wrong, or cannot be judged; and what is taken for done.
class tst_ResumptionObstacles final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The program ended between the command and the reading that would have been compared
    void siteThatLostItsCertificate_endsThePlan()
    {
        const auto withSites = [](const QList<int> &sites) {
            return contoso()
                .change([&sites](domain::Inventory &inventory) {
                    for (domain::Certificate &each : *inventory.servers.first().certificates)
                        each.iisBindings = QList<domain::IisBinding>();
                    for (const int site : sites)
                        inventory.servers.first().certificates->first().iisBindings->append({QString(), site});
                })
                .build();
        };
        for (const ErrorPolicy policy : {ErrorPolicy::Stop, ErrorPolicy::ContinueWithNextServer}) {
            OperationRecord operation = interrupted(renewal(), 1);
            operation.plan.errorPolicy = policy;
            operation.steps.first().sitesBefore
                = domain::SiteBindings{{{1, {thumbprint(hexOld)}}, {2, {thumbprint(hexOld)}}}, true};
            const Resumption lost = resumptionOf(operation, *withSites({1}), now());
            QCOMPARE(lost.steps.first().obstacle, Obstacle::SiteWithoutCertificate);
            QVERIFY(!lost.canContinue());
            QVERIFY(!lost.isComplete());
            QVERIFY(resumptionOf(operation, *withSites({1, 2}), now()).canContinue()); // somebody has bound it again
            operation.steps.first().sitesBefore.reset(); // an older journal
            QVERIFY(resumptionOf(operation, *withSites({1}), now()).canContinue());
        }
        // a source that does not tell of bindings takes nothing away
        OperationRecord operation = interrupted(renewal(), 1);
        operation.steps.first().sitesBefore = domain::SiteBindings{{{2, {thumbprint(hexOld)}}}, true};
        const auto untold = contoso()
                                .change([](domain::Inventory &inventory) {
                                    for (domain::Certificate &each : *inventory.servers.first().certificates)
                                        each.iisBindings = std::nullopt;
                                })
                                .build();
        QCOMPARE(resumptionOf(operation, *untold, now()).steps.first().obstacle, Obstacle::None);
    }

    void creation_isNotRepeated_whenItsCertificateIsThere()
    {
        const auto inventory
            = contoso().certificate(own(hexNew, now().addSecs(-3000)).services(domain::Service::Smtp)).build();
        Plan plan = renewal();
        OperationRecord operation = interrupted(plan, 1);
        Resumption out = resumptionOf(operation, *inventory, now());
        // nobody has answered: the role is still with the old one, and what is sent gives it to the one that is there
        QCOMPARE(out.steps.first().standing, StepStanding::Amended);
        QCOMPARE(out.steps.first().certificate, thumbprint(hexNew));
        QVERIFY(out.steps.first().isInferred);
        QCOMPARE(out.plan.steps.first().command.cmdlets.first().name(), u"Enable-ExchangeCertificate"_s);
        // answered No, it is all that was wanted
        shell::Prompt prompt;
        prompt.message
            = u"Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '%1' (expires x)\nReplace it with certificate: '%2' (expires y)"_s
                  .arg(hexOld, hexNew);
        prompt.cmdlet = u"New-ExchangeCertificate"_s;
        for (const QString &label : {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s})
            prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
        operation.steps.first().questions.append({prompt, 2, true, shell::PromptKind::OverwriteDefaultSmtp, false});
        out = resumptionOf(operation, *inventory, now());
        QCOMPARE(out.steps.first().standing, StepStanding::Done);
        QCOMPARE(out.plan.steps.size(), 1);
        QCOMPARE(out.plan.steps.first().kind, StepKind::VerifySuccessor);
        for (const Check &check : out.plan.steps.first().checks) {
            QVERIFY(!check.condition);
            QVERIFY(!check.certificate.isLate());
            QVERIFY(!check.command.hasLateValues());
        }
    }

    void creation_isBlocked_whenSeveralCouldBeIts()
    {
        const auto inventory = contoso()
                                   .certificate(own(hexNew, now().addSecs(-3000)))
                                   .certificate(own(hexOther, now().addSecs(-2000)))
                                   .build();
        const Resumption out = resumptionOf(interrupted(renewal(), 1), *inventory, now());
        QCOMPARE(out.steps.first().standing, StepStanding::Blocked);
        QCOMPARE(out.steps.first().obstacle, Obstacle::SeveralCandidates);
        QVERIFY(!out.canContinue());
        QVERIFY(!out.isComplete());
    }

    void olderCertificate_isNotTakenForIts()
    {
        const auto inventory = contoso().certificate(own(hexNew, now().addSecs(-7200))).build();
        OperationRecord operation = interrupted(renewal(), 1);
        operation.steps.first().presentBefore->append(thumbprint(hexNew));
        const Resumption out = resumptionOf(operation, *inventory, now());
        QCOMPARE(out.steps.first().standing, StepStanding::Left);
        QCOMPARE(out.plan.steps.size(), 2);
        QVERIFY(out.plan.steps.first().mayStillRun); // its command may be at work yet
        QVERIFY(!out.plan.steps.last().mayStillRun);
    }

    void creation_isJudgedWithoutClocks_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("the server's clock is a day behind") << -24;
        QTest::newRow("the server's clock is a day ahead") << 24;
    }

    void creation_isJudgedWithoutClocks()
    {
        QFETCH(int, hours);
        const auto inventory = contoso().certificate(own(hexNew, now().addSecs(qint64{hours} * 3600))).build();
        const Resumption out = resumptionOf(interrupted(renewal(), 1), *inventory, now());
        QCOMPARE(out.steps.first().certificate, thumbprint(hexNew));
        QCOMPARE(out.steps.first().standing, StepStanding::Amended);
    }

    void creation_thatWasNeverSent_isLeft()
    {
        // the journal says that the store had not been read yet: the command came after that
        OperationRecord operation = interrupted(renewal(), 1);
        operation.steps.first().presentBefore.reset();
        const auto inventory = contoso().certificate(own(hexNew, now().addSecs(-3000))).build();
        QCOMPARE(resumptionOf(operation, *inventory, now()).steps.first().standing, StepStanding::Left);
    }

    void creation_isNotRepeated_whenGoingOnWasInterruptedAsWell()
    {
        // the plan to go on was made before the first command had ended, and ended while it waited
        OperationRecord operation = interrupted(withPreconditions(renewal(), *contoso().build()), 1);
        operation.plan.steps.first().mayStillRun = true;
        operation.steps.first().presentBefore.reset();
        const auto inventory = contoso().certificate(own(hexNew, now().addSecs(-3000))).build();
        QCOMPARE(resumptionOf(operation, *inventory, now()).steps.first().standing, StepStanding::Amended);
        operation.plan.steps.first().preconditions.clear(); // then it cannot be told
        QCOMPARE(resumptionOf(operation, *inventory, now()).steps.first().obstacle, Obstacle::SeveralCandidates);
    }

    void creation_ofAnOlderJournal_isBlocked_whereItMayHaveWorked()
    {
        OperationRecord operation = interrupted(renewal(), 1);
        operation.planHash.clear();
        operation.steps.first().presentBefore.reset();
        const auto inventory = contoso().certificate(own(hexNew, now().addSecs(-3000))).build();
        const Resumption out = resumptionOf(operation, *inventory, now());
        QCOMPARE(out.steps.first().obstacle, Obstacle::SeveralCandidates);
        QCOMPARE(out.steps.first().certificate, thumbprint(hexNew));
        // nothing that it could have made is there
        QCOMPARE(resumptionOf(operation, *contoso().build(), now()).steps.first().standing, StepStanding::Left);
    }

    void server_thatWasNotRead_blocks()
    {
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .unreachable(Error{ErrorCode::ServerError, u"EX01"_s, u"RPC"_s})
                                   .build();
        const Resumption out = resumptionOf(interrupted(renewal(), 1), *inventory, now());
        QCOMPARE(out.steps.first().obstacle, Obstacle::ServerNotRead);
        QVERIFY(!out.canContinue());
    }

    void certificate_thatIsGone_blocksWhatNeedsIt()
    {
        Plan plan = rotation();
        OperationRecord operation = interrupted(plan, static_cast<int>(plan.steps.size()) - 1);
        operation.steps.first().produced = thumbprint(hexNew); // and somebody has removed it since
        const Resumption out = resumptionOf(operation, *contoso().build(), now());
        QVERIFY(!out.canContinue());
        const auto gone = std::find_if(out.steps.begin(), out.steps.end(),
            [](const ResumedStep &step) { return step.obstacle == Obstacle::CertificateGone; });
        QVERIFY(gone != out.steps.end());
        QCOMPARE(gone->certificate, thumbprint(hexNew));
    }

    void publication_isBlocked_whenAnotherOneIsStaged()
    {
        Plan plan = rotation();
        const int last = plan.steps.last().number;
        QCOMPARE(plan.steps.last().kind, StepKind::PublishAuthCertificate);
        OperationRecord operation = interrupted(plan, last);
        operation.steps.first().produced = thumbprint(hexNew);
        domain::AuthConfig config;
        config.current = thumbprint(hexAuth);
        config.next = thumbprint(hexOther);
        const auto inventory = contoso().certificate(auth(hexNew)).certificate(auth(hexOther)).auth(config).build();
        const Resumption out = resumptionOf(operation, *inventory, now());
        QCOMPARE(out.steps.last().obstacle, Obstacle::OtherStaged);
        QCOMPARE(out.steps.last().certificate, thumbprint(hexOther));
        // and when it is the one in use already, nothing is left
        config.current = thumbprint(hexNew);
        config.next = {};
        const auto published = contoso().certificate(auth(hexNew)).auth(config).build();
        QVERIFY(resumptionOf(operation, *published, now()).isComplete());
    }

    void export_needsThePassword()
    {
        Plan plan;
        plan.kind = PlanKind::ExportCertificate;
        plan.steps.append(exportStep(1, {ex01, thumbprint(hexOld)}, u"a.pfx"_s));
        const Resumption out = resumptionOf(interrupted(plan, 1), *contoso().build(), now());
        QCOMPARE(out.steps.first().obstacle, Obstacle::NeedsPassword);
        QVERIFY(!out.canContinue());
    }

    void removal_isBlocked_whenSomethingHasComeToDependOnIt()
    {
        const auto before = contoso().certificate(own(hexNew).services({})).build();
        RemoveDraft draft(before, now());
        draft.setTargets({{ex01, thumbprint(hexNew)}});
        draft.setAcknowledged(true);
        const Plan plan = draft.plan();
        QCOMPARE(plan.steps.size(), 1);
        const OperationRecord operation = interrupted(plan, 1);
        QCOMPARE(resumptionOf(operation, *before, now()).steps.first().standing, StepStanding::Left);
        const auto taken = contoso().certificate(own(hexNew).services({})).transport(thumbprint(hexNew)).build();
        QCOMPARE(resumptionOf(operation, *taken, now()).steps.first().obstacle, Obstacle::StillNeeded);
        QVERIFY(resumptionOf(operation, *contoso().build(), now()).isComplete());
    }

    void blockedServer_isLeftOut_whenThePlanGoesOnWithTheNext()
    {
        const domain::ServerId ex02(u"EX02"_s);
        const auto both = [](bool isReachable) {
            InventoryBuilder builder = contoso();
            builder.server(u"EX02"_s);
            if (isReachable) {
                CertificateBuilder second(u"EX02"_s, u"CN=EX02"_s);
                builder.certificate(second.thumbprint(hexOther).services(domain::Service::Smtp))
                    .transport(thumbprint(hexOther));
            } else {
                builder.unreachable(Error{ErrorCode::ServerError, u"EX02"_s, {}});
            }
            return builder.build();
        };
        RenewDraft draft(both(true));
        draft.setTargets({{ex02, thumbprint(hexOther)}, {ex01, thumbprint(hexOld)}});
        draft.setErrorPolicy(ErrorPolicy::ContinueWithNextServer);
        const Resumption out = resumptionOf(interrupted(draft.plan(), 1), *both(false), now());
        QCOMPARE(out.steps.first().obstacle, Obstacle::ServerNotRead);
        QVERIFY(out.canContinue());
        QCOMPARE(out.plan.servers(), QList<domain::ServerId>{ex01});
        draft.setErrorPolicy(ErrorPolicy::Stop);
        QVERIFY(!resumptionOf(interrupted(draft.plan(), 1), *both(false), now()).canContinue());
    }
};

KAKUIN_TEST(tst_ResumptionObstacles)

} // namespace tests::tst_resumptionobstacles

#include "tst_resumptionobstacles.moc"
