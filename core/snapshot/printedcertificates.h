// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/value.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace kakuin::snapshot {

/// Bounds of reading a text, against hostile ones.
struct PrintedLimits final {
    qsizetype characters = qsizetype{8} * 1024 * 1024;
    qsizetype lines = 200'000;
    qsizetype lineLength = 20'000;
    qsizetype certificates = 20'000;
};

/// Certificates that a console printed: `Get-ExchangeCertificate | Format-List`, and the tables that people paste into
/// tickets (the default view and `Format-Table` with other columns). English and Japanese Windows print alike, except
/// for dates.
/// Shape:   objects as decode::exchangeCertificate() reads them, without RawData and with printedTextProperty. Values that
///          were cut off ("...", U+2026) are left out, except the subject, which keeps its mark. Dates are left out: they
///          have no time zone and an order that depends on the server. Lines that the console wrapped are joined; quotes
///          ("> ") are taken away. A certificate whose thumbprint cannot be read is an object without Thumbprint.
/// Server:  of the property PSComputerName or Identity, else what the last `Get-ExchangeCertificate -Server` in the text
///          names, else none.
/// Cost:    linear in the text, which is cut at the limits (isCut).
/// Source:  Get-ExchangeCertificate; its default view prints services as letters, "IP.WS..".
struct PrintedCertificates final {
    QList<clixml::Value> objects;
    bool isCut = false;
};
[[nodiscard]] PrintedCertificates printedCertificates(const QString &text, const PrintedLimits &limits = {});

} // namespace kakuin::snapshot
