// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class UiServices;

/// Asks which practice organisation to make, and makes it.
class NewPracticeAction final : public UserAction {
    Q_OBJECT
public:
    NewPracticeAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(NewPracticeAction)

    void retranslate() override;
};

} // namespace kakuin::ui
