// SPDX-License-Identifier: MIT
#include "ui/views/findings/mendtask.h"

#include "ui/organisationfeed.h"

namespace kakuin::ui {

using Task = findings::Mend::Task;

void openMend(const findings::Mend &mend, UiServices &services, OrganisationFeed &feed, QWidget *parent)
{
    session::Workspace &workspace = feed.workspace();
    switch (mend.task) {
    case Task::Instructions:
        break;
    case Task::Renew:
        services.renew(workspace, mend.certificates, parent);
        break;
    case Task::RotateAuth:
        services.rotate(workspace, parent);
        break;
    case Task::FollowRotation:
        services.followRotation(workspace, parent);
        break;
    case Task::Assign:
    case Task::TakeTransport:
        if (!mend.certificates.isEmpty())
            services.assign(workspace, mend.certificates.first(), mend.task == Task::TakeTransport, parent);
        break;
    case Task::Remove:
        services.remove(workspace, mend.certificates, parent);
        break;
    case Task::Import:
        services.importCertificate(workspace, mend.servers, parent);
        break;
    case Task::ReadAgain:
        if (mend.servers.isEmpty())
            feed.refresh();
        for (const domain::ServerId &server : mend.servers)
            feed.refreshServer(server);
        break;
    case Task::CheckPorts:
        services.checkPorts(
            workspace, mend.servers, [&feed, servers = mend.servers] { feed.checkPorts(servers); }, parent);
        break;
    }
}

} // namespace kakuin::ui
