// SPDX-License-Identifier: MIT
#include "ui/views/details/serversheet.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/domain/roles.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/livetext.h"
#include "text/readingtext.h"
#include "text/roletext.h"
#include "text/servertext.h"

namespace kakuin::ui {
namespace {

constexpr qsizetype longestServerText = 400;
constexpr qsizetype mostRows = 200;

// Most servers have closed ports; one that answers in clear only is worth a look; of the others nothing is known
models::Severity severityOfPortError(ErrorCode ofPort)
{
    return ofPort == ErrorCode::PortClosed        ? models::Severity::Information
        : ofPort == ErrorCode::ServiceUnavailable ? models::Severity::Soon
                                                  : models::Severity::NotKnown;
}

} // namespace

QList<SheetBlock> ServerSheet::blocks(
    const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    const domain::Server &server = entry.server;
    const auto text
        = [](const QString &value) { return value.isEmpty() ? tr("not known") : singleLine(value, longestServerText); };
    QList<SheetBlock> all{SheetBlock::title(text(server.id.name()))};
    all.append(SheetBlock::subtitle(ServerText::roles(server.roles)));
    if (!entry.certificates) {
        const Error &error = entry.certificates.error();
        const auto severity = error.code == ErrorCode::NotRead || error.code == ErrorCode::NotExported
                || error.code == ErrorCode::BeingRead
            ? models::Severity::NotKnown
            : models::Severity::Expired;
        all.append(SheetBlock::marked(severity, ErrorText::full(error)));
    }
    const QString age = entry.certificates ? ReadingText::sentences(entry.reading, entry.readUtc, nowUtc) : QString();
    if (!age.isEmpty())
        all.append(SheetBlock::marked(models::Severity::NotKnown, age));
    const QString version = server.version.displayText();
    //: %1: product and update such as "2013 CU23", %2: build number
    all.append(SheetBlock::fact(tr("Exchange"),
        version.isEmpty() ? tr("not known") : tr("%1 (build %2)").arg(version, server.version.number.toString())));
    all.append(SheetBlock::fact(tr("Host name"), text(server.fqdn)));
    all.append(SheetBlock::fact(tr("Edition"), text(server.edition)));
    all.append(SheetBlock::fact(tr("Site"), text(server.site)));
    all.append(SheetBlock::fact(tr("Availability group"),
        !server.dag.isEmpty()                    ? singleLine(server.dag, longestServerText)
            : evaluation.inventory()->serverList ? tr("none")
                                                 : tr("not known")));
    all.append(SheetBlock::fact(
        tr("Read"), entry.readUtc.isValid() ? ExpiryText::dayAndTime(entry.readUtc) : tr("not read yet")));
    all.append(transport(entry, evaluation, nowUtc));
    all.append(ports(entry, evaluation, nowUtc));
    all.append(certificates(entry, evaluation, nowUtc));
    return all;
}

QList<SheetBlock> ServerSheet::transport(
    const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Internal transport certificate"))};
    if (!entry.transport) {
        blocks.append(
            SheetBlock::marked(models::Severity::NotKnown, tr("Not known."), ErrorText::full(entry.transport.error())));
        return blocks;
    }
    const QString origin = ServerText::transportOrigin(entry.transport->origin);
    const domain::Thumbprint &thumbprint = entry.transport->thumbprint;
    if (thumbprint.isNull()) {
        blocks.append(SheetBlock::marked(models::Severity::Urgent,
            tr("None is set. Assign SMTP to a certificate of this server, and answer Yes when it asks."), origin));
        return blocks;
    }
    const domain::Certificate *certificate = entry.find(thumbprint);
    if (certificate == nullptr) {
        blocks.append(entry.certificates
                ? SheetBlock::marked(models::Severity::Expired,
                    tr("%1 is set, but the server does not have it. Mail between the servers is at risk: renew the "
                       "server's certificate.")
                        .arg(thumbprint.toGroupedString()),
                    origin)
                : SheetBlock::marked(models::Severity::NotKnown,
                    tr("%1 is set; the server's certificates were not read.").arg(thumbprint.toGroupedString()),
                    origin));
        return blocks;
    }
    const domain::Expiry expiry = evaluation.policy().expiryOf(*certificate, nowUtc);
    //: %1: name of a certificate, %2: "in 12 days"
    blocks.append(SheetBlock::marked(models::severityOf(evaluation.urgencies().of(certificate->id()), expiry.band),
        tr("%1 · %2").arg(
            certificate->displayName(), ExpiryText::remaining(expiry, certificate->facts.notAfterUtc, nowUtc)),
        //: %1: a thumbprint, %2: "Read from Get-TransportService"
        tr("%1 · %2", "thumbprint and source").arg(thumbprint.toGroupedString(), origin)));
    return blocks;
}

QList<SheetBlock> ServerSheet::ports(
    const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    QList<SheetBlock> blocks;
    if (!entry.liveReadings.isEmpty())
        blocks.append(SheetBlock::heading(tr("Served by ports")));
    for (const domain::LiveReading &reading : entry.liveReadings) {
        const QString port = LiveText::port(reading.port);
        if (!reading.served) {
            blocks.append(SheetBlock::marked(severityOfPortError(reading.served.error().code), port,
                //: %1: a sentence, %2: "Looked at 14:03"
                tr("%1 %2").arg(LiveText::failure(reading.served.error()), LiveText::seen(reading, nowUtc))));
            continue;
        }
        const domain::CertificateFacts &facts = reading.served->facts;
        const domain::Expiry expiry
            = domain::expiryOf(facts.notAfterUtc, nowUtc, evaluation.policy().bandsFor(facts, facts.isSelfIssued));
        const domain::CertificateId id{entry.server.id, facts.thumbprint};
        const bool isKnown = entry.find(facts.thumbprint) != nullptr;
        const bool isStranger = entry.certificates && !isKnown;
        const models::Severity life = isKnown
            ? models::severityOf(evaluation.urgencies().of(id), expiry.band)
            : models::severityOf(expiry.band); // no finding is about what the store does not hold
        const bool isMarked = isStranger && life != models::Severity::Expired;
        QString detail = QStringLiteral("%1\n%2").arg(LiveText::certificate(*reading.served, entry),
            //: %1: "in 12 days", %2: "Seen at 14:03"
            tr("%1 · %2", "remaining life and time of the check")
                .arg(ExpiryText::remaining(expiry, facts.notAfterUtc, nowUtc), LiveText::seen(reading, nowUtc)));
        if (isStranger)
            detail += u'\n' + tr("The server's store does not hold this certificate.");
        const SheetBlock block = SheetBlock::marked(isMarked ? models::Severity::Soon : life, port, detail);
        blocks.append(isKnown ? block.leadingTo(id) : block);
    }
    return blocks;
}

QList<SheetBlock> ServerSheet::certificates(
    const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    QList<SheetBlock> blocks;
    if (entry.certificates) {
        const auto count = static_cast<int>(entry.certificates->size());
        blocks.append(SheetBlock::heading(tr("%n certificates", nullptr, count)));
        if (count == 0)
            blocks.append(SheetBlock::marked(models::Severity::Soon,
                tr("The server reported none. An Exchange server always has some: check your rights.")));
        for (const domain::Certificate &certificate : entry.certificates->mid(0, mostRows)) {
            const domain::Expiry expiry = evaluation.policy().expiryOf(certificate, nowUtc);
            blocks.append(SheetBlock::marked(
                models::severityOf(evaluation.urgencies().of(certificate.id()), expiry.band), certificate.displayName(),
                //: %1: "in 12 days", %2: services or "–"
                tr("%1 · services: %2")
                    .arg(ExpiryText::remaining(expiry, certificate.facts.notAfterUtc, nowUtc),
                        ServerText::services(certificate.services))));
        }
        if (count > mostRows)
            blocks.append(SheetBlock::item(tr("and %n more", nullptr, count - static_cast<int>(mostRows))));
    }
    if (!entry.unreadable.isEmpty()) {
        blocks.append(SheetBlock::heading(
            tr("%n certificates cannot be read", nullptr, static_cast<int>(entry.unreadable.size()))));
        for (const Error &error : entry.unreadable.mid(0, mostRows))
            blocks.append(SheetBlock::marked(models::Severity::Soon, ErrorText::full(error)));
    }
    return blocks;
}

} // namespace kakuin::ui
