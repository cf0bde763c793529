// SPDX-License-Identifier: MIT
#include "core/plan/removalpreflight.h"

#include "core/domain/fitness.h"
#include "core/domain/lineage.h"
#include "core/domain/replacement.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using domain::Role;
using domain::RoleEvidence;

/// The certificate in its surroundings, looked up once.
class Preflight final {
public:
    Preflight(const domain::Certificate &certificate, const domain::ServerEntry &entry,
        const domain::Inventory &inventory, const QDateTime &nowUtc)
        : m_certificate(certificate)
        , m_entry(entry)
        , m_inventory(inventory)
        , m_nowUtc(nowUtc)
        , m_roles(domain::rolesOf(certificate, inventory))
    {
    }

    [[nodiscard]] PreflightItem item(RemovalCheck check) const
    {
        switch (check) {
        case RemovalCheck::AuthConfig:
            return authConfig();
        case RemovalCheck::InternalTransport:
            return internalTransport();
        case RemovalCheck::IisBindings:
            return iisBindings();
        case RemovalCheck::WmSvc:
            return wmSvc();
        case RemovalCheck::ServedPorts:
            return servedPorts();
        case RemovalCheck::SendConnectors:
            return sendConnectors();
        case RemovalCheck::ReceiveConnectors:
            return receiveConnectors();
        case RemovalCheck::Federation:
            return federation();
        case RemovalCheck::LastOfService:
            return lastOfService();
        case RemovalCheck::StillValid:
            return stillValid();
        case RemovalCheck::Backup:
            return backup();
        }
        return {};
    }

private:
    /// Of what was read; what ports were seen to serve is a check of its own.
    [[nodiscard]] QList<RoleEvidence> evidenceOf(std::initializer_list<Role> wanted) const
    {
        QList<RoleEvidence> out;
        for (const RoleEvidence &evidence : m_roles) {
            if (evidence.source != RoleEvidence::Source::LiveCheck
                && std::find(wanted.begin(), wanted.end(), evidence.role) != wanted.end())
                out.append(evidence);
        }
        return out;
    }
    [[nodiscard]] bool has(Role role) const { return domain::hasRole(m_roles, role); }

    /// What can do its work, else another generation of the same names that could; null if none.
    [[nodiscard]] domain::Thumbprint validSibling() const
    {
        const domain::Replacements replacements(m_entry, m_inventory.authConfig, m_nowUtc);
        if (const domain::Certificate *heir = replacements.bestFor(m_certificate))
            return heir->facts.thumbprint;
        const domain::Lineage lineage = domain::lineageOf(m_certificate, m_entry);
        for (qsizetype i = lineage.generations.size() - 1; i >= 0; --i) {
            const domain::Certificate *other = m_entry.find(lineage.generations.at(i));
            if (other != nullptr && other->facts.thumbprint != m_certificate.facts.thumbprint
                && domain::unfitnessOf(*other, m_nowUtc) == domain::Unfit::Nothing)
                return other->facts.thumbprint;
        }
        return {};
    }

    [[nodiscard]] PreflightItem authConfig() const
    {
        PreflightItem item{RemovalCheck::AuthConfig, Verdict::Clear, Mend::None,
            evidenceOf({Role::AuthCurrent, Role::AuthNext, Role::AuthPrevious}), {}, {}};
        if (!m_inventory.authConfig) {
            item.verdict = Verdict::NotKnown;
            item.mend = Mend::ReadAgain;
        } else if (!item.evidence.isEmpty()) {
            item.verdict = Verdict::Blocks;
            item.mend = has(Role::AuthCurrent) ? Mend::RotateAuth
                : has(Role::AuthNext)          ? Mend::CancelStaging
                                               : Mend::ClearPreviousAuth;
        }
        return item;
    }

    [[nodiscard]] PreflightItem internalTransport() const
    {
        PreflightItem item{
            RemovalCheck::InternalTransport, Verdict::Clear, Mend::None, evidenceOf({Role::InternalTransport}), {}, {}};
        if (!m_entry.transport) {
            item.verdict = Verdict::NotKnown;
            item.mend = Mend::ReadAgain;
        } else if (!item.evidence.isEmpty()) {
            item.verdict = Verdict::Blocks;
            item.mend = Mend::ReplaceTransport;
            item.other = transportReplacements(m_certificate.id(), m_inventory, m_nowUtc).value(0);
        }
        return item;
    }

    [[nodiscard]] PreflightItem iisBindings() const
    {
        PreflightItem item{RemovalCheck::IisBindings, Verdict::Clear, Mend::None,
            evidenceOf({Role::FrontEnd443, Role::BackEnd444}), {}, {}};
        if (!m_certificate.iisBindings) {
            item.verdict = Verdict::NotKnown;
        } else if (!item.evidence.isEmpty()) {
            item.verdict = Verdict::Blocks;
            item.mend = domain::hasRole(item.evidence, Role::BackEnd444) ? Mend::RebindBackEnd : Mend::AssignServices;
        }
        return item;
    }

    // The key container says that IIS made it for the management service; which certificate the service uses now, no
    // cmdlet shows.
    [[nodiscard]] PreflightItem wmSvc() const
    {
        PreflightItem item{RemovalCheck::WmSvc, Verdict::Clear, Mend::None, evidenceOf({Role::WmSvc}), {}, {}};
        if (item.evidence.isEmpty()) {
            // only the key container proves the role, and only the serialized object tells it
            if (domain::mayBeOfWmSvc(m_certificate))
                item.verdict = Verdict::NotKnown;
            return item;
        }
        item.other = validSibling();
        item.verdict = item.other.isNull() ? Verdict::Blocks : Verdict::Warning;
        item.mend = Mend::SelectForWmSvc;
        return item;
    }

    /// IIS has said since then that another certificate is bound: the port would say so, too, if it were asked now.
    [[nodiscard]] bool isOutdated(const domain::LiveReading &reading) const
    {
        const auto service = reading.port.service;
        const bool isSite = service == domain::LiveService::FrontEnd || service == domain::LiveService::BackEnd;
        return isSite && m_certificate.iisBindings && m_entry.readUtc > reading.atUtc
            && evidenceOf({*domain::provenRole(service)}).isEmpty();
    }

    // Of mail services Exchange chooses another certificate by itself, if there is one; a web site does not.
    [[nodiscard]] PreflightItem servedPorts() const
    {
        PreflightItem item{RemovalCheck::ServedPorts, Verdict::Clear, Mend::None, {}, {}, {}};
        for (const domain::LiveReading &reading : m_entry.liveReadings) {
            if (!reading.shows(m_certificate.facts.thumbprint))
                continue;
            item.served.append(reading);
            const bool isBlocking = reading.port.isWeb() && !isOutdated(reading);
            if (isBlocking || item.verdict != Verdict::Blocks)
                item.verdict = isBlocking ? Verdict::Blocks : Verdict::Warning;
            if (reading.port.isWeb())
                item.mend = Mend::CheckPorts;
            else if (item.mend == Mend::None)
                item.mend = Mend::AssignServices;
        }
        if (m_entry.liveReadings.isEmpty()) {
            item.verdict = Verdict::Note;
            item.mend = Mend::CheckPorts;
        }
        return item;
    }

    [[nodiscard]] PreflightItem sendConnectors() const
    {
        PreflightItem item{
            RemovalCheck::SendConnectors, Verdict::Clear, Mend::None, evidenceOf({Role::SendConnector}), {}, {}};
        if (!m_inventory.sendConnectors) {
            item.verdict = Verdict::NotKnown;
            item.mend = Mend::ReadAgain;
        } else if (!item.evidence.isEmpty()) {
            item.verdict = Verdict::Blocks;
            item.mend = Mend::EditSendConnectors;
            item.other = validSibling();
        }
        return item;
    }

    [[nodiscard]] PreflightItem receiveConnectors() const
    {
        PreflightItem item{RemovalCheck::ReceiveConnectors, Verdict::Clear, Mend::None,
            evidenceOf({Role::ReceiveConnector, Role::Hybrid}), {}, {}};
        if (!item.evidence.isEmpty()) {
            item.other = validSibling();
            item.verdict = item.other.isNull() ? Verdict::Warning : Verdict::Note;
        } else if (!m_inventory.receiveConnectors || !m_inventory.hybrid) {
            item.verdict = Verdict::NotKnown;
            item.mend = Mend::ReadAgain;
        }
        return item;
    }

    [[nodiscard]] PreflightItem federation() const
    {
        PreflightItem item{
            RemovalCheck::Federation, Verdict::Clear, Mend::None, evidenceOf({Role::Federation}), {}, {}};
        if (!item.evidence.isEmpty()) {
            item.verdict = Verdict::Blocks;
            item.mend = Mend::FederationTrust;
        }
        return item;
    }

    [[nodiscard]] PreflightItem lastOfService() const
    {
        PreflightItem item{RemovalCheck::LastOfService, Verdict::Clear, Mend::None, {}, {}, {}};
        if (!m_certificate.services) {
            item.verdict = Verdict::NotKnown;
            return item;
        }
        domain::ServiceSet left = *m_certificate.services;
        for (const domain::Certificate &other : *m_entry.certificates) {
            if (other.facts.thumbprint == m_certificate.facts.thumbprint || other.facts.notAfterUtc <= m_nowUtc)
                continue;
            left &= ~other.services.value_or(domain::ServiceSet());
        }
        left.setFlag(domain::Service::Federation, false); // a check of its own
        if (left) {
            item.services = left;
            item.verdict = Verdict::Warning;
            item.mend = Mend::AssignServices;
        }
        return item;
    }

    [[nodiscard]] PreflightItem stillValid() const
    {
        const bool isValid = m_certificate.facts.notAfterUtc > m_nowUtc;
        return {RemovalCheck::StillValid, isValid ? Verdict::Note : Verdict::Clear, Mend::None, {}, {}, {}};
    }

    [[nodiscard]] PreflightItem backup() const
    {
        PreflightItem item{RemovalCheck::Backup, Verdict::Note, Mend::None, {}, {}, {}};
        if (!m_certificate.privateKeyExportable)
            item.verdict = Verdict::Note;
        else if (*m_certificate.privateKeyExportable)
            item.mend = Mend::ExportPfx;
        return item;
    }

    const domain::Certificate &m_certificate;
    const domain::ServerEntry &m_entry;
    const domain::Inventory &m_inventory;
    QDateTime m_nowUtc;
    QList<RoleEvidence> m_roles;
};

} // namespace

QList<PreflightItem> removalPreflight(
    const domain::CertificateId &id, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const domain::ServerEntry *entry = inventory.find(id.server);
    const domain::Certificate *certificate = inventory.find(id);
    if (entry == nullptr || certificate == nullptr)
        return {};
    const Preflight preflight(*certificate, *entry, inventory, nowUtc);
    QList<PreflightItem> items;
    for (const RemovalCheck check :
        {RemovalCheck::AuthConfig, RemovalCheck::InternalTransport, RemovalCheck::IisBindings, RemovalCheck::WmSvc,
            RemovalCheck::ServedPorts, RemovalCheck::SendConnectors, RemovalCheck::ReceiveConnectors,
            RemovalCheck::Federation, RemovalCheck::LastOfService, RemovalCheck::StillValid, RemovalCheck::Backup})
        items.append(preflight.item(check));
    return items;
}

QList<domain::Thumbprint> transportReplacements(
    const domain::CertificateId &id, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const domain::ServerEntry *entry = inventory.find(id.server);
    const domain::Certificate *certificate = inventory.find(id);
    if (entry == nullptr || certificate == nullptr || !entry->certificates)
        return {};
    const domain::Lineage lineage = domain::lineageOf(*certificate, *entry);
    QList<const domain::Certificate *> found;
    for (const domain::Certificate &other : *entry->certificates) {
        const bool isUsable = other.facts.thumbprint != id.thumbprint
            && domain::unfitnessOf(other, nowUtc) == domain::Unfit::Nothing
            && domain::isFreeForWork(other, inventory.authConfig);
        if (isUsable)
            found.append(&other);
    }
    // one of the same names first, then the server's own, then what lasts longest
    const auto rank = [&](const domain::Certificate *one) {
        return lineage.generations.contains(one->facts.thumbprint) ? 2 : domain::isOwnOf(*one, entry->server) ? 1 : 0;
    };
    std::stable_sort(found.begin(), found.end(), [&](const domain::Certificate *a, const domain::Certificate *b) {
        return rank(a) != rank(b) ? rank(a) > rank(b) : a->facts.notAfterUtc > b->facts.notAfterUtc;
    });
    QList<domain::Thumbprint> out;
    for (const domain::Certificate *one : std::as_const(found))
        out.append(one->facts.thumbprint);
    return out;
}

} // namespace kakuin::plan
