// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"

#include <QtWidgets/QDialog>

#include <array>

class QLabel;
class QPushButton;
class QSpinBox;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// Where findings begin. What makes no sense together is said at once and cannot be applied.
class ThresholdsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ThresholdsDialog(const advice::Policy &thresholds, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ThresholdsDialog)

    [[nodiscard]] advice::Policy thresholds() const;

Q_SIGNALS:
    void chosen(const kakuin::advice::Policy &thresholds);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr size_t fieldCount = 10;
    void fill(const advice::Policy &thresholds);
    void check();
    void retranslate();

    WrapLabel *m_title = nullptr;
    WrapLabel *m_intro = nullptr;
    std::array<QLabel *, fieldCount> m_labels{};
    std::array<QSpinBox *, fieldCount> m_spins{};
    MessageBar *m_message = nullptr;
    QPushButton *m_defaults = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace kakuin::ui
