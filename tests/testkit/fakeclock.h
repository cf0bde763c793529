// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

namespace kakuin::testkit {

/// A clock that stands still until it is told otherwise.
class FakeClock final : public Clock {
public:
    explicit FakeClock(const QDateTime &nowUtc = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC))
        : m_nowUtc(nowUtc)
    {
    }
    [[nodiscard]] QDateTime nowUtc() const override { return m_nowUtc; }
    void set(const QDateTime &nowUtc) { m_nowUtc = nowUtc; }
    void advance(std::chrono::seconds by) { m_nowUtc = m_nowUtc.addSecs(by.count()); }

private:
    QDateTime m_nowUtc;
};

} // namespace kakuin::testkit
