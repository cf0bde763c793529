// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;

/// Reads the server of the current row again.
class RefreshServerAction final : public UserAction {
    Q_OBJECT
public:
    RefreshServerAction(OrganisationFeed &feed, OrganisationView &view, QObject *parent);
    Q_DISABLE_COPY_MOVE(RefreshServerAction)

    void retranslate() override;
};

} // namespace kakuin::ui
