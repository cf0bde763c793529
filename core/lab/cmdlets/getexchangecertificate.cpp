// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/certificateobject.h"
#include "core/lab/cmdletcontext.h"

#include <algorithm>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

bool namesAnyDomain(const domain::CertificateFacts &facts, const QStringList &domains)
{
    return std::any_of(domains.begin(), domains.end(), [&](const QString &domain) {
        const auto matches = [&](const QString &name) {
            if (name.compare(domain, Qt::CaseInsensitive) == 0)
                return true;
            const qsizetype dot = domain.indexOf(u'.');
            return name.startsWith(QLatin1String("*.")) && dot > 0
                && domain.mid(dot).compare(name.mid(1), Qt::CaseInsensitive) == 0;
        };
        return matches(facts.subjectCommonName) || std::any_of(facts.dnsNames.begin(), facts.dnsNames.end(), matches);
    });
}

/// Exchange's order of preference: valid before invalid, issued by a CA before self-signed, newest first.
QList<domain::Thumbprint> byPreference(
    const CmdletContext &context, const LabServer &server, const QStringList &domains)
{
    struct Candidate {
        domain::Thumbprint thumbprint;
        bool isValid;
        bool isSelfSigned;
        QDateTime notBefore;
    };
    QList<Candidate> candidates;
    for (const Placement &placement : server.store) {
        const auto certificate = context.state.certificate(placement.thumbprint);
        if (certificate && namesAnyDomain(certificate->facts, domains)) {
            candidates.append({placement.thumbprint,
                statusOf(placement, *certificate, context.nowUtc) == domain::CertificateStatus::Valid,
                certificate->facts.isSelfIssued, certificate->facts.notBeforeUtc});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        if (a.isValid != b.isValid)
            return a.isValid;
        if (a.isSelfSigned != b.isSelfSigned)
            return b.isSelfSigned;
        return a.notBefore > b.notBefore;
    });
    QList<domain::Thumbprint> order;
    for (const Candidate &candidate : std::as_const(candidates))
        order.append(candidate.thumbprint);
    return order;
}

Outcome runGetExchangeCertificate(CmdletContext &context)
{
    if (context.input && context.input->certificate) {
        context.writeCertificate(context.input->certificate->server, context.input->certificate->thumbprint);
        return Finished{};
    }
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const QString wanted = context.wantedThumbprint();
    if (!wanted.isEmpty()) {
        if (const Placement *found = context.findCertificate(*server, wanted, u"71D7F7B0"_s))
            context.writeCertificate(server->id(), found->thumbprint);
        return Finished{};
    }
    if (context.parameters.has(QLatin1String("DomainName"))) {
        const QStringList domains = context.parameters.texts(QLatin1String("DomainName"));
        for (const domain::Thumbprint &thumbprint : byPreference(context, *server, domains))
            context.writeCertificate(server->id(), thumbprint);
        return Finished{};
    }
    for (const Placement &placement : server->store)
        context.writeCertificate(server->id(), placement.thumbprint);
    return Finished{};
}

} // namespace

/// Get-ExchangeCertificate: the certificates of one server's store.
/// Rules:  without -Thumbprint all of them; an unknown thumbprint is E3; -DomainName keeps those that name one of the
///         domains, the one that Exchange would choose first. A thumbprint comes down the pipeline by value.
/// Source: learn.microsoft.com/powershell/module/exchange/get-exchangecertificate
CmdletDefinition getExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString byThumbprint = u"Thumbprint"_s;
    const QString byIdentity = u"Identity"_s;
    const QString byInstance = u"Instance"_s;
    return {QLatin1String("Get-ExchangeCertificate"),
        {
            {QLatin1String("Thumbprint"), T::Text, S::FromPipeline, {byThumbprint}},
            {QLatin1String("Identity"), T::Text, S::Plain, {byIdentity}},
            {QLatin1String("Instance"), T::Certificate, S::FromPipeline, {byInstance}},
            {QLatin1String("Server"), T::Text, S::Plain, {byThumbprint, byInstance}},
            {QLatin1String("DomainName"), T::Texts},
        },
        QLatin1String("Thumbprint"), true, false, runGetExchangeCertificate};
}

} // namespace kakuin::lab
