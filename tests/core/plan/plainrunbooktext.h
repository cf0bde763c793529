// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/runbook.h"

namespace kakuin::testkit {

/// The same text everywhere: whatever a translation or a server's name may bring along.
class PlainRunbookText final : public plan::RunbookText {
public:
    explicit PlainRunbookText(QString text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] QString title(const plan::Plan &) const override { return m_text; }
    [[nodiscard]] QString introduction(const plan::Plan &) const override { return m_text; }
    [[nodiscard]] QString step(const plan::Step &) const override { return m_text; }
    [[nodiscard]] QString expectedPrompt(const plan::Step &, const plan::ExpectedPrompt &) const override
    {
        return m_text;
    }
    [[nodiscard]] QString check(const plan::Check &) const override { return m_text; }
    [[nodiscard]] QString checkFailed(const plan::Check &) const override { return m_text; }
    [[nodiscard]] QString caution(plan::Caution) const override { return m_text; }

private:
    QString m_text;
};

} // namespace kakuin::testkit
