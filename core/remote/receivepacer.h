// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include <chrono>
#include <functional>

namespace kakuin::remote {

/// The time for pauses; tests have their own.
struct PauseTime final {
    using Milliseconds = std::chrono::milliseconds;
    std::function<Milliseconds()> now; ///< since any moment; never goes back
    std::function<void(Milliseconds pause, QObject *receiver, std::function<void()> then)> after;

    /// The computer's, on the thread of the receiver.
    [[nodiscard]] static PauseTime system();
};

/// How long to wait before a server is asked again for output. It is to hold a question until it has something or the
/// time is up, which takes many seconds; one that answers "nothing yet" at once would be asked a thousand times a second.
/// Shape:   begin() when it is asked; pause() when it has answered: zero after output or after a wait of a second;
///          otherwise 20 ms, twice as long each time, at most one second.
class ReceivePacer final {
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds patience{1000}; ///< who took so long has waited
    static constexpr Milliseconds firstPause{20};
    static constexpr Milliseconds longestPause{1000};

    void begin(Milliseconds now) { m_begun = now; }
    [[nodiscard]] Milliseconds pause(bool isEmpty, Milliseconds now);

private:
    Milliseconds m_begun{0};
    Milliseconds m_last{0};
};

} // namespace kakuin::remote
