// SPDX-License-Identifier: MIT
#include "core/findings/guidance.h"

#include "core/findings/evaluation.h"

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

bool didNotAnswer(const Finding &finding)
{
    const auto isState = [](const Evidence &one) {
        const auto *error = std::get_if<Error>(&one.value);
        return error != nullptr
            && (error->code == ErrorCode::NotRead || error->code == ErrorCode::NotExported
                || error->code == ErrorCode::Cancelled);
    };
    return finding.code == Code::ServerNotRead
        && std::none_of(finding.evidence.begin(), finding.evidence.end(), isState);
}

void raise(Urgency &urgency, Urgency other)
{
    urgency = std::max(urgency, other);
}

} // namespace

Urgency urgencyOf(const Finding &finding)
{
    switch (finding.severity) {
    case Severity::Critical:
        return Urgency::Now;
    case Severity::Warning:
        return Urgency::Soon;
    case Severity::Information:
        return Urgency::WhenConvenient;
    case Severity::NotKnown:
        break;
    }
    return didNotAnswer(finding) ? Urgency::Soon : Urgency::Nothing;
}

int turnOf(const Finding &finding)
{
    constexpr int mostPlaces = 1 << 20;
    const int least = static_cast<int>(Urgency::Now);
    const int place = finding.severity == Severity::NotKnown ? static_cast<int>(finding.code) : placeOf(finding);
    return (least - static_cast<int>(urgencyOf(finding))) * mostPlaces + place;
}

Urgencies::Urgencies(const QList<Finding> &found, const QSet<qsizetype> &without)
{
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (without.contains(i))
            continue;
        const Finding &finding = found.at(i);
        const Urgency urgency = urgencyOf(finding);
        if (kindOf(finding.code) == Kind::Auth)
            raise(m_auth, urgency);
        const CertificateId id = certificateOf(finding);
        if (!id.thumbprint.isNull()) {
            raise(m_anyCopy[id.thumbprint], urgency);
            raise(id.server.isEmpty() ? m_everywhere[id.thumbprint] : m_copies[id], urgency);
        } else if (finding.subject.kind == Subject::Kind::Server) {
            raise(m_servers[finding.subject.server], urgency);
        }
    }
}

Urgency Urgencies::of(const CertificateId &certificate) const
{
    return std::max(m_copies.value(certificate), m_everywhere.value(certificate.thumbprint));
}

Urgency Urgencies::ofAnyCopy(const Thumbprint &thumbprint) const
{
    return m_anyCopy.value(thumbprint);
}

namespace {

// For the time of one call only: it does not own the inventory
Evaluation evaluationOf(const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return {InventoryPtr(InventoryPtr(), &inventory), policy, nowUtc};
}

} // namespace

Guidance adviceFor(
    const CertificateId &certificate, const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return evaluationOf(inventory, policy, nowUtc).adviceFor(certificate);
}

Guidance adviceFor(
    const ServerId &server, const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return evaluationOf(inventory, policy, nowUtc).adviceFor(server);
}

Guidance adviceFor(const Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    return evaluationOf(inventory, policy, nowUtc).adviceForAll();
}

} // namespace kakuin::findings
