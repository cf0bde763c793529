// SPDX-License-Identifier: MIT
#include "core/session/origin.h"

#include "core/session/workspace.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QSysInfo>

namespace kakuin::session {
namespace {

// The owner of the file that is written. The environment can name any other user
QString userOfThisComputer(const QString &journal)
{
    return QFileInfo(journal).owner();
}

QString versionsOf(const plan::Plan &plan, const domain::Inventory &inventory)
{
    QStringList versions;
    for (const domain::ServerEntry &entry : inventory.servers) {
        const bool isConcerned = plan.isOrganisationWide() || plan.servers().contains(entry.server.id);
        const QString version = entry.server.version.number.toString();
        if (isConcerned && !version.isEmpty() && !versions.contains(version))
            versions.append(version);
    }
    versions.sort();
    return versions.join(QStringLiteral(", "));
}

} // namespace

plan::Origin originOf(const Workspace &workspace, const plan::Plan &plan)
{
    plan::Origin out;
    const Session *session = workspace.session();
    if (session != nullptr)
        out.account = session->shell()->description().account;
    if (const auto connection = workspace.connection(); connection && out.account.isEmpty())
        out.account = connection->user;
    out.user = userOfThisComputer(workspace.journalPath());
    out.computer = QSysInfo::machineHostName();
    out.program = QStringLiteral("Kakuin %1").arg(QCoreApplication::applicationVersion());
    if (session != nullptr && session->inventory())
        out.serverVersion = versionsOf(plan, *session->inventory());
    return out;
}

} // namespace kakuin::session
