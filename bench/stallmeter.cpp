// SPDX-License-Identifier: MIT
#include "bench/stallmeter.h"

#include <algorithm>
#include <ctime>

namespace kakuin::bench {
namespace {

double threadCpuMs()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
#endif
    return -1;
}

} // namespace

StallMeter::StallMeter()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout([this] { tick(); });
    restart();
}

void StallMeter::restart()
{
    m_longestMs = 0;
    m_cpuAtTick = threadCpuMs();
    m_longestCpuMs = m_cpuAtTick < 0 ? -1 : 0;
    m_sinceTick.restart();
    m_timer.start(1);
}

void StallMeter::stop()
{
    tick();
    m_timer.stop();
}

void StallMeter::tick()
{
    m_longestMs = std::max(m_longestMs, m_sinceTick.elapsedMs());
    const double cpu = threadCpuMs();
    if (cpu >= 0)
        m_longestCpuMs = std::max(m_longestCpuMs, cpu - m_cpuAtTick);
    m_cpuAtTick = cpu;
    m_sinceTick.restart();
}

} // namespace kakuin::bench
