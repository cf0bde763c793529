// SPDX-License-Identifier: MIT
#include "models/timelinecontent.h"

#include "core/base/untrustedtext.h"
#include "models/organisationrow.h"

#include <algorithm>
#include <tuple>

namespace kakuin::models {
namespace {

using domain::Role;
using LineKind = TimelineLine::Kind;

constexpr qsizetype longestLineName = 200;
// Dates beyond this are mistakes, or mean "never": they are shown, but do not stretch the scale.
constexpr int yearsInSight = 30;

// What breaks more comes first.
int importance(Role role)
{
    static const QList<Role> order{Role::InternalTransport, Role::AuthCurrent, Role::AuthNext, Role::FrontEnd443,
        Role::BackEnd444, Role::SendConnector, Role::ReceiveConnector, Role::Hybrid, Role::Federation, Role::WmSvc,
        Role::AuthPrevious, Role::Own};
    return static_cast<int>(order.indexOf(role));
}

void addCertificate(TimelineContent &content, QHash<domain::Thumbprint, qsizetype> &known,
    const domain::Certificate &certificate, const findings::Evaluation &evaluation)
{
    qsizetype at = known.value(certificate.facts.thumbprint, -1);
    if (at < 0) {
        at = content.lines.size();
        known.insert(certificate.facts.thumbprint, at);
        TimelineLine line;
        line.thumbprint = certificate.facts.thumbprint;
        line.name = singleLine(certificate.displayName(), longestLineName);
        line.notBeforeUtc = certificate.facts.notBeforeUtc;
        line.notAfterUtc = certificate.facts.notAfterUtc;
        line.bands = evaluation.policy().bandsFor(certificate);
        line.urgency = evaluation.urgencies().ofAnyCopy(line.thumbprint);
        content.lines.append(line);
    }
    TimelineLine &line = content.lines[at];
    // A server that lists a certificate twice holds it once; the servers come one after the other.
    if (line.copies.isEmpty() || !(line.copies.last().server == certificate.server))
        line.copies.append(certificate.id());
    const QList<domain::RoleEvidence> roles = domain::rolesOf(certificate, *evaluation.inventory());
    for (const domain::RoleEvidence &evidence : roles) {
        if (!line.roles.contains(evidence.role))
            line.roles.append(evidence.role);
    }
}

/// Where a line stands; lines of one group agree in `group` and `groupName`.
struct Place final {
    int group = 0;
    QString groupName;
    QString serverName; ///< tells those apart that expire together
};

Place placeOf(const TimelineLine &line, TimelineGroupBy groupBy)
{
    constexpr int last = 100;
    const QString server = naturalSortText(line.copies.first().server.name());
    if (groupBy == TimelineGroupBy::Role)
        return {line.roles.isEmpty() ? last : importance(line.roles.first()), {}, server};
    if (line.copies.size() > 1)
        return {0, {}, server};
    return {1, server, server};
}

TimelineLine headingOf(const TimelineLine &first, TimelineGroupBy groupBy)
{
    TimelineLine heading;
    if (groupBy == TimelineGroupBy::Role) {
        heading.kind = first.roles.isEmpty() ? LineKind::NoRoleHeading : LineKind::RoleHeading;
        heading.role = first.roles.value(0, Role::Own);
        return heading;
    }
    heading.kind = first.copies.size() > 1 ? LineKind::SeveralServersHeading : LineKind::ServerHeading;
    if (heading.kind == LineKind::ServerHeading) {
        heading.server = first.copies.first().server;
        heading.name = singleLine(heading.server.name(), longestLineName);
    }
    return heading;
}

QList<TimelineLine> inGroups(QList<TimelineLine> lines, TimelineGroupBy groupBy)
{
    QList<std::pair<Place, qsizetype>> order;
    order.reserve(lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        order.append({placeOf(lines.at(i), groupBy), i});
    const auto key = [&](const std::pair<Place, qsizetype> &one) {
        const TimelineLine &line = lines.at(one.second);
        // a date that is not known comes last
        return std::tuple(one.first.group, one.first.groupName, !line.notAfterUtc.isValid(), line.notAfterUtc,
            one.first.serverName, line.thumbprint);
    };
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) { return key(a) < key(b); });
    QList<TimelineLine> out;
    out.reserve(lines.size() + lines.size() / 4);
    qsizetype heading = -1;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const Place &place = order.at(i).first;
        const bool isNew = i == 0 || order.at(i - 1).first.group != place.group
            || order.at(i - 1).first.groupName != place.groupName;
        TimelineLine &line = lines[order.at(i).second];
        if (isNew) {
            heading = out.size();
            out.append(headingOf(line, groupBy));
        }
        ++out[heading].count;
        out.append(std::move(line));
    }
    return out;
}

void note(TimelineContent &content, const QDateTime &timeUtc, const QDateTime &nowUtc)
{
    const bool isInSight
        = timeUtc.isValid() && timeUtc > nowUtc.addYears(-yearsInSight) && timeUtc < nowUtc.addYears(yearsInSight);
    if (!isInSight)
        return;
    if (!content.earliestUtc.isValid() || timeUtc < content.earliestUtc)
        content.earliestUtc = timeUtc;
    if (!content.latestUtc.isValid() || timeUtc > content.latestUtc)
        content.latestUtc = timeUtc;
}

} // namespace

qsizetype TimelineContent::lineOf(const domain::Thumbprint &thumbprint) const
{
    const auto found = std::find_if(lines.begin(), lines.end(),
        [&](const TimelineLine &line) { return !line.isHeading() && line.thumbprint == thumbprint; });
    return found == lines.end() ? -1 : found - lines.begin();
}

TimelineContent buildTimeline(const findings::Evaluation &evaluation, TimelineGroupBy groupBy, const QDateTime &nowUtc)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    TimelineContent content;
    content.organisation = inventory.organisation;
    QHash<domain::Thumbprint, qsizetype> known;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates) {
            if (entry.certificates.error().code != ErrorCode::BeingRead)
                ++content.unreadServers;
            continue;
        }
        for (const domain::Certificate &certificate : *entry.certificates)
            addCertificate(content, known, certificate, evaluation);
    }
    for (TimelineLine &line : content.lines) {
        std::sort(line.copies.begin(), line.copies.end());
        std::sort(line.roles.begin(), line.roles.end(), [](Role a, Role b) { return importance(a) < importance(b); });
    }
    content.certificateCount = static_cast<int>(content.lines.size());
    content.lines = inGroups(std::move(content.lines), groupBy);
    applyClock(content, nowUtc);
    return content;
}

void applyClock(TimelineContent &content, const QDateTime &nowUtc)
{
    content.earliestUtc = {};
    content.latestUtc = {};
    for (TimelineLine &line : content.lines) {
        if (line.isHeading())
            continue;
        line.expiry = domain::expiryOf(line.notAfterUtc, nowUtc, line.bands);
        line.severity = severityOf(line.urgency, line.expiry.band);
        note(content, line.notBeforeUtc, nowUtc);
        note(content, line.notAfterUtc, nowUtc);
    }
}

} // namespace kakuin::models
