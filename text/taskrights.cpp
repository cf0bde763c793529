// SPDX-License-Identifier: MIT
#include "text/taskrights.h"

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

// What changes something; what a task only reads says so itself when it cannot
QStringList cmdletsOf(TaskRights::Task task)
{
    switch (task) {
    case TaskRights::Task::Renew:
        return {u"New-ExchangeCertificate"_s};
    case TaskRights::Task::Rotate:
        return {u"New-ExchangeCertificate"_s, u"Set-AuthConfig"_s};
    case TaskRights::Task::Assign:
        return {u"Enable-ExchangeCertificate"_s};
    case TaskRights::Task::Remove:
        return {u"Remove-ExchangeCertificate"_s};
    case TaskRights::Task::Export:
        return {u"Export-ExchangeCertificate"_s};
    case TaskRights::Task::Import:
        return {u"Import-ExchangeCertificate"_s};
    }
    return {};
}

} // namespace

TaskRights::Obstacle TaskRights::obstacle(const session::Session *session)
{
    if (session == nullptr)
        return {};
    const shell::ShellDescription description = session->shell()->description();
    return {description.isReadOnly && description.kind != shell::ShellDescription::Kind::Snapshot};
}

TaskRights::Obstacle TaskRights::obstacle(Task task, const session::Session *session)
{
    const Obstacle general = obstacle(session);
    if (session == nullptr || general.isReadOnly || session->shell()->description().isReadOnly)
        return general;
    QStringList names = cmdletsOf(task);
    names.removeIf([session](const QString &name) { return session->shell()->offers(name); });
    return {false, names};
}

QString TaskRights::refusal(const Obstacle &obstacle)
{
    if (obstacle.isReadOnly)
        return tr("This connection is marked as read-only, so nothing can be changed with it. To change something, "
                  "connect again without that mark (File > Connect to Exchange).");
    if (obstacle.missing.isEmpty())
        return {};
    return tr(
        "The account of this connection does not have %1, so this cannot be done with it. Connect with an account "
        "of the role group Organization Management, or let an administrator of Exchange give it the cmdlet.")
        .arg(obstacle.missing.join(tr(", ", "between names of cmdlets")));
}

} // namespace kakuin::ui
