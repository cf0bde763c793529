// SPDX-License-Identifier: MIT
#include "ui/views/matrixdelegate.h"

#include "text/matrixtext.h"
#include "ui/decoration/badgepainter.h"
#include "ui/decoration/theme.h"
#include "ui/views/matrixrows.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace kakuin::ui {
namespace {

using models::MatrixModel;
using CellState = models::MatrixCell::State;

constexpr int matrixInset = 6; // between the edge of a cell and what is in it
constexpr int matrixRowPadding = 10;

struct CellLook final {
    QIcon icon;
    Tone ink = Tone::Plain;
    std::optional<Tone> ground;
    int more = 0; ///< certificates that are not named
    QString ports; ///< whether the ports show what was read
    Tone portsTone = Tone::Muted;
};

bool isQuiet(const Error &error)
{
    return error.code == ErrorCode::NotExported || error.code == ErrorCode::NotRead
        || error.code == ErrorCode::BeingRead;
}

const MatrixRows *rowsOf(const QModelIndex &index)
{
    return qobject_cast<const MatrixRows *>(index.model());
}

CellLook cellLook(const QModelIndex &index, const QPalette &palette)
{
    const MatrixRows *rows = rowsOf(index);
    if (rows == nullptr)
        return {};
    const models::MatrixRow &row = rows->row(index);
    const Tone fault = row.error && !isQuiet(*row.error) ? Tone::Expired : Tone::Muted;
    const bool isOld = row.error || !row.reading.isFresh();
    if (index.column() == MatrixModel::ServerColumn)
        return {lineIcon(QStringLiteral("server"), fault, palette), isOld ? fault : Tone::Plain, {}, 0, {}};
    if (row.error)
        return {lineIcon(QStringLiteral("warning"), fault, palette), fault, {}, 0, {}};
    const models::MatrixCell &cell = *rows->cell(index);
    CellLook look;
    look.ports = MatrixText::portMark(cell.ports.state);
    look.portsTone = cell.ports.state == models::MatrixPorts::State::Differ ? Tone::Expired
        : cell.ports.state == models::MatrixPorts::State::Agree             ? Tone::Ok
                                                                            : Tone::Muted;
    if (cell.state == CellState::Empty)
        return look;
    const models::Severity severity = cell.severity;
    look.icon = severityIcon(severity, palette);
    if (cell.state == CellState::NotKnown)
        look.ink = Tone::Muted;
    else if (severity != models::Severity::Ok && severity != models::Severity::NotKnown)
        look.ground = toneOf(severity);
    look.more = std::max(0, static_cast<int>(cell.entries.size()) - 1);
    return look;
}

struct Badge final {
    QString text;
    Tone tone = Tone::Muted;
};

/// From the right edge inwards.
QList<Badge> badgesOf(const CellLook &look)
{
    QList<Badge> badges;
    if (!look.ports.isEmpty())
        badges.append({look.ports, look.portsTone});
    if (look.more > 0)
        badges.append({QStringLiteral("+%1").arg(look.more), Tone::Muted});
    return badges;
}

void drawFocus(QPainter *painter, const QStyleOptionViewItem &option, const QStyle &style)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.rect = option.rect.adjusted(1, 1, -1, -1);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = option.palette.color(isSelected ? QPalette::Highlight : QPalette::Window);
    style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

} // namespace

MatrixDelegate::MatrixDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem opt(option);
    initStyleOption(&opt, index);
    const bool isSelected = opt.state.testFlag(QStyle::State_Selected);
    const CellLook look = cellLook(index, opt.palette);
    const QStyle *style = opt.widget == nullptr ? QApplication::style() : opt.widget->style();
    painter->save();
    painter->setClipRect(opt.rect);
    if (look.ground && !isSelected)
        painter->fillRect(opt.rect, tint(*look.ground, opt.palette));
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, opt.widget);

    const QPalette::ColorGroup group = opt.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QRect rest = opt.rect.adjusted(matrixInset, 0, -matrixInset, 0);
    if (!look.icon.isNull()) {
        QRect square(rest.left(), rest.center().y() - metric::iconSide / 2 + 1, metric::iconSide, metric::iconSide);
        look.icon.paint(painter, square, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        rest.setLeft(square.right() + 1 + matrixInset);
    }
    const BadgePainter badge(opt.font, opt.palette, isSelected);
    for (const auto &[text, tone] : badgesOf(look)) {
        const QSize size = badge.size(text);
        badge.paint(painter, {rest.right() + 1 - size.width(), rest.center().y() - size.height() / 2 + 1}, text, tone);
        rest.setRight(rest.right() - size.width() - matrixInset);
    }
    QString text = opt.text;
    const bool isCell
        = rowsOf(index) != nullptr && index.column() != MatrixModel::ServerColumn && !rowsOf(index)->row(index).error;
    if (isCell && m_isBrief.at(static_cast<size_t>(index.column())))
        text = index.data(MatrixRows::BriefRole).toString();
    if (!isCell)
        text = opt.fontMetrics.elidedText(text, Qt::ElideRight, rest.width());
    else if (opt.fontMetrics.horizontalAdvance(text) > rest.width())
        text.clear(); // half a number would be another one
    painter->setFont(opt.font);
    painter->setPen(isSelected        ? opt.palette.color(group, QPalette::HighlightedText)
            : look.ink == Tone::Plain ? opt.palette.color(group, QPalette::Text)
                                      : colour(look.ink, opt.palette));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter->restore();
    drawFocus(painter, opt, *style);
}

void MatrixDelegate::setBrief(int column, bool isBrief)
{
    m_isBrief.at(static_cast<size_t>(column)) = isBrief;
}

int MatrixDelegate::widthOf(const QStyleOptionViewItem &option, const QModelIndex &index, bool isBrief)
{
    // A reason runs over all columns: it must not widen the first of them.
    if (rowsOf(index) != nullptr && rowsOf(index)->row(index).error && index.column() != MatrixModel::ServerColumn)
        return 0;
    const CellLook look = cellLook(index, option.palette);
    const QString text = index.data(isBrief ? int(MatrixRows::BriefRole) : int(Qt::DisplayRole)).toString();
    int width = option.fontMetrics.horizontalAdvance(text) + 2 * matrixInset + 2;
    if (!look.icon.isNull())
        width += metric::iconSide + matrixInset;
    for (const Badge &badge : badgesOf(look))
        width += BadgePainter(option.font, option.palette).size(badge.text).width() + matrixInset;
    return width;
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = std::max(metric::minimumRowHeight, option.fontMetrics.height() + matrixRowPadding);
    return {widthOf(option, index, false), height};
}

} // namespace kakuin::ui
