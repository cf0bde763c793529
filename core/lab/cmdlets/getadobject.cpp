// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/directoryobjects.h"

#include <QtCore/QRegularExpression>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

struct DirectoryFilter {
    QString objectClass;
    QString name;
};

/// "ObjectClass -eq 'msExchExchangeServer' -and name -eq 'EXCAS1'"; curly quotes are PowerShell's quotes, too.
std::optional<DirectoryFilter> parsedFilter(const QString &text)
{
    static const QRegularExpression clause(
        u"^\\s*\\(?\\s*(\\w+)\\s+-(?:eq|like)\\s+['\"\u2018\u2019\u201A\u201B]([^'\"\u2018\u2019\u201A\u201B]*)"
        "['\"\u2018\u2019\u201A\u201B]\\s*\\)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression conjunction(u"\\s-and\\s"_s, QRegularExpression::CaseInsensitiveOption);
    DirectoryFilter filter;
    if (text.trimmed() == u"*"_s)
        return filter;
    for (const QString &part : text.left(4096).split(conjunction)) {
        const QRegularExpressionMatch match = clause.match(part);
        if (!match.hasMatch())
            return std::nullopt;
        const QString attribute = match.captured(1).toLower();
        if (attribute == QLatin1String("objectclass"))
            filter.objectClass = match.captured(2);
        else if (attribute == QLatin1String("name") || attribute == QLatin1String("cn"))
            filter.name = match.captured(2);
        else
            return std::nullopt;
    }
    return filter;
}

bool isSought(const DirectoryFilter &filter, const LabServer &server)
{
    const bool isClass = filter.objectClass.isEmpty()
        || filter.objectClass.compare(QLatin1String("msExchExchangeServer"), Qt::CaseInsensitive) == 0;
    return isClass && (filter.name.isEmpty() || domain::ServerId(filter.name) == server.id());
}

Outcome runGetADObject(CmdletContext &context)
{
    const QString text = context.parameters.text(QLatin1String("Filter"));
    const auto filter = parsedFilter(text);
    if (!filter) {
        context.fail({u"Error parsing query: '%1'."_s.arg(text), u"ParserError"_s, u"ActiveDirectoryCmdlet"_s,
            u"ADFilterParsingException"_s});
        return Finished{};
    }
    QString base = context.parameters.text(QLatin1String("SearchBase"));
    base.remove(u' '); // "CN=Configuration, DC=contoso" is the same name
    const QString root = domainDn(context.state.organisation.domain);
    const bool isKnown = base.isEmpty() || base.endsWith(root, Qt::CaseInsensitive);
    if (!isKnown) {
        context.fail({u"Directory object not found"_s, u"ObjectNotFound"_s, u"ActiveDirectoryServer:8333"_s,
            u"ADIdentityNotFoundException"_s});
        return Finished{};
    }
    const bool allProperties = context.parameters.has(QLatin1String("Properties"));
    for (const LabServerPtr &server : std::as_const(context.state.servers)) {
        const QString plain = QString(server->about.distinguishedName).remove(u' ');
        if (isSought(*filter, *server) && (base.isEmpty() || plain.endsWith(base, Qt::CaseInsensitive)))
            context.write(directoryServerObject(context.state, *server, allProperties));
    }
    return Finished{};
}

} // namespace

/// Get-ADObject of the Active Directory module, as far as the article uses it: servers by -Filter, their attributes by
/// -Properties, below -SearchBase. It is the only source for the internal transport certificate of a 2013 Client Access
/// server.
/// Rules:  the filter is a conjunction of "attribute -eq 'value'" over ObjectClass and Name; without -Properties only
///         the default attributes come back; a search base that does not exist is an error.
/// Source: learn.microsoft.com/powershell/module/activedirectory/get-adobject
CmdletDefinition getADObject()
{
    using S = ParameterSpec;
    using T = ParameterType;
    return {QLatin1String("Get-ADObject"),
        {
            {QLatin1String("Filter"), T::Text, S::Mandatory},
            {QLatin1String("Properties"), T::Texts},
            {QLatin1String("SearchBase"), T::Text},
            {QLatin1String("Server"), T::Text},
        },
        {}, false, false, runGetADObject, QLatin1String("Microsoft.ActiveDirectory.Management.Commands")};
}

} // namespace kakuin::lab
