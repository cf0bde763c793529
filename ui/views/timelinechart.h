// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/timelinepainter.h"

#include <QtWidgets/QAbstractScrollArea>

#include <memory>

namespace kakuin::ui {

/// The drawn part of the timeline: lines, axis, zoom, selection. Paints what is in sight only, whatever the number of
/// lines.
/// Keys:    up, down, page up, page down, Ctrl+Home, Ctrl+End move the selection; left and right the time; + and -
///          zoom; 0 and Home show everything; Enter and space ask for the certificate.
/// Mouse:   the wheel scrolls, with Ctrl it zooms and the time under the pointer stays there; a click selects and asks.
/// Speaks:  the accessible description is the selected line's.
class TimelineChart final : public QAbstractScrollArea {
    Q_OBJECT
public:
    using Content = std::shared_ptr<const models::TimelineContent>;

    explicit TimelineChart(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelineChart)

    /// Selection, zoom and place stay, as far as there is something to stay at. Never null.
    void setContent(const Content &content, models::TimelineGroupBy groupBy, const QDateTime &nowUtc);
    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] models::TimelineGroupBy groupBy() const { return m_groupBy; }
    [[nodiscard]] const models::TimelineScale &scale() const { return m_scale; }

    /// Selects and shows the line of the certificate; false when there is none.
    bool select(const domain::Thumbprint &thumbprint);
    [[nodiscard]] const models::TimelineLine *selectedLine() const;
    /// Where a line is on the viewport, in sight or not.
    [[nodiscard]] QRect rectOf(qsizetype line) const;
    /// Left edge of the bars on the viewport.
    [[nodiscard]] int barsLeft() const;

    void zoomIn();
    void zoomOut();
    void fit();
    void retranslate();

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void layOut();
    void updateHorizontalBar();
    void zoom(double factor, double x);
    void choose(qsizetype line);
    void move(qsizetype by);
    void chooseNear(qsizetype line, int direction);
    [[nodiscard]] bool moveByKey(const QKeyEvent &event);
    void request();
    [[nodiscard]] qsizetype lineAt(const QPoint &position) const; ///< -1: none, or a heading
    [[nodiscard]] int rowsTop() const;
    [[nodiscard]] int linesInSight() const;
    [[nodiscard]] double anchor() const;

    Content m_content;
    models::TimelineGroupBy m_groupBy = models::TimelineGroupBy::Server;
    QDateTime m_nowUtc;
    models::TimelineScale m_scale;
    qsizetype m_selected = -1;
    qsizetype m_pressed = -1; ///< the line under the button that is down
    bool m_isLayingOut = false; ///< scroll bars move by us
};

} // namespace kakuin::ui
