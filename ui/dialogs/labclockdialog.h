// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labshell.h"
#include "core/session/session.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// Moves a practice organisation's clock forward: certificates age, what is due happens.
class LabClockDialog final : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog.
    LabClockDialog(lab::LabShell &lab, session::Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::chrono::minutes amount() const;
    void move();
    void updateTimes();
    void retranslate();

    lab::LabShell &m_lab;
    session::Session &m_session;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_intro = nullptr;
    WrapLabel *m_now = nullptr;
    WrapLabel *m_then = nullptr;
    QComboBox *m_amount = nullptr;
    QSpinBox *m_days = nullptr;
    MessageBar *m_message = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_close = nullptr;
    bool m_isMoving = false;
};

} // namespace kakuin::ui
