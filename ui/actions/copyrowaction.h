// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationView;

/// Copies the visible cells of the selected rows, separated by tabs, as a spreadsheet takes them.
class CopyRowAction final : public UserAction {
    Q_OBJECT
public:
    CopyRowAction(OrganisationView &view, QObject *parent);
    Q_DISABLE_COPY_MOVE(CopyRowAction)

    void retranslate() override;
};

} // namespace kakuin::ui
