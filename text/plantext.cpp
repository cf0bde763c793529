// SPDX-License-Identifier: MIT
#include "text/plantext.h"

#include "core/base/untrustedtext.h"
#include "text/roletext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr qsizetype longestPlanName = 120;

QString planServerName(const domain::ServerId &server)
{
    return singleLine(server.name(), longestPlanName);
}

/// The -Services of a command as cmdlet names; empty when it sends none.
QStringList servicesOf(const shell::Pipeline &command)
{
    for (const shell::Cmdlet &cmdlet : command.cmdlets) {
        const shell::ParameterValue *value = cmdlet.value(u"Services");
        if (value == nullptr)
            continue;
        if (const auto *names = std::get_if<QStringList>(value))
            return *names == QStringList{QStringLiteral("None")} ? QStringList() : *names;
    }
    return {};
}

/// What each step's certificate is called; empty where that is not known.
PlanText::NameOf namesOf(const domain::Inventory *inventory)
{
    return [inventory](const plan::Step &step) {
        const domain::Certificate *found
            = inventory != nullptr ? inventory->find(domain::CertificateId{step.server, step.subject}) : nullptr;
        return found != nullptr ? found->displayName() : QString();
    };
}

QString certificateName(const plan::Step &step, const PlanText::NameOf &nameOf)
{
    const QString name = nameOf(step);
    return name.isEmpty() ? step.subject.toShortString() : name;
}

bool checksTransport(const plan::Step &step)
{
    return std::any_of(step.checks.begin(), step.checks.end(),
        [](const plan::Check &c) { return c.kind == plan::Check::Kind::InternalTransportIs; });
}

int stepsInState(const QList<plan::StepRecord> &steps, plan::StepState state)
{
    return static_cast<int>(std::count_if(
        steps.begin(), steps.end(), [state](const plan::StepRecord &record) { return record.state == state; }));
}

QString serverOfStep(const plan::Plan &plan, int number)
{
    const plan::Step *step = plan.find(number);
    return step != nullptr ? planServerName(step->server) : QString();
}

/// A certificate was created, whatever happened afterwards.
bool hasProduced(const QList<plan::StepRecord> &steps)
{
    return std::any_of(steps.begin(), steps.end(),
        [](const plan::StepRecord &r) { return !r.produced.isNull() || !plan::leftBehind(r).isNull(); });
}

/// How many servers went through all of their steps.
int serversDone(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    QList<domain::ServerId> servers = plan.servers();
    for (const plan::StepRecord &record : steps) {
        const plan::Step *step = plan.find(record.number);
        if (step != nullptr && !plan::isSound(record.state))
            servers.removeAll(step->server);
    }
    return static_cast<int>(servers.size());
}

// A step that changed the organisation and went through: its traces stay.
bool hasChanged(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    return std::any_of(steps.begin(), steps.end(), [&plan](const plan::StepRecord &record) {
        const plan::Step *step = plan.find(record.number);
        const bool wasSent = record.state == plan::StepState::Succeeded && record.startedUtc.isValid();
        return step != nullptr
            && ((wasSent && step->isChanging()) || !record.produced.isNull() || !plan::leftBehind(record).isNull());
    });
}

} // namespace

QString PlanText::title(const plan::Plan &plan, const domain::Inventory *inventory)
{
    return title(plan, namesOf(inventory));
}

QString PlanText::title(const plan::OperationRecord &operation, const domain::Inventory *inventory)
{
    if (operation.names.isEmpty())
        return title(operation.plan, inventory);
    return title(operation.plan, [&operation](const plan::Step &step) { return operation.names.value(step.subject); });
}

QString PlanText::title(const plan::Plan &plan, const NameOf &nameOf)
{
    return plan.kind == plan::PlanKind::RenewCertificate ? renewalTitle(plan, nameOf) : taskTitle(plan, nameOf);
}

QString PlanText::renewalTitle(const plan::Plan &plan, const NameOf &nameOf)
{
    QList<const plan::Step *> creating;
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::CreateSuccessor)
            creating.append(&step);
    }
    if (creating.isEmpty()) { // the rest of an interrupted one
        for (const plan::Step &step : plan.steps) {
            if (step.kind == plan::StepKind::VerifySuccessor)
                creating.append(&step);
        }
    }
    if (creating.size() == 1) {
        const plan::Step &step = *creating.first();
        const QString name = nameOf(step);
        //: %1: name of a certificate, %2: a server
        return !name.isEmpty()
            ? tr("Renew “%1” on %2").arg(name, planServerName(step.server))
            : tr("Renew certificate %1 on %2").arg(step.subject.toShortString(), planServerName(step.server));
    }
    if (plan.servers().size() == 1)
        return tr("Renew %n certificates on %1", nullptr, static_cast<int>(creating.size()))
            .arg(planServerName(plan.servers().first()));
    return tr("Renew certificates on %n servers", nullptr, static_cast<int>(plan.servers().size()));
}

QString PlanText::taskTitle(const plan::Plan &plan, const NameOf &nameOf)
{
    const plan::Step *first = plan.steps.isEmpty() ? nullptr : &plan.steps.first();
    const QString server = first == nullptr ? QString() : planServerName(first->server);
    const QString certificate = first == nullptr ? QString() : certificateName(*first, nameOf);
    switch (plan.kind) {
    case plan::PlanKind::RenewCertificate:
        break;
    case plan::PlanKind::RotateAuthCertificate:
        return tr("Rotate the Auth certificate");
    case plan::PlanKind::CompleteAuthRotation:
        return tr("Complete the rotation of the Auth certificate");
    case plan::PlanKind::CancelAuthRotation:
        return tr("Take the staged Auth certificate back");
    case plan::PlanKind::SpreadAuthCertificate:
        return tr("Bring the Auth certificate to the servers that lack it");
    case plan::PlanKind::AssignServices:
        //: %1: name of a certificate, %2: a server
        return tr("Assign services to “%1” on %2").arg(certificate, server);
    case plan::PlanKind::RemoveCertificates: {
        const auto removed = static_cast<int>(std::count_if(plan.steps.begin(), plan.steps.end(),
            [](const plan::Step &step) { return step.kind == plan::StepKind::RemoveCertificate; }));
        if (removed != 1)
            return tr("Remove %n certificates", nullptr, removed);
        //: %1: name of a certificate, %2: a server
        return tr("Remove “%1” from %2").arg(certificateName(plan.steps.last(), nameOf), server);
    }
    case plan::PlanKind::ExportCertificate:
        //: %1: name of a certificate, %2: a server
        return tr("Export “%1” from %2").arg(certificate, server);
    case plan::PlanKind::ImportCertificate:
        return tr("Import a certificate on %n servers", nullptr, static_cast<int>(plan.servers().size()));
    }
    return {};
}

QString PlanText::verb(plan::PlanKind kind)
{
    switch (kind) {
    case plan::PlanKind::RenewCertificate:
        return tr("Renew now", "button that starts the renewal");
    case plan::PlanKind::RotateAuthCertificate:
        return tr("Rotate now", "button that starts the rotation");
    case plan::PlanKind::CompleteAuthRotation:
        return tr("Complete now", "button that completes the rotation");
    case plan::PlanKind::CancelAuthRotation:
        return tr("Take back now", "button that takes the staged certificate back");
    case plan::PlanKind::SpreadAuthCertificate:
        return tr("Copy now", "button that copies a certificate to servers");
    case plan::PlanKind::AssignServices:
        return tr("Assign now", "button that assigns services");
    case plan::PlanKind::RemoveCertificates:
        return tr("Remove now", "button that removes certificates");
    case plan::PlanKind::ExportCertificate:
        return tr("Export now", "button that exports a certificate");
    case plan::PlanKind::ImportCertificate:
        return tr("Import now", "button that imports a certificate");
    }
    return {};
}

QString PlanText::step(const plan::Step &step)
{
    const QString server = planServerName(step.server);
    switch (step.kind) {
    case plan::StepKind::CreateSuccessor: {
        const QStringList services = servicesOf(step.command);
        if (services.isEmpty())
            return tr("Create the successor on %1 with a new key, without services").arg(server);
        //: %1: a server, %2: services such as "IMAP, POP and SMTP"
        return tr("Create the successor on %1 with a new key, for %2").arg(server, RoleText::list(services));
    }
    case plan::StepKind::VerifySuccessor:
        return checksTransport(step)
            ? tr("Check that the new certificate is there, and what %1 uses for internal transport").arg(server)
            : tr("Check that the new certificate is there on %1").arg(server);
    case plan::StepKind::CreateAuthCertificate:
        return tr("Create the new Auth certificate on %1").arg(server);
    case plan::StepKind::StageAuthCertificate:
        if (!step.subject.isNull())
            //: %1: the beginning of a thumbprint
            return tr("Name %1 as the certificate that becomes the Auth certificate").arg(step.subject.toShortString());
        return step.prompts.isEmpty() || step.prompts.first().reason != plan::RecommendationReason::PublishedRightAway
            ? tr("Name the certificate that becomes the Auth certificate on its effective date")
            : tr("Name the certificate that becomes the Auth certificate");
    case plan::StepKind::PublishAuthCertificate:
        if (!step.subject.isNull())
            //: %1: the beginning of a thumbprint
            return tr("Publish %1: from now on it is the Auth certificate of the organisation")
                .arg(step.subject.toShortString());
        return tr("Publish it: from now on it is the Auth certificate of the organisation");
    case plan::StepKind::ClearPreviousAuthCertificate:
        return tr("Clear the previous Auth certificate from the configuration");
    case plan::StepKind::AssignServices:
        //: %1: services such as "IMAP and SMTP", %2: beginning of a thumbprint, %3: a server
        return tr("Assign %1 to the certificate %2 on %3")
            .arg(RoleText::list(servicesOf(step.command)), step.subject.toShortString(), server);
    case plan::StepKind::ReplaceInternalTransport:
        return step.condition
            ? tr("If you answered Yes: give internal transport on %1 back to the certificate %2")
                  .arg(server, step.subject.toShortString())
            : tr("Hand internal transport on %1 to the certificate %2").arg(server, step.subject.toShortString());
    case plan::StepKind::RemoveCertificate:
        return tr("Remove the certificate %1 from %2").arg(step.subject.toShortString(), server);
    case plan::StepKind::ExportCertificate:
        return step.file.isEmpty()
            ? tr("Read the certificate %1 with its key from %2").arg(step.subject.toShortString(), server)
            //: %1: beginning of a thumbprint, %2: a server, %3: name of a file
            : tr("Save the certificate %1 of %2 with its key in %3")
                  .arg(step.subject.toShortString(), server, singleLine(step.file, 200));
    case plan::StepKind::ImportCertificate:
        return tr("Import the certificate with its key on %1").arg(server);
    }
    return {};
}

QString PlanText::check(const plan::Check &check)
{
    const QString server = planServerName(check.server);
    const QString known = check.certificate.thumbprint.toShortString();
    const bool isLate = check.certificate.isLate();
    QString text;
    switch (check.kind) {
    case plan::Check::Kind::CertificatePresent: {
        const QString services = RoleText::list(
            check.services == domain::ServiceSet() ? QStringList() : domain::cmdletNames(check.services));
        if (services.isEmpty())
            text = isLate ? tr("%1 has the new certificate with its private key.").arg(server)
                          : tr("%1 has the certificate %2 with its private key.").arg(server, known);
        else
            text = isLate ? tr("%1 has the new certificate with its private key, for %2.").arg(server, services)
                          : tr("%1 has the certificate %2 with its private key, for %3.").arg(server, known, services);
        break;
    }
    case plan::Check::Kind::InternalTransportIs:
        text = isLate ? tr("%1 uses the new certificate for internal transport.").arg(server)
                      : tr("%1 uses the certificate %2 for internal transport.").arg(server, known);
        break;
    case plan::Check::Kind::CertificateAbsent:
        text = tr("%1 no longer has the certificate %2.").arg(server, known);
        break;
    case plan::Check::Kind::AuthNextIs:
        text = isLate ? tr("The new certificate is the next Auth certificate.")
                      : tr("The certificate %1 is the next Auth certificate.").arg(known);
        break;
    case plan::Check::Kind::AuthCurrentIs:
        text = isLate ? tr("The new certificate is the Auth certificate in use.")
                      : tr("The certificate %1 is the Auth certificate in use.").arg(known);
        break;
    case plan::Check::Kind::AuthPreviousIsEmpty:
        text = tr("No previous Auth certificate is named any more.");
        break;
    case plan::Check::Kind::NothingNewInStore:
        text = tr("%1 has no certificate that was not there when this plan was made.").arg(server);
        break;
    case plan::Check::Kind::ServicesAre:
        text = tr("%1 has the certificate %2 with the same services as when this plan was made.").arg(server, known);
        break;
    case plan::Check::Kind::NoFurtherServices:
        text = tr("%1 has the certificate %2, and no further services use it.").arg(server, known);
        break;
    case plan::Check::Kind::AuthConfigIs:
        text = tr("The organisation names the same Auth certificates as when this plan was made.");
        break;
    case plan::Check::Kind::PfxHoldsCertificate:
        text = tr("The file opens with the password and holds the certificate %1 with its key.").arg(known);
        break;
    }
    if (!check.condition)
        return text;
    //: %1: a whole sentence that is checked when the question was answered so
    return check.condition->answeredYes ? tr("After Yes: %1").arg(text) : tr("After No: %1").arg(text);
}

QString PlanText::checkFailed(const plan::Check &check)
{
    const QString server = planServerName(check.server);
    switch (check.kind) {
    case plan::Check::Kind::CertificatePresent:
        return check.certificate.isLate()
            ? tr("%1 does not have the new certificate with its private key and all its services.").arg(server)
            : tr("%1 does not have the certificate %2 with its private key and all its services.")
                  .arg(server, check.certificate.thumbprint.toShortString());
    case plan::Check::Kind::InternalTransportIs:
        return check.certificate.isLate()
            ? tr("%1 does not use the new certificate for internal transport.").arg(server)
            : tr("%1 does not use the certificate %2 for internal transport.")
                  .arg(server, check.certificate.thumbprint.toShortString());
    case plan::Check::Kind::CertificateAbsent:
        return tr("%1 still has the certificate %2.").arg(server, check.certificate.thumbprint.toShortString());
    case plan::Check::Kind::AuthNextIs:
        return tr("The certificate is not the next Auth certificate.");
    case plan::Check::Kind::AuthCurrentIs:
        return tr("The certificate is not the Auth certificate in use.");
    case plan::Check::Kind::AuthPreviousIsEmpty:
        return tr("A previous Auth certificate is still named.");
    case plan::Check::Kind::NothingNewInStore:
        return tr("%1 has a certificate that was not there when this plan was made.").arg(server);
    case plan::Check::Kind::ServicesAre:
    case plan::Check::Kind::NoFurtherServices:
        return tr("The services of the certificate %1 on %2 have changed.")
            .arg(check.certificate.thumbprint.toShortString(), server);
    case plan::Check::Kind::AuthConfigIs:
        return tr("The organisation names other Auth certificates.");
    case plan::Check::Kind::PfxHoldsCertificate:
        return tr("The file does not hold the certificate with its key.");
    }
    return {};
}

QString PlanText::expectedPrompt(const plan::Step &step, const plan::ExpectedPrompt &prompt)
{
    const QString server = planServerName(step.server);
    const QString recommended = answer(prompt.recommended);
    switch (prompt.kind) {
    case shell::PromptKind::OverwriteDefaultSmtp:
        return tr("%1 will ask whether the new certificate becomes the internal transport certificate. Recommended "
                  "answer: %2.")
            .arg(server, recommended);
    case shell::PromptKind::EffectiveDateWithin48Hours:
        return tr("%1 will ask whether to go on although the effective date is less than 48 hours away. Recommended "
                  "answer: %2.")
            .arg(server, recommended);
    case shell::PromptKind::RemoveCertificate:
        return tr("%1 will ask whether the certificate is to be removed. Recommended answer: %2.")
            .arg(server, recommended);
    case shell::PromptKind::Unknown:
        return tr("%1 may ask a question that Kakuin does not know. Read it before you answer.").arg(server);
    }
    return {};
}

QString PlanText::answer(shell::Confirmation confirmation)
{
    switch (confirmation) {
    case shell::Confirmation::Yes:
        return tr("Yes", "answer to PowerShell's question");
    case shell::Confirmation::YesToAll:
        return tr("Yes to All", "answer to PowerShell's question");
    case shell::Confirmation::No:
        return tr("No", "answer to PowerShell's question");
    case shell::Confirmation::NoToAll:
        return tr("No to All", "answer to PowerShell's question");
    }
    return {};
}

QString PlanText::reason(plan::RecommendationReason reason)
{
    switch (reason) {
    case plan::RecommendationReason::SuccessorTakesOverTransport:
        return tr("The old certificate protects mail between the servers today and goes out of use. The new one has to "
                  "take over before the old one can be removed.");
    case plan::RecommendationReason::KeepTransportAsItIs:
        return tr("You chose to leave internal transport as it is.");
    case plan::RecommendationReason::OldIsNotTransport:
        return tr("Another certificate protects mail between the servers today. It keeps doing so.");
    case plan::RecommendationReason::TakeOverChosen:
        return tr("You chose to let the new certificate protect mail between the servers.");
    case plan::RecommendationReason::CurrentNotKnown:
        return tr("Which certificate protects mail between the servers today could not be read. The question names it: "
                  "answer Yes if it is the old one, No if it is another.");
    case plan::RecommendationReason::AuthStaysOutOfTransport:
        return tr("The Auth certificate has a purpose of its own. With Yes it would also protect mail between the "
                  "servers, and could not be removed later.");
    case plan::RecommendationReason::GiveTransportBack:
        return tr("The Auth certificate took internal transport over. Yes gives it back to the certificate that had it "
                  "before.");
    case plan::RecommendationReason::PublishedRightAway:
        return tr("The date does not matter here: the certificate is published in the next step.");
    case plan::RecommendationReason::StagedSoon:
        return tr("You chose an effective date that is hardly 48 hours away.");
    case plan::RecommendationReason::ReplacedBeforeRemoval:
        return tr(
            "The certificate that you remove protects mail between the servers today. Another one has to take over "
            "first.");
    case plan::RecommendationReason::OnlyServices:
        return tr("You chose the services only, and to leave internal transport as it is.");
    case plan::RecommendationReason::RemovalReviewed:
        return tr("You looked through what depends on the certificate before.");
    }
    return {};
}

QString PlanText::caution(plan::Caution caution)
{
    switch (caution) {
    case plan::Caution::OldCertificateStays:
        return tr("The old certificate stays until you remove it. To go back, assign its services to it again.");
    case plan::Caution::BackEndBindingStays:
        return tr("Port 444 (Exchange Back End) keeps the old certificate. Bind the new one in IIS Manager before you "
                  "remove the old one: without it Outlook on the web and the Exchange Management Shell stop.");
    case plan::Caution::FrontEndBindingMoves:
        return tr("Port 443 moves to the new certificate, because IIS is among the services. Clients that do not trust "
                  "it will warn.");
    case plan::Caution::WmSvcBindingStays:
        return tr("The Web Management Service keeps the old certificate. Select the new one in IIS Manager before you "
                  "remove the old one.");
    case plan::Caution::ConnectorNamesStay:
        return tr("Connectors name the certificate by issuer and subject. Both certificates have the same names, so "
                  "they use the newer one by themselves.");
    case plan::Caution::NotTrustedRoot:
        return tr(
            "The old certificate is in the Trusted Root store of the server; the new one is not. Copy it there if "
            "it is to be bound to port 444.");
    case plan::Caution::TransportPublished:
        return tr("If you answer Yes, the other servers meet the new certificate as soon as the directory has "
                  "replicated.");
    case plan::Caution::EdgeResubscription:
        return tr("Edge subscriptions trust the old certificate. Subscribe the Edge servers again afterwards, or mail "
                  "through them stops.");
    case plan::Caution::ServersMayLackAuth:
        return tr("The certificate takes effect at once, also on servers that do not have it yet. They refuse sign-ins "
                  "to Outlook on the web until it arrives, which can take hours.");
    case plan::Caution::RestartAfterAuth:
        return tr("Afterwards restart the Microsoft Exchange Service Host on every server, and recycle the application "
                  "pools MSExchangeOWAAppPool and MSExchangeECPAppPool.");
    case plan::Caution::HybridAfterAuth:
        return tr(
            "In a hybrid organisation run the Hybrid Configuration Wizard again, or upload the new certificate to "
            "Entra. Until then free/busy and other features across the two sides do not work.");
    case plan::Caution::ServersLeftOut:
        return tr("Servers that did not answer were left out of the decision. Refresh when they answer, and check that "
                  "they have the certificate.");
    case plan::Caution::StagedReplaced:
        return tr("Another certificate is staged already. The new one takes its place.");
    case plan::Caution::ServicesAreTakenOver:
        return tr("Services move here from other certificates. To go back, assign them there again.");
    case plan::Caution::RemovalIsFinal:
        return tr("A removed certificate cannot be had back, unless its key was saved in a PFX file before.");
    case plan::Caution::NoBackupPossible:
        return tr("The private key cannot be exported, so there is no way back after the removal.");
    case plan::Caution::PfxHoldsKey:
        return tr("The PFX file holds the private key. Whoever has the file and its password can pass for the server: "
                  "keep both apart.");
    case plan::Caution::AuthExportMayBeRefused:
        return tr("Servers with the October 2025 security update or a later one refuse to export the Auth certificate. "
                  "Whether this server has it cannot be seen from its version. If it refuses, nothing has been "
                  "changed, and the result names the ways that work.");
    }
    return {};
}

QString PlanText::state(plan::StepState state)
{
    switch (state) {
    case plan::StepState::Waiting:
        return tr("waiting", "state of a step");
    case plan::StepState::Running:
        return tr("running", "state of a step");
    case plan::StepState::Succeeded:
        return tr("done", "state of a step");
    case plan::StepState::NotNeeded:
        return tr("not needed", "state of a step");
    case plan::StepState::Declined:
        return tr("declined", "state of a step");
    case plan::StepState::Stopped:
        return tr("stopped", "state of a step");
    case plan::StepState::Failed:
        return tr("failed", "state of a step");
    case plan::StepState::Skipped:
        return tr("not run", "state of a step");
    case plan::StepState::OutcomeUnknown:
        return tr("outcome not known", "state of a step");
    }
    return {};
}

QString PlanText::state(plan::OperationState state)
{
    switch (state) {
    case plan::OperationState::Running:
        return tr("running", "state of an operation");
    case plan::OperationState::Succeeded:
        return tr("done", "state of an operation");
    case plan::OperationState::Declined:
        return tr("declined", "state of an operation");
    case plan::OperationState::Failed:
        return tr("failed", "state of an operation");
    case plan::OperationState::Cancelled:
        return tr("stopped", "state of an operation");
    case plan::OperationState::SetAside:
        return tr("set aside", "state of an operation");
    }
    return {};
}

QString PlanText::outcome(const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    if (const QString sites = siteOutcome(plan, steps); !sites.isEmpty())
        return sites;
    return plan.kind == plan::PlanKind::RenewCertificate ? renewalOutcome(plan, state, steps)
                                                         : taskOutcome(plan, state, steps);
}

QString PlanText::siteName(int siteId)
{
    switch (siteId) {
    case domain::IisBinding::frontEndSite:
        //: a web site of IIS and its port; the name stays as it is
        return tr("Default Web Site (port 443)");
    case domain::IisBinding::backEndSite:
        //: a web site of IIS and its port; the name stays as it is
        return tr("Exchange Back End (port 444)");
    default:
        //: %1: the number of a web site in IIS
        return tr("IIS site %1").arg(siteId);
    }
}

// Comes before everything else that is to be said of a plan; empty where no web site is concerned
QString PlanText::siteOutcome(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    const auto hurt = std::find_if(steps.begin(), steps.end(), [](const plan::StepRecord &record) {
        return record.error
            && (plan::isSiteChange(record.error->code) || record.error->code == ErrorCode::SitesNotChecked);
    });
    if (hurt == steps.end())
        return {};
    const QString server = serverOfStep(plan, hurt->number);
    if (hurt->error->code == ErrorCode::SitesNotChecked)
        //: %1: number of a step, %2: a server
        return tr("Step %1 ran, but it could not be checked whether the web sites of %2 still have their certificates. "
                  "Nothing more was sent.")
            .arg(QString::number(hurt->number), server);
    const bool isLost = hurt->error->code == ErrorCode::SiteWithoutCertificate;
    QStringList names;
    for (const domain::SiteChange &change : plan::sitesOf(*hurt->error)) {
        if ((change.kind == domain::SiteChange::Kind::Lost) == isLost)
            names.append(siteName(change.siteId));
    }
    return isLost
        //: %1: number of a step, %2: one or more web sites, %3: a server
        ? tr("After step %1, no certificate is bound to %2 on %3 any more. Nothing more was sent: bind one first.")
              .arg(QString::number(hurt->number), RoleText::list(names), server)
        //: %1: number of a step, %2: one or more web sites, %3: a server
        : tr("After step %1, another certificate is bound to %2 on %3, which was not intended. Nothing more was sent.")
              .arg(QString::number(hurt->number), RoleText::list(names), server);
}

QString PlanText::changedSite(const plan::ChangedSite &site)
{
    const QString server = planServerName(site.server);
    const QString name = siteName(site.change.siteId);
    const QString former = site.former.thumbprint.toShortString();
    const bool isKnown = !site.former.thumbprint.isNull();
    if (site.change.kind != domain::SiteChange::Kind::Lost) {
        const QString present
            = site.change.after.isEmpty() ? QString() : site.change.after.constFirst().toShortString();
        //: %1: a server, %2: a web site, %3 and %4: the beginnings of thumbprints
        return tr(
            "On %1, %2 now has the certificate %3 instead of %4. If that is not right, bind the former one in IIS "
            "Manager.")
            .arg(server, name, present, site.change.before.constFirst().toShortString());
    }
    if (!site.change.after.isEmpty())
        //: %1: a server, %2: a web site, %3 and %4: the beginnings of thumbprints
        return tr(
            "On %1, %2 no longer has the certificate %3; %4 is still bound to it. Clients of the former one cannot "
            "connect until it is bound again in IIS Manager.")
            .arg(server, name, site.change.before.constFirst().toShortString(),
                site.change.after.constFirst().toShortString());
    if (site.change.siteId == domain::IisBinding::frontEndSite)
        return isKnown
            //: %1: a server, %2: a web site, %3: the beginning of a thumbprint
            ? tr("On %1, %2 has no certificate, so clients cannot connect. Assign IIS to the certificate %3, which it "
                 "had before.")
                  .arg(server, name, former)
            //: %1: a server, %2: a web site
            : tr("On %1, %2 has no certificate, so clients cannot connect. Assign IIS to a valid certificate.")
                  .arg(server, name);
    const QString why = site.change.siteId == domain::IisBinding::backEndSite
        //: %1: a server, %2: a web site
        ? tr("On %1, %2 has no certificate, so Outlook on the web and the Exchange Management Shell cannot connect.")
        //: %1: a server, %2: a web site
        : tr("On %1, %2 has no certificate.");
    const QString how = isKnown
        //: %1: the beginning of a thumbprint
        ? tr("No cmdlet binds it: in IIS Manager there, open Bindings of the site and choose the certificate %1, which "
             "it "
             "had before.")
              .arg(former)
        : tr(
            "No cmdlet binds it: in IIS Manager there, open Bindings of the site and choose a valid certificate of the "
            "server.");
    return why.arg(server, name) + u' ' + how;
}

QString PlanText::unexpectedCertificate(const QString &server)
{
    return tr(
        "%1 returned another certificate than the one that it had named, or one that was there before. What it did "
        "is not known: refresh, and look at its certificates before you go on.")
        .arg(server);
}

QString PlanText::renewalOutcome(
    const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    const int servers = static_cast<int>(plan.servers().size());
    switch (state) {
    case plan::OperationState::Running:
        return tr("The renewal is running.");
    case plan::OperationState::Succeeded:
        return servers == 1
            ? tr("%1 has its new certificate, and every check agrees.")
                  .arg(serverOfStep(plan, plan.steps.first().number))
            : tr("All %n servers have their new certificates, and every check agrees.", nullptr, servers);
    case plan::OperationState::Declined:
        return hasProduced(steps) || hasChanged(plan, steps)
            ? tr("You answered No, and the rest was not carried out. What was done before stays done.")
            : tr("You answered No. Nothing was changed.");
    case plan::OperationState::Failed: {
        if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown)) {
            return unknown->error && unknown->error->code == ErrorCode::UnexpectedOutput
                ? unexpectedCertificate(serverOfStep(plan, unknown->number))
                : tr("The connection ended while step %1 was running on %2. Whether it took effect is not known: "
                     "refresh before you try again.")
                      .arg(unknown->number)
                      .arg(serverOfStep(plan, unknown->number));
        }
        const plan::StepRecord *failed = plan::firstIn(steps, plan::StepState::Failed);
        if (failed == nullptr)
            return tr("The renewal could not be carried out. Nothing was changed.");
        if (plan.errorPolicy == plan::ErrorPolicy::ContinueWithNextServer && servers > 1)
            //: %1 and %n are numbers of servers
            return tr("%1 of %n servers have their new certificates. For the others, see below what happened.", nullptr,
                servers)
                .arg(serversDone(plan, steps));
        const QString server = serverOfStep(plan, failed->number);
        return hasProduced(steps)
            ? tr("The renewal stopped at step %1, on %2. The certificate that was created stays.")
                  .arg(failed->number)
                  .arg(server)
            : tr("The renewal stopped at step %1, on %2. No certificate was created.").arg(failed->number).arg(server);
    }
    case plan::OperationState::Cancelled: {
        if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown)) {
            return tr("You stopped step %1 while it was running on %2. Whether it took effect is not known: refresh "
                      "before you try again.")
                .arg(unknown->number)
                .arg(serverOfStep(plan, unknown->number));
        }
        if (const QString stopped = stoppedAtQuestion(plan, steps); !stopped.isEmpty())
            return stopped;
        const int done = stepsInState(steps, plan::StepState::Succeeded);
        return done == 0 && !hasProduced(steps)
            ? tr("You stopped the renewal before anything was changed.")
            : tr("You stopped the renewal after step %1 of %2. What was done stays done.").arg(done).arg(steps.size());
    }
    case plan::OperationState::SetAside:
        return tr("The renewal was set aside where it was interrupted. What was done stays done.");
    }
    return {};
}

QString PlanText::keptTransport(const plan::KeptTransport &kept)
{
    const QString server = planServerName(kept.certificate.server);
    const QString certificate = kept.certificate.thumbprint.toString().left(8) + QStringLiteral("…");
    if (kept.isExpired)
        //: %1 is a server, %2 the beginning of a thumbprint
        return tr("On %1, internal transport stays with the certificate %2, because the answer was No. That "
                  "certificate has expired: let a valid one take over now.")
            .arg(server, certificate);
    //: %1 is a server, %2 the beginning of a thumbprint
    return tr("On %1, internal transport stays with the certificate %2, because the answer was No. Let another one "
              "take over before that certificate expires or is removed.")
        .arg(server, certificate);
}

QString PlanText::problem(const plan::RenewDraft::Problem &problem)
{
    const QString certificate = problem.id.thumbprint.toString().left(8) + QStringLiteral("…");
    const QString server = planServerName(problem.id.server);
    switch (problem.code) {
    case plan::RenewDraft::ProblemCode::NoTarget:
        return tr("Choose at least one certificate to renew.");
    case plan::RenewDraft::ProblemCode::TargetNotFound:
        return tr("The certificate %1 is no longer on %2. Take it off the list, or refresh.").arg(certificate, server);
    case plan::RenewDraft::ProblemCode::TargetNotSelfSigned:
        return tr("The certificate %1 on %2 was issued by a certification authority. Request its successor there.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::TargetIsAuthCertificate:
        return tr(
            "The certificate %1 on %2 is an Auth certificate: it belongs to the whole organisation and is rotated, "
            "not renewed on one server.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::TargetIsFederationCertificate:
        return tr("The certificate %1 on %2 belongs to the federation trust. A renewed copy would not be the trust's: "
                  "create a "
                  "new one with New-ExchangeCertificate, name it with Set-FederationTrust -Thumbprint, wait until "
                  "every server "
                  "has it, and publish it with Set-FederationTrust -PublishFederationCertificate.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::ServicesUnknown:
        return tr("The services of the certificate %1 on %2 are not known. Choose the services of its successor.")
            .arg(certificate, server);
    case plan::RenewDraft::ProblemCode::FriendlyNameTooLong:
        return tr("The friendly name is too long. Exchange takes at most 63 characters.");
    case plan::RenewDraft::ProblemCode::FriendlyNameHasControlCharacters:
        return tr("The friendly name holds a line break or another control character. Type it again.");
    case plan::RenewDraft::ProblemCode::TransportNeedsSmtp:
        return tr("Internal transport needs SMTP. Add SMTP to the services, or leave internal transport as it is.");
    }
    return {};
}

QString PlanText::taskDone(const plan::Plan &plan)
{
    const bool isPublished = std::any_of(plan.steps.begin(), plan.steps.end(),
        [](const plan::Step &step) { return step.kind == plan::StepKind::PublishAuthCertificate; });
    switch (plan.kind) {
    case plan::PlanKind::RenewCertificate:
        break;
    case plan::PlanKind::RotateAuthCertificate:
        return isPublished ? tr("The organisation has a new Auth certificate, and every check agrees.")
                           : tr("The new Auth certificate is staged. It takes over on its effective date.");
    case plan::PlanKind::CompleteAuthRotation:
        return isPublished ? tr("The staged certificate is the Auth certificate now, and every check agrees.")
                           : tr("The previous Auth certificate is no longer named.");
    case plan::PlanKind::CancelAuthRotation:
        return tr("The staged certificate will not take over. The present Auth certificate stays.");
    case plan::PlanKind::SpreadAuthCertificate:
        return tr("The servers have the Auth certificate. Their neighbours get it from them within minutes.");
    case plan::PlanKind::AssignServices:
        return tr("The certificate has its services, and every check agrees.");
    case plan::PlanKind::RemoveCertificates:
        return tr("%n certificates were removed, and every check agrees.", nullptr,
            static_cast<int>(std::count_if(plan.steps.begin(), plan.steps.end(),
                [](const plan::Step &step) { return step.kind == plan::StepKind::RemoveCertificate; })));
    case plan::PlanKind::ExportCertificate:
        return tr("The file holds the certificate with its key. It was opened with the password to make sure.");
    case plan::PlanKind::ImportCertificate:
        return tr("%n servers have the certificate with its key.", nullptr, static_cast<int>(plan.servers().size()));
    }
    return {};
}

// Empty unless a certificate had been created when the server asked
QString PlanText::stoppedAtQuestion(const plan::Plan &plan, const QList<plan::StepRecord> &steps)
{
    for (const plan::StepRecord &record : steps) {
        if (const domain::Thumbprint left = plan::leftBehind(record); !left.isNull())
            //: %1 is a server, %2 the beginning of a thumbprint
            return tr("You stopped at the question of %1. The new certificate %2 had been created before it and "
                      "stays; internal transport is as it was.")
                .arg(serverOfStep(plan, record.number), left.toShortString());
    }
    return {};
}

QString PlanText::taskOutcome(const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps)
{
    if (const plan::StepRecord *unknown = plan::firstIn(steps, plan::StepState::OutcomeUnknown))
        return unknown->error && unknown->error->code == ErrorCode::UnexpectedOutput
            ? unexpectedCertificate(serverOfStep(plan, unknown->number))
            : tr("The connection ended while step %1 was running. Whether it took effect is not known: refresh before "
                 "you try again.")
                  .arg(unknown->number);
    switch (state) {
    case plan::OperationState::Running:
        return tr("This is still running.");
    case plan::OperationState::Succeeded:
        return taskDone(plan);
    case plan::OperationState::Declined:
        return hasProduced(steps) || hasChanged(plan, steps)
            ? tr("You answered No, and the rest was not carried out. What was done before stays done.")
            : tr("You answered No. Nothing was changed.");
    case plan::OperationState::Failed: {
        const plan::StepRecord *failed = plan::firstIn(steps, plan::StepState::Failed);
        if (failed == nullptr)
            return tr("This could not be carried out. Nothing was changed.");
        return hasChanged(plan, steps)
            ? tr("Step %1 failed. What the steps before it did stays done.").arg(failed->number)
            : tr("Step %1 failed. Nothing was changed.").arg(failed->number);
    }
    case plan::OperationState::Cancelled:
        if (const QString stopped = stoppedAtQuestion(plan, steps); !stopped.isEmpty())
            return stopped;
        return hasChanged(plan, steps) ? tr("You stopped. What was done before stays done.")
                                       : tr("You stopped before anything was changed.");
    case plan::OperationState::SetAside:
        return tr("This was set aside where it was interrupted. What was done stays done.");
    }
    return {};
}

} // namespace kakuin::ui
