// SPDX-License-Identifier: MIT
#include "models/changelistmodel.h"

#include "core/base/untrustedtext.h"

namespace kakuin::models {

void ChangeListModel::setChanges(const QList<domain::InventoryChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int ChangeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::InventoryChange &change = m_changes.at(index.row());
    if (role == KindRole)
        return static_cast<int>(change.kind);
    if (role == CertificateRole)
        return QVariant::fromValue(domain::CertificateId{change.server, change.thumbprint});
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ServerColumn:
        return singleLine(change.server.name());
    case SubjectColumn:
        return singleLine(change.subject.isEmpty() ? change.thumbprint.toString() : change.subject);
    case BeforeColumn:
        return singleLine(change.before);
    case AfterColumn:
        return singleLine(change.after);
    default:
        return {}; // the kind: words for codes are not ours
    }
}

} // namespace kakuin::models
