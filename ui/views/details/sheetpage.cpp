// SPDX-License-Identifier: MIT
#include "ui/views/details/sheetpage.h"

#include "ui/decoration/theme.h"
#include "ui/views/details/factsheet.h"

#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

SheetPage::SheetPage(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new FactSheet)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metric::group, metric::group, metric::group, metric::group);
    column->addWidget(m_sheet);
    column->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The page's own ground, not a list's
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

} // namespace kakuin::ui
