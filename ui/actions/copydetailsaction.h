// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationView;

/// Copies what is known of the selected rows, one "name: value" a line, a blank line between rows.
class CopyDetailsAction final : public UserAction {
    Q_OBJECT
public:
    CopyDetailsAction(OrganisationView &view, QObject *parent);
    Q_DISABLE_COPY_MOVE(CopyDetailsAction)

    void retranslate() override;
};

} // namespace kakuin::ui
