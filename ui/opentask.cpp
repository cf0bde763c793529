// SPDX-License-Identifier: MIT
#include "ui/opentask.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

using Kind = advice::Task::Kind;

void openTask(const advice::Task &task, UiServices &services, OrganisationFeed &feed, QWidget *parent)
{
    session::Workspace &workspace = feed.workspace();
    switch (task.kind) {
    case Kind::Instructions:
        break;
    case Kind::Renew:
        services.renew(workspace, task.certificates, parent);
        break;
    case Kind::RotateAuth:
        services.rotate(workspace,
            task.certificates.isEmpty() ? domain::Thumbprint() : task.certificates.first().thumbprint, parent);
        break;
    case Kind::FollowRotation:
        services.followRotation(workspace, parent);
        break;
    case Kind::Assign:
    case Kind::TakeTransport:
        if (!task.certificates.isEmpty())
            services.assign(
                workspace, task.certificates.first(), task.kind == Kind::TakeTransport, task.services, parent);
        break;
    case Kind::Remove:
        services.remove(workspace, task.certificates, parent);
        break;
    case Kind::Import:
        services.importCertificate(workspace, task.servers, parent);
        break;
    case Kind::ReadAgain:
        if (task.servers.isEmpty())
            feed.refresh();
        for (const domain::ServerId &server : task.servers)
            feed.refreshServer(server);
        break;
    case Kind::CheckPorts:
        services.checkPorts(
            workspace, task.servers, [&feed, servers = task.servers] { feed.checkPorts(servers); }, parent);
        break;
    }
}

} // namespace kakuin::ui
