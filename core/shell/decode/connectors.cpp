// SPDX-License-Identifier: MIT
#include "core/shell/decode/connectors.h"

#include "core/base/untrustedtext.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/typenames.h"

#include <algorithm>

namespace kakuin::shell::decode {
namespace {

using clixml::Object;
using domain::Connector;
using domain::TlsCertificateName;

constexpr QLatin1String sendType("Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig");
constexpr QLatin1String receiveType("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector");
constexpr QLatin1String hybridType("Microsoft.Exchange.Data.Directory.SystemConfiguration.HybridConfiguration");

constexpr qsizetype longestTlsName = 2000;
constexpr QLatin1String cloudHosts("mail.protection.outlook.com");

// SmtpX509Identifier: its two properties are whole names, its text is "<I>issuer<S>subject"
std::optional<TlsCertificateName> tlsCertificateName(const Object &connector)
{
    const clixml::Value value = connector.property(u"TlsCertificateName");
    if (const clixml::ObjectPtr identifier = value.object()) {
        TlsCertificateName name{identifier->property(u"CertificateIssuer").text().trimmed(),
            identifier->property(u"CertificateSubject").text().trimmed()};
        if (!name.issuer.isEmpty() && !name.subject.isEmpty())
            return name;
    }
    return TlsCertificateName::parse(value.text());
}

// What stands where a name should be and is none: Exchange keeps any text there
QString malformedTlsName(const Object &connector)
{
    const clixml::Value value = connector.property(u"TlsCertificateName");
    const QString text = singleLine(value.text().trimmed(), longestTlsName);
    const bool isEmpty = text.isEmpty() || text.compare(QLatin1String("<I><S>"), Qt::CaseInsensitive) == 0;
    return isEmpty || tlsCertificateName(connector) ? QString() : text;
}

// The texts of a property that holds one or several values, objects by what they are called
QStringList textsOf(const Object &object, QStringView property)
{
    const clixml::Value value = object.property(property);
    const clixml::ObjectPtr list = value.object();
    QStringList out;
    if (list && list->container != clixml::ContainerKind::None) {
        for (const clixml::Value &item : list->items)
            out.append(item.text());
    } else {
        out = value.text().split(u',', Qt::SkipEmptyParts);
    }
    for (QString &text : out)
        text = text.trimmed();
    return out;
}

bool anyContains(const QStringList &texts, QLatin1String part)
{
    return std::any_of(
        texts.begin(), texts.end(), [part](const QString &text) { return text.contains(part, Qt::CaseInsensitive); });
}

// Everything ("SMTP:*;1") goes to a smart host in Exchange Online
bool isRelayThroughCloud(const Object &connector)
{
    const QStringList spaces = textsOf(connector, u"AddressSpaces");
    const bool isForAll = std::any_of(spaces.begin(), spaces.end(), [](const QString &space) {
        const QString domain = space.section(u':', -1).section(u';', 0, 0);
        return domain == QLatin1String("*");
    });
    return isForAll
        && (anyContains(textsOf(connector, u"SmartHosts"), cloudHosts)
            || anyContains(textsOf(connector, u"SmartHostsString"), cloudHosts));
}

// "Tls, Integrated" or the number of the flags; not known counts as yes
bool offersTls(const Object &connector)
{
    constexpr int tlsFlag = 1; // AuthMechanisms.Tls
    const QStringList words = textsOf(connector, u"AuthMechanism");
    bool isNumber = false;
    const int flags = words.value(0).toInt(&isNumber);
    if (words.size() == 1 && isNumber)
        return (flags & tlsFlag) != 0;
    return words.isEmpty() || words.contains(QLatin1String("Tls"), Qt::CaseInsensitive);
}

QString identityOf(const Object &object)
{
    const QString identity = object.property(u"Identity").text();
    return identity.trimmed().isEmpty() ? object.property(u"Name").text() : identity;
}

QString fqdnOf(const Object &object)
{
    const clixml::Value value = object.property(u"Fqdn");
    if (const clixml::ObjectPtr fqdn = value.object(); fqdn && fqdn->hasProperty(u"Domain"))
        return fqdn->property(u"Domain").text();
    return value.text();
}

Result<Connector> connectorOf(const Object &object, Connector::Kind kind, QStringView serverProperty)
{
    const auto name = safeName(identityOf(object));
    const auto fqdn = name.and_then([&](const QString &) { return safeName(fqdnOf(object)); });
    const auto servers
        = fqdn.and_then([&](const QString &) { return directoryServerIds(object.property(serverProperty)); });
    if (!servers) // or one of the names before them
        return tl::unexpected<Error>(servers.error());
    Connector connector;
    connector.kind = kind;
    connector.name = *name;
    connector.fqdn = *fqdn;
    connector.servers = *servers;
    connector.tlsCertificateName = tlsCertificateName(object);
    connector.malformedTlsName = malformedTlsName(object);
    connector.isEnabled = object.property(u"Enabled").toBool().value_or(true);
    if (kind == Connector::Kind::Receive) {
        connector.isCloudMailEnabled
            = anyContains(textsOf(object, u"TlsDomainCapabilities"), QLatin1String("AcceptCloudServicesMail"));
        connector.offersTls = offersTls(object);
        return connector;
    }
    connector.isCloudMailEnabled = object.property(u"CloudServicesMailEnabled").toBool().value_or(false);
    connector.isRelayThroughCloud = isRelayThroughCloud(object);
    connector.requiresTls = object.property(u"RequireTLS").toBool();
    if (object.hasProperty(u"TlsAuthLevel"))
        connector.tlsAuthLevel = singleLine(object.property(u"TlsAuthLevel").text().trimmed(), longestTlsName);
    if (object.hasProperty(u"TlsDomain"))
        connector.tlsDomain = singleLine(object.property(u"TlsDomain").text().trimmed(), longestTlsName);
    return connector;
}

} // namespace

bool isSendConnector(const clixml::Value &value)
{
    return isOfType(value, sendType);
}

Result<Connector> sendConnector(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || identityOf(*object).trimmed().isEmpty())
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-SendConnector"), bareTypeNameOf(value));
    return connectorOf(*object, Connector::Kind::Send, u"SourceTransportServers");
}

bool isReceiveConnector(const clixml::Value &value)
{
    return isOfType(value, receiveType);
}

Result<Connector> receiveConnector(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || identityOf(*object).trimmed().isEmpty())
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-ReceiveConnector"), bareTypeNameOf(value));
    return connectorOf(*object, Connector::Kind::Receive, u"Server").transform([](Connector connector) {
        // "EX01\Default EX01": the server is part of the identity, should the property be missing
        if (connector.servers.isEmpty() && connector.name.contains(u'\\'))
            connector.servers = {domain::ServerId(connector.name.section(u'\\', 0, 0))};
        return connector;
    });
}

bool isHybridConfiguration(const clixml::Value &value)
{
    return isOfType(value, hybridType);
}

Result<domain::HybridConfiguration> hybridConfiguration(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    const bool isOne = object && (isHybridConfiguration(value) || object->hasProperty(u"SendingTransportServers"));
    if (!isOne)
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-HybridConfiguration"), bareTypeNameOf(value));
    const auto sending = directoryServerIds(object->property(u"SendingTransportServers"));
    const auto receiving = directoryServerIds(object->property(u"ReceivingTransportServers"));
    for (const auto *servers : {&sending, &receiving}) {
        if (!servers->has_value())
            return tl::unexpected<Error>(servers->error());
    }
    return domain::HybridConfiguration{tlsCertificateName(*object), *sending, *receiving};
}

} // namespace kakuin::shell::decode
