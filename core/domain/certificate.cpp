// SPDX-License-Identifier: MIT
#include "core/domain/certificate.h"

#include "core/base/untrustedtext.h"

#include <algorithm>

namespace kakuin::domain {

IisBinding IisBinding::fromServiceName(const QString &serviceName)
{
    bool ok = false;
    const int site = serviceName.section(u'/', -1).toInt(&ok);
    return {serviceName, ok && site > 0 ? site : 0};
}

QString Certificate::displayName() const
{
    constexpr qsizetype longest = 300;
    for (const QString &candidate : {friendlyName, facts.subjectCommonName, facts.subject}) {
        const QString text = singleLine(candidate, longest).trimmed();
        if (!text.isEmpty())
            return text;
    }
    return facts.thumbprint.toString();
}

bool Certificate::isBoundToSite(int siteId) const
{
    return iisBindings && std::any_of(iisBindings->begin(), iisBindings->end(), [&](const IisBinding &b) {
        return b.siteId == siteId;
    });
}

} // namespace kakuin::domain
