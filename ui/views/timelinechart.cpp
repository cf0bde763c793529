// SPDX-License-Identifier: MIT
#include "ui/views/timelinechart.h"

#include "core/base/untrustedtext.h"
#include "text/timelinetext.h"
#include "ui/decoration/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace kakuin::ui {
namespace {

constexpr double chartZoomStep = 1.5;
constexpr double wheelStep = 120; // a notch of the wheel, in eighths of a degree
constexpr int narrowestLabels = 150;
constexpr int widestLabels = 320;
constexpr int daysBehind = 30; // of today in sight, whatever the certificates
constexpr int daysAhead = 90;
constexpr qsizetype longestLineMenu = 20;

} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_content(std::make_shared<const models::TimelineContent>())
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
    retranslate();
}

void TimelineChart::setContent(const Content &content, models::TimelineGroupBy groupBy, const QDateTime &nowUtc)
{
    const models::TimelineLine *selected = selectedLine();
    const domain::Thumbprint kept = selected == nullptr ? domain::Thumbprint() : selected->thumbprint;
    const int before = selected == nullptr ? 0 : rectOf(m_selected).top();
    const bool wasInSight = selected != nullptr && rectOf(m_selected).intersects(viewport()->rect());
    m_content = content;
    m_groupBy = groupBy;
    m_nowUtc = nowUtc;
    m_pressed = -1;
    // Today is always in sight, and so is what the shading says.
    const QDateTime from
        = std::min(content->earliestUtc.isValid() ? content->earliestUtc : nowUtc, nowUtc.addDays(-daysBehind));
    const QDateTime to
        = std::max(content->latestUtc.isValid() ? content->latestUtc : nowUtc, nowUtc.addDays(daysAhead));
    const qint64 air = from.secsTo(to) / 40;
    m_scale.setRange(from.addSecs(-air), to.addSecs(2 * air));
    m_selected = kept.isNull() ? -1 : content->lineOf(kept);
    layOut();
    if (m_selected >= 0 && wasInSight)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rectOf(m_selected).top() - before);
    retranslate();
}

const models::TimelineLine *TimelineChart::selectedLine() const
{
    return m_selected < 0 ? nullptr : &m_content->lines.at(m_selected);
}

int TimelineChart::barsLeft() const
{
    return std::clamp(viewport()->width() * 3 / 10, narrowestLabels, widestLabels);
}

int TimelineChart::rowsTop() const
{
    return TimelinePainter::axisHeight(font());
}

int TimelineChart::linesInSight() const
{
    return std::max(1, (viewport()->height() - rowsTop()) / TimelinePainter::rowHeight(font()));
}

QRect TimelineChart::rectOf(qsizetype line) const
{
    const int height = TimelinePainter::rowHeight(font());
    return {0, rowsTop() + static_cast<int>(line) * height - verticalScrollBar()->value(), viewport()->width(), height};
}

qsizetype TimelineChart::lineAt(const QPoint &position) const
{
    if (position.y() < rowsTop())
        return -1;
    const int pixel = position.y() - rowsTop() + verticalScrollBar()->value();
    const qsizetype line = pixel / TimelinePainter::rowHeight(font());
    return line < m_content->lines.size() && !m_content->lines.at(line).isHeading() ? line : -1;
}

void TimelineChart::layOut()
{
    const int rowHeight = TimelinePainter::rowHeight(font());
    const int room = std::max(0, viewport()->height() - rowsTop());
    const qint64 height = m_content->lines.size() * static_cast<qint64>(rowHeight);
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(height - room, 0, INT_MAX / 2)));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(rowHeight);
    m_scale.setWidth(viewport()->width() - barsLeft());
    updateHorizontalBar();
    viewport()->update();
}

void TimelineChart::updateHorizontalBar()
{
    m_isLayingOut = true;
    horizontalScrollBar()->setRange(0, static_cast<int>(std::lround(m_scale.maximumOffset())));
    horizontalScrollBar()->setPageStep(static_cast<int>(m_scale.width()));
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_scale.width() / 10));
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(m_scale.offset())));
    m_isLayingOut = false;
}

void TimelineChart::scrollContentsBy(int dx, int)
{
    // What we set ourselves is rounded to a pixel: the scale knows better.
    if (dx != 0 && !m_isLayingOut)
        m_scale.setOffset(horizontalScrollBar()->value());
    viewport()->update();
}

void TimelineChart::zoom(double factor, double x)
{
    m_scale.zoomAt(factor, x);
    updateHorizontalBar();
    viewport()->update();
    Q_EMIT zoomChanged();
}

// What buttons and keys zoom at: today as long as it is in sight, because that is what people look for.
double TimelineChart::anchor() const
{
    const double today = m_scale.xOf(m_nowUtc);
    return today >= 0 && today <= m_scale.width() ? today : m_scale.width() / 2;
}

void TimelineChart::zoomIn()
{
    zoom(chartZoomStep, anchor());
}

void TimelineChart::zoomOut()
{
    zoom(1 / chartZoomStep, anchor());
}

void TimelineChart::fit()
{
    m_scale.fit();
    zoom(1, 0);
}

bool TimelineChart::select(const domain::Thumbprint &thumbprint)
{
    const qsizetype line = m_content->lineOf(thumbprint);
    if (line >= 0)
        choose(line);
    return line >= 0;
}

void TimelineChart::choose(qsizetype line)
{
    m_selected = line;
    const QRect rect = rectOf(line);
    // With its heading, where that is the line above.
    const bool isFirst = line > 0 && m_content->lines.at(line - 1).isHeading();
    const int above = rect.top() - (isFirst ? rect.height() : 0) - rowsTop();
    const int below = rect.bottom() + 1 - viewport()->height();
    if (above < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + above);
    else if (below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
    retranslate();
    viewport()->update();
}

// The nearest certificate in that direction, else in the other.
void TimelineChart::chooseNear(qsizetype line, int direction)
{
    const qsizetype count = m_content->lines.size();
    line = std::clamp<qsizetype>(line, 0, std::max<qsizetype>(count - 1, 0));
    for (const int step : {direction, -direction}) {
        for (qsizetype at = line; at >= 0 && at < count; at += step) {
            if (!m_content->lines.at(at).isHeading()) {
                choose(at);
                return;
            }
        }
    }
}

void TimelineChart::move(qsizetype by)
{
    if (m_selected < 0)
        chooseNear(verticalScrollBar()->value() / TimelinePainter::rowHeight(font()), 1);
    else
        chooseNear(m_selected + by, by < 0 ? -1 : 1);
}

bool TimelineChart::moveByKey(const QKeyEvent &event)
{
    const bool isControl = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-linesInSight());
        return true;
    case Qt::Key_PageDown:
        move(linesInSight());
        return true;
    case Qt::Key_Home:
        if (isControl)
            chooseNear(0, 1);
        else
            fit();
        return true;
    case Qt::Key_End:
        chooseNear(m_content->lines.size() - 1, -1);
        return true;
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    if (moveByKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // where + needs Shift
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        request();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineChart::request()
{
    if (const models::TimelineLine *line = selectedLine(); line != nullptr && !line->copies.isEmpty())
        Q_EMIT certificateRequested(domain::CertificateId(line->copies.first()));
}

void TimelineChart::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const double x = std::clamp(event->position().x() - barsLeft(), 0.0, m_scale.width());
    zoom(std::pow(chartZoomStep, event->angleDelta().y() / wheelStep), x);
    event->accept();
}

void TimelineChart::mousePressEvent(QMouseEvent *event)
{
    const qsizetype line = lineAt(event->pos());
    m_pressed = event->button() == Qt::LeftButton ? line : -1;
    if (line >= 0)
        choose(line);
}

void TimelineChart::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = event->button() == Qt::LeftButton && m_pressed >= 0 && lineAt(event->pos()) == m_pressed;
    m_pressed = -1;
    if (isClick)
        request();
}

void TimelineChart::contextMenuEvent(QContextMenuEvent *event)
{
    const models::TimelineLine *line = selectedLine();
    const bool isElsewhere = event->reason() == QContextMenuEvent::Mouse && lineAt(event->pos()) != m_selected;
    if (line == nullptr || isElsewhere)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const domain::CertificateId &copy : line->copies.first(std::min(longestLineMenu, line->copies.size()))) {
        const QString server = singleLine(copy.server.name()).replace(u'&', QStringLiteral("&&"));
        //: command of a menu: show the certificate that is on server %1
        menu->addAction(tr("Show on %1").arg(server), this, [this, copy] { Q_EMIT certificateRequested(copy); });
    }
    const QPoint below(barsLeft() / 2, rectOf(m_selected).bottom());
    menu->popup(viewport()->mapToGlobal(event->reason() == QContextMenuEvent::Mouse ? event->pos() : below));
}

void TimelineChart::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    // So that there is something to see the focus at. A click chooses for itself.
    if (m_selected < 0 && event->reason() != Qt::MouseFocusReason)
        move(0);
    viewport()->update();
}

void TimelineChart::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TimelineChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype line = lineAt(help->pos());
    if (line < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    // Names come from servers: nothing in them may be taken for markup.
    const QString text = TimelineText::details(m_content->lines.at(line), m_nowUtc).toHtmlEscaped();
    QToolTip::showText(help->globalPos(), QStringLiteral("<div style=\"white-space: pre-wrap\">%1</div>").arg(text),
        viewport(), rectOf(line));
    return true;
}

void TimelineChart::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        layOut();
}

void TimelineChart::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TimelineChart::retranslate()
{
    setAccessibleName(tr("Expiry timeline"));
    const models::TimelineLine *line = selectedLine();
    setAccessibleDescription(
        line == nullptr ? tr("No certificate is selected.") : TimelineText::accessible(*line, m_nowUtc));
    viewport()->update();
}

void TimelineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const TimelinePainter::Look look{font(), palette(), barsLeft(), m_groupBy, m_selected, hasFocus()};
    TimelinePainter(*m_content, m_scale, m_nowUtc, look)
        .paint(&painter, viewport()->rect(), verticalScrollBar()->value());
}

} // namespace kakuin::ui
