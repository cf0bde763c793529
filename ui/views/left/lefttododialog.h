// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

#include <memory>

namespace Ui {
class LeftToDoDialog;
}

namespace kakuin::ui {

class LeftToDoPanel;

/// What is left to do in the open organisation, from the journal and the newest reading. Closes with the organisation.
class LeftToDoDialog final : public QDialog {
    Q_OBJECT
public:
    explicit LeftToDoDialog(session::Workspace &workspace, QWidget *parent = nullptr);
    ~LeftToDoDialog() override;
    Q_DISABLE_COPY_MOVE(LeftToDoDialog)

Q_SIGNALS:
    void taskRequested(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    session::Workspace &m_workspace;
    std::unique_ptr<Ui::LeftToDoDialog> m_form;
    LeftToDoPanel *m_panel = nullptr;
    bool m_isRead = false;
};

} // namespace kakuin::ui
