// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/labshell.h"

#include <QtWidgets/QDialog>

class QPushButton;
class QTableWidget;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// What is wrong with each server of a practice organisation: a fault, and how slow it is. Each change takes effect at
/// once.
class LabFaultsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `lab` must outlive the dialog.
    LabFaultsDialog(lab::LabShell &lab, const QList<domain::ServerId> &servers, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(int row, const domain::ServerId &server, const lab::Fault &fault);
    void apply(int row);
    void clearAll();
    void retranslate();
    [[nodiscard]] static QString text(lab::Fault::Kind kind);

    lab::LabShell &m_lab;
    QList<domain::ServerId> m_servers;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_intro = nullptr;
    QTableWidget *m_table = nullptr;
    MessageBar *m_message = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_close = nullptr;
    bool m_isFilling = false;
};

} // namespace kakuin::ui
