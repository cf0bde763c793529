// SPDX-License-Identifier: MIT
#include "ui/views/details/commandlogproxy.h"

#include "models/commandlogmodel.h"
#include "text/commandtext.h"
#include "ui/decoration/theme.h"

#include <algorithm>

namespace kakuin::ui {

using Model = models::CommandLogModel;
using Outcome = session::CommandRecord::Outcome;

CommandLogProxy::CommandLogProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void CommandLogProxy::setPalette(const QPalette &palette)
{
    m_palette = palette;
    retranslate();
}

void CommandLogProxy::setFilterText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void CommandLogProxy::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant CommandLogProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto outcome = static_cast<Outcome>(QSortFilterProxyModel::data(index, Model::OutcomeRole).toInt());
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    switch (index.column()) {
    case Model::StartedColumn:
        if (isText)
            return CommandText::started(QSortFilterProxyModel::data(index, Qt::DisplayRole).toDateTime());
        break;
    case Model::OutcomeColumn:
        if (isText)
            return CommandText::outcome(outcome);
        if (role == Qt::DecorationRole)
            return severityIcon(CommandText::severityOf(outcome), m_palette);
        break;
    case Model::DurationColumn:
        if (isText) {
            const std::chrono::milliseconds ms(QSortFilterProxyModel::data(index, Qt::DisplayRole).toLongLong());
            return outcome == Outcome::Running ? QString() : CommandText::duration(ms);
        }
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        break;
    default:
        break;
    }
    return QSortFilterProxyModel::data(index, role);
}

bool CommandLogProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString command = sourceModel()->index(row, Model::CommandColumn, parent).data().toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString &word) { return command.contains(word, Qt::CaseInsensitive); });
}

} // namespace kakuin::ui
