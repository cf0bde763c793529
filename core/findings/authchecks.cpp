// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/advice/authadvice.h"
#include "core/domain/fitness.h"

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

/// Gives the organisation another one. Where one that is better is staged, it is published; a third would have to be
/// distributed first.
Task replaceCurrent(const advice::AuthState &state)
{
    const bool isAtHand = state.isNextReady && (!state.isUsable || !state.wantsSuccessor);
    return {isAtHand ? Task::Kind::FollowRotation : Task::Kind::RotateAuth, {}, {}, {}};
}

/// Copies the current one to servers. While another is staged, or where every server that could give it away refuses, only an
/// import can: the file comes from Windows. Shortly before its end, and where it can do nothing any more or is a certificate
/// of another kind, a copy is not worth while. Where no key may leave its server, only another certificate can come.
Task spread(const Picture &picture, const AuthConfig &auth, const QList<ServerId> &servers)
{
    const advice::AuthState &state = picture.authState();
    if (state.isKnown && (!state.isUsable || ((state.isNear || state.isOdd) && state.wantsSuccessor)))
        return {state.isNextReady ? Task::Kind::FollowRotation : Task::Kind::RotateAuth, {}, {}, {}};
    const QList<Copy> copies = picture.authCopies(auth.current);
    const auto mayLeave = [](const Copy &copy) {
        return copy.certificate->hasPrivateKey != false && copy.certificate->privateKeyExportable != false;
    };
    const auto isExported
        = [&](const Copy &copy) { return mayLeave(copy) && copy.entry->server.version.refusesAuthExport() != true; };
    if (picture.areAuthServersRead() && std::none_of(copies.begin(), copies.end(), mayLeave))
        return {auth.isStaged() ? Task::Kind::FollowRotation : Task::Kind::RotateAuth, {}, {}, {}};
    const bool isRefused = !copies.isEmpty() && std::none_of(copies.begin(), copies.end(), isExported);
    return auth.isStaged() || isRefused ? Task{Task::Kind::Import, {}, servers}
                                        : Task{Task::Kind::FollowRotation, {}, {}};
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
        if (!entry->isWhole() || picture.isInputDamaged())
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
            {Code::AuthNotSet, Severity::Critical, Subject::organisation(), {}, {Task::Kind::RotateAuth, {}, {}}, {}});
        return;
    }
    const QList<Copy> copies = picture.authCopies(auth.current);
    if (copies.isEmpty() && picture.areAuthServersRead() && !picture.authServers().isEmpty()) {
        found.append({Code::AuthMissingEverywhere, Severity::Critical, authSubject(auth.current),
            {{Fact::Named, auth.current}}, replaceCurrent(picture.authState()), {}});
        return;
    }
    const QMap<QString, QList<ServerId>> sites = emptySites(picture, copies);
    for (auto it = sites.begin(); it != sites.end(); ++it) {
        Finding finding{Code::AuthMissingOnSite, Severity::Critical, Subject::site(it.key()),
            {{Fact::Named, auth.current}}, spread(picture, auth, {it.value().first()}), {}};
        addServers(finding.evidence, Fact::LackingServer, it.value());
        found.append(finding);
    }
    for (const ServerEntry *entry : picture.authServers()) {
        const ServerId id = entry->server.id;
        const bool isSaidOfSite = sites.contains(entry->server.site);
        if (entry->isWhole() && !picture.isInputDamaged() && !isSaidOfSite && !has(copies, id))
            found.append({Code::AuthMissingOnServer, Severity::Critical, Subject::of(id),
                {{Fact::Named, auth.current}, {Fact::ServersHaving, static_cast<qint64>(copies.size())}},
                spread(picture, auth, {id}), {}});
    }
    if (auth.next != auth.current) {
        for (const Copy &copy : picture.authCopies(auth.next)) {
            if (copy.certificate->hasPrivateKey == false)
                found.append({Code::AuthWithoutKey, Severity::Warning, Subject::of(copy.entry->server.id),
                    {{Fact::Named, auth.next}},
                    picture.authState().isNextOfUse == false ? Task{Task::Kind::RotateAuth, {}, {}, {}} : Task{}, {}});
        }
    }
    // a rotation that is due replaces the copy; else it is mended by hand, because it blocks the import of another
    const Task task = picture.authState().needsAnother() ? advice::authAdviceFor(auth.current, picture).task : Task{};
    for (const Copy &copy : copies) {
        if (copy.certificate->hasPrivateKey == false)
            found.append({Code::AuthWithoutKey, Severity::Critical, Subject::of(copy.entry->server.id),
                {{Fact::Named, auth.current}}, task, {}});
    }
}

// MonitorExchangeAuthCertificate stages a successor at 60 days or fewer unless one with over 120 is staged
void checkAuthLife(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    const advice::Policy &limits = picture.policy;
    const advice::AuthState &state = picture.authState();
    if (const Thumbprint waiting = state.waiting; !waiting.isNull() && state.lacksSuccessor()) {
        Finding finding{Code::AuthIsWaiting, Severity::Warning, authSubject(waiting), {},
            {Task::Kind::RotateAuth, {{state.waitingOn, waiting}}, {}, {}}, {}};
        const QList<Copy> copies = picture.forgottenCopies(waiting);
        finding.evidence.append({Fact::ExpiresOn, copies.first().certificate->facts.notAfterUtc});
        QList<ServerId> servers;
        for (const Copy &copy : copies)
            servers.append(copy.entry->server.id);
        addServers(finding.evidence, Fact::OnServer, servers);
        found.append(finding);
    }
    if (const QList<Copy> copies = picture.authCopies(auth.current); !copies.isEmpty()) {
        const Certificate &current = *copies.first().certificate;
        const std::optional<qint64> days = picture.daysLeft(current);
        QList<Evidence> dates{{Fact::ExpiresOn, current.facts.notAfterUtc}};
        if (!picture.isExpired(current) || days.value_or(0) != 0) // less than a day ago: the date says it
            dates.append({Fact::DaysLeft, days.value_or(0)});
        if (days && picture.isExpired(current)) {
            found.append(
                {Code::AuthExpired, Severity::Critical, authSubject(auth.current), dates, replaceCurrent(state), {}});
        } else if (days && *days <= limits.authDays) {
            const bool isSafe = !state.wantsSuccessor;
            const Severity open = *days < limits.criticalDays ? Severity::Critical : Severity::Warning;
            Finding finding{Code::AuthExpiresSoon, isSafe ? Severity::Information : open, authSubject(auth.current),
                dates,
                isSafe              ? Task{Task::Kind::FollowRotation, {}, {}}
                    : state.isKnown ? replaceCurrent(state)
                                    : Task{},
                {}};
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
                {Task::Kind::RotateAuth, {}, {}}, {}});
}

namespace {

// Tokens are signed with RSA by a CSP: no curve and no CNG provider, whatever is switched on for other services. Where
// another server can sign, only the copies in CNG have to be imported again.
void checkSigningKey(
    const Thumbprint &thumbprint, bool isUsable, const Task &task, const Picture &picture, Found &found)
{
    const QList<Copy> copies = picture.authCopies(thumbprint);
    if (copies.isEmpty())
        return;
    const KeyFacts &key = copies.first().certificate->facts.key;
    if (key.algorithm != KeyFacts::Algorithm::Rsa && key.algorithm != KeyFacts::Algorithm::Unknown) {
        found.append({Code::AuthKeyUnsupported, Severity::Critical, authSubject(thumbprint),
            {{Fact::SignedWith, key.algorithmName}}, task, {}});
        return;
    }
    QString provider;
    QList<ServerId> servers;
    for (const Copy &copy : copies) {
        if (!isKeptByCng(*copy.certificate))
            continue;
        provider = copy.certificate->keyProvider;
        servers.append(copy.entry->server.id);
    }
    if (servers.isEmpty())
        return;
    Finding finding{Code::AuthKeyUnsupported, Severity::Critical, authSubject(thumbprint),
        {{Fact::KeyProvider, provider}}, isUsable ? Task{} : task, {}};
    addServers(finding.evidence, Fact::OnServer, servers);
    found.append(finding);
}

} // namespace

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
    const bool isNamed
        = bearsAuthName(first.facts) && first.facts.issuer.compare(authCertificateName, Qt::CaseInsensitive) == 0;
    if (!isNamed && bearsOldAuthName(first.facts))
        found.append({Code::AuthNameOld, Severity::Information, authSubject(current),
            {{Fact::Names, first.facts.subject}}, {}, {}});
    else if (!isNamed)
        found.append({Code::AuthNameUnexpected, Severity::Warning, authSubject(current),
            {{Fact::Names, first.facts.subject}, {Fact::IssuedBy, first.facts.issuer}},
            replaceCurrent(picture.authState()), {}});
    const advice::AuthState &state = picture.authState();
    checkSigningKey(current, state.isUsable, replaceCurrent(state), picture, found);
    if (const Thumbprint next = picture.inventory.authConfig->next; next != current)
        checkSigningKey(next, state.isNextReady, {Task::Kind::RotateAuth, {}, {}, {}}, picture, found);
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
