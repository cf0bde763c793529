// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/thresholds.h"

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
    explicit ThresholdsDialog(const findings::Thresholds &thresholds, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ThresholdsDialog)

    [[nodiscard]] findings::Thresholds thresholds() const;

Q_SIGNALS:
    void chosen(const kakuin::findings::Thresholds &thresholds);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr size_t fieldCount = 9;
    void fill(const findings::Thresholds &thresholds);
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
