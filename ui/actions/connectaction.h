// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class UiServices;

/// Shows the connections, to open a real organisation.
class ConnectAction final : public UserAction {
    Q_OBJECT
public:
    ConnectAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(ConnectAction)

    void retranslate() override;
};

} // namespace kakuin::ui
