// SPDX-License-Identifier: MIT
#include "ui/views/organisationrows.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/readingtext.h"
#include "text/servertext.h"
#include "text/severitytext.h"
#include "ui/decoration/badgepainter.h"

namespace kakuin::ui {
namespace {

using models::OrganisationRow;
using RowKind = OrganisationRow::Kind;
using TreeModel = models::OrganisationTreeModel;

bool hasExpiry(const OrganisationRow &row)
{
    return (row.kind == RowKind::Certificate || row.kind == RowKind::AuthSlot || row.kind == RowKind::AuthConfiguration)
        && !row.error;
}

} // namespace

OrganisationRows::OrganisationRows(TreeModel &source, QObject *parent)
    : OrganisationFilterProxy(source, parent)
{
}

QVariant OrganisationRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const OrganisationRow &shown = row(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(shown, index.column());
    case Qt::ToolTipRole:
        return tooltip(shown, index.column());
    case Qt::AccessibleTextRole:
        return accessible(shown, index.column());
    default:
        return OrganisationFilterProxy::data(index, role);
    }
}

void OrganisationRows::setFindingCounts(const QHash<domain::ServerId, int> &counts)
{
    if (m_findingCounts == counts)
        return;
    m_findingCounts = counts;
    Q_EMIT wordsChanged();
}

QString OrganisationRows::display(const OrganisationRow &row, int column) const
{
    switch (column) {
    case TreeModel::NameColumn:
        return name(row);
    case TreeModel::ExpiresColumn:
        return expires(row);
    case TreeModel::ExpiryDateColumn:
        return hasExpiry(row) && row.notAfterUtc.isValid() ? ExpiryText::day(row.notAfterUtc) : QString();
    case TreeModel::ServicesColumn:
        if (row.kind == RowKind::Certificate && row.certificate != nullptr)
            return ServerText::services(row.certificate->services);
        if (row.kind == RowKind::Server && row.entry != nullptr)
            return row.entry->server.version.displayText();
        if (row.effectiveUtc.isValid())
            //: in the row of the next Auth certificate; %1: a date
            return tr("effective %1").arg(ExpiryText::day(row.effectiveUtc));
        return {};
    default:
        return TreeModel::cell(row, column, Qt::DisplayRole).toString();
    }
}

QString OrganisationRows::name(const OrganisationRow &row) const
{
    const auto withReason = [&](const QString &what) {
        //: %1: a server or file, %2: why it could not be read
        return row.error ? tr("%1 — %2").arg(what, ErrorText::brief(*row.error)) : what;
    };
    switch (row.kind) {
    case RowKind::Organisation:
        return row.name.isEmpty() ? tr("Organisation") : row.name;
    case RowKind::AuthConfiguration:
        return withReason(tr("Auth configuration"));
    case RowKind::AuthSlot:
        break;
    case RowKind::Group:
        if (!row.name.isEmpty())
            return row.name;
        return row.groupedBy == models::GroupBy::Site ? tr("Site not known")
            : row.groupedBy == models::GroupBy::Dag   ? tr("In no known DAG")
                                                      : tr("Version not known");
    case RowKind::Server: {
        const QString mark
            = row.error ? QString() : ReadingText::mark(row.entry->reading, row.entry->readUtc, m_nowUtc);
        return mark.isEmpty() ? withReason(row.name) : tr("%1 — %2").arg(row.name, mark);
    }
    case RowKind::UnreadableCertificate:
        return row.name.isEmpty() ? withReason(tr("Unreadable certificate")) : withReason(row.name);
    case RowKind::Problem:
        return row.name.isEmpty() ? withReason(tr("Not readable")) : withReason(row.name);
    case RowKind::Certificate:
        return row.name;
    }
    const QString certificate
        = row.thumbprint.isNull() ? tr("none set", "an empty slot of the Auth configuration") : row.name;
    switch (row.slot) {
    case OrganisationRow::Slot::Current:
        //: the Auth certificate in use; %1: its name
        return tr("Current: %1").arg(certificate);
    case OrganisationRow::Slot::Next:
        //: the next Auth certificate; %1: its name
        return tr("Next: %1").arg(certificate);
    case OrganisationRow::Slot::Previous:
        //: the previous Auth certificate; %1: its name
        return tr("Previous: %1").arg(certificate);
    case OrganisationRow::Slot::None:
        break;
    }
    return certificate;
}

QString OrganisationRows::expires(const OrganisationRow &row) const
{
    if (hasExpiry(row))
        return ExpiryText::remaining(row.expiry, row.notAfterUtc, m_nowUtc);
    const int findings
        = row.kind == RowKind::Server && row.entry != nullptr ? m_findingCounts.value(row.entry->server.id) : 0;
    if (findings > 0)
        //: in the row of a server
        return tr("%n findings", nullptr, findings);
    const bool isHeading = row.kind == RowKind::Server || row.kind == RowKind::Group;
    //: in the row of a server or group
    return isHeading && row.attentionCount > 0 ? tr("%n need attention", nullptr, row.attentionCount) : QString();
}

QString OrganisationRows::tooltip(const OrganisationRow &row, int column) const
{
    if (row.error)
        return ErrorText::full(*row.error);
    if (row.kind == RowKind::Server && column == TreeModel::NameColumn && row.entry != nullptr) {
        const QString age = ReadingText::sentences(row.entry->reading, row.entry->readUtc, m_nowUtc);
        return age.isEmpty() ? row.name : row.name + u'\n' + age;
    }
    if ((column == TreeModel::ExpiresColumn || column == TreeModel::ExpiryDateColumn) && hasExpiry(row))
        return ExpiryText::dayAndTime(row.notAfterUtc);
    if (column == TreeModel::RolesColumn)
        return BadgePainter::accessibleText(row.badges);
    if (row.kind == RowKind::AuthSlot && row.certificate == nullptr && !row.thumbprint.isNull())
        return tr("No server that was read holds this certificate.");
    if (column == TreeModel::NameColumn && row.certificate != nullptr)
        return TreeModel::cell(row, TreeModel::NameColumn, Qt::DisplayRole).toString() + u'\n'
            + TreeModel::cell(row, TreeModel::SubjectColumn, Qt::DisplayRole).toString();
    return display(row, column);
}

QString OrganisationRows::accessible(const OrganisationRow &row, int column) const
{
    if (column == TreeModel::RolesColumn)
        return BadgePainter::accessibleText(row.badges);
    if (column == TreeModel::ExpiresColumn && hasExpiry(row))
        //: for screen readers; %1: "in 12 days", %2: "expires soon"
        return tr("%1, %2").arg(display(row, column),
            row.urgency >= findings::Urgency::Soon ? SeverityText::word(row.severity)
                                                   : ExpiryText::band(row.expiry.band));
    return display(row, column);
}

QString OrganisationRows::details(const QModelIndex &index) const
{
    const OrganisationRow &shown = row(index);
    QStringList lines;
    if (shown.kind == RowKind::Certificate)
        //: a line of copied details; %1: a server
        lines << tr("Server: %1").arg(singleLine(shown.server.name()));
    for (int column = 0; column < TreeModel::ColumnCount; ++column) {
        const int role = column == TreeModel::RolesColumn ? int(Qt::AccessibleTextRole) : int(Qt::DisplayRole);
        const QString value = index.siblingAtColumn(column).data(role).toString();
        if (!value.isEmpty())
            //: a line of copied details; %1: column, %2: value
            lines << tr("%1: %2").arg(headerData(column, Qt::Horizontal).toString(), value);
    }
    if (shown.kind == RowKind::Certificate && shown.certificate != nullptr
        && !shown.certificate->facts.dnsNames.isEmpty())
        //: a line of copied details; %1: DNS names
        lines << tr("DNS names: %1").arg(singleLine(shown.certificate->facts.dnsNames.join(QStringLiteral(", "))));
    return lines.join(u'\n');
}

QString OrganisationRows::rowText(const QModelIndex &index, const QList<int> &columns) const
{
    QStringList cells;
    for (const int column : columns)
        cells << index.siblingAtColumn(column)
                     .data(column == TreeModel::RolesColumn ? int(Qt::AccessibleTextRole) : int(Qt::DisplayRole))
                     .toString();
    return cells.join(u'\t');
}

} // namespace kakuin::ui
