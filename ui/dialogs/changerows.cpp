// SPDX-License-Identifier: MIT
#include "ui/dialogs/changerows.h"

#include "text/expirytext.h"

#include <algorithm>
#include <numeric>

namespace kakuin::ui {

using domain::ChangeKind;
using models::ChangeListModel;

ChangeRows::ChangeRows(ChangeListModel &source, QObject *parent)
    : QIdentityProxyModel(parent)
{
    setSourceModel(&source);
}

QString ChangeRows::words(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::ServerAdded:
        return tr("Server added");
    case ChangeKind::ServerRemoved:
        return tr("Server removed");
    case ChangeKind::NotComparable:
        return tr("Certificates not known in one of the two");
    case ChangeKind::CertificateAdded:
        return tr("Certificate added");
    case ChangeKind::CertificateRemoved:
        return tr("Certificate removed");
    case ChangeKind::ServicesChanged:
        return tr("Services changed");
    case ChangeKind::BindingsChanged:
        return tr("IIS bindings changed");
    case ChangeKind::TransportReassigned:
        return tr("Internal transport reassigned");
    case ChangeKind::AuthCurrentChanged:
        return tr("Current Auth certificate changed");
    case ChangeKind::AuthNextChanged:
        return tr("Next Auth certificate changed");
    case ChangeKind::AuthPreviousChanged:
        return tr("Previous Auth certificate changed");
    case ChangeKind::ConnectorAdded:
        return tr("Connector added");
    case ChangeKind::ConnectorRemoved:
        return tr("Connector removed");
    case ChangeKind::ConnectorReassigned:
        return tr("Connector names another certificate");
    case ChangeKind::ExpiredSince:
        return tr("Expired since");
    }
    return {};
}

QVariant ChangeRows::data(const QModelIndex &index, int role) const
{
    const auto kind = static_cast<ChangeKind>(QIdentityProxyModel::data(index, ChangeListModel::KindRole).toInt());
    const int column = index.column();
    if (role == Qt::ToolTipRole)
        return data(index, Qt::DisplayRole);
    if (role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    if (column == ChangeListModel::ChangeColumn)
        return words(kind);
    const QString text = QIdentityProxyModel::data(index, role).toString();
    if (column == ChangeListModel::ServerColumn && text.isEmpty())
        return tr("Organisation");
    const bool isDate = kind == ChangeKind::CertificateAdded || kind == ChangeKind::CertificateRemoved
        || kind == ChangeKind::ExpiredSince;
    const bool isSide = column == ChangeListModel::BeforeColumn || column == ChangeListModel::AfterColumn;
    if (isSide && kind == ChangeKind::NotComparable)
        return text == u"1" ? tr("read") : tr("not read");
    if (isSide && isDate && !text.isEmpty())
        return ExpiryText::dayAndTime(QDateTime::fromString(text, Qt::ISODate));
    return text;
}

QVariant ChangeRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    return headings().value(section);
}

QStringList ChangeRows::headings() const
{
    return {tr("Server"), tr("Change"), tr("Certificate or connector"), tr("Before"), tr("After")};
}

void ChangeRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ChangeListModel::ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ChangeListModel::ColumnCount - 1));
}

QStringList ChangeRows::cells(int row) const
{
    QStringList cells;
    for (int column = 0; column < ChangeListModel::ColumnCount; ++column)
        cells.append(index(row, column).data().toString());
    return cells;
}

QString ChangeRows::text(const QModelIndexList &rows) const
{
    QList<int> numbers;
    for (const QModelIndex &index : rows)
        numbers.append(index.row());
    if (rows.isEmpty()) {
        numbers.resize(rowCount());
        std::iota(numbers.begin(), numbers.end(), 0);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QStringList lines{headings().join(u'\t')};
    for (const int row : std::as_const(numbers))
        lines.append(cells(row).join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

QByteArray ChangeRows::csv() const
{
    const auto quoted = [](QString cell) {
        if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()))
            cell.prepend(u'\'');
        return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    };
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList line = row < 0 ? headings() : cells(row);
        std::transform(line.begin(), line.end(), line.begin(), quoted);
        lines.append(line.join(u','));
    }
    return "\xEF\xBB\xBF" + lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n";
}

} // namespace kakuin::ui
