// SPDX-License-Identifier: MIT
#include "ui/text/plantext.h"

#include "core/base/untrustedtext.h"
#include "ui/text/roletext.h"

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

QString certificateName(const plan::Step &step, const domain::Inventory *inventory)
{
    const domain::Certificate *found
        = inventory != nullptr ? inventory->find(domain::CertificateId{step.server, step.subject}) : nullptr;
    return found != nullptr ? found->displayName() : step.subject.toShortString();
}

bool checksTransport(const plan::Step &step)
{
    return std::any_of(step.checks.begin(), step.checks.end(),
        [](const plan::Check &c) { return c.kind == plan::Check::Kind::InternalTransportIs; });
}

} // namespace

QString PlanText::title(const plan::Plan &plan, const domain::Inventory *inventory)
{
    return plan.kind == plan::PlanKind::RenewCertificate ? renewalTitle(plan, inventory) : taskTitle(plan, inventory);
}

QString PlanText::renewalTitle(const plan::Plan &plan, const domain::Inventory *inventory)
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
        const domain::Certificate *certificate
            = inventory != nullptr ? inventory->find(domain::CertificateId{step.server, step.subject}) : nullptr;
        //: %1: name of a certificate, %2: a server
        return certificate != nullptr
            ? tr("Renew “%1” on %2").arg(certificate->displayName(), planServerName(step.server))
            : tr("Renew certificate %1 on %2").arg(step.subject.toShortString(), planServerName(step.server));
    }
    if (plan.servers().size() == 1)
        return tr("Renew %n certificates on %1", nullptr, static_cast<int>(creating.size()))
            .arg(planServerName(plan.servers().first()));
    return tr("Renew certificates on %n servers", nullptr, static_cast<int>(plan.servers().size()));
}

QString PlanText::taskTitle(const plan::Plan &plan, const domain::Inventory *inventory)
{
    const plan::Step *first = plan.steps.isEmpty() ? nullptr : &plan.steps.first();
    const QString server = first == nullptr ? QString() : planServerName(first->server);
    const QString certificate = first == nullptr ? QString() : certificateName(*first, inventory);
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
        return tr("Remove “%1” from %2").arg(certificateName(plan.steps.last(), inventory), server);
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
        return step.prompts.isEmpty() || step.prompts.first().reason != plan::RecommendationReason::PublishedRightAway
            ? tr("Name the certificate that becomes the Auth certificate on its effective date")
            : tr("Name the certificate that becomes the Auth certificate");
    case plan::StepKind::PublishAuthCertificate:
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

} // namespace kakuin::ui
