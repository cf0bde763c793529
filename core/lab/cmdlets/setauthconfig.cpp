// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/servicelets.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 authDeploymentSeconds = qint64{48} * 3600;
/// "Now" was computed a moment ago by whoever sent the command; Exchange takes it in practice.
constexpr qint64 authDateToleranceSeconds = qint64{5} * 60;

/// A server that has the certificate with its key: from there it is distributed. The session's server comes first.
domain::ServerId authHolder(const LabState &state, const domain::Thumbprint &thumbprint)
{
    const auto has = [&](const LabServerPtr &server) {
        const Placement *placement = server ? server->find(thumbprint) : nullptr;
        return placement && placement->hasPrivateKey;
    };
    const domain::ServerId session = state.organisation.sessionServer;
    if (has(state.server(session)))
        return session;
    for (const LabServerPtr &server : state.servers) {
        if (has(server))
            return server->id();
    }
    return {};
}

/// The certificate that a parameter names, if some server has it; else the error is written.
std::optional<domain::Thumbprint> knownThumbprint(CmdletContext &context, QLatin1String parameter)
{
    const QString text = context.parameters.text(parameter);
    const auto thumbprint = domain::Thumbprint::parse(text);
    if (!thumbprint || authHolder(context.state, *thumbprint).isEmpty()) {
        context.fail({context.texts.notFound(text), u"InvalidArgument"_s, u"C2F0E0A1"_s});
        return std::nullopt;
    }
    return *thumbprint;
}

void deployUnlessSkipped(CmdletContext &context, const domain::Thumbprint &thumbprint)
{
    if (!context.parameters.isOn(QLatin1String("SkipImmediateCertificateDeployment")))
        distribute(context.state, thumbprint, authHolder(context.state, thumbprint), context.nowUtc);
}

Outcome stageNext(CmdletContext &context)
{
    const auto thumbprint = knownThumbprint(context, QLatin1String("NewCertificateThumbprint"));
    if (!thumbprint)
        return Finished{};
    const QDateTime effective = context.parameters.date(QLatin1String("NewCertificateEffectiveDate"));
    if (effective <= context.nowUtc.addSecs(-authDateToleranceSeconds)) {
        context.fail({context.texts.dateInPast(), u"InvalidArgument"_s, u"A6E4B6E3"_s});
        return Finished{};
    }
    const auto store = [thumbprint = *thumbprint, effective](CmdletContext &later) {
        later.state.organisation.auth.next = thumbprint;
        later.state.organisation.auth.nextEffectiveUtc = effective;
        deployUnlessSkipped(later, thumbprint);
    };
    const bool isFar = effective >= context.nowUtc.addSecs(authDeploymentSeconds);
    if (isFar || context.parameters.isOn(QLatin1String("Force"))) {
        store(context);
        return Finished{};
    }
    return Question{context.state.organisation.sessionServer, context.texts.dateWithin48Hours(),
        [store](CmdletContext &later, bool isYes) -> Outcome {
            if (isYes)
                store(later);
            return Finished{};
        }};
}

void publishAndClear(CmdletContext &context)
{
    domain::AuthConfig &auth = context.state.organisation.auth;
    if (context.parameters.isOn(QLatin1String("PublishCertificate"))) {
        if (auth.next.isNull()) {
            context.fail({context.texts.noNextCertificate(), u"InvalidOperation"_s, u"7D1C3A52"_s});
            return;
        }
        publishNext(context.state);
        deployUnlessSkipped(context, auth.current);
    }
    if (context.parameters.isOn(QLatin1String("ClearPreviousCertificate")))
        auth.previous = {};
}

Outcome runSetAuthConfig(CmdletContext &context)
{
    const BoundCmdlet &p = context.parameters;
    if (p.has(QLatin1String("NewCertificateThumbprint")))
        return stageNext(context);
    if (p.has(QLatin1String("CertificateThumbprint"))) {
        if (const auto thumbprint = knownThumbprint(context, QLatin1String("CertificateThumbprint"))) {
            domain::AuthConfig &auth = context.state.organisation.auth;
            if (auth.current != *thumbprint) {
                auth.previous = auth.current;
                auth.current = *thumbprint;
            }
            deployUnlessSkipped(context, *thumbprint);
        }
        return Finished{};
    }
    publishAndClear(context);
    return Finished{};
}

} // namespace

/// Set-AuthConfig: stages, publishes and clears the organisation's Auth certificate.
/// Rules:  a new certificate needs a date in the future (E8) and asks P2 within 48 hours, unless -Force; publishing
///         needs a next certificate; -PublishCertificate and -ClearPreviousCertificate may be combined; a certificate
///         that is staged or published is distributed to the other servers over time.
/// Source: learn.microsoft.com/powershell/module/exchange/set-authconfig
CmdletDefinition setAuthConfig()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString next = u"NewCertificateParameter"_s;
    const QString publishing = u"PublishAuthCertificateParameter"_s;
    const QString current = u"CurrentCertificateParameter"_s;
    return {QLatin1String("Set-AuthConfig"),
        {
            {QLatin1String("NewCertificateThumbprint"), T::Text, S::Mandatory, {next}},
            {QLatin1String("NewCertificateEffectiveDate"), T::Date, S::Mandatory, {next}},
            {QLatin1String("Server"), T::Text, S::Plain, {next}},
            {QLatin1String("SkipImmediateCertificateDeployment"), T::Switch, S::Plain, {next, current}},
            {QLatin1String("PublishCertificate"), T::Switch, S::Plain, {publishing}},
            {QLatin1String("ClearPreviousCertificate"), T::Switch, S::Plain, {publishing}},
            {QLatin1String("CertificateThumbprint"), T::Text, S::Mandatory, {current}},
            {QLatin1String("Force"), T::Switch, S::Plain, {next, publishing, current}},
        },
        QLatin1String("PublishAuthCertificateParameter"), false, false, runSetAuthConfig};
}

} // namespace kakuin::lab
