// SPDX-License-Identifier: MIT
#include "core/report/csvwriter.h"

#include <QtCore/QRegularExpression>

namespace kakuin::report {
namespace {

QString harmless(const QString &cell)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+([.][0-9]+)?$"));
    // the characters that start a formula, in their full-width forms, too: a Japanese spreadsheet takes them alike
    static const QRegularExpression formula(
        QStringLiteral("^[\\s\\x{00a0}\\x{3000}]*[=+\\-@\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}]"));
    static const QRegularExpression control(QStringLiteral("^[\\t\\r\\n]"));
    const bool isFormula = formula.match(cell).hasMatch() && !number.match(cell).hasMatch();
    return isFormula || control.match(cell).hasMatch() ? u'\'' + cell : cell;
}

QString quoted(QString cell)
{
    static const QRegularExpression special(QStringLiteral("[\",;\\r\\n\\t]"));
    if (!special.match(cell).hasMatch())
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

} // namespace

CsvWriter::CsvWriter()
    : m_bytes("\xef\xbb\xbf")
{
}

void CsvWriter::add(const QStringList &cells)
{
    QStringList out;
    out.reserve(cells.size());
    for (const QString &cell : cells) {
        QString text = cell;
        text.remove(QChar(u'\0'));
        out.append(quoted(harmless(text)));
    }
    m_bytes += out.join(u',').toUtf8() + "\r\n";
}

} // namespace kakuin::report
