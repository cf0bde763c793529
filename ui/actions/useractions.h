// SPDX-License-Identifier: MIT
#pragma once

#include "ui/actions/aboutaction.h"
#include "ui/actions/assignaction.h"
#include "ui/actions/compareaction.h"
#include "ui/actions/connectaction.h"
#include "ui/actions/copydetailsaction.h"
#include "ui/actions/copyrowaction.h"
#include "ui/actions/copythumbprintaction.h"
#include "ui/actions/exportaction.h"
#include "ui/actions/followrotationaction.h"
#include "ui/actions/guideaction.h"
#include "ui/actions/historyaction.h"
#include "ui/actions/importaction.h"
#include "ui/actions/labbindaction.h"
#include "ui/actions/labclockaction.h"
#include "ui/actions/labfaultsaction.h"
#include "ui/actions/livecheckaction.h"
#include "ui/actions/newpracticeaction.h"
#include "ui/actions/openexportedaction.h"
#include "ui/actions/openpracticeaction.h"
#include "ui/actions/refreshaction.h"
#include "ui/actions/refreshserveraction.h"
#include "ui/actions/removeaction.h"
#include "ui/actions/renewaction.h"
#include "ui/actions/reportaction.h"
#include "ui/actions/rotateaction.h"
#include "ui/actions/snapshotaction.h"
#include "ui/actions/transportaction.h"
#include "ui/organisationfeed.h"
#include "ui/views/organisationview.h"

namespace kakuin::ui {

/// Every action of the main window, for menus, toolbar and context menu alike.
struct UserActions final {
    RefreshAction refresh;
    RefreshServerAction refreshServer;
    LiveCheckAction checkPorts;
    LiveCheckAction checkServerPorts;
    RenewAction renew;
    RotateAction rotate;
    FollowRotationAction followRotation;
    AssignAction assign;
    TransportAction transport;
    RemoveAction remove;
    ExportAction exportPfx;
    ImportAction importPfx;
    CompareAction compare;
    HistoryAction history;
    HistoryAction certificateHistory;
    CopyThumbprintAction copyThumbprint;
    CopyDetailsAction copyDetails;
    CopyRowAction copyRow;
    ConnectAction connectTo;
    OpenPracticeAction openPractice;
    NewPracticeAction newPractice;
    OpenExportedAction openFolder;
    OpenExportedAction openFiles;
    ReportAction report;
    SnapshotAction saveSnapshot;
    SnapshotAction saveCollector;
    SnapshotAction compareSnapshot;
    LabClockAction labClock;
    LabFaultsAction labFaults;
    LabBindAction labBind;
    GuideAction guide;
    AboutAction about;

    UserActions(OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window)
        : refresh(feed, nullptr)
        , refreshServer(feed, view, nullptr)
        , checkPorts(LiveCheckAction::Of::Organisation, feed, view, services, window, nullptr)
        , checkServerPorts(LiveCheckAction::Of::Server, feed, view, services, window, nullptr)
        , renew(feed, view, services, window, nullptr)
        , rotate(feed, view, services, window, nullptr)
        , followRotation(feed, services, window, nullptr)
        , assign(feed, view, services, window, nullptr)
        , transport(feed, view, services, window, nullptr)
        , remove(feed, view, services, window, nullptr)
        , exportPfx(feed, view, services, window, nullptr)
        , importPfx(feed, view, services, window, nullptr)
        , compare(feed, view, services, window, nullptr)
        , history(HistoryAction::Of::Organisation, feed, view, services, window, nullptr)
        , certificateHistory(HistoryAction::Of::Certificate, feed, view, services, window, nullptr)
        , copyThumbprint(view, nullptr)
        , copyDetails(view, nullptr)
        , copyRow(view, nullptr)
        , connectTo(feed.workspace(), services, window, nullptr)
        , openPractice(feed, nullptr)
        , newPractice(feed.workspace(), services, window, nullptr)
        , openFolder(OpenExportedAction::Choice::Folder, feed, services, window, nullptr)
        , openFiles(OpenExportedAction::Choice::Files, feed, services, window, nullptr)
        , report(feed, nullptr)
        , saveSnapshot(SnapshotAction::Choice::Save, feed, services, window, nullptr)
        , saveCollector(SnapshotAction::Choice::SaveScript, feed, services, window, nullptr)
        , compareSnapshot(SnapshotAction::Choice::Compare, feed, services, window, nullptr)
        , labClock(feed.workspace(), services, window, nullptr)
        , labFaults(feed.workspace(), services, window, nullptr)
        , labBind(feed, view, nullptr)
        , guide(nullptr)
        , about(services, window, nullptr)
    {
    }

    [[nodiscard]] QList<UserAction *> all()
    {
        return {&refresh, &refreshServer, &checkPorts, &checkServerPorts, &renew, &rotate, &followRotation, &assign,
            &transport, &remove, &exportPfx, &importPfx, &compare, &history, &certificateHistory, &copyThumbprint,
            &copyDetails, &copyRow, &connectTo, &openPractice, &newPractice, &openFolder, &openFiles, &report,
            &saveSnapshot, &saveCollector, &compareSnapshot, &labClock, &labFaults, &labBind, &guide, &about};
    }
};

} // namespace kakuin::ui
