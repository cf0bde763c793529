// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class UiServices;

/// Asks for a folder, or for files, that Export-Clixml wrote, and opens them.
class OpenExportedAction final : public UserAction {
    Q_OBJECT
public:
    enum class Choice { Folder, Files };

    OpenExportedAction(Choice choice, OrganisationFeed &feed, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(OpenExportedAction)

    void retranslate() override;

private:
    Choice m_choice;
};

} // namespace kakuin::ui
