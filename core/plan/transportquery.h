// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"

namespace kakuin::plan {

/// The command that shows which certificate a server uses for internal transport: a cmdlet, or for a 2013 Client Access
/// server the directory; empty when the directory cannot be asked (no domain is known).
/// Source: Get-TransportService; the article's query for Client Access servers.
[[nodiscard]] shell::Pipeline transportQuery(const domain::ServerEntry &entry);

/// The check that `server` uses that certificate; its command is empty where nothing can show it.
[[nodiscard]] Check transportCheck(const domain::ServerEntry &entry, const CertificateReference &certificate);

/// The check that the certificate is there with its key and these services.
[[nodiscard]] Check presenceCheck(
    const domain::ServerId &server, const CertificateReference &certificate, domain::ServiceSet services = {});

/// Enable-ExchangeCertificate -Services SMTP, with its question to be answered Yes for `reason`, and the check that the
/// role has moved. `holder` is whoever has the role when the step begins; null when not known.
/// Source: the article: change the internal transport certificate before the old one is removed.
[[nodiscard]] Step replaceTransportStep(int number, const domain::ServerEntry &entry,
    const CertificateReference &certificate, const domain::Thumbprint &holder, RecommendationReason reason);

} // namespace kakuin::plan
