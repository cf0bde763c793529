// SPDX-License-Identifier: MIT
#include "core/plan/rotatedraft.h"

#include "core/plan/authrotation.h"
#include "core/plan/transportquery.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;
using RotateProblem = RotateDraft::Problem;
using RotateCode = RotateDraft::ProblemCode;

constexpr QLatin1String authSubject("cn=Microsoft Exchange Server Auth Certificate");
constexpr QLatin1String authFriendlyName("Microsoft Exchange Server Auth Certificate");

// Host names as they go into a certificate: letters, digits, hyphens, dots; one asterisk in front is a wildcard
bool isHostName(const QString &name)
{
    static const QRegularExpression pattern(
        u"^(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*$"_s);
    return name.size() <= 255 && pattern.match(name).hasMatch();
}

} // namespace

RotateDraft::RotateDraft(
    domain::InventoryPtr picture, const QDateTime &nowUtc, const advice::Policy &policy, QObject *parent)
    : Draft(std::move(picture), nowUtc, parent)
    , m_policy(policy)
{
    read();
    m_lead = proposedLead();
    m_mode = recommendedMode();
    if (hasFitExisting()) {
        const advice::AuthCandidate &first = m_existingCandidates.first();
        m_existing = first.thumbprint();
        const bool isDateMissing = first.isStaged && !inventory()->authConfig->nextEffectiveUtc.isValid();
        m_source = first.isWaiting() || isDateMissing ? Source::Existing : Source::New;
    }
    if (const QList<Candidate> all = candidates(); !all.isEmpty() && all.first().isUsable())
        m_server = all.first().server;
    m_nameList = namesOfAllServers();
}

RotateDraft::~RotateDraft() = default;

void RotateDraft::lookAgain()
{
    read();
    if (m_hasAllNames) // the person has not touched them
        m_nameList = namesOfAllServers();
}

void RotateDraft::read()
{
    const advice::Picture picture(*inventory(), m_policy, nowUtc());
    m_existingCandidates = advice::authCandidates(picture);
    m_authServers.clear();
    for (const domain::ServerEntry *entry : picture.authServers()) {
        if (entry->certificates)
            m_authServers.append(entry->server.id);
    }
    m_current.reset();
    const advice::AuthState &state = picture.authState();
    const bool isFound = inventory()->authConfig && !picture.authCopies(inventory()->authConfig->current).isEmpty();
    if (state.isExpired || (inventory()->authConfig && (!state.isNamed || (state.isKnown && !isFound))))
        m_current = ClearingReason::CurrentGone;
    else if (!isFound)
        m_current = ClearingReason::NotKnown;
    else if (state.isKnown && !state.isUsable)
        m_current = ClearingReason::CurrentCannotSign;
}

void RotateDraft::setSource(Source source)
{
    if (m_source == source)
        return;
    m_source = source;
    Q_EMIT changed();
}

bool RotateDraft::hasFitExisting() const
{
    return !m_existingCandidates.isEmpty() && m_existingCandidates.first().isFit();
}

void RotateDraft::setExisting(const domain::Thumbprint &thumbprint)
{
    if (m_existing == thumbprint)
        return;
    m_existing = thumbprint;
    Q_EMIT changed();
}

const advice::AuthCandidate *RotateDraft::existingCandidate() const
{
    const auto it = std::find_if(m_existingCandidates.begin(), m_existingCandidates.end(),
        [this](const advice::AuthCandidate &each) { return each.thumbprint() == m_existing; });
    return it == m_existingCandidates.end() ? nullptr : &*it;
}

QList<domain::ServerId> RotateDraft::lackingExisting() const
{
    QList<domain::ServerId> out = m_authServers;
    if (const advice::AuthCandidate *chosen = existingCandidate(); usesExisting() && chosen != nullptr)
        out.removeIf([chosen](const domain::ServerId &server) { return chosen->holders.contains(server); });
    return out;
}

void RotateDraft::setMode(Mode mode)
{
    m_isModeChosen = true;
    if (m_mode == mode)
        return;
    m_mode = mode;
    Q_EMIT changed();
}

const domain::Certificate *RotateDraft::current() const
{
    if (!inventory()->authConfig)
        return nullptr;
    for (const domain::ServerEntry &entry : inventory()->servers) {
        if (const domain::Certificate *found = entry.find(inventory()->authConfig->current))
            return found;
    }
    return nullptr;
}

RotateDraft::ModeReason RotateDraft::modeReason() const
{
    if (!inventory()->authConfig)
        return ModeReason::CurrentNotKnown;
    const domain::Certificate *found = current();
    if (found == nullptr)
        return ModeReason::CurrentMissing;
    if (found->facts.notAfterUtc <= nowUtc())
        return ModeReason::Expired;
    // a staged one takes over up to twelve hours after its date, when the servicelet comes round
    const qint64 needed = std::chrono::seconds(proposedLead() + std::chrono::hours(m_policy.promotionHours)).count();
    return found->facts.notAfterUtc <= nowUtc().addSecs(needed) ? ModeReason::ExpiresTooSoon : ModeReason::StillValid;
}

AuthRecommendation RotateDraft::recommendation() const
{
    return authRecommendation(*inventory(), nowUtc(), m_policy, m_leavesOutUnreachable);
}

std::chrono::hours RotateDraft::proposedLead() const
{
    return std::max(shortestLead, std::chrono::hours(m_policy.effectiveHours)) + std::chrono::hours(1);
}

RotateDraft::Mode RotateDraft::recommendedMode() const
{
    const AuthRecommendation recommended = recommendation();
    switch (recommended.row) {
    case AuthRow::BothGone:
    case AuthRow::CurrentGone:
        return Mode::Immediate;
    case AuthRow::CurrentEnds: // "stage it now" is what the immediate way does
        return recommended.lead.count() == 0 ? Mode::Immediate : Mode::Planned;
    case AuthRow::NotKnown:
    case AuthRow::Unreachable:
    case AuthRow::CurrentLacking:
    case AuthRow::NextLacking:
    case AuthRow::Nothing:
        break; // the table does not decide between the two: the present one's life does
    }
    switch (modeReason()) {
    case ModeReason::StillValid:
    case ModeReason::CurrentNotKnown:
        return Mode::Planned;
    case ModeReason::ExpiresTooSoon:
    case ModeReason::Expired:
    case ModeReason::CurrentMissing:
        break;
    }
    return Mode::Immediate;
}

bool RotateDraft::replacesStaged() const
{
    if (!inventory()->authConfig)
        return false;
    const domain::AuthConfig &auth = *inventory()->authConfig;
    return auth.isStaged() && !(usesExisting() && auth.next == m_existing);
}

RotateDraft::ServerReason RotateDraft::reasonFor(const domain::ServerEntry &entry) const
{
    if (entry.server.isEdge())
        return ServerReason::Edge;
    if (!entry.certificates)
        return ServerReason::Unreachable;
    if (!entry.server.roles.testFlag(domain::ServerRole::Mailbox))
        return ServerReason::NotMailbox;
    const bool holds = inventory()->authConfig && entry.find(inventory()->authConfig->current) != nullptr;
    return holds ? ServerReason::HoldsCurrent : ServerReason::Mailbox;
}

QList<RotateDraft::Candidate> RotateDraft::candidates() const
{
    QList<const domain::ServerEntry *> entries;
    for (const domain::ServerEntry &entry : inventory()->servers)
        entries.append(&entry);
    // the newest version first: it is the one that stays when older servers go
    std::stable_sort(
        entries.begin(), entries.end(), [this](const domain::ServerEntry *a, const domain::ServerEntry *b) {
            const ServerReason ra = reasonFor(*a);
            const ServerReason rb = reasonFor(*b);
            return ra != rb ? ra < rb : b->server.version.number < a->server.version.number;
        });
    QList<Candidate> out;
    for (const domain::ServerEntry *entry : std::as_const(entries))
        out.append({entry->server.id, reasonFor(*entry)});
    return out;
}

void RotateDraft::setServer(const domain::ServerId &server)
{
    if (m_server == server)
        return;
    m_server = server;
    Q_EMIT changed();
}

void RotateDraft::setNames(Names names)
{
    if (m_names == names)
        return;
    m_names = names;
    Q_EMIT changed();
}

QStringList RotateDraft::namesOfAllServers() const
{
    QStringList out;
    for (const domain::ServerEntry &entry : inventory()->servers) {
        if (entry.server.isEdge())
            continue;
        out.append(entry.server.id.name());
        if (!entry.server.fqdn.isEmpty())
            out.append(entry.server.fqdn);
    }
    return out;
}

void RotateDraft::setNameList(const QStringList &names)
{
    if (m_nameList == names)
        return;
    m_nameList = names;
    m_hasAllNames = names == namesOfAllServers();
    Q_EMIT changed();
}

void RotateDraft::setLead(std::chrono::hours lead)
{
    if (m_lead == lead)
        return;
    m_lead = lead;
    Q_EMIT changed();
}

void RotateDraft::setLeavesOutUnreachable(bool leavesOut)
{
    if (m_leavesOutUnreachable == leavesOut)
        return;
    m_leavesOutUnreachable = leavesOut;
    if (!m_isModeChosen)
        m_mode = recommendedMode();
    Q_EMIT changed();
}

RotateDraft::ClearingReason RotateDraft::clearingReason() const
{
    if (m_current)
        return *m_current;
    return lackingExisting().isEmpty() ? ClearingReason::StillValid : ClearingReason::ServersLackNew;
}

bool RotateDraft::clearsPrevious() const
{
    return m_clearsPrevious.value_or(clearingReason() == ClearingReason::CurrentGone);
}

void RotateDraft::setClearsPrevious(bool clears)
{
    if (m_clearsPrevious == clears)
        return;
    m_clearsPrevious = clears;
    Q_EMIT changed();
}

void RotateDraft::addProblemsOfExisting(QList<Problem> &out) const
{
    const advice::AuthCandidate *chosen = existingCandidate();
    if (chosen == nullptr)
        out.append({RotateCode::NoExisting, {}});
    else if (!chosen->isFit())
        out.append({RotateCode::ExistingNotFit, m_existing.toShortString()});
}

void RotateDraft::addProblemsOfNew(QList<Problem> &out) const
{
    const domain::ServerEntry *entry = inventory()->find(m_server);
    if (entry == nullptr) {
        out.append({RotateCode::NoServer, {}});
    } else {
        const ServerReason reason = reasonFor(*entry);
        if (reason == ServerReason::Unreachable)
            out.append({RotateCode::ServerUnreachable, m_server.name()});
        else if (reason == ServerReason::NotMailbox || reason == ServerReason::Edge)
            out.append({RotateCode::ServerNotMailbox, m_server.name()});
    }
    if (m_names == Names::AllServers) {
        if (m_nameList.isEmpty())
            out.append({RotateCode::NamesMissing, {}});
        for (const QString &name : m_nameList) {
            if (!isHostName(name))
                out.append({RotateCode::NameNotValid, name});
        }
    }
}

QList<RotateProblem> RotateDraft::problems() const
{
    QList<RotateProblem> out;
    if (!inventory()->authConfig)
        out.append({RotateCode::AuthConfigNotKnown, {}});
    if (usesExisting())
        addProblemsOfExisting(out);
    else
        addProblemsOfNew(out);
    if (m_mode == Mode::Planned && m_lead < shortestLead)
        out.append({RotateCode::LeadTooShort, {}});
    return out;
}

void RotateDraft::addCreation(QList<Step> &steps) const
{
    const domain::ServerEntry &entry = *inventory()->find(m_server);
    Step create;
    create.number = 1;
    create.kind = StepKind::CreateAuthCertificate;
    create.server = m_server;
    create.command = shell::Cmdlet(u"New-ExchangeCertificate"_s)
                         .onServer(m_server)
                         .with(u"PrivateKeyExportable"_s, true)
                         .with(u"SubjectName"_s, QString(authSubject))
                         .with(u"FriendlyName"_s, QString(authFriendlyName))
                         .with(u"DomainName"_s, m_names == Names::None ? QStringList() : m_nameList)
                         .withServices(domain::Service::Smtp);
    const domain::Thumbprint holder = entry.transport ? entry.transport->thumbprint : domain::Thumbprint();
    if (!entry.transport || !holder.isNull()) {
        ExpectedPrompt prompt;
        prompt.kind = shell::PromptKind::OverwriteDefaultSmtp;
        prompt.recommended = shell::Confirmation::No;
        prompt.reason = RecommendationReason::AuthStaysOutOfTransport;
        prompt.currentCertificate = holder;
        create.prompts.append(prompt);
    }
    create.checks.append(presenceCheck(m_server, {{}, 1}));
    steps.append(create);
    if (holder.isNull() || entry.find(holder) == nullptr)
        return;
    Step giveBack = replaceTransportStep(2, entry, {holder, 0}, {}, RecommendationReason::GiveTransportBack);
    giveBack.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, 1, true, false};
    steps.append(giveBack);
}

CertificateReference RotateDraft::successor() const
{
    return usesExisting() ? CertificateReference{m_existing, 0} : CertificateReference{{}, 1};
}

void RotateDraft::addStaging(QList<Step> &steps) const
{
    Step stage;
    stage.number = static_cast<int>(steps.size()) + 1;
    stage.kind = StepKind::StageAuthCertificate;
    stage.subject = successor().thumbprint;
    const std::chrono::hours lead = m_mode == Mode::Planned ? m_lead : std::chrono::hours(0);
    stage.command = shell::Cmdlet(u"Set-AuthConfig"_s)
                        .with(u"NewCertificateThumbprint"_s, successor().value())
                        .with(u"NewCertificateEffectiveDate"_s, shell::LateValue::timeOfSending(lead));
    // 48 hours to the minute may have become less when the server looks at its clock
    if (m_mode == Mode::Immediate || m_lead <= shortestLead) {
        ExpectedPrompt prompt;
        prompt.kind = shell::PromptKind::EffectiveDateWithin48Hours;
        prompt.recommended = shell::Confirmation::Yes;
        prompt.reason
            = m_mode == Mode::Immediate ? RecommendationReason::PublishedRightAway : RecommendationReason::StagedSoon;
        stage.prompts.append(prompt);
    }
    stage.checks.append(authCheck(Check::Kind::AuthNextIs, successor()));
    steps.append(stage);
}

void RotateDraft::addPublication(QList<Step> &steps) const
{
    Step publish;
    publish.number = static_cast<int>(steps.size()) + 1;
    publish.kind = StepKind::PublishAuthCertificate;
    publish.subject = successor().thumbprint;
    shell::Cmdlet command = shell::Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s);
    if (clearsPrevious())
        command.withSwitch(u"ClearPreviousCertificate"_s);
    publish.command = command;
    publish.checks.append(authCheck(Check::Kind::AuthCurrentIs, successor()));
    if (clearsPrevious())
        publish.checks.append(authCheck(Check::Kind::AuthPreviousIsEmpty, {}));
    steps.append(publish);
}

Plan RotateDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::RotateAuthCertificate;
    if (!usesExisting())
        addCreation(plan.steps);
    addStaging(plan.steps);
    if (m_leavesOutUnreachable)
        plan.leftOut = recommendation().unreachable;
    if (!plan.leftOut.isEmpty())
        plan.cautions.append(Caution::ServersLeftOut);
    if (replacesStaged())
        plan.cautions.append(Caution::StagedReplaced);
    if (m_mode == Mode::Immediate) {
        addPublication(plan.steps);
        plan.cautions.append({Caution::ServersMayLackAuth, Caution::RestartAfterAuth});
        if (!inventory()->hybrid || *inventory()->hybrid)
            plan.cautions.append(Caution::HybridAfterAuth);
    }
    return plan;
}

} // namespace kakuin::plan
