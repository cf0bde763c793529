// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

class QButtonGroup;
class QPushButton;
class QRadioButton;

namespace kakuin::ui {

class BusyOverlay;
class MessageBar;
class WrapLabel;

/// Chooses and makes a new practice organisation. Accepted once it is open; a failure stays on the page.
class PracticeDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PracticeDialog(session::Workspace &workspace, QWidget *parent = nullptr);
    void reject() override; ///< while one is being made: cancels that first

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice {
        lab::Preset preset;
        QRadioButton *button;
        WrapLabel *note;
    };
    void create();
    void retranslate();
    [[nodiscard]] static QString name(lab::Preset preset);
    [[nodiscard]] static QString note(lab::Preset preset);

    session::Workspace &m_workspace;
    QList<Choice> m_choices;
    QButtonGroup *m_group = nullptr;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_kept = nullptr;
    MessageBar *m_message = nullptr;
    BusyOverlay *m_busy = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace kakuin::ui
