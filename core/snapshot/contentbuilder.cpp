// SPDX-License-Identifier: MIT
#include "core/snapshot/contentbuilder.h"

#include "core/base/untrustedtext.h"
#include "core/clixml/object.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/exchangecertificate.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::snapshot {
namespace {

namespace decode = shell::decode;
using clixml::Object;
using clixml::Value;
using domain::CertificateSource;
using domain::ServerId;

QString propertyText(const Value &value, QStringView property)
{
    const clixml::ObjectPtr object = value.object();
    return object ? object->property(property).text() : QString();
}

// What an object is about: its name in the directory, else its name
QString identityOf(const Value &value)
{
    const QString dn = propertyText(value, u"DistinguishedName");
    return dn.isEmpty() ? propertyText(value, u"Identity") + u'|' + propertyText(value, u"Name") : dn;
}

// A copy with one more property
Value withProperty(const Value &value, const QString &name, const Value &property)
{
    auto copy = std::make_shared<Object>(*value.object());
    copy->extended.append({name, property});
    return Value(clixml::ObjectPtr(std::move(copy)));
}

// A copy with what only the other one tells. That it was printed is not taken over: the store was exported
Value withMore(const Value &value, const Value &printed)
{
    auto copy = std::make_shared<Object>(*value.object());
    for (const clixml::Property &property : printed.object()->extended) {
        if (copy->property(property.name).isNull() && !property.name.startsWith(QLatin1String("Kakuin")))
            copy->extended.append(property);
    }
    return Value(clixml::ObjectPtr(std::move(copy)));
}

// "Contoso (contoso.local)": two organisations may well have the same name
QString organisationOf(const Value &value)
{
    const QString dn = propertyText(value, u"DistinguishedName");
    const QString name = decode::organisationName(dn);
    if (name.isEmpty())
        return {};
    QStringList domain;
    for (const auto &part : decode::nameParts(dn)) {
        if (part.first == QLatin1String("DC"))
            domain.append(part.second);
    }
    return QStringLiteral("%1 (%2)").arg(name, domain.join(u'.'));
}

// Less is better: SerializedObject comes before FlatProperties before RawDataOnly
int rankOf(CertificateSource source)
{
    return static_cast<int>(source);
}

} // namespace

bool ContentBuilder::add(ExportKind kind, const Value &value, const ExportFile &file)
{
    if (m_kept.size() + m_certificates.size() >= mostObjects)
        return false;
    Kept candidate{kind, value, file, {}, {}, {}, {}, {}};
    if (kind != ExportKind::Certificate) {
        const clixml::ObjectPtr object = value.object();
        candidate.changedUtc = object ? object->property(u"WhenChangedUTC").toDateTimeUtc() : QDateTime();
        keep(cmdletOf(kind) + u'|' + identityOf(value).toCaseFolded(), candidate);
        return true;
    }
    const Result<ServerId> server = decode::serverOfCertificate(value);
    candidate.server = server.value_or(ServerId());
    if (server && server->isEmpty()) {
        const QString fileName = QFileInfo(file.path).fileName();
        candidate.server
            = safeName(fileName).transform([](const QString &name) { return ServerId(name); }).value_or(ServerId());
        candidate.value = withProperty(value, decode::exportFileProperty, Value(fileName));
    }
    identify(candidate);
    m_certificates.append(candidate);
    return true;
}

void ContentBuilder::addLoose(const domain::CertificateFacts &facts, const ExportFile &file)
{
    m_loose.append({facts, file});
}

void ContentBuilder::identify(Kept &certificate)
{
    const auto read = decode::exchangeCertificate(certificate.value, certificate.server);
    if (!read) // it has no thumbprint, which the reader of the server reports
        return;
    certificate.source = read->source;
    certificate.thumbprint = read->facts.thumbprint;
    const QString host = read->identity.section(u'\\', 0, 0);
    if (read->identity.contains(u'\\') && host.contains(u'.'))
        certificate.fqdn = host.toLower();
}

// A printed certificate, or one that was selected without RawData, gets its bytes from a file with the certificate
void ContentBuilder::addBytes()
{
    QHash<domain::Thumbprint, QByteArray> bytes;
    for (const Loose &loose : std::as_const(m_loose))
        bytes.insert(loose.facts.thumbprint, loose.facts.der);
    for (Kept &kept : m_certificates) {
        const clixml::ObjectPtr object = kept.value.object();
        if (!object || object->hasProperty(u"RawData") || bytes.isEmpty())
            continue;
        const auto thumbprint = domain::Thumbprint::parse(object->property(u"Thumbprint").text());
        const auto found = thumbprint ? bytes.constFind(*thumbprint) : bytes.constEnd();
        if (found == bytes.constEnd())
            continue;
        kept.value = withProperty(kept.value, QStringLiteral("RawData"), Value(Value::Data(*found)));
        identify(kept);
    }
}

// ex01.a.example and ex01.b.example are two servers, which have one name where only the first part counts
void ContentBuilder::separateNamesakes()
{
    QHash<ServerId, QStringList> names;
    for (const Kept &kept : std::as_const(m_certificates)) {
        if (!kept.fqdn.isEmpty() && !names[kept.server].contains(kept.fqdn))
            names[kept.server].append(kept.fqdn);
    }
    for (auto it = names.begin(); it != names.end(); ++it) {
        it->sort();
        if (it->size() > 1)
            m_content.problems.append({ErrorCode::SeveralOrganisations, it->join(QLatin1String(", ")), {}});
    }
    for (Kept &kept : m_certificates) {
        if (kept.fqdn.isEmpty() || names.value(kept.server).size() < 2)
            continue;
        kept.server = ServerId(kept.fqdn);
        kept.value = withProperty(kept.value, decode::exportServerProperty, Value(kept.fqdn));
    }
}

void ContentBuilder::noteLoose()
{
    constexpr qsizetype mostServers = 20;
    QHash<domain::Thumbprint, QStringList> holders;
    for (const Kept &kept : std::as_const(m_kept)) {
        QStringList &servers = holders[kept.thumbprint];
        if (servers.size() < mostServers && !servers.contains(kept.server.name()))
            servers.append(kept.server.name());
    }
    for (const Loose &loose : std::as_const(m_loose)) {
        const QStringList servers = holders.value(loose.facts.thumbprint);
        const domain::CertificateFacts &facts = loose.facts;
        m_content.problems.append({ErrorCode::CertificateOfNoServer, loose.file.path,
            QStringLiteral("%1 | %2 | %3 | %4")
                .arg(facts.thumbprint.toString(), facts.subject, facts.notAfterUtc.toString(Qt::ISODate),
                    servers.isEmpty() ? QStringLiteral("-") : servers.join(QLatin1String(", ")))});
    }
}

void ContentBuilder::dropOldReadings()
{
    constexpr qint64 sameReadingSeconds = 3600; // a collection of a large organisation takes minutes
    QHash<ServerId, QDateTime> times;
    QHash<QString, int> sizes; // of a reading
    const auto reading = [](const Kept &kept) { return kept.file.path + u'\n' + kept.server.name().toCaseFolded(); };
    for (const Kept &kept : std::as_const(m_certificates))
        ++sizes[reading(kept)];
    const auto isWhole = [&](const Kept &kept) {
        return kept.source != CertificateSource::PrintedText && sizes.value(reading(kept)) > 1;
    };
    for (const Kept &kept : std::as_const(m_certificates)) {
        QDateTime &time = times[kept.server];
        if (isWhole(kept) && (!time.isValid() || kept.file.writtenUtc > time))
            time = kept.file.writtenUtc;
    }
    const auto isOld = [&](const Kept &kept) {
        const QDateTime newest = times.value(kept.server);
        return newest.isValid() && kept.file.writtenUtc.secsTo(newest) > sameReadingSeconds;
    };
    QHash<ServerId, QHash<domain::Thumbprint, const Kept *>> held;
    for (const Kept &kept : std::as_const(m_certificates)) {
        if (!isOld(kept))
            held[kept.server].insert(kept.thumbprint, &kept);
    }
    QList<Kept> current;
    for (const Kept &kept : std::as_const(m_certificates)) {
        if (!isOld(kept)) {
            current.append(kept);
            continue;
        }
        const auto &present = *held.constFind(kept.server);
        const Kept *same = present.value(kept.thumbprint);
        const bool tellsLess = same != nullptr && rankOf(kept.source) > rankOf(same->source);
        if (same == nullptr || (!tellsLess && !tellTheSame(kept.kind, same->value, kept.value)))
            noteConflict(same == nullptr ? *present.constBegin().value() : *same, kept);
    }
    m_certificates = current;
}

void ContentBuilder::keep(const QString &key, const Kept &candidate)
{
    const auto it = m_byKey.constFind(key);
    if (it == m_byKey.constEnd()) {
        m_byKey.insert(key, m_kept.size());
        m_kept.append(candidate);
        return;
    }
    Kept &kept = m_kept[*it];
    const bool isRicher = rankOf(candidate.source) < rankOf(kept.source);
    const bool isPoorer = rankOf(candidate.source) > rankOf(kept.source);
    const bool isChangedLater
        = candidate.changedUtc.isValid() && kept.changedUtc.isValid() && candidate.changedUtc != kept.changedUtc;
    const bool isNewer
        = isChangedLater ? candidate.changedUtc > kept.changedUtc : candidate.file.writtenUtc > kept.file.writtenUtc;
    const bool isBetter = isRicher || (!isPoorer && isNewer);
    // What tells less than another cannot contradict it
    const bool isConflict = !isRicher && !isPoorer && !tellTheSame(candidate.kind, kept.value, candidate.value);
    const Kept older = kept;
    if (isBetter)
        kept = candidate;
    const Kept &other = isBetter ? older : candidate;
    if (kept.source == CertificateSource::RawDataOnly && other.source == CertificateSource::PrintedText) {
        kept.value = withMore(kept.value, other.value);
        identify(kept);
    }
    if (isConflict)
        noteConflict(kept, other);
}

// One problem for a pair of files and a kind, however many objects differ.
void ContentBuilder::noteConflict(const Kept &kept, const Kept &other)
{
    const QString key = cmdletOf(kept.kind) + u'|' + kept.file.path + u'|' + other.file.path;
    if (m_conflicts.contains(key))
        return;
    m_conflicts.insert(key, m_content.problems.size());
    m_content.problems.append({ErrorCode::ConflictingExports, other.file.path,
        QStringLiteral("%1: %2").arg(cmdletOf(kept.kind), kept.file.path)});
}

void ContentBuilder::addFile(const ExportFile &file)
{
    m_content.files.append(file.path);
    if (!m_content.takenUtc.isValid() || file.writtenUtc > m_content.takenUtc)
        m_content.takenUtc = file.writtenUtc;
}

void ContentBuilder::add(const SnapshotManifest &manifest)
{
    if (manifest.takenUtc.isValid() && (!m_manifestUtc.isValid() || manifest.takenUtc > m_manifestUtc))
        m_manifestUtc = manifest.takenUtc;
    for (const QString &cmdlet : manifest.cmdlets) {
        if (const ExportKind kind = kindOfCmdlet(cmdlet); kind != ExportKind::Unknown)
            m_content.answered.insert(kind);
    }
}

void ContentBuilder::noteOrganisations()
{
    QStringList names;
    QSet<QString> known;
    for (const Kept &kept : std::as_const(m_kept)) {
        const QString name = organisationOf(kept.value);
        const QString key = name.toCaseFolded();
        if (!name.isEmpty() && !known.contains(key))
            names.append(name);
        known.insert(key);
    }
    names.sort(Qt::CaseInsensitive);
    if (names.size() > 1)
        m_content.problems.append({ErrorCode::SeveralOrganisations, names.join(QLatin1String(", ")), {}});
}

SnapshotContent ContentBuilder::build(const QString &name)
{
    m_content.name = name;
    if (m_manifestUtc.isValid())
        m_content.takenUtc = m_manifestUtc;
    addBytes();
    separateNamesakes();
    dropOldReadings();
    for (const Kept &kept : std::as_const(m_certificates)) {
        if (kept.thumbprint.isNull())
            m_kept.append(kept);
        else
            keep(kept.server.name().toCaseFolded() + u'\\' + kept.thumbprint.toString(), kept);
    }
    noteOrganisations();
    noteLoose();
    for (const Kept &kept : std::as_const(m_kept)) {
        if (kept.kind == ExportKind::Certificate)
            m_content.certificates.append({kept.value, kept.server, kept.thumbprint, kept.source});
        else
            m_content.objects[kept.kind].append(kept.value);
    }
    return std::move(m_content);
}

} // namespace kakuin::snapshot
