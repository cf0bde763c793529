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

RotateDraft::RotateDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent)
    : QObject(parent)
    , m_inventory(inventory ? std::move(inventory) : std::make_shared<const domain::Inventory>())
    , m_nowUtc(nowUtc)
{
    m_mode = recommendedMode();
    if (const QList<Candidate> all = candidates(); !all.isEmpty() && all.first().isUsable())
        m_server = all.first().server;
    m_nameList = namesOfAllServers();
}

RotateDraft::~RotateDraft() = default;

void RotateDraft::setInventory(domain::InventoryPtr inventory, const QDateTime &nowUtc)
{
    const bool hadAllNames = m_nameList == namesOfAllServers();
    m_inventory = inventory ? std::move(inventory) : std::make_shared<const domain::Inventory>();
    m_nowUtc = nowUtc;
    if (hadAllNames) // the person has not touched them
        m_nameList = namesOfAllServers();
    Q_EMIT changed();
}

void RotateDraft::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    Q_EMIT changed();
}

const domain::Certificate *RotateDraft::current() const
{
    if (!m_inventory->authConfig)
        return nullptr;
    for (const domain::ServerEntry &entry : m_inventory->servers) {
        if (const domain::Certificate *found = entry.find(m_inventory->authConfig->current))
            return found;
    }
    return nullptr;
}

RotateDraft::ModeReason RotateDraft::modeReason() const
{
    if (!m_inventory->authConfig)
        return ModeReason::CurrentNotKnown;
    const domain::Certificate *found = current();
    if (found == nullptr)
        return ModeReason::CurrentMissing;
    if (found->facts.notAfterUtc <= m_nowUtc)
        return ModeReason::Expired;
    // a staged one takes over up to twelve hours after its date, when the servicelet comes round
    const qint64 needed = std::chrono::seconds(proposedLead + std::chrono::hours(12)).count();
    return found->facts.notAfterUtc <= m_nowUtc.addSecs(needed) ? ModeReason::ExpiresTooSoon : ModeReason::StillValid;
}

AuthRecommendation RotateDraft::recommendation() const
{
    return authRecommendation(*m_inventory, m_nowUtc);
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
    return m_inventory->authConfig && !m_inventory->authConfig->next.isNull();
}

RotateDraft::ServerReason RotateDraft::reasonFor(const domain::ServerEntry &entry) const
{
    if (entry.server.isEdge())
        return ServerReason::Edge;
    if (!entry.certificates)
        return ServerReason::Unreachable;
    if (!entry.server.roles.testFlag(domain::ServerRole::Mailbox))
        return ServerReason::NotMailbox;
    const bool holds = m_inventory->authConfig && entry.find(m_inventory->authConfig->current) != nullptr;
    return holds ? ServerReason::HoldsCurrent : ServerReason::Mailbox;
}

QList<RotateDraft::Candidate> RotateDraft::candidates() const
{
    QList<const domain::ServerEntry *> entries;
    for (const domain::ServerEntry &entry : m_inventory->servers)
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
    for (const domain::ServerEntry &entry : m_inventory->servers) {
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
    Q_EMIT changed();
}

void RotateDraft::setLead(std::chrono::hours lead)
{
    if (m_lead == lead)
        return;
    m_lead = lead;
    Q_EMIT changed();
}

void RotateDraft::setClearsPrevious(bool clears)
{
    if (m_clearsPrevious == clears)
        return;
    m_clearsPrevious = clears;
    Q_EMIT changed();
}

QList<RotateProblem> RotateDraft::problems() const
{
    QList<RotateProblem> out;
    if (!m_inventory->authConfig)
        out.append({RotateCode::AuthConfigNotKnown, {}});
    const domain::ServerEntry *entry = m_inventory->find(m_server);
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
    if (m_mode == Mode::Planned && m_lead < shortestLead)
        out.append({RotateCode::LeadTooShort, {}});
    return out;
}

void RotateDraft::addCreation(QList<Step> &steps) const
{
    const domain::ServerEntry &entry = *m_inventory->find(m_server);
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

void RotateDraft::addStaging(QList<Step> &steps) const
{
    Step stage;
    stage.number = static_cast<int>(steps.size()) + 1;
    stage.kind = StepKind::StageAuthCertificate;
    const std::chrono::hours lead = m_mode == Mode::Planned ? m_lead : std::chrono::hours(0);
    stage.command = shell::Cmdlet(u"Set-AuthConfig"_s)
                        .with(u"NewCertificateThumbprint"_s, shell::LateValue::thumbprintOfStep(1))
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
    stage.checks.append(authCheck(Check::Kind::AuthNextIs, {{}, 1}));
    steps.append(stage);
}

void RotateDraft::addPublication(QList<Step> &steps) const
{
    Step publish;
    publish.number = static_cast<int>(steps.size()) + 1;
    publish.kind = StepKind::PublishAuthCertificate;
    shell::Cmdlet command = shell::Cmdlet(u"Set-AuthConfig"_s).withSwitch(u"PublishCertificate"_s);
    if (m_clearsPrevious)
        command.withSwitch(u"ClearPreviousCertificate"_s);
    publish.command = command;
    publish.checks.append(authCheck(Check::Kind::AuthCurrentIs, {{}, 1}));
    if (m_clearsPrevious)
        publish.checks.append(authCheck(Check::Kind::AuthPreviousIsEmpty, {}));
    steps.append(publish);
}

Plan RotateDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::RotateAuthCertificate;
    addCreation(plan.steps);
    addStaging(plan.steps);
    if (replacesStaged())
        plan.cautions.append(Caution::StagedReplaced);
    if (m_mode == Mode::Immediate) {
        addPublication(plan.steps);
        plan.cautions.append({Caution::ServersMayLackAuth, Caution::RestartAfterAuth});
        if (!m_inventory->hybrid || *m_inventory->hybrid)
            plan.cautions.append(Caution::HybridAfterAuth);
    }
    return plan;
}

} // namespace kakuin::plan
