// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr qsizetype mostNames = 20;

/// Another federation certificate that lasts longer: after a normal renewal the previous one keeps its flag
const Certificate *newerFederation(const CertificateView &view, const ServerView &server, const Picture &picture)
{
    const CertificateView *newest = server.newestFederation(picture);
    const bool isNewer
        = newest != nullptr && newest->certificate->facts.notAfterUtc > view.certificate->facts.notAfterUtc;
    return isNewer ? newest->certificate : nullptr;
}

QList<Evidence> datesOf(const Certificate &certificate, qint64 days, int limit)
{
    QList<Evidence> evidence{{Fact::ExpiresOn, certificate.facts.notAfterUtc}};
    if (days != 0 || limit > 0) // less than a day ago: the date says it
        evidence.append({Fact::DaysLeft, days});
    if (limit > 0)
        evidence.append({Fact::LimitDays, static_cast<qint64>(limit)});
    return evidence;
}

void addUse(Finding &finding, const CertificateView &view, const ServerView &server, const Use &use)
{
    finding.evidence.append(useEvidence(view.roles));
    for (const LiveReading &reading : server.entry->liveReadings) {
        if (!provenRole(reading.port.service) && reading.shows(view.certificate->facts.thumbprint))
            finding.evidence.append({Fact::PortAnswered, reading});
    }
    if (!use.isKnown)
        finding.evidence.append({Fact::UseNotKnown, {}});
    if (view.certificate->services && *view.certificate->services)
        finding.evidence.append({Fact::Carries, static_cast<qint64>(view.certificate->services->toInt())});
    const Certificate *newer = view.heir != nullptr ? view.heir : view.closest;
    if (newer == nullptr)
        return;
    finding.evidence.append({Fact::NewerGeneration, newer->facts.thumbprint});
    if (view.heir == nullptr)
        finding.evidence.append({Fact::Names, newer->facts.dnsNames.mid(0, mostNames).join(QLatin1String(", "))});
    if (const ServiceSet left = advice::servicesLeft(view, server))
        finding.evidence.append({Fact::ServicesLacking, static_cast<qint64>(left.toInt())});
}

void addExpired(const CertificateView &view, const ServerView &server, const Picture &picture, const Use &use,
    qint64 days, Found &found)
{
    const bool isLeftOver = use.isKnown && !use.isUsed;
    const Code code = isLeftOver ? Code::ExpiredLeftOver : use.isKnown ? Code::ExpiredInUse : Code::ExpiredUseNotKnown;
    const Certificate *federation = view.has(Role::Federation) ? newerFederation(view, server, picture) : nullptr;
    const bool isMild = isLeftOver || use.isOutside || federation != nullptr;
    Finding finding{code, isMild ? Severity::Warning : Severity::Critical, subjectOf(view),
        datesOf(*view.certificate, days, 0), advice::adviceFor(view, server, picture).task, {}};
    addUse(finding, view, server, use);
    if (federation != nullptr)
        finding.evidence.append({Fact::NewerGeneration, federation->facts.thumbprint});
    found.append(finding);
}

} // namespace

// HealthChecker: 60 days and more are green, 30 to 59 yellow, fewer red; of issued certificates that live shorter, a third
// and a sixth of their life. Auth certificates have checks of their own: one for the organisation instead of one for
// every copy; but what such a certificate does for a server besides is that server's.
void checkLife(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    if (view.isPending || view.isAuthOnly(picture))
        return;
    const Certificate &certificate = *view.certificate;
    if (certificate.facts.notBeforeUtc.isValid() && certificate.facts.notBeforeUtc > picture.nowUtc)
        found.append({Code::NotYetValid, Severity::Warning, subjectOf(view),
            {{Fact::ValidFrom, certificate.facts.notBeforeUtc}}, {}, {}});
    const std::optional<qint64> days = picture.daysLeft(certificate);
    const advice::Policy::Limits limits = picture.policy.limitsFor(certificate.facts, view.isSelfSigned());
    const bool isExpired = picture.isExpired(certificate);
    if (!days || (!isExpired && *days >= limits.warning))
        return;
    if (view.isAuthNamed && !picture.inventory.authConfig && !view.hasServerWork()) {
        found.append(
            {Code::AuthRoleNotKnown, Severity::Warning, subjectOf(view), datesOf(certificate, *days, 0), {}, {}});
        return;
    }
    const Use use = advice::useOf(view, server, picture);
    if (isExpired) {
        addExpired(view, server, picture, use, *days, found);
        return;
    }
    const bool isVerySoon = *days < limits.critical;
    const bool isSuperseded = (use.isKnown && !use.isUsed)
        || (view.has(Role::Federation) && newerFederation(view, server, picture) != nullptr);
    if (use.isOutside)
        return; // not Exchange's; once it has expired it is said
    Finding finding{isVerySoon ? Code::ExpiresVerySoon : Code::ExpiresSoon,
        isSuperseded     ? Severity::Information
            : isVerySoon ? Severity::Critical
                         : Severity::Warning,
        subjectOf(view), datesOf(certificate, *days, isVerySoon ? limits.critical : limits.warning),
        advice::adviceFor(view, server, picture).task, {}};
    addUse(finding, view, server, use);
    found.append(finding);
}

} // namespace kakuin::findings
