// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class UiServices;

/// Sets what is wrong with the servers of the practice organisation. Enabled while one is open.
class LabFaultsAction final : public UserAction {
    Q_OBJECT
public:
    LabFaultsAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(LabFaultsAction)

    void retranslate() override;
};

} // namespace kakuin::ui
