// SPDX-License-Identifier: MIT
#include "ui/actions/aboutaction.h"

#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

AboutAction::AboutAction(UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("aboutAction"), QString(), parent)
{
    setMenuRole(QAction::AboutRole);
    connect(this, &QAction::triggered, window, [&services, window] { services.about(window); });
    retranslate();
}

void AboutAction::retranslate()
{
    setText(tr("&About Kakuin"));
}

} // namespace kakuin::ui
