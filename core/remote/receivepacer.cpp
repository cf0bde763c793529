// SPDX-License-Identifier: MIT
#include "core/remote/receivepacer.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace kakuin::remote {

PauseTime PauseTime::system()
{
    return {[] { return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); },
        [](Milliseconds pause, QObject *receiver, std::function<void()> then) {
            QTimer::singleShot(pause, receiver, std::move(then));
        }};
}

ReceivePacer::Milliseconds ReceivePacer::pause(bool isEmpty, Milliseconds now)
{
    if (!isEmpty || now - m_begun >= patience)
        m_last = Milliseconds(0);
    else
        m_last = std::clamp(2 * m_last, firstPause, longestPause);
    return m_last;
}

} // namespace kakuin::remote
