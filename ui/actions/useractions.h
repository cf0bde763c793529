// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/aboutaction.h"
#include "ui/actions/copydetailsaction.h"
#include "ui/actions/copyrowaction.h"
#include "ui/actions/copythumbprintaction.h"
#include "ui/actions/labclockaction.h"
#include "ui/actions/labfaultsaction.h"
#include "ui/actions/newpracticeaction.h"
#include "ui/actions/openexportedaction.h"
#include "ui/actions/openpracticeaction.h"
#include "ui/actions/refreshaction.h"
#include "ui/actions/refreshserveraction.h"
#include "ui/actions/renewaction.h"
#include "ui/organisationfeed.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

/// Every action of the main window, for menus, toolbar and context menu alike.
struct UserActions final {
    RefreshAction refresh;
    RefreshServerAction refreshServer;
    RenewAction renew;
    CopyThumbprintAction copyThumbprint;
    CopyDetailsAction copyDetails;
    CopyRowAction copyRow;
    OpenPracticeAction openPractice;
    NewPracticeAction newPractice;
    OpenExportedAction openFolder;
    OpenExportedAction openFiles;
    LabClockAction labClock;
    LabFaultsAction labFaults;
    AboutAction about;

    UserActions(OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window)
        : refresh(feed, nullptr)
        , refreshServer(feed, view, nullptr)
        , renew(feed, view, services, window, nullptr)
        , copyThumbprint(view, nullptr)
        , copyDetails(view, nullptr)
        , copyRow(view, nullptr)
        , openPractice(feed, nullptr)
        , newPractice(feed.workspace(), services, window, nullptr)
        , openFolder(OpenExportedAction::Choice::Folder, feed, services, window, nullptr)
        , openFiles(OpenExportedAction::Choice::Files, feed, services, window, nullptr)
        , labClock(feed.workspace(), services, window, nullptr)
        , labFaults(feed.workspace(), services, window, nullptr)
        , about(services, window, nullptr)
    {
    }

    [[nodiscard]] QList<UserAction *> all()
    {
        return {&refresh, &refreshServer, &renew, &copyThumbprint, &copyDetails, &copyRow, &openPractice, &newPractice,
            &openFolder, &openFiles, &labClock, &labFaults, &about};
    }
};

} // namespace kakuin::ui
