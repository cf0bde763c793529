// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPushButton;

namespace kakuin::ui {

class WrapLabel;

/// What the journal holds of operations that were interrupted: each step with its state, command and questions, as text
/// that can be copied.
class OperationsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit OperationsDialog(QList<plan::OperationRecord> operations, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OperationsDialog)

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString text(const plan::OperationRecord &operation) const;

    QList<plan::OperationRecord> m_operations;
    WrapLabel *m_intro = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui
