// SPDX-License-Identifier: MIT
#include "core/plan/transportquery.h"

#include "core/shell/directoryquery.h"

namespace kakuin::plan {

shell::Pipeline transportQuery(const domain::ServerEntry &entry)
{
    if (entry.server.isClientAccessOnly())
        return shell::directoryQuery(entry.server).value_or(shell::Pipeline());
    return shell::Cmdlet(QStringLiteral("Get-TransportService"))
        .with(QStringLiteral("Identity"), entry.server.id.name());
}

Check transportCheck(const domain::ServerEntry &entry, const CertificateReference &certificate)
{
    Check check;
    check.kind = Check::Kind::InternalTransportIs;
    check.server = entry.server.id;
    check.certificate = certificate;
    check.command = transportQuery(entry);
    return check;
}

Check presenceCheck(
    const domain::ServerId &server, const CertificateReference &certificate, domain::ServiceSet services)
{
    Check check;
    check.kind = Check::Kind::CertificatePresent;
    check.server = server;
    check.certificate = certificate;
    check.services = services;
    check.command = shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate"))
                        .onServer(server)
                        .with(QStringLiteral("Thumbprint"), certificate.value());
    return check;
}

Step replaceTransportStep(int number, const domain::ServerEntry &entry, const CertificateReference &certificate,
    const domain::Thumbprint &holder, RecommendationReason reason)
{
    Step step;
    step.number = number;
    step.kind = StepKind::ReplaceInternalTransport;
    step.server = entry.server.id;
    step.subject = certificate.thumbprint;
    step.command = shell::Cmdlet(QStringLiteral("Enable-ExchangeCertificate"))
                       .onServer(step.server)
                       .with(QStringLiteral("Thumbprint"), certificate.value())
                       .withServices(domain::Service::Smtp);
    ExpectedPrompt prompt;
    prompt.kind = shell::PromptKind::OverwriteDefaultSmtp;
    prompt.recommended = shell::Confirmation::Yes;
    prompt.reason = reason;
    prompt.currentCertificate = holder;
    step.prompts.append(prompt);
    if (Check check = transportCheck(entry, certificate); !check.command.isEmpty())
        step.checks.append(std::move(check));
    return step;
}

} // namespace kakuin::plan
