// SPDX-License-Identifier: MIT
#include "core/remote/cmdletrights.h"

#include "core/clixml/object.h"

#include <algorithm>

namespace kakuin::remote {
namespace {

using namespace Qt::StringLiterals;

struct Use final {
    QString cmdlet;
    QStringList parameters; ///< without which a task of Kakuin cannot be done
};

const QList<Use> &uses()
{
    static const QList<Use> all{{u"Get-ExchangeServer"_s, {}}, {u"Get-ExchangeCertificate"_s, {u"Server"_s}},
        {u"Get-AuthConfig"_s, {}}, {u"Get-TransportService"_s, {}}, {u"Get-MailboxServer"_s, {}},
        {u"Get-SendConnector"_s, {}}, {u"Get-ReceiveConnector"_s, {}}, {u"Get-HybridConfiguration"_s, {}},
        {u"Get-ADObject"_s, {}},
        {u"New-ExchangeCertificate"_s,
            {u"Server"_s, u"Services"_s, u"SubjectName"_s, u"DomainName"_s, u"FriendlyName"_s,
                u"PrivateKeyExportable"_s}},
        {u"Enable-ExchangeCertificate"_s, {u"Server"_s, u"Thumbprint"_s, u"Services"_s}},
        {u"Remove-ExchangeCertificate"_s, {u"Server"_s, u"Thumbprint"_s}},
        {u"Import-ExchangeCertificate"_s, {u"Server"_s, u"FileData"_s, u"Password"_s}},
        {u"Export-ExchangeCertificate"_s, {u"Server"_s, u"Thumbprint"_s, u"Password"_s}},
        {u"Set-AuthConfig"_s,
            {u"NewCertificateThumbprint"_s, u"NewCertificateEffectiveDate"_s, u"PublishCertificate"_s,
                u"ClearPreviousCertificate"_s}},
        {u"Select-Object"_s, {}}};
    return all;
}

// A dictionary of name and description; or, where the other end sends less, the names alone
QSet<QString> parameterNames(const clixml::Value &value)
{
    QSet<QString> names;
    const clixml::ObjectPtr object = value.object();
    if (!object)
        return names;
    for (const auto &[name, description] : object->entries)
        names.insert(name.text().toLower());
    for (const clixml::Value &name : object->items)
        names.insert(name.text().toLower());
    names.remove(QString());
    return names;
}

} // namespace

const QStringList &CmdletRights::knownCmdlets()
{
    static const QStringList names = [] {
        QStringList list;
        for (const Use &use : uses())
            list.append(use.cmdlet);
        return list;
    }();
    return names;
}

void CmdletRights::learn(const shell::PipelineOutput &commands)
{
    const auto errors = commands.errors();
    const bool cannotTell = std::any_of(
        errors.begin(), errors.end(), [](const shell::ErrorRecord &record) { return record.isTerminating; });
    if (cannotTell) {
        for (const QString &name : knownCmdlets())
            m_offered.insert(name.toLower());
        return;
    }
    const auto found = commands.objects();
    for (const clixml::Value &command : found) {
        const clixml::ObjectPtr object = command.object();
        const QString name = (object ? object->property(u"Name").text() : command.text()).toLower();
        m_offered.insert(name);
        if (const QSet<QString> parameters = object ? parameterNames(object->property(u"Parameters")) : QSet<QString>();
            !parameters.isEmpty())
            m_parameters.insert(name, parameters);
    }
}

bool CmdletRights::offers(const QString &cmdlet) const
{
    return m_offered.contains(cmdlet.toLower());
}

QStringList CmdletRights::missingCmdlets() const
{
    QStringList missing;
    for (const QString &name : knownCmdlets()) {
        // these two are no cmdlets of Exchange, and whoever lacks them misses nothing that he would know of
        if (!offers(name) && name != u"Get-ADObject" && name != u"Select-Object")
            missing.append(name);
    }
    return missing;
}

QStringList CmdletRights::missingParameters() const
{
    QStringList missing;
    for (const Use &use : uses()) {
        const auto told = m_parameters.constFind(use.cmdlet.toLower());
        if (told == m_parameters.constEnd())
            continue;
        for (const QString &parameter : use.parameters) {
            if (!told->contains(parameter.toLower()))
                missing.append(use.cmdlet + u" -"_s + parameter);
        }
    }
    return missing;
}

} // namespace kakuin::remote
