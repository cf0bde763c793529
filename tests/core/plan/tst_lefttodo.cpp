// SPDX-License-Identifier: MIT
#include "core/plan/lefttodo.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <algorithm>

namespace tests::tst_lefttodo {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
const domain::ServerId ex01(u"EX01"_s);
const domain::ServerId ex02(u"EX02"_s);

CertificateBuilder authOn(const QString &server, const QString &hex = QString(40, u'A'))
{
    return CertificateBuilder(server, u"CN=Microsoft Exchange Server Auth Certificate"_s)
        .thumbprint(hex)
        .valid(now.addDays(-1), now.addYears(5));
}

CertificateBuilder own(const QString &server, int number, const QDateTime &endUtc)
{
    return CertificateBuilder(server, u"CN="_s + server)
        .thumbprint(QString::number(number).repeated(40))
        .dnsNames({server})
        .valid(now.addYears(-4), endUtc);
}

domain::Thumbprint thumbprint(QChar digit)
{
    return domain::Thumbprint::parse(QString(40, digit)).value();
}

domain::AuthConfig authConfig(const domain::Thumbprint &current, const domain::Thumbprint &next = {})
{
    domain::AuthConfig out;
    out.current = current;
    out.next = next;
    if (!next.isNull())
        out.nextEffectiveUtc = now.addDays(2);
    return out;
}

// Two servers, of which the second may not have the new Auth certificate yet, an Edge and an old one
InventoryBuilder organisation(bool isEverywhere)
{
    InventoryBuilder builder;
    builder.server(u"EX01"_s).version(u"15.2.1544.4"_s).certificate(authOn(u"EX01"_s));
    builder.server(u"EX02"_s).version(u"15.2.1544.4"_s);
    if (isEverywhere)
        builder.certificate(authOn(u"EX02"_s));
    builder.server(u"EX10"_s).version(u"14.3.123.4"_s);
    builder.server(u"EDGE1"_s).version(u"15.2.1544.4"_s).roles(domain::ServerRole::Edge);
    builder.auth(authConfig(thumbprint(u'A')));
    return builder;
}

// Created on EX01, staged and published by one plan
Plan rotation()
{
    Plan plan;
    plan.kind = PlanKind::RotateAuthCertificate;
    for (const StepKind kind :
        {StepKind::CreateAuthCertificate, StepKind::StageAuthCertificate, StepKind::PublishAuthCertificate}) {
        Step step;
        step.number = static_cast<int>(plan.steps.size()) + 1;
        step.kind = kind;
        if (kind == StepKind::CreateAuthCertificate)
            step.server = ex01;
        else
            step.checks.append(
                authCheck(kind == StepKind::StageAuthCertificate ? Check::Kind::AuthNextIs : Check::Kind::AuthCurrentIs,
                    {{}, 1}));
        plan.steps.append(step);
    }
    return plan;
}

QList<StepRecord> recordsOf(const Plan &plan, const domain::Thumbprint &made, int done)
{
    QList<StepRecord> out;
    for (const Step &step : plan.steps) {
        StepRecord record;
        record.number = step.number;
        record.state = step.number <= done ? StepState::Succeeded : StepState::Skipped;
        if (step.number == 1 && done > 0)
            record.produced = made;
        out.append(record);
    }
    return out;
}

OperationRecord ended(qint64 id, const QList<HandWork> &left)
{
    OperationRecord out;
    out.id = id;
    out.state = OperationState::Succeeded;
    for (const HandWork &work : left)
        out.handWork.append({HandWorkEvent::Left, work, now, {}});
    return out;
}

OperationRecord rotated(qint64 id, const domain::Inventory &inventory)
{
    const Plan plan = rotation();
    return ended(id, handWorkOf(plan, recordsOf(plan, thumbprint(u'A'), 3), inventory));
}

void tick(OperationRecord &operation, const HandWork &work, bool isDone = true)
{
    operation.handWork.append(
        {isDone ? HandWorkEvent::Ticked : HandWorkEvent::Unticked, work, now, {{}, u"anna"_s, {}, {}, {}}});
}

int count(const LeftToDo &left, LeftItem::Kind kind, LeftItem::State state = LeftItem::State::Open)
{
    return static_cast<int>(std::count_if(left.items.begin(), left.items.end(),
        [&](const LeftItem &item) { return item.kind == kind && item.state == state; }));
}

} // namespace

class tst_LeftToDo final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rotation_leavesWork_onEveryServerThatTakesPart();
    void stoppedRotation_leavesNothing_ofWhatWasNotReached();
    void hybridWork_isLeft_unlessTheOrganisationIsKnownNotToBeHybrid();
    void renewal_leavesWhatTheOldCertificateWasUsedFor();
    void movedTransport_leavesTheEdgeSubscription_unlessItWasGivenBack();
    void backEnd_isProvenByABinding_orByItsPort();
    void trust_isProvenByTheRootStore();
    void wmSvc_isForThePerson_unlessItsPortWasChecked();
    void work_isSuperseded_whenCertificateOrServerIsGone();
    void serverWithoutTheAuthCertificate_isLeft_andItsWorkWaits();
    void serverThatWasNotRead_isLeft();
    void tick_closesAnItem_andCanBeTakenBack();
    void nothingIsLeft_onceEverythingIsProvenAndTicked();
    void stagedCertificate_waits();
    void nextRotation_replacesTheWorkOfTheOneBefore();
    void laterRenewal_replacesTheWorkOfTheOneBefore();
    void advice_isListedOnce_beforeAndAfterTheWork();
    void ageAlone_isNotListed();
    void runningOperation_leavesNothing();
    void operationOfAnEarlierVersion_isCounted_whereNoReadingShowsItsWork();
    void commands_nameTheThumbprint_andNothingElse();
};

void tst_LeftToDo::rotation_leavesWork_onEveryServerThatTakesPart()
{
    const Plan plan = rotation();
    const QList<HandWork> left = handWorkOf(plan, recordsOf(plan, thumbprint(u'A'), 3), *organisation(false).build());
    QList<HandWork> wanted;
    for (const domain::ServerId &server : {ex01, ex02}) {
        wanted.append({HandWorkKind::RestartServiceHost, server, thumbprint(u'A')});
        wanted.append({HandWorkKind::RecycleApplicationPools, server, thumbprint(u'A')});
    }
    QCOMPARE(left, wanted);
}

void tst_LeftToDo::stoppedRotation_leavesNothing_ofWhatWasNotReached()
{
    const Plan plan = rotation();
    QVERIFY(handWorkOf(plan, recordsOf(plan, thumbprint(u'A'), 1), *organisation(false).build()).isEmpty());
    Plan takenBack = plan;
    takenBack.kind = PlanKind::CancelAuthRotation;
    QVERIFY(handWorkOf(takenBack, recordsOf(takenBack, thumbprint(u'A'), 3), *organisation(false).build()).isEmpty());
}

void tst_LeftToDo::hybridWork_isLeft_unlessTheOrganisationIsKnownNotToBeHybrid()
{
    const Plan plan = rotation();
    InventoryBuilder hybrid = organisation(false);
    hybrid.hybrid({});
    InventoryBuilder notKnown = organisation(false);
    notKnown.change([](domain::Inventory &inventory) { inventory.hybrid = fail(ErrorCode::NotRead); });
    for (const InventoryBuilder &builder : {hybrid, notKnown}) {
        const auto left = handWorkOf(plan, recordsOf(plan, thumbprint(u'A'), 3), *builder.build());
        QVERIFY(left.contains(HandWork{HandWorkKind::RunHybridWizard, {}, thumbprint(u'A')}));
        QVERIFY(left.contains(HandWork{HandWorkKind::UploadToEntra, {}, thumbprint(u'A')}));
    }
}

void tst_LeftToDo::renewal_leavesWhatTheOldCertificateWasUsedFor()
{
    const CertificateBuilder old = own(u"EX01"_s, 1, now.addDays(10)).iisSites({2});
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(old).change([](domain::Inventory &inventory) {
        inventory.servers.first().certificates->first().rootCaType = domain::RootCaType::Registry;
    });
    Plan plan;
    Step step;
    step.number = 1;
    step.server = ex01;
    step.subject = old.build().facts.thumbprint;
    plan.steps = {step};
    const QList<HandWork> left = handWorkOf(plan, recordsOf(plan, thumbprint(u'2'), 1), *builder.build());
    const QList<HandWork> wanted{
        {HandWorkKind::TrustRoot, ex01, thumbprint(u'2')}, {HandWorkKind::BindBackEnd, ex01, thumbprint(u'2')}};
    QCOMPARE(left, wanted);
    // nothing was made
    QVERIFY(handWorkOf(plan, recordsOf(plan, thumbprint(u'2'), 0), *builder.build()).isEmpty());
}

void tst_LeftToDo::movedTransport_leavesTheEdgeSubscription_unlessItWasGivenBack()
{
    const CertificateBuilder old = own(u"EX01"_s, 1, now.addDays(10));
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(old).transport(old.build().facts.thumbprint);
    builder.server(u"EDGE1"_s).roles(domain::ServerRole::Edge);
    Plan plan;
    for (const int number : {1, 2}) {
        Step step;
        step.number = number;
        step.server = ex01;
        step.kind = StepKind::ReplaceInternalTransport;
        step.subject = thumbprint(u'2');
        plan.steps.append(step);
    }
    const auto answered = [](QChar current, QChar replacement) {
        shell::AskedPrompt question;
        question.kind = shell::PromptKind::OverwriteDefaultSmtp;
        question.prompt.message = QString(40, current) + u' ' + QString(40, replacement);
        for (const auto &label : {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s})
            question.prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
        question.answer = 0;
        question.isAnswered = true;
        return question;
    };
    QList<StepRecord> steps = recordsOf(plan, {}, 2);
    steps[0].questions = {answered(u'1', u'2')};
    QCOMPARE(handWorkOf(plan, steps, *builder.build()),
        (QList<HandWork>{{HandWorkKind::ResubscribeEdge, ex01, thumbprint(u'2')}}));
    steps[1].questions = {answered(u'2', u'1')};
    QVERIFY(handWorkOf(plan, steps, *builder.build()).isEmpty());
}

void tst_LeftToDo::backEnd_isProvenByABinding_orByItsPort()
{
    const HandWork work{HandWorkKind::BindBackEnd, ex01, thumbprint(u'2')};
    const CertificateBuilder made = own(u"EX01"_s, 2, now.addYears(5));
    const domain::LivePort port{444, domain::LiveService::BackEnd, true};
    const auto standing = [&](InventoryBuilder &&builder) { return standingOf(work, *builder.build()); };
    QCOMPARE(standing(std::move(InventoryBuilder().server(u"EX01"_s).certificate(made))), HandWorkStanding::Open);
    QCOMPARE(
        standing(std::move(InventoryBuilder().server(u"EX01"_s).certificate(CertificateBuilder(made).iisSites({2})))),
        HandWorkStanding::Proven);
    const CertificateBuilder raw = CertificateBuilder(made).rawDataOnly();
    QCOMPARE(standing(std::move(InventoryBuilder().server(u"EX01"_s).certificate(raw))), HandWorkStanding::Unproven);
    QCOMPARE(standing(std::move(InventoryBuilder().server(u"EX01"_s).certificate(raw).served(port, raw, now))),
        HandWorkStanding::Proven);
    QCOMPARE(standing(std::move(InventoryBuilder().server(u"EX01"_s).certificate(raw).served(
                 port, own(u"EX01"_s, 1, now.addDays(1)), now))),
        HandWorkStanding::Open);
}

void tst_LeftToDo::trust_isProvenByTheRootStore()
{
    const HandWork work{HandWorkKind::TrustRoot, ex01, thumbprint(u'2')};
    const auto standing = [&](std::optional<domain::RootCaType> root) {
        InventoryBuilder builder;
        builder.server(u"EX01"_s).certificate(own(u"EX01"_s, 2, now.addYears(5)));
        builder.change(
            [&](domain::Inventory &inventory) { inventory.servers.first().certificates->first().rootCaType = root; });
        return standingOf(work, *builder.build());
    };
    QCOMPARE(standing(domain::RootCaType::Registry), HandWorkStanding::Proven);
    QCOMPARE(standing(domain::RootCaType::None), HandWorkStanding::Open);
    QCOMPARE(standing(std::nullopt), HandWorkStanding::Unproven);
}

void tst_LeftToDo::wmSvc_isForThePerson_unlessItsPortWasChecked()
{
    const HandWork work{HandWorkKind::ChooseForWmSvc, ex01, thumbprint(u'2')};
    const CertificateBuilder made = own(u"EX01"_s, 2, now.addYears(5));
    const domain::LivePort port{8172, domain::LiveService::WmSvc, true};
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(made);
    QCOMPARE(standingOf(work, *builder.build()), HandWorkStanding::Unproven);
    builder.served(port, made, now);
    QCOMPARE(standingOf(work, *builder.build()), HandWorkStanding::Proven);
}

void tst_LeftToDo::work_isSuperseded_whenCertificateOrServerIsGone()
{
    const HandWork bind{HandWorkKind::BindBackEnd, ex01, thumbprint(u'2')};
    const HandWork restart{HandWorkKind::RestartServiceHost, ex02, thumbprint(u'A')};
    InventoryBuilder builder;
    builder.server(u"EX01"_s);
    QCOMPARE(standingOf(bind, *builder.build()), HandWorkStanding::Superseded);
    QCOMPARE(standingOf(restart, *builder.build()), HandWorkStanding::Superseded);
    builder.change([](domain::Inventory &inventory) {
        inventory.servers.first().certificates = fail(ErrorCode::NoAnswer);
        inventory.serverList = fail(ErrorCode::NotRead);
    });
    QCOMPARE(standingOf(bind, *builder.build()), HandWorkStanding::Unproven);
    QCOMPARE(standingOf(restart, *builder.build()), HandWorkStanding::Unproven);
}

void tst_LeftToDo::serverWithoutTheAuthCertificate_isLeft_andItsWorkWaits()
{
    const domain::InventoryPtr inventory = organisation(false).build();
    const LeftToDo left = leftToDo({rotated(1, *inventory)}, *inventory, {}, now);
    QCOMPARE(left.items.size(), 5);
    QCOMPARE(count(left, LeftItem::Kind::HandWork), 2);
    QCOMPARE(count(left, LeftItem::Kind::HandWork, LeftItem::State::Waiting), 2);
    QCOMPARE(count(left, LeftItem::Kind::AuthMissing), 1);
    QCOMPARE(left.open, 3);
    QCOMPARE(left.servers, 2);
    QVERIFY(left.isAuthOpen);
    const LeftItem &missing = left.items.at(2); // the servers' order
    QCOMPARE(missing.server, ex02);
    QCOMPARE(missing.holding, RotationServer::State::Lacks);
    QCOMPARE(missing.task.kind, advice::Task::Kind::FollowRotation);
    QVERIFY(!missing.isTickable);
    QVERIFY(left.items.at(0).isTickable);
    QVERIFY(!left.items.at(3).isTickable);
}

void tst_LeftToDo::serverThatWasNotRead_isLeft()
{
    InventoryBuilder builder = organisation(true);
    builder.change([](domain::Inventory &inventory) {
        for (domain::ServerEntry &entry : inventory.servers) {
            if (entry.server.id == ex02)
                entry.certificates = fail(ErrorCode::NoAnswer);
        }
    });
    const domain::InventoryPtr inventory = builder.build();
    const LeftToDo left = leftToDo({rotated(1, *inventory)}, *inventory, {}, now);
    QCOMPARE(count(left, LeftItem::Kind::AuthMissing), 1);
    const auto missing = std::find_if(left.items.begin(), left.items.end(),
        [](const LeftItem &item) { return item.kind == LeftItem::Kind::AuthMissing; });
    QCOMPARE(missing->holding, RotationServer::State::NotKnown);
    QCOMPARE(missing->task.kind, advice::Task::Kind::ReadAgain);
    QCOMPARE(missing->task.servers, QList{ex02});
}

void tst_LeftToDo::tick_closesAnItem_andCanBeTakenBack()
{
    const domain::InventoryPtr inventory = organisation(true).build();
    OperationRecord operation = rotated(1, *inventory);
    const HandWork restart{HandWorkKind::RestartServiceHost, ex01, thumbprint(u'A')};
    tick(operation, restart);
    LeftToDo left = leftToDo({operation}, *inventory, {}, now);
    QCOMPARE(left.items.size(), 4); // it can be taken back
    QCOMPARE(left.open, 3);
    QCOMPARE(left.items.first().state, LeftItem::State::Ticked);
    QCOMPARE(left.items.first().tick->by.user, u"anna"_s);
    QVERIFY(left.isAuthOpen);
    tick(operation, restart, false);
    left = leftToDo({operation}, *inventory, {}, now);
    QCOMPARE(left.open, 4);
    QCOMPARE(left.items.first().state, LeftItem::State::Open);
}

void tst_LeftToDo::nothingIsLeft_onceEverythingIsProvenAndTicked()
{
    const domain::InventoryPtr inventory = organisation(true).build();
    OperationRecord operation = rotated(1, *inventory);
    const QList<HandWorkRecord> all = operation.handWork;
    for (const HandWorkRecord &record : all)
        tick(operation, record.work);
    const LeftToDo left = leftToDo({operation}, *inventory, {}, now);
    QCOMPARE(left.open, 0);
    QCOMPARE(left.servers, 0);
    QVERIFY(!left.isAuthOpen);
}

void tst_LeftToDo::stagedCertificate_waits()
{
    InventoryBuilder builder = organisation(true);
    builder.auth(authConfig(thumbprint(u'B'), thumbprint(u'A')));
    const domain::InventoryPtr inventory = builder.build();
    const LeftToDo left = leftToDo({rotated(1, *inventory)}, *inventory, {}, now);
    QCOMPARE(left.open, 0);
    QCOMPARE(count(left, LeftItem::Kind::HandWork, LeftItem::State::Waiting), 4);
    QVERIFY(!left.isAuthOpen);
}

void tst_LeftToDo::nextRotation_replacesTheWorkOfTheOneBefore()
{
    InventoryBuilder builder = organisation(true);
    builder.auth(authConfig(thumbprint(u'B')));
    const domain::InventoryPtr inventory = builder.build();
    QVERIFY(leftToDo({rotated(1, *inventory)}, *inventory, {}, now).items.isEmpty());
    // the same certificate published by another plan is the same work, with the newer one's ticks
    const domain::InventoryPtr published = organisation(true).build();
    OperationRecord first = rotated(1, *published);
    tick(first, {HandWorkKind::RestartServiceHost, ex01, thumbprint(u'A')});
    const LeftToDo left = leftToDo({rotated(2, *published), first}, *published, {}, now);
    QCOMPARE(left.items.size(), 4);
    QCOMPARE(left.open, 4);
    QCOMPARE(left.items.first().operation, 2);
}

void tst_LeftToDo::laterRenewal_replacesTheWorkOfTheOneBefore()
{
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(own(u"EX01"_s, 2, now.addYears(4)).rawDataOnly());
    builder.certificate(own(u"EX01"_s, 3, now.addYears(5)).rawDataOnly());
    const HandWork older{HandWorkKind::BindBackEnd, ex01, thumbprint(u'2')};
    const HandWork newer{HandWorkKind::BindBackEnd, ex01, thumbprint(u'3')};
    const LeftToDo left = leftToDo({ended(2, {newer}), ended(1, {older})}, *builder.build(), {}, now);
    QCOMPARE(left.items.size(), 1);
    QCOMPARE(left.items.first().certificate, thumbprint(u'3'));
}

void tst_LeftToDo::advice_isListedOnce_beforeAndAfterTheWork()
{
    const CertificateBuilder old = own(u"EX01"_s, 1, now.addDays(10)).iisSites({2});
    const auto organisationWith = [&](const CertificateBuilder &first, const CertificateBuilder &second) {
        InventoryBuilder builder;
        builder.server(u"EX01"_s).certificate(first).certificate(second);
        builder.transport(thumbprint(u'2'));
        return builder.build();
    };
    OperationRecord operation = ended(1, {{HandWorkKind::BindBackEnd, ex01, thumbprint(u'2')}});
    Step step;
    step.number = 1;
    step.server = ex01;
    step.subject = thumbprint(u'1');
    operation.plan.steps = {step};
    operation.steps = recordsOf(operation.plan, thumbprint(u'2'), 1);
    const CertificateBuilder made = own(u"EX01"_s, 2, now.addYears(5));
    const LeftToDo before = leftToDo({operation}, *organisationWith(old, made), {}, now);
    QCOMPARE(before.items.size(), 1);
    QCOMPARE(before.items.first().kind, LeftItem::Kind::HandWork);
    QVERIFY(!before.items.first().isTickable); // the reading shows that it is not done
    const LeftToDo after = leftToDo({operation},
        *organisationWith(own(u"EX01"_s, 1, now.addDays(10)), CertificateBuilder(made).iisSites({2})), {}, now);
    for (const LeftItem &item : after.items)
        QCOMPARE(item.kind, LeftItem::Kind::Advice);
    QVERIFY(!after.items.isEmpty()); // the old one can be removed
}

void tst_LeftToDo::ageAlone_isNotListed()
{
    InventoryBuilder builder;
    builder.server(u"EX01"_s).certificate(own(u"EX01"_s, 1, now.addDays(10)).iisSites({1, 2}));
    OperationRecord operation = ended(1, {});
    Step step;
    step.number = 1;
    step.server = ex01;
    step.subject = thumbprint(u'1');
    operation.plan.steps = {step};
    operation.steps = recordsOf(operation.plan, {}, 0);
    QCOMPARE(advice::adviceFor({ex01, thumbprint(u'1')}, *builder.build(), {}, now).reason, advice::Reason::Renew);
    QVERIFY(leftToDo({operation}, *builder.build(), {}, now).items.isEmpty());
}

void tst_LeftToDo::runningOperation_leavesNothing()
{
    const domain::InventoryPtr inventory = organisation(false).build();
    OperationRecord operation = rotated(1, *inventory);
    operation.state = OperationState::Running;
    QVERIFY(leftToDo({operation}, *inventory, {}, now).items.isEmpty());
}

// Its journal holds no work by hand; restarts after it cannot be read from anywhere
void tst_LeftToDo::operationOfAnEarlierVersion_isCounted_whereNoReadingShowsItsWork()
{
    const domain::InventoryPtr inventory = organisation(true).build();
    OperationRecord earlier;
    earlier.id = 1;
    earlier.state = OperationState::Succeeded;
    earlier.plan = rotation();
    earlier.steps = recordsOf(earlier.plan, thumbprint(u'A'), 3);
    const LeftToDo left = leftToDo({earlier}, *inventory, {}, now);
    QCOMPARE(left.unrecorded, 1);
    QCOMPARE(count(left, LeftItem::Kind::HandWork), 0);
    // a later one for the same certificate did record it
    QCOMPARE(leftToDo({rotated(2, *inventory), earlier}, *inventory, {}, now).unrecorded, 0);
    // another certificate has taken the place
    earlier.steps = recordsOf(earlier.plan, thumbprint(u'9'), 3);
    QCOMPARE(leftToDo({earlier}, *inventory, {}, now).unrecorded, 0);
    // it changed nothing
    earlier.steps = recordsOf(earlier.plan, {}, 0);
    QCOMPARE(leftToDo({earlier}, *inventory, {}, now).unrecorded, 0);
}

void tst_LeftToDo::commands_nameTheThumbprint_andNothingElse()
{
    const auto commands = [](HandWorkKind kind) {
        return commandsFor({kind, domain::ServerId(u"EX01'; Stop-Computer #"_s), thumbprint(u'2')});
    };
    QCOMPARE(commands(HandWorkKind::RestartServiceHost), QStringList{u"Restart-Service -Name MSExchangeServiceHost"_s});
    QCOMPARE(commands(HandWorkKind::BindBackEnd).last(),
        u"(Get-WebBinding -Name 'Exchange Back End' -Protocol https -Port 444).AddSslCertificate('%1', 'My')"_s.arg(
            QString(40, u'2')));
    QVERIFY(commands(HandWorkKind::RunHybridWizard).isEmpty());
    for (int kind = 0; kind <= static_cast<int>(HandWorkKind::ResubscribeEdge); ++kind)
        QVERIFY(!commands(static_cast<HandWorkKind>(kind)).join(u' ').contains(u"Stop-Computer"_s));
}

KAKUIN_TEST(tst_LeftToDo)

} // namespace tests::tst_lefttodo

#include "tst_lefttodo.moc"
