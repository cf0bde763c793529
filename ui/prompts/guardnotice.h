// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/inputgate.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace kakuin::ui {

class InputGuard;
class WrapLabel;

/// Says in one quiet line, and to screen readers, why the answers cannot be chosen yet. Takes its place also when it has
/// nothing to say, so that nothing moves when it falls silent.
class GuardNotice final : public QWidget {
    Q_OBJECT
public:
    explicit GuardNotice(InputGuard &guard, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(GuardNotice)

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    InputGuard &m_guard;
    std::optional<InputGate::Verdict> m_refusal; ///< why the last press did not count; empty: none since it last opened
    WrapLabel *m_text = nullptr;
};

} // namespace kakuin::ui
