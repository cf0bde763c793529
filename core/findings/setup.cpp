// SPDX-License-Identifier: MIT
#include "core/findings/setup.h"

#include "core/advice/picture.h"
#include "core/domain/roles.h"

#include <QtCore/QHash>

#include <algorithm>

namespace kakuin::findings {
namespace {

enum class Concern { None, AtWork, Port, Always, Rotation };

Concern concernOf(Code code)
{
    switch (code) {
    case Code::ExpiredInUse:
    case Code::ExpiredUseNotKnown:
    case Code::NotYetValid:
    case Code::StatusRevoked:
    case Code::StatusInvalid:
    case Code::PrivateKeyMissing:
        return Concern::AtWork;
    case Code::PortServesExpired:
        return Concern::Port;
    case Code::TransportNotSet:
    case Code::TransportNotInStore:
    case Code::FrontEndUnbound:
    case Code::BackEndUnbound:
    case Code::AuthNotSet:
    case Code::AuthMissingEverywhere:
    case Code::AuthMissingOnSite:
    case Code::AuthMissingOnServer:
    case Code::AuthWithoutKey:
    case Code::AuthExpired:
    case Code::AuthRoleNotKnown:
    case Code::ServersCannotCoexist:
    case Code::CoexistenceEnds:
        return Concern::Always;
    case Code::AuthNextMissingOnServer:
    case Code::AuthNextExpiresSoon:
    case Code::AuthNextWithoutDate:
    case Code::AuthEffectiveSoon:
    case Code::AuthNotPromoted:
        return Concern::Rotation;
    default:
        return Concern::None;
    }
}

bool isWorkForSetup(domain::Role role)
{
    return role == domain::Role::InternalTransport || role == domain::Role::FrontEnd443
        || role == domain::Role::BackEnd444 || role == domain::Role::AuthCurrent || role == domain::Role::AuthNext;
}

// One that is enabled for IIS may be the one that setup takes, wherever a site is bound. Of one whose use is not known, no
// more than the name of the server's own may be known.
bool isAtWork(const Finding &finding, const advice::Copy &copy, const domain::Inventory &inventory)
{
    if (copy.certificate == nullptr)
        return true;
    domain::Inventory withoutConnectors; // which do not matter here, and may be many
    withoutConnectors.authConfig = inventory.authConfig;
    const QList<domain::RoleEvidence> roles = domain::rolesOf(*copy.certificate, copy.entry, withoutConnectors);
    const bool isOwnEnough = finding.code == Code::ExpiredUseNotKnown;
    return copy.certificate->hasService(domain::Service::Iis)
        || std::any_of(roles.begin(), roles.end(), [isOwnEnough](const domain::RoleEvidence &role) {
               return isWorkForSetup(role.role) || (isOwnEnough && role.role == domain::Role::Own);
           });
}

bool isOfWebSite(const Finding &finding)
{
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence &evidence) {
        const auto *reading = std::get_if<domain::LiveReading>(&evidence.value);
        return reading != nullptr
            && (reading->port.service == domain::LiveService::FrontEnd
                || reading->port.service == domain::LiveService::BackEnd);
    });
}

} // namespace

QList<Finding> concerningSetup(const QList<Finding> &found, const domain::Inventory &inventory)
{
    QHash<domain::CertificateId, advice::Copy> certificates;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates)
            certificates.insert(certificate.id(), {&entry, &certificate});
    }
    QList<Finding> out;
    bool isRotationTold = false;
    for (Finding finding : found) {
        const Concern concern = concernOf(finding.code);
        if ((concern == Concern::AtWork
                && !isAtWork(finding, certificates.value(finding.subject.certificate()), inventory))
            || (concern == Concern::Port && !isOfWebSite(finding)))
            continue;
        if (concern == Concern::None) {
            finding.unanswered.removeIf([](Code code) { return concernOf(code) == Concern::None; });
            if (finding.severity != Severity::NotKnown || finding.unanswered.isEmpty())
                continue;
        }
        if (concern == Concern::Rotation) {
            isRotationTold = true;
            if (finding.severity == Severity::Information)
                finding.severity = Severity::Warning;
        }
        out.append(finding);
    }
    if (!isRotationTold && inventory.authConfig && inventory.authConfig->isStaged()) {
        const domain::AuthConfig &auth = *inventory.authConfig;
        out.append({Code::AuthEffectiveSoon, Severity::Warning, Subject::of(domain::CertificateId{{}, auth.next}),
            {{Fact::EffectiveOn, auth.nextEffectiveUtc}}, {advice::Task::Kind::FollowRotation, {}, {}, {}}, {}});
    }
    std::stable_sort(out.begin(), out.end(),
        [](const Finding &a, const Finding &b) { return static_cast<int>(a.severity) < static_cast<int>(b.severity); });
    return out;
}

} // namespace kakuin::findings
