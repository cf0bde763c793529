// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class UiServices;

/// Shows how the Auth certificate stands. Enabled when the organisation has been read.
class FollowRotationAction final : public UserAction {
    Q_OBJECT
public:
    FollowRotationAction(OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(FollowRotationAction)

    void retranslate() override;
};

} // namespace kakuin::ui
