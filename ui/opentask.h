// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "ui/uiservices.h"

namespace kakuin::ui {

class OrganisationFeed;

/// Opens the window that does a task, filled in: a wizard, the rotation, or another reading. Does nothing for instructions.
void openTask(const advice::Task &task, UiServices &services, OrganisationFeed &feed, QWidget *parent);

} // namespace kakuin::ui
