// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/guidance.h"
#include "core/findings/mute.h"

#include <QtCore/QSet>

#include <memory>

namespace kakuin::findings {

class Evaluation;
/// How surfaces share one evaluation. Null: nothing was read.
using EvaluationPtr = std::shared_ptr<const Evaluation>;

/// What the adviser says about an organisation: made once for an inventory, a policy, a time and what is muted, and shared
/// by all surfaces, so that they agree and choosing a row costs a look-up.
/// Shape:   a muted finding is in findings(), but neither urgent nor what should be done first.
/// Cost:    making it costs findingsOf(); each answer the view of one server. Freeing it frees its findings.
/// Threads: made on any thread, read on any.
class Evaluation final {
public:
    Evaluation(const domain::InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc,
        const Mutes &mutes = {});
    /// The same findings, others of them muted.
    Evaluation(const Evaluation &other, const Mutes &mutes, const QDateTime &nowUtc);

    [[nodiscard]] const domain::InventoryPtr &inventory() const { return m_judged->inventory; }
    [[nodiscard]] const advice::Policy &policy() const { return m_judged->picture.policy; }
    /// When findings were looked for.
    [[nodiscard]] const QDateTime &judgedUtc() const { return m_judged->picture.nowUtc; }
    [[nodiscard]] const Mutes &mutes() const { return m_mutes; }
    /// As findingsOf(): muted ones are among them.
    [[nodiscard]] const QList<Finding> &findings() const { return m_judged->found; }
    /// Of what is not muted.
    [[nodiscard]] const Urgencies &urgencies() const { return m_urgencies; }

    /// What should be done first. Empty where the inventory does not hold what is asked about.
    [[nodiscard]] Guidance adviceFor(const domain::CertificateId &certificate) const;
    [[nodiscard]] Guidance adviceFor(const domain::ServerId &server) const;
    [[nodiscard]] Guidance adviceForAll() const;

private:
    struct Judged final {
        Judged(const domain::InventoryPtr &source, const advice::Policy &policy, const QDateTime &nowUtc);
        domain::InventoryPtr inventory;
        advice::Picture picture; ///< of `inventory`
        QList<Finding> found;
        QHash<domain::ServerId, QList<qsizetype>> ofServers; ///< places of the findings that name the server
        QList<qsizetype> ofAll; ///< places of those about certificates of the organisation
    };
    /// Of the unmuted findings that name the server, or concern a certificate of the organisation.
    template <class Concerns>
    [[nodiscard]] std::optional<Finding> firstAbout(const domain::ServerId &server, Concerns concerns) const;
    void mute(const QDateTime &nowUtc);

    std::shared_ptr<const Judged> m_judged;
    Mutes m_mutes;
    QSet<qsizetype> m_muted; ///< places
    Urgencies m_urgencies;
};

} // namespace kakuin::findings
