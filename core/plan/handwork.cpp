// SPDX-License-Identifier: MIT
#include "core/plan/handwork.h"

namespace kakuin::plan {

using namespace Qt::StringLiterals;

bool isOfAuth(HandWorkKind kind)
{
    switch (kind) {
    case HandWorkKind::RestartServiceHost:
    case HandWorkKind::RecycleApplicationPools:
    case HandWorkKind::RunHybridWizard:
    case HandWorkKind::UploadToEntra:
        return true;
    case HandWorkKind::BindBackEnd:
    case HandWorkKind::TrustRoot:
    case HandWorkKind::ChooseForWmSvc:
    case HandWorkKind::ResubscribeEdge:
        break;
    }
    return false;
}

QStringList commandsFor(const HandWork &work)
{
    const QString thumbprint = work.certificate.toString();
    switch (work.kind) {
    case HandWorkKind::RestartServiceHost:
        return {u"Restart-Service -Name MSExchangeServiceHost"_s};
    case HandWorkKind::RecycleApplicationPools:
        return {u"Import-Module WebAdministration"_s, u"Restart-WebAppPool -Name MSExchangeOWAAppPool"_s,
            u"Restart-WebAppPool -Name MSExchangeECPAppPool"_s};
    case HandWorkKind::BindBackEnd:
        return {u"Import-Module WebAdministration"_s,
            u"(Get-WebBinding -Name 'Exchange Back End' -Protocol https -Port 444).AddSslCertificate('%1', 'My')"_s.arg(
                thumbprint)};
    case HandWorkKind::TrustRoot: // by way of a file: a copy in that store must not have the private key
        return {
            u"Export-Certificate -Cert Cert:\\LocalMachine\\My\\%1 -FilePath \"$env:TEMP\\%1.cer\""_s.arg(thumbprint),
            u"Import-Certificate -FilePath \"$env:TEMP\\%1.cer\" -CertStoreLocation Cert:\\LocalMachine\\Root"_s.arg(
                thumbprint),
            u"Remove-Item -Path \"$env:TEMP\\%1.cer\""_s.arg(thumbprint)};
    case HandWorkKind::UploadToEntra:
        return {u"Export-Certificate -Cert Cert:\\LocalMachine\\My\\%1 -FilePath \"$HOME\\%1.cer\""_s.arg(thumbprint)};
    case HandWorkKind::RunHybridWizard:
    case HandWorkKind::ChooseForWmSvc:
    case HandWorkKind::ResubscribeEdge:
        break;
    }
    return {};
}

} // namespace kakuin::plan
