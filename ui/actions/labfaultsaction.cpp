// SPDX-License-Identifier: MIT
#include "ui/actions/labfaultsaction.h"

#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

LabFaultsAction::LabFaultsAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("labFaultsAction"), QStringLiteral("fault"), parent)
{
    connect(this, &QAction::triggered, window,
        [&workspace, &services, window] { services.setLabFaults(workspace, window); });
    const auto update = [this, &workspace] { setEnabled(workspace.lab() != nullptr); };
    connect(&workspace, &session::Workspace::sessionChanged, this, update);
    update();
    retranslate();
}

void LabFaultsAction::retranslate()
{
    setText(tr("Server &faults…"));
}

} // namespace kakuin::ui
