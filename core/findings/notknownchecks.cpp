// SPDX-License-Identifier: MIT
#include "core/findings/checks.h"

#include "core/domain/fitness.h"

#include <QtCore/QMap>

#include <algorithm>

namespace kakuin::findings {

using namespace domain;

namespace {

constexpr qsizetype mostReasons = 20;

Finding notKnown(Code code, const Subject &subject, const QList<Code> &unanswered, const Task &task = {})
{
    return {code, Severity::NotKnown, subject, {}, task, unanswered};
}

// Edge servers have neither web sites nor the Auth certificate
QList<Code> concerning(const Server &server, const QList<Code> &codes)
{
    QList<Code> out;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(out),
        [&](Code code) { return !server.isEdge() || (kindOf(code) != Kind::Auth && kindOf(code) != Kind::WebSites); });
    return out;
}

void addReasons(Finding &finding, const QList<Error> &errors)
{
    for (qsizetype i = 0; i < std::min(errors.size(), mostReasons); ++i)
        finding.evidence.append({Fact::Reason, errors.at(i)});
}

// What is being read is no finding: it will be known in a moment
template <class T>
bool isComing(const Result<T> &part)
{
    return !part && part.error().code == ErrorCode::BeingRead;
}

bool isHashKnown(const CertificateFacts &facts)
{
    // an algorithm that has a name but fixes no hash (Ed25519) is known
    return !facts.signatureHash.isEmpty()
        || (!facts.signatureAlgorithm.isEmpty() && !facts.signatureAlgorithm.front().isDigit());
}

} // namespace

Parts missingOf(const CertificateView &view)
{
    const Certificate &certificate = *view.certificate;
    const CertificateFacts &facts = certificate.facts;
    Parts missing;
    missing.setFlag(Part::Dates, !facts.notAfterUtc.isValid() || !facts.notBeforeUtc.isValid());
    missing.setFlag(
        Part::Key, facts.key.algorithm == KeyFacts::Algorithm::Unknown || facts.key.bits <= 0 || !isHashKnown(facts));
    missing.setFlag(Part::Status, !certificate.status || *certificate.status == CertificateStatus::Unknown);
    missing.setFlag(Part::Services, !certificate.services);
    missing.setFlag(Part::PrivateKey, !certificate.hasPrivateKey);
    missing.setFlag(Part::Exportable, !certificate.privateKeyExportable);
    missing.setFlag(Part::IisBindings, !certificate.iisBindings);
    missing.setFlag(Part::TrustedRoot, !certificate.rootCaType);
    // only the serialized object tells the container, which is what proves the role
    missing.setFlag(Part::KeyContainer, mayBeOfWmSvc(certificate));
    return missing;
}

void checkServerRead(const ServerEntry &entry, const Picture &, Found &found)
{
    const Subject subject = Subject::of(entry.server.id);
    const Task readAgain{Task::Kind::ReadAgain, {}, {entry.server.id}};
    const QList<Code> all = concerning(entry.server, codesThatNeed(Part::Certificates));
    const bool isOld = entry.certificates && entry.reading.failure; // what was read before stays
    if (isOld || (!entry.certificates && !isComing(entry.certificates))) {
        Finding finding = notKnown(Code::ServerNotRead, subject, all, readAgain);
        finding.evidence.append({Fact::Reason, isOld ? *entry.reading.failure : entry.certificates.error()});
        found.append(finding);
    } else if (entry.certificates && !entry.unreadable.isEmpty()) {
        Finding finding = notKnown(Code::CertificateUnreadable, subject, all);
        finding.evidence.append({Fact::Concerned, static_cast<qint64>(entry.unreadable.size())});
        addReasons(finding, entry.unreadable);
        found.append(finding);
    }
    if (!entry.transport && !isComing(entry.transport)) {
        Finding finding = notKnown(
            Code::TransportNotRead, subject, concerning(entry.server, codesThatNeed(Part::Transport)), readAgain);
        finding.evidence.append({Fact::Reason, entry.transport.error()});
        found.append(finding);
    }
}

// Closed ports are an answer: most servers have no IMAP, and no Web Management Service. Only the web sites that every
// server has are missed.
void checkPortsRead(const ServerEntry &entry, const Picture &, Found &found)
{
    Finding finding = notKnown(Code::PortsNotRead, Subject::of(entry.server.id),
        concerning(entry.server, codesThatNeed(Part::Ports)), {Task::Kind::CheckPorts, {}, {entry.server.id}});
    for (const LiveReading &reading : entry.liveReadings) {
        if (reading.served || reading.served.error().code == ErrorCode::ServiceUnavailable)
            continue;
        const bool isSite
            = reading.port.service == LiveService::FrontEnd || reading.port.service == LiveService::BackEnd;
        if (isSite || reading.served.error().code != ErrorCode::PortClosed)
            finding.evidence.append({Fact::PortAnswered, reading});
    }
    if (!finding.evidence.isEmpty())
        found.append(finding);
}

// What a session without full serialization leaves out, for all certificates of a server together
void checkDetails(const ServerView &server, const Picture &picture, Found &found)
{
    Parts missing;
    // a server that the list does not have, or has without its roles: what it has to do is not known
    missing.setFlag(Part::ServerList, picture.inventory.serverList && !server.entry->server.roles);
    missing.setFlag(Part::Certificates, server.entry->isExcerpt); // there may be more of them
    qint64 concerned = 0;
    for (const CertificateView &view : server.certificates) {
        const Parts ofThis = view.isForeign || view.isPending ? Parts() : missingOf(view);
        missing |= ofThis;
        concerned += ofThis ? 1 : 0;
    }
    if (!missing)
        return;
    Finding finding = notKnown(Code::DetailsNotKnown, Subject::of(server.entry->server.id),
        concerning(server.entry->server, codesThatNeed(missing)));
    finding.evidence.append({Fact::Concerned, concerned});
    for (const Part part : partsIn(missing))
        finding.evidence.append({Fact::Missing, static_cast<qint64>(part)});
    found.append(finding);
}

namespace {

template <class T>
void checkPart(const Result<T> &part, Part which, Found &found)
{
    if (part || isComing(part))
        return;
    Finding finding = notKnown(Code::PartNotRead, Subject::organisation(partName(which)), codesThatNeed(which),
        {Task::Kind::ReadAgain, {}, {}});
    finding.evidence = {{Fact::Missing, static_cast<qint64>(which)}, {Fact::Reason, part.error()}};
    found.append(finding);
}

void checkSites(const Picture &picture, Found &found)
{
    QList<ServerId> without;
    for (const ServerEntry *entry : picture.authServers()) {
        if (entry->server.site.isEmpty())
            without.append(entry->server.id);
    }
    if (without.isEmpty() || !picture.inventory.serverList)
        return; // without a list of servers that is said already
    Finding finding
        = notKnown(Code::SiteNotKnown, Subject::organisation(partName(Part::Site)), codesThatNeed(Part::Site));
    addServers(finding.evidence, Fact::OnServer, without);
    found.append(finding);
}

void checkProblems(const Picture &picture, Found &found)
{
    QMap<QString, QList<Error>> bySubject; // one finding for a file, however much is wrong with it
    for (const Error &error : picture.inventory.problems)
        bySubject[error.subject].append(error);
    for (auto it = bySubject.begin(); it != bySubject.end(); ++it) {
        const bool isDamaged = std::any_of(it.value().begin(), it.value().end(), advice::isDamage);
        Finding finding = notKnown(Code::InputProblem, Subject::organisation(QStringLiteral("input/") + it.key()),
            isDamaged ? codesThatNeed(Part::Certificates) : QList<Code>());
        addReasons(finding, it.value());
        if (std::all_of(it.value().begin(), it.value().end(), advice::isNote))
            finding.severity = Severity::Information;
        found.append(finding);
    }
}

// What a live check has looked at on every server is not unseen any more; what did not answer has a finding of its own.
bool isSeenOnPorts(Unseen unseen, const QList<ServerEntry> &servers)
{
    if (unseen != Unseen::WmSvcBinding && unseen != Unseen::ServedPorts)
        return false;
    return std::all_of(servers.begin(), servers.end(), [unseen](const ServerEntry &entry) {
        const QList<LiveReading> &ports = entry.liveReadings;
        return unseen == Unseen::ServedPorts ? !ports.isEmpty()
                                             : entry.server.isEdge()
                || std::any_of(ports.begin(), ports.end(),
                    [](const LiveReading &reading) { return reading.port.service == LiveService::WmSvc; });
    });
}

// Only the serialized object tells the provider. It matters for few certificates and is rarely wrong, so data without it is
// not called incomplete.
bool isProviderOpen(const ServerEntry &entry)
{
    const QList<Certificate> certificates = entry.certificates.value_or(QList<Certificate>());
    return std::any_of(certificates.begin(), certificates.end(), [&entry](const Certificate &one) {
        const bool isTransport = entry.transport && entry.transport->thumbprint == one.facts.thumbprint;
        return one.source != CertificateSource::SerializedObject
            && (isTransport || one.isBoundToSite(IisBinding::frontEndSite));
    });
}

void checkUnseen(const Picture &picture, Found &found)
{
    if (picture.inventory.servers.isEmpty())
        return;
    const bool isHybridOrNotKnown = !picture.inventory.hybrid || picture.inventory.hybrid->has_value();
    const bool arePortsSeen = isSeenOnPorts(Unseen::ServedPorts, picture.inventory.servers);
    Finding finding = notKnown(
        Code::BeyondInventory, Subject::organisation(), arePortsSeen ? QList<Code>() : codesThatNeed(Part::Ports), {});
    for (int i = 0; i < static_cast<int>(Unseen::Count_); ++i) {
        const auto unseen = static_cast<Unseen>(i);
        const bool isOfHybrid = unseen == Unseen::AuthEntraKey;
        if ((!isOfHybrid || isHybridOrNotKnown) && !isSeenOnPorts(unseen, picture.inventory.servers))
            finding.evidence.append({Fact::Unseen, static_cast<qint64>(i)});
    }
    if (std::any_of(picture.inventory.servers.begin(), picture.inventory.servers.end(), isProviderOpen)) {
        finding.evidence.append({Fact::Missing, static_cast<qint64>(Part::KeyProvider)});
        finding.unanswered += codesThatNeed(Part::KeyProvider);
    }
    found.append(finding);
}

} // namespace

void checkParts(const Picture &picture, Found &found)
{
    const Inventory &inventory = picture.inventory;
    checkPart(inventory.serverList, Part::ServerList, found);
    checkPart(inventory.authConfig, Part::AuthConfig, found);
    checkPart(inventory.sendConnectors, Part::SendConnectors, found);
    checkPart(inventory.receiveConnectors, Part::ReceiveConnectors, found);
    checkPart(inventory.hybrid, Part::Hybrid, found);
    checkSites(picture, found);
    checkProblems(picture, found);
    checkUnseen(picture, found);
}

} // namespace kakuin::findings
