// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/snapshotsaver.h"

#include <QtWidgets/QDialog>

class QProgressBar;
class QPushButton;

namespace kakuin::ui {

class MessageBar;
class WrapLabel;

/// Saves a snapshot and shows how far it is; says what it holds, or why there is none.
/// Shape:   it begins when it is made. Cancel stops it and leaves the target as it was; closing does the same.
class SaveSnapshotDialog final : public QDialog {
    Q_OBJECT
public:
    SaveSnapshotDialog(const std::shared_ptr<shell::Shell> &shell, const snapshot::SnapshotTarget &target,
        int maxRunning, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SaveSnapshotDialog)

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showOutcome(const Result<session::SavedSnapshot> &outcome);

    QString m_path;
    std::optional<Result<session::SavedSnapshot>> m_outcome;
    bool m_isWriting = false;
    WrapLabel *m_title;
    WrapLabel *m_state;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_button;
    session::SnapshotSaver *m_saver;
};

} // namespace kakuin::ui
