// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QPushButton;

namespace kakuin::ui {

class WrapLabel;

/// Says what a check of ports does, and to whom, before it is done. Of exported data it is off until the person says
/// that these servers may be connected to: such data may be of another organisation, or years old.
class LiveCheckDialog final : public QDialog {
    Q_OBJECT
public:
    /// `servers` empty: all. The session must have an inventory.
    LiveCheckDialog(
        const session::Workspace &workspace, const QList<domain::ServerId> &servers, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LiveCheckDialog)

protected:
    void changeEvent(QEvent *event) override;

private:
    void countTargets(const domain::Inventory &inventory, const QList<domain::ServerId> &servers);
    void retranslate();

    bool m_isPractice = false;
    bool m_isExported = false;
    int m_servers = 0;
    int m_ports = 0;
    QString m_onlyServer; ///< safe to show
    WrapLabel *m_title = nullptr;
    WrapLabel *m_what = nullptr;
    WrapLabel *m_how = nullptr;
    QCheckBox *m_allow = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace kakuin::ui
