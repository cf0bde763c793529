// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/serviceassignment.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Outcome runEnableExchangeCertificate(CmdletContext &context)
{
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const Placement *placement = context.findCertificate(*server, context.wantedThumbprint(), u"71D7F7B1"_s);
    if (!placement)
        return Finished{};
    const domain::Thumbprint thumbprint = placement->thumbprint;
    if (!placement->hasPrivateKey) {
        context.failOn(
            *server, {context.texts.notUsable(thumbprint, u"PrivateKeyMissing"_s), u"NotSpecified"_s, u"FE3EAF97"_s});
        return Finished{};
    }
    const domain::ServiceSet services
        = domain::servicesFromBits(context.parameters.number(QLatin1String("Services"), 0));
    if (context.parameters.isOn(QLatin1String("NetworkServiceAllowed")))
        return Finished{}; // an ACL of the key, which nothing here reads
    assignServices(context, server->id(), thumbprint, services);
    if (!services.testFlag(domain::Service::Smtp))
        return Finished{};
    return offerInternalTransport(context, server->id(), thumbprint, [](CmdletContext &) {});
}

} // namespace

/// Enable-ExchangeCertificate: assigns services, additively.
/// Rules:  without private key E4; SMTP asks P1 unless the certificate is the default one; IIS takes the Default Web
///         Site; -NetworkServiceAllowed changes an ACL only; -DoNotRequireSsl is accepted.
/// Source: learn.microsoft.com/powershell/module/exchange/enable-exchangecertificate
CmdletDefinition enableExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString byThumbprint = u"Thumbprint"_s;
    const QString byIdentity = u"Identity"_s;
    return {QLatin1String("Enable-ExchangeCertificate"),
        {
            {QLatin1String("Thumbprint"), T::Text, S::Mandatory | S::FromPipeline, {byThumbprint}},
            {QLatin1String("Identity"), T::Text, S::Mandatory | S::FromPipeline, {byIdentity}},
            {QLatin1String("Server"), T::Text, S::Plain, {byThumbprint}},
            {QLatin1String("Services"), T::Services, S::Mandatory},
            {QLatin1String("DoNotRequireSsl"), T::Switch},
            {QLatin1String("NetworkServiceAllowed"), T::Switch},
            {QLatin1String("Force"), T::Switch},
        },
        QLatin1String("Thumbprint"), true, false, runEnableExchangeCertificate};
}

} // namespace kakuin::lab
