// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/clixml/object.h"
#include "core/lab/cmdletcontext.h"
#include "core/x509/pfx.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> pfxOf(const CmdletContext &context, const Placement &placement)
{
    const auto certificate = context.state.certificate(placement.thumbprint);
    if (!certificate || !placement.hasPrivateKey || !placement.isExportable)
        return fail(ErrorCode::InvalidArgument);
    return x509::PrivateKey::fromPkcs8(context.state.keys.value(certificate->keyId))
        .and_then([&](const x509::PrivateKey &key) {
            return x509::writePfx(certificate->facts.der, key, placement.friendlyName,
                context.parameters.password(QLatin1String("Password")));
        });
}

/// Whether the server's update level refuses this certificate: by its version, or hidden behind it (the fault).
bool refusesAuth(const LabOrganisation &organisation, const LabServer &server, const Placement &placement)
{
    const bool isAuth
        = placement.thumbprint == organisation.auth.current || placement.thumbprint == organisation.auth.next;
    return isAuth
        && (server.fault.kind == Fault::Kind::RefusesAuthExport
            || server.about.version.refusesAuthExport().value_or(false));
}

Outcome runExportExchangeCertificate(CmdletContext &context)
{
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const Placement *placement = context.findCertificate(*server, context.wantedThumbprint(), u"71D7F7B3"_s);
    if (!placement)
        return Finished{};
    if (refusesAuth(context.state.organisation, *server, *placement)) {
        context.failOn(*server, {context.texts.authNotExported(), u"InvalidOperation"_s, u"6F1D3E89"_s});
        return Finished{};
    }
    const Result<QByteArray> pfx = pfxOf(context, *placement);
    if (!pfx) {
        context.failOn(*server, {context.texts.notExportable(), u"InvalidOperation"_s, u"6F1D3E88"_s});
        return Finished{};
    }
    const QByteArray data = context.parameters.isOn(QLatin1String("BinaryEncoded")) ? *pfx : pfx->toBase64();
    if (context.parameters.has(QLatin1String("FileName"))) {
        context.state.files.insert(context.parameters.text(QLatin1String("FileName")).toLower(), data);
        return Finished{};
    }
    context.write(clixml::ObjectBuilder({u"Microsoft.Exchange.Data.BinaryFileDataObject"_s,
                                            u"Microsoft.Exchange.Data.ConfigurableObject"_s, u"System.Object"_s})
                      .toString(u"Microsoft.Exchange.Data.BinaryFileDataObject"_s)
                      .adapted(u"FileData"_s, clixml::Value::Data(data))
                      .adapted(u"Identity"_s, {})
                      .adapted(u"IsValid"_s, clixml::Value::Data(true))
                      .build());
    return Finished{};
}

} // namespace

/// Export-ExchangeCertificate: certificate and key as PFX, in FileData of the object that it returns.
/// Rules:  a server with the October 2025 security update or a later one refuses the current and the next Auth
///         certificate (KB5069337; whether it refuses the next one, with which words, category and identifier is not
///         documented: these are ours); E5 without an exportable key; -BinaryEncoded gives the bytes, else base64
///         text; -FileName (2013) writes into the practice organisation's own share and returns nothing.
/// Source: learn.microsoft.com/powershell/module/exchange/export-exchangecertificate
CmdletDefinition exportExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString byThumbprint = u"Thumbprint"_s;
    const QString byIdentity = u"Identity"_s;
    return {QLatin1String("Export-ExchangeCertificate"),
        {
            {QLatin1String("Thumbprint"), T::Text, S::Mandatory | S::FromPipeline, {byThumbprint}},
            {QLatin1String("Identity"), T::Text, S::Mandatory | S::FromPipeline, {byIdentity}},
            {QLatin1String("Server"), T::Text, S::Plain, {byThumbprint}},
            {QLatin1String("BinaryEncoded"), T::Switch},
            {QLatin1String("Password"), T::Password},
            {QLatin1String("FileName"), T::Text, S::Only2013},
        },
        QLatin1String("Thumbprint"), true, false, runExportExchangeCertificate};
}

} // namespace kakuin::lab
