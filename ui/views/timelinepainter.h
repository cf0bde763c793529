// SPDX-License-Identifier: MIT
#pragma once

#include "models/timelinecontent.h"
#include "models/timelinescale.h"

#include <QtGui/QFont>
#include <QtGui/QPalette>

class QPainter;

namespace kakuin::ui {

/// Draws a timeline, on a screen as in a picture: names at the left, bars along the time, axis above.
/// Shape:   the scale's zero is the left edge of the bars. Nothing is kept: colours come from the palette given.
/// Units:   device-independent pixels.
class TimelinePainter final {
public:
    struct Look final {
        QFont font;
        QPalette palette;
        int labelWidth = 240; ///< of the names at the left
        models::TimelineGroupBy groupBy = models::TimelineGroupBy::Server;
        qsizetype selected = -1;
        bool hasFocus = false;
    };
    TimelinePainter(
        const models::TimelineContent &content, const models::TimelineScale &scale, const QDateTime &nowUtc, Look look);

    /// Heights follow the font alone.
    [[nodiscard]] static int rowHeight(const QFont &font);
    [[nodiscard]] static int axisHeight(const QFont &font);

    /// The axis in the upper part of `area`, below it the lines that fit, the first of them at `firstPixel` of all.
    void paint(QPainter *painter, const QRect &area, int firstPixel) const;

private:
    void paintAxis(QPainter *painter, const QRect &area) const;
    void paintTicks(QPainter *painter, const QRect &area, int rowsTop) const;
    void paintAhead(QPainter *painter, const QRect &bars) const;
    void paintToday(QPainter *painter, const QRect &bars, const QRect &band) const;
    void paintLabels(QPainter *painter, const QRect &row, qsizetype index) const;
    void paintHeading(QPainter *painter, const QRect &row, const models::TimelineLine &line) const;
    void paintBar(QPainter *painter, const QRect &row, const models::TimelineLine &line) const;
    void paintBeyond(QPainter *painter, const QRect &row, bool isRight) const;
    void paintRemaining(QPainter *painter, const QRect &row, const QRectF &bar, const models::TimelineLine &line) const;
    [[nodiscard]] double roomFor(models::TimelineScale::Unit unit) const;

    const models::TimelineContent &m_content;
    const models::TimelineScale &m_scale;
    const QDateTime &m_nowUtc;
    Look m_look;
    int m_rowHeight;
    int m_lineHeight;
};

} // namespace kakuin::ui
