// SPDX-License-Identifier: MIT
#include "core/shell/decode/directoryidentity.h"

#include "core/base/untrustedtext.h"

#include <algorithm>

namespace kakuin::shell::decode {
namespace {

// A directory's names are far shorter; anything longer is not one, and is not worth taking apart
constexpr qsizetype longestName = 8192;
constexpr qsizetype mostServers = 10'000;

bool isHexDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
}

// Blanks only: with anything else cut off, a name could become another one before it is checked
QString withoutBlanks(const QString &text)
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && text.at(from) == u' ')
        ++from;
    while (to > from && text.at(to - 1) == u' ')
        --to;
    return text.mid(from, to - from);
}

// "\," is a comma, "\2C" the byte 2C (RFC 4514)
QString unescaped(QStringView text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            out += text.at(i);
            continue;
        }
        QByteArray bytes;
        while (i + 2 < text.size() && text.at(i) == u'\\' && isHexDigit(text.at(i + 1)) && isHexDigit(text.at(i + 2))) {
            bytes += QByteArray::fromHex(text.mid(i + 1, 2).toLatin1());
            i += 3;
        }
        if (!bytes.isEmpty()) {
            out += QString::fromUtf8(bytes);
            --i;
            continue;
        }
        out += text.at(++i);
    }
    return withoutBlanks(out);
}

bool isDistinguishedName(const QString &text)
{
    constexpr QLatin1String keywords[] = {QLatin1String("CN="), QLatin1String("OU="), QLatin1String("DC=")};
    return std::any_of(std::begin(keywords), std::end(keywords),
        [&](QLatin1String keyword) { return text.startsWith(keyword, Qt::CaseInsensitive); });
}

} // namespace

QList<std::pair<QString, QString>> nameParts(const QString &distinguishedName)
{
    QList<std::pair<QString, QString>> parts;
    const QStringView text = QStringView(distinguishedName).left(longestName);
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && text.at(end) != u',')
            end += text.at(end) == u'\\' ? 2 : 1;
        end = std::min(end, text.size());
        const QStringView part = text.mid(start, end - start);
        const qsizetype equals = part.indexOf(u'=');
        if (equals > 0)
            parts.append({part.left(equals).trimmed().toString().toUpper(), unescaped(part.mid(equals + 1))});
        start = end + 1;
    }
    return parts;
}

QString organisationName(const QString &distinguishedName)
{
    const auto parts = nameParts(distinguishedName);
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        if (parts.at(i).second.compare(QLatin1String("Microsoft Exchange"), Qt::CaseInsensitive) == 0
            && parts.at(i + 1).second.compare(QLatin1String("Services"), Qt::CaseInsensitive) == 0)
            return parts.at(i - 1).second;
    }
    return {};
}

Result<QString> safeDistinguishedName(const QString &distinguishedName)
{
    const auto parts = nameParts(distinguishedName);
    for (const auto &part : parts) {
        if (auto name = safeName(part.second); !name)
            return name;
    }
    return safeName(distinguishedName);
}

Result<QString> directoryName(const clixml::Value &value)
{
    if (const clixml::ObjectPtr object = value.object()) {
        const QString name = object->property(u"Name").text();
        if (!name.trimmed().isEmpty() && name.size() <= longestName)
            return safeName(name);
    }
    const QString text = value.text();
    if (text.size() > longestName)
        return QString();
    if (isDistinguishedName(text.trimmed()))
        return safeDistinguishedName(text).transform([&](const QString &name) {
            const auto parts = nameParts(name);
            return parts.isEmpty() ? QString() : parts.constFirst().second;
        });
    return safeName(text).transform([](const QString &name) { return name.section(u'/', -1).trimmed(); });
}

Result<domain::ServerId> directoryServerId(const clixml::Value &value)
{
    return directoryName(value).transform(
        [](const QString &name) { return domain::ServerId(name.section(u'\\', 0, 0)); });
}

Result<QList<domain::ServerId>> directoryServerIds(const clixml::Value &value)
{
    QList<domain::ServerId> servers;
    const QList<clixml::Value> items = value.toList();
    for (const clixml::Value &item : items.first(std::min(items.size(), mostServers))) {
        const Result<domain::ServerId> server = directoryServerId(item);
        if (!server)
            return tl::unexpected<Error>(server.error());
        if (!server->isEmpty() && !servers.contains(*server))
            servers.append(*server);
    }
    return servers;
}

} // namespace kakuin::shell::decode
