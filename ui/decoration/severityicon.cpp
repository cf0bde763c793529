// SPDX-License-Identifier: MIT
#include "ui/decoration/theme.h"

#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace kakuin::ui {
namespace {

/// The line as an area, to be cut out of a filled shape: what lies beneath shows through on any background.
QPainterPath stroked(const QPainterPath &line, double width = 1.75)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(line);
}

QPainterPath strokes(const QList<QPolygonF> &polylines)
{
    QPainterPath path;
    for (const QPolygonF &polyline : polylines)
        path.addPolygon(polyline);
    return path;
}

QPainterPath roundedPolygon(const QPolygonF &corners)
{
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path.united(stroked(path, 1.5));
}

QPainterPath disc()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6, 6);
    return path;
}

QPainterPath exclamation(double top, double bottom)
{
    return stroked(strokes({{{8, top}, {8, bottom - 2.75}}})).united([bottom] {
        QPainterPath dot;
        dot.addEllipse(QPointF(8, bottom), 1.05, 1.05);
        return dot;
    }());
}

/// On a grid of 16.
QPainterPath shapeOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::NotKnown: {
        QPainterPath ring;
        ring.addEllipse(QPointF(8, 8), 5.25, 5.25);
        return stroked(ring, 1.5).united(stroked(strokes({{{5.75, 8}, {10.25, 8}}}), 1.5));
    }
    case models::Severity::Ok:
        return disc().subtracted(stroked(strokes({{{5.4, 8.2}, {7.2, 10}, {10.6, 6.3}}})));
    case models::Severity::Information:
        return disc().subtracted(stroked(strokes({{{8, 7.8}, {8, 11}}}))).subtracted([] {
            QPainterPath dot;
            dot.addEllipse(QPointF(8, 5.2), 1.05, 1.05);
            return dot;
        }());
    case models::Severity::Soon:
        return roundedPolygon({{8, 2.75}, {14, 13}, {2, 13}}).subtracted(exclamation(6.2, 11.6));
    case models::Severity::Urgent:
        return roundedPolygon({{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}}).subtracted(exclamation(4.7, 10.9));
    case models::Severity::Expired: {
        QPainterPath square;
        square.addRoundedRect(QRectF(2, 2, 12, 12), 1.75, 1.75);
        return square.subtracted(stroked(strokes({{{5.6, 5.6}, {10.4, 10.4}}, {{10.4, 5.6}, {5.6, 10.4}}})));
    }
    }
    return {};
}

class SeverityIconEngine final : public QIconEngine {
public:
    SeverityIconEngine(models::Severity severity, const QColor &colour, const QColor &selected)
        : m_severity(severity)
        , m_colour(colour)
        , m_selected(selected)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0);
        painter->scale(side / 16.0, side / 16.0);
        painter->fillPath(shapeOf(m_severity), mode == QIcon::Selected ? m_selected : m_colour);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({0, 0}, size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new SeverityIconEngine(m_severity, m_colour, m_selected);
    }

private:
    models::Severity m_severity;
    QColor m_colour;
    QColor m_selected;
};

} // namespace

QIcon severityIcon(models::Severity severity, const QPalette &palette)
{
    return QIcon(new SeverityIconEngine(
        severity, colour(toneOf(severity), palette), palette.color(QPalette::Active, QPalette::HighlightedText)));
}

} // namespace kakuin::ui
