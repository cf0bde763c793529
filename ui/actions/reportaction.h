// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationFeed;

/// Saves a report of the organisation. Enabled when it has been read; the main window does the saving.
class ReportAction final : public UserAction {
    Q_OBJECT
public:
    ReportAction(OrganisationFeed &feed, QObject *parent);
    Q_DISABLE_COPY_MOVE(ReportAction)

    void retranslate() override;
};

} // namespace kakuin::ui
