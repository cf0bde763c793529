// SPDX-License-Identifier: MIT
#include "core/snapshot/printedcertificates.h"

#include "core/clixml/object.h"
#include "core/shell/decode/exchangecertificate.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace kakuin::snapshot {
namespace {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;
using Fields = QHash<QString, QString>; // by the property's name in lower case

constexpr std::array ownFields{QLatin1String("services"), QLatin1String("certificatedomains"),
    QLatin1String("hasprivatekey"), QLatin1String("isselfsigned"), QLatin1String("rootcatype"),
    QLatin1String("notafter"), QLatin1String("notbefore"), QLatin1String("publickeysize"),
    QLatin1String("serialnumber"), QLatin1String("issuer"), QLatin1String("accessrules"), QLatin1String("iisservices")};

constexpr qsizetype mostColumns = 100;

bool isCutOff(QStringView text)
{
    return text.endsWith(u'…') || text.endsWith(QLatin1String("..."));
}

bool isThumbprint(QStringView text)
{
    constexpr qsizetype digits = 40;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'F') || (u >= u'a' && u <= u'f');
    });
}

// Whether a text is worth taking apart: most files in a folder are not
bool mayHoldCertificates(QStringView text)
{
    constexpr qsizetype digits = 40;
    qsizetype run = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool isDigit = (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'F') || (u >= u'a' && u <= u'f');
        run = isDigit ? run + 1 : 0;
        if (run == digits)
            return true;
    }
    return text.contains(QLatin1String("Thumbprint"), Qt::CaseInsensitive); // all of them may be cut off
}

// The default view prints a letter for each service, at its place: "IP.WS.."
std::optional<QString> servicesOfLetters(QStringView text)
{
    constexpr std::array letters{u'I', u'P', u'U', u'W', u'S', u'F'};
    constexpr std::array names{QLatin1String("IMAP"), QLatin1String("POP"), QLatin1String("UM"), QLatin1String("IIS"),
        QLatin1String("SMTP"), QLatin1String("Federation")};
    constexpr qsizetype most = letters.size() + 1; // the last one is for the call router
    if (text.size() < most - 1 || text.size() > most)
        return std::nullopt;
    QStringList found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'.')
            continue;
        if (i + 1 == most) {
            if (text.at(i) != u'C' && text.at(i) != u'R')
                return std::nullopt;
            found.append(u"UMCallRouter"_s);
        } else if (text.at(i) == letters.at(static_cast<size_t>(i))) {
            found.append(names.at(static_cast<size_t>(i)));
        } else {
            return std::nullopt;
        }
    }
    return found.isEmpty() ? u"None"_s : found.join(u", "_s);
}

// "{a, b, c...}": what is left out is only known to be there
Value listOf(QString text, bool &isWhole)
{
    isWhole = text.startsWith(u'{') && text.endsWith(u'}');
    text.remove(u'{').remove(u'}');
    isWhole = isWhole && !isCutOff(text);
    QList<Value> items;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString item = part.trimmed();
        if (!item.isEmpty() && !isCutOff(item))
            items.append(Value(item));
    }
    return Value(ObjectBuilder::list(items));
}

Value objectOf(const Fields &fields, const QString &server)
{
    ObjectBuilder builder(
        QStringList{u"Deserialized.Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"_s});
    builder.extended(shell::decode::printedTextProperty, Value::fromBool(true));
    QString thumbprint = fields.value(u"thumbprint"_s);
    thumbprint.remove(u' ');
    if (isThumbprint(thumbprint))
        builder.extended(u"Thumbprint"_s, Value(thumbprint));
    const auto take = [&](const char *name, bool mayBeCut = false) {
        const QString property = QString::fromLatin1(name);
        const QString text = fields.value(property.toLower());
        if (!text.isEmpty() && (mayBeCut || !isCutOff(text)))
            builder.extended(property, Value(text));
    };
    take("Subject", true);
    for (const char *name : {"Issuer", "FriendlyName", "Status", "HasPrivateKey", "PrivateKeyExportable",
             "IsSelfSigned", "RootCAType", "SerialNumber", "Identity", "PSComputerName"})
        take(name);
    if (const QString services = fields.value(u"services"_s); !services.isEmpty()) {
        if (const auto named = servicesOfLetters(services))
            builder.extended(u"Services"_s, Value(*named));
        else
            take("Services");
    }
    if (const QString domains = fields.value(u"certificatedomains"_s); !domains.isEmpty()) {
        bool isWhole = false;
        const Value names = listOf(domains, isWhole);
        builder.extended(u"CertificateDomains"_s, names);
        builder.extended(shell::decode::printedNamesProperty, Value::fromBool(isWhole));
    }
    if (!server.isEmpty())
        builder.extended(shell::decode::exportServerProperty, Value(server));
    return Value(builder.build());
}

// Letters of East Asia take two cells of a console
bool isWide(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x1100 && u <= 0x115f) || (u >= 0x2e80 && u <= 0xa4cf) || (u >= 0xac00 && u <= 0xd7a3)
        || (u >= 0xf900 && u <= 0xfaff) || (u >= 0xfe30 && u <= 0xfe6f) || (u >= 0xff00 && u <= 0xff60)
        || (u >= 0xffe0 && u <= 0xffe6);
}

qsizetype cellsOf(QStringView text)
{
    return text.size() + std::count_if(text.begin(), text.end(), isWide);
}

/// A column of a table: the cell where it begins.
struct Column final {
    QString name; ///< in lower case
    qsizetype from = 0;
};

class TextReader final {
public:
    TextReader(const QString &text, const PrintedLimits &limits)
        : m_limits(limits)
    {
        const QStringView whole = QStringView(text).left(limits.characters);
        m_result.isCut = whole.size() < text.size();
        for (QStringView line : whole.tokenize(u'\n')) {
            if (m_lines.size() >= limits.lines) {
                m_result.isCut = true;
                break;
            }
            m_lines.append(plain(line.left(limits.lineLength)));
        }
        for (qsizetype i = 0; i + 1 < m_lines.size(); ++i) {
            if (isContinuation(m_lines.at(i + 1)) && !m_lines.at(i).trimmed().isEmpty())
                m_width = std::max(m_width, cellsOf(m_lines.at(i)));
        }
    }

    [[nodiscard]] PrintedCertificates read()
    {
        for (m_at = 0; m_at < m_lines.size(); ++m_at) {
            const QString &line = m_lines.at(m_at);
            if (noteCommand(line) || takeHeader(line))
                continue;
            if (m_columns.isEmpty() || !takeRow(line))
                takeField(line);
        }
        endBlock();
        endRow();
        return std::move(m_result);
    }

private:
    // Without the marks of a quoted mail and what a copy leaves at the end
    static QString plain(QStringView line)
    {
        while (!line.isEmpty() && (line.back() == u'\r' || line.back() == u'\0'))
            line.chop(1);
        while (line.startsWith(u'>'))
            line = line.sliced(line.size() > 1 && line.at(1) == u' ' ? 2 : 1);
        QString out = line.toString();
        out.replace(u'\u00a0', u' '); // of web pages
        out.replace(u'\t', u"    "_s);
        return out;
    }

    // The rest of a wrapped value stands below its beginning
    static bool isContinuation(const QString &line)
    {
        constexpr qsizetype least = 4;
        return line.size() > least && QStringView(line).first(least).trimmed().isEmpty() && !line.trimmed().isEmpty();
    }

    // Japanese Windows wraps within words, at the last cell; others wrap between words
    [[nodiscard]] bool isBrokenWord(const QString &before, const QString &rest) const
    {
        const qsizetype cells = cellsOf(before);
        const QString begin = rest.trimmed();
        const bool isFull = cells >= m_width || (cells == m_width - 1 && !begin.isEmpty() && isWide(begin.front()));
        return isFull && !before.endsWith(u',') && !before.endsWith(u' ');
    }

    bool noteCommand(const QString &line)
    {
        if (!line.contains(QLatin1String("Get-ExchangeCertificate"), Qt::CaseInsensitive))
            return false;
        static const QRegularExpression server(
            u"Get-ExchangeCertificate\\b[^|;]*?\\s-Server[\\s:]+[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)"_s,
            QRegularExpression::CaseInsensitiveOption);
        endBlock();
        endRow();
        m_columns.clear();
        m_server = server.match(line).captured(1).section(u'.', 0, 0);
        return true;
    }

    void append(const Fields &fields)
    {
        if (m_result.objects.size() >= m_limits.certificates) {
            m_result.isCut = true;
            return;
        }
        m_result.objects.append(objectOf(fields, m_server));
    }

    // Format-List ------------------------------------------------------------------------------------------------

    void takeField(const QString &line)
    {
        static const QRegularExpression field(u"^(\\s*)([A-Za-z][A-Za-z0-9]{1,63})\\s*[:\uff1a](?:\\s+(.*)|)$"_s);
        if (line.trimmed().isEmpty()) {
            endBlock();
            return;
        }
        const QRegularExpressionMatch match = field.match(line);
        const bool isDeeper = !m_block.isEmpty() && match.capturedLength(1) > m_indent;
        if (match.hasMatch() && !isDeeper) {
            const QString name = match.captured(2).toLower();
            if (m_block.contains(name)) // the next object, without a blank line between
                endBlock();
            if (m_block.isEmpty())
                m_indent = match.capturedLength(1);
            m_block.insert(name, match.captured(3).trimmed());
            m_field = name;
            m_before = line;
        } else if (!m_block.isEmpty() && m_block.value(m_field).size() < m_limits.lineLength) {
            QString &value = m_block[m_field];
            value += (value.isEmpty() || isBrokenWord(m_before, line) ? QString() : u" "_s) + line.trimmed();
            m_before = line;
        } else {
            takeBareRow(line);
        }
    }

    void endBlock()
    {
        const auto known = std::count_if(
            ownFields.begin(), ownFields.end(), [this](QLatin1String name) { return m_block.contains(name); });
        const bool hasThumbprint = m_block.contains(u"thumbprint"_s);
        if (known >= 2 || (hasThumbprint && (known > 0 || m_block.contains(u"subject"_s))))
            append(m_block);
        m_block.clear();
        m_field.clear();
    }

    // Tables -----------------------------------------------------------------------------------------------------

    bool takeHeader(const QString &line)
    {
        if (!line.contains(QLatin1String("Thumbprint"), Qt::CaseInsensitive) || m_at + 1 >= m_lines.size())
            return false;
        const QString &rule = m_lines.at(m_at + 1);
        const bool isRule = rule.contains(QLatin1String("---"))
            && std::all_of(rule.begin(), rule.end(), [](QChar c) { return c == u'-' || c == u' '; });
        if (!isRule)
            return false;
        endBlock();
        endRow();
        m_columns.clear();
        for (qsizetype i = 0; i < rule.size() && m_columns.size() <= mostColumns; ++i) {
            if (rule.at(i) == u'-' && (i == 0 || rule.at(i - 1) == u' '))
                m_columns.append({{}, i});
        }
        const QList<qsizetype> places = placesIn(line, false);
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            m_columns[i].name = cell(line, places, i).toLower();
        const bool isOurs = std::any_of(
            m_columns.cbegin(), m_columns.cend(), [](const Column &column) { return column.name == u"thumbprint"; });
        if (!isOurs || m_columns.size() > mostColumns) // blanks were lost on the way: rows are read without columns
            m_columns.clear();
        ++m_at;
        return true;
    }

    // Where the columns begin in a line: by its letters, or by the cells that they take
    [[nodiscard]] QList<qsizetype> placesIn(const QString &line, bool byCells) const
    {
        QList<qsizetype> places;
        qsizetype at = 0;
        qsizetype cells = 0;
        for (const Column &column : m_columns) {
            for (; at < line.size() && cells < column.from; ++at)
                cells += byCells && isWide(line.at(at)) ? 2 : 1;
            places.append(at);
        }
        return places;
    }

    [[nodiscard]] static QString cell(const QString &line, const QList<qsizetype> &places, qsizetype column)
    {
        const qsizetype from = places.at(column);
        const qsizetype to = column + 1 < places.size() ? places.at(column + 1) : line.size();
        return line.mid(from, to - from).trimmed();
    }

    // Blanks get lost in tickets: then the columns tell nothing
    [[nodiscard]] static bool fits(const QString &line, const QList<qsizetype> &places)
    {
        return std::all_of(places.cbegin(), places.cend(),
            [&line](qsizetype from) { return from == 0 || from >= line.size() || line.at(from - 1) == u' '; });
    }

    // A row, or the rest of one that was wrapped (Format-Table -Wrap); false ends the table
    bool takeRow(const QString &line)
    {
        if (line.trimmed().isEmpty()) {
            endRow();
            return true;
        }
        QList<qsizetype> places = placesIn(line, false);
        if (!fits(line, places))
            places = placesIn(line, true);
        if (!fits(line, places)) {
            endRow();
            return takeBareRow(line);
        }
        Fields fields;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            fields.insert(m_columns.at(i).name, cell(line, places, i));
        const QString thumbprint = fields.value(u"thumbprint"_s);
        const QString begun = m_row.value(u"thumbprint"_s);
        const bool isRest = !m_row.isEmpty() && (thumbprint.isEmpty() || isThumbprint(begun + thumbprint));
        if (isRest) {
            for (auto it = fields.cbegin(); it != fields.cend(); ++it)
                join(m_row[it.key()], it.value(), it.key() == u"thumbprint");
            return true;
        }
        static const QRegularExpression digits(u"^[0-9A-Fa-f]{6,40}(\\.\\.\\.|\u2026)?$"_s);
        endRow();
        if (!digits.match(thumbprint).hasMatch()) {
            m_columns.clear();
            return false;
        }
        m_row = fields;
        return true;
    }

    void join(QString &value, const QString &rest, bool isOneWord) const
    {
        if (rest.isEmpty() || value.size() > m_limits.lineLength)
            return;
        value += (isOneWord || value.isEmpty() ? QString() : u" "_s) + rest;
    }

    void endRow()
    {
        if (!m_row.isEmpty())
            append(m_row);
        m_row.clear();
    }

    // "thumbprint  IP.WS..  CN=mail": the default view, whatever became of its blanks and its header
    bool takeBareRow(const QString &line)
    {
        static const QRegularExpression row(
            u"^\\s*([0-9A-Fa-f]{40})\\s+([A-Z.]{6,7})(?:\\s+((?:CN|O|OU|DC|C|E)=.*|\\S.*))?\\s*$"_s);
        const QRegularExpressionMatch match = row.match(line);
        if (!match.hasMatch() || !servicesOfLetters(match.capturedView(2)))
            return false;
        append({{u"thumbprint"_s, match.captured(1)}, {u"services"_s, match.captured(2)},
            {u"subject"_s, match.captured(3).trimmed()}});
        return true;
    }

    const PrintedLimits m_limits;
    PrintedCertificates m_result;
    QStringList m_lines;
    qsizetype m_width = 0; ///< of the longest line that was wrapped, in cells
    qsizetype m_at = 0;
    QString m_server;
    Fields m_block; ///< of Format-List
    QString m_field; ///< the one that was read last
    qsizetype m_indent = 0;
    QString m_before; ///< the line before, which the next one may continue
    QList<Column> m_columns; ///< of the table that is being read
    Fields m_row;
};

} // namespace

PrintedCertificates printedCertificates(const QString &text, const PrintedLimits &limits)
{
    if (!mayHoldCertificates(QStringView(text).left(limits.characters)))
        return {};
    return TextReader(text, limits).read();
}

} // namespace kakuin::snapshot
