// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/journal.h"

/// What an operation's records say about it. Pure.
namespace kakuin::plan {

/// Whether an operation concerns a certificate: it began from it, made it, or was to leave it somewhere. What belongs
/// to no single server (the Auth certificate) concerns it on every server.
[[nodiscard]] bool concerns(const OperationRecord &operation, const domain::CertificateId &id);

/// Who had internal transport before an operation moved it, where it can be given back: the question names it. Without
/// a thumbprint where nothing was moved, or where the operation has removed the certificate.
[[nodiscard]] domain::CertificateId formerTransport(const Plan &plan, const QList<StepRecord> &steps);

/// What the certificates that a plan starts from are called now, for the journal: a title stays what it was when they
/// are gone.
[[nodiscard]] QHash<domain::Thumbprint, QString> namesIn(const Plan &plan, const domain::Inventory &inventory);

/// The command of a step was sent, and what became of it is not known.
[[nodiscard]] bool isOutcomeOpen(const StepRecord &record);

} // namespace kakuin::plan
