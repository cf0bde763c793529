// SPDX-License-Identifier: MIT
#include "core/lab/cmdletdefinition.h"

#include "core/lab/cmdlets/cmdlets.h"

#include <algorithm>

namespace kakuin::lab {

QString CmdletDefinition::className() const
{
    return package + u'.' + QString(name).remove(u'-');
}

const QList<CmdletDefinition> &allCmdlets()
{
    static const QList<CmdletDefinition> cmdlets{
        enableExchangeCertificate(),
        exportExchangeCertificate(),
        getADObject(),
        getAuthConfig(),
        getExchangeCertificate(),
        getExchangeServer(),
        getHybridConfiguration(),
        getMailboxServer(),
        getReceiveConnector(),
        getSendConnector(),
        getTransportService(),
        importExchangeCertificate(),
        newExchangeCertificate(),
        removeExchangeCertificate(),
        setAuthConfig(),
    };
    return cmdlets;
}

const CmdletDefinition *findCmdlet(const QString &name)
{
    const auto it = std::find_if(allCmdlets().begin(), allCmdlets().end(),
        [&](const CmdletDefinition &definition) { return name.compare(definition.name, Qt::CaseInsensitive) == 0; });
    return it == allCmdlets().end() ? nullptr : &*it;
}

} // namespace kakuin::lab
