// SPDX-License-Identifier: MIT
#include "models/findingsmodel.h"

#include <QtCore/QLocale>

// The part of FindingsModel that answers questions; what changes it is in findingsmodel.cpp.

namespace kakuin::models {

const FindingsModel::Group *FindingsModel::groupOf(const QModelIndex &index) const
{
    return index.isValid() && index.internalPointer() == nullptr ? m_groups.at(static_cast<size_t>(index.row())).get()
                                                                 : nullptr;
}

FindingRowPtr FindingsModel::rowOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalPointer() == nullptr)
        return nullptr;
    return static_cast<const Group *>(index.internalPointer())->rows.value(index.row());
}

QModelIndex FindingsModel::indexOf(const QString &key) const
{
    for (const std::unique_ptr<Group> &group : m_groups) {
        if (group->key() == key)
            return createIndex(group->row, 0, nullptr);
        for (int i = 0; i < group->rows.size(); ++i) {
            if (group->rows.at(i)->key == key)
                return createIndex(i, 0, group.get());
        }
    }
    return {};
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, nullptr);
    return createIndex(row, column, m_groups.at(static_cast<size_t>(parent.row())).get());
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalPointer() == nullptr)
        return {};
    return createIndex(static_cast<const Group *>(child.internalPointer())->row, 0, nullptr);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.column() != 0)
        return 0;
    const Group *group = groupOf(parent);
    return group == nullptr ? 0 : static_cast<int>(group->rows.size());
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FindingsModel::nameOf(const Group &group) const
{
    switch (group.grouping) {
    case FindingGrouping::Severity:
        return m_words.severity(static_cast<findings::Severity>(group.number));
    case FindingGrouping::Kind:
        return m_words.kind(static_cast<findings::Kind>(group.number));
    case FindingGrouping::Server:
        break;
    }
    return m_words.subject(
        group.server.isEmpty() ? findings::Subject::organisation() : findings::Subject::of(group.server), nullptr);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const bool isTitle = index.column() == TitleColumn;
    if (const Group *group = groupOf(index)) {
        if (!isTitle || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return QStringLiteral("%1  (%2)").arg(nameOf(*group), QLocale().toString(group->rows.size()));
    }
    const FindingRowPtr row = rowOf(index);
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return isTitle ? row->title : row->subject;
    case Qt::ToolTipRole:
        return QString(row->title + u'\n' + row->subject);
    case Qt::AccessibleTextRole:
        return isTitle ? QString(m_words.severity(row->finding.severity) + QStringLiteral(": ") + row->title)
                       : row->subject;
    default:
        return {};
    }
}

} // namespace kakuin::models
