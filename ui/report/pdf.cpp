// SPDX-License-Identifier: MIT
#include "ui/report/pdf.h"

#include <QtCore/QBuffer>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

namespace kakuin::ui {
namespace {

constexpr int resolution = 150; ///< dots an inch of the layout; text is vectors in any case
constexpr qreal footHeight = 0.3; ///< inches
constexpr qreal pointSize = 9;

} // namespace

QByteArray pdfOf(const QString &html, const QString &title, bool isLandscape)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Kakuin"));
    writer.setResolution(resolution);
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter));
    QPainter painter(&writer);
    const QRectF area(0, 0, writer.width(), writer.height() - footHeight * resolution);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    QFont font = painter.font();
    font.setPointSizeF(pointSize);
    document.setDefaultFont(font);
    document.setHtml(html);
    document.setPageSize(area.size());
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -page * area.height());
        document.drawContents(&painter, QRectF(0, page * area.height(), area.width(), area.height()));
        painter.restore();
        painter.setFont(font);
        painter.drawText(QRectF(0, area.height(), area.width(), footHeight * resolution),
            Qt::AlignRight | Qt::AlignBottom, QStringLiteral("%1 / %2").arg(page + 1).arg(pages));
    }
    painter.end();
    return bytes;
}

} // namespace kakuin::ui
