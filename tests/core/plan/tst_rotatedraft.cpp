// SPDX-License-Identifier: MIT
#include "core/plan/authrotation.h"
#include "core/plan/exportdraft.h"
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
        draft.setLead(RotateDraft::proposedLead);
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
