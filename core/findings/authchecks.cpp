// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include <QtCore/QMap>

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

Subject authSubject(const Thumbprint &thumbprint)
{
    return Subject::of(CertificateId{{}, thumbprint}); // of the organisation, not of one server
}

bool has(const QList<Copy> &copies, const ServerId &server)
{
    return std::any_of(copies.begin(), copies.end(), [&](const Copy &copy) { return copy.entry->server.id == server; });
}

/// Copies the current one to servers: while another is staged, only an import can.
Mend spread(const AuthConfig &auth, const QList<ServerId> &servers)
{
    return auth.next.isNull() ? Mend{Mend::Task::FollowRotation, {}, {}} : Mend{Mend::Task::Import, {}, servers};
}

/// Sites of which every server was read and none has a copy. Servers whose site is not known are not among them.
QMap<QString, QList<ServerId>> emptySites(const Picture &picture, const QList<Copy> &copies)
{
    QMap<QString, QList<ServerId>> sites;
    QStringList supplied;
    for (const ServerEntry *entry : picture.authServers()) {
        const QString site = entry->server.site;
        if (site.isEmpty())
            continue;
        sites[site].append(entry->server.id);
        if (!entry->certificates)
            supplied.append(site);
    }
    for (const Copy &copy : copies)
        supplied.append(copy.entry->server.site);
    for (const QString &site : std::as_const(supplied))
        sites.remove(site);
    return sites;
}

} // namespace

// FreeBusyChecker: on every server. MonitorExchangeAuthCertificate: lists those that lack it and imports it there.
void checkAuthPresence(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    if (auth.current.isNull()) {
        found.append(
            {Code::AuthNotSet, Severity::Critical, Subject::organisation(), {}, {Mend::Task::RotateAuth, {}, {}}, {}});
        return;
    }
    const QList<Copy> copies = picture.authCopies(auth.current);
    const bool areAllRead = std::all_of(picture.authServers().begin(), picture.authServers().end(),
        [](const ServerEntry *entry) { return entry->certificates.has_value(); });
    if (copies.isEmpty() && areAllRead && !picture.authServers().isEmpty()) {
        found.append({Code::AuthMissingEverywhere, Severity::Critical, authSubject(auth.current),
            {{Fact::Named, auth.current}}, {Mend::Task::RotateAuth, {}, {}}, {}});
        return;
    }
    const QMap<QString, QList<ServerId>> sites = emptySites(picture, copies);
    for (auto it = sites.begin(); it != sites.end(); ++it) {
        Finding finding{Code::AuthMissingOnSite, Severity::Critical, Subject::site(it.key()),
            {{Fact::Named, auth.current}}, spread(auth, {it.value().first()}), {}};
        addServers(finding.evidence, Fact::LackingServer, it.value());
        found.append(finding);
    }
    for (const ServerEntry *entry : picture.authServers()) {
        const ServerId id = entry->server.id;
        const bool isSaidOfSite = sites.contains(entry->server.site);
        if (entry->certificates && !isSaidOfSite && !has(copies, id))
            found.append({Code::AuthMissingOnServer, Severity::Critical, Subject::of(id),
                {{Fact::Named, auth.current}, {Fact::ServersHaving, static_cast<qint64>(copies.size())}},
                spread(auth, {id}), {}});
    }
    for (const Copy &copy : copies) {
        if (copy.certificate->hasPrivateKey == false)
            found.append({Code::AuthWithoutKey, Severity::Critical, Subject::of(copy.entry->server.id),
                {{Fact::Named, auth.current}}, spread(auth, {copy.entry->server.id}), {}});
    }
}

namespace {

// Whether what is staged takes over in time and then lasts
bool isSucceeded(const Picture &picture, const AuthConfig &auth, const Certificate &current)
{
    const QList<Copy> next = picture.authCopies(auth.next);
    if (auth.next == auth.current || next.isEmpty() || !auth.nextEffectiveUtc.isValid())
        return false;
    const std::optional<qint64> days = picture.daysLeft(*next.first().certificate);
    return days && *days > picture.thresholds.authNextDays && auth.nextEffectiveUtc < current.facts.notAfterUtc;
}

} // namespace

// MonitorExchangeAuthCertificate stages a successor at 60 days or fewer unless one with over 120 is staged
void checkAuthLife(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    const Thresholds &limits = picture.thresholds;
    if (const QList<Copy> copies = picture.authCopies(auth.current); !copies.isEmpty()) {
        const Certificate &current = *copies.first().certificate;
        const std::optional<qint64> days = picture.daysLeft(current);
        const QList<Evidence> dates{{Fact::ExpiresOn, current.facts.notAfterUtc}, {Fact::DaysLeft, days.value_or(0)}};
        if (days && picture.isExpired(current)) {
            found.append({Code::AuthExpired, Severity::Critical, authSubject(auth.current), dates,
                {Mend::Task::RotateAuth, {}, {}}, {}});
        } else if (days && *days <= limits.authDays) {
            const bool isSafe = isSucceeded(picture, auth, current);
            const Severity open = *days < limits.criticalDays ? Severity::Critical : Severity::Warning;
            Finding finding{Code::AuthExpiresSoon, isSafe ? Severity::Information : open, authSubject(auth.current),
                dates, {isSafe ? Mend::Task::FollowRotation : Mend::Task::RotateAuth, {}, {}}, {}};
            if (isSafe)
                finding.evidence.append({Fact::NewerGeneration, auth.next});
            else
                finding.evidence.append({Fact::LimitDays, static_cast<qint64>(limits.authDays)});
            found.append(finding);
        }
    }
    const QList<Copy> next = picture.authCopies(auth.next);
    if (next.isEmpty() || auth.next == auth.current)
        return;
    const Certificate &staged = *next.first().certificate;
    if (const std::optional<qint64> days = picture.daysLeft(staged); days && *days <= limits.authNextDays)
        found.append(
            {Code::AuthNextExpiresSoon, *days < 0 ? Severity::Critical : Severity::Warning, authSubject(auth.next),
                {{Fact::ExpiresOn, staged.facts.notAfterUtc}, {Fact::DaysLeft, *days},
                    {Fact::LimitDays, static_cast<qint64>(limits.authNextDays)}},
                {Mend::Task::RotateAuth, {}, {}}, {}});
}

// FreeBusyChecker: subject and issuer are exactly the Auth certificate's name, and the service is SMTP
void checkAuthShape(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const Thumbprint current = picture.inventory.authConfig->current;
    const QList<Copy> copies = picture.authCopies(current);
    if (copies.isEmpty())
        return;
    const Certificate &first = *copies.first().certificate;
    const bool isNamed = first.facts.subject.compare(Picture::authName, Qt::CaseInsensitive) == 0
        && first.facts.issuer.compare(Picture::authName, Qt::CaseInsensitive) == 0;
    if (!isNamed)
        found.append({Code::AuthNameUnexpected, Severity::Warning, authSubject(current),
            {{Fact::Names, first.facts.subject}, {Fact::IssuedBy, first.facts.issuer}},
            {Mend::Task::RotateAuth, {}, {}}, {}});
    QList<ServerId> withoutSmtp;
    for (const Copy &copy : copies) {
        if (copy.certificate->services && !copy.certificate->hasService(Service::Smtp))
            withoutSmtp.append(copy.entry->server.id);
    }
    if (!withoutSmtp.isEmpty()) {
        Finding finding{Code::AuthWithoutSmtp, Severity::Information, authSubject(current), {}, {}, {}};
        addServers(finding.evidence, Fact::OnServer, withoutSmtp);
        found.append(finding);
    }
    const bool isLocked = std::all_of(
        copies.begin(), copies.end(), [](const Copy &copy) { return copy.certificate->privateKeyExportable == false; });
    if (isLocked)
        found.append({Code::AuthNotExportable, Severity::Information, authSubject(current),
            {{Fact::ServersHaving, static_cast<qint64>(copies.size())}}, {}, {}});
}

} // namespace kakuin::findings
