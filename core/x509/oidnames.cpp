// SPDX-License-Identifier: MIT
#include "core/x509/description.h"

#include <algorithm>
#include <iterator>

namespace kakuin::x509 {
namespace {

struct OidName final {
    const char *oid;
    const char *name;
};
// Source: the friendly names of CryptFindOIDInfo (certutil -oid), English
constexpr OidName oidNames[] = {
    // extensions
    {"2.5.29.9", "Subject Directory Attributes"},
    {"2.5.29.14", "Subject Key Identifier"},
    {"2.5.29.15", "Key Usage"},
    {"2.5.29.16", "Private Key Usage Period"},
    {"2.5.29.17", "Subject Alternative Name"},
    {"2.5.29.18", "Issuer Alternative Name"},
    {"2.5.29.19", "Basic Constraints"},
    {"2.5.29.30", "Name Constraints"},
    {"2.5.29.31", "CRL Distribution Points"},
    {"2.5.29.32", "Certificate Policies"},
    {"2.5.29.33", "Policy Mappings"},
    {"2.5.29.35", "Authority Key Identifier"},
    {"2.5.29.36", "Policy Constraints"},
    {"2.5.29.37", "Enhanced Key Usage"},
    {"2.5.29.46", "Freshest CRL"},
    {"1.2.840.113549.1.9.15", "SMIME Capabilities"},
    {"1.3.6.1.5.5.7.1.1", "Authority Information Access"},
    {"1.3.6.1.5.5.7.1.11", "Subject Information Access"},
    {"1.3.6.1.5.5.7.1.24", "TLS Features"},
    {"1.3.6.1.4.1.11129.2.4.2", "SCT List"},
    {"1.3.6.1.4.1.311.20.2", "Certificate Template Name"},
    {"1.3.6.1.4.1.311.21.1", "CA Version"},
    {"1.3.6.1.4.1.311.21.2", "Previous CA Certificate Hash"},
    {"1.3.6.1.4.1.311.21.7", "Certificate Template Information"},
    {"1.3.6.1.4.1.311.21.10", "Application Policies"},
    {"2.16.840.1.113730.1.1", "Netscape Cert Type"},
    {"2.16.840.1.113730.1.13", "Netscape Comment"},
    // extended key usages
    {"2.5.29.37.0", "Any Purpose"},
    {"1.3.6.1.5.5.7.3.1", "Server Authentication"},
    {"1.3.6.1.5.5.7.3.2", "Client Authentication"},
    {"1.3.6.1.5.5.7.3.3", "Code Signing"},
    {"1.3.6.1.5.5.7.3.4", "Secure Email"},
    {"1.3.6.1.5.5.7.3.5", "IP security end system"},
    {"1.3.6.1.5.5.7.3.6", "IP security tunnel termination"},
    {"1.3.6.1.5.5.7.3.7", "IP security user"},
    {"1.3.6.1.5.5.7.3.8", "Time Stamping"},
    {"1.3.6.1.5.5.7.3.9", "OCSP Signing"},
    {"1.3.6.1.5.5.8.2.2", "IP security IKE intermediate"},
    {"1.3.6.1.5.2.3.5", "KDC Authentication"},
    {"1.3.6.1.4.1.311.10.3.1", "Microsoft Trust List Signing"},
    {"1.3.6.1.4.1.311.10.3.3", "Server Gated Cryptography"},
    {"1.3.6.1.4.1.311.10.3.4", "Encrypting File System"},
    {"1.3.6.1.4.1.311.10.3.4.1", "File Recovery"},
    {"1.3.6.1.4.1.311.10.3.12", "Document Signing"},
    {"1.3.6.1.4.1.311.10.12.1", "Any Application Policy"},
    {"1.3.6.1.4.1.311.20.2.1", "Certificate Request Agent"},
    {"1.3.6.1.4.1.311.20.2.2", "Smart Card Logon"},
    {"1.3.6.1.4.1.311.21.5", "Private Key Archival"},
    {"1.3.6.1.4.1.311.21.6", "Key Recovery Agent"},
    {"1.3.6.1.4.1.311.21.19", "Directory Service Email Replication"},
    {"1.3.6.1.4.1.311.54.1.2", "Remote Desktop Authentication"},
    // access methods, policies
    {"1.3.6.1.5.5.7.48.1", "On-line Certificate Status Protocol"},
    {"1.3.6.1.5.5.7.48.2", "Certification Authority Issuer"},
    {"1.3.6.1.5.5.7.2.1", "CPS"},
    {"1.3.6.1.5.5.7.2.2", "User Notice"},
    {"2.5.29.32.0", "All issuance policies"},
};

} // namespace

QString oidName(const QString &oid)
{
    const auto *found = std::find_if(
        std::begin(oidNames), std::end(oidNames), [&oid](const OidName &row) { return oid == QLatin1String(row.oid); });
    return found == std::end(oidNames) ? QString() : QString::fromLatin1(found->name);
}

} // namespace kakuin::x509
