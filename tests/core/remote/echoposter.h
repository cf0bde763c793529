// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"

namespace kakuin::testkit {

/// Answers with what it was sent, as if it were an envelope, or never.
class EchoPoster final : public remote::HttpPoster {
public:
    explicit EchoPoster(bool isSilent = false, QByteArray type = "application/soap+xml;charset=UTF-8")
        : m_type(std::move(type))
        , m_isSilent(isSilent)
    {
    }
    void post(const QByteArray &body, std::chrono::seconds) override
    {
        if (!m_isSilent)
            Q_EMIT answered(200, m_type, body);
    }

private:
    QByteArray m_type;
    bool m_isSilent;
};

} // namespace kakuin::testkit
