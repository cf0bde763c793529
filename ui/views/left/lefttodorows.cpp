// SPDX-License-Identifier: MIT
#include "ui/views/left/lefttodorows.h"

#include "core/base/untrustedtext.h"
#include "text/lefttext.h"
#include "text/nextstep.h"

namespace kakuin::ui {

using models::LeftToDoModel;

LeftToDoRows::LeftToDoRows(LeftToDoModel &source, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_source(source)
{
    setSourceModel(&source);
}

void LeftToDoRows::setInventory(
    const domain::InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    m_inventory = inventory;
    m_policy = policy;
    m_nowUtc = nowUtc;
}

QString LeftToDoRows::title(const plan::LeftItem &item) const
{
    if (item.kind != plan::LeftItem::Kind::Advice)
        return LeftText::title(item);
    const auto context = CertificateContext::find(m_inventory, {item.server, item.certificate}, m_nowUtc, m_policy);
    if (!context)
        return item.certificate.toShortString();
    //: what is left to do about a certificate; %1: what, %2: its name, %3: the beginning of its thumbprint
    return tr("%1 (%2, %3)")
        .arg(NextStep::of(item.advice, *context).title(), singleLine(context->certificate->displayName(), 120),
            item.certificate.toShortString());
}

QString LeftToDoRows::explanation(const plan::LeftItem &item) const
{
    if (item.kind != plan::LeftItem::Kind::Advice)
        return LeftText::explanation(item);
    const auto context = CertificateContext::find(m_inventory, {item.server, item.certificate}, m_nowUtc, m_policy);
    return context ? NextStep::of(item.advice, *context).explanation(*context) : QString();
}

QString LeftToDoRows::text(const QModelIndex &source) const
{
    if (const plan::LeftItem *found = m_source.item(source))
        return source.column() == LeftToDoModel::WhatColumn ? title(*found) : LeftText::state(*found);
    if (source.column() == LeftToDoModel::StateColumn)
        return LeftText::state(m_source.itemsIn(source.siblingAtColumn(LeftToDoModel::WhatColumn)));
    const QString server = singleLine(m_source.server(source).name(), 120);
    //: no single server
    return server.isEmpty() ? tr("The whole organisation") : server;
}

QString LeftToDoRows::asText() const
{
    QStringList lines;
    for (int i = 0; i < m_source.rowCount(); ++i) {
        const QModelIndex group = m_source.index(i, LeftToDoModel::WhatColumn);
        if (i > 0)
            lines.append(QString());
        lines.append(text(group));
        for (int row = 0; row < m_source.rowCount(group); ++row) {
            const plan::LeftItem &item = *m_source.item(m_source.index(row, LeftToDoModel::WhatColumn, group));
            lines.append(QStringLiteral("- %1: %2").arg(title(item), LeftText::state(item)));
            lines.append(QStringLiteral("  ") + explanation(item));
            if (!item.work)
                continue;
            const QStringList commands = plan::commandsFor(*item.work);
            for (const QString &command : commands)
                lines.append(QStringLiteral("    ") + command);
        }
    }
    return lines.join(u'\n');
}

QVariant LeftToDoRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString shown = text(mapToSource(index));
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case Qt::ToolTipRole: // names come from servers: nothing in them may be taken for markup
        return QStringLiteral("<div>") + shown.toHtmlEscaped() + QStringLiteral("</div>");
    case Qt::AccessibleTextRole:
        //: read out: %1 what is left to do, %2 its state
        return item(index) == nullptr || index.column() != LeftToDoModel::WhatColumn
            ? shown
            : tr("%1, %2").arg(shown, LeftText::state(*item(index)));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant LeftToDoRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    //: columns of the list of what is left to do
    return section == LeftToDoModel::WhatColumn ? tr("What is left to do") : tr("State");
}

void LeftToDoRows::retranslate()
{
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex group = index(i, 0);
        Q_EMIT dataChanged(group, index(i, LeftToDoModel::ColumnCount - 1));
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, LeftToDoModel::ColumnCount - 1, group));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, LeftToDoModel::ColumnCount - 1);
}

} // namespace kakuin::ui
