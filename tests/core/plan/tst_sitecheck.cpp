// SPDX-License-Identifier: MIT
#include "core/plan/sitecheck.h"

#include "core/connection/endpointgroup.h"
#include "core/plan/planrunner.h"
#include "core/plan/preconditions.h"

#include "core/base/whendone.h"
#include "scriptedservers.h"
#include "taskoncontoso.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_sitecheck {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::IisBinding;
using domain::Service;
using domain::SiteChange;
using shell::Cmdlet;
using testkit::ScriptedReply;
using testkit::ScriptedServers;
using testkit::YesToEverything;

/// What has become of a server's web sites after New, Enable and Remove.
class tst_SiteCheck final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void cleanup() { m_lab.shell.reset(); }
    void lostSites_failTheStepAtOnce_andEndThePlan_data();
    void lostSites_failTheStepAtOnce_andEndThePlan();
    void assigningIis_isMeantToMove443();
    void removal_ofABoundCertificate_isToldAtOnce_orNotChecked();
    void movedSite_isAFailureOfItsOwn();
    void lostSites_areTold_beforeWhatElseIsWrong();
    void store_isReadOnceMoreAtMost_data();
    void store_isReadOnceMoreAtMost();
    void bytesOnly_areAskedForByName();
    void serverThatNoLongerAnswers_isNotChecked_data();
    void serverThatNoLongerAnswers_isNotChecked();
    void deadSession_isReplacedByAnotherServers();
    void changes_survive_theJournal();

private:
    enum Command { New, Enable, Remove };
    [[nodiscard]] Step step(Command command, int number);
    [[nodiscard]] static std::unique_ptr<PlanRunner> run(const Plan &plan, const std::shared_ptr<shell::Shell> &shell,
        const std::shared_ptr<Journal> &journal = nullptr);
    [[nodiscard]] QList<int> boundSites();
    /// One server with both sites, and the plan that renews its certificate.
    [[nodiscard]] static Plan renewal(ScriptedServers &servers);

    testkit::LabFixture m_lab{lab::Preset::Small}; // two servers with both sites
    const domain::ServerId m_server{u"EX02"_s};
};

Step tst_SiteCheck::step(Command command, int number)
{
    const QList<domain::Certificate> store = m_lab.certificates(m_server.name());
    const auto other = std::find_if(store.begin(), store.end(), [&](const domain::Certificate &certificate) {
        return certificate.iisBindings.value_or(QList<IisBinding>()).isEmpty()
            && certificate.facts.thumbprint != m_lab.internalTransport(m_server.name());
    });
    Step step;
    step.number = number;
    step.server = m_server;
    step.subject = other->facts.thumbprint;
    if (command == New) {
        step.kind = StepKind::CreateSuccessor;
        step.command = QList<Cmdlet>{testkit::getCertificate(m_server.name(), step.subject),
            testkit::newCertificate(m_server.name()).withServices({})};
    } else if (command == Enable) {
        step.kind = StepKind::AssignServices;
        step.command = Cmdlet(u"Enable-ExchangeCertificate"_s)
                           .onServer(m_server)
                           .withThumbprint(step.subject)
                           .withServices(Service::Imap);
    } else {
        step.kind = StepKind::RemoveCertificate;
        step.command = Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(m_server).withThumbprint(step.subject);
    }
    return step;
}

std::unique_ptr<PlanRunner> tst_SiteCheck::run(
    const Plan &plan, const std::shared_ptr<shell::Shell> &shell, const std::shared_ptr<Journal> &journal)
{
    PlanRunner::Context context;
    context.shell = shell;
    context.prompts = std::make_shared<YesToEverything>();
    context.journal = journal;
    context.directoryPause = std::chrono::milliseconds(1);
    auto runner = std::make_unique<PlanRunner>(plan, context);
    QSignalSpy finished(runner.get(), &PlanRunner::finished);
    runner->start();
    if (finished.isEmpty() && !finished.wait(60'000))
        qWarning("the runner did not finish");
    return runner;
}

QList<int> tst_SiteCheck::boundSites()
{
    QList<int> sites;
    const QList<domain::Certificate> store = m_lab.certificates(m_server.name());
    for (const domain::Certificate &certificate : store) {
        for (const IisBinding &binding : certificate.iisBindings.value_or(QList<IisBinding>()))
            sites.append(binding.siteId);
    }
    std::sort(sites.begin(), sites.end());
    return sites;
}

Plan tst_SiteCheck::renewal(ScriptedServers &servers)
{
    servers.addServer(u"EX01"_s);
    servers.setSites(u"EX01"_s, {IisBinding::frontEndSite, IisBinding::backEndSite});
    return servers.renewalPlan();
}

void tst_SiteCheck::lostSites_failTheStepAtOnce_andEndThePlan_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<bool>("isFaulty");
    for (const bool isFaulty : {false, true}) {
        const char *fate = isFaulty ? "loses the sites" : "keeps the sites";
        QTest::addRow("New %s", fate) << int(New) << isFaulty;
        QTest::addRow("Enable %s", fate) << int(Enable) << isFaulty;
        QTest::addRow("Remove %s", fate) << int(Remove) << isFaulty;
    }
}

void tst_SiteCheck::lostSites_failTheStepAtOnce_andEndThePlan()
{
    QFETCH(const int, command);
    QFETCH(const bool, isFaulty);
    QVERIFY_RESULT(m_lab.open());
    const QList<int> before = boundSites();
    QCOMPARE(before, (QList<int>{IisBinding::frontEndSite, IisBinding::backEndSite}));
    const domain::SiteBindings holders = domain::siteBindingsOf(m_lab.certificates(m_server.name()), true);
    if (isFaulty)
        QVERIFY_RESULT(testkit::await(m_lab.shell->setFault(m_server, {lab::Fault::Kind::LosesBindings, {}})));
    Plan plan;
    plan.errorPolicy = ErrorPolicy::ContinueWithNextServer;
    plan.steps = {step(Command(command), 1), step(New, 2)};
    plan.steps.last().server = domain::ServerId(u"EX01"_s); // nor on any other server
    plan.steps.last().command = testkit::newCertificate(u"EX01"_s).withServices({});
    const auto others = m_lab.certificates(u"EX01"_s).size();
    const auto runner = run(plan, m_lab.shell);
    const StepRecord &first = runner->steps().first();
    QCOMPARE(boundSites(), isFaulty ? QList<int>() : before);
    QCOMPARE(m_lab.certificates(u"EX01"_s).size(), isFaulty ? others : others + 1);
    if (!isFaulty) {
        QCOMPARE(runner->state(), OperationState::Succeeded);
        return;
    }
    QCOMPARE(runner->state(), OperationState::Failed);
    QCOMPARE(first.state, StepState::Failed);
    QCOMPARE(first.error->code, ErrorCode::SiteWithoutCertificate);
    QCOMPARE(first.error->subject, m_server.name());
    QCOMPARE(runner->steps().last().state, StepState::Skipped);
    QList<SiteChange> expected;
    for (const int site : before)
        expected.append({site, SiteChange::Kind::Lost, holders.holders.value(site), {}});
    QCOMPARE(sitesOf(*first.error), expected);
    // what the command made is known all the same
    QCOMPARE(first.produced.isNull(), command != New);
}

void tst_SiteCheck::assigningIis_isMeantToMove443()
{
    QVERIFY_RESULT(m_lab.open());
    const domain::Thumbprint own = m_lab.internalTransport(m_server.name());
    Plan plan;
    plan.steps = {step(Enable, 1)};
    plan.steps.first().subject = own;
    plan.steps.first().command
        = Cmdlet(u"Enable-ExchangeCertificate"_s).onServer(m_server).withThumbprint(own).withServices(Service::Iis);
    const auto runner = run(plan, m_lab.shell);
    QCOMPARE(runner->state(), OperationState::Succeeded);
    QVERIFY(m_lab.certificate(m_server.name(), own)->isBoundToSite(IisBinding::frontEndSite));
}

void tst_SiteCheck::removal_ofABoundCertificate_isToldAtOnce_orNotChecked()
{
    for (const int site : {int(IisBinding::frontEndSite), int(IisBinding::backEndSite)}) {
        QVERIFY_RESULT(m_lab.open());
        // a certificate of its own for the site, so that the server lets it go
        const auto made = m_lab.run(testkit::newCertificate(m_server.name()).withServices({}));
        QVERIFY_RESULT(made);
        const auto bound = shell::decode::exchangeCertificate(made->objects().first(), m_server);
        QVERIFY_RESULT(testkit::await(m_lab.shell->bindSite(m_server, site, bound->facts.thumbprint)));
        Plan plan;
        plan.steps = {step(Remove, 1)};
        plan.steps.first().subject = bound->facts.thumbprint;
        plan.steps.first().command
            = Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(m_server).withThumbprint(bound->facts.thumbprint);
        const auto runner = run(plan, m_lab.shell);
        const StepRecord &removal = runner->steps().first();
        QCOMPARE(runner->state(), OperationState::Failed);
        // without 444 this server refuses every session
        const bool isFrontEnd = site == IisBinding::frontEndSite;
        QCOMPARE(removal.error->code, isFrontEnd ? ErrorCode::SiteWithoutCertificate : ErrorCode::SitesNotChecked);
        QCOMPARE(removal.state, isFrontEnd ? StepState::Failed : StepState::OutcomeUnknown);
        if (!isFrontEnd)
            QVERIFY(!removal.error->detail.isEmpty()); // the server's words
    }
}

void tst_SiteCheck::movedSite_isAFailureOfItsOwn()
{
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    servers.movesSites = true;
    const auto runner = run(plan, servers.shell());
    const StepRecord &made = runner->steps().first();
    QCOMPARE(made.state, StepState::Failed);
    QCOMPARE(made.error->code, ErrorCode::SiteCertificateMoved);
    QCOMPARE(sitesOf(*made.error).size(), 2);
    QCOMPARE(sitesOf(*made.error).first().after, QList<domain::Thumbprint>{made.produced});
    QCOMPARE(runner->steps().last().state, StepState::Skipped);
}

void tst_SiteCheck::lostSites_areTold_beforeWhatElseIsWrong()
{
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    servers.losesSites = true;
    servers.returnsOld = true;
    const auto runner = run(plan, servers.shell());
    QCOMPARE(runner->steps().first().error->code, ErrorCode::SiteWithoutCertificate);
    // what the command made is not known
    QCOMPARE(runner->steps().first().state, StepState::OutcomeUnknown);
}

void tst_SiteCheck::store_isReadOnceMoreAtMost_data()
{
    QTest::addColumn<QList<int>>("sites");
    QTest::addColumn<int>("reads");
    QTest::newRow("both sites") << QList<int>{1, 2} << 2;
    QTest::newRow("the server has no site") << QList<int>() << 1;
}

void tst_SiteCheck::store_isReadOnceMoreAtMost()
{
    QFETCH(const QList<int>, sites);
    QFETCH(const int, reads);
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    servers.setSites(u"EX01"_s, sites);
    int count = 0;
    servers.onEvent = [&count](const char *event) { count += qstrcmp(event, "store") == 0 ? 1 : 0; };
    const auto runner = run(plan, servers.shell());
    QCOMPARE(runner->state(), OperationState::Succeeded);
    QCOMPARE(count, reads);
}

void tst_SiteCheck::bytesOnly_areAskedForByName()
{
    // without preconditions that ask for properties, the comparison asks for them itself
    for (const auto &[loses, hasPreconditions] :
        {std::pair(false, true), std::pair(true, true), std::pair(false, false), std::pair(true, false)}) {
        ScriptedServers servers;
        Plan plan = renewal(servers);
        if (hasPreconditions)
            plan = withPreconditions(plan, *servers.inventory());
        servers.sendsBytesOnly = true;
        servers.setSelectable(true);
        servers.losesSites = loses;
        const auto runner = run(plan, servers.shell());
        QCOMPARE(runner->state(), loses ? OperationState::Failed : OperationState::Succeeded);
        if (loses)
            QCOMPARE(runner->steps().first().error->code, ErrorCode::SiteWithoutCertificate);
    }
}

void tst_SiteCheck::serverThatNoLongerAnswers_isNotChecked_data()
{
    QTest::addColumn<ErrorCode>("failure");
    QTest::newRow("the session is lost") << ErrorCode::ConnectionLost;
    QTest::newRow("nothing listens") << ErrorCode::ServerUnreachable;
    QTest::newRow("an error record") << ErrorCode::ServerError;
}

void tst_SiteCheck::serverThatNoLongerAnswers_isNotChecked()
{
    QFETCH(const ErrorCode, failure);
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    servers.storeAfterwards = failure == ErrorCode::ServerError
        ? ScriptedReply::error(ScriptedServers::errorRecord(u"no session"_s))
        : ScriptedReply::fails(failure, u"EX01"_s, u"no session"_s);
    const auto runner = run(plan, servers.shell());
    QCOMPARE(runner->state(), OperationState::Failed); // never done
    const StepRecord &made = runner->steps().first();
    QCOMPARE(made.state, StepState::OutcomeUnknown);
    QCOMPARE(*made.error, (Error{ErrorCode::SitesNotChecked, u"EX01"_s, u"no session"_s}));
    QVERIFY(!made.produced.isNull());
    QCOMPARE(runner->steps().last().state, StepState::Skipped);
}

void tst_SiteCheck::deadSession_isReplacedByAnotherServers()
{
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    // the other server's session reads the same stores
    auto other = std::make_shared<testkit::ScriptedShell>();
    other->on(u"Get-ExchangeCertificate"_s,
        [&servers](const shell::Pipeline &pipeline) { return servers.answerElsewhere(pipeline); });
    connection::EndpointGroup group(servers.shell());
    group.add(u"ex02"_s, readyFuture(Result<std::shared_ptr<shell::Shell>>(other)));
    QTRY_COMPARE(group.furtherCount(), 1);
    servers.losesSites = true;
    servers.storeAfterwards = ScriptedReply::fails(ErrorCode::ConnectionLost, u"EX01"_s);
    const auto runner = run(plan, std::shared_ptr<shell::Shell>(&group, [](shell::Shell *) {}));
    QCOMPARE(runner->steps().first().error->code, ErrorCode::SiteWithoutCertificate);
}

void tst_SiteCheck::changes_survive_theJournal()
{
    const QTemporaryDir folder;
    auto opened = Journal::open(folder.filePath(u"journal.sqlite"_s));
    QVERIFY_RESULT(opened);
    const std::shared_ptr<Journal> journal = std::move(*opened);
    ScriptedServers servers;
    const Plan plan = renewal(servers);
    servers.losesSites = true;
    const auto runner = run(plan, servers.shell(), journal);
    const auto operations = journal->operations({});
    QVERIFY_RESULT(operations);
    const StepRecord &recorded = operations->first().steps.first();
    QCOMPARE(recorded.state, StepState::Failed);
    QCOMPARE(recorded.error, runner->steps().first().error);
    QVERIFY(recorded.sitesBefore);
    QCOMPARE(recorded.sitesBefore->holders.keys(), (QList<int>{1, 2}));
    const QList<SiteChange> sites = sitesOf(*recorded.error);
    QCOMPARE(sites.size(), 2);
    QCOMPARE(sites.first().before, QList<domain::Thumbprint>{plan.steps.first().subject});
}

KAKUIN_TEST(tst_SiteCheck)

} // namespace tests::tst_sitecheck

#include "tst_sitecheck.moc"
