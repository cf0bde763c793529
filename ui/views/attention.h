// SPDX-License-Identifier: MIT
#pragma once

#include "models/organisationtreemodel.h"

#include <optional>

namespace kakuin::ui {

/// Whether the renewal can make this certificate's successor: issued by the server to itself, and no Auth certificate.
[[nodiscard]] bool isRenewable(const domain::Certificate &certificate, const domain::Inventory &inventory);

/// The one worst thing of an organisation.
struct Attention final {
    enum class About { Certificate, InternalTransport, AuthCertificate, Server };
    About about = About::Certificate;
    domain::CertificateId certificate; ///< of a Server: only the server
    models::Severity severity = models::Severity::Expired;
    domain::Expiry expiry;
    QDateTime notAfterUtc;
    QString name; ///< safe to show
    bool canRenew = false;
    int others = 0; ///< how many more need attention

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// Finds it; empty when nothing needs attention.
/// Order: what stops working weighs more than when; a forgotten certificate without a use comes last, however long ago
///        it expired.
/// Cost:  one pass over the rows.
[[nodiscard]] std::optional<Attention> worstOf(const models::OrganisationTreeModel &tree);

} // namespace kakuin::ui
