// SPDX-License-Identifier: MIT
#include "text/calendartext.h"

#include "core/base/untrustedtext.h"
#include "text/roletext.h"
#include "text/timelinetext.h"

namespace kakuin::ui {

CalendarText::CalendarText(const QString &organisation)
    : m_organisation(singleLine(organisation, 120))
{
}

QString CalendarText::calendarName() const
{
    //: name of a calendar; %1: an organisation
    return m_organisation.isEmpty() ? tr("Exchange certificates")
                                    : tr("Exchange certificates of %1").arg(m_organisation);
}

QString CalendarText::summary(const models::TimelineLine &certificate) const
{
    //: title of a calendar entry; %1: a certificate, %2: servers
    return tr("%1 expires (%2)").arg(certificate.name, TimelineText::servers(certificate.copies));
}

QString CalendarText::description(const models::TimelineLine &certificate) const
{
    QStringList roles;
    for (const domain::Role role : certificate.roles)
        roles.append(RoleText::name(role));
    //: line of a calendar entry; %1: a certificate
    QStringList lines{tr("Certificate: %1").arg(certificate.name)};
    //: line of a calendar entry; %1: 40 digits
    lines << tr("Thumbprint: %1").arg(certificate.thumbprint.toString());
    //: line of a calendar entry; %1: servers
    lines << tr("Servers: %1").arg(TimelineText::servers(certificate.copies));
    //: line of a calendar entry; %1: roles of a certificate
    lines << (roles.isEmpty() ? tr("No role is known.") : tr("Roles: %1").arg(RoleText::list(roles)));
    lines << tr("Renew it before this time.");
    return lines.join(u'\n');
}

QString CalendarText::reminder(const models::TimelineLine &certificate, int daysBefore) const
{
    //: reminder of a calendar entry; %1: a certificate, %2: servers
    return tr("%1 (%2) expires in %n days", nullptr, daysBefore)
        .arg(certificate.name, TimelineText::servers(certificate.copies));
}

} // namespace kakuin::ui
