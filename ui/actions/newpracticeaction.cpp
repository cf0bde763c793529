// SPDX-License-Identifier: MIT
#include "ui/actions/newpracticeaction.h"

#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

NewPracticeAction::NewPracticeAction(
    session::Workspace &workspace, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("newPracticeAction"), QString(), parent)
{
    setShortcut(QKeySequence::New);
    connect(this, &QAction::triggered, window,
        [&workspace, &services, window] { services.newPractice(workspace, window); });
    retranslate();
}

void NewPracticeAction::retranslate()
{
    setText(tr("&New practice organisation…"));
}

} // namespace kakuin::ui
