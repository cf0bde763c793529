// SPDX-License-Identifier: MIT
// Linked beside a program's own main(): writes to standard output when its first window has been painted, and when the
// first list in it shows rows, then ends the program. KAKUIN_BENCH_UNTIL says which of the two is waited for; with "closed"
// the windows are closed as soon as there are rows, and the time of that is written.
#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QTextStream>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <chrono>
#include <cstdio>

namespace {

const QEvent::Type paintedEvent = static_cast<QEvent::Type>(QEvent::registerEventType());

class FirstPaint final : public QObject {
public:
    explicit FirstPaint(QObject *parent)
        : QObject(parent)
        , m_until(qEnvironmentVariable("KAKUIN_BENCH_UNTIL"))
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isAnnounced && isAwaited(qobject_cast<QWidget *>(watched))) {
            m_isAnnounced = true;
            // the whole window is painted before the next event; the highest priority makes this the next
            QCoreApplication::postEvent(this, new QEvent(paintedEvent), INT_MAX);
        }
        return QObject::eventFilter(watched, event);
    }

    bool event(QEvent *event) override
    {
        if (event->type() != paintedEvent)
            return QObject::event(event);
        QTextStream(stdout) << std::chrono::steady_clock::now().time_since_epoch().count() << Qt::endl;
        if (m_until == QLatin1String("closed"))
            QApplication::closeAllWindows();
        else
            QCoreApplication::exit(0);
        return true;
    }

private:
    [[nodiscard]] bool isAwaited(const QWidget *widget) const
    {
        if (widget == nullptr)
            return false;
        if (m_until == QLatin1String("window"))
            return widget->isWindow();
        const auto *view = qobject_cast<const QAbstractItemView *>(widget->parentWidget());
        return view != nullptr && view->viewport() == widget && view->model() != nullptr
            && view->model()->rowCount() > 0;
    }

    QString m_until;
    bool m_isAnnounced = false;
};

void watchFirstPaint()
{
    QCoreApplication *program = QCoreApplication::instance();
    program->installEventFilter(new FirstPaint(program));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchFirstPaint)
