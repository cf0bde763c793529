// SPDX-License-Identifier: MIT
#include "ui/opentask.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

using Kind = advice::Task::Kind;

void openTask(const advice::Task &task, UiServices &services, OrganisationFeed &feed, QWidget *parent)
{
    switch (task.kind) {
    case Kind::ReadAgain:
        if (task.servers.isEmpty())
            feed.refresh();
        for (const domain::ServerId &server : task.servers)
            feed.refreshServer(server);
        break;
    case Kind::CheckPorts:
        services.checkPorts(
            feed.workspace(), task.servers, [&feed, servers = task.servers] { feed.checkPorts(servers); }, parent);
        break;
    default: // a window of its own, or instructions
        services.openTask(feed.workspace(), task, parent);
    }
}

} // namespace kakuin::ui
