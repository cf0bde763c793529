// SPDX-License-Identifier: MIT
#include "text/tasktext.h"

#include "core/base/untrustedtext.h"
#include "text/preflighttext.h"

namespace kakuin::ui {

QString TaskText::title(advice::Task::Kind kind)
{
    using Kind = advice::Task::Kind;
    switch (kind) {
    case Kind::Renew:
        return tr("Renew certificates");
    case Kind::RotateAuth:
        return tr("Rotate the Auth certificate");
    case Kind::Assign:
    case Kind::TakeTransport:
        return tr("Assign services");
    case Kind::Remove:
        return tr("Remove certificates");
    case Kind::Export:
        return tr("Export a certificate");
    case Kind::Import:
        return tr("Import a certificate");
    case Kind::Instructions:
    case Kind::FollowRotation:
    case Kind::ReadAgain:
    case Kind::CheckPorts:
        break;
    }
    return {};
}

QString TaskText::problem(plan::AssignDraft::ProblemCode code)
{
    using Code = plan::AssignDraft::ProblemCode;
    switch (code) {
    case Code::TargetNotFound:
        return tr("The certificate is no longer there. Refresh, and choose another one.");
    case Code::NothingToDo:
        return tr("Choose a service that the certificate does not have yet.");
    case Code::NoPrivateKey:
        return tr("The server does not have the private key of this certificate, so no service can use it.");
    case Code::Expired:
        return tr("The certificate has expired. Renew it instead.");
    case Code::TransportNeedsSmtp:
        return tr("Internal transport needs SMTP. Choose SMTP, too.");
    case Code::ServiceOfFederation:
        return tr("Federation is assigned by the federation cmdlets only.");
    case Code::ServiceNotOfThisVersion:
        return tr("This version of Exchange has no Unified Messaging.");
    case Code::IsAuthCertificate:
        return tr("This is the Auth certificate. It has a purpose of its own: use another certificate for services.");
    }
    return {};
}

QString TaskText::problem(const plan::RemoveDraft::Problem &problem)
{
    using Code = plan::RemoveDraft::ProblemCode;
    const QString server = singleLine(problem.id.server.name(), 120);
    const QString certificate = problem.id.thumbprint.toString().left(8) + QStringLiteral("…");
    switch (problem.code) {
    case Code::NoTarget:
        return tr("Choose at least one certificate to remove.");
    case Code::TargetNotFound:
        return tr("The certificate %1 is no longer on %2.").arg(certificate, server);
    case Code::Blocked:
        //: %1: beginning of a thumbprint, %2: a server, %3: what was looked at ("Send connectors")
        return tr("The certificate %1 cannot be removed from %2 yet: %3.")
            .arg(certificate, server, PreflightText::check(problem.check));
    case Code::ReplacementMissing:
        return tr("Choose which certificate of %1 takes internal transport over from %2.").arg(server, certificate);
    case Code::ReplacementGoesToo:
        return tr("The certificate that takes internal transport over on %1 is among those that are removed.")
            .arg(server);
    case Code::NotAcknowledged:
        return tr("Confirm below that you have read what needs your attention.");
    case Code::BackupPasswordMissing:
        return tr("Give a password for the PFX files.");
    case Code::BackupPathTwice:
        return tr("Two certificates cannot be saved in the same file.");
    }
    return {};
}

QString TaskText::problem(plan::ExportDraft::ProblemCode code)
{
    using Code = plan::ExportDraft::ProblemCode;
    switch (code) {
    case Code::TargetNotFound:
        return tr("The certificate is no longer there. Refresh, and choose another one.");
    case Code::NotExportable:
        return tr("The private key of this certificate cannot be exported.");
    case Code::AuthExportRefused:
        return tr("This server has the October 2025 security update or a later one, with which Exchange refuses to "
                  "export the Auth certificate. Use Windows on the server: certlm.msc or Export-PfxCertificate, if its "
                  "key can be exported.");
    case Code::PathMissing:
        return tr("Choose the file in which the certificate is saved.");
    case Code::PasswordMissing:
        return tr("Give a password. Without one the key would lie open in the file.");
    case Code::PasswordsDiffer:
        return tr("The two passwords differ.");
    }
    return {};
}

QString TaskText::problem(const plan::ImportDraft::Problem &problem)
{
    using Code = plan::ImportDraft::ProblemCode;
    const QString server = singleLine(problem.server.name(), 120);
    switch (problem.code) {
    case Code::FileMissing:
        return tr("Choose a PFX file.");
    case Code::FileNotOpen:
        return tr("The file has not been opened yet.");
    case Code::NoKeyInside:
        return tr("The file holds a certificate without its private key. No service could use it.");
    case Code::NoServer:
        return tr("Choose at least one server.");
    case Code::ServerUnreachable:
        return tr("%1 did not answer when the organisation was read. Take it off, or refresh.").arg(server);
    case Code::AlreadyThere:
        return tr("%1 has this certificate already.").arg(server);
    case Code::Expired:
        return tr("The certificate in the file has expired.");
    case Code::FriendlyNameTooLong:
        return tr("The friendly name is too long. Exchange takes at most 63 characters.");
    }
    return {};
}

QString TaskText::quality(plan::PasswordQuality quality)
{
    switch (quality) {
    case plan::PasswordQuality::Empty:
        return {};
    case plan::PasswordQuality::Weak:
        return tr("weak", "quality of a password");
    case plan::PasswordQuality::Fair:
        return tr("fair", "quality of a password");
    case plan::PasswordQuality::Good:
        return tr("good", "quality of a password");
    }
    return {};
}

} // namespace kakuin::ui
