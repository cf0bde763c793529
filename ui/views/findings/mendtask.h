// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/finding.h"
#include "ui/uiservices.h"

namespace kakuin::ui {

class OrganisationFeed;

/// Opens what mends a finding, filled in: a wizard, the rotation, or another reading. Does nothing for instructions.
void openMend(const findings::Mend &mend, UiServices &services, OrganisationFeed &feed, QWidget *parent);

} // namespace kakuin::ui
