// SPDX-License-Identifier: MIT
#include "findingcases.h"

namespace kakuin::findingcases {

using namespace Qt::StringLiterals;
using namespace domain;
using findings::Code;

namespace {

IisBinding bindingTo(int site)
{
    return IisBinding::fromServiceName(u"IIS://EX01/W3SVC/%1"_s.arg(site));
}

Change transport(const std::function<Thumbprint(Inventory &)> &which)
{
    return [which](Inventory &i) { i.servers[0].transport->thumbprint = which(i); };
}

void bindingsNotKnown(Inventory &i)
{
    certificate(i, 0, Own).iisBindings = std::nullopt;
}

void bind(Inventory &i, Which which, const QList<int> &sites)
{
    QList<IisBinding> bindings;
    for (const int site : sites)
        bindings.append(IisBinding::fromServiceName(u"IIS://EX01/W3SVC/%1"_s.arg(site)));
    certificate(i, 0, which).iisBindings = bindings;
}

void withoutSmtp(Inventory &i)
{
    for (Certificate &one : *i.servers[0].certificates) {
        if (one.facts.thumbprint != i.authConfig->current)
            one.services->setFlag(Service::Smtp, false);
    }
}

QList<Case> transportCases()
{
    return {
        {Code::TransportNotSet, transport([](Inventory &) { return Thumbprint(); }), nothing,
            [](Inventory &i) { i.servers[0].transport = fail(ErrorCode::NotRead); }},
        {Code::TransportNotInStore, transport([](Inventory &) { return thumbprint(7); }),
            transport([](Inventory &i) { return certificate(i, 0, WmSvc).facts.thumbprint; }),
            [](Inventory &i) {
                transport([](Inventory &) { return thumbprint(7); })(i);
                unreachable(i, 0);
            }},
        {Code::TransportIsAuth, transport([](Inventory &i) { return i.authConfig->current; }), nothing,
            [](Inventory &i) {
                i.servers[0].transport->thumbprint = i.authConfig->current;
                i.authConfig = fail(ErrorCode::NotRead);
            }},
        {Code::TransportIsIssued, transport([](Inventory &i) { return certificate(i, 0, Public).facts.thumbprint; }),
            nothing, [](Inventory &i) { unreachable(i, 0); }},
        {Code::TransportStale, [](Inventory &i) { renew(i, 0, Own); },
            [](Inventory &i) { // not this server's
                Certificate &other = renew(i, 0, Own);
                other.facts.dnsNames = {u"elsewhere.contoso.local"_s};
                other.facts.subjectCommonName = u"elsewhere"_s;
            },
            [](Inventory &i) { unreachable(i, 0); }},
        {Code::SmtpWithoutCertificate, withoutSmtp,
            [](Inventory &i) {
                withoutSmtp(i);
                certificate(i, 0, WmSvc).services = Service::Smtp;
            },
            [](Inventory &i) {
                withoutSmtp(i);
                certificate(i, 0, Own).services = std::nullopt;
            }},
    };
}

QList<Case> webCases()
{
    return {
        {Code::FrontEndUnbound, [](Inventory &i) { bind(i, Public, {}); },
            [](Inventory &i) {
                bind(i, Public, {});
                bind(i, Own, {1, 2});
            },
            bindingsNotKnown},
        {Code::BackEndUnbound, [](Inventory &i) { bind(i, Own, {}); },
            [](Inventory &i) { // a Client Access server of 2013 has no Back End
                bind(i, Own, {});
                i.servers[0].server.version = ServerVersion::parse(u"Version 15.0 (Build 1497.2)"_s);
                i.servers[0].server.roles = ServerRole::ClientAccess;
            },
            bindingsNotKnown},
        {Code::FrontEndStale, [](Inventory &i) { renew(i, 0, Public); },
            [](Inventory &i) { renew(i, 0, Public).facts.notAfterUtc = now().addSecs(-1); },
            [](Inventory &i) {
                renew(i, 0, Public);
                certificate(i, 0, Public).iisBindings = std::nullopt;
            }},
        {Code::BackEndStale, [](Inventory &i) { renew(i, 0, Own); },
            [](Inventory &i) { renew(i, 0, Own).facts.notBeforeUtc = now().addSecs(1); },
            [](Inventory &i) {
                renew(i, 0, Own);
                bindingsNotKnown(i);
            }},
        {Code::FrontEndSelfSigned,
            [](Inventory &i) {
                bind(i, Public, {});
                bind(i, Own, {1, 2});
            },
            [](Inventory &i) { // there is nothing better
                bind(i, Public, {});
                bind(i, Own, {1, 2});
                certificate(i, 0, Public).facts.notAfterUtc = now().addSecs(-1);
            },
            bindingsNotKnown},
        {Code::NotInTrustedRoot, [](Inventory &i) { certificate(i, 0, Own).rootCaType = RootCaType::None; },
            [](Inventory &i) { certificate(i, 0, Own).rootCaType = RootCaType::GroupPolicy; },
            [](Inventory &i) { certificate(i, 0, Own).rootCaType = std::nullopt; }},
        {Code::WmSvcStale, [](Inventory &i) { renew(i, 0, WmSvc); },
            [](Inventory &i) { renew(i, 0, WmSvc).status = CertificateStatus::PendingRequest; },
            [](Inventory &i) {
                renew(i, 0, WmSvc);
                certificate(i, 0, WmSvc).keyContainer.clear(); // without the blob there is no container
                certificate(i, 0, WmSvc).hasPrivateKey = std::nullopt;
            }},
        {Code::ServerNameDiffers,
            [](Inventory &i) {
                i.servers[0].server.id = ServerId(u"EX09"_s);
                i.servers[0].server.fqdn = u"ex09.contoso.local"_s;
                for (Certificate &one : *i.servers[0].certificates)
                    one.server = i.servers[0].server.id;
            },
            [](Inventory &i) { // one of the two names is enough
                certificate(i, 0, Own).facts.subjectCommonName = u"elsewhere"_s;
                certificate(i, 0, Own).facts.dnsNames = {u"EX01.contoso.LOCAL"_s};
            },
            [](Inventory &i) { unreachable(i, 0); }},
        {Code::SiteSeveralCertificates,
            [](Inventory &i) { certificate(i, 0, Own).iisBindings->append(bindingTo(IisBinding::frontEndSite)); },
            [](Inventory &i) { // two bindings, one certificate
                certificate(i, 0, Public).iisBindings->append(bindingTo(IisBinding::frontEndSite));
            },
            [](Inventory &i) { certificate(i, 0, Own).iisBindings = std::nullopt; }},
    };
}

Change versions(const QString &first, const QString &second)
{
    return [first, second](Inventory &i) {
        i.servers[0].server.version = ServerVersion::parse(first);
        i.servers[1].server.version = ServerVersion::parse(second);
    };
}

void serverListNotRead(Inventory &i)
{
    versions({}, {})(i);
    i.serverList = fail(ErrorCode::NotRead);
}

QList<Case> versionCases()
{
    return {
        {Code::ServersCannotCoexist, versions(u"15.0.1497.2"_s, u"15.2.1748.10"_s),
            versions(u"15.0.1497.2"_s, u"15.2.1544.4"_s), serverListNotRead},
        {Code::CoexistenceEnds, versions(u"15.2.2562.17"_s, u"15.1.2507.6"_s),
            versions(u"15.2.2562.17"_s, u"15.2.2562.17"_s), serverListNotRead},
        {Code::BuildNotTried, versions(u"15.2.2562.17"_s, u"15.2.2563.1"_s),
            versions(u"15.2.2562.17"_s, u"15.2.2562.99"_s), serverListNotRead},
    };
}

} // namespace

QList<Case> serverCases()
{
    return transportCases() + webCases() + versionCases();
}

} // namespace kakuin::findingcases
