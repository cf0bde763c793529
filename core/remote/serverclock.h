// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace kakuin::remote {

/// A server's clock, as its answers tell it.
/// Shape:   the computer's time until the first answer; from then on that time moved by the difference. The header has
///          whole seconds and travels over a network, so a difference that changes by less than two seconds is not
///          followed: the time would jump back and forth.
/// Errors:  none: what is no date is not heard.
/// Threads: hear() and nowUtc() may be called from any thread.
/// Source:  RFC 9110 6.6.1 (Date).
class ServerClock final : public Clock {
public:
    explicit ServerClock(std::shared_ptr<const Clock> computer = std::make_shared<const SystemClock>());

    /// `atMost`: a larger difference is not believed. An answer over http can be changed on its way; but a server with
    /// which Kerberos works differs by five minutes at most.
    void hear(const QDateTime &serverUtc, std::chrono::milliseconds atMost = std::chrono::milliseconds::max());
    [[nodiscard]] QDateTime nowUtc() const override;

    static constexpr std::chrono::minutes kerberosSkew{5};

private:
    std::shared_ptr<const Clock> m_computer;
    std::atomic<qint64> m_ahead = 0; // milliseconds
};

} // namespace kakuin::remote
