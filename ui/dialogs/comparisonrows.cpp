// SPDX-License-Identifier: MIT
#include "ui/dialogs/comparisonrows.h"

#include "ui/decoration/theme.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace kakuin::ui {
namespace {

using models::ComparisonModel;
using models::ComparisonRow;

bool isAbsent(const ComparisonRow &row, int column)
{
    return (column == ComparisonModel::LeftColumn && row.presence == ComparisonRow::Presence::RightOnly)
        || (column == ComparisonModel::RightColumn && row.presence == ComparisonRow::Presence::LeftOnly);
}

// A sign as wide as the other keeps the names of all fields in one line.
QIcon noSign()
{
    static const QIcon icon = [] {
        QPixmap empty(16, 16);
        empty.fill(Qt::transparent);
        return QIcon(empty);
    }();
    return icon;
}

} // namespace

ComparisonRows::ComparisonRows(ComparisonModel &source, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_source(source)
{
    setSourceModel(&source);
}

QString ComparisonRows::words(const ComparisonRow &row, const QModelIndex &index) const
{
    if (!row.isHeading && isAbsent(row, index.column()))
        return tr("not there", "a field that only the other certificate has");
    return QIdentityProxyModel::data(index, Qt::DisplayRole).toString();
}

QVariant ComparisonRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparisonRow &row = m_source.row(index.row());
    const QPalette palette = QApplication::palette();
    const bool isMarked = row.isDifferent && !row.isHeading;
    switch (role) {
    case Qt::DisplayRole:
        return words(row, index);
    case Qt::AccessibleTextRole:
        //: for screen readers; %1: the name of a field
        return isMarked && index.column() == ComparisonModel::FieldColumn ? tr("%1, differs").arg(row.name)
                                                                          : words(row, index);
    case Qt::DecorationRole:
        if (row.isHeading || index.column() != ComparisonModel::FieldColumn)
            return {};
        return isMarked ? lineIcon(QStringLiteral("differs"), Tone::Information, palette) : noSign();
    case Qt::FontRole: {
        QFont font = QApplication::font("QTreeView");
        font.setBold(row.isHeading || isMarked);
        return font;
    }
    case Qt::BackgroundRole:
        return isMarked ? QVariant(tint(Tone::Information, palette)) : QVariant();
    case Qt::SizeHintRole:
        return QSize(0, std::max(metric::minimumRowHeight, QFontMetrics(QApplication::font("QTreeView")).height() + 8));
    case Qt::ForegroundRole:
        return isAbsent(row, index.column()) ? QVariant(colour(Tone::Muted, palette)) : QVariant();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

void ComparisonRows::retranslate()
{
    m_source.retranslate();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ComparisonModel::ColumnCount - 1));
}

} // namespace kakuin::ui
