// SPDX-License-Identifier: MIT
#include "ui/widgets/inputtracker.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QCursor>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

namespace kakuin::ui {
namespace {

/// Measures how long ago something was: setting the computer's time does not move it.
class SteadyClock final : public Clock {
public:
    SteadyClock() { m_elapsed.start(); }
    [[nodiscard]] QDateTime nowUtc() const override { return m_startUtc.addMSecs(m_elapsed.elapsed()); }

private:
    QDateTime m_startUtc = QDateTime::currentDateTimeUtc();
    QElapsedTimer m_elapsed;
};

} // namespace

InputTracker &InputTracker::ofProgram()
{
    auto *tracker = qApp->findChild<InputTracker *>(QString(), Qt::FindDirectChildrenOnly);
    return tracker != nullptr ? *tracker : *new InputTracker(qApp);
}

InputTracker::InputTracker(QObject *parent)
    : QObject(parent)
    , m_clock(std::make_shared<SteadyClock>())
{
    qApp->installEventFilter(this);
}

QPoint InputTracker::pointer() const
{
    return m_pointer.value_or(QCursor::pos());
}

bool InputTracker::eventFilter(QObject *receiver, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        m_lastPress = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        [[fallthrough]];
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        m_pointer = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        break;
    default:
        break;
    }
    return QObject::eventFilter(receiver, event);
}

} // namespace kakuin::ui
