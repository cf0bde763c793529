// SPDX-License-Identifier: MIT
#include "core/remote/serverclock.h"

#include <cstdlib>

namespace kakuin::remote {

namespace {

constexpr qint64 headerRounding = 500; // milliseconds that the header has cut off, in the mean
constexpr qint64 smallestStep = 2000;

} // namespace

ServerClock::ServerClock(std::shared_ptr<const Clock> computer)
    : m_computer(std::move(computer))
{
}

void ServerClock::hear(const QDateTime &serverUtc, std::chrono::milliseconds atMost)
{
    if (!serverUtc.isValid())
        return;
    const qint64 ahead = m_computer->nowUtc().msecsTo(serverUtc) + headerRounding;
    if (std::abs(ahead) > atMost.count() || std::abs(ahead - m_ahead) < smallestStep)
        return;
    m_ahead = ahead;
}

QDateTime ServerClock::nowUtc() const
{
    return m_computer->nowUtc().addMSecs(m_ahead);
}

} // namespace kakuin::remote
