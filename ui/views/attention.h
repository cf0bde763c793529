// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/advice.h"
#include "models/organisationtreemodel.h"

#include <optional>

namespace kakuin::ui {

/// The one worst thing of an organisation.
struct Attention final {
    enum class About { Certificate, InternalTransport, AuthCertificate, Server };
    About about = About::Certificate;
    domain::CertificateId certificate; ///< of a Server: only the server
    models::Severity severity = models::Severity::Expired;
    domain::Expiry expiry;
    QDateTime notAfterUtc;
    QString name; ///< safe to show
    advice::Task task; ///< what to do about it; Instructions: it is shown
    int others = 0; ///< how many more need attention

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// Finds it; empty when nothing needs attention.
/// Order: what stops working weighs more than when; what another certificate has taken over, and a forgotten one without a
///        use, comes last, however long ago it expired.
/// Cost:  one pass over the rows, and one over the certificates of servers that have such rows.
[[nodiscard]] std::optional<Attention> worstOf(const models::OrganisationTreeModel &tree, const QDateTime &nowUtc);

} // namespace kakuin::ui
