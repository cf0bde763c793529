// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/plan/authrotation.h"
#include "core/plan/planrunner.h"
#include "core/plan/rotatedraft.h"
#include "core/session/session.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_authrotation {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using namespace std::chrono_literals;
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

CertificateBuilder auth(const QString &server, const QString &hex, const QDateTime &notBeforeUtc)
{
    CertificateBuilder builder(server, u"CN=Microsoft Exchange Server Auth Certificate"_s);
    builder.thumbprint(hex).services(domain::Service::Smtp).exportable(true);
    builder.valid(notBeforeUtc, notBeforeUtc.addYears(5));
    return builder;
}

domain::AuthConfig config(bool isStaged)
{
    domain::AuthConfig out;
    out.current = thumbprint(hexCurrent);
    if (isStaged) {
        out.next = thumbprint(hexNext);
        out.nextEffectiveUtc = now().addDays(2);
    }
    return out;
}

} // namespace

/// How a rotation of the Auth certificate stands, and the plans that finish it or take it back.
class tst_AuthRotation final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void planned_isFollowed_acrossRestartsAndDays();
    void staged_isTakenBack();
    void distribution_isLate_afterADay();
    void spread_goesOnceToEachSite_andToEverybodyWhenItIsLate();
    void spread_avoidsServersThatRefuseTheExport_data();
    void spread_avoidsServersThatRefuseTheExport();
    void refusedExport_endsTheSpread_underItsOwnName_data();
    void refusedExport_endsTheSpread_underItsOwnName();
    void nothing_isPlanned_whereThereIsNothingToDo();

private:
    struct Open {
        std::shared_ptr<lab::LabShell> lab;
        std::unique_ptr<session::Session> session;
    };
    /// The practice organisation as a program finds it that has just been started.
    [[nodiscard]] Open reopened() const;
    static bool run(const Open &open, const Plan &plan);

    QTemporaryDir m_folder;
};

tst_AuthRotation::Open tst_AuthRotation::reopened() const
{
    Open out;
    const auto lab = testkit::await(lab::LabShell::open(m_folder.filePath(u"a.kakuinlab"_s)));
    if (!lab)
        return out;
    out.lab = *lab;
    out.session = std::make_unique<session::Session>(*lab);
    if (!testkit::await(out.session->refresh()))
        out.session.reset();
    return out;
}

bool tst_AuthRotation::run(const Open &open, const Plan &plan)
{
    const auto prompts = std::make_shared<testkit::FakePrompts>();
    prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::No);
    PlanRunner::Context context;
    context.shell = open.lab;
    context.prompts = prompts;
    PlanRunner runner(plan, context);
    runner.start();
    return QTest::qWaitFor([&runner] { return runner.state() != OperationState::Running; }, 20'000)
        && runner.state() == OperationState::Succeeded && testkit::await(open.session->refresh()).has_value();
}

void tst_AuthRotation::planned_isFollowed_acrossRestartsAndDays()
{
    const QString path = m_folder.filePath(u"a.kakuinlab"_s);
    QVERIFY_RESULT(testkit::await(lab::LabShell::create(path, lab::Preset::Contoso2013)));
    domain::Thumbprint next;
    {
        const Open open = reopened();
        QVERIFY(open.session != nullptr);
        RotateDraft draft(open.session->inventory(), open.session->nowUtc());
        draft.setServer(domain::ServerId(u"MBX01"_s));
        draft.setMode(RotateDraft::Mode::Planned);
        QVERIFY(run(open, draft.plan()));
        const RotationStatus status = rotationStatus(*open.session->inventory(), open.session->nowUtc());
        QCOMPARE(status.phase, RotationPhase::Staged);
        QVERIFY(status.lacking > 0);
        next = status.followed;
    }
    const std::pair<std::chrono::hours, RotationPhase> days[]{
        {6h, RotationPhase::Distributed}, {20h, RotationPhase::Distributed}, {40h, RotationPhase::PreviousHeld}};
    for (const auto &[passed, expected] : days) {
        const Open open = reopened();
        QVERIFY(open.session != nullptr);
        QCOMPARE(rotationStatus(*open.session->inventory(), open.session->nowUtc()).followed, next);
        QVERIFY_RESULT(testkit::await(open.lab->advanceClock(passed)));
        QVERIFY_RESULT(testkit::await(open.session->refresh()));
        QCOMPARE(rotationStatus(*open.session->inventory(), open.session->nowUtc()).phase, expected);
    }
    const Open open = reopened();
    QCOMPARE(open.session->inventory()->authConfig->current, next);
    QVERIFY(run(open, clearPreviousPlan(*open.session->inventory())));
    QCOMPARE(rotationStatus(*open.session->inventory(), open.session->nowUtc()).phase, RotationPhase::Quiet);
}

void tst_AuthRotation::staged_isTakenBack()
{
    const auto inventory = InventoryBuilder()
                               .server(u"EX01"_s)
                               .certificate(auth(u"EX01"_s, hexCurrent, now().addYears(-4)))
                               .certificate(auth(u"EX01"_s, hexNext, now().addSecs(-60)))
                               .auth(config(true))
                               .build();
    const Plan plan = cancelStagingPlan(*inventory);
    QCOMPARE(plan.steps.size(), 1);
    const shell::Cmdlet &command = plan.steps.first().command.cmdlets.first();
    QCOMPARE(command.name(), u"Set-AuthConfig"_s);
    QCOMPARE(*command.value(u"NewCertificateThumbprint"), shell::ParameterValue(hexCurrent));
}

void tst_AuthRotation::distribution_isLate_afterADay()
{
    for (const int hours : {23, 25}) {
        const QDateTime made = now().addSecs(-3600 * hours);
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .certificate(auth(u"EX01"_s, hexNext, made))
                                   .server(u"EX02"_s)
                                   .auth(config(true))
                                   .build();
        const RotationStatus status = rotationStatus(*inventory, now());
        QCOMPARE(status.having, 1);
        QCOMPARE(status.lacking, 1);
        QCOMPARE(status.isLate, hours > 24);
    }
}

void tst_AuthRotation::spread_goesOnceToEachSite_andToEverybodyWhenItIsLate()
{
    for (const bool isLate : {false, true}) {
        const QDateTime made = isLate ? now().addDays(-2) : now().addSecs(-3600);
        const auto inventory = InventoryBuilder()
                                   .server(u"EX01"_s)
                                   .site(u"Tokyo"_s)
                                   .certificate(auth(u"EX01"_s, hexNext, made))
                                   .server(u"EX02"_s)
                                   .site(u"Osaka"_s)
                                   .server(u"EX03"_s)
                                   .site(u"Osaka"_s)
                                   .auth(config(true))
                                   .build();
        const Plan plan = spreadPlan(*inventory, now());
        QCOMPARE(plan.steps.size(), isLate ? 3 : 2); // within a site Exchange distributes it itself, for a day
        QCOMPARE(plan.steps.first().kind, StepKind::ExportCertificate);
        QCOMPARE(plan.steps.first().server, domain::ServerId(u"EX01"_s));
        for (const Step &step : plan.steps.mid(1))
            QCOMPARE(step.kind, StepKind::ImportCertificate);
    }
}

void tst_AuthRotation::spread_avoidsServersThatRefuseTheExport_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("exporter"); // empty: no server can export
    QTest::addColumn<bool>("isWarned");
    const QString before = u"15.0.1497.2"_s;
    const QString untold = u"15.2.2562.17"_s;
    const QString refusing = u"15.2.2562.29"_s;
    QTest::newRow("known not to refuse") << before << refusing << u"EX01"_s << false;
    QTest::newRow("the other one is known not to refuse") << untold << before << u"EX02"_s << false;
    QTest::newRow("not known") << untold << refusing << u"EX01"_s << true;
    QTest::newRow("no version") << QString() << refusing << u"EX01"_s << true;
    QTest::newRow("all refuse") << refusing << refusing << QString() << false;
}

void tst_AuthRotation::spread_avoidsServersThatRefuseTheExport()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, exporter);
    QFETCH(const bool, isWarned);
    const auto inventory = InventoryBuilder()
                               .server(u"EX01"_s)
                               .version(first)
                               .certificate(auth(u"EX01"_s, hexNext, now().addDays(-2)))
                               .server(u"EX02"_s)
                               .version(second)
                               .certificate(auth(u"EX02"_s, hexNext, now().addDays(-2)))
                               .server(u"EX03"_s)
                               .auth(config(true))
                               .build();
    const Plan plan = spreadPlan(*inventory, now());
    QCOMPARE(plan.steps.isEmpty(), exporter.isEmpty());
    QCOMPARE(rotationStatus(*inventory, now()).isExportRefused, exporter.isEmpty());
    QCOMPARE(plan.cautions.contains(Caution::AuthExportMayBeRefused), isWarned);
    if (!exporter.isEmpty())
        QCOMPARE(plan.steps.first().server, domain::ServerId(exporter));
}

void tst_AuthRotation::refusedExport_endsTheSpread_underItsOwnName_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isWarned");
    QTest::addColumn<int>("code");
    const auto row = [](const char *tag, const QString &message, bool isWarned, ErrorCode code) {
        QTest::newRow(tag) << message << isWarned << static_cast<int>(code);
    };
    const QString notExportable = u"The private key couldn't be exported as PKCS-12. It either couldn't be accessed "
                                  "or isn't exportable."_s;
    row("unknown words", u"Nein."_s, true, ErrorCode::RefusedAuthExport);
    row("the words for a key that stays", notExportable, true, ErrorCode::RefusedAuthExport);
    row("the server is not reached", u"The RPC server is unavailable. (1722, 0x6BA)"_s, true, ErrorCode::ServerError);
    row("a server that does not refuse", u"Nein."_s, false, ErrorCode::ServerError);
    row("a server that does not refuse, a key that stays", notExportable, false, ErrorCode::RefusedNotExportable);
}

void tst_AuthRotation::refusedExport_endsTheSpread_underItsOwnName()
{
    QFETCH(const QString, message);
    QFETCH(const bool, isWarned);
    QFETCH(const int, code);
    const auto inventory = InventoryBuilder()
                               .server(u"EX01"_s)
                               .version(isWarned ? u"15.2.2562.17"_s : u"15.0.1497.2"_s)
                               .certificate(auth(u"EX01"_s, hexNext, now().addDays(-2)))
                               .server(u"EX02"_s)
                               .server(u"EX03"_s)
                               .auth(config(true))
                               .build();
    const auto servers = std::make_shared<testkit::ScriptedShell>();
    servers->setDescription({shell::ShellDescription::Kind::Lab, u"scripted"_s, false, {}});
    shell::ErrorRecord record;
    record.message = message;
    record.exceptionType = u"SomeException"_s;
    servers->on(u"Export-ExchangeCertificate"_s, testkit::ScriptedReply::error(record));
    PlanRunner::Context context;
    context.shell = servers;
    context.password = Secret(u"x"_s);
    context.organisation = u"Contoso"_s;
    context.journal = Journal::open(m_folder.filePath(u"journal.sqlite"_s)).value();
    PlanRunner runner(spreadPlan(*inventory, now()), context);
    runner.start();
    QTRY_COMPARE(runner.state(), OperationState::Failed);
    QCOMPARE(static_cast<int>(runner.firstError()->code), code);
    QCOMPARE(runner.firstError()->detail, message);
    QCOMPARE(runner.steps().size(), 3);
    for (const StepRecord &import : runner.steps().mid(1)) // there is nothing to import: no error of their own
        QCOMPARE(import.state, StepState::Skipped);
    QCOMPARE(
        context.journal->operations(u"Contoso"_s)->first().steps.first().error->code, static_cast<ErrorCode>(code));
}

void tst_AuthRotation::nothing_isPlanned_whereThereIsNothingToDo()
{
    const auto quiet = InventoryBuilder()
                           .server(u"EX01"_s)
                           .certificate(auth(u"EX01"_s, hexCurrent, now().addYears(-1)))
                           .auth(config(false))
                           .build();
    QCOMPARE(rotationStatus(*quiet, now()).phase, RotationPhase::Quiet);
    QVERIFY(publishPlan(*quiet, true).steps.isEmpty());
    QVERIFY(clearPreviousPlan(*quiet).steps.isEmpty());
    QVERIFY(cancelStagingPlan(*quiet).steps.isEmpty());
    QVERIFY(spreadPlan(*quiet, now()).steps.isEmpty());
    const auto unread = InventoryBuilder()
                            .server(u"EX01"_s)
                            .change([](domain::Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); })
                            .build();
    QCOMPARE(rotationStatus(*unread, now()).phase, RotationPhase::NotKnown);
    QVERIFY(publishPlan(*unread, true).steps.isEmpty());
}

KAKUIN_TEST(tst_AuthRotation)

} // namespace tests::tst_authrotation

#include "tst_authrotation.moc"
