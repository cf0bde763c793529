// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/serviceassignment.h"
#include "core/x509/maker.h"
#include "core/x509/reader.h"

#include <QtCore/QRegularExpression>

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using domain::Service;
using domain::ServiceSet;

namespace {

constexpr int newCertificateYears = 5;
constexpr int friendlyNameLimit = 64;

bool isDnsName(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"_s);
    return text.size() <= 253 && pattern.match(text).hasMatch();
}

void addDnsName(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
        names.append(name);
}

/// The certificate that is renewed, if one came down the pipeline.
std::shared_ptr<const LabCertificate> renewedCertificate(const CmdletContext &context)
{
    return context.input && context.input->certificate
        ? context.state.certificate(context.input->certificate->thumbprint)
        : nullptr;
}

QStringList dnsNamesFor(const CmdletContext &context, const LabServer &server, const QString &commonName,
    const std::shared_ptr<const LabCertificate> &renewed)
{
    const BoundCmdlet &p = context.parameters;
    const bool includesAny = p.isOn(QLatin1String("IncludeAcceptedDomains"))
        || p.isOn(QLatin1String("IncludeAutoDiscover")) || p.isOn(QLatin1String("IncludeServerFQDN"))
        || p.isOn(QLatin1String("IncludeServerNetBIOSName"));
    const bool isGiven = p.has(QLatin1String("DomainName"));
    QStringList names;
    if (isGiven && p.texts(QLatin1String("DomainName")).isEmpty() && !includesAny)
        return names; // @(): explicitly none, as for an Auth certificate
    if (renewed && !isGiven && !includesAny)
        return renewed->facts.dnsNames;
    // a CN that is no host name ("Microsoft Exchange Server Auth Certificate") stays out
    if (isDnsName(commonName) && (isGiven || includesAny || p.has(QLatin1String("SubjectName"))))
        addDnsName(names, commonName);
    for (const QString &name : p.texts(QLatin1String("DomainName")))
        addDnsName(names, name.trimmed());
    const bool isDefault = !isGiven && !includesAny;
    if (isDefault || p.isOn(QLatin1String("IncludeServerNetBIOSName")))
        addDnsName(names, server.id().name());
    if (isDefault || p.isOn(QLatin1String("IncludeServerFQDN")))
        addDnsName(names, server.about.fqdn);
    if (p.isOn(QLatin1String("IncludeAcceptedDomains")))
        addDnsName(names, context.state.organisation.domain);
    if (p.isOn(QLatin1String("IncludeAutoDiscover")))
        addDnsName(names, u"autodiscover."_s + context.state.organisation.domain);
    return names;
}

ServiceSet wantedServices(const BoundCmdlet &p)
{
    if (p.has(QLatin1String("Services")))
        return domain::servicesFromBits(p.number(QLatin1String("Services"), 0));
    if (p.isOn(QLatin1String("IncludeAcceptedDomains")) || p.isOn(QLatin1String("IncludeAutoDiscover")))
        return Service::Smtp;
    return Service::Imap | Service::Pop | Service::Smtp;
}

QString friendlyNameFor(const CmdletContext &context, const std::shared_ptr<const LabCertificate> &renewed)
{
    if (context.parameters.has(QLatin1String("FriendlyName")))
        return context.parameters.text(QLatin1String("FriendlyName"));
    if (renewed) {
        const LabServerPtr owner = context.state.server(context.input->certificate->server);
        if (const Placement *old = owner ? owner->find(renewed->facts.thumbprint) : nullptr)
            return old->friendlyName;
    }
    return u"Microsoft Exchange"_s;
}

struct MadeCertificate {
    LabCertificate certificate;
    QByteArray pkcs8;
};

Result<MadeCertificate> makeNewCertificate(const CmdletContext &context, const LabServer &server,
    const QString &subject, const std::shared_ptr<const LabCertificate> &renewed)
{
    x509::CertificateRequest request;
    auto name = x509::parseName(subject);
    if (!name)
        return tl::unexpected<Error>(name.error());
    request.subject = *name;
    const auto commonName = std::find_if(
        name->begin(), name->end(), [](const x509::NameAttribute &a) { return a.oid == QLatin1String("2.5.4.3"); });
    request.dnsNames = dnsNamesFor(context, server, commonName == name->end() ? QString() : commonName->value, renewed);
    request.notBeforeUtc = context.nowUtc;
    request.notAfterUtc = context.nowUtc.addYears(newCertificateYears);
    request.hash = server.about.version.product() == domain::Product::Exchange2013
        ? x509::CertificateRequest::Hash::Sha1
        : x509::CertificateRequest::Hash::Sha256;
    int bits = static_cast<int>(context.parameters.number(QLatin1String("KeySize"), 2048));
    if (renewed && !context.parameters.has(QLatin1String("KeySize"))
        && renewed->facts.key.algorithm == domain::KeyFacts::Algorithm::Rsa && renewed->facts.key.bits == 4096)
        bits = 4096; // a weak key is not inherited
    const Result<CertificateMaterial> material = context.material(bits);
    if (!material)
        return tl::unexpected<Error>(material.error());
    request.serial = material->serial;
    auto der = x509::makeSelfSigned(request, material->key);
    if (!der)
        return tl::unexpected<Error>(der.error());
    return x509::readDer(*der).transform([&](domain::CertificateFacts facts) {
        return MadeCertificate{{std::move(facts), 0}, material->key.toPkcs8()};
    });
}

Outcome runNewExchangeCertificate(CmdletContext &context)
{
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const auto renewed = renewedCertificate(context);
    const BoundCmdlet &p = context.parameters;
    const QString given = p.text(QLatin1String("SubjectName"));
    const QString subject = !given.isEmpty() ? given
        : renewed                            ? renewed->facts.subject
                                             : u"CN="_s + server->id().name();
    const qint64 keySize = p.number(QLatin1String("KeySize"), 2048);
    const QString name = friendlyNameFor(context, renewed);
    if ((keySize != 1024 && keySize != 2048 && keySize != 4096) || name.size() > friendlyNameLimit) {
        const bool isKey = name.size() <= friendlyNameLimit;
        context.fail({context.texts.badArgument(isKey ? u"KeySize"_s : u"FriendlyName"_s,
                          isKey ? QString::number(keySize) : name, isKey ? u"System.Int32"_s : u"System.String"_s),
            u"InvalidArgument"_s, u"4E3F1B20"_s});
        return Finished{};
    }
    auto made = makeNewCertificate(context, *server, subject, renewed);
    if (!made) {
        const bool isName = made.error().code == ErrorCode::InvalidArgument;
        context.failOn(*server,
            {isName ? context.texts.invalidSubject(subject) : made.error().detail, u"InvalidArgument"_s,
                u"3B0D2A77"_s});
        return Finished{};
    }
    qint64 keyId = 1;
    for (auto it = context.state.keys.keyBegin(); it != context.state.keys.keyEnd(); ++it)
        keyId = std::max(keyId, *it + 1);
    context.state.keys.insert(keyId, made->pkcs8);
    made->certificate.keyId = keyId;
    const domain::Thumbprint thumbprint = made->certificate.facts.thumbprint;
    context.state.certificates.insert(thumbprint, std::make_shared<LabCertificate>(std::move(made->certificate)));
    Placement placement;
    placement.thumbprint = thumbprint;
    placement.friendlyName = name;
    placement.isExportable = p.isTrue(QLatin1String("PrivateKeyExportable"));
    context.state.change(server->id(), [&](LabServer &changed) { changed.store.prepend(placement); });
    const ServiceSet services = wantedServices(p);
    assignServices(context, server->id(), thumbprint, services);
    const auto write
        = [id = server->id(), thumbprint](CmdletContext &later) { later.writeCertificate(id, thumbprint); };
    if (!services.testFlag(Service::Smtp)) {
        write(context);
        return Finished{};
    }
    return offerInternalTransport(context, server->id(), thumbprint, write);
}

} // namespace

/// New-ExchangeCertificate: a self-signed certificate with a fresh key, for five calendar years.
/// Rules:  subject CN=<server> and the names server and FQDN unless given; a certificate that comes down the pipeline
///         is renewed: subject, names, key size and friendly name are inherited, exportability is not; -Services None
///         gives no services; with SMTP the default SMTP certificate is asked for (P1), when the certificate exists
///         already. Not here: -GenerateRequest (requests to a CA).
/// Source: learn.microsoft.com/powershell/module/exchange/new-exchangecertificate
CmdletDefinition newExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    return {QLatin1String("New-ExchangeCertificate"),
        {
            {QLatin1String("Instance"), T::Certificate, S::FromPipeline},
            {QLatin1String("Server"), T::Text},
            {QLatin1String("Services"), T::Services},
            {QLatin1String("SubjectName"), T::Text},
            {QLatin1String("DomainName"), T::Texts},
            {QLatin1String("FriendlyName"), T::Text},
            {QLatin1String("KeySize"), T::Int},
            {QLatin1String("PrivateKeyExportable"), T::Bool},
            {QLatin1String("SubjectKeyIdentifier"), T::Text},
            {QLatin1String("IncludeAcceptedDomains"), T::Switch},
            {QLatin1String("IncludeAutoDiscover"), T::Switch},
            {QLatin1String("IncludeServerFQDN"), T::Switch},
            {QLatin1String("IncludeServerNetBIOSName"), T::Switch},
            {QLatin1String("Force"), T::Switch},
        },
        {}, true, false, runNewExchangeCertificate};
}

} // namespace kakuin::lab
