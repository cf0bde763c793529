// SPDX-License-Identifier: MIT
#include "ui/views/findings/findingdelegate.h"

#include "text/findingtext.h"
#include "ui/decoration/theme.h"

namespace kakuin::ui {

using models::FindingGrouping;
using models::FindingsModel;

FindingDelegate::FindingDelegate(const FindingsModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void FindingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (const FindingsModel::Group *group = m_model.groupOf(index)) {
        option->font.setBold(true);
        if (group->grouping == FindingGrouping::Server && index.column() == FindingsModel::TitleColumn) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = lineIcon(group->server.isEmpty() ? QStringLiteral("organisation") : QStringLiteral("server"),
                Tone::Muted, option->palette);
            option->decorationSize = {16, 16};
        }
        return;
    }
    const models::FindingRowPtr row = m_model.rowOf(index);
    if (row == nullptr)
        return;
    if (index.column() == FindingsModel::TitleColumn) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        QPalette palette = option->palette;
        if (option->state.testFlag(QStyle::State_Selected)) // marks take the colour of what is selected
            palette.setColor(QPalette::Window, palette.color(QPalette::Highlight));
        option->icon = severityIcon(FindingText::mark(row->finding.severity), palette);
        option->decorationSize = {16, 16};
    }
    if (index.column() == FindingsModel::SubjectColumn || m_model.muteOf(*row))
        option->palette.setColor(QPalette::Text, colour(Tone::Muted, option->palette));
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max({size.height(), metric::minimumRowHeight, option.fontMetrics.height() + 8}));
    return size;
}

} // namespace kakuin::ui
