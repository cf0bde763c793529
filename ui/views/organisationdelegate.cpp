// SPDX-License-Identifier: MIT
#include "ui/views/organisationdelegate.h"

#include "models/organisationfilterproxy.h"
#include "ui/decoration/badgepainter.h"
#include "ui/decoration/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace kakuin::ui {
namespace {

using models::OrganisationRow;
using RowKind = OrganisationRow::Kind;
using TreeModel = models::OrganisationTreeModel;

constexpr int treeInset = 4; // between the edge of a cell and what is in it
constexpr int treeRowPadding = 8;

struct RowLook final {
    QIcon icon;
    QString text;
    Tone tone = Tone::Plain;
};

// What was not exported, or is still being read, is no fault: it is said quietly.
bool isQuiet(const OrganisationRow &row)
{
    return row.error
        && (row.error->code == ErrorCode::NotExported || row.error->code == ErrorCode::NotRead
            || row.error->code == ErrorCode::BeingRead);
}

QIcon kindIcon(const OrganisationRow &row, const QPalette &palette)
{
    switch (row.kind) {
    case RowKind::Organisation:
        return lineIcon(QStringLiteral("organisation"), Tone::Muted, palette);
    case RowKind::AuthConfiguration:
    case RowKind::AuthSlot:
        return lineIcon(QStringLiteral("key"), Tone::Muted, palette);
    case RowKind::Group:
        return lineIcon(QStringLiteral("folder"), Tone::Muted, palette);
    case RowKind::Server:
        return lineIcon(QStringLiteral("server"), row.error && !isQuiet(row) ? Tone::Expired : Tone::Muted, palette);
    case RowKind::Certificate:
        return lineIcon(QStringLiteral("certificate"), Tone::Seal, palette);
    case RowKind::UnreadableCertificate:
    case RowKind::Problem:
        return lineIcon(QStringLiteral("warning"), Tone::Expired, palette);
    }
    return {};
}

bool hasMark(const OrganisationRow &row)
{
    const bool isDated
        = row.kind == RowKind::Certificate || row.kind == RowKind::AuthSlot || row.kind == RowKind::AuthConfiguration;
    return isDated && !row.error;
}

RowLook rowLook(const OrganisationRow &row, const QStyleOptionViewItem &option, int column)
{
    RowLook look{{}, option.text, Tone::Plain};
    if (column == TreeModel::NameColumn) {
        look.icon = kindIcon(row, option.palette);
        const bool isOld = row.kind == RowKind::Server && row.entry != nullptr && !row.entry->reading.isFresh();
        if (row.error)
            look.tone = isQuiet(row) ? Tone::Muted : Tone::Expired;
        else if (isOld) // being read again, or not read again
            look.tone = Tone::Muted;
    } else if (column == TreeModel::ExpiresColumn && hasMark(row)) {
        look.icon = severityIcon(row.severity, option.palette);
    } else if (column == TreeModel::ExpiresColumn) {
        if (option.state.testFlag(QStyle::State_Open))
            look.text.clear();
        look.tone = toneOf(row.severity);
    } else if (row.kind != RowKind::Certificate) {
        look.tone = Tone::Muted;
    }
    return look;
}

} // namespace

OrganisationDelegate::OrganisationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void OrganisationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem opt(option);
    initStyleOption(&opt, index);
    const OrganisationRow &row = models::OrganisationFilterProxy::row(index);
    const bool isSelected = opt.state.testFlag(QStyle::State_Selected);
    const RowLook look = rowLook(row, opt, index.column());
    const QStyle *style = opt.widget == nullptr ? QApplication::style() : opt.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, opt.widget);

    painter->save();
    painter->setClipRect(opt.rect);
    QRect rest = opt.rect.adjusted(treeInset, 0, -treeInset, 0);
    if (index.column() == TreeModel::RolesColumn) {
        BadgePainter(opt.font, opt.palette, isSelected).paint(painter, rest, row.badges);
        painter->restore();
        return;
    }
    if (!look.icon.isNull()) {
        QRect square(rest.left(), rest.center().y() - metric::iconSide / 2 + 1, metric::iconSide, metric::iconSide);
        square = QStyle::visualRect(opt.direction, rest, square);
        look.icon.paint(painter, square, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        rest.adjust(metric::iconSide + treeInset + 2, 0, 0, 0);
    }
    const QPalette::ColorGroup group = opt.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QColor ink = look.tone == Tone::Plain ? opt.palette.color(group, QPalette::Text) : colour(look.tone, opt.palette);
    if (isSelected)
        ink = opt.palette.color(group, QPalette::HighlightedText);
    painter->setPen(ink);
    painter->setFont(opt.font);
    const QString text = opt.fontMetrics.elidedText(look.text, Qt::ElideMiddle, rest.width());
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter->restore();

    if (opt.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(opt);
        focus.rect = opt.rect;
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = opt.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Window);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, opt.widget);
    }
}

QSize OrganisationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Every row is as high as every other, so the height must not need the text; the width is asked for when a column
    // is fitted to what it holds.
    QSize size(0, std::max(metric::minimumRowHeight, option.fontMetrics.height() + treeRowPadding));
    if (index.column() == TreeModel::RolesColumn) {
        const QFont font = option.widget == nullptr ? option.font : option.widget->font();
        size.setWidth(BadgePainter(font, option.palette)
                          .size(index.data(models::BadgesRole).value<QList<models::Badge>>())
                          .width());
    } else {
        size.setWidth(option.fontMetrics.horizontalAdvance(index.data().toString()));
        if (index.column() == TreeModel::NameColumn || index.column() == TreeModel::ExpiresColumn)
            size.rwidth() += metric::iconSide + treeInset + 2;
    }
    return size + QSize(2 * treeInset + 2, 0);
}

} // namespace kakuin::ui
