// SPDX-License-Identifier: MIT
#include "core/findings/finding.h"

#include <QtCore/QHash>

#include <algorithm>

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

domain::CertificateId certificateOf(const Finding &finding)
{
    if (finding.subject.kind == Subject::Kind::Certificate)
        return finding.subject.certificate();
    if (finding.code == Code::AuthWithoutKey) {
        for (const Evidence &one : finding.evidence) {
            if (const auto *thumbprint = std::get_if<domain::Thumbprint>(&one.value))
                return {finding.subject.server, *thumbprint};
        }
    }
    return {};
}

QStringList keysOf(const QList<Finding> &found)
{
    QHash<QString, int> seen;
    seen.reserve(found.size());
    QStringList keys;
    keys.reserve(found.size());
    for (const Finding &finding : found) {
        QString key = finding.key();
        if (const int before = seen[key]++; before > 0)
            key += u'#' + QString::number(before + 1);
        keys.append(key);
    }
    return keys;
}

namespace {

int weightOfRole(domain::Role role)
{
    switch (role) {
    case domain::Role::AuthCurrent:
        return 6;
    case domain::Role::InternalTransport:
        return 5;
    case domain::Role::FrontEnd443:
    case domain::Role::BackEnd444:
        return 4;
    case domain::Role::SendConnector:
    case domain::Role::ReceiveConnector:
    case domain::Role::Hybrid:
    case domain::Role::Federation:
        return 3;
    case domain::Role::AuthNext:
    case domain::Role::WmSvc:
        return 2;
    case domain::Role::Own:
    case domain::Role::AuthPrevious:
        return 0;
    }
    return 0;
}

// What fails on a day that is known, and works until then
bool isYetToCome(Code code)
{
    return code == Code::ExpiresVerySoon || code == Code::ExpiresSoon || code == Code::AuthExpiresSoon
        || code == Code::AuthNextExpiresSoon || code == Code::AuthEffectiveSoon;
}

int weightOf(const Finding &finding)
{
    switch (kindOf(finding.code)) {
    case Kind::Auth:
        return 6;
    case Kind::Transport:
        return 5;
    case Kind::WebSites:
    case Kind::Ports:
        return 4;
    case Kind::Connectors:
        return 3;
    case Kind::Life:
    case Kind::Quality:
    case Kind::Servers:
    case Kind::NotKnown:
        break;
    }
    int weight = 0;
    for (const Evidence &evidence : finding.evidence) {
        if (const auto *role = std::get_if<domain::RoleEvidence>(&evidence.value))
            weight = std::max(weight, weightOfRole(role->role));
        else if (evidence.fact == Fact::Carries)
            weight = std::max(weight, 1);
    }
    return weight;
}

} // namespace

int placeOf(const Finding &finding)
{
    constexpr int mostCodes = 1024;
    constexpr int mostWeights = 8;
    static_assert(static_cast<int>(Code::Count_) < mostCodes);
    const int band = 2 * static_cast<int>(finding.severity) + (isYetToCome(finding.code) ? 1 : 0);
    return (band * mostWeights + mostWeights - 1 - weightOf(finding)) * mostCodes + static_cast<int>(finding.code);
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
