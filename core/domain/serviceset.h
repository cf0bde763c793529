// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QFlags>
#include <QtCore/QStringList>

namespace kakuin::domain {

/// What a certificate is enabled for. The numbers are those of the blob.
/// Source: AllowedServices (New-ExchangeCertificate -Services).
enum class Service : quint32 {
    Imap = 1,
    Pop = 2,
    Um = 4,
    Iis = 8,
    Smtp = 16,
    Federation = 32,
    UmCallRouter = 64,
};
Q_DECLARE_FLAGS(ServiceSet, Service)

/// Every service in the order in which Exchange writes them.
[[nodiscard]] QList<Service> allServices();
/// "IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter": as the cmdlets spell it.
[[nodiscard]] QString cmdletName(Service service);
/// The names in Exchange's order; {"None"} for the empty set, which is how the cmdlets spell it.
[[nodiscard]] QStringList cmdletNames(ServiceSet services);
/// Those that this program knows: a newer Exchange may report others, which are shown and never passed on.
[[nodiscard]] ServiceSet knownServices(ServiceSet services);
/// The names in Exchange's order, then the number of what is not known, as .NET writes it ("128"); empty for none.
[[nodiscard]] QStringList displayNames(ServiceSet services);
/// The same joined by a blank for people ("IMAP POP SMTP 128").
[[nodiscard]] QString displayText(ServiceSet services);
/// Reads names separated by commas or blanks, in any case; "None" and the empty text give the empty set.
/// Errors: InvalidArgument; subject = the unknown word.
[[nodiscard]] Result<ServiceSet> parseServices(const QString &text);
/// From the number in the blob; bits that are not known are kept.
[[nodiscard]] ServiceSet servicesFromBits(qint64 bits);

} // namespace kakuin::domain

Q_DECLARE_OPERATORS_FOR_FLAGS(kakuin::domain::ServiceSet)
