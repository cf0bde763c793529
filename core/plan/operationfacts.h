// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/journal.h"
#include "core/plan/sitecheck.h"

/// What an operation's records say about it. Pure.
namespace kakuin::plan {

/// Whether an operation concerns a certificate: it began from it, made it, or was to leave it somewhere. What belongs
/// to no single server (the Auth certificate) concerns it on every server.
[[nodiscard]] bool concerns(const OperationRecord &operation, const domain::CertificateId &id);

/// Who had internal transport before an operation moved it, where it can be given back: the question names it. Without
/// a thumbprint where nothing was moved, or where the operation has removed the certificate.
[[nodiscard]] domain::CertificateId formerTransport(const Plan &plan, const QList<StepRecord> &steps);

/// A certificate that keeps internal transport on its server because the question about it was answered with No.
struct KeptTransport final {
    domain::CertificateId certificate;
    bool isExpired = false; ///< at the time that was asked for; false where the certificate was not read

    friend bool operator==(const KeptTransport &, const KeptTransport &) = default;
};

/// One entry for each server whose last answer was No, in the order of the steps. Without those whose certificate the
/// operation itself has made: a successor of another certificate asked for the role that the first one had taken.
[[nodiscard]] QList<KeptTransport> keptTransport(
    const Plan &plan, const QList<StepRecord> &steps, const domain::Inventory &inventory, const QDateTime &nowUtc);

/// An IIS site that a step left without its certificate, or with another one.
struct ChangedSite final {
    domain::ServerId server;
    domain::SiteChange change;
    /// The certificate that the site had, to give it back; null where the step has removed it, or there were several.
    domain::CertificateId former;

    friend bool operator==(const ChangedSite &, const ChangedSite &) = default;
};

/// In the order of the steps and sites; empty where no site has changed, or it could not be read (SitesNotChecked).
[[nodiscard]] QList<ChangedSite> changedSites(const Plan &plan, const QList<StepRecord> &steps);

/// The certificate that a command had already created when the person stopped at its question; null if none.
[[nodiscard]] domain::Thumbprint leftBehind(const StepRecord &record);

/// The certificates that a plan began from and those that it made, as far as they are still there, in the order of the
/// steps; one of no single server once, on some server that has it.
[[nodiscard]] QList<domain::CertificateId> touchedCertificates(
    const Plan &plan, const QList<StepRecord> &steps, const domain::Inventory &inventory);

/// What the certificates that a plan starts from are called now, for the journal: a title stays what it was when they
/// are gone.
[[nodiscard]] QHash<domain::Thumbprint, QString> namesIn(const Plan &plan, const domain::Inventory &inventory);

/// The command of a step was sent, and what became of it is not known.
[[nodiscard]] bool isOutcomeOpen(const StepRecord &record);

} // namespace kakuin::plan
