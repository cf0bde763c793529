// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class UiServices;

/// Says what this program is.
class AboutAction final : public UserAction {
    Q_OBJECT
public:
    AboutAction(UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(AboutAction)

    void retranslate() override;
};

} // namespace kakuin::ui
