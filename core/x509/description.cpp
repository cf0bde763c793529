// SPDX-License-Identifier: MIT
#include "core/x509/description.h"

#include "core/x509/extensiontext_p.h"
#include "core/x509/reader.h"
#include "core/x509/reader_p.h"

#include <QtCore/QCryptographicHash>

namespace kakuin::x509 {
namespace {

constexpr qsizetype maxKeyBytes = 8192;
constexpr int maxVersion = 1000;

template <class T, auto freeFunction>
Owned<T, freeFunction> extensionValue(const X509 *certificate, int nid)
{
    return Owned<T, freeFunction>(static_cast<T *>(X509_get_ext_d2i(certificate, nid, nullptr, nullptr)));
}

// a claim becomes a proof: the names are the same and the key in the certificate made its signature
bool isProvedSelfSigned(X509 *certificate, const domain::CertificateFacts &facts)
{
    EVP_PKEY *key = facts.isSelfIssued ? X509_get0_pubkey(certificate) : nullptr;
    return key && X509_verify(certificate, key) == 1;
}

void readAlgorithms(const X509 *certificate, CertificateDescription &description)
{
    const X509_ALGOR *algorithm = X509_get0_tbs_sigalg(certificate);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    description.signatureOid = oidText(object);
    const QByteArray key = bytesOf(X509_get0_pubkey_bitstr(certificate));
    description.publicKeyHex = QString::fromLatin1(key.left(maxKeyBytes).toHex(' '));
    if (key.size() > maxKeyBytes)
        description.publicKeyHex += u'…';
}

void readAlternativeNames(const X509 *certificate, CertificateDescription &description)
{
    forEachExtension<GeneralNamesPtr>(certificate, NID_subject_alt_name, [&](const auto *names) {
        for (int i = 0; i < sk_GENERAL_NAME_num(names) && description.alternativeNames.size() < maxNames; ++i)
            description.alternativeNames += generalName(sk_GENERAL_NAME_value(names, i));
    });
}

void readConstraints(const X509 *certificate, CertificateDescription &description)
{
    const auto constraints
        = extensionValue<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>(certificate, NID_basic_constraints);
    if (!constraints)
        return;
    description.isCa = constraints->ca != 0;
    const qint64 length = constraints->pathlen ? ASN1_INTEGER_get(constraints->pathlen) : -1;
    if (length >= 0 && length <= std::numeric_limits<int>::max())
        description.pathLength = static_cast<int>(length);
}

void readKeyIds(const X509 *certificate, CertificateDescription &description)
{
    const auto subjectId
        = extensionValue<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>(certificate, NID_subject_key_identifier);
    const auto authorityId
        = extensionValue<AUTHORITY_KEYID, AUTHORITY_KEYID_free>(certificate, NID_authority_key_identifier);
    description.subjectKeyId = bytesOf(subjectId.get());
    description.authorityKeyId = authorityId ? bytesOf(authorityId->keyid) : QByteArray();
}

void readExtensions(const X509 *certificate, CertificateDescription &description)
{
    const int count = qMin(X509_get_ext_count(certificate), maxExtensions);
    for (int i = 0; i < count; ++i) {
        X509_EXTENSION *extension = X509_get_ext(certificate, i);
        ExtensionDescription described;
        described.oid = oidText(X509_EXTENSION_get_object(extension));
        const QString name = oidName(described.oid);
        described.name = name.isEmpty() ? described.oid : name;
        described.isCritical = X509_EXTENSION_get_critical(extension) != 0;
        described.text = extensionText(extension);
        described.value = bytesOf(X509_EXTENSION_get_data(extension));
        description.extensions += described;
    }
}

} // namespace

Result<CertificateDescription> describe(const QByteArray &der)
{
    const ErrorQueueMark mark;
    QString reason;
    const X509Ptr certificate = parseCertificate(der, reason);
    if (!certificate)
        return fail(ErrorCode::MalformedCertificate, {}, reason);
    CertificateDescription description;
    description.facts = factsOf(certificate.get(), der);
    description.version = static_cast<int>(qBound(0L, X509_get_version(certificate.get()) + 1, long{maxVersion}));
    description.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    description.isSelfSigned = isProvedSelfSigned(certificate.get(), description.facts);
    readAlgorithms(certificate.get(), description);
    readAlternativeNames(certificate.get(), description);
    const auto usage = extensionValue<ASN1_BIT_STRING, ASN1_BIT_STRING_free>(certificate.get(), NID_key_usage);
    description.keyUsages = keyUsageNames(usage.get());
    description.extendedKeyUsages = description.facts.extendedKeyUsageOids;
    readConstraints(certificate.get(), description);
    readKeyIds(certificate.get(), description);
    readExtensions(certificate.get(), description);
    return description;
}

} // namespace kakuin::x509
