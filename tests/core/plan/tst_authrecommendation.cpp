// SPDX-License-Identifier: MIT
#include "core/plan/authrecommendation.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_authrecommendation {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

constexpr int none = -1000; ///< days: there is no such certificate
const QString hexCurrent(40, u'A');
const QString hexNext(40, u'B');

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
}

/// Two servers in two sites; "days" whole days and an hour are left.
struct Situation final {
    int current = none;
    int next = none;
    bool isCurrentEverywhere = true;
    bool isNextEverywhere = true;
    bool isUnreachable = false;
};

void add(InventoryBuilder &builder, const QString &server, const QString &hex, int days)
{
    CertificateBuilder certificate(server, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    certificate.thumbprint(hex).exportable(true).valid(now().addYears(-1), now().addDays(days).addSecs(3600));
    builder.certificate(certificate);
}

domain::InventoryPtr inventoryOf(const Situation &s)
{
    domain::AuthConfig config;
    config.current = domain::Thumbprint::parse(hexCurrent).value();
    if (s.next != none)
        config.next = domain::Thumbprint::parse(hexNext).value();
    InventoryBuilder builder;
    builder.auth(config);
    for (const auto &[name, site] : {std::pair{u"EX01"_s, u"Tokyo"_s}, std::pair{u"EX02"_s, u"Osaka"_s}}) {
        builder.server(name).site(site);
        const bool isFirst = name == u"EX01";
        if (s.current != none && (isFirst || s.isCurrentEverywhere))
            add(builder, name, hexCurrent, s.current);
        if (s.next != none && (isFirst || s.isNextEverywhere))
            add(builder, name, hexNext, s.next);
    }
    if (s.isUnreachable)
        builder.unreachable({ErrorCode::ServerUnreachable, u"EX02"_s, {}});
    // neither takes part: they never have the certificate
    builder.server(u"EDGE1"_s).roles(domain::ServerRole::Edge);
    builder.server(u"OLD10"_s).version(u"Version 14.3 (Build 123.4)"_s);
    return builder.build();
}

} // namespace

/// The decision table, row by row, with both sides of every bound.
class tst_AuthRecommendation final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void row_isTheFirstThatApplies_data()
    {
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<AuthRow>("row");
        QTest::addColumn<QList<AuthAdvice>>("advice");
        using A = AuthAdvice;
        const auto row = [](const char *tag, const Situation &s, AuthRow expected, const QList<A> &advice) {
            QTest::newRow(tag) << s << expected << advice;
        };
        row("0: a server did not answer", {10, none, true, true, true}, AuthRow::Unreachable, {A::DecideNothing});
        row("1: expired, whatever a server that did not answer has", {-1, none, true, true, true}, AuthRow::BothGone,
            {A::ReplaceNow});
        row("2: its last days, whatever a server lacks", {6, none, false}, AuthRow::CurrentEnds, {A::StageNext});
        row("1: expired, nothing staged", {-1, none}, AuthRow::BothGone, {A::ReplaceNow});
        row("2: on its last day", {0, none}, AuthRow::CurrentEnds, {A::StageNext});
        row("1: nobody has it", {none, none}, AuthRow::BothGone, {A::ReplaceNow});
        row("1: both expired", {-5, -1}, AuthRow::BothGone, {A::ReplaceNow});
        row("2: the day before", {1, none}, AuthRow::CurrentEnds, {A::StageNext});
        row("2: sixty days", {60, none}, AuthRow::CurrentEnds, {A::StageNext});
        row("not 2: sixty-one days", {61, none}, AuthRow::Nothing, {A::Nothing});
        row("2: what is staged ends too soon", {60, 120}, AuthRow::CurrentEnds, {A::StageNext});
        row("not 2: what is staged lasts", {60, 121}, AuthRow::Nothing, {A::Nothing});
        row("not 2: not every server has the current one", {60, none, false}, AuthRow::CurrentLacking,
            {A::ImportCurrent});
        row("not 2: not every server has the next one", {60, 100, true, false}, AuthRow::NextLacking, {A::ImportNext});
        row("3: expired, but one is staged", {-1, 1800}, AuthRow::CurrentGone, {A::ReplaceNow});
        row("3: nobody has the current one", {none, 1800}, AuthRow::CurrentGone, {A::ReplaceNow});
        row("4: a server lacks the current one", {400, none, false}, AuthRow::CurrentLacking, {A::ImportCurrent});
        row("4 and 5: it lacks both", {400, 1800, false, false}, AuthRow::CurrentLacking,
            {A::ImportCurrent, A::ImportNext});
        row("5: a server lacks the next one", {400, 1800, true, false}, AuthRow::NextLacking, {A::ImportNext});
        row("none", {400, 1800}, AuthRow::Nothing, {A::Nothing});
    }
    void row_isTheFirstThatApplies()
    {
        QFETCH(Situation, situation);
        const AuthRecommendation got = authRecommendation(*inventoryOf(situation), now());
        QTEST(got.row, "row");
        QTEST(got.advice, "advice");
        QVERIFY(got.hasSeveralSites);
        QVERIFY(!got.isHybrid);
    }

    void lead_dependsOnWhatIsLeft_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("leadDays");
        QTest::newRow("room for a month") << 32 << 30;
        QTest::newRow("no room for a month") << 31 << 4;
        QTest::newRow("five days") << 5 << 4;
        QTest::newRow("four days") << 4 << 2;
        QTest::newRow("three days") << 3 << 2;
        QTest::newRow("two days: now") << 2 << 0;
    }
    void lead_dependsOnWhatIsLeft()
    {
        QFETCH(int, days);
        QFETCH(int, leadDays);
        const AuthRecommendation got = authRecommendation(*inventoryOf({days}), now());
        QCOMPARE(got.row, AuthRow::CurrentEnds);
        QCOMPARE(got.lead, std::chrono::hours(24 * leadDays));
    }

    void unreachable_canBeIgnored_andIsStillNamed()
    {
        const auto got = authRecommendation(*inventoryOf({10, none, true, true, true}), now(), {}, true);
        QCOMPARE(got.row, AuthRow::CurrentEnds);
        QCOMPARE(got.unreachable, QList{domain::ServerId(u"EX02"_s)});
    }

    void bounds_areThePolicys_data()
    {
        QTest::addColumn<advice::Policy>("policy");
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<AuthRow>("row");
        advice::Policy early;
        early.authDays = 100;
        advice::Policy longNext;
        longNext.authNextDays = 200;
        advice::Policy near;
        near.authNearDays = 30;
        QTest::newRow("days left") << early << Situation{90, none} << AuthRow::CurrentEnds;
        QTest::newRow("days of the next one") << longNext << Situation{60, 150} << AuthRow::CurrentEnds;
        QTest::newRow("near its end a rotation outranks a copy")
            << near << Situation{29, none, false} << AuthRow::CurrentEnds;
        QTest::newRow("not so near it does not") << near << Situation{30, none, false} << AuthRow::CurrentLacking;
    }
    void bounds_areThePolicys()
    {
        QFETCH(advice::Policy, policy);
        QFETCH(Situation, situation);
        const AuthRecommendation got = authRecommendation(*inventoryOf(situation), now(), policy);
        QTEST(got.row, "row");
    }

    void nextThatIsTheCurrentOne_countsAsNone()
    {
        domain::Inventory inventory = *inventoryOf({400, none, false});
        inventory.authConfig->next = inventory.authConfig->current;
        const auto got = authRecommendation(inventory, now());
        QCOMPARE(got.row, AuthRow::CurrentLacking);
        QCOMPARE(got.advice, QList{AuthAdvice::ImportCurrent});
        QCOMPARE(got.nextDays, -1);
        QVERIFY(got.lackingNext.isEmpty());
    }

    void lackingServers_areNamed_withoutThoseThatTakeNoPart()
    {
        const auto got = authRecommendation(*inventoryOf({400, 1800, false, false}), now());
        QCOMPARE(got.lackingCurrent, QList{domain::ServerId(u"EX02"_s)});
        QCOMPARE(got.lackingNext, QList{domain::ServerId(u"EX02"_s)});
    }

    void configurationThatWasNotRead_decidesNothing()
    {
        domain::Inventory inventory = *inventoryOf({10});
        inventory.authConfig = fail(ErrorCode::NotRead);
        const auto got = authRecommendation(inventory, now());
        QCOMPARE(got.row, AuthRow::NotKnown);
        QCOMPARE(got.advice, QList{AuthAdvice::DecideNothing});
    }

    void hybrid_thatIsNotKnown_countsAsHybrid()
    {
        domain::Inventory inventory = *inventoryOf({10});
        inventory.hybrid = fail(ErrorCode::NotRead);
        QVERIFY(authRecommendation(inventory, now()).isHybrid);
    }

    void draft_takesItsModeFromTheTable_data()
    {
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<RotateDraft::Mode>("mode");
        QTest::newRow("both gone") << Situation{-1, none} << RotateDraft::Mode::Immediate;
        QTest::newRow("expired, one staged") << Situation{-1, 1800} << RotateDraft::Mode::Immediate;
        QTest::newRow("two days left") << Situation{2, none} << RotateDraft::Mode::Immediate;
        QTest::newRow("three days left") << Situation{3, none} << RotateDraft::Mode::Planned;
        QTest::newRow("a year left") << Situation{365, none} << RotateDraft::Mode::Planned;
        QTest::newRow("no decision, a year left")
            << Situation{365, none, true, true, true} << RotateDraft::Mode::Planned;
        QTest::newRow("no decision, expired") << Situation{-1, none, true, true, true} << RotateDraft::Mode::Immediate;
    }
    void draft_takesItsModeFromTheTable()
    {
        QFETCH(Situation, situation);
        const RotateDraft draft(inventoryOf(situation), now());
        QTEST(draft.recommendedMode(), "mode");
        QTEST(draft.mode(), "mode");
    }
};

KAKUIN_TEST(tst_AuthRecommendation)

} // namespace tests::tst_authrecommendation

#include "tst_authrecommendation.moc"
