// SPDX-License-Identifier: MIT
#include "core/shell/directoryquery.h"

#include "core/shell/decode/directoryidentity.h"

namespace kakuin::shell {
namespace {

constexpr QLatin1String filterStart("ObjectClass -eq 'msExchExchangeServer' -and name -eq '");

// A value inside a distinguished name (RFC 4514 2.4)
QString escaped(const QString &value)
{
    QString out;
    for (const QChar c : value) {
        if (QStringLiteral(",+\"\\<>;=").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QStringList domainOf(const domain::Server &server)
{
    QStringList components;
    for (const auto &[keyword, value] : decode::nameParts(server.distinguishedName)) {
        if (keyword == QLatin1String("DC") && !value.isEmpty())
            components.append(value);
    }
    if (components.isEmpty() && server.fqdn.contains(u'.'))
        components = server.fqdn.section(u'.', 1).split(u'.', Qt::SkipEmptyParts);
    return components;
}

} // namespace

std::optional<Pipeline> directoryQuery(const domain::Server &server)
{
    const QStringList components = domainOf(server);
    if (components.isEmpty())
        return std::nullopt;
    QString base = QStringLiteral("CN=Configuration");
    for (const QString &component : components)
        base += QLatin1String(",DC=") + escaped(component);
    QString name = server.id.name();
    name.replace(u'\'', QLatin1String("''"));
    const QString filter = filterStart + name + u'\'';
    return Cmdlet(QStringLiteral("Get-ADObject"))
        .with(QStringLiteral("Filter"), filter)
        .with(QStringLiteral("Properties"), QStringLiteral("*"))
        .with(QStringLiteral("SearchBase"), base);
}

std::optional<DirectoryQuestion> directoryQuestion(const Pipeline &pipeline)
{
    if (pipeline.cmdlets.size() != 1)
        return std::nullopt;
    const Cmdlet &cmdlet = pipeline.cmdlets.constFirst();
    const QString filter = cmdlet.text(u"Filter");
    if (cmdlet.name() != QLatin1String("Get-ADObject") || !filter.startsWith(filterStart) || !filter.endsWith(u'\'')
        || filter.size() <= filterStart.size())
        return std::nullopt;
    QString name = filter.mid(filterStart.size()).chopped(1);
    name.replace(QLatin1String("''"), QLatin1String("'"));
    return DirectoryQuestion{domain::ServerId(name), cmdlet.text(u"SearchBase")};
}

} // namespace kakuin::shell
