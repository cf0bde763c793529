// SPDX-License-Identifier: MIT
#include "ui/views/timelineexporter.h"

#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

namespace kakuin::ui {
namespace {

constexpr int labelWidth = 360;
constexpr int fontPixels = 13;
constexpr int svgDotsPerInch = 96;
// A short timeline is drawn at twice the size, for displays and printers that can show it.
constexpr qint64 sharpPixels = 8'000'000;

QPalette paper()
{
    QPalette palette;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base})
        palette.setColor(role, Qt::white);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
        palette.setColor(role, QColor(0x1b, 0x1f, 0x24));
    return palette;
}

} // namespace

TimelineExporter::TimelineExporter(models::TimelineContent content, models::TimelineScale scale,
    const QDateTime &nowUtc, models::TimelineGroupBy groupBy, const QFont &font)
    : m_content(std::move(content))
    , m_scale(std::move(scale))
    , m_nowUtc(nowUtc)
{
    m_look.font = font;
    m_look.font.setPixelSize(fontPixels);
    m_look.palette = paper();
    m_look.labelWidth = labelWidth;
    m_look.groupBy = groupBy;
    m_scale.setWidth(width - labelWidth);
    m_scale.fit();
}

QSize TimelineExporter::size() const
{
    const int lines = static_cast<int>(std::min<qsizetype>(m_content.lines.size(), maxSvgLines));
    return {width, TimelinePainter::axisHeight(m_look.font) + lines * TimelinePainter::rowHeight(m_look.font)};
}

Result<void> TimelineExporter::check(int limit) const
{
    if (m_content.lines.size() > limit)
        return fail(ErrorCode::InvalidArgument, QString::number(m_content.lines.size()));
    return {};
}

void TimelineExporter::paint(QPainter *painter) const
{
    TimelinePainter(m_content, m_scale, m_nowUtc, m_look).paint(painter, QRect(QPoint(0, 0), size()), 0);
}

Result<QByteArray> TimelineExporter::png() const
{
    return check(maxPngLines).and_then([this]() -> Result<QByteArray> {
        const qint64 pixels = static_cast<qint64>(size().width()) * size().height();
        const int ratio = pixels * 4 <= sharpPixels ? 2 : 1;
        QImage image(size() * ratio, QImage::Format_RGB32);
        if (image.isNull())
            return fail(ErrorCode::Internal, QStringLiteral("timeline.png"));
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            paint(&painter);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!image.save(&buffer, "PNG"))
            return fail(ErrorCode::Internal, QStringLiteral("timeline.png"));
        return bytes;
    });
}

Result<QByteArray> TimelineExporter::svg(const QString &title) const
{
    return check(maxSvgLines).and_then([&]() -> Result<QByteArray> {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(svgDotsPerInch);
        generator.setSize(size());
        generator.setViewBox(QRect(QPoint(0, 0), size()));
        generator.setTitle(title.toHtmlEscaped()); // Qt 6.4 writes it as it is
        QPainter painter;
        if (!painter.begin(&generator))
            return fail(ErrorCode::Internal, QStringLiteral("timeline.svg"));
        paint(&painter);
        painter.end();
        return bytes;
    });
}

} // namespace kakuin::ui
