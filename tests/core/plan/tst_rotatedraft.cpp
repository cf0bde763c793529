// SPDX-License-Identifier: MIT
#include "core/plan/authrotation.h"
#include "core/plan/exportdraft.h"
#include "core/plan/planjson.h"
#include "core/plan/preconditions.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_rotatedraft {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::ServerRole;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString hexCurrent(40, u'A');
const QString hexNext(40, u'B');

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

CertificateBuilder auth(const QString &server, const QString &hex, const QDateTime &from, const QDateTime &until)
{
    CertificateBuilder builder(server, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    builder.thumbprint(hex).valid(from, until).exportable(true);
    return builder;
}

// Two sites; the next one was made `age` ago and is on EX01 only
domain::InventoryPtr staged(std::chrono::hours age, const QDateTime &effective, bool isEverywhere = false)
{
    domain::AuthConfig config;
    config.current = thumbprint(hexCurrent);
    config.next = thumbprint(hexNext);
    config.nextEffectiveUtc = effective;
    const QDateTime made = now().addSecs(-std::chrono::seconds(age).count());
    InventoryBuilder builder;
    builder.auth(config);
    for (const auto &[name, site] :
        {std::pair{u"EX01"_s, u"Tokyo"_s}, std::pair{u"EX02"_s, u"Tokyo"_s}, std::pair{u"EX03"_s, u"Osaka"_s}}) {
        builder.server(name).site(site).roles(ServerRole::Mailbox);
        builder.certificate(auth(name, hexCurrent, now().addYears(-4), now().addYears(1)));
        if (isEverywhere || name == u"EX01"_s)
            builder.certificate(auth(name, hexNext, made, now().addYears(5)));
    }
    return builder.build();
}

// Two servers have the current one; another was made an hour ago on EX01, and AuthConfig does not name it
domain::InventoryPtr waiting()
{
    domain::AuthConfig config;
    config.current = thumbprint(hexCurrent);
    InventoryBuilder builder;
    builder.auth(config);
    for (const QString &name : {u"EX01"_s, u"EX02"_s}) {
        builder.server(name).roles(ServerRole::Mailbox);
        builder.certificate(auth(name, hexCurrent, now().addYears(-4), now().addYears(1)));
        if (name == u"EX01"_s)
            builder.certificate(auth(name, hexNext, now().addSecs(-3600), now().addYears(5)));
    }
    return builder.build();
}

} // namespace

/// What a rotation of the Auth certificate is recommended to be, and how it stands.
class tst_RotateDraft final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mode_isRecommendedByTheCertificatesLife_data()
    {
        QTest::addColumn<int>("hoursLeft");
        QTest::addColumn<RotateDraft::Mode>("mode");
        QTest::newRow("a year left") << 8760 << RotateDraft::Mode::Planned;
        QTest::newRow("just enough for a staged one") << 73 << RotateDraft::Mode::Planned;
        QTest::newRow("it ends before a staged one could take over") << 71 << RotateDraft::Mode::Immediate;
        QTest::newRow("expired") << -1 << RotateDraft::Mode::Immediate;
    }
    void mode_isRecommendedByTheCertificatesLife()
    {
        QFETCH(int, hoursLeft);
        QFETCH(RotateDraft::Mode, mode);
        domain::AuthConfig config;
        config.current = thumbprint(hexCurrent);
        const auto inventory
            = InventoryBuilder()
                  .auth(config)
                  .server(u"EX01"_s)
                  .roles(ServerRole::Mailbox)
                  .certificate(auth(u"EX01"_s, hexCurrent, now().addYears(-4), now().addSecs(hoursLeft * 3600)))
                  .build();
        const RotateDraft draft(inventory, now());
        QCOMPARE(draft.recommendedMode(), mode);
        QCOMPARE(draft.mode(), mode);
    }

    void server_isAMailboxServerThatAnswers()
    {
        const auto inventory = InventoryBuilder()
                                   .server(u"CAS01"_s)
                                   .roles(ServerRole::ClientAccess)
                                   .server(u"EDGE1"_s)
                                   .roles(ServerRole::Edge)
                                   .server(u"MBX01"_s)
                                   .roles(ServerRole::Mailbox)
                                   .unreachable({ErrorCode::ServerUnreachable, u"MBX01"_s, {}})
                                   .server(u"MBX02"_s)
                                   .roles(ServerRole::Mailbox)
                                   .build();
        RotateDraft draft(inventory, now());
        QCOMPARE(draft.server(), domain::ServerId(u"MBX02"_s));
        QVERIFY(!draft.namesOfAllServers().contains(u"EDGE1"_s));
        draft.setServer(domain::ServerId(u"CAS01"_s));
        QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::ServerNotMailbox);
    }

    void badInput_isAProblem()
    {
        RotateDraft draft(staged(std::chrono::hours(1), now().addDays(2)), now());
        draft.setMode(RotateDraft::Mode::Planned);
        draft.setLead(std::chrono::hours(47));
        QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::LeadTooShort);
        draft.setLead(draft.proposedLead());
        draft.setNames(RotateDraft::Names::AllServers);
        draft.setNameList({u"EX01"_s, u"a b"_s});
        QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::NameNotValid);
        draft.setNameList({});
        QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::NamesMissing);
        QVERIFY(draft.plan().steps.isEmpty());
    }

    void plan_saysThatItReplacesAStagedOne()
    {
        const RotateDraft draft(staged(std::chrono::hours(1), now().addDays(2)), now());
        QVERIFY(draft.replacesStaged());
        QVERIFY(draft.plan().cautions.contains(Caution::StagedReplaced));
    }

    void existing_isProposed_andMakesAPlanWithoutACreation_data()
    {
        QTest::addColumn<RotateDraft::Mode>("mode");
        QTest::newRow("staged") << RotateDraft::Mode::Planned;
        QTest::newRow("published") << RotateDraft::Mode::Immediate;
    }
    void existing_isProposed_andMakesAPlanWithoutACreation()
    {
        QFETCH(RotateDraft::Mode, mode);
        const auto inventory = waiting();
        RotateDraft draft(inventory, now());
        QCOMPARE(draft.source(), RotateDraft::Source::Existing);
        QCOMPARE(draft.existing(), thumbprint(hexNext));
        QCOMPARE(draft.existingCandidates().first().holders, QList{domain::ServerId(u"EX01"_s)});
        QCOMPARE(draft.lackingExisting(), QList{domain::ServerId(u"EX02"_s)});
        draft.setServer({}); // only a new one needs a server
        draft.setMode(mode);
        const Plan plan = withPreconditions(draft.plan(), *inventory);
        QCOMPARE(plan.kind, PlanKind::RotateAuthCertificate);
        QCOMPARE(plan.steps.size(), mode == RotateDraft::Mode::Planned ? 1 : 2);
        const Step &stage = plan.steps.first();
        QCOMPARE(stage.kind, StepKind::StageAuthCertificate);
        QCOMPARE(stage.subject, thumbprint(hexNext));
        QCOMPARE(*stage.command.cmdlets.first().value(u"NewCertificateThumbprint"), shell::ParameterValue(hexNext));
        QCOMPARE(stage.checks.first().certificate, (CertificateReference{thumbprint(hexNext), 0}));
        QCOMPARE(stage.preconditions.size(), 2); // a server has it with its key, and AuthConfig is the same
        QCOMPARE(stage.preconditions.first().kind, Check::Kind::CertificatePresent);
        QCOMPARE(stage.preconditions.first().server, domain::ServerId(u"EX01"_s));
        QCOMPARE(stage.prompts.size(), mode == RotateDraft::Mode::Planned ? 0 : 1);
        if (mode == RotateDraft::Mode::Immediate) {
            QCOMPARE(plan.steps.last().checks.first().certificate, (CertificateReference{thumbprint(hexNext), 0}));
            QVERIFY(plan.cautions.contains(Caution::RestartAfterAuth));
        }
    }

    void existing_isOfferedOnlyWhereItCanBeUsed_data()
    {
        using Obstacle = advice::AuthObstacle;
        using Change = std::function<void(domain::Certificate &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<Obstacle>("obstacle");
        const auto row = [](const char *tag, Obstacle obstacle, const Change &change) {
            QTest::newRow(tag) << change << obstacle;
        };
        row("as it is", Obstacle::Nothing, [](domain::Certificate &) {});
        row("expired", Obstacle::Unfit, [](auto &c) { c.facts.notAfterUtc = now().addSecs(-1); });
        row("not valid yet", Obstacle::Unfit, [](auto &c) { c.facts.notBeforeUtc = now().addSecs(1); });
        row("no key", Obstacle::Unfit, [](auto &c) { c.hasPrivateKey = false; });
        row("key not known", Obstacle::Unfit, [](auto &c) { c.hasPrivateKey = std::nullopt; });
        row("revoked", Obstacle::Unfit, [](auto &c) { c.status = domain::CertificateStatus::Revoked; });
        row("pending", Obstacle::Unfit, [](auto &c) { c.status = domain::CertificateStatus::PendingRequest; });
        row("small", Obstacle::TooWeak, [](auto &c) { c.facts.key.bits = 1024; });
        row("elliptic", Obstacle::KeyNotRsa, [](auto &c) { c.facts.key.algorithm = domain::KeyFacts::Algorithm::Ec; });
        row("in CNG", Obstacle::KeyNotRsa,
            [](auto &c) { c.keyProvider = u"Microsoft Software Key Storage Provider"_s; });
        row("issued", Obstacle::NotSelfSigned, [](auto &c) {
            c.facts.issuer = u"CN=CA"_s;
            c.facts.isSelfIssued = false;
            c.isSelfSigned = false;
        });
        row("as many days as a next one must outlive", Obstacle::EndsTooSoon,
            [](auto &c) { c.facts.notAfterUtc = now().addDays(121).addSecs(-1); });
        row("a day more", Obstacle::Nothing, [](auto &c) { c.facts.notAfterUtc = now().addDays(121); });
        row("older than the one in use", Obstacle::Older, [](auto &c) { c.facts.notBeforeUtc = now().addYears(-4); });
    }
    void existing_isOfferedOnlyWhereItCanBeUsed()
    {
        QFETCH(const std::function<void(domain::Certificate &)>, change);
        QFETCH(advice::AuthObstacle, obstacle);
        auto inventory = std::make_shared<domain::Inventory>(*waiting());
        change((*inventory->servers[0].certificates)[1]);
        RotateDraft draft(inventory, now());
        const auto &all = draft.existingCandidates();
        const auto found = std::find_if(
            all.begin(), all.end(), [](const auto &each) { return each.thumbprint() == thumbprint(hexNext); });
        QVERIFY(found != all.end());
        QCOMPARE(found->obstacle, obstacle);
        const bool isFit = obstacle == advice::AuthObstacle::Nothing;
        QCOMPARE(draft.hasFitExisting(), isFit);
        QCOMPARE(draft.source(), isFit ? RotateDraft::Source::Existing : RotateDraft::Source::New);
        draft.setSource(RotateDraft::Source::Existing);
        draft.setExisting(thumbprint(hexNext));
        QCOMPARE(draft.problems().isEmpty(), isFit);
        if (!isFit)
            QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::ExistingNotFit);
    }

    void existing_thatGoesAway_isAProblem()
    {
        RotateDraft draft(waiting(), now());
        auto without = std::make_shared<domain::Inventory>(*waiting());
        without->servers[0].certificates->removeLast();
        draft.setInventory(without, now());
        QCOMPARE(draft.problems().first().code, RotateDraft::ProblemCode::NoExisting);
        QVERIFY(draft.plan().steps.isEmpty());
        draft.setSource(RotateDraft::Source::New);
        QVERIFY(draft.problems().isEmpty());
    }

    void existing_theLongestLifeComesFirst_thenTheStagedOne()
    {
        auto inventory = std::make_shared<domain::Inventory>(*staged(std::chrono::hours(1), now().addDays(2)));
        const QString hexShort(40, u'C');
        const QString hexLong(40, u'D');
        inventory->servers[1].certificates->append(auth(u"EX02"_s, hexShort, now(), now().addYears(2)).build());
        inventory->servers[1].certificates->append(auth(u"EX02"_s, hexLong, now(), now().addYears(6)).build());
        const RotateDraft draft(inventory, now());
        QStringList order;
        for (const advice::AuthCandidate &each : draft.existingCandidates())
            order.append(each.thumbprint().toString());
        QCOMPARE(order, QStringList({hexLong, hexShort, hexNext, hexCurrent}));
    }

    void previous_isNotClearedUnlessNothingDependsOnIt_data()
    {
        using Reason = RotateDraft::ClearingReason;
        using Change = std::function<void(domain::Inventory &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<Reason>("reason");
        const auto row
            = [](const char *tag, Reason reason, const Change &change) { QTest::newRow(tag) << change << reason; };
        row("valid, a server lacks the new one", Reason::ServersLackNew, [](domain::Inventory &) {});
        row("valid, every server has the new one", Reason::StillValid, [](domain::Inventory &i) {
            i.servers[1].certificates->append(auth(u"EX02"_s, hexNext, now(), now().addYears(5)).build());
        });
        row("expired", Reason::CurrentGone, [](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers)
                entry.certificates->first().facts.notAfterUtc = now().addSecs(-1);
        });
        row("nowhere", Reason::CurrentGone, [](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers)
                entry.certificates->removeFirst();
        });
        row("revoked", Reason::CurrentCannotSign, [](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers)
                entry.certificates->first().status = domain::CertificateStatus::Revoked;
        });
        row("without its key everywhere", Reason::CurrentCannotSign, [](domain::Inventory &i) {
            for (domain::ServerEntry &entry : i.servers)
                entry.certificates->first().hasPrivateKey = false;
        });
        row("none is named", Reason::CurrentGone, [](domain::Inventory &i) { i.authConfig->current = {}; });
        row("nowhere that was read", Reason::NotKnown, [](domain::Inventory &i) {
            i.servers[0].certificates->removeFirst();
            i.servers[1].certificates = fail(ErrorCode::ServerUnreachable);
        });
    }
    void previous_isNotClearedUnlessNothingDependsOnIt()
    {
        QFETCH(const std::function<void(domain::Inventory &)>, change);
        QFETCH(RotateDraft::ClearingReason, reason);
        auto inventory = std::make_shared<domain::Inventory>(*waiting());
        change(*inventory);
        RotateDraft draft(inventory, now());
        QCOMPARE(draft.clearingReason(), reason);
        QCOMPARE(draft.clearsPrevious(), reason == RotateDraft::ClearingReason::CurrentGone);
        draft.setMode(RotateDraft::Mode::Immediate);
        draft.setClearsPrevious(true); // a person may
        QVERIFY(draft.plan().steps.last().command.cmdlets.first().value(u"ClearPreviousCertificate") != nullptr);
    }

    void servers_canBeLeftOut_whichIsRecorded()
    {
        auto inventory = std::make_shared<domain::Inventory>(*waiting());
        inventory->servers[1].certificates = fail(ErrorCode::ServerUnreachable);
        RotateDraft draft(inventory, now());
        QCOMPARE(draft.recommendation().row, AuthRow::Unreachable);
        QVERIFY(draft.plan().leftOut.isEmpty());
        draft.setLeavesOutUnreachable(true);
        QCOMPARE(draft.recommendation().row, AuthRow::Nothing);
        const Plan plan = draft.plan();
        QCOMPARE(plan.leftOut, QList{domain::ServerId(u"EX02"_s)});
        QVERIFY(plan.cautions.contains(Caution::ServersLeftOut));
        QCOMPARE(planFromJson(planToJson(plan).value()).value(), plan); // as the journal keeps it
    }

    void thresholds_areThePolicys()
    {
        advice::Policy policy;
        policy.effectiveHours = 72;
        policy.authNextDays = 2000;
        const RotateDraft draft(waiting(), now(), policy);
        QCOMPARE(draft.lead(), std::chrono::hours(73));
        QCOMPARE(draft.source(), RotateDraft::Source::New); // it does not live as long as that
    }

    void contradictions_haveAnAnswer()
    {
        using std::chrono::hours;
        const auto with = [](const std::function<void(domain::AuthConfig &)> &change) {
            auto inventory = std::make_shared<domain::Inventory>(*staged(hours(1), now().addDays(2), true));
            change(*inventory->authConfig);
            return inventory;
        };
        // the current one is staged again: nothing is
        const auto same = with([](domain::AuthConfig &a) { a.next = a.current; });
        QCOMPARE(rotationStatus(*same, now()).phase, RotationPhase::Quiet);
        QCOMPARE(rotationStatus(*same, now()).followed, thumbprint(hexCurrent));
        QVERIFY(!RotateDraft(same, now()).replacesStaged());
        QVERIFY(publishPlan(*same, false).steps.isEmpty());
        QVERIFY(cancelStagingPlan(*same).steps.isEmpty());
        // the previous one is the current one: nothing is held, and the slot can still be cleared
        const auto held = with([](domain::AuthConfig &a) {
            a.next = {};
            a.previous = a.current;
        });
        QCOMPARE(rotationStatus(*held, now()).phase, RotationPhase::Quiet);
        QCOMPARE(clearPreviousPlan(*held).steps.size(), 1);
        // a date before today: it is due, and publishing is possible
        const auto past = with([](domain::AuthConfig &a) { a.nextEffectiveUtc = now().addDays(-3); });
        QCOMPARE(rotationStatus(*past, now()).phase, RotationPhase::Overdue);
        QCOMPARE(publishPlan(*past, false).steps.size(), 1);
        // no date (Exchange's 0001-01-01): it never takes over by itself, so staging it again is proposed
        const auto undated = with([](domain::AuthConfig &a) { a.nextEffectiveUtc = {}; });
        QCOMPARE(rotationStatus(*undated, now()).phase, RotationPhase::Distributed);
        RotateDraft draft(undated, now());
        QCOMPARE(draft.source(), RotateDraft::Source::Existing);
        QCOMPARE(draft.existing(), thumbprint(hexNext));
        QVERIFY(!draft.plan().cautions.contains(Caution::StagedReplaced));
    }

    void status_followsTheRotation()
    {
        using std::chrono::hours;
        QCOMPARE(rotationStatus(*staged(hours(1), now().addDays(2)), now()).phase, RotationPhase::Staged);
        QVERIFY(!rotationStatus(*staged(hours(1), now().addDays(2)), now()).isLate);
        QVERIFY(rotationStatus(*staged(hours(25), now().addDays(2)), now()).isLate);
        QCOMPARE(rotationStatus(*staged(hours(1), now().addDays(2), true), now()).phase, RotationPhase::Distributed);
        QCOMPARE(rotationStatus(*staged(hours(1), now().addSecs(-1), true), now()).phase, RotationPhase::Overdue);
    }

    void spread_importsOncePerSiteWithoutIt_untilItIsLate()
    {
        using std::chrono::hours;
        const Plan early = spreadPlan(*staged(hours(1), now().addDays(2)), now());
        QCOMPARE(early.steps.size(), 2); // Tokyo supplies itself, Osaka gets one
        QCOMPARE(early.steps.last().server, domain::ServerId(u"EX03"_s));
        const Plan late = spreadPlan(*staged(hours(25), now().addDays(2)), now());
        QCOMPARE(late.steps.size(), 3);
        QVERIFY(spreadPlan(*staged(hours(1), now().addDays(2), true), now()).steps.isEmpty());
    }

    void passwordQuality_countsWhatIsHardToGuess_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<PasswordQuality>("quality");
        QTest::newRow("nothing") << QString() << PasswordQuality::Empty;
        QTest::newRow("a word") << u"secret"_s << PasswordQuality::Weak;
        QTest::newRow("long, but one character") << QString(40, u'a') << PasswordQuality::Weak;
        QTest::newRow("a sequence") << u"abcdefghijklmnop"_s << PasswordQuality::Weak;
        QTest::newRow("mixed, ten characters") << u"bL7!vK2#qZ"_s << PasswordQuality::Fair;
        QTest::newRow("a long phrase") << u"river Lamp 9 quiet Box!"_s << PasswordQuality::Good;
    }
    void passwordQuality_countsWhatIsHardToGuess()
    {
        QFETCH(QString, password);
        QFETCH(PasswordQuality, quality);
        QCOMPARE(passwordQuality(Secret(password)), quality);
    }
};

KAKUIN_TEST(tst_RotateDraft)

} // namespace tests::tst_rotatedraft

#include "tst_rotatedraft.moc"
