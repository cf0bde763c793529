// SPDX-License-Identifier: MIT
#include "core/lab/cmdletdefinition.h"

#include "core/lab/cmdlets/enableexchangecertificate.h"
#include "core/lab/cmdlets/exportexchangecertificate.h"
#include "core/lab/cmdlets/getadobject.h"
#include "core/lab/cmdlets/getauthconfig.h"
#include "core/lab/cmdlets/getexchangecertificate.h"
#include "core/lab/cmdlets/getexchangeserver.h"
#include "core/lab/cmdlets/gethybridconfiguration.h"
#include "core/lab/cmdlets/getmailboxserver.h"
#include "core/lab/cmdlets/getreceiveconnector.h"
#include "core/lab/cmdlets/getsendconnector.h"
#include "core/lab/cmdlets/gettransportservice.h"
#include "core/lab/cmdlets/importexchangecertificate.h"
#include "core/lab/cmdlets/newexchangecertificate.h"
#include "core/lab/cmdlets/removeexchangecertificate.h"
#include "core/lab/cmdlets/setauthconfig.h"

#include <algorithm>

namespace kakuin::lab {

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
