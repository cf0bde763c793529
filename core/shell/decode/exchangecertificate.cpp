// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangecertificate.h"

#include "core/base/untrustedtext.h"
#include "core/clixml/certificateblob.h"
#include "core/shell/decode/typenames.h"
#include "core/x509/reader.h"

#include <QtCore/QCache>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace kakuin::shell::decode {
namespace {

using clixml::CertificateBlob;
using clixml::Object;
using clixml::Value;
using domain::Certificate;
using domain::CertificateFacts;
using domain::CertificateSource;
using domain::CertificateStatus;
using domain::IisBinding;
using domain::RootCaType;
using domain::ServerId;

constexpr QLatin1String exchangeType("Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate");
constexpr QLatin1String plainType("System.Security.Cryptography.X509Certificates.X509Certificate2");
constexpr qsizetype mostBindings = 1000;

CertificateStatus statusFrom(qint64 number)
{
    const bool isKnown = number >= 0 && number <= static_cast<qint64>(CertificateStatus::PendingRequest);
    return isKnown ? static_cast<CertificateStatus>(number) : CertificateStatus::Unknown;
}

RootCaType rootCaTypeFrom(qint64 number)
{
    const bool isKnown = number >= 0 && number <= static_cast<qint64>(RootCaType::Unknown);
    return isKnown ? static_cast<RootCaType>(number) : RootCaType::Unknown;
}

QList<IisBinding> bindingsFrom(const QStringList &names)
{
    QList<IisBinding> bindings;
    for (const QString &name : names.first(std::min(names.size(), mostBindings)))
        bindings.append(IisBinding::fromServiceName(name));
    return bindings;
}

// The number of an enum, from an object, a number or a word: what a flattened property is depends on the depth
template <size_t Count>
std::optional<qint64> enumNumber(const Value &value, const std::array<QLatin1String, Count> &words)
{
    if (const auto number = value.toInt())
        return number;
    const QString text = value.text().trimmed();
    for (size_t i = 0; i < Count; ++i) {
        if (text.compare(words.at(i), Qt::CaseInsensitive) == 0)
            return static_cast<qint64>(i);
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

constexpr std::array statusWords{QLatin1String("Unknown"), QLatin1String("Valid"), QLatin1String("Revoked"),
    QLatin1String("DateInvalid"), QLatin1String("Untrusted"), QLatin1String("Invalid"),
    QLatin1String("RevocationCheckFailure"), QLatin1String("PendingRequest")};
constexpr std::array rootCaWords{QLatin1String("None"), QLatin1String("ThirdParty"), QLatin1String("Enterprise"),
    QLatin1String("Registry"), QLatin1String("GroupPolicy"), QLatin1String("Unknown")};

std::optional<domain::ServiceSet> servicesFrom(const Value &value)
{
    if (value.isNull())
        return std::nullopt;
    if (const auto number = value.toInt())
        return domain::servicesFromBits(*number);
    const QString text = value.text().trimmed();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return domain::servicesFromBits(number);
    // A word that is not known makes the whole answer unknown: half a list would be read as the truth
    if (text.isEmpty())
        return std::nullopt;
    const auto parsed = domain::parseServices(text.left(1000));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QStringList serviceNames(const Value &value)
{
    QStringList names;
    const QList<Value> items = value.toList();
    for (const Value &item : items.first(std::min(items.size(), mostBindings))) {
        const clixml::ObjectPtr object = item.object();
        const QString named = object ? object->property(u"ServiceName").text() : QString();
        const QString text = (named.isEmpty() ? item.text() : named).trimmed();
        if (!text.isEmpty())
            names.append(text);
    }
    return names;
}

void fillFromBlob(const CertificateBlob &blob, Certificate &out)
{
    out.source = CertificateSource::SerializedObject;
    out.friendlyName = blob.friendlyName;
    out.services = domain::servicesFromBits(blob.services);
    out.hasPrivateKey = blob.hasPrivateKey;
    out.privateKeyExportable = blob.isPrivateKeyExportable;
    out.isSelfSigned = blob.isSelfSigned;
    out.status = statusFrom(blob.status);
    out.rootCaType = rootCaTypeFrom(blob.rootCaType);
    out.iisBindings = bindingsFrom(blob.iisServiceNames);
    out.keyContainer = blob.keyContainer;
    out.keyProvider = blob.keyProvider;
    out.identity = blob.identity;
}

bool isPrinted(const Object &object)
{
    return object.property(QString(printedTextProperty)).toBool().value_or(false);
}

// Each property that is there is known; an object without any of them is RawData only
void fillFromProperties(const Object &object, Certificate &out)
{
    out.friendlyName = object.property(u"FriendlyName").text();
    out.services = servicesFrom(object.property(u"Services"));
    out.hasPrivateKey = object.property(u"HasPrivateKey").toBool();
    out.privateKeyExportable = object.property(u"PrivateKeyExportable").toBool();
    out.isSelfSigned = object.property(u"IsSelfSigned").toBool();
    if (const auto status = enumNumber(object.property(u"Status"), statusWords))
        out.status = statusFrom(*status);
    if (const auto rootCa = enumNumber(object.property(u"RootCAType"), rootCaWords))
        out.rootCaType = rootCaTypeFrom(*rootCa);
    if (const Value sites = object.property(u"IISServices"); !sites.isNull()) {
        const QList<IisBinding> bindings = bindingsFrom(serviceNames(sites));
        // flattened to a type's name they tell no site
        const bool areSites = std::all_of(
            bindings.begin(), bindings.end(), [](const IisBinding &binding) { return binding.siteId != 0; });
        if (areSites)
            out.iisBindings = bindings;
    }
    out.identity = object.property(u"Identity").text().left(1000);
    const bool isAnyKnown = out.services || out.hasPrivateKey || out.privateKeyExportable || out.isSelfSigned
        || out.status || out.rootCaType || out.iisBindings || !out.friendlyName.isEmpty();
    out.source = isPrinted(object) ? CertificateSource::PrintedText
        : isAnyKnown               ? CertificateSource::FlatProperties
                                   : CertificateSource::RawDataOnly;
}

// One certificate lies on many servers, and a plan reads the same store several times: what was read is kept for each
// thread, and the oldest goes first
template <class T, auto read>
Result<T> kept(const QByteArray &bytes)
{
    constexpr qsizetype most = 64;
    constexpr qsizetype longest = 16'384; // an odd one must not stay in memory
    thread_local QCache<QByteArray, T> known(most);
    if (const T *before = known.object(bytes))
        return *before;
    Result<T> now = read(bytes);
    if (now && bytes.size() <= longest)
        known.insert(bytes, new T(*now));
    return now;
}

std::optional<CertificateBlob> blobOf(const Object &object)
{
    const auto bytes = object.property(u"SerializationData").toBytes();
    if (!bytes)
        return std::nullopt;
    auto blob = kept<CertificateBlob, &clixml::readCertificateBlob>(*bytes);
    return blob ? std::optional(std::move(*blob)) : std::nullopt;
}

// "ex01.contoso.com\9A…" -> ex01; a bare thumbprint names nobody
ServerId serverOfIdentity(const QString &identity)
{
    const qsizetype split = identity.indexOf(u'\\');
    return split > 0 ? ServerId::fromHostName(identity.left(split)) : ServerId();
}

ServerId serverOfComputerName(const QString &name)
{
    // The first part of an address is not a host name
    static const QRegularExpression address(QStringLiteral("^[0-9.]+$|:"));
    return address.match(name).hasMatch() ? ServerId(name) : ServerId::fromHostName(name);
}

Result<ServerId> serverOf(const Object &object, const std::optional<CertificateBlob> &blob)
{
    Result<ServerId> server = ServerId();
    const auto asItIs = [](const QString &name) { return ServerId(name); };
    const auto tryNext = [&server](const QString &text, ServerId (*parse)(const QString &)) {
        if (server && server->isEmpty())
            server = safeName(text).transform(parse);
    };
    tryNext(object.property(QString(exportServerProperty)).text(), asItIs);
    if (blob)
        tryNext(blob->identity, &serverOfIdentity);
    tryNext(object.property(u"Identity").text(), &serverOfIdentity);
    tryNext(object.property(u"PSComputerName").text().left(1000), &serverOfComputerName);
    tryNext(object.property(QString(exportFileProperty)).text(), asItIs);
    return server;
}

// "CN=mail, O=Contoso": the first common name, unless it was cut off
QString commonNameOf(const QString &subject)
{
    static const QRegularExpression name(
        QStringLiteral("(?:^|,\\s*)CN=(?:\"((?:[^\"]|\"\")*)\"|([^,\"\u2026]*[^,\"\u2026.]))(?=,|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = name.match(subject);
    return (match.captured(1) + match.captured(2)).trimmed();
}

// What a console printed. Dates, key and extensions are not among it
Result<CertificateFacts> printedFacts(const Object &object)
{
    constexpr qsizetype longestText = 10'000;
    constexpr qsizetype mostNames = 1000;
    const auto text = [&object](QStringView name) { return object.property(name).text().trimmed().left(longestText); };
    const auto thumbprint = domain::Thumbprint::parse(text(u"Thumbprint"));
    if (!thumbprint)
        return fail(ErrorCode::RawDataMissing);
    CertificateFacts facts;
    facts.thumbprint = *thumbprint;
    facts.subject = text(u"Subject");
    facts.issuer = text(u"Issuer");
    facts.subjectCommonName = commonNameOf(facts.subject);
    facts.issuerCommonName = commonNameOf(facts.issuer);
    facts.isSelfIssued = !facts.issuer.isEmpty() && facts.issuer == facts.subject;
    facts.serialNumber = text(u"SerialNumber").toUpper();
    const QList<Value> names = object.property(u"CertificateDomains").toList();
    for (const Value &name : names.first(std::min(names.size(), mostNames)))
        facts.dnsNames.append(name.text().left(longestText));
    const bool isWhole
        = object.property(QString(printedNamesProperty)).toBool().value_or(false) && names.size() <= mostNames;
    facts.dnsNameCount = static_cast<int>(facts.dnsNames.size()) + (isWhole ? 0 : 1); // there may be more
    return facts;
}

// RawData, else what the blob holds. One that cannot be read is not replaced by the other: they are the same bytes
Result<CertificateFacts> factsOf(const Object &object, const std::optional<CertificateBlob> &blob)
{
    const auto rawData = object.property(u"RawData").toBytes();
    if (rawData)
        return kept<CertificateFacts, &x509::readDer>(*rawData);
    if (blob && !blob->der.isEmpty())
        return kept<CertificateFacts, &x509::readDer>(blob->der);
    if (object.property(u"RawData").isNull())
        return isPrinted(object) ? printedFacts(object) : fail(ErrorCode::RawDataMissing);
    return fail(ErrorCode::MalformedCertificate, {}, QStringLiteral("RawData holds no bytes"));
}

} // namespace

bool isExchangeCertificate(const Value &value)
{
    return isOfType(value, exchangeType);
}

bool isPlainCertificate(const Value &value)
{
    return isOfType(value, plainType);
}

Result<ServerId> serverOfCertificate(const Value &value)
{
    const clixml::ObjectPtr object = value.object();
    return object ? serverOf(*object, blobOf(*object)) : ServerId();
}

Result<Certificate> exchangeCertificate(const Value &value, const ServerId &server)
{
    const clixml::ObjectPtr object = value.object();
    const bool isCertificate
        = object && (isExchangeCertificate(value) || isPlainCertificate(value) || object->hasProperty(u"RawData"));
    if (!isCertificate)
        return fail(ErrorCode::UnexpectedOutput, server.name(), bareTypeNameOf(value));
    std::optional<CertificateBlob> blob = blobOf(*object);
    Certificate certificate;
    const Result<ServerId> owner = server.isEmpty() ? serverOf(*object, blob) : server;
    if (!owner)
        return tl::unexpected<Error>(owner.error());
    certificate.server = *owner;
    auto facts = factsOf(*object, blob);
    if (!facts)
        return fail(facts.error().code, certificate.server.name(), facts.error().detail);
    certificate.facts = std::move(*facts);
    // Services of another certificate must not be shown with this one
    if (blob && !blob->der.isEmpty() && blob->der != certificate.facts.der)
        blob.reset();
    if (blob)
        fillFromBlob(*blob, certificate);
    else
        fillFromProperties(*object, certificate);
    return certificate;
}

Result<CertificateFacts> plainCertificate(const Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || !object->hasProperty(u"RawData"))
        return fail(ErrorCode::UnexpectedOutput, {}, bareTypeNameOf(value));
    return factsOf(*object, std::nullopt);
}

} // namespace kakuin::shell::decode
