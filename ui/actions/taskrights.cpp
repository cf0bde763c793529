// SPDX-License-Identifier: MIT
#include "ui/actions/taskrights.h"

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

QStringList TaskRights::missing(Task task, const session::Session *session)
{
    if (session == nullptr || session->shell()->description().isReadOnly)
        return {};
    QStringList names = cmdletsOf(task);
    names.removeIf([session](const QString &name) { return session->shell()->offers(name); });
    return names;
}

QString TaskRights::refusal(const QStringList &missing)
{
    return tr(
        "The account of this connection does not have %1, so this cannot be done with it. Connect with an account "
        "of the role group Organization Management, or let an administrator of Exchange give it the cmdlet.")
        .arg(missing.join(tr(", ", "between names of cmdlets")));
}

} // namespace kakuin::ui
