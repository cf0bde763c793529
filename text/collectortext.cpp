// SPDX-License-Identifier: MIT
#include "text/collectortext.h"

#include "core/snapshot/collectorscript.h"

#include <QtCore/QFile>

#include <mutex>

// outside every namespace, as Q_INIT_RESOURCE demands: a static library's resources are otherwise not linked
static void registerTexts()
{
    static std::once_flag once;
    std::call_once(once, [] { Q_INIT_RESOURCE(texts); });
}

namespace kakuin::ui {

QString CollectorText::comment(const QString &name)
{
    if (name == u"introduction")
        return tr(
            "Collects what Kakuin shows of the certificates of an Exchange organisation.\n"
            "Reads only: every command that is sent to Exchange or to the directory is a Get- command.\n"
            "Run it in the Exchange Management Shell of Exchange 2013 or later, on any server of the organisation.\n"
            "Private keys and passwords are never read.");
    if (name == u"folder")
        return tr("The folder that is made.");
    if (name == u"save")
        return tr("Saves what a command answers; a command that fails is a warning, and the rest goes on.");
    if (name == u"servers")
        return tr("The servers");
    if (name == u"certificates")
        return tr("The certificates of every server; Edge servers can only be asked on themselves");
    if (name == u"organisation")
        return tr("What refers to certificates");
    if (name == u"directory")
        return tr("The internal transport certificates that only the directory knows (Client Access servers of 2013);\n"
                  "where the Active Directory module is not installed, this part is left out");
    if (name == u"manifest")
        return tr("When this was read, and what answered");
    if (name == u"result")
        return tr("Copy this folder (or a .zip of it) and open it in Kakuin.");
    return {};
}

QByteArray CollectorText::script()
{
    registerTexts();
    QFile file(QStringLiteral(":/kakuin/collector.ps1"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the template of the collector script is not in the program");
    return snapshot::collectorScript(QString::fromUtf8(file.readAll()), &CollectorText::comment);
}

} // namespace kakuin::ui
