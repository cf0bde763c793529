// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/domain/certificate.h"

#include <QtCore/QLatin1String>

namespace kakuin::shell::decode {

/// One object of Get-, New- or Import-ExchangeCertificate, or a plain certificate.
/// Shape:  `server` is whom the cmdlet asked; an empty one is filled by serverOfCertificate(), or stays empty.
///         Ladder: SerializationData, else flat properties (Services, Status …), else RawData only.
///         One that was printed (printedTextProperty) needs no RawData; then the facts are what was printed.
/// Errors: MalformedCertificate when there is no readable DER; RawDataMissing when there is none; UnexpectedOutput when it
///         is no certificate at all; UnsafeName when the server that it is to be attributed to has no name that can be used. A
///         blob that is damaged, or that holds another certificate than RawData, falls down the ladder: the certificate
///         is shown, its services are not known.
/// Source: exchange certificate objects of captured servers; Get-ExchangeCertificate.
[[nodiscard]] Result<domain::Certificate> exchangeCertificate(
    const clixml::Value &value, const domain::ServerId &server = {});

/// Which server an object says it comes from: exportServerProperty, else the blob's Identity, else a flat Identity, else
/// PSComputerName, else the file that it was exported to (`exportFileProperty`, whole); empty when it says nothing.
/// Errors: UnsafeName.
/// Source: PSComputerName is the note that the PowerShell client adds to what it receives.
[[nodiscard]] Result<domain::ServerId> serverOfCertificate(const clixml::Value &value);

/// Notes that core/snapshot adds to certificates.
/// The name of the file of one that names no server.
inline constexpr QLatin1String exportFileProperty("KakuinExportFile");
/// The server of one that says it by other means than its properties; it comes before all of them.
inline constexpr QLatin1String exportServerProperty("KakuinServer");
/// It was read from text that a console printed: Thumbprint and Subject stand in for RawData.
inline constexpr QLatin1String printedTextProperty("KakuinPrintedText");
/// Whether CertificateDomains of such a one has all names.
inline constexpr QLatin1String printedNamesProperty("KakuinPrintedNames");

/// Whether the object is one (by its type names).
[[nodiscard]] bool isExchangeCertificate(const clixml::Value &value);

/// A plain X509Certificate2: how the internal transport certificate arrives when it was read from the directory.
[[nodiscard]] bool isPlainCertificate(const clixml::Value &value);
[[nodiscard]] Result<domain::CertificateFacts> plainCertificate(const clixml::Value &value);

} // namespace kakuin::shell::decode
