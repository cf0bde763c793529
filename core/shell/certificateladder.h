// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/shell/pipeline.h"

namespace kakuin::shell {

/// The second rung of what a session can read: where certificates come as bytes only (no serialized object, as some
/// endpoints send them), the server is asked to pick their properties itself.
/// Source: Get-ExchangeCertificate over remoting; Select-Object, which not every endpoint exposes.
class CertificateLadder final {
public:
    CertificateLadder() = delete;

    /// Whether one of them says nothing but its bytes.
    [[nodiscard]] static bool needsMore(const QList<domain::Certificate> &certificates);
    /// Get-ExchangeCertificate | Select-Object with everything that Kakuin shows.
    [[nodiscard]] static Pipeline question(const domain::ServerId &server);
    /// The same for a command that reads certificates.
    [[nodiscard]] static Pipeline question(const Pipeline &reading);
    /// `read` with what `picked` knows of the same certificates; nothing that was known gets lost.
    [[nodiscard]] static QList<domain::Certificate> joined(
        QList<domain::Certificate> read, const QList<domain::Certificate> &picked);
};

} // namespace kakuin::shell
