// SPDX-License-Identifier: MIT
#pragma once

#include "core/x509/maker.h"
#include "core/x509/openssl_p.h"

namespace kakuin::x509 {

/// A name as one text, longer ones end in "…": far above every real name, so that a hostile one cannot fill the memory.
inline constexpr qsizetype maxNameLength = 65'536;

/// A name as X509Certificate2.Subject shows it: most specific part first, ", " and " + ", quoted where Windows quotes.
/// What is no string becomes "#" and the hex digits of its encoding.
/// Source: CertNameToStr with CERT_X500_NAME_STR and the reverse flag; X500DistinguishedName.Name of .NET.
[[nodiscard]] QString windowsName(const X509_NAME *name);

/// The most specific CN (the last of the encoding), unquoted; empty if there is none.
[[nodiscard]] QString commonName(const X509_NAME *name);

/// The characters of an ASN.1 string; empty for what Windows does not take for one (UniversalString, BIT STRING …).
[[nodiscard]] QString stringText(const ASN1_STRING *string);

/// The other direction. Strings are PrintableString where they fit, else UTF8String; e-mail and DC are IA5String.
/// Null with a reason in OpenSSL's queue if an OID is no OID.
[[nodiscard]] NamePtr encodeName(const QList<NameAttribute> &attributes);

/// Windows' keyword for an attribute type ("CN"), empty if it has none.
[[nodiscard]] QString keywordOf(const QString &oid);

/// The attribute type of a keyword in any case, including the aliases that Windows reads ("ST", "Email"); else empty.
[[nodiscard]] QString oidOfKeyword(const QString &keyword);

} // namespace kakuin::x509
