// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

namespace kakuin::ui {

class OrganisationView;

/// Copies the thumbprints of the selected certificates, one a line, without blanks.
class CopyThumbprintAction final : public UserAction {
    Q_OBJECT
public:
    CopyThumbprintAction(OrganisationView &view, QObject *parent);
    Q_DISABLE_COPY_MOVE(CopyThumbprintAction)

    void retranslate() override;
};

} // namespace kakuin::ui
