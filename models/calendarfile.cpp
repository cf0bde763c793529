// SPDX-License-Identifier: MIT
#include "models/calendarfile.h"

#include <algorithm>
#include <array>

namespace kakuin::models {
namespace {

constexpr qsizetype longestLine = 75; // octets, without the line break
constexpr qint64 eventSeconds = 30 * 60;
constexpr int lastYear = 9999; // DATE has four digits for it
constexpr std::array reminderDays{60, 30, 7};

QByteArray dateTime(const QDateTime &utc)
{
    return utc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

// Control characters other than the line break must not occur in a text at all.
QByteArray escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\\' || c == u';' || c == u',')
            out += u'\\';
        if (c == u'\n')
            out += QStringLiteral("\\n");
        else if (c >= u' ' && c != QChar(0x7f))
            out += c;
    }
    return out.toUtf8();
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

class Writer final {
public:
    /// `value` is ready to be written; folded where it is too long, never within a character.
    void line(const char *name, const QByteArray &value)
    {
        const QByteArray whole = name + value;
        qsizetype at = 0;
        qsizetype room = longestLine;
        while (whole.size() - at > room) {
            qsizetype end = at + room;
            while (end > at + 1 && isContinuation(whole.at(end)))
                --end;
            m_bytes += whole.mid(at, end - at) + "\r\n ";
            at = end;
            room = longestLine - 1; // the blank that begins a continuation counts
        }
        m_bytes += whole.mid(at) + "\r\n";
    }
    void text(const char *name, const QString &value) { line(name, escaped(value)); }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

void writeEvent(Writer &out, const TimelineLine &event, const CalendarWords &words, const QByteArray &stamp)
{
    out.line("BEGIN:", "VEVENT");
    out.line("UID:", event.thumbprint.toString().toLatin1() + "-expiry@kakuin.invalid");
    out.line("DTSTAMP:", stamp);
    out.line("DTSTART:", dateTime(event.notAfterUtc));
    out.line("DTEND:", dateTime(event.notAfterUtc.addSecs(eventSeconds)));
    out.text("SUMMARY:", words.summary(event));
    out.text("DESCRIPTION:", words.description(event));
    out.line("TRANSP:", "TRANSPARENT");
    for (const int days : reminderDays) {
        out.line("BEGIN:", "VALARM");
        out.line("ACTION:", "DISPLAY");
        out.text("DESCRIPTION:", words.reminder(event, days));
        out.line("TRIGGER:", "-P" + QByteArray::number(days) + "D");
        out.line("END:", "VALARM");
    }
    out.line("END:", "VEVENT");
}

} // namespace

QList<TimelineLine> calendarEvents(const TimelineContent &content, const QDateTime &nowUtc)
{
    QList<TimelineLine> events;
    for (const TimelineLine &line : content.lines) {
        const bool isToCome = !line.isHeading() && line.notAfterUtc.isValid() && line.notAfterUtc >= nowUtc;
        if (isToCome && line.notAfterUtc.addSecs(eventSeconds).date().year() <= lastYear)
            events.append(line);
    }
    std::sort(events.begin(), events.end(), [](const TimelineLine &a, const TimelineLine &b) {
        return a.notAfterUtc == b.notAfterUtc ? a.thumbprint < b.thumbprint : a.notAfterUtc < b.notAfterUtc;
    });
    return events;
}

QByteArray calendarFile(const QList<TimelineLine> &events, const CalendarWords &words, const QDateTime &stampUtc)
{
    Writer out;
    out.line("BEGIN:", "VCALENDAR");
    out.line("VERSION:", "2.0");
    out.line("PRODID:", "-//Kakuin//Certificate expiry//EN");
    out.line("CALSCALE:", "GREGORIAN");
    out.line("METHOD:", "PUBLISH");
    out.text("X-WR-CALNAME:", words.calendarName());
    const QByteArray stamp = dateTime(stampUtc);
    for (const TimelineLine &event : events)
        writeEvent(out, event, words, stamp);
    out.line("END:", "VCALENDAR");
    return out.bytes();
}

} // namespace kakuin::models
