// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

/// The Send connectors that send from this server with a certificate of these names.
QStringList connectorsNaming(const LabState &state, const LabServer &server, const domain::CertificateFacts &facts)
{
    QStringList names;
    for (const domain::Connector &connector : state.connectors) {
        if (connector.kind == domain::Connector::Kind::Send && connector.servers.contains(server.id())
            && connector.tlsCertificateName && connector.tlsCertificateName->matches(facts))
            names.append(connector.name);
    }
    return names;
}

void removeFromStore(CmdletContext &context, const domain::ServerId &id, const domain::Thumbprint &thumbprint)
{
    const LabServerPtr server = context.state.server(id);
    if (!server || !context.findCertificate(*server, thumbprint.toString(), u"71D7F7B2"_s))
        return;
    if (server->internalTransport == thumbprint && !server->about.isClientAccessOnly()) {
        context.failOn(*server, {context.texts.internalTransport(), u"InvalidArgument"_s, u"DCA528C3"_s});
        return;
    }
    if (const auto certificate = context.state.certificate(thumbprint)) {
        const QStringList connectors = connectorsNaming(context.state, *server, certificate->facts);
        if (!connectors.isEmpty()) {
            context.failOn(*server, {context.texts.namedByConnectors(connectors), u"InvalidArgument"_s, u"23FA4F48"_s});
            return;
        }
    }
    context.state.change(id, [&](LabServer &changed) {
        const Placement *placement = changed.find(thumbprint);
        changed.isBackEndUnbound
            = changed.isBackEndUnbound || placement->iisSites.contains(domain::IisBinding::backEndSite);
        changed.store.removeIf([&](const Placement &p) { return p.thumbprint == thumbprint; });
    });
}

Outcome runRemoveExchangeCertificate(CmdletContext &context)
{
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const Placement *placement = context.findCertificate(*server, context.wantedThumbprint(), u"71D7F7B2"_s);
    if (!placement)
        return Finished{};
    const domain::Thumbprint thumbprint = placement->thumbprint;
    if (context.parameters.isOff(QLatin1String("Confirm"))) {
        removeFromStore(context, server->id(), thumbprint);
        return Finished{};
    }
    return Question{server->id(), context.texts.removeCertificate(thumbprint),
        [id = server->id(), thumbprint](CmdletContext &later, bool isYes) -> Outcome {
            if (isYes)
                removeFromStore(later, id, thumbprint);
            return Finished{};
        }};
}

} // namespace

/// Remove-ExchangeCertificate: asks P3, unless -Confirm:$false.
/// Rules:  protected are the internal transport certificate (E1; not on a 2013 Client Access server) and one that a
///         Send connector of this server names (E2), nothing else. Removing the certificate of the Exchange Back End
///         (444) works, and no session gets into that server afterwards.
/// Source: learn.microsoft.com/powershell/module/exchange/remove-exchangecertificate
CmdletDefinition removeExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString byThumbprint = u"Thumbprint"_s;
    const QString byIdentity = u"Identity"_s;
    return {QLatin1String("Remove-ExchangeCertificate"),
        {
            {QLatin1String("Thumbprint"), T::Text, S::Mandatory | S::FromPipeline, {byThumbprint}},
            {QLatin1String("Identity"), T::Text, S::Mandatory | S::FromPipeline, {byIdentity}},
            {QLatin1String("Server"), T::Text, S::Plain, {byThumbprint}},
        },
        QLatin1String("Thumbprint"), true, true, runRemoveExchangeCertificate};
}

} // namespace kakuin::lab
