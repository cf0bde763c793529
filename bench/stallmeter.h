// SPDX-License-Identifier: MIT
#pragma once

#include "bench/stopwatch.h"

#include <QtCore/QTimer>

namespace kakuin::bench {

/// How long the event loop of this thread was kept from turning: what a person feels as a window that hangs.
/// Shape:   a timer ticks every millisecond; the longest time between two ticks is the stall. It counts whatever took
///          the processor away, other programs too: see longestCpuMs() for what this thread itself spent in a stall.
/// Threads: the thread of the object.
class StallMeter final {
public:
    StallMeter();

    /// Forgets what was; the clock runs from now on.
    void restart();
    /// Ends the measurement: what has passed since the last tick counts too.
    void stop();
    [[nodiscard]] double longestMs() const { return m_longestMs; }
    /// The most processor time that this thread used between two ticks; -1 where the platform does not say.
    [[nodiscard]] double longestCpuMs() const { return m_longestCpuMs; }

private:
    void tick();

    QTimer m_timer;
    Stopwatch m_sinceTick;
    double m_cpuAtTick = 0;
    double m_longestMs = 0;
    double m_longestCpuMs = 0;
};

} // namespace kakuin::bench
