// SPDX-License-Identifier: MIT
#include "ui/help/guidestyle.h"

#include "ui/decoration/theme.h"

#include <QtGui/QPalette>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextFrame>
#include <QtGui/QTextList>
#include <QtGui/QTextTable>

namespace kakuin::ui {
namespace {

constexpr qreal lineHeight = 130; // percent
constexpr qreal tableShade = 0.06;

QColor shade(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const auto mixed = [](int a, int b) { return static_cast<int>(a + (b - a) * tableShade); };
    return {mixed(base.red(), text.red()), mixed(base.green(), text.green()), mixed(base.blue(), text.blue())};
}

void styleHeading(QTextCursor &cursor, QTextBlockFormat &format, const GuideSection *section)
{
    format.setTopMargin(format.headingLevel() == 1 ? metric::related : metric::dialogMargin + metric::related);
    format.setBottomMargin(metric::related);
    if (section == nullptr || section->anchor.isEmpty())
        return;
    QTextCharFormat named;
    named.setAnchor(true);
    named.setAnchorNames({section->anchor});
    QTextCursor all(cursor.block());
    all.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    all.mergeCharFormat(named);
}

bool isCode(const QTextBlockFormat &format)
{
    return format.hasProperty(QTextFormat::BlockCodeLanguage) || format.hasProperty(QTextFormat::BlockCodeFence);
}

// Inside a table lines stand close; the cell has its own distances
void styleText(QTextCursor &cursor, QTextBlockFormat &format, const QPalette &palette)
{
    if (isCode(format)) {
        format.setLineHeight(0, QTextBlockFormat::SingleHeight); // higher lines would leave stripes between them
        format.setNonBreakableLines(false); // a long command wraps instead of running out of the window
        format.setBackground(shade(palette));
        format.setLeftMargin(metric::group);
        format.setTopMargin(0);
        const QTextBlock next = cursor.block().next();
        format.setBottomMargin(next.isValid() && isCode(next.blockFormat()) ? 0 : metric::related);
        return;
    }
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    if (cursor.currentTable() != nullptr) {
        format.setTopMargin(0);
        format.setBottomMargin(0);
    } else if (cursor.currentList() != nullptr) {
        format.setTopMargin(metric::related / 4.0);
        format.setBottomMargin(metric::related / 4.0);
    } else {
        format.setTopMargin(metric::related / 2.0);
        format.setBottomMargin(metric::related);
    }
}

void styleTables(QTextFrame *frame, const QPalette &palette)
{
    const QList<QTextFrame *> frames = frame->childFrames();
    for (QTextFrame *child : frames) {
        auto *table = qobject_cast<QTextTable *>(child);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(palette.color(QPalette::Mid));
        format.setCellPadding(metric::related * 0.75);
        format.setCellSpacing(0);
        format.setTopMargin(metric::related / 2.0);
        format.setBottomMargin(metric::group);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat head = cell.format();
            head.setBackground(shade(palette));
            cell.setFormat(head);
        }
    }
}

} // namespace

void styleGuidePage(QTextDocument &document, const QList<GuideSection> &sections, const QPalette &palette)
{
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(metric::dialogMargin);
    qsizetype heading = 0;
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() > 0) {
            styleHeading(cursor, format, heading < sections.size() ? &sections.at(heading) : nullptr);
            ++heading;
        } else {
            styleText(cursor, format, palette);
        }
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    styleTables(document.rootFrame(), palette);
}

} // namespace kakuin::ui
