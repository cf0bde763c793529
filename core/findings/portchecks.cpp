// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <QtCore/QMap>

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

using Served = QMap<Thumbprint, QList<LiveReading>>; ///< one finding for a certificate, on however many ports it is

Served servedBy(const ServerEntry &entry)
{
    Served served;
    for (const LiveReading &reading : entry.liveReadings) {
        if (reading.served)
            served[reading.served->facts.thumbprint].append(reading);
    }
    return served;
}

void addPorts(QList<Evidence> &evidence, const QList<LiveReading> &readings)
{
    for (const LiveReading &reading : readings)
        evidence.append({Fact::PortAnswered, reading});
}

bool isBoundTo(const Certificate &certificate, LiveService service)
{
    const int site = service == LiveService::FrontEnd ? IisBinding::frontEndSite : IisBinding::backEndSite;
    const QList<IisBinding> bindings = certificate.iisBindings.value_or(QList<IisBinding>());
    return std::any_of(
        bindings.begin(), bindings.end(), [site](const IisBinding &binding) { return binding.siteId == site; });
}

// http.sys may hold bindings that IIS does not report: by address, by host name, or changed since it was read
void checkBindings(
    const CertificateView &view, const QList<LiveReading> &readings, const ServerView &server, Found &found)
{
    Finding finding{Code::PortDiffersFromBinding, Severity::Warning, subjectOf(view), {},
        {Task::Kind::ReadAgain, {}, {view.certificate->server}}, {}};
    for (const LiveReading &reading : readings) {
        const LiveService service = reading.port.service;
        const bool isSite = service == LiveService::FrontEnd || service == LiveService::BackEnd;
        if (!isSite || isBoundTo(*view.certificate, service))
            continue;
        finding.evidence.append({Fact::PortAnswered, reading});
        for (const CertificateView &other : server.certificates) {
            if (isBoundTo(*other.certificate, service))
                finding.evidence.append({Fact::Named, other.certificate->facts.thumbprint});
        }
    }
    if (server.areBindingsKnown && !finding.evidence.isEmpty())
        found.append(finding);
}

// The web sites have FrontEndStale, BackEndStale and WmSvcStale; for mail no list says which generation is chosen
void checkGeneration(const CertificateView &view, QList<LiveReading> readings, Found &found)
{
    readings.removeIf([](const LiveReading &reading) { return reading.port.isWeb(); });
    if (view.heir == nullptr || readings.isEmpty())
        return;
    const CertificateId heir{view.certificate->server, view.heir->facts.thumbprint};
    Finding finding{Code::PortServesOld, Severity::Warning, subjectOf(view),
        {{Fact::NewerGeneration, heir.thumbprint}, {Fact::ExpiresOn, view.certificate->facts.notAfterUtc}},
        {Task::Kind::Assign, {heir}, {}}, {}};
    addPorts(finding.evidence, readings);
    found.append(finding);
}

void checkBackEnd(const CertificateView &view, QList<LiveReading> readings, Found &found)
{
    readings.removeIf([](const LiveReading &reading) { return reading.port.service != LiveService::BackEnd; });
    if (view.isSelfSigned() || readings.isEmpty())
        return;
    Finding finding{Code::BackEndServesIssued, Severity::Information, subjectOf(view),
        {{Fact::IssuedBy, view.certificate->facts.issuer}}, {}, {}};
    addPorts(finding.evidence, readings);
    found.append(finding);
}

} // namespace

// What holds whether or not the server's certificates could be read
void checkPorts(const ServerEntry &entry, const Picture &picture, Found &found)
{
    const Served served = servedBy(entry);
    for (auto it = served.begin(); it != served.end(); ++it) {
        if (entry.find(it.key()) != nullptr)
            continue; // then it is judged as every certificate of the store is
        const CertificateFacts &facts = it.value().constFirst().served->facts;
        const bool isExpired = facts.notAfterUtc.isValid() && facts.notAfterUtc <= picture.nowUtc;
        QList<Evidence> evidence{
            {Fact::Names, facts.subject}, {Fact::IssuedBy, facts.issuer}, {Fact::ExpiresOn, facts.notAfterUtc}};
        addPorts(evidence, it.value());
        const Subject subject = Subject::of(CertificateId{entry.server.id, it.key()});
        if (isExpired)
            found.append({Code::PortServesExpired, Severity::Critical, subject, evidence, {}, {}});
        else if (entry.certificates)
            found.append({Code::PortServesUnknown, Severity::Warning, subject, evidence,
                {Task::Kind::ReadAgain, {}, {entry.server.id}}, {}});
    }
    Finding bare{Code::PortWithoutTls, Severity::Warning, Subject::of(entry.server.id), {}, {}, {}};
    for (const LiveReading &reading : entry.liveReadings) {
        if (!reading.served && reading.served.error().code == ErrorCode::ServiceUnavailable)
            bare.evidence.append({Fact::PortAnswered, reading});
    }
    if (!bare.evidence.isEmpty())
        found.append(bare);
}

void checkServedPorts(const ServerView &server, const Picture &, Found &found)
{
    const Served served = servedBy(*server.entry);
    for (auto it = served.begin(); it != served.end(); ++it) {
        const CertificateView *view = server.find(it.key());
        if (view == nullptr)
            continue;
        checkBindings(*view, it.value(), server, found);
        checkGeneration(*view, it.value(), found);
        checkBackEnd(*view, it.value(), found);
    }
}

} // namespace kakuin::findings
