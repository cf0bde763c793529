// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/advice/authadvice.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr qint64 hourSeconds = 3600;

struct Distribution final {
    QList<ServerId> lacking;
    QList<ServerId> notRead;
    qsizetype having = 0;
};

Distribution distributionOf(const Thumbprint &thumbprint, const Picture &picture)
{
    Distribution out;
    const QList<Copy> copies = picture.authCopies(thumbprint);
    QSet<ServerId> having;
    for (const Copy &copy : copies)
        having.insert(copy.entry->server.id);
    for (const ServerEntry *entry : picture.authServers()) {
        const bool isWhole = entry->isWhole() && !picture.isInputDamaged();
        if (having.contains(entry->server.id))
            ++out.having;
        else
            (isWhole ? out.lacking : out.notRead).append(entry->server.id);
    }
    return out;
}

// One that will not do is neither published nor copied: another one takes its place
Task ofStaged(const Picture &picture)
{
    const bool isOfNoUse = picture.authState().isNextOfUse == false;
    return {isOfNoUse ? Task::Kind::RotateAuth : Task::Kind::FollowRotation, {}, {}, {}};
}

void checkEffectiveDate(const AuthConfig &auth, const Distribution &distribution, const Picture &picture, Found &found)
{
    const Subject subject = Subject::of(CertificateId{{}, auth.next});
    if (!auth.nextEffectiveText.isEmpty()) {
        const Error reason{
            ErrorCode::UnexpectedOutput, QStringLiteral("NextCertificateEffectiveDate"), auth.nextEffectiveText};
        found.append({Code::DetailsNotKnown, Severity::NotKnown, subject, {{Fact::Reason, reason}}, {},
            {Code::AuthNextWithoutDate, Code::AuthEffectiveSoon, Code::AuthNotPromoted}});
        return;
    }
    if (!auth.nextEffectiveUtc.isValid()) {
        found.append({Code::AuthNextWithoutDate, Severity::Warning, subject, {{Fact::Named, auth.next}},
            advice::stageAgain(picture), {}});
        return;
    }
    const qint64 seconds = picture.nowUtc.secsTo(auth.nextEffectiveUtc);
    Finding finding{Code::AuthEffectiveSoon, Severity::Information, subject,
        {{Fact::EffectiveOn, auth.nextEffectiveUtc}, {Fact::HoursLeft, seconds / hourSeconds},
            {Fact::ServersHaving, static_cast<qint64>(distribution.having)}},
        ofStaged(picture), {}};
    addServers(finding.evidence, Fact::LackingServer, distribution.lacking);
    addServers(finding.evidence, Fact::NotReadServer, distribution.notRead);
    if (seconds <= 0) {
        const QList<Copy> current = picture.authCopies(auth.current);
        const bool isBroken = !current.isEmpty() && picture.isExpired(*current.first().certificate);
        const bool isLate = -seconds > picture.policy.promotionHours * hourSeconds;
        finding.code = Code::AuthNotPromoted;
        finding.severity = isBroken ? Severity::Critical : isLate ? Severity::Warning : Severity::Information;
    } else if (seconds < picture.policy.effectiveHours * hourSeconds) {
        const bool isEverywhere = distribution.lacking.isEmpty() && distribution.notRead.isEmpty();
        finding.severity = isEverywhere ? Severity::Information : Severity::Warning;
    } else {
        return;
    }
    found.append(finding);
}

} // namespace

void checkAuthStaging(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    if (!auth.isStaged())
        return;
    const Distribution distribution = distributionOf(auth.next, picture);
    checkEffectiveDate(auth, distribution, picture, found);

    const QList<Copy> copies = picture.authCopies(auth.next);
    const QDateTime madeUtc = copies.isEmpty() ? QDateTime() : copies.first().certificate->facts.notBeforeUtc;
    const bool isLate
        = !madeUtc.isValid() || madeUtc.secsTo(picture.nowUtc) >= picture.policy.distributionHours * hourSeconds;
    const bool isNear = auth.nextEffectiveUtc.isValid()
        && picture.nowUtc.secsTo(auth.nextEffectiveUtc) < picture.policy.effectiveHours * hourSeconds;
    // what no server has cannot be copied from anywhere
    const bool isNowhere = distribution.having == 0 && distribution.notRead.isEmpty();
    const Severity severity = isNowhere && isNear ? Severity::Critical
        : isNowhere || isLate || isNear           ? Severity::Warning
                                                  : Severity::Information;
    for (const ServerId &server : distribution.lacking)
        found.append({Code::AuthNextMissingOnServer, severity, Subject::of(server),
            {{Fact::Named, auth.next}, {Fact::EffectiveOn, auth.nextEffectiveUtc},
                {Fact::ServersHaving, static_cast<qint64>(distribution.having)}},
            isNowhere ? Task{Task::Kind::RotateAuth, {}, {}, {}} : ofStaged(picture), {}});
}

void checkAuthGenerations(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig)
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    const QList<Copy> current = picture.authCopies(auth.current);
    const QDateTime sinceUtc = current.isEmpty() ? QDateTime() : current.first().certificate->facts.notBeforeUtc;
    // beside an expired one in use that one comes first: publishing again would spread it
    const bool isHeld = auth.isPreviousHeld() && !auth.isStaged()
        && (current.isEmpty() || !picture.isExpired(*current.first().certificate));
    if (isHeld && sinceUtc.isValid() && sinceUtc.daysTo(picture.nowUtc) >= picture.policy.previousHeldDays)
        found.append({Code::AuthPreviousHeld, Severity::Information, Subject::of(CertificateId{{}, auth.previous}),
            {{Fact::Named, auth.previous}, {Fact::ValidFrom, sinceUtc}}, {Task::Kind::FollowRotation, {}, {}}, {}});

    for (const QList<Copy> &copies : picture.forgottenAuth()) {
        const CertificateFacts &facts = copies.first().certificate->facts;
        const QList<Copy> idle = picture.idleCopies(facts.thumbprint);
        if (idle.isEmpty() || !picture.isForgotten(facts.thumbprint))
            continue;
        Finding finding{Code::AuthLeftOver, Severity::Information, Subject::of(CertificateId{{}, facts.thumbprint}),
            {{Fact::ExpiresOn, facts.notAfterUtc}}, {Task::Kind::Remove, {}, {}}, {}};
        QList<ServerId> servers;
        for (const Copy &copy : idle) {
            servers.append(copy.entry->server.id);
            finding.task.certificates.append(copy.certificate->id());
        }
        addServers(finding.evidence, Fact::OnServer, servers);
        found.append(finding);
    }
}

namespace {

// What proves hybrid: its configuration, or a Send connector that carries internal mail to Exchange Online
bool isHybrid(const Inventory &inventory)
{
    if (inventory.hybrid && inventory.hybrid->has_value())
        return true;
    const QList<Connector> connectors = inventory.sendConnectors.value_or(QList<Connector>());
    return std::any_of(connectors.begin(), connectors.end(),
        [](const Connector &connector) { return connector.isCloudMailEnabled && connector.isEnabled; });
}

} // namespace

// Exchange Online checks tokens with the public part of the Auth certificate, which it gets only from an upload. What it
// holds is not read, so this is said as long as a new certificate is coming, or is new and the one before it is named.
void checkAuthHybrid(const Picture &picture, Found &found)
{
    if (!picture.inventory.authConfig || !isHybrid(picture.inventory))
        return;
    const AuthConfig &auth = *picture.inventory.authConfig;
    const advice::AuthState &state = picture.authState();
    const bool isDue = state.isNamed && state.isKnown && state.wantsSuccessor;
    const QList<Copy> copies = picture.authCopies(auth.current);
    const QDateTime sinceUtc = copies.isEmpty() ? QDateTime() : copies.first().certificate->facts.notBeforeUtc;
    const bool isNew = !sinceUtc.isValid() || sinceUtc.daysTo(picture.nowUtc) < picture.policy.authDays;
    if (auth.isStaged()) {
        found.append({Code::AuthHybridUpload, Severity::Information, Subject::of(CertificateId{{}, auth.next}),
            {{Fact::Named, auth.next}, {Fact::EffectiveOn, auth.nextEffectiveUtc}}, {}, {}});
    } else if (isDue || (auth.isPreviousHeld() && isNew)) {
        found.append({Code::AuthHybridUpload, Severity::Information, Subject::of(CertificateId{{}, auth.current}),
            {{Fact::Named, auth.current}}, {}, {}});
    }
}

} // namespace kakuin::findings
