// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class UiServices;

/// Moves the clock of the practice organisation. Enabled while one is open.
class LabClockAction final : public UserAction {
    Q_OBJECT
public:
    LabClockAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(LabClockAction)

    void retranslate() override;
};

} // namespace kakuin::ui
