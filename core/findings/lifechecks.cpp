// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

namespace kakuin::findings {

using namespace domain;

namespace {

QList<Evidence> datesOf(const Certificate &certificate, qint64 days, int limit)
{
    QList<Evidence> evidence{{Fact::ExpiresOn, certificate.facts.notAfterUtc}, {Fact::DaysLeft, days}};
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
    if (view.newer != nullptr)
        finding.evidence.append({Fact::NewerGeneration, view.newer->facts.thumbprint});
}

void addExpired(const CertificateView &view, const ServerView &server, const Use &use, qint64 days, Found &found)
{
    const bool isLeftOver = use.isKnown && !use.isUsed;
    Finding finding{isLeftOver ? Code::ExpiredLeftOver : Code::ExpiredInUse,
        isLeftOver ? Severity::Warning : Severity::Critical, view.subject(), datesOf(*view.certificate, days, 0),
        isLeftOver ? Mend{Mend::Task::Remove, {view.certificate->id()}, {}} : successorMend(view), {}};
    addUse(finding, view, server, use);
    found.append(finding);
}

} // namespace

// HealthChecker: 60 days and more are green, 30 to 59 yellow, fewer red. Auth certificates have checks of their own:
// one for the organisation instead of one for every copy.
void checkLife(const CertificateView &view, const ServerView &server, const Picture &picture, Found &found)
{
    if (view.isPending || view.isAuth || (view.isAuthNamed && picture.inventory.authConfig))
        return;
    const Certificate &certificate = *view.certificate;
    if (certificate.facts.notBeforeUtc.isValid() && certificate.facts.notBeforeUtc > picture.nowUtc)
        found.append({Code::NotYetValid, Severity::Warning, view.subject(),
            {{Fact::ValidFrom, certificate.facts.notBeforeUtc}}, {}, {}});
    const std::optional<qint64> days = picture.daysLeft(certificate);
    if (!days || *days >= picture.thresholds.warningDays)
        return;
    const Use use = useOf(view, server, picture);
    if (picture.isExpired(certificate)) {
        addExpired(view, server, use, *days, found);
        return;
    }
    const bool isVerySoon = *days < picture.thresholds.criticalDays;
    const bool isSuperseded = use.isKnown && !use.isUsed;
    const int limit = isVerySoon ? picture.thresholds.criticalDays : picture.thresholds.warningDays;
    Finding finding{isVerySoon ? Code::ExpiresVerySoon : Code::ExpiresSoon,
        isSuperseded     ? Severity::Information
            : isVerySoon ? Severity::Critical
                         : Severity::Warning,
        view.subject(), datesOf(certificate, *days, limit),
        isSuperseded ? Mend{Mend::Task::Remove, {certificate.id()}, {}} : successorMend(view), {}};
    addUse(finding, view, server, use);
    found.append(finding);
}

} // namespace kakuin::findings
