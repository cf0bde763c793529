// SPDX-License-Identifier: MIT
#include "core/findings/findings.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/wizards/everytask.h"
#include "ui/wizards/shared/resultpage.h"
#include "ui/wizards/taskwizards.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>

namespace tests::tst_lostsites {

using namespace Qt::StringLiterals;
using namespace kakuin;
using domain::IisBinding;
using testkit::RenewalJourney;

/// A server whose web sites lose their certificates over a command, seen through the wizards.
class tst_LostSites final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void task_stopsAtTheLostSite_andSaysHowToBindIt_data();
    void task_stopsAtTheLostSite_andSaysHowToBindIt();
    void assign_givesPort443ItsCertificateBack();
    void renewal_ofSeveralServers_leavesTheOthersAlone();

private:
    static QStringList criticalOf(RenewalJourney &journey, const domain::ServerId &server);
    static Result<void> loseSites(RenewalJourney &journey, const QString &server)
    {
        return testkit::await(journey.lab().setFault(domain::ServerId(server), {lab::Fault::Kind::LosesBindings, {}}));
    }
    /// Whom the site belongs to; null when it has no certificate.
    static domain::Thumbprint holder(RenewalJourney &journey, const QString &server, int site);
};

domain::Thumbprint tst_LostSites::holder(RenewalJourney &journey, const QString &server, int site)
{
    const QList<domain::Certificate> all = journey.certificates(server);
    const auto it = std::find_if(
        all.begin(), all.end(), [site](const domain::Certificate &each) { return each.isBoundToSite(site); });
    return it == all.end() ? domain::Thumbprint() : it->facts.thumbprint;
}

QStringList tst_LostSites::criticalOf(RenewalJourney &journey, const domain::ServerId &server)
{
    QStringList out;
    const QList<findings::Finding> all
        = findings::findingsOf(*journey.session().inventory(), advice::Policy(), journey.session().nowUtc());
    for (const findings::Finding &finding : all) {
        if (finding.severity == findings::Severity::Critical && finding.subject == findings::Subject::of(server))
            out.append(findings::codeName(finding.code));
    }
    return out;
}

void tst_LostSites::task_stopsAtTheLostSite_andSaysHowToBindIt_data()
{
    QTest::addColumn<int>("task");
    const QList<testkit::EveryTask> tasks = testkit::everyTask();
    for (int i = 0; i < tasks.size(); ++i) {
        const QByteArray command = tasks.at(i).command;
        if (command == "New-ExchangeCertificate" || command == "Enable-ExchangeCertificate"
            || command == "Remove-ExchangeCertificate")
            QTest::addRow("%s (%s)", tasks.at(i).name, tasks.at(i).command) << i;
    }
}

void tst_LostSites::task_stopsAtTheLostSite_andSaysHowToBindIt()
{
    QFETCH(const int, task);
    const QTemporaryDir folder;
    const domain::ServerId server(u"MBX01"_s);
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    QVERIFY(testkit::goToReview(journey, testkit::everyTask().at(task), folder.path()));
    const domain::Thumbprint had = holder(journey, server.name(), IisBinding::backEndSite);
    QVERIFY(!had.isNull());
    QVERIFY_RESULT(loseSites(journey, server.name()));
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));

    // the organisation: no certificate on 444, and nothing was sent after the command
    QVERIFY(holder(journey, server.name(), IisBinding::backEndSite).isNull());
    const plan::OperationRecord operation = journey.operations().first();
    QCOMPARE(operation.state, plan::OperationState::Failed);
    const auto hurt = std::find_if(operation.steps.begin(), operation.steps.end(),
        [](const plan::StepRecord &record) { return record.state == plan::StepState::Failed; });
    QVERIFY(hurt != operation.steps.end());
    QCOMPARE(hurt->error->code, ErrorCode::SiteWithoutCertificate);
    for (auto later = hurt + 1; later != operation.steps.end(); ++later)
        QCOMPARE(later->state, plan::StepState::Skipped);

    // the result says it at once, and what to do
    QVERIFY2(
        journey.text(u"outcomeLabel"_s).contains(u"no certificate is bound to Exchange Back End (port 444) on MBX01"_s),
        qPrintable(journey.text(u"outcomeLabel"_s)));
    const QString next = journey.text(u"nextLabel"_s);
    QVERIFY2(next.startsWith(u"On MBX01, Exchange Back End (port 444) has no certificate"_s), qPrintable(next));
    QVERIFY2(next.contains(had.toShortString()) && next.contains(u"IIS Manager"_s), qPrintable(next));
    QVERIFY(journey.wizard()->findChild<QPushButton *>(u"assignSiteButton"_s)->isHidden()); // no cmdlet does it
    QTRY_VERIFY(journey.text(u"nextLabel"_s).contains(u"Still critical"_s));
    QCOMPARE(criticalOf(journey, server), QStringList{u"backEndUnbound"_s});
}

void tst_LostSites::assign_givesPort443ItsCertificateBack()
{
    const QString server = u"CAS01"_s;
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open());
    const domain::Thumbprint had = holder(journey, server, IisBinding::frontEndSite);
    QVERIFY(!had.isNull());
    QVERIFY_RESULT(loseSites(journey, server));
    journey.start({journey.own(server)});
    journey.goToRun();
    QVERIFY(testkit::answerUntilResult(journey));
    QVERIFY(
        journey.text(u"outcomeLabel"_s).contains(u"no certificate is bound to Default Web Site (port 443) on CAS01"_s));
    QVERIFY(journey.text(u"nextLabel"_s).contains(u"Assign IIS to the certificate "_s + had.toShortString()));
    QVERIFY(holder(journey, server, IisBinding::frontEndSite).isNull());

    QSignalSpy requested(journey.wizard(), &ui::TaskWizard::taskRequested);
    testkit::press(journey.wizard(), u"assignSiteButton"_s);
    QCOMPARE(requested.size(), 1);
    const auto task = requested.first().first().value<advice::Task>();
    QCOMPARE(
        task, (advice::Task{advice::Task::Kind::Assign, {{domain::ServerId(server), had}}, {}, domain::Service::Iis}));
    QVERIFY(journey.wizard()->close());

    QVERIFY_RESULT(testkit::await(journey.session().refresh()));
    const testkit::EveryTask back{"give back", "Enable-ExchangeCertificate",
        [&task](RenewalJourney &on, const QString &) { return ui::makeTaskWizard(on.workspace(), task); }};
    QVERIFY(testkit::goToReview(journey, back, {}));
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    QCOMPARE(journey.wizard()->runner()->state(), plan::OperationState::Succeeded);
    QCOMPARE(holder(journey, server, IisBinding::frontEndSite), had);
}

void tst_LostSites::renewal_ofSeveralServers_leavesTheOthersAlone()
{
    RenewalJourney journey;
    QVERIFY_RESULT(journey.open(u"ja-JP"_s));
    QVERIFY_RESULT(loseSites(journey, u"MBX01"_s));
    journey.start({journey.own(u"MBX01"_s), journey.own(u"MBX02"_s)});
    journey.next();
    testkit::press(journey.wizard(), u"continueOnErrorRadio"_s);
    journey.next();
    journey.next();
    QVERIFY(testkit::answerUntilResult(journey));
    QCOMPARE(journey.added(u"MBX01"_s).size(), 1);
    QCOMPARE(journey.added(u"MBX02"_s).size(), 0); // it might lose its binding in the same way
    QVERIFY(!holder(journey, u"MBX02"_s, IisBinding::backEndSite).isNull());
    QVERIFY(journey.text(u"outcomeLabel"_s).contains(u"on MBX01 any more"_s));
}

KAKUIN_GUI_TEST(tst_LostSites)

} // namespace tests::tst_lostsites

#include "tst_lostsites.moc"
