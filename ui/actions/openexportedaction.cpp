// SPDX-License-Identifier: MIT
#include "ui/actions/openexportedaction.h"

#include "ui/organisationfeed.h"
#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

OpenExportedAction::OpenExportedAction(
    Choice choice, OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent)
    : UserAction(QStringLiteral("openExportedAction"), QStringLiteral("folder"), parent)
    , m_choice(choice)
{
    if (choice == Choice::Files)
        setObjectName(QStringLiteral("openExportedFilesAction"));
    else
        setShortcut(QKeySequence::Open);
    connect(this, &QAction::triggered, window, [choice, &feed, &services, window] {
        const auto open = [&feed](const QStringList &paths) { feed.openExported(paths); };
        if (choice == Choice::Folder)
            services.chooseExportedFolder(window, open);
        else
            services.chooseExportedFiles(window, open);
    });
    retranslate();
}

void OpenExportedAction::retranslate()
{
    setText(m_choice == Choice::Folder ? tr("&Open exported data: folder…") : tr("Open exported data: &files…"));
}

} // namespace kakuin::ui
