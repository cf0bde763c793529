// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangeserver.h"

#include "core/base/untrustedtext.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/typenames.h"

#include <array>

namespace kakuin::shell::decode {
namespace {

using clixml::Object;
using domain::ServerRole;
using domain::ServerRoles;
using domain::ServerVersion;

constexpr QLatin1String serverType("Microsoft.Exchange.Data.Directory.Management.ExchangeServer");
constexpr QLatin1String mailboxType("Microsoft.Exchange.Data.Directory.Management.MailboxServer");

struct RoleName {
    ServerRole role;
    QLatin1String word;
    QStringView flag;
};

// ServerRole's words and the booleans that say the same.   Source: Get-ExchangeServer, captured objects
constexpr std::array roleNames{
    RoleName{ServerRole::Mailbox, QLatin1String("Mailbox"), u"IsMailboxServer"},
    RoleName{ServerRole::ClientAccess, QLatin1String("ClientAccess"), u"IsClientAccessServer"},
    RoleName{ServerRole::UnifiedMessaging, QLatin1String("UnifiedMessaging"), u"IsUnifiedMessagingServer"},
    RoleName{ServerRole::HubTransport, QLatin1String("HubTransport"), u"IsHubTransportServer"},
    RoleName{ServerRole::Edge, QLatin1String("Edge"), u"IsEdgeServer"},
    RoleName{ServerRole::FrontendTransport, QLatin1String("FrontendTransport"), u"IsFrontendTransportServer"},
};

ServerRoles rolesFromBits(qint64 bits)
{
    ServerRoles roles;
    for (const RoleName &name : roleNames)
        roles.setFlag(name.role, (bits & static_cast<qint64>(name.role)) != 0);
    return roles;
}

// The words decide before the number: they are what the administrator sees, and a flattened object has nothing else
ServerRoles rolesOf(const Object &object)
{
    const clixml::Value value = object.property(u"ServerRole");
    ServerRoles roles;
    const QStringList words = value.text().left(1000).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        for (const RoleName &name : roleNames) {
            if (word.trimmed().compare(name.word, Qt::CaseInsensitive) == 0)
                roles.setFlag(name.role);
        }
    }
    if (!roles)
        roles = rolesFromBits(value.toInt().value_or(0));
    bool isNumber = false;
    const qint64 number = value.text().trimmed().toLongLong(&isNumber);
    if (!roles && isNumber)
        roles = rolesFromBits(number);
    if (!roles) {
        for (const RoleName &name : roleNames) {
            if (object.property(name.flag).toBool().value_or(false))
                roles.setFlag(name.role);
        }
    }
    return roles;
}

ServerVersion versionOf(const clixml::Value &value)
{
    const ServerVersion fromText = ServerVersion::parse(value.text());
    const clixml::ObjectPtr object = value.object();
    if (!fromText.number.isNull() || !object)
        return fromText;
    QList<int> segments;
    for (const QStringView name : {u"Major", u"Minor", u"Build", u"Revision"}) {
        const auto number = object->property(name).toInt();
        if (!number || *number < 0 || *number > 999'999)
            return {};
        segments.append(static_cast<int>(*number));
    }
    return {QVersionNumber(segments)};
}

Result<domain::ServerId> nameOf(const Object &object)
{
    const Result<QString> name = safeName(object.property(u"Name").text());
    if (name && name->isEmpty())
        return directoryServerId(object.property(u"Identity"));
    return name.transform([](const QString &text) { return domain::ServerId(text); });
}

} // namespace

bool isExchangeServer(const clixml::Value &value)
{
    return isOfType(value, serverType);
}

Result<domain::Server> exchangeServer(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    const Result<domain::ServerId> id = object ? nameOf(*object) : domain::ServerId();
    if (id && id->isEmpty())
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-ExchangeServer"), bareTypeNameOf(value));
    const Result<QString> fqdn
        = id.and_then([&](const domain::ServerId &) { return safeName(object->property(u"Fqdn").text()); });
    const Result<QString> site
        = fqdn.and_then([&](const QString &) { return directoryName(object->property(u"Site")); });
    const Result<QString> distinguishedName = site.and_then(
        [&](const QString &) { return safeDistinguishedName(object->property(u"DistinguishedName").text()); });
    if (!distinguishedName) // of whichever name was refused first
        return tl::unexpected<Error>(distinguishedName.error());
    domain::Server server;
    server.id = *id;
    server.fqdn = *fqdn;
    server.version = versionOf(object->property(u"AdminDisplayVersion"));
    server.roles = rolesOf(*object);
    server.edition = object->property(u"Edition").text();
    server.site = *site;
    server.distinguishedName = *distinguishedName;
    return server;
}

bool isMailboxServer(const clixml::Value &value)
{
    return isOfType(value, mailboxType);
}

Result<MailboxServer> mailboxServer(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    const Result<domain::ServerId> id = object ? nameOf(*object) : domain::ServerId();
    if (!id)
        return tl::unexpected<Error>(id.error());
    if (id->isEmpty())
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-MailboxServer"), bareTypeNameOf(value));
    return directoryName(object->property(u"DatabaseAvailabilityGroup")).transform([&](const QString &dag) {
        return MailboxServer{*id, dag};
    });
}

} // namespace kakuin::shell::decode
