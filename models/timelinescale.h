// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>

#include <functional>

namespace kakuin::models {

/// A stretch of time on a stretch of pixels: zoom, scroll, ticks.
/// Shape:   setRange() says what there is to see, setWidth() how much room there is; at first everything fits. zoomAt()
///          keeps the time under a pixel where it is, as far as the range allows. Nothing ever shows more than the
///          range or less than narrowestDays.
/// Units:   pixels of the painter from the left edge; times UTC; ticks at midnight of the person's zone.
/// Errors:  none; an empty or turned round range becomes the year around its middle, an invalid one changes nothing.
class TimelineScale final {
public:
    enum class Unit { Day, Week, Month, Quarter, Year, TwoYears, FiveYears, TenYears };
    struct Tick final {
        QDate date; ///< local day on which the unit begins
        double x = 0; ///< may lie left of the edge: a unit that began before
    };
    /// Ticks, and above them those of the larger unit that they belong to; `major` is empty beside years.
    struct Axis final {
        Unit unit = Unit::Year;
        QList<Tick> minor;
        Unit majorUnit = Unit::Year;
        QList<Tick> major;
    };
    /// Where a life is drawn. A bar that runs beyond what is shown is cut there.
    struct Bar final {
        bool isKnown = false; ///< false: the expiry is not known, and there is nothing to draw
        bool isPoint = false; ///< the beginning is not known or after the end: only the end is drawn
        double left = 0;
        double right = 0;
    };
    static constexpr int narrowestDays = 7;

    void setRange(const QDateTime &fromUtc, const QDateTime &toUtc);
    void setWidth(double pixels);
    [[nodiscard]] double width() const { return m_width; }

    [[nodiscard]] bool isFit() const { return m_isFit; }
    void fit();
    /// factor > 1 shows less time in more room.
    void zoomAt(double factor, double x);
    [[nodiscard]] bool canZoomIn() const;
    /// How far the range's beginning lies left of the edge, and how far it could: for a scroll bar.
    [[nodiscard]] double offset() const;
    [[nodiscard]] double maximumOffset() const;
    void setOffset(double pixels);

    /// At most some widths outside of what is shown, so that a painter can live with every date.
    [[nodiscard]] double xOf(const QDateTime &utc) const;
    [[nodiscard]] QDateTime timeAt(double x) const;
    [[nodiscard]] Bar barOf(const QDateTime &notBeforeUtc, const QDateTime &notAfterUtc) const;
    /// The finest unit whose labels have room; `room` says how many pixels a label of that unit takes.
    [[nodiscard]] Axis axis(const std::function<double(Unit)> &room) const;

private:
    [[nodiscard]] double secondsPerPixel() const { return m_span / m_width; }
    [[nodiscard]] QList<Tick> ticks(Unit unit) const;
    void clamp();

    // Seconds since 1970, UTC.
    double m_from = 0;
    double m_to = 365.25 * 86400;
    double m_start = 0;
    double m_span = 365.25 * 86400;
    double m_width = 100;
    bool m_isFit = true;
};

} // namespace kakuin::models
