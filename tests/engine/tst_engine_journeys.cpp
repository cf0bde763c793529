// SPDX-License-Identifier: MIT
#include "core/plan/removedraft.h"
#include "enginebackend.h"
#include "enginesession.h"
#include "labserver/httpfront.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/renewaljourney.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace tests::tst_engine_journeys {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;

namespace {

// The engine behind HTTPS and WS-Management, for journeys over a network.
struct Network {
    WsmanFront wsman{std::make_unique<EngineBackend>(QStringList{EngineSession::script("exchange.ps1")})};
    HttpFront http{wsman.connections()};
};

enum class Way { Program, Https };

} // namespace

/// The wizards over Microsoft's engine: its ShouldContinue and ShouldProcess ask, its error records refuse, and its
/// state is what counts. Each journey gets an engine of its own.
class tst_EngineJourneys final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void renewal_isAsAnswered_data();
    void renewal_isAsAnswered();
    void removal_handsInternalTransportOver_andIsAsAnswered_data();
    void removal_handsInternalTransportOver_andIsAsAnswered();
    void renewal_isOfUnknownOutcome_whenTheConnectionGoesAtTheQuestion();

private:
    static void addWays();
    [[nodiscard]] Result<void> connectBy(Way way, RenewalJourney &journey);
    [[nodiscard]] static bool has(RenewalJourney &journey, const domain::CertificateId &id);
    [[nodiscard]] static domain::Thumbprint succeed(RenewalJourney &journey);

    std::unique_ptr<Network> m_network;
};

void tst_EngineJourneys::cleanup()
{
    m_network.reset();
}

Result<void> tst_EngineJourneys::connectBy(Way way, RenewalJourney &journey)
{
    connection::ConnectionProfile profile;
    if (way == Way::Program) {
        const auto command = EngineSession::command({EngineSession::script("exchange.ps1")});
        profile.kind = connection::ConnectionProfile::Kind::Program;
        profile.command = u'"' + (QStringList{command.program} + command.arguments).join(u"\" \""_s) + u'"';
        return journey.connectTo(profile);
    }
    m_network = std::make_unique<Network>();
    if (const Result<void> listening = m_network->http.listen(); !listening)
        return listening;
    m_network->http.setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    profile.address = m_network->http.url();
    profile.signIn = connection::SignIn::Basic;
    profile.parallelCommands = 1; // the functions keep their state in one runspace
    profile.user = u"admin"_s;
    profile.authorityFile = m_network->http.caFile();
    return journey.connectTo(profile, Secret(u"geheim"_s));
}

bool tst_EngineJourneys::has(RenewalJourney &journey, const domain::CertificateId &id)
{
    const QList<domain::Certificate> all = journey.certificates(id.server.name());
    return std::any_of(all.begin(), all.end(),
        [&](const domain::Certificate &each) { return each.facts.thumbprint == id.thumbprint; });
}

// A successor that does not have the internal transport role yet
domain::Thumbprint tst_EngineJourneys::succeed(RenewalJourney &journey)
{
    journey.start({journey.own(u"EX01"_s)});
    journey.goToRun();
    if (ui::PromptDialog *question = journey.question())
        press(question, u"choiceButton2"_s);
    if (!journey.hasResult() || journey.added(u"EX01"_s).size() != 1)
        return {};
    journey.wizard()->close();
    const bool isRead = await(journey.session().refresh()).has_value();
    return isRead ? journey.added(u"EX01"_s).first().facts.thumbprint : domain::Thumbprint();
}

void tst_EngineJourneys::addWays()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("isYes");
    QTest::newRow("over its standard streams, Yes") << Way::Program << true;
    QTest::newRow("over its standard streams, No") << Way::Program << false;
    QTest::newRow("over HTTPS, Yes") << Way::Https << true;
    QTest::newRow("over HTTPS, No") << Way::Https << false;
}

void tst_EngineJourneys::renewal_isAsAnswered_data()
{
    addWays();
}

void tst_EngineJourneys::renewal_isAsAnswered()
{
    QFETCH(const Way, way);
    QFETCH(const bool, isYes);
    RenewalJourney journey;
    QVERIFY_RESULT(connectBy(way, journey));
    const domain::CertificateId old = journey.own(u"EX01"_s);
    QVERIFY(!old.thumbprint.isNull());
    journey.start({old});
    journey.goToRun();
    ui::PromptDialog *question = journey.question();
    QVERIFY(question != nullptr);
    press(question, isYes ? u"choiceButton0"_s : u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    const QList<domain::Certificate> made = journey.added(u"EX01"_s);
    QCOMPARE(made.size(), 1);
    QCOMPARE(journey.transport(u"EX01"_s), isYes ? made.first().facts.thumbprint : old.thumbprint);
    QVERIFY(has(journey, old));
    QVERIFY(journey.added(u"EX02"_s).isEmpty());
    QCOMPARE(journey.operations().size(), 1);
}

void tst_EngineJourneys::removal_handsInternalTransportOver_andIsAsAnswered_data()
{
    addWays();
}

void tst_EngineJourneys::removal_handsInternalTransportOver_andIsAsAnswered()
{
    QFETCH(const Way, way);
    QFETCH(const bool, isYes);
    RenewalJourney journey;
    QVERIFY_RESULT(connectBy(way, journey));
    const domain::CertificateId old = journey.own(u"EX01"_s);
    const domain::Thumbprint heir = succeed(journey);
    QVERIFY(!heir.isNull());
    QCOMPARE(journey.transport(u"EX01"_s), old.thumbprint);
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Remove, {old}});
    journey.startTask(wizard);
    QCOMPARE(wizard->draftAs<plan::RemoveDraft>().targets().first().replacement, heir);
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    journey.next();
    QCOMPARE(journey.page(), u"reviewPage"_s);
    journey.next();
    ui::PromptDialog *handOver = journey.question();
    QVERIFY(handOver != nullptr);
    press(handOver, u"choiceButton0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(wizard->runner()->currentStep(), 2, foreignPatienceMs);
    ui::PromptDialog *removal = journey.question();
    QVERIFY(removal != nullptr);
    press(removal, isYes ? u"choiceButton0"_s : u"choiceButton2"_s);
    QVERIFY(journey.hasResult());
    QCOMPARE(has(journey, old), !isYes);
    QCOMPARE(wizard->runner()->state() == plan::OperationState::Succeeded, isYes);
    QCOMPARE(journey.transport(u"EX01"_s), heir);
}

void tst_EngineJourneys::renewal_isOfUnknownOutcome_whenTheConnectionGoesAtTheQuestion()
{
    RenewalJourney journey;
    QVERIFY_RESULT(connectBy(Way::Https, journey));
    const domain::CertificateId old = journey.own(u"EX01"_s);
    journey.start({old});
    journey.goToRun();
    QVERIFY(journey.question() != nullptr);
    m_network->wsman.fail(0, {}, {}); // the server has gone, also for connections that were idle just now
    m_network->http.dropConnections();
    QVERIFY(journey.hasResult());
    QTRY_VERIFY_WITH_TIMEOUT(journey.wizard()->findChild<ui::PromptDialog *>() == nullptr,
        foreignPatienceMs); // it does not outlive who asked
    QVERIFY(journey.wizard()->runner()->state() != plan::OperationState::Succeeded);
    const QList<plan::StepRecord> steps = journey.operations().first().steps;
    QCOMPARE(steps.first().state, plan::StepState::OutcomeUnknown);
}

KAKUIN_GUI_TEST(tst_EngineJourneys, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_journeys

#include "tst_engine_journeys.moc"
