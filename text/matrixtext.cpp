// SPDX-License-Identifier: MIT
#include "text/matrixtext.h"

#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/livetext.h"
#include "text/roletext.h"

namespace kakuin::ui {
namespace {

using models::MatrixColumn;
using CellState = models::MatrixCell::State;

// More than these are counted, not listed.
constexpr qsizetype mostEntries = 8;

domain::Role roleOf(MatrixColumn column)
{
    switch (column) {
    case MatrixColumn::Own:
        return domain::Role::Own;
    case MatrixColumn::Transport:
        return domain::Role::InternalTransport;
    case MatrixColumn::AuthCurrent:
        return domain::Role::AuthCurrent;
    case MatrixColumn::AuthNext:
        return domain::Role::AuthNext;
    case MatrixColumn::FrontEnd443:
        return domain::Role::FrontEnd443;
    case MatrixColumn::BackEnd444:
        return domain::Role::BackEnd444;
    case MatrixColumn::WmSvc:
        return domain::Role::WmSvc;
    case MatrixColumn::Connector:
    case MatrixColumn::Count_:
        break;
    }
    return domain::Role::SendConnector;
}

models::BadgeKind badgeOf(MatrixColumn column)
{
    switch (column) {
    case MatrixColumn::Own:
        return models::BadgeKind::Own;
    case MatrixColumn::Transport:
        return models::BadgeKind::Transport;
    case MatrixColumn::AuthCurrent:
        return models::BadgeKind::AuthCurrent;
    case MatrixColumn::AuthNext:
        return models::BadgeKind::AuthNext;
    case MatrixColumn::FrontEnd443:
        return models::BadgeKind::FrontEnd443;
    case MatrixColumn::BackEnd444:
        return models::BadgeKind::BackEnd444;
    case MatrixColumn::WmSvc:
        return models::BadgeKind::WmSvc;
    case MatrixColumn::Connector:
    case MatrixColumn::Count_:
        break;
    }
    return models::BadgeKind::Connector;
}

} // namespace

QString MatrixText::header(MatrixColumn column)
{
    if (column == MatrixColumn::Own)
        return tr("Own", "header of a column: the server's own certificate");
    return column == MatrixColumn::Connector ? tr("Connectors", "header of a column")
                                             : RoleText::badge(badgeOf(column));
}

QString MatrixText::headerExplanation(MatrixColumn column)
{
    return column == MatrixColumn::Connector ? tr("Send and receive connectors, hybrid mail")
                                             : RoleText::name(roleOf(column));
}

QString MatrixText::cell(const models::MatrixCell &cell, const QDateTime &nowUtc)
{
    switch (cell.state) {
    case CellState::Empty:
        return {};
    case CellState::NotKnown:
        return tr("not known", "whether a server has a certificate for a role");
    case CellState::Missing:
        return tr("missing", "the server does not hold the certificate of a role");
    case CellState::Certificates:
        break;
    }
    const models::MatrixEntry &worst = cell.entries.first();
    return ExpiryText::remaining(worst.expiry, worst.notAfterUtc, nowUtc);
}

QString MatrixText::brief(const models::MatrixCell &cell)
{
    return cell.state == CellState::Certificates ? ExpiryText::brief(cell.entries.first().expiry)
                                                 : MatrixText::cell(cell, {});
}

QString MatrixText::entry(const models::MatrixEntry &entry, const QDateTime &nowUtc)
{
    //: a certificate; %1: its name, %2: "in 12 days"
    return tr("%1, %2").arg(entry.name, ExpiryText::remaining(entry.expiry, entry.notAfterUtc, nowUtc));
}

QString MatrixText::portMark(models::MatrixPorts::State state)
{
    switch (state) {
    case models::MatrixPorts::State::NotChecked:
        break;
    case models::MatrixPorts::State::Agree:
        return QStringLiteral("✓");
    case models::MatrixPorts::State::Differ:
        return QStringLiteral("≠");
    case models::MatrixPorts::State::NotKnown:
        return QStringLiteral("?");
    }
    return {};
}

QString MatrixText::portSentence(models::MatrixPorts::State state)
{
    switch (state) {
    case models::MatrixPorts::State::NotChecked:
        break;
    case models::MatrixPorts::State::Agree:
        return tr("The port shows what was read.");
    case models::MatrixPorts::State::Differ:
        return tr("The port shows another certificate than was read.");
    case models::MatrixPorts::State::NotKnown:
        return tr("The port was looked at, but showed no certificate.");
    }
    return {};
}

QString MatrixText::accessible(const models::MatrixCell &cell, const QDateTime &nowUtc)
{
    const QString ports = portSentence(cell.ports.state);
    const QString text = accessibleCell(cell, nowUtc);
    //: for screen readers; %1: what a cell says, %2: a sentence about the port
    return ports.isEmpty() ? text : tr("%1. %2", "cell and port").arg(text, ports);
}

QString MatrixText::accessibleCell(const models::MatrixCell &cell, const QDateTime &nowUtc)
{
    switch (cell.state) {
    case CellState::Empty:
        return tr("none", "for screen readers: a server has no certificate for a role");
    case CellState::NotKnown:
        //: for screen readers; %1: why
        return tr("not known: %1").arg(cell.gap ? ErrorText::brief(*cell.gap) : tr("the source does not tell"));
    case CellState::Missing:
        return tr("missing: the server does not hold this certificate");
    case CellState::Certificates:
        break;
    }
    const models::MatrixEntry &worst = cell.entries.first();
    //: for screen readers; %1: "in 12 days", %2: "expires soon", %3: a certificate
    const QString first = tr("%1, %2: %3")
                              .arg(ExpiryText::remaining(worst.expiry, worst.notAfterUtc, nowUtc),
                                  ExpiryText::band(worst.expiry.band), worst.name);
    if (cell.entries.size() == 1)
        return first;
    //: for screen readers; %1: the first certificate of a cell with several
    return tr("%1, and %n more", nullptr, static_cast<int>(cell.entries.size() - 1)).arg(first);
}

QString MatrixText::evidence(const models::MatrixCell &cell, const models::MatrixRow &row, MatrixColumn column,
    const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    //: heading of a tooltip; %1: a server, %2: a role
    QStringList blocks{tr("%1: %2").arg(row.name, headerExplanation(column))};
    if (cell.state == CellState::Empty)
        blocks << tr("None: this was read, and no certificate of the server has this role.");
    if (cell.state == CellState::Missing)
        blocks << tr("The role belongs to certificate %1, which this server does not hold.")
                      .arg(cell.missing.toGroupedString());
    for (const models::MatrixEntry &entry : cell.entries.first(std::min(mostEntries, cell.entries.size()))) {
        //: a certificate in a tooltip; %1: its name, %2: "in 12 days", %3: a date
        QString block = tr("%1, %2 (%3)")
                            .arg(entry.name, ExpiryText::remaining(entry.expiry, entry.notAfterUtc, nowUtc),
                                ExpiryText::day(entry.notAfterUtc));
        const domain::Certificate *certificate = inventory.find(entry.id);
        for (const domain::RoleEvidence &one : entry.evidence.first(std::min(mostEntries, entry.evidence.size()))) {
            if (certificate != nullptr)
                block += u'\n' + RoleText::whatItDoes(one, *certificate);
            block += u'\n' + RoleText::source(one, nowUtc);
        }
        blocks << block;
    }
    if (cell.entries.size() > mostEntries)
        blocks << tr("and %n more", nullptr, static_cast<int>(cell.entries.size() - mostEntries));
    if (!cell.ports.readings.isEmpty()) {
        QStringList lines{portSentence(cell.ports.state)};
        for (const domain::LiveReading &reading : cell.ports.readings)
            lines << LiveText::line(reading, nowUtc);
        blocks << lines.join(u'\n');
    }
    if (!cell.gap && !cell.isUntold)
        return blocks.join(QStringLiteral("\n\n"));
    const QString why = cell.gap ? ErrorText::sentence(*cell.gap)
                                 : tr("What was read holds too little of some of the server's certificates to tell.");
    //: %1: a sentence that says why
    blocks << (cell.state == CellState::Certificates ? tr("There may be more. %1") : tr("Not known. %1")).arg(why);
    return blocks.join(QStringLiteral("\n\n"));
}

} // namespace kakuin::ui
