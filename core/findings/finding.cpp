// SPDX-License-Identifier: MIT
#include "core/findings/finding.h"

namespace kakuin::findings {

using namespace Qt::StringLiterals;

QString Subject::key() const
{
    switch (kind) {
    case Kind::Organisation:
        return name.isEmpty() ? u"organisation"_s : u"organisation/"_s + name.toCaseFolded();
    case Kind::Server:
        return u"server/"_s + server.name().toCaseFolded();
    case Kind::Certificate:
        return u"certificate/"_s + server.name().toCaseFolded() + u'/' + thumbprint.toString();
    case Kind::Connector:
        return u"connector/"_s + name.toCaseFolded();
    case Kind::Site:
        return u"site/"_s + name.toCaseFolded();
    }
    return {};
}

QString Finding::key() const
{
    return codeName(code) + u':' + subject.key();
}

QLatin1String severityName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QLatin1String("critical");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Information:
        return QLatin1String("information");
    case Severity::NotKnown:
        return QLatin1String("notKnown");
    }
    return {};
}

} // namespace kakuin::findings
