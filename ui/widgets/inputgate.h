// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QPoint>

#include <chrono>

namespace kakuin::ui {

/// Tells a press that was meant for the buttons that are there now from one that was meant for what was there before.
/// Shape:  appear() when buttons have appeared, pause() when their window has become active or another answer was given;
///         then each press is shown to one of the press…() functions, which say whether it counts. A press that comes too
///         early starts the quiet time again. No event, no widget, no clock of its own.
/// Units:  times UTC from a clock that cannot be set; points in the screen's device-independent pixels.
class InputGate final {
public:
    static constexpr std::chrono::milliseconds quietTime{1000};
    /// The pointer has moved when it is that far from where it rested. Less is the trembling of a hand that clicks.
    static constexpr int leastMovement = 4;

    enum class Verdict {
        Counts,
        TooEarly, ///< within the quiet time, which has begun again
        PointerAtRest, ///< the pointer has not moved since the buttons appeared
        KeyHeld, ///< the keyboard repeats a key that is held down
    };

    /// `pointer`: where it rests; false for `needsMovement` where a press at the same place may count.
    void appear(const QDateTime &nowUtc, QPoint pointer, bool needsMovement = true);
    void pause(const QDateTime &nowUtc);
    /// The pointer was seen there. Movement counts from the moment the buttons appeared, also within the quiet time.
    void movePointer(QPoint at);
    /// The pointer had been there all the time (a window appeared beneath it).
    void restPointer(QPoint at);

    [[nodiscard]] bool isOpen(const QDateTime &nowUtc) const;

    [[nodiscard]] Verdict pressPointer(const QDateTime &nowUtc, QPoint at);
    [[nodiscard]] Verdict pressKey(const QDateTime &nowUtc, bool isAutoRepeat);
    /// A press without pointer or key: a screen reader's, the window's own button for closing.
    [[nodiscard]] Verdict pressOther(const QDateTime &nowUtc);

private:
    QDateTime m_sinceUtc; ///< the quiet time began; invalid: nothing has appeared yet, nothing counts
    QPoint m_rest;
    bool m_hasMoved = false;
};

} // namespace kakuin::ui
