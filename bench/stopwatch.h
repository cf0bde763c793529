// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace kakuin::bench {

/// Milliseconds since it was made or restarted, with their fractions.
class Stopwatch final {
public:
    using Time = std::chrono::steady_clock;

    [[nodiscard]] double elapsedMs() const
    {
        return std::chrono::duration<double, std::milli>(Time::now() - m_began).count();
    }
    void restart() { m_began = Time::now(); }

private:
    Time::time_point m_began = Time::now();
};

/// How long f() took, in milliseconds.
template <class F>
[[nodiscard]] double timed(F &&f)
{
    const Stopwatch watch;
    f();
    return watch.elapsedMs();
}

} // namespace kakuin::bench
