// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/plantext.h"
#include "text/runbooktext.h"

#include <QtTest/QTest>

namespace tests::tst_plantext {

using namespace kakuin;
using ui::PlanText;

namespace {

const domain::ServerId server(QStringLiteral("MBX01"));

plan::Plan renewal(const QList<domain::ServerId> &servers, const domain::Thumbprint &subject)
{
    plan::Plan plan;
    int number = 0;
    for (const domain::ServerId &one : servers) {
        plan::Step create;
        create.number = ++number;
        create.server = one;
        create.subject = subject;
        shell::Cmdlet cmdlet(QStringLiteral("New-ExchangeCertificate"));
        cmdlet.onServer(one).withServices(domain::Service::Imap | domain::Service::Pop | domain::Service::Smtp);
        create.command = shell::Pipeline(cmdlet);
        plan.steps.append(create);
    }
    return plan;
}

domain::Thumbprint anyThumbprint()
{
    return domain::Thumbprint::fromSha1(QByteArray(domain::Thumbprint::byteCount, '\x9a'));
}

QStringList checkTexts()
{
    QStringList texts;
    for (const auto kind : {plan::Check::Kind::CertificatePresent, plan::Check::Kind::InternalTransportIs}) {
        for (const bool isLate : {true, false}) {
            for (const domain::ServiceSet services :
                {domain::ServiceSet(), domain::ServiceSet(domain::Service::Smtp)}) {
                plan::Check check;
                check.kind = kind;
                check.server = server;
                check.services = services;
                check.certificate.thumbprint = isLate ? domain::Thumbprint() : anyThumbprint();
                texts << PlanText::check(check) << PlanText::checkFailed(check);
                check.condition = plan::Check::Condition();
                texts << PlanText::check(check);
                check.condition->answeredYes = false;
                texts << PlanText::check(check);
            }
        }
    }
    return texts;
}

QStringList outcomeTexts()
{
    QStringList texts;
    const plan::Plan one = renewal({server}, anyThumbprint());
    const plan::Plan two = renewal({server, domain::ServerId(QStringLiteral("MBX02"))}, anyThumbprint());
    using State = plan::OperationState;
    using Step = plan::StepState;
    for (const State state : {State::Running, State::Succeeded, State::Failed, State::Cancelled, State::SetAside}) {
        texts << PlanText::state(state);
        for (const Step step : {Step::Waiting, Step::Running, Step::Succeeded, Step::Failed, Step::Skipped}) {
            texts << PlanText::state(step);
            for (const auto &produced : {domain::Thumbprint(), anyThumbprint()}) {
                plan::StepRecord record;
                record.number = 1;
                record.state = step;
                record.produced = produced;
                texts << PlanText::outcome(one, state, {record}) << PlanText::outcome(two, state, {record})
                      << PlanText::outcome(one, state, {});
            }
        }
    }
    return texts;
}

/// A plan whose first step left the web sites 1, 2 and 3 without certificates, or with another one.
plan::StepRecord siteRecord(const QString &found, ErrorCode code)
{
    QStringList lines;
    for (const int site : {1, 2, 3})
        lines.append(QStringLiteral("site=%1 expected=%2 found=%3")
                         .arg(QString::number(site), anyThumbprint().toString(), found));
    plan::StepRecord record;
    record.number = 1;
    record.state = plan::StepState::Failed;
    record.error = Error{code, server.name(), lines.join(QLatin1Char('\n'))};
    return record;
}

QStringList siteTexts()
{
    QStringList texts;
    plan::Plan plan = renewal({server}, anyThumbprint());
    const QString other(40, QLatin1Char('B'));
    for (const auto kind : {plan::StepKind::CreateSuccessor, plan::StepKind::RemoveCertificate}) {
        plan.steps.first().kind = kind; // a certificate that was removed cannot be bound again
        for (const plan::StepRecord &record : {siteRecord(QStringLiteral("none"), ErrorCode::SiteWithoutCertificate),
                 siteRecord(other, ErrorCode::SiteCertificateMoved), siteRecord({}, ErrorCode::SitesNotChecked)}) {
            texts << PlanText::outcome(plan, plan::OperationState::Failed, {record});
            for (const plan::ChangedSite &site : plan::changedSites(plan, {record}))
                texts << PlanText::changedSite(site);
        }
    }
    return texts;
}

QStringList everything()
{
    QStringList texts = checkTexts() + outcomeTexts() + siteTexts();
    const plan::Plan plan = renewal({server}, anyThumbprint());
    texts << PlanText::title(plan) << PlanText::verb(plan.kind) << PlanText::step(plan.steps.first());
    plan::Step verify;
    verify.kind = plan::StepKind::VerifySuccessor;
    texts << PlanText::step(verify);
    using Prompt = shell::PromptKind;
    for (const Prompt kind : {Prompt::Unknown, Prompt::OverwriteDefaultSmtp, Prompt::EffectiveDateWithin48Hours,
             Prompt::RemoveCertificate}) {
        plan::ExpectedPrompt prompt;
        prompt.kind = kind;
        texts << PlanText::expectedPrompt(plan.steps.first(), prompt);
    }
    for (int reason = 0; reason <= static_cast<int>(plan::RecommendationReason::CurrentNotKnown); ++reason)
        texts << PlanText::reason(static_cast<plan::RecommendationReason>(reason));
    for (int caution = 0; caution <= static_cast<int>(plan::Caution::EdgeResubscription); ++caution)
        texts << PlanText::caution(static_cast<plan::Caution>(caution));
    for (int code = 0; code <= static_cast<int>(plan::RenewDraft::ProblemCode::TransportNeedsSmtp); ++code) {
        texts << PlanText::problem({plan::RenewDraft::Field::Targets, static_cast<plan::RenewDraft::ProblemCode>(code),
            {server, anyThumbprint()}});
    }
    using Answer = shell::Confirmation;
    for (const Answer answer : {Answer::Yes, Answer::YesToAll, Answer::No, Answer::NoToAll})
        texts << PlanText::answer(answer);
    const ui::RunbookTextWriter writer(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC));
    texts << writer.introduction(plan);
    return texts;
}

} // namespace

class tst_PlanText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCode_hasWords()
    {
        for (const QString &text : everything()) {
            QVERIFY(!text.isEmpty());
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
    }

    void everyCode_isTranslated_inJapanese()
    {
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("PlanText")))
            QSKIP("kakuin_ja.ts has no words for plans");
        for (const QString &text : everything())
            QVERIFY2(testkit::hasJapanese(text), qPrintable(text));
    }

    void title_callsTheCertificateByItsName_withAnInventory()
    {
        const testkit::CertificateBuilder builder
            = testkit::CertificateBuilder(QStringLiteral("MBX01"), QStringLiteral("CN=MBX01"))
                  .friendlyName(QStringLiteral("Microsoft Exchange"));
        const domain::InventoryPtr inventory
            = testkit::InventoryBuilder().server(QStringLiteral("MBX01")).certificate(builder).build();
        const plan::Plan plan = renewal({server}, builder.build().facts.thumbprint);
        QCOMPARE(PlanText::title(plan, inventory.get()), QStringLiteral("Renew “Microsoft Exchange” on MBX01"));
        QVERIFY(PlanText::title(plan).startsWith(QLatin1String("Renew certificate ")));
    }

    void title_countsServers_whenThereAreSeveral()
    {
        const plan::Plan plan = renewal({server, domain::ServerId(QStringLiteral("MBX02"))}, anyThumbprint());
        QCOMPARE(PlanText::title(plan), QStringLiteral("Renew certificates on 2 servers"));
    }

    void step_namesTheServices()
    {
        QCOMPARE(PlanText::step(renewal({server}, anyThumbprint()).steps.first()),
            QStringLiteral("Create the successor on MBX01 with a new key, for IMAP, POP and SMTP"));
        plan::Step none;
        none.server = server;
        shell::Cmdlet cmdlet(QStringLiteral("New-ExchangeCertificate"));
        cmdlet.withServices({});
        none.command = shell::Pipeline(cmdlet);
        QCOMPARE(
            PlanText::step(none), QStringLiteral("Create the successor on MBX01 with a new key, without services"));
    }

    void outcome_saysWhetherSomethingWasCreated()
    {
        const plan::Plan plan = renewal({server}, anyThumbprint());
        plan::StepRecord record;
        record.number = 1;
        record.state = plan::StepState::Failed;
        QVERIFY(
            PlanText::outcome(plan, plan::OperationState::Failed, {record}).contains(QLatin1String("No certificate")));
        record.produced = anyThumbprint();
        QVERIFY(PlanText::outcome(plan, plan::OperationState::Failed, {record}).contains(QLatin1String("stays")));
    }

    void lostSite_isTheOutcome_andNamesItsCertificate_unlessThatWasRemoved()
    {
        plan::Plan plan = renewal({server}, anyThumbprint());
        const plan::StepRecord record = siteRecord(QStringLiteral("none"), ErrorCode::SiteWithoutCertificate);
        QCOMPARE(PlanText::outcome(plan, plan::OperationState::Failed, {record}),
            QStringLiteral(
                "After step 1, no certificate is bound to Default Web Site (port 443), Exchange Back End (port 444) "
                "and IIS site 3 on MBX01 any more. Nothing more was sent: bind one first."));
        const QString former = anyThumbprint().toShortString();
        QCOMPARE(plan::changedSites(plan, {record}).size(), 3);
        for (const plan::ChangedSite &site : plan::changedSites(plan, {record}))
            QVERIFY(PlanText::changedSite(site).contains(former));
        plan.steps.first().kind = plan::StepKind::RemoveCertificate;
        for (const plan::ChangedSite &site : plan::changedSites(plan, {record}))
            QVERIFY(!PlanText::changedSite(site).contains(former));
    }
};

KAKUIN_TEST(tst_PlanText)

} // namespace tests::tst_plantext

#include "tst_plantext.moc"
