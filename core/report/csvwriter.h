// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace kakuin::report {

/// A table as CSV.
/// Shape:   UTF-8 with a byte order mark (without one, spreadsheets take Japanese text for another encoding), lines end
///          in CRLF, cells with separators, quotes or line breaks are quoted.
/// Safety:  a cell that a spreadsheet would run (beginning with = + - @, a tab or a line break, also after blanks) gets
///          an apostrophe in front: names come from servers, and a report is opened by people with rights. Plain
///          numbers stay numbers.
/// Source:  RFC 4180; OWASP, CSV injection.
class CsvWriter final {
public:
    CsvWriter();

    void add(const QStringList &cells);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace kakuin::report
