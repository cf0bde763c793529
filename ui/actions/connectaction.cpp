// SPDX-License-Identifier: MIT
#include "ui/actions/connectaction.h"

#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

ConnectAction::ConnectAction(session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("connectAction"), QStringLiteral("connector"), parent)
{
    setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(this, &QAction::triggered, window,
        [&workspace, &services, window] { services.connectTo(workspace, {}, window); });
    retranslate();
}

void ConnectAction::retranslate()
{
    setText(tr("&Connect to Exchange…"));
}

} // namespace kakuin::ui
