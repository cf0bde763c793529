// SPDX-License-Identifier: MIT
#include "core/connection/serverlist.h"

#include "core/base/untrustedtext.h"
#include "core/connection/connectionprofile.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <optional>

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;

std::optional<QString> decoded(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes.left(4));
    QStringDecoder decode(marked.value_or(QStringConverter::Utf8));
    const QString text = decode(bytes);
    if (decode.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    return text;
}

// One line of a table: cells between commas, semicolons or tabs, in quotes or not
QStringList cellsOf(const QString &line)
{
    static const QRegularExpression cell(u"(?:\"((?:[^\"]|\"\")*)\"|([^,;\\t]*))(?:[,;\\t]|$)"_s);
    QStringList cells;
    qsizetype at = 0;
    while (at < line.size()) {
        const auto match
            = cell.match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || match.capturedLength() == 0) {
            cells.append(line.mid(at)); // a quote that does not end: no name of a server, and said so
            break;
        }
        cells.append((match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).trimmed());
        at = match.capturedEnd();
    }
    return cells;
}

// The column of the names, where the line is a heading
std::optional<qsizetype> nameColumn(const QStringList &cells)
{
    for (const QLatin1String heading : {QLatin1String("fqdn"), QLatin1String("name"), QLatin1String("server"),
             QLatin1String("servername"), QLatin1String("computername"), QLatin1String("identity")}) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells.at(i).compare(heading, Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    return std::nullopt;
}

// PowerShell's own table on screen has a line of dashes below its heading
bool isRule(const QString &line)
{
    static const QRegularExpression rule(u"^[-\\s]+$"_s);
    return rule.match(line).hasMatch();
}

} // namespace

Result<QStringList> serverList(const QByteArray &bytes)
{
    static const QRegularExpression plain(u"^[\\p{L}\\p{N}_\\[][\\p{L}\\p{N}_.:/\\]-]*$"_s);
    if (bytes.size() > mostServerListBytes)
        return fail(ErrorCode::InvalidArgument, QString::number(bytes.size()), nameOf(ProfileProblem::TooManyFurther));
    const std::optional<QString> text = decoded(bytes);
    if (!text)
        return fail(ErrorCode::UnsupportedEncoding);
    QStringList names;
    QSet<QString> known;
    std::optional<qsizetype> column;
    bool isFirst = true;
    const auto lines = QStringView(*text).split(u'\n');
    for (const QStringView &raw : lines) {
        const QString line = raw.trimmed().toString();
        if (line.isEmpty() || line.startsWith(u'#') || isRule(line))
            continue;
        const QStringList cells = cellsOf(line);
        if (std::exchange(isFirst, false)) {
            column = nameColumn(cells);
            if (column)
                continue;
        }
        const QString name = cells.value(column.value_or(0));
        if (name.isEmpty() || known.contains(name.toCaseFolded()))
            continue;
        if (!plain.match(name).hasMatch() || isUnsafeInName(name))
            return fail(ErrorCode::InvalidArgument, name.left(80), nameOf(ProfileProblem::HostMalformed));
        known.insert(name.toCaseFolded());
        names.append(name);
    }
    if (names.size() > ConnectionProfile::mostFurtherAddresses)
        return fail(ErrorCode::InvalidArgument, QString::number(names.size()), nameOf(ProfileProblem::TooManyFurther));
    return names;
}

Result<QStringList> serverListFromFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return serverList(file.read(mostServerListBytes + 1));
}

} // namespace kakuin::connection
