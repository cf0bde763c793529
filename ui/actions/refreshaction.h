// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationFeed;

/// Reads the whole organisation again. Enabled while something is open and no refresh runs.
class RefreshAction final : public UserAction {
    Q_OBJECT
public:
    RefreshAction(OrganisationFeed &feed, QObject *parent);
    Q_DISABLE_COPY_MOVE(RefreshAction)

    void retranslate() override;
};

} // namespace kakuin::ui
