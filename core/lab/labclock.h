// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace kakuin::lab {

/// A practice organisation's time: the computer's, moved forward.
/// Threads: any; the offset is set by the organisation's own thread.
class LabClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return SystemClock().nowUtc().addSecs(m_offsetSeconds); }
    [[nodiscard]] qint64 offsetSeconds() const { return m_offsetSeconds; }
    void setOffsetSeconds(qint64 seconds) { m_offsetSeconds = seconds; }

private:
    std::atomic<qint64> m_offsetSeconds = 0;
};

} // namespace kakuin::lab
