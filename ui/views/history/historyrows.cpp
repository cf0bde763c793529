// SPDX-License-Identifier: MIT
#include "ui/views/history/historyrows.h"

#include "core/base/untrustedtext.h"
#include "core/plan/operationfacts.h"
#include "models/roles.h"
#include "text/expirytext.h"
#include "text/operationtext.h"
#include "text/plantext.h"

namespace kakuin::ui {
namespace {

using models::HistoryModel;

constexpr qsizetype namedServers = 3;

} // namespace

HistoryRows::HistoryRows(HistoryModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
{
    setSourceModel(&source);
    setSortRole(models::SortRole);
    setDynamicSortFilter(true);
    sort(HistoryModel::StartedColumn, Qt::DescendingOrder);
}

void HistoryRows::setCertificate(const std::optional<domain::CertificateId> &id)
{
    m_certificate = id;
    invalidateFilter();
}

void HistoryRows::setInventory(const domain::InventoryPtr &inventory)
{
    m_inventory = inventory;
    retranslate();
}

const plan::OperationRecord *HistoryRows::operation(const QModelIndex &index) const
{
    return index.isValid() ? &m_source.operation(mapToSource(index).row()) : nullptr;
}

bool HistoryRows::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_certificate || plan::concerns(m_source.operation(row), *m_certificate);
}

QString HistoryRows::text(const plan::OperationRecord &operation, int column) const
{
    switch (column) {
    case HistoryModel::StartedColumn:
        return ExpiryText::dayAndTime(operation.startedUtc);
    case HistoryModel::OperationColumn:
        return PlanText::title(operation, m_inventory.get());
    case HistoryModel::ServersColumn: {
        QStringList names;
        const QList<domain::ServerId> servers = operation.plan.servers();
        for (const domain::ServerId &server : servers.first(std::min(servers.size(), namedServers)))
            names << singleLine(server.name(), 64);
        if (servers.size() > namedServers)
            names << QStringLiteral("+%1").arg(servers.size() - namedServers);
        //: no single server: a change to the organisation
        return names.isEmpty() ? tr("organisation") : names.join(tr(", ", "between names"));
    }
    case HistoryModel::StateColumn:
        return OperationText::state(operation);
    case HistoryModel::DurationColumn:
        return OperationText::duration(operation);
    default:
        return {};
    }
}

QVariant HistoryRows::data(const QModelIndex &index, int role) const
{
    const plan::OperationRecord *found = operation(index);
    if (found == nullptr || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::TextAlignmentRole))
        return QSortFilterProxyModel::data(index, role);
    if (role == Qt::TextAlignmentRole)
        return index.column() == HistoryModel::DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                              : QVariant();
    const QString shown = text(*found, index.column());
    // names come from servers: nothing in them may be taken for markup
    return role == Qt::DisplayRole ? shown : QStringLiteral("<div>") + shown.toHtmlEscaped() + QStringLiteral("</div>");
}

QVariant HistoryRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    switch (section) {
    case HistoryModel::StartedColumn:
        //: column: when it was started
        return tr("Started");
    case HistoryModel::OperationColumn:
        //: column: what was to be done
        return tr("Operation");
    case HistoryModel::ServersColumn:
        //: column
        return tr("Servers");
    case HistoryModel::StateColumn:
        //: column: how it ended
        return tr("State");
    case HistoryModel::DurationColumn:
        //: column
        return tr("Duration");
    default:
        return {};
    }
}

void HistoryRows::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, HistoryModel::ColumnCount - 1);
}

} // namespace kakuin::ui
