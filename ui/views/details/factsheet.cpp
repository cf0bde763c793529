// SPDX-License-Identifier: MIT
#include "ui/views/details/factsheet.h"

#include "ui/decoration/theme.h"
#include "ui/views/details/sheetrow.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr int widestName = 200;

} // namespace

FactSheet::FactSheet(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metric::related);
    m_column->setAlignment(Qt::AlignTop);
}

void FactSheet::setBlocks(const QList<SheetBlock> &blocks)
{
    if (blocks == m_blocks)
        return;
    qsizetype kept = 0;
    while (kept < blocks.size() && kept < m_blocks.size() && blocks.at(kept).kind == m_blocks.at(kept).kind)
        ++kept;
    while (m_rows.size() > kept) {
        SheetRow *row = m_rows.takeLast();
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    for (qsizetype i = m_rows.size(); i < blocks.size(); ++i) {
        auto *row = new SheetRow(blocks.at(i).kind, this);
        connect(row, &SheetRow::certificateRequested, this, &FactSheet::certificateRequested);
        m_column->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (i >= kept || blocks.at(i) != m_blocks.at(i))
            m_rows.at(i)->setBlock(blocks.at(i));
    }
    m_blocks = blocks;
    alignFacts();
}

QString FactSheet::toText() const
{
    QStringList lines;
    for (const SheetBlock &block : m_blocks) {
        switch (block.kind) {
        case SheetBlock::Kind::Title:
        case SheetBlock::Kind::Subtitle:
        case SheetBlock::Kind::Heading:
            lines.append(block.text);
            break;
        case SheetBlock::Kind::Item:
            lines.append(QStringLiteral("- %1").arg(block.text));
            if (!block.detail.isEmpty())
                lines.append(QStringLiteral("  %1").arg(block.detail));
            break;
        case SheetBlock::Kind::Fact:
            lines.append(QStringLiteral("%1: %2").arg(block.text, block.detail));
            break;
        }
    }
    return lines.join(u'\n');
}

void FactSheet::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (SheetRow *row : std::as_const(m_rows))
            row->updateMark();
    } else if (event->type() == QEvent::FontChange) {
        alignFacts();
    }
}

void FactSheet::alignFacts()
{
    int width = 0;
    for (SheetRow *row : std::as_const(m_rows))
        width = std::max(width, row->nameWidth());
    for (SheetRow *row : std::as_const(m_rows))
        row->setNameWidth(std::min(width, widestName));
}

} // namespace kakuin::ui
