// SPDX-License-Identifier: MIT
#include "ui/widgets/scrollcolumn.h"

#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

/// Says "no minimum", so that the height for the present width decides alone.
class ColumnArea final : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }
};

} // namespace

ScrollColumn::ScrollColumn(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new ColumnArea(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    setWidget(content);
}

int ScrollColumn::contentHeight(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
}

} // namespace kakuin::ui
