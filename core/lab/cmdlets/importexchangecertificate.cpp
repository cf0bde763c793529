// SPDX-License-Identifier: MIT
#include "core/lab/cmdlets/cmdlets.h"

#include "core/lab/cmdletcontext.h"
#include "core/lab/servicelets.h"
#include "core/x509/pfx.h"
#include "core/x509/reader.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

struct ImportedCertificate {
    domain::CertificateFacts facts;
    QByteArray pkcs8; ///< empty: a certificate alone
    QString friendlyName;
};

/// A PFX as bytes or base64, or a certificate alone as DER or PEM.
std::optional<ImportedCertificate> readImport(const QByteArray &data, const Secret &password)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        data.simplified().replace(' ', ""), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    QList<QByteArray> forms{data};
    if (decoded)
        forms.append(*decoded);
    for (const QByteArray &form : std::as_const(forms)) {
        if (const auto pfx = x509::readPfx(form, password)) {
            if (auto facts = x509::readDer(pfx->certificateDer))
                return ImportedCertificate{
                    std::move(*facts), pfx->key.isNull() ? QByteArray() : pfx->key.toPkcs8(), pfx->friendlyName};
        }
        if (auto facts = x509::readDer(form))
            return ImportedCertificate{std::move(*facts), {}, {}};
    }
    if (const auto pem = x509::readPem(data))
        return ImportedCertificate{pem->first(), {}, {}};
    return std::nullopt;
}

/// The key's id: that of a certificate which the organisation knows with its key, or a new one.
qint64 keepKey(LabState &state, const ImportedCertificate &imported)
{
    const auto known = state.certificate(imported.facts.thumbprint);
    if (known && (known->keyId != 0 || imported.pkcs8.isEmpty()))
        return known->keyId;
    qint64 id = 0;
    if (!imported.pkcs8.isEmpty()) {
        for (auto it = state.keys.keyBegin(); it != state.keys.keyEnd(); ++it)
            id = std::max(id, *it);
        state.keys.insert(++id, imported.pkcs8);
    }
    state.certificates.insert(
        imported.facts.thumbprint, std::make_shared<LabCertificate>(LabCertificate{imported.facts, id}));
    return id;
}

std::optional<QByteArray> importedBytes(CmdletContext &context)
{
    if (context.parameters.has(QLatin1String("FileData")))
        return context.parameters.bytes(QLatin1String("FileData"));
    const QString path = context.parameters.text(QLatin1String("FileName"));
    const auto file = context.state.files.constFind(path.toLower());
    if (file != context.state.files.constEnd())
        return *file;
    context.fail({context.texts.fileNotFound(path), u"ObjectNotFound"_s, u"5B7A1C09"_s});
    return std::nullopt;
}

Outcome runImportExchangeCertificate(CmdletContext &context)
{
    const LabServerPtr server = context.reachServer();
    if (!server)
        return Finished{};
    const auto data = importedBytes(context);
    if (!data)
        return Finished{};
    const auto imported = readImport(*data, context.parameters.password(QLatin1String("Password")));
    if (!imported) {
        context.failOn(*server, {context.texts.badImport(), u"ReadError"_s, u"A39CF339"_s});
        return Finished{};
    }
    const domain::Thumbprint thumbprint = imported->facts.thumbprint;
    if (server->find(thumbprint)) {
        context.failOn(*server, {context.texts.duplicate(thumbprint), u"InvalidOperation"_s, u"9E2B4D17"_s});
        return Finished{};
    }
    keepKey(context.state, *imported);
    Placement placement;
    placement.thumbprint = thumbprint;
    placement.friendlyName = context.parameters.has(QLatin1String("FriendlyName"))
        ? context.parameters.text(QLatin1String("FriendlyName"))
        : imported->friendlyName;
    placement.hasPrivateKey = !imported->pkcs8.isEmpty();
    placement.isExportable
        = placement.hasPrivateKey && context.parameters.isTrue(QLatin1String("PrivateKeyExportable"));
    if (!imported->facts.isSelfIssued)
        placement.rootCaType = domain::RootCaType::ThirdParty;
    context.state.change(server->id(), [&](LabServer &changed) { changed.store.append(placement); });
    const domain::AuthConfig &auth = context.state.organisation.auth;
    if (placement.hasPrivateKey && (thumbprint == auth.current || thumbprint == auth.next))
        distributeWithinSite(context.state, thumbprint, server->id(), context.nowUtc);
    context.writeCertificate(server->id(), thumbprint);
    return Finished{};
}

} // namespace

/// Import-ExchangeCertificate: a PFX, or a certificate alone, into a server's store.
/// Rules:  E6 for a bad file or password, E7 when the certificate is there already; no services are assigned; the key
///         is not exportable unless -PrivateKeyExportable. An Auth certificate spreads from there within the site.
/// Source: learn.microsoft.com/powershell/module/exchange/import-exchangecertificate
CmdletDefinition importExchangeCertificate()
{
    using S = ParameterSpec;
    using T = ParameterType;
    const QString byData = u"FileData"_s;
    const QString byFile = u"FileName"_s;
    return {QLatin1String("Import-ExchangeCertificate"),
        {
            {QLatin1String("FileData"), T::Bytes, S::Mandatory, {byData}},
            {QLatin1String("FileName"), T::Text, S::Mandatory | S::Only2013, {byFile}},
            {QLatin1String("Server"), T::Text},
            {QLatin1String("Password"), T::Password},
            {QLatin1String("PrivateKeyExportable"), T::Bool},
            {QLatin1String("FriendlyName"), T::Text},
        },
        QLatin1String("FileData"), true, false, runImportExchangeCertificate};
}

} // namespace kakuin::lab
