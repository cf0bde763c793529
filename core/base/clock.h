// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>

namespace kakuin {

/// Where "now" comes from: the computer, a practice organisation, or a test.
/// Threads: nowUtc() may be called from any thread.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// The present time, UTC, valid.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override;
};

} // namespace kakuin
