// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/domain/certificate.h"

namespace kakuin::shell::decode {

/// One object of Get-, New- or Import-ExchangeCertificate.
/// Shape:  `server` is whom the cmdlet asked; an empty one is filled from the blob's Identity, else from
/// PSComputerName,
///         else stays empty. Ladder: SerializationData, else flat properties (Services, Status …), else RawData only.
/// Errors: MalformedCertificate when there is no readable DER; UnexpectedOutput when it is no certificate at all. A
/// damaged
///         blob beside a good RawData falls down the ladder: the certificate is shown, its services are not known.
/// Source: exchange certificate objects of captured servers; Get-ExchangeCertificate.
[[nodiscard]] Result<domain::Certificate> exchangeCertificate(
    const clixml::Value &value, const domain::ServerId &server = {});

/// Whether the object is one (by its type names).
[[nodiscard]] bool isExchangeCertificate(const clixml::Value &value);

/// A plain X509Certificate2: how the internal transport certificate arrives when it was read from the directory.
[[nodiscard]] bool isPlainCertificate(const clixml::Value &value);
[[nodiscard]] Result<domain::CertificateFacts> plainCertificate(const clixml::Value &value);

} // namespace kakuin::shell::decode
