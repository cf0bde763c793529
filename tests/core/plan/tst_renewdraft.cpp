// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"

#include "core/shell/powershelltext.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_renewdraft {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Service;
using domain::ServiceSet;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using ProblemCode = RenewDraft::ProblemCode;
using Field = RenewDraft::Field;
using TransportChoice = RenewDraft::TransportChoice;

namespace {

const QString oldThumb = u"9A0B4C2D7E11F0A39A0B4C2D7E11F0A39A0B4C2D"_s;
const QString otherThumb = u"1111111111111111111111111111111111111111"_s;
const QString authThumb = u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
const QString authName = u"CN=Microsoft Exchange Server Auth Certificate"_s;

domain::Thumbprint thumbprint(const QString &hex)
{
    return domain::Thumbprint::parse(hex).value();
}

domain::CertificateId id(const QString &server, const QString &hex = oldThumb)
{
    return {domain::ServerId(server), thumbprint(hex)};
}

const ServiceSet imapPopSmtp = ServiceSet(Service::Imap) | Service::Pop | Service::Smtp;

CertificateBuilder ownCertificate(const QString &server, const QString &hex = oldThumb)
{
    return CertificateBuilder(server, u"CN="_s + server).thumbprint(hex).services(imapPopSmtp);
}

// The article's server, with an old certificate that holds the internal transport role.
InventoryBuilder articleServer()
{
    InventoryBuilder builder;
    builder.server(u"Exchange01"_s).version(u"15.0.1497.2"_s);
    builder.certificate(ownCertificate(u"Exchange01"_s)).transport(thumbprint(oldThumb));
    return builder;
}

QString commandOf(const RenewDraft &draft, qsizetype step = 0)
{
    return shell::toPowerShell(draft.plan().steps.value(step).command);
}

QList<ProblemCode> codesOf(const RenewDraft &draft)
{
    QList<ProblemCode> codes;
    for (const RenewDraft::Problem &problem : draft.problems())
        codes.append(problem.code);
    return codes;
}

} // namespace

class tst_RenewDraft final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plan_readsAsTheArticlesCommand_withDefaults()
    {
        RenewDraft draft(articleServer().build());
        draft.setTargets({id(u"Exchange01"_s)});
        QCOMPARE(commandOf(draft),
            u"Get-ExchangeCertificate -Server Exchange01 -Thumbprint %1 |"
            " New-ExchangeCertificate -Server Exchange01 -Services IMAP,POP,SMTP"_s.arg(quotedIfNeeded(oldThumb)));
    }

    void plan_readsAsTheArticlesCommand_forWmSvc()
    {
        InventoryBuilder builder;
        builder.server(u"Exchange01"_s)
            .certificate(CertificateBuilder(u"Exchange01"_s, u"CN=WMSvc-WIN-1"_s)
                             .thumbprint(authThumb)
                             .exportable(true)
                             .keyContainer(u"WMSvc Certificate Key Container"_s));
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"Exchange01"_s, authThumb)});
        QVERIFY(draft.targets().first().isWmSvc);
        QCOMPARE(commandOf(draft),
            u"Get-ExchangeCertificate -Server Exchange01 -Thumbprint %1 |"
            " New-ExchangeCertificate -Server Exchange01 -Services None"_s.arg(authThumb));
        QVERIFY(draft.plan().steps.first().prompts.isEmpty());
        // services are Exchange's: the management service gets none, whatever is chosen for the others
        draft.setServices(imapPopSmtp);
        QVERIFY(commandOf(draft).endsWith(u"-Services None"_s));
    }

    void plan_sendsNameAndExportability_onlyWhenChosen()
    {
        RenewDraft draft(articleServer().build());
        draft.setTargets({id(u"Exchange01"_s)});
        draft.setFriendlyName(u"  Kakuin 2026 "_s);
        draft.setKeyExportable(true);
        QVERIFY(commandOf(draft).endsWith(
            u"-Services IMAP,POP,SMTP -FriendlyName 'Kakuin 2026' -PrivateKeyExportable $true"_s));
        draft.setFriendlyName(u"   "_s);
        draft.setKeyExportable(false);
        QVERIFY(commandOf(draft).endsWith(u"-Services IMAP,POP,SMTP"_s));
    }

    void plan_verifiesCertificateThenTransport_forAMailboxServer()
    {
        RenewDraft draft(articleServer().build());
        draft.setTargets({id(u"Exchange01"_s)});
        const Plan plan = draft.plan();
        QCOMPARE(plan.steps.size(), 2);
        const Step &verify = plan.steps.at(1);
        QCOMPARE(verify.kind, StepKind::VerifySuccessor);
        QVERIFY(verify.command.isEmpty());
        QCOMPARE(verify.checks.size(), 3);
        QCOMPARE(shell::toPowerShell(verify.checks.at(0).command),
            u"Get-ExchangeCertificate -Server Exchange01 -Thumbprint <1>"_s);
        QCOMPARE(verify.checks.at(0).services, imapPopSmtp);
        QCOMPARE(shell::toPowerShell(verify.checks.at(1).command), u"Get-TransportService -Identity Exchange01"_s);
        QVERIFY(verify.checks.at(1).certificate.isLate());
        QCOMPARE(verify.checks.at(1).condition->step, 1);
        QVERIFY(verify.checks.at(1).condition->answeredYes);
        QVERIFY(!verify.checks.at(1).condition->appliesWhenNotAsked);
        QCOMPARE(verify.checks.at(2).certificate.thumbprint, thumbprint(oldThumb));
        QVERIFY(!verify.checks.at(2).condition->answeredYes);
        QVERIFY(verify.checks.at(2).condition->appliesWhenNotAsked);
    }

    void plan_asksTheDirectory_forAClientAccessServer()
    {
        InventoryBuilder builder;
        builder.server(u"EXCAS1"_s)
            .version(u"15.0.1497.2"_s)
            .roles(domain::ServerRole::ClientAccess)
            .certificate(ownCertificate(u"EXCAS1"_s))
            .transport(thumbprint(oldThumb), domain::TransportAssignment::Origin::Directory)
            .change([](domain::Inventory &inventory) {
                inventory.servers[0].server.distinguishedName
                    = u"CN=EXCAS1,CN=Servers,CN=Contoso,CN=Services,CN=Configuration,DC=contoso,DC=local"_s;
            });
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"EXCAS1"_s)});
        QCOMPARE(shell::toPowerShell(draft.plan().steps.at(1).checks.at(1).command),
            u"Get-ADObject -Filter 'ObjectClass -eq ''msExchExchangeServer'' -and name -eq ''EXCAS1''' -Properties '*'"
            " -SearchBase 'CN=Configuration,DC=contoso,DC=local'"_s);
    }

    void plan_numbersStepsAndLateValues_acrossServers()
    {
        InventoryBuilder builder = articleServer();
        builder.server(u"MBX02"_s).certificate(ownCertificate(u"MBX02"_s, otherThumb));
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"Exchange01"_s), id(u"MBX02"_s, otherThumb), id(u"exchange01"_s)});
        QCOMPARE(draft.targets().size(), 2);
        draft.setErrorPolicy(ErrorPolicy::ContinueWithNextServer);
        const Plan plan = draft.plan();
        QCOMPARE(plan.errorPolicy, ErrorPolicy::ContinueWithNextServer);
        QCOMPARE(plan.steps.size(), 4);
        QList<int> numbers;
        for (const Step &step : plan.steps)
            numbers.append(step.number);
        QCOMPARE(numbers, (QList<int>{1, 2, 3, 4}));
        QCOMPARE(plan.steps.at(3).checks.at(0).certificate.step, 3);
        QVERIFY(
            shell::toPowerShell(plan.steps.at(3).checks.at(0).command).endsWith(u"-Server MBX02 -Thumbprint <3>"_s));
        QCOMPARE(plan.servers().size(), 2);
        QCOMPARE(plan.find(3), &plan.steps.at(2));
        QCOMPARE(plan.find(9), nullptr);
    }

    void preset_followsTheOldCertificate_data()
    {
        QTest::addColumn<int>("services");
        QTest::addColumn<QList<int>>("sites");
        QTest::addColumn<int>("preset");
        const int iis = static_cast<int>(Service::Iis);
        const int smtp = static_cast<int>(Service::Smtp);
        const int federation = static_cast<int>(Service::Federation);
        QTest::newRow("IIS stays when it serves the front end") << (iis | smtp) << QList<int>{1, 2} << (iis | smtp);
        QTest::newRow("IIS goes when it serves the back end only") << (iis | smtp) << QList<int>{2} << smtp;
        QTest::newRow("federation is left to its own cmdlets") << (federation | smtp) << QList<int>{} << smtp;
        QTest::newRow("what is not known is not passed on") << (128 | smtp) << QList<int>{} << smtp;
        QTest::newRow("nothing stays nothing") << 0 << QList<int>{} << 0;
    }
    void preset_followsTheOldCertificate()
    {
        QFETCH(int, services);
        QFETCH(QList<int>, sites);
        QFETCH(int, preset);
        InventoryBuilder builder;
        builder.server(u"EX01"_s).certificate(
            ownCertificate(u"EX01"_s).services(domain::servicesFromBits(services)).iisSites(sites));
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"EX01"_s)});
        const RenewDraft::Target target = draft.targets().first();
        QCOMPARE(draft.servicesFor(target), domain::servicesFromBits(preset));
        QCOMPARE(target.leftOut, domain::servicesFromBits(services & ~preset));
    }

    void candidates_areSelfSignedAndNotAuth()
    {
        InventoryBuilder builder = articleServer();
        builder.certificate(CertificateBuilder(u"Exchange01"_s, authName).thumbprint(authThumb))
            .certificate(CertificateBuilder(u"Exchange01"_s, u"CN=mail"_s).thumbprint(otherThumb).issuer(u"CN=CA"_s))
            .certificate(CertificateBuilder(u"Exchange01"_s, u"CN=request"_s)
                             .thumbprint(QString(40, u'3'))
                             .status(domain::CertificateStatus::PendingRequest))
            .certificate(CertificateBuilder(u"Exchange01"_s, authName).thumbprint(QString(40, u'4')))
            .auth({thumbprint(authThumb), {}, {}, {}, {}, {}, {}});
        builder.server(u"GONE"_s).unreachable({ErrorCode::ServerUnreachable, u"GONE"_s, {}});
        const RenewDraft draft(builder.build());
        QCOMPARE(draft.candidates().size(), 1);
        QCOMPARE(draft.candidates().first().id, id(u"Exchange01"_s));
    }

    void authCertificate_isToldByEvidence_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("current");
        QTest::addColumn<bool>("isAuth");
        QTest::newRow("the current one, whatever its name") << u"CN=Signing"_s << oldThumb << true;
        QTest::newRow("setup's name, another certificate is current")
            << authName << authThumb << true; // it may be the one that was meant
        QTest::newRow("setup's name, and AuthConfig's certificate is nowhere") << authName << QString(40, u'9') << true;
        QTest::newRow("setup's name, AuthConfig not read") << authName << QString() << true;
        QTest::newRow("another name, AuthConfig not read") << u"CN=EX01"_s << QString() << false;
        QTest::newRow("a generation of the current one") << u"CN=Custom Auth"_s << authThumb << true;
    }
    void authCertificate_isToldByEvidence()
    {
        QFETCH(QString, subject);
        QFETCH(QString, current);
        QFETCH(bool, isAuth);
        InventoryBuilder builder;
        builder.server(u"EX01"_s)
            .certificate(CertificateBuilder(u"EX01"_s, subject).thumbprint(oldThumb))
            .certificate(CertificateBuilder(u"EX01"_s, u"CN=Custom Auth"_s).thumbprint(authThumb));
        if (current.isEmpty())
            builder.change([](domain::Inventory &inventory) { inventory.authConfig = fail(ErrorCode::NotRead); });
        else
            builder.auth({thumbprint(current), {}, {}, {}, {}, {}, {}});
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"EX01"_s)});
        QCOMPARE(codesOf(draft).contains(ProblemCode::TargetIsAuthCertificate), isAuth);
        QCOMPARE(draft.plan().steps.isEmpty(), isAuth);
    }

    void problems_nameWhatStandsInTheWay_data()
    {
        QTest::addColumn<std::function<void(RenewDraft &)>>("change");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("field");
        const auto row = [](const char *tag, ProblemCode code, Field field, std::function<void(RenewDraft &)> change) {
            QTest::newRow(tag) << std::move(change) << static_cast<int>(code) << static_cast<int>(field);
        };
        row("no target", ProblemCode::NoTarget, Field::Targets, [](RenewDraft &d) { d.setTargets({}); });
        row("a target that is gone", ProblemCode::TargetNotFound, Field::Targets,
            [](RenewDraft &d) { d.setTargets({id(u"Exchange01"_s, QString(40, u'7'))}); });
        row("a CA's certificate", ProblemCode::TargetNotSelfSigned, Field::Targets,
            [](RenewDraft &d) { d.setTargets({id(u"Exchange01"_s, otherThumb)}); });
        row("services nobody knows", ProblemCode::ServicesUnknown, Field::Services,
            [](RenewDraft &d) { d.setTargets({id(u"Exchange01"_s, QString(40, u'5'))}); });
        row("a name of 64 characters", ProblemCode::FriendlyNameTooLong, Field::FriendlyName,
            [](RenewDraft &d) { d.setFriendlyName(QString(64, u'x')); });
        row("a name with a line break", ProblemCode::FriendlyNameHasControlCharacters, Field::FriendlyName,
            [](RenewDraft &d) { d.setFriendlyName(u"a\nb"_s); });
        row("a name with a paragraph separator", ProblemCode::FriendlyNameHasControlCharacters, Field::FriendlyName,
            [](RenewDraft &d) { d.setFriendlyName(u"a\u2029b"_s); });
        row("a name that is no valid text", ProblemCode::FriendlyNameHasControlCharacters, Field::FriendlyName,
            [](RenewDraft &d) { d.setFriendlyName(QString(QChar(0xd800))); });
        row("the role follows, without SMTP", ProblemCode::TransportNeedsSmtp, Field::Services,
            [](RenewDraft &d) { d.setServices(ServiceSet(Service::Imap)); });
        row("the role is taken over, without SMTP", ProblemCode::TransportNeedsSmtp, Field::Services,
            [](RenewDraft &d) {
                d.setTransportChoice(TransportChoice::TakeOver);
                d.setServices(ServiceSet());
            });
    }
    void problems_nameWhatStandsInTheWay()
    {
        QFETCH(std::function<void(RenewDraft &)>, change);
        QFETCH(int, code);
        QFETCH(int, field);
        InventoryBuilder builder = articleServer();
        builder.certificate(CertificateBuilder(u"Exchange01"_s, u"CN=mail"_s).thumbprint(otherThumb).issuer(u"CN=CA"_s))
            .certificate(CertificateBuilder(u"Exchange01"_s, u"CN=raw"_s).thumbprint(QString(40, u'5')).rawDataOnly());
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"Exchange01"_s)});
        QVERIFY(draft.problems().isEmpty());
        change(draft);
        QCOMPARE(codesOf(draft), QList<ProblemCode>{static_cast<ProblemCode>(code)});
        QCOMPARE(draft.problems(static_cast<Field>(field)).size(), 1);
        QVERIFY(draft.plan().steps.isEmpty());
    }

    void problems_vanish_whenServicesAreChosenOrTransportIsKept()
    {
        InventoryBuilder builder = articleServer();
        builder.certificate(
            CertificateBuilder(u"Exchange01"_s, u"CN=raw"_s).thumbprint(QString(40, u'5')).rawDataOnly());
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"Exchange01"_s, QString(40, u'5'))});
        QVERIFY(!draft.problems().isEmpty());
        draft.setServices(ServiceSet(Service::Pop));
        QVERIFY(draft.problems().isEmpty());
        draft.setTargets({id(u"Exchange01"_s)});
        QCOMPARE(codesOf(draft), QList<ProblemCode>{ProblemCode::TransportNeedsSmtp});
        draft.setTransportChoice(TransportChoice::Keep);
        QVERIFY(draft.problems().isEmpty());
        QVERIFY(!draft.plan().steps.first().prompts.size());
    }

    void internalTransport_getsSmtp_whateverTheOldOneCarries()
    {
        InventoryBuilder builder;
        builder.server(u"Exchange01"_s)
            .certificate(ownCertificate(u"Exchange01"_s).services(Service::Pop))
            .transport(thumbprint(oldThumb));
        RenewDraft draft(builder.build());
        draft.setTargets({id(u"Exchange01"_s)});
        QCOMPARE(draft.targets().first().services, ServiceSet(Service::Pop) | Service::Smtp);
        QVERIFY(draft.problems().isEmpty());
    }

    void setInventory_readsTargetsAgain()
    {
        RenewDraft draft(articleServer().build());
        draft.setTargets({id(u"Exchange01"_s)});
        QSignalSpy changed(&draft, &RenewDraft::changed);
        draft.setInventory(InventoryBuilder().build(), {});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(codesOf(draft), QList<ProblemCode>{ProblemCode::TargetNotFound});
        draft.setTargets({id(u"Exchange01"_s)});
        QCOMPARE(changed.count(), 1); // nothing changed: nothing signalled
    }

private:
    static QString quotedIfNeeded(const QString &text) { return shell::toPowerShell(shell::ParameterValue(text)); }
};

KAKUIN_TEST(tst_RenewDraft)

} // namespace tests::tst_renewdraft

#include "tst_renewdraft.moc"
