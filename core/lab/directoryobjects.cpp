// SPDX-License-Identifier: MIT
#include "core/lab/directoryobjects.h"

#include "core/lab/directoryblock.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

constexpr auto authServiceName = QLatin1String("00000002-0000-0ff1-ce00-000000000000");

QStringList managementChain(const QString &type)
{
    const QString prefix = u"Microsoft.Exchange.Data.Directory."_s;
    return {prefix + u"Management."_s + type, prefix + u"Management.ADPresentationObject"_s, prefix + u"ADObject"_s,
        prefix + u"ADRawEntry"_s, u"Microsoft.Exchange.Data.ConfigurableObject"_s, u"System.Object"_s};
}

Value versionObject(const domain::ServerVersion &version)
{
    const QVersionNumber &n = version.number;
    return ObjectBuilder({u"Microsoft.Exchange.Data.ServerVersion"_s, u"System.Object"_s})
        .toString(u"Version %1.%2 (Build %3.%4)"_s.arg(n.majorVersion())
                      .arg(n.minorVersion())
                      .arg(n.microVersion())
                      .arg(n.segmentAt(3)))
        .adapted(u"Major"_s, Value::fromInt(n.majorVersion()))
        .adapted(u"Minor"_s, Value::fromInt(n.minorVersion()))
        .adapted(u"Build"_s, Value::fromInt(n.microVersion()))
        .adapted(u"Revision"_s, Value::fromInt(n.segmentAt(3)))
        .adapted(u"FilePatchLevelDescription"_s, {})
        .build();
}

Value rolesObject(domain::ServerRoles roles)
{
    using domain::ServerRole;
    QStringList names;
    qint64 bits = 0;
    const std::initializer_list<std::pair<ServerRole, QLatin1String>> shown
        = {{ServerRole::Mailbox, QLatin1String("Mailbox")}, {ServerRole::ClientAccess, QLatin1String("ClientAccess")},
            {ServerRole::Edge, QLatin1String("Edge")}};
    for (const auto &[role, name] : shown) {
        if (roles.testFlag(role)) {
            names.append(name);
            bits |= static_cast<qint64>(role);
        }
    }
    return ObjectBuilder::enumeration(
        u"Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole"_s, names.join(u", "_s), bits);
}

Value editionObject(const QString &edition)
{
    // the numbers of ServerEditionType that are known; the standard edition's is the one between them
    const qint64 number = edition == QLatin1String("Enterprise") ? 3 : edition == QLatin1String("Standard") ? 1 : 2;
    return ObjectBuilder::enumeration(u"Microsoft.Exchange.Data.ServerEditionType"_s, edition, number);
}

Value textValues(const QStringList &list, const QString &type)
{
    QList<Value> values;
    for (const QString &text : list)
        values.append(Value(text));
    return ObjectBuilder::list(values, type);
}

} // namespace

clixml::Value authConfigObject(const LabState &state)
{
    const LabOrganisation &o = state.organisation;
    const QString dn = u"CN=Auth Configuration,"_s + state.organisationDn();
    ObjectBuilder builder(configurationChain(u"AuthConfig"_s));
    builder.toString(u"Auth Configuration"_s)
        .adapted(u"CurrentCertificateThumbprint"_s, Value(o.auth.current.toString()))
        .adapted(u"PreviousCertificateThumbprint"_s, Value(o.auth.previous.toString()))
        .adapted(u"NextCertificateThumbprint"_s, Value(o.auth.next.toString()))
        .adapted(u"NextCertificateEffectiveDate"_s,
            o.auth.nextEffectiveUtc.isValid() ? Value::fromDateTimeUtc(o.auth.nextEffectiveUtc) : Value())
        .adapted(u"ServiceName"_s, Value(QString(authServiceName)))
        .adapted(u"Realm"_s, Value(u""_s))
        .adapted(u"DeploymentId"_s, Value(u""_s))
        .adapted(u"IssuerIdentifier"_s, Value(u""_s));
    addDirectoryBlock(builder, state,
        {u"Auth Configuration"_s, dn, u"ms-Exch-Auth-Auth-Config"_s,
            {u"top"_s, u"container"_s, u"msExchContainer"_s, u"msExchAuthAuthConfig"_s}});
    return builder.build();
}

clixml::Value exchangeServerObject(const LabState &state, const LabServer &server)
{
    using domain::Product;
    using domain::ServerRole;
    const domain::Server &about = server.about;
    const bool isOld = about.version.product() == Product::Exchange2013;
    const bool isMailbox = about.roles.testFlag(ServerRole::Mailbox);
    const bool isClientAccess = isOld ? about.roles.testFlag(ServerRole::ClientAccess) : isMailbox;
    const bool hasUm = isMailbox && (isOld || about.version.product() == Product::Exchange2016);
    ObjectBuilder builder(managementChain(u"ExchangeServer"_s));
    builder.toString(about.id.name())
        .adapted(u"Name"_s, Value(about.id.name()))
        .adapted(u"Domain"_s, Value(server.domain))
        .adapted(u"Edition"_s, editionObject(about.edition))
        .adapted(u"Fqdn"_s, Value(about.fqdn))
        .adapted(u"IsHubTransportServer"_s, Value::fromBool(isMailbox))
        .adapted(u"IsClientAccessServer"_s, Value::fromBool(isClientAccess))
        .adapted(u"IsExchange2007OrLater"_s, Value::fromBool(true))
        .adapted(u"IsEdgeServer"_s, Value::fromBool(about.isEdge()))
        .adapted(u"IsMailboxServer"_s, Value::fromBool(isMailbox))
        .adapted(u"IsE14OrLater"_s, Value::fromBool(true))
        .adapted(u"IsE15OrLater"_s, Value::fromBool(true))
        .adapted(u"IsProvisionedServer"_s, Value::fromBool(false))
        .adapted(u"IsUnifiedMessagingServer"_s, Value::fromBool(hasUm))
        .adapted(u"IsFrontendTransportServer"_s, Value::fromBool(isClientAccess))
        .adapted(u"NetworkAddress"_s,
            textValues({u"ncacn_ip_tcp:"_s + about.fqdn, u"netbios:"_s + about.id.name()},
                u"Microsoft.Exchange.Data.NetworkAddressCollection"_s))
        .adapted(u"OrganizationalUnit"_s, Value(server.domain + u'/' + about.id.name()))
        .adapted(u"AdminDisplayVersion"_s, versionObject(about.version))
        .adapted(u"Site"_s,
            about.site.isEmpty() ? Value()
                                 : adObjectId(state, u"CN=%1,CN=Sites,%2"_s.arg(about.site, state.configurationDn()),
                                     u"%1/Configuration/Sites/%2"_s.arg(state.organisation.domain, about.site)))
        .adapted(u"ServerRole"_s, rolesObject(about.roles));
    addDirectoryBlock(builder, state,
        {about.id.name(), about.distinguishedName, u"ms-Exch-Exchange-Server"_s,
            {u"top"_s, u"server"_s, u"msExchExchangeServer"_s}, server.guid});
    return builder.build();
}

clixml::Value mailboxServerObject(const LabState &state, const LabServer &server)
{
    const domain::Server &about = server.about;
    ObjectBuilder builder(managementChain(u"MailboxServer"_s));
    builder.toString(about.id.name())
        .adapted(u"Name"_s, Value(about.id.name()))
        .adapted(u"DatabaseAvailabilityGroup"_s,
            about.dag.isEmpty()
                ? Value()
                : adObjectId(state,
                    u"CN=%1,CN=Database Availability Groups,%2"_s.arg(about.dag, administrativeGroupDn(state)),
                    about.dag))
        .adapted(u"AdminDisplayVersion"_s, versionObject(about.version))
        .adapted(u"ServerRole"_s, rolesObject(about.roles));
    addDirectoryBlock(builder, state,
        {about.id.name(), about.distinguishedName, u"ms-Exch-Exchange-Server"_s,
            {u"top"_s, u"server"_s, u"msExchExchangeServer"_s}, server.guid});
    return builder.build();
}

clixml::Value transportServiceObject(const LabState &state, const LabServer &server)
{
    ObjectBuilder builder(managementChain(u"TransportServer"_s));
    builder.toString(server.id().name())
        .adapted(u"Name"_s, Value(server.id().name()))
        .adapted(u"AdminDisplayVersion"_s, versionObject(server.about.version))
        .adapted(u"InternalTransportCertificateThumbprint"_s, Value(server.internalTransport.toString()));
    addDirectoryBlock(builder, state,
        {server.id().name(), server.about.distinguishedName, u"ms-Exch-Exchange-Server"_s,
            {u"top"_s, u"server"_s, u"msExchExchangeServer"_s}, server.guid});
    return builder.build();
}

clixml::Value directoryServerObject(const LabState &state, const LabServer &server, bool allProperties)
{
    // what the Active Directory module returns: extended properties only
    ObjectBuilder builder(QStringList{u"Microsoft.ActiveDirectory.Management.ADObject"_s,
        u"Microsoft.ActiveDirectory.Management.ADEntity"_s,
        u"Microsoft.ActiveDirectory.Management.ADPropertyCollection"_s, u"System.Object"_s});
    builder.toString(server.about.distinguishedName)
        .extended(u"DistinguishedName"_s, Value(server.about.distinguishedName))
        .extended(u"Name"_s, Value(server.id().name()))
        .extended(u"ObjectClass"_s, Value(u"msExchExchangeServer"_s))
        .extended(u"ObjectGUID"_s, Value(Value::Data(server.guid)));
    if (!allProperties)
        return builder.build();
    builder.extended(u"CN"_s, Value(server.id().name()))
        .extended(u"serialNumber"_s,
            textValues({versionObject(server.about.version).text()},
                u"Microsoft.ActiveDirectory.Management.ADPropertyValueCollection"_s));
    if (const auto certificate = state.certificate(server.internalTransport))
        builder.extended(u"msExchServerInternalTLSCert"_s, Value(Value::Data(certificate->facts.der)));
    return builder.build();
}

} // namespace kakuin::lab
