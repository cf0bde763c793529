// SPDX-License-Identifier: MIT
#pragma once

#include "models/timelinecontent.h"

namespace kakuin::models {

/// The words of a calendar: text has them. Several lines possible where it says so; no escaping.
class CalendarWords {
public:
    CalendarWords() = default;
    virtual ~CalendarWords() = default;
    Q_DISABLE_COPY_MOVE(CalendarWords)

    [[nodiscard]] virtual QString calendarName() const = 0;
    [[nodiscard]] virtual QString summary(const TimelineLine &certificate) const = 0;
    [[nodiscard]] virtual QString description(const TimelineLine &certificate) const = 0; ///< several lines
    [[nodiscard]] virtual QString reminder(const TimelineLine &certificate, int daysBefore) const = 0;
};

/// The certificates that a calendar is made of: those whose expiry is still to come, by expiry.
/// Shape:   expired ones are left out (reminders of the past would all ring at once), and so are dates that are not
///          known or that a calendar cannot write (beyond the year 9999).
[[nodiscard]] QList<TimelineLine> calendarEvents(const TimelineContent &content, const QDateTime &nowUtc);

/// The events as an iCalendar file: half an hour from the moment of expiry on, marked as free time, with reminders 60,
/// 30 and 7 days before. Imported again it replaces what it brought before: the UID is made of the thumbprint.
/// Units:   UTF-8, CRLF, lines of at most 75 octets. Times are written in UTC.
/// Source:  RFC 5545: 3.1 (folding), 3.3.11 (escaping), 3.4, 3.6.1, 3.6.6, 3.8.4.7, 3.8.7.2.
[[nodiscard]] QByteArray calendarFile(
    const QList<TimelineLine> &events, const CalendarWords &words, const QDateTime &stampUtc);

} // namespace kakuin::models
