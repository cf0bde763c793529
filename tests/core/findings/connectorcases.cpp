// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

namespace {

const TlsCertificateName otherName{u"CN=Another CA"_s, u"CN=mail.contoso.com"_s};

Connector &outbound(Inventory &i)
{
    return (*i.sendConnectors)[0];
}

void connectorsNotRead(Inventory &i)
{
    i.sendConnectors = fail(ErrorCode::NotRead);
}

void withoutPublic(Inventory &i, int server)
{
    i.servers[server].certificates->removeAt(Public);
}

void addReceive(Inventory &i, const QString &fqdn)
{
    Connector connector;
    connector.kind = Connector::Kind::Receive;
    connector.name = u"EX01\\Client Frontend EX01"_s;
    connector.servers = {ServerId(u"EX01"_s)};
    connector.fqdn = fqdn;
    i.receiveConnectors->append(connector);
}

const QString serverAuthentication = u"1.3.6.1.5.5.7.3.1"_s;
const QString clientAuthentication = u"1.3.6.1.5.5.7.3.2"_s;

Change publicIsFor(const QStringList &purposes)
{
    return [purposes](Inventory &i) {
        for (int server = 0; server < 2; ++server)
            certificate(i, server, Public).facts.extendedKeyUsageOids = purposes;
    };
}

} // namespace

QList<Case> connectorCases()
{
    return {
        {Code::ConnectorNameNotFound, [](Inventory &i) { withoutPublic(i, 1); },
            [](Inventory &i) { // it is not among the connector's servers
                withoutPublic(i, 1);
                outbound(i).servers.removeLast();
            },
            [](Inventory &i) { unreachable(i, 1); }},
        {Code::ConnectorGenerations, [](Inventory &i) { renew(i, 0, Public); },
            [](Inventory &i) { renew(i, 0, Public).facts.issuer = u"CN=Another CA"_s; },
            [](Inventory &i) { unreachable(i, 0); }},
        {Code::CloudConnectorDisabled, [](Inventory &i) { outbound(i).isEnabled = false; },
            [](Inventory &i) {
                outbound(i).isEnabled = false;
                outbound(i).isCloudMailEnabled = false;
            },
            connectorsNotRead},
        {Code::CloudConnectorNameMissing, [](Inventory &i) { outbound(i).tlsCertificateName = {}; },
            [](Inventory &i) {
                outbound(i).tlsCertificateName = {};
                outbound(i).isCloudMailEnabled = false;
            },
            connectorsNotRead},
        {Code::CloudConnectorNameDiffers, [](Inventory &i) { (*i.hybrid)->tlsCertificateName = otherName; },
            [](Inventory &i) {
                TlsCertificateName &name = *(*i.hybrid)->tlsCertificateName;
                name = {name.issuer.toUpper(), name.subject.toLower()};
            },
            [](Inventory &i) { i.hybrid = fail(ErrorCode::NotRead); }},
        {Code::HybridNameMissing, [](Inventory &i) { (*i.hybrid)->tlsCertificateName = {}; },
            [](Inventory &i) { i.hybrid = std::optional<HybridConfiguration>(); },
            [](Inventory &i) { i.hybrid = fail(ErrorCode::NotRead); }},
        {Code::HybridNameNotFound, [](Inventory &i) { withoutPublic(i, 1); },
            [](Inventory &i) { // it takes no part
                withoutPublic(i, 1);
                (*i.hybrid)->receivingTransportServers.removeLast();
            },
            [](Inventory &i) { unreachable(i, 1); }},
        {Code::CloudConnectorTlsWeak, [](Inventory &i) { outbound(i).requiresTls = false; },
            [](Inventory &i) {
                outbound(i).requiresTls = true;
                outbound(i).tlsAuthLevel = u"DomainValidation"_s;
                outbound(i).tlsDomain = u"mail.protection.outlook.com"_s;
            },
            connectorsNotRead},
        {Code::CloudConnectorTlsWeak,
            [](Inventory &i) { // the name is compared with the recipient's domain
                outbound(i).tlsAuthLevel = u"DomainValidation"_s;
                outbound(i).tlsDomain = QString();
            },
            [](Inventory &i) { outbound(i).tlsAuthLevel = u"DomainValidation"_s; }, connectorsNotRead},
        {Code::ConnectorNameMalformed,
            [](Inventory &i) {
                outbound(i).tlsCertificateName.reset();
                outbound(i).malformedTlsName = u"CN=mail.contoso.com"_s;
            },
            nothing, connectorsNotRead},
        {Code::ConnectorClientAuth, publicIsFor({serverAuthentication, clientAuthentication}),
            publicIsFor({serverAuthentication}),
            [](Inventory &i) {
                publicIsFor({serverAuthentication, clientAuthentication})(i);
                connectorsNotRead(i);
                i.hybrid = fail(ErrorCode::NotRead);
            }},
        {Code::ConnectorFqdnNotCovered, [](Inventory &i) { addReceive(i, u"smtp.contoso.com"_s); },
            [](Inventory &i) { addReceive(i, u"mail.contoso.com"_s); },
            [](Inventory &i) {
                addReceive(i, u"smtp.contoso.com"_s);
                certificate(i, 0, Own).services = std::nullopt;
            }},
    };
}

} // namespace kakuin::findingcases
