// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"

namespace kakuin::plan {

/// One renewal, as far as its side effects depend on it.
struct CautionSource final {
    domain::CertificateId id; ///< the old certificate
    domain::ServiceSet services; ///< that the successor gets
    bool mayTakeTransportOver = false;
};

/// What a person should know before these renewals run: each caution once, in the order of the enum, each from evidence
/// in the inventory. What was not read raises no caution.
/// Source: Exchange Server: internal transport certificate, IIS bindings, WMSvc, TlsCertificateName, EdgeSync.
[[nodiscard]] QList<Caution> renewCautions(const QList<CautionSource> &sources, const domain::Inventory &inventory);

} // namespace kakuin::plan
