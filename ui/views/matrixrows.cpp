// SPDX-License-Identifier: MIT
#include "ui/views/matrixrows.h"

#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/matrixtext.h"
#include "text/readingtext.h"

namespace kakuin::ui {
namespace {

using models::MatrixModel;
using CellState = models::MatrixCell::State;

// Names come from servers: nothing in them may be taken for markup.
QString asToolTip(const QString &plain)
{
    return QStringLiteral("<div style=\"white-space: pre-wrap\">") + plain.toHtmlEscaped() + QStringLiteral("</div>");
}

int rank(const models::MatrixRow &row, const models::MatrixCell &cell)
{
    if (row.error)
        return 5;
    switch (cell.state) {
    case CellState::Missing:
        return 0;
    case CellState::Certificates:
        return cell.entries.first().notAfterUtc.isValid() ? 1 : 2;
    case CellState::NotKnown:
        return 3;
    case CellState::Empty:
        break;
    }
    return 4;
}

} // namespace

MatrixRows::MatrixRows(MatrixModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
{
    setSourceModel(&source);
    setDynamicSortFilter(true);
}

const models::MatrixRow &MatrixRows::row(const QModelIndex &index) const
{
    return m_source.row(mapToSource(index).row());
}

const models::MatrixCell *MatrixRows::cell(const QModelIndex &index) const
{
    return m_source.cell(mapToSource(index));
}

QVariant MatrixRows::data(const QModelIndex &index, int role) const
{
    const bool isOurs
        = role == Qt::DisplayRole || role == BriefRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!index.isValid() || !isOurs)
        return QSortFilterProxyModel::data(index, role);
    const models::MatrixRow &shown = row(index);
    const std::optional<models::MatrixColumn> column = MatrixModel::columnOf(index.column());
    if (!column)
        return serverData(shown, role);
    if (shown.error)
        return reasonData(shown, index.column(), role);
    const models::MatrixCell &one = shown.cell(*column);
    switch (role) {
    case BriefRole:
        return MatrixText::brief(one);
    case Qt::ToolTipRole:
        return asToolTip(MatrixText::evidence(one, shown, *column, *m_source.inventory(), m_source.nowUtc()));
    case Qt::AccessibleTextRole:
        return MatrixText::accessible(one, m_source.nowUtc());
    default:
        return MatrixText::cell(one, m_source.nowUtc());
    }
}

QVariant MatrixRows::serverData(const models::MatrixRow &row, int role) const
{
    const QDateTime nowUtc = m_source.nowUtc();
    if (role != Qt::ToolTipRole) {
        const QString mark = row.error ? QString() : ReadingText::mark(row.reading, row.readUtc, nowUtc);
        //: %1: a server, %2: "as of 10:05"
        return mark.isEmpty() ? row.name : tr("%1 — %2").arg(row.name, mark);
    }
    if (row.error)
        return asToolTip(ErrorText::full(*row.error));
    if (const QString age = ReadingText::sentences(row.reading, row.readUtc, nowUtc); !age.isEmpty())
        return asToolTip(row.name + u'\n' + age);
    //: tooltip of a server; %1: its name, %2: when its certificates were read
    return asToolTip(tr("%1, read %2").arg(row.name, ExpiryText::dayAndTime(row.readUtc)));
}

QVariant MatrixRows::reasonData(const models::MatrixRow &row, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return asToolTip(ErrorText::full(*row.error));
    // The first cell stands for all of them: the view spans it.
    const bool isFirst = column == MatrixModel::FirstRoleColumn;
    if (role == Qt::AccessibleTextRole || isFirst)
        return ErrorText::brief(*row.error);
    return {};
}

QVariant MatrixRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= MatrixModel::ColumnCount)
        return {};
    const std::optional<models::MatrixColumn> column = MatrixModel::columnOf(section);
    switch (role) {
    case Qt::DisplayRole:
        return column ? MatrixText::header(*column) : tr("Server", "header of a column");
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return column ? MatrixText::headerExplanation(*column) : tr("Server", "header of a column");
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

void MatrixRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, MatrixModel::ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, MatrixModel::ColumnCount - 1));
}

bool MatrixRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const models::MatrixRow &a = m_source.row(left.row());
    const models::MatrixRow &b = m_source.row(right.row());
    const models::MatrixCell *cellA = m_source.cell(left);
    const models::MatrixCell *cellB = m_source.cell(right);
    const bool isDescending = sortOrder() == Qt::DescendingOrder;
    if (cellA == nullptr || cellB == nullptr)
        return models::precedes(a, b);
    const int rankA = rank(a, *cellA);
    const int rankB = rank(b, *cellB);
    if (rankA != rankB) // the proxy turns the answer round: what has no date stays below
        return isDescending ? rankA > rankB : rankA < rankB;
    if (rankA == 1 && cellA->entries.first().notAfterUtc != cellB->entries.first().notAfterUtc)
        return cellA->entries.first().notAfterUtc < cellB->entries.first().notAfterUtc;
    return isDescending ? models::precedes(b, a) : models::precedes(a, b);
}

} // namespace kakuin::ui
