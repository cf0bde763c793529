// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QtCore/QObject>
#include <QtCore/QPoint>

#include <memory>
#include <optional>

namespace kakuin::ui {

/// What all input guards of the program share: the clock, where the pointer is, where it was pressed last, and when an
/// answer was given. One per program, because there is one person with one pointer, whatever the number of windows.
/// Shape:   made on first use, ends with the application. A test sets the clock before it opens windows.
/// Threads: the GUI thread.
class InputTracker final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static InputTracker &ofProgram();
    Q_DISABLE_COPY_MOVE(InputTracker)

    void setClock(std::shared_ptr<const Clock> clock) { m_clock = std::move(clock); }
    [[nodiscard]] QDateTime nowUtc() const { return m_clock->nowUtc(); }

    [[nodiscard]] QPoint pointer() const; ///< global
    [[nodiscard]] std::optional<QPoint> lastPress() const { return m_lastPress; } ///< global; empty: none so far

    /// An answer was given in one of the windows.
    void noteAnswer() { Q_EMIT answered(); }

Q_SIGNALS:
    void answered();

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    explicit InputTracker(QObject *parent);

    std::shared_ptr<const Clock> m_clock;
    std::optional<QPoint> m_pointer;
    std::optional<QPoint> m_lastPress;
};

} // namespace kakuin::ui
