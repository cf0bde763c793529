// SPDX-License-Identifier: MIT
#include "models/matrixrow.h"

#include "core/base/untrustedtext.h"
#include "models/organisationrow.h"

#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::models {
namespace {

using domain::Role;
using CellState = MatrixCell::State;

constexpr qsizetype longestCellName = 200;

std::optional<MatrixColumn> columnOf(Role role)
{
    switch (role) {
    case Role::Own:
        return MatrixColumn::Own;
    case Role::InternalTransport:
        return MatrixColumn::Transport;
    case Role::AuthCurrent:
        return MatrixColumn::AuthCurrent;
    case Role::AuthNext:
        return MatrixColumn::AuthNext;
    case Role::FrontEnd443:
        return MatrixColumn::FrontEnd443;
    case Role::BackEnd444:
        return MatrixColumn::BackEnd444;
    case Role::WmSvc:
        return MatrixColumn::WmSvc;
    case Role::SendConnector:
    case Role::ReceiveConnector:
    case Role::Hybrid:
        return MatrixColumn::Connector;
    case Role::AuthPrevious:
    case Role::Federation:
        break;
    }
    return std::nullopt;
}

// A role of one certificate only: whoever has it leaves nothing to be known.
bool isSingle(MatrixColumn column)
{
    return column == MatrixColumn::Transport || column == MatrixColumn::AuthCurrent || column == MatrixColumn::AuthNext;
}

bool isAuth(MatrixColumn column)
{
    return column == MatrixColumn::AuthCurrent || column == MatrixColumn::AuthNext;
}

std::optional<Error> connectorGap(const domain::Inventory &inventory)
{
    if (!inventory.sendConnectors)
        return inventory.sendConnectors.error();
    if (!inventory.receiveConnectors)
        return inventory.receiveConnectors.error();
    if (!inventory.hybrid)
        return inventory.hybrid.error();
    return std::nullopt;
}

/// Some certificate does not tell what the column asks for.
bool isUntold(MatrixColumn column, const domain::ServerEntry &entry)
{
    const auto lacksBindings = [](const domain::Certificate &c) { return !c.iisBindings.has_value(); };
    const auto lacksContainer = [](const domain::Certificate &c) {
        return c.keyContainer.isEmpty() && c.source != domain::CertificateSource::SerializedObject;
    };
    const QList<domain::Certificate> &all = *entry.certificates;
    if (column == MatrixColumn::WmSvc)
        return std::any_of(all.begin(), all.end(), lacksContainer);
    const bool isBinding = column == MatrixColumn::FrontEnd443 || column == MatrixColumn::BackEnd444;
    return isBinding && std::any_of(all.begin(), all.end(), lacksBindings);
}

/// Why an empty cell of that column would prove nothing; nothing when it proves that there is none.
std::optional<Error> gapOf(MatrixColumn column, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    if (isAuth(column) && entry.server.isEdge())
        return std::nullopt;
    if (!entry.unreadable.isEmpty())
        return entry.unreadable.first();
    if (entry.isExcerpt || entry.reading.isOutrun) // not all of it, or older than what was assigned
        return Error{ErrorCode::NotRead, entry.server.id.name(), {}};
    switch (column) {
    case MatrixColumn::Transport:
        return entry.transport ? std::nullopt : std::optional<Error>(entry.transport.error());
    case MatrixColumn::AuthCurrent:
    case MatrixColumn::AuthNext:
        return inventory.authConfig ? std::nullopt : std::optional<Error>(inventory.authConfig.error());
    case MatrixColumn::Connector:
        return connectorGap(inventory);
    case MatrixColumn::FrontEnd443:
    case MatrixColumn::BackEnd444:
    case MatrixColumn::WmSvc:
    case MatrixColumn::Own:
    case MatrixColumn::Count_:
        break;
    }
    return std::nullopt;
}

/// The certificate that the configuration gives the role to, held by the server or not. Edge servers hold no Auth
/// certificate, and need none.
domain::Thumbprint assigned(MatrixColumn column, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    if (column == MatrixColumn::Transport && entry.transport)
        return entry.transport->thumbprint;
    if (!isAuth(column) || !inventory.authConfig || entry.server.isEdge())
        return {};
    return column == MatrixColumn::AuthCurrent ? inventory.authConfig->current : inventory.authConfig->next;
}

bool belongsTo(MatrixColumn column, domain::LiveService service)
{
    switch (service) {
    case domain::LiveService::FrontEnd:
        return column == MatrixColumn::FrontEnd443;
    case domain::LiveService::BackEnd:
        return column == MatrixColumn::BackEnd444;
    case domain::LiveService::WmSvc:
        return column == MatrixColumn::WmSvc;
    case domain::LiveService::Smtp:
        return column == MatrixColumn::Connector;
    case domain::LiveService::Imap:
    case domain::LiveService::Pop:
        break;
    }
    return false;
}

/// A web site of which something else was read is bound to one certificate only.
bool isExpected(const domain::LiveReading &reading, const domain::ServerEntry &entry, const MatrixCell &cell)
{
    const domain::Certificate *shown = entry.find(reading.served->facts.thumbprint);
    const bool isSite
        = reading.port.service == domain::LiveService::FrontEnd || reading.port.service == domain::LiveService::BackEnd;
    if (shown == nullptr || !isSite)
        return shown != nullptr;
    const auto isRead = [](const domain::RoleEvidence &evidence) {
        return evidence.source != domain::RoleEvidence::Source::LiveCheck;
    };
    bool isAnyBound = false;
    for (const MatrixEntry &one : cell.entries) {
        const bool isBound = std::any_of(one.evidence.begin(), one.evidence.end(), isRead);
        if (isBound && one.id == shown->id())
            return true;
        isAnyBound = isAnyBound || isBound;
    }
    return !isAnyBound;
}

MatrixPorts portsOf(MatrixColumn column, const domain::ServerEntry &entry, const MatrixCell &cell)
{
    using PortState = MatrixPorts::State;
    MatrixPorts ports;
    for (const domain::LiveReading &reading : entry.liveReadings) {
        // a port that nobody listens at is no gap: most servers have no Web Management Service, and one port for mail
        const bool isClosed = !reading.served && reading.served.error().code == ErrorCode::PortClosed
            && (column == MatrixColumn::WmSvc || column == MatrixColumn::Connector);
        if (!belongsTo(column, reading.port.service) || isClosed)
            continue;
        ports.readings.append(reading);
        if (!reading.served) {
            if (ports.state == PortState::NotChecked)
                ports.state = PortState::NotKnown;
        } else if (!isExpected(reading, entry, cell)) {
            ports.state = PortState::Differ;
        } else if (ports.state != PortState::Differ) {
            ports.state = PortState::Agree;
        }
    }
    return ports;
}

int badness(Severity severity)
{
    switch (severity) {
    case Severity::Expired:
        return 0;
    case Severity::Urgent:
        return 1;
    case Severity::Soon:
        return 2;
    case Severity::NotKnown:
        return 3;
    case Severity::Information:
        return 4;
    case Severity::Ok:
        break;
    }
    return 5;
}

bool isWorse(const MatrixEntry &a, const MatrixEntry &b)
{
    const int badnessA = badness(a.severity);
    const int badnessB = badness(b.severity);
    return badnessA == badnessB ? a.notAfterUtc < b.notAfterUtc : badnessA < badnessB;
}

Severity cellSeverity(const MatrixCell &cell)
{
    switch (cell.state) {
    case CellState::Certificates:
        return cell.entries.first().severity;
    case CellState::Missing: // nothing is known to be good: without a finding it is calm, not green
        return cell.urgency == findings::Urgency::Nothing ? Severity::NotKnown
                                                          : severityOf(cell.urgency, domain::ExpiryBand::Expired);
    case CellState::Empty:
    case CellState::NotKnown:
        break;
    }
    return Severity::NotKnown;
}

void applyClock(MatrixCell &cell, const QDateTime &nowUtc)
{
    for (MatrixEntry &entry : cell.entries) {
        entry.expiry = domain::expiryOf(entry.notAfterUtc, nowUtc, entry.bands);
        entry.severity = models::severityOf(entry.urgency, entry.expiry.band);
    }
    std::stable_sort(cell.entries.begin(), cell.entries.end(), isWorse);
    cell.severity = cellSeverity(cell);
}

/// How urgent it is that the server lacks the certificate that the configuration gives the role to.
findings::Urgency urgencyOfMissing(MatrixColumn column, const domain::ServerEntry &entry,
    const domain::Thumbprint &missing, const findings::Urgencies &urgencies)
{
    using findings::Urgency;
    const domain::ServerId &server = entry.server.id;
    const Urgency ofServer = std::max(urgencies.ofServerItself(server), urgencies.of({server, missing}));
    if (!isAuth(column))
        return ofServer;
    const Urgency urgency = std::max(ofServer, urgencies.ofAuth());
    // the next one takes hours to reach every server
    return column == MatrixColumn::AuthNext ? std::min(urgency, Urgency::Soon) : urgency;
}

void addRoles(MatrixRow &row, const domain::Certificate &certificate, const findings::Evaluation &evaluation)
{
    const QList<domain::RoleEvidence> roles = domain::rolesOf(certificate, *evaluation.inventory());
    for (const domain::RoleEvidence &evidence : roles) {
        const std::optional<MatrixColumn> column = columnOf(evidence.role);
        if (!column)
            continue;
        QList<MatrixEntry> &entries = row.cells[static_cast<size_t>(*column)].entries;
        if (entries.isEmpty() || !(entries.last().id == certificate.id())) {
            MatrixEntry entry;
            entry.id = certificate.id();
            entry.name = singleLine(certificate.displayName(), longestCellName);
            entry.notAfterUtc = certificate.facts.notAfterUtc;
            entry.bands = evaluation.policy().bandsFor(certificate);
            entry.urgency = evaluation.urgencies().of(entry.id);
            entries.append(entry);
        }
        entries.last().evidence.append(evidence);
    }
}

MatrixRow rowOf(const domain::ServerEntry &entry, const findings::Evaluation &evaluation)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    MatrixRow row;
    row.server = entry.server.id;
    row.name = singleLine(entry.server.id.name(), longestCellName);
    row.sortName = naturalSortText(row.name);
    row.readUtc = entry.readUtc;
    row.reading = entry.reading;
    if (!entry.certificates) {
        row.error = entry.certificates.error();
        return row;
    }
    for (const domain::Certificate &certificate : *entry.certificates)
        addRoles(row, certificate, evaluation);
    for (int i = 0; i < matrixColumnCount; ++i) {
        const auto column = static_cast<MatrixColumn>(i);
        MatrixCell &cell = row.cells[static_cast<size_t>(i)];
        if (cell.entries.isEmpty() || !isSingle(column))
            cell.gap = gapOf(column, entry, inventory);
        cell.ports = portsOf(column, entry, cell);
        // what the port of a web site shows is what it has: nothing is left to be told
        const bool isSeen = column != MatrixColumn::Connector && cell.ports.state == MatrixPorts::State::Agree;
        cell.isUntold = !isSeen && isUntold(column, entry);
        const bool isOpen = cell.gap || cell.isUntold;
        cell.missing = cell.entries.isEmpty() && !isOpen ? assigned(column, entry, inventory) : domain::Thumbprint();
        if (!cell.missing.isNull())
            cell.urgency = urgencyOfMissing(column, entry, cell.missing, evaluation.urgencies());
        cell.state = !cell.entries.isEmpty() ? CellState::Certificates
            : isOpen                         ? CellState::NotKnown
            : !cell.missing.isNull()         ? CellState::Missing
                                             : CellState::Empty;
    }
    return row;
}

} // namespace

bool precedes(const MatrixRow &a, const MatrixRow &b)
{
    return a.sortName == b.sortName ? a.server < b.server : a.sortName < b.sortName;
}

QList<MatrixRow> buildMatrix(const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    QList<MatrixRow> rows;
    rows.reserve(inventory.servers.size());
    QSet<domain::ServerId> seen;
    for (const domain::ServerEntry &entry : inventory.servers) {
        // Of two entries of one name Inventory::find() only ever answers with the first.
        if (seen.contains(entry.server.id))
            continue;
        seen.insert(entry.server.id);
        rows.append(rowOf(entry, evaluation));
    }
    std::sort(rows.begin(), rows.end(), [](const MatrixRow &a, const MatrixRow &b) { return precedes(a, b); });
    applyClock(rows, nowUtc);
    return rows;
}

QList<int> applyClock(QList<MatrixRow> &rows, const QDateTime &nowUtc)
{
    QList<int> changed;
    for (int i = 0; i < rows.size(); ++i) {
        MatrixRow &row = rows[i];
        bool isOther = false;
        for (int column = 0; column < matrixColumnCount; ++column) {
            MatrixCell &cell = row.cells[static_cast<size_t>(column)];
            const MatrixCell before = cell;
            applyClock(cell, nowUtc);
            isOther = isOther || !(before == cell);
        }
        if (isOther)
            changed.append(i);
    }
    return changed;
}

} // namespace kakuin::models
