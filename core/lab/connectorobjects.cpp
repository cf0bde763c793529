// SPDX-License-Identifier: MIT
#include "core/lab/directoryblock.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

Value tlsNameValue(const std::optional<domain::TlsCertificateName> &name)
{
    if (!name)
        return {};
    const QString commonName
        = name->subject.startsWith(QLatin1String("CN=")) ? name->subject.mid(3).section(u',', 0, 0) : QString();
    return ObjectBuilder({u"Microsoft.Exchange.Data.SmtpX509Identifier"_s, u"System.Object"_s})
        .toString(name->toString())
        .adapted(u"CertificateSubject"_s, Value(name->subject))
        .adapted(u"CertificateIssuer"_s, Value(name->issuer))
        .adapted(u"SubjectCommonName"_s, Value(commonName))
        .build();
}

Value serverIdValues(const LabState &state, const QList<domain::ServerId> &servers)
{
    QList<Value> values;
    for (const domain::ServerId &id : servers) {
        const LabServerPtr server = state.server(id);
        values.append(
            server ? adObjectId(state, server->about.distinguishedName, id.name(), server->guid) : Value(id.name()));
    }
    return ObjectBuilder::list(values,
        u"Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1[[Microsoft.Exchange.Data.Directory.ADObjectId, "
        "Microsoft.Exchange.Data.Directory, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]"_s);
}

} // namespace

clixml::Value sendConnectorObject(const LabState &state, const domain::Connector &connector)
{
    const QString prefix = u"Microsoft.Exchange.Data.Directory."_s;
    const QString system = prefix + u"SystemConfiguration."_s;
    ObjectBuilder builder(
        QStringList{system + u"SmtpSendConnectorConfig"_s, system + u"MailGateway"_s, system + u"SendConnector"_s,
            system + u"ADLegacyVersionableObject"_s, system + u"ADConfigurationObject"_s, prefix + u"ADObject"_s,
            prefix + u"ADRawEntry"_s, u"Microsoft.Exchange.Data.ConfigurableObject"_s, u"System.Object"_s});
    builder.toString(connector.name)
        .adapted(u"DNSRoutingEnabled"_s, Value::fromBool(true))
        .adapted(u"TlsDomain"_s, {})
        .adapted(u"TlsAuthLevel"_s, {})
        .adapted(u"Port"_s, Value::fromInt(25))
        .adapted(u"FrontendProxyEnabled"_s, Value::fromBool(false))
        .adapted(u"IgnoreSTARTTLS"_s, Value::fromBool(false))
        .adapted(u"CloudServicesMailEnabled"_s, Value::fromBool(connector.isCloudMailEnabled))
        .adapted(u"Fqdn"_s, connector.fqdn.isEmpty() ? Value() : Value(connector.fqdn))
        .adapted(u"TlsCertificateName"_s, tlsNameValue(connector.tlsCertificateName))
        .adapted(u"RequireTLS"_s, Value::fromBool(connector.isCloudMailEnabled))
        .adapted(u"Enabled"_s, Value::fromBool(connector.isEnabled))
        .adapted(u"SmartHostsString"_s, Value(u""_s))
        .adapted(u"IsSmtpConnector"_s, Value::fromBool(true))
        .adapted(u"Comment"_s, Value(u""_s))
        .adapted(u"SourceTransportServers"_s, serverIdValues(state, connector.servers));
    const QString dn = u"CN=%1,CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,%2"_s.arg(
        connector.name, administrativeGroupDn(state));
    addDirectoryBlock(builder, state,
        {connector.name, dn, u"ms-Exch-Routing-SMTP-Connector"_s,
            {u"top"_s, u"msExchConnector"_s, u"mailGateway"_s, u"msExchRoutingSMTPConnector"_s}});
    return builder.build();
}

clixml::Value receiveConnectorObject(const LabState &state, const domain::Connector &connector)
{
    const LabServerPtr server = state.server(connector.servers.value(0));
    const QString owner = connector.servers.value(0).name();
    const QString name = connector.name.section(u'\\', -1);
    const bool isFrontEnd = name.contains(QLatin1String("Frontend"));
    ObjectBuilder builder(configurationChain(u"ReceiveConnector"_s));
    builder.toString(connector.name)
        .adapted(u"Fqdn"_s,
            ObjectBuilder({u"Microsoft.Exchange.Data.Fqdn"_s, u"System.Object"_s}).toString(connector.fqdn).build())
        .adapted(u"TlsCertificateName"_s, tlsNameValue(connector.tlsCertificateName))
        .adapted(u"Comment"_s, Value(u""_s))
        .adapted(u"Enabled"_s, Value::fromBool(connector.isEnabled))
        .adapted(u"RequireTLS"_s, Value::fromBool(false))
        .adapted(u"TlsDomainCapabilities"_s,
            ObjectBuilder::list(connector.isCloudMailEnabled
                    ? QList<Value>{Value(u"mail.protection.outlook.com:AcceptCloudServicesMail"_s)}
                    : QList<Value>{},
                u"Microsoft.Exchange.Data.MultiValuedProperty`1[[Microsoft.Exchange.Data.SmtpReceiveDomainCapabilities,"
                u" "
                "Microsoft.Exchange.Data, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]"_s))
        .adapted(u"Server"_s,
            server ? adObjectId(state, server->about.distinguishedName, owner, server->guid) : Value(owner))
        .adapted(u"TransportRole"_s,
            ObjectBuilder::enumeration(u"Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole"_s,
                isFrontEnd ? u"FrontendTransport"_s : u"HubTransport"_s, isFrontEnd ? 16384 : 32));
    const QString serverDn = server ? server->about.distinguishedName : administrativeGroupDn(state);
    addDirectoryBlock(builder, state,
        {name, u"CN=%1,CN=SMTP Receive Connectors,CN=Protocols,%2"_s.arg(name, serverDn),
            u"ms-Exch-Smtp-Receive-Connector"_s, {u"top"_s, u"msExchSmtpReceiveConnector"_s}, {}, connector.name});
    return builder.build();
}

clixml::Value hybridConfigurationObject(const LabState &state, const domain::HybridConfiguration &hybrid)
{
    ObjectBuilder builder(configurationChain(u"HybridConfiguration"_s));
    builder.toString(u"Hybrid Configuration"_s)
        .adapted(u"ClientAccessServers"_s, serverIdValues(state, {}))
        .adapted(u"EdgeTransportServers"_s, serverIdValues(state, {}))
        .adapted(u"ReceivingTransportServers"_s, serverIdValues(state, hybrid.receivingTransportServers))
        .adapted(u"SendingTransportServers"_s, serverIdValues(state, hybrid.sendingTransportServers))
        .adapted(u"OnPremisesSmartHost"_s, Value(u"mail."_s + state.organisation.domain))
        .adapted(u"TlsCertificateName"_s, tlsNameValue(hybrid.tlsCertificateName))
        .adapted(u"ServiceInstance"_s, Value::fromInt(0));
    addDirectoryBlock(builder, state,
        {u"Hybrid Configuration"_s, u"CN=Hybrid Configuration,CN=Hybrid Configuration,"_s + state.organisationDn(),
            u"ms-Exch-Coexistence-Relationship"_s, {u"top"_s, u"msExchCoexistenceRelationship"_s}});
    return builder.build();
}

} // namespace kakuin::lab
