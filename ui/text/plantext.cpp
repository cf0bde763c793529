// SPDX-License-Identifier: MIT
#include "ui/text/plantext.h"

#include "core/base/untrustedtext.h"
#include "ui/text/roletext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr qsizetype maxName = 120;

QString nameOf(const domain::ServerId &server)
{
    return singleLine(server.name(), maxName);
}

QString shortThumbprint(const domain::Thumbprint &thumbprint)
{
    return thumbprint.toString().left(8) + QStringLiteral("…");
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

bool checksTransport(const plan::Step &step)
{
    return std::any_of(step.checks.begin(), step.checks.end(),
        [](const plan::Check &c) { return c.kind == plan::Check::Kind::InternalTransportIs; });
}

} // namespace

QString PlanText::title(const plan::Plan &plan, const domain::Inventory *inventory)
{
    QList<const plan::Step *> creating;
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::CreateSuccessor)
            creating.append(&step);
    }
    switch (plan.kind) {
    case plan::PlanKind::RenewCertificate:
        if (creating.size() == 1) {
            const plan::Step &step = *creating.first();
            const domain::Certificate *certificate
                = inventory != nullptr ? inventory->find(domain::CertificateId{step.server, step.subject}) : nullptr;
            //: %1: name of a certificate, %2: a server
            return certificate != nullptr
                ? tr("Renew “%1” on %2").arg(certificate->displayName(), nameOf(step.server))
                : tr("Renew certificate %1 on %2").arg(shortThumbprint(step.subject), nameOf(step.server));
        }
        if (plan.servers().size() == 1)
            return tr("Renew %n certificates on %1", nullptr, static_cast<int>(creating.size()))
                .arg(nameOf(plan.servers().first()));
        return tr("Renew certificates on %n servers", nullptr, static_cast<int>(plan.servers().size()));
    }
    return {};
}

QString PlanText::verb(plan::PlanKind kind)
{
    switch (kind) {
    case plan::PlanKind::RenewCertificate:
        return tr("Renew now", "button that starts the renewal");
    }
    return {};
}

QString PlanText::step(const plan::Step &step)
{
    const QString server = nameOf(step.server);
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
    }
    return {};
}

QString PlanText::check(const plan::Check &check)
{
    const QString server = nameOf(check.server);
    const QString known = shortThumbprint(check.certificate.thumbprint);
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
    }
    if (!check.condition)
        return text;
    //: %1: a whole sentence that is checked when the question was answered so
    return check.condition->answeredYes ? tr("After Yes: %1").arg(text) : tr("After No: %1").arg(text);
}

QString PlanText::checkFailed(const plan::Check &check)
{
    const QString server = nameOf(check.server);
    switch (check.kind) {
    case plan::Check::Kind::CertificatePresent:
        return check.certificate.isLate()
            ? tr("%1 does not have the new certificate with its private key and all its services.").arg(server)
            : tr("%1 does not have the certificate %2 with its private key and all its services.")
                  .arg(server, shortThumbprint(check.certificate.thumbprint));
    case plan::Check::Kind::InternalTransportIs:
        return check.certificate.isLate()
            ? tr("%1 does not use the new certificate for internal transport.").arg(server)
            : tr("%1 does not use the certificate %2 for internal transport.")
                  .arg(server, shortThumbprint(check.certificate.thumbprint));
    }
    return {};
}

QString PlanText::expectedPrompt(const plan::Step &step, const plan::ExpectedPrompt &prompt)
{
    const QString server = nameOf(step.server);
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
    }
    return {};
}

} // namespace kakuin::ui
