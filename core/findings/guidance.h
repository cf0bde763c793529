// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/findings/findings.h"
#include "core/findings/urgency.h"

#include <QtCore/QSet>

namespace kakuin::findings {

/// Shape:  critical: now. A warning, and a server that did not answer: soon. Information: when convenient. What was not read
///         yet, was not exported or cannot be read is a state: nothing.
[[nodiscard]] Urgency urgencyOf(const Finding &finding);

/// The place in the order in which findings are acted on, the smallest first: urgency; a server that did not answer before
/// warnings, because it may hide something critical; then placeOf().
[[nodiscard]] int turnOf(const Finding &finding);

/// How urgent the findings are, by what they concern.
/// Shape:  a finding about the organisation's Auth certificate counts for each of its copies.
/// Cost:   linear in the findings; each answer is one or two look-ups.
class Urgencies final {
public:
    Urgencies() = default;
    /// `without` are places in the list: those findings do not count.
    explicit Urgencies(const QList<Finding> &found, const QSet<qsizetype> &without = {});

    [[nodiscard]] Urgency of(const domain::CertificateId &certificate) const;
    [[nodiscard]] Urgency ofAnyCopy(const domain::Thumbprint &thumbprint) const;
    /// Of what concerns the server and none of its certificates.
    [[nodiscard]] Urgency ofServerItself(const domain::ServerId &server) const { return m_servers.value(server); }
    /// Of what concerns the Auth certificate anywhere.
    [[nodiscard]] Urgency ofAuth() const { return m_auth; }

private:
    QHash<domain::CertificateId, Urgency> m_copies;
    QHash<domain::Thumbprint, Urgency> m_everywhere; ///< of certificates of the whole organisation
    QHash<domain::Thumbprint, Urgency> m_anyCopy; ///< the most urgent of both
    QHash<domain::ServerId, Urgency> m_servers;
    Urgency m_auth = Urgency::Nothing;
};

/// What should be done first about a certificate, a server or an organisation: the answer that surfaces show.
struct Guidance final {
    advice::Task task; ///< Instructions: work by hand, or nothing
    /// Of a certificate: the reason, and what can do its work. NothingToDo where only a finding gives a reason.
    advice::Advice advice;
    /// The first of those that give the reason: its code, and its evidence. Empty where nothing is to be done. Muted ones do
    /// not count.
    std::optional<Finding> finding;
    QList<Evidence> evidence; ///< of a certificate: its dates and what it is used for
    Parts unread; ///< what was not read, or cannot be read, and could change the answer
    Urgency urgency = Urgency::Nothing;
};

/// Pure; the same for the same inventory, policy and time. Nothing where the inventory does not hold what is asked about.
/// Cost:   that of findingsOf(): each makes an Evaluation for one answer. Who asks more than once keeps an Evaluation.
[[nodiscard]] Guidance adviceFor(const domain::CertificateId &certificate, const domain::Inventory &inventory,
    const advice::Policy &policy, const QDateTime &nowUtc);
[[nodiscard]] Guidance adviceFor(const domain::ServerId &server, const domain::Inventory &inventory,
    const advice::Policy &policy, const QDateTime &nowUtc);
[[nodiscard]] Guidance adviceFor(
    const domain::Inventory &inventory, const advice::Policy &policy, const QDateTime &nowUtc);

} // namespace kakuin::findings
