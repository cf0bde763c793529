// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "ui/views/timelinepainter.h"

namespace kakuin::ui {

/// A timeline as a picture: all lines, all of the time, dark on white whatever the window looks like.
/// Errors:  InvalidArgument when there are more lines than maxPngLines or maxSvgLines (subject: how many there are):
///          beyond that no viewer opens the picture. Internal when Qt cannot encode it.
/// Cost:    up to a second.
/// Threads: any; a value that holds all it needs.
class TimelineExporter final {
public:
    static constexpr int maxPngLines = 1000;
    static constexpr int maxSvgLines = 5000;
    static constexpr int width = 1400;

    TimelineExporter(models::TimelineContent content, models::TimelineScale scale, const QDateTime &nowUtc,
        models::TimelineGroupBy groupBy, const QFont &font);

    [[nodiscard]] Result<QByteArray> png() const;
    [[nodiscard]] Result<QByteArray> svg(const QString &title) const;
    [[nodiscard]] QSize size() const;

private:
    [[nodiscard]] Result<void> check(int limit) const;
    void paint(QPainter *painter) const;

    models::TimelineContent m_content;
    models::TimelineScale m_scale;
    QDateTime m_nowUtc;
    TimelinePainter::Look m_look;
};

} // namespace kakuin::ui
