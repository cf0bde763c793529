// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationFeed;

/// Opens the practice organisation that there is, or makes the first one.
class OpenPracticeAction final : public UserAction {
    Q_OBJECT
public:
    OpenPracticeAction(OrganisationFeed &feed, QObject *parent);
    Q_DISABLE_COPY_MOVE(OpenPracticeAction)

    void retranslate() override;
};

} // namespace kakuin::ui
