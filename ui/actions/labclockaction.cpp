// SPDX-License-Identifier: MIT
#include "ui/actions/labclockaction.h"

#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

LabClockAction::LabClockAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("labClockAction"), QStringLiteral("clock"), parent)
{
    connect(this, &QAction::triggered, window,
        [&workspace, &services, window] { services.moveLabClock(workspace, window); });
    const auto update = [this, &workspace] { setEnabled(workspace.lab() != nullptr); };
    connect(&workspace, &session::Workspace::sessionChanged, this, update);
    update();
    retranslate();
}

void LabClockAction::retranslate()
{
    setText(tr("Move the &clock…"));
}

} // namespace kakuin::ui
