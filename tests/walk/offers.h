// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "core/findings/finding.h"
#include "core/plan/plan.h"

namespace kakuin::walk {

/// A task that some surface of Kakuin offers: the adviser of a certificate, or a finding.
struct Offer final {
    QString source; ///< who offers it about what: the same from one reading to the next
    QString
        rule; ///< the reason or the code and the kind of the task, without names: what a contradiction is filed under
    advice::Task task;
    bool isInstructions() const { return task.kind == advice::Task::Kind::Instructions; }
    friend bool operator==(const Offer &, const Offer &) = default;
};

/// Everything that is offered for an inventory, and what of it contradicts.
struct Offers final {
    QList<Offer> tasks;
    QHash<domain::CertificateId, advice::Advice> advice;
    QList<findings::Finding> findings;
};
[[nodiscard]] Offers offersOf(const domain::Inventory &inventory, const QDateTime &nowUtc);

/// What a task becomes when it is opened and nothing but the presets is chosen, and the removal's warnings are confirmed.
struct Opened final {
    plan::Plan plan;
    QString refusal; ///< why it cannot be done; empty: it can
    bool isWaiting = false; ///< it is under way; the next step is Exchange's
};
[[nodiscard]] Opened opened(const advice::Task &task, const domain::InventoryPtr &inventory, const QDateTime &nowUtc);

/// Where two surfaces say what cannot both be right; empty: nowhere. The first is the rule, the second its words.
[[nodiscard]] std::optional<std::pair<QString, QString>> disagreementIn(
    const Offers &offers, const domain::Inventory &inventory);

/// "EX1: CN=EX1 (1A2B3C4D…, 20 days)"
[[nodiscard]] QString nameOf(
    const domain::CertificateId &id, const domain::Inventory &inventory, const QDateTime &nowUtc);
[[nodiscard]] QString nameOf(advice::Reason reason);
[[nodiscard]] QString nameOf(advice::Task::Kind kind);
/// The organisation as lines: servers, their certificates, AuthConfig, connectors.
[[nodiscard]] QStringList described(const domain::Inventory &inventory, const QDateTime &nowUtc);

} // namespace kakuin::walk
