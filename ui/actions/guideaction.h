// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

/// Opens the guide. What it opens belongs to ui/help/helpkey, which listens to `triggered`.
class GuideAction final : public UserAction {
    Q_OBJECT
public:
    explicit GuideAction(QObject *parent);
    Q_DISABLE_COPY_MOVE(GuideAction)

    void retranslate() override;
};

} // namespace kakuin::ui
