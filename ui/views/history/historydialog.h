// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/base/latestonly.h"
#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

#include <optional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace kakuin::models {
class HistoryModel;
}

namespace kakuin::ui {

class HistoryRows;
class MessageBar;
class WrapLabel;

/// What was done in the open organisation, or to one of its certificates: a list, the steps of the chosen operation,
/// and what can be done about it.
/// Shape:   follows the journal whenever the organisation is read. Continue is offered for what was interrupted, failed
///          or was stopped; undo where a question moved internal transport and its former holder is still there.
class HistoryDialog final : public QDialog {
    Q_OBJECT
public:
    /// `certificate` starts with the operations that concern it.
    HistoryDialog(session::Workspace &workspace, const std::optional<domain::CertificateId> &certificate,
        QWidget *parent = nullptr);
    ~HistoryDialog() override;
    Q_DISABLE_COPY_MOVE(HistoryDialog)

Q_SIGNALS:
    void continueRequested(const kakuin::plan::OperationRecord &operation);
    /// The way back, or where the rotation stands.
    void taskRequested(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildButtons(QVBoxLayout *column);
    void read();
    void take(const Result<QList<plan::OperationRecord>> &found);
    void selectOperation(qint64 id);
    [[nodiscard]] const plan::OperationRecord *current() const;
    [[nodiscard]] domain::InventoryPtr inventory() const;
    void showCurrent();
    void setAside();
    /// Who can be given internal transport back; without thumbprint when nobody can.
    [[nodiscard]] domain::CertificateId formerTransport() const;
    void retranslate();

    session::Workspace &m_workspace;
    std::optional<domain::CertificateId> m_certificate;
    models::HistoryModel *m_model = nullptr;
    HistoryRows *m_rows = nullptr;
    LatestOnly m_reading;
    bool m_isRead = false;
    MessageBar *m_failure = nullptr;
    QComboBox *m_scope = nullptr; ///< null without a certificate
    QTreeView *m_list = nullptr;
    WrapLabel *m_empty = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_continue = nullptr;
    QPushButton *m_setAside = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_rotation = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui
