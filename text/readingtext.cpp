// SPDX-License-Identifier: MIT
#include "text/readingtext.h"

#include "text/errortext.h"
#include "text/expirytext.h"

namespace kakuin::ui {

using domain::Reading;

QString ReadingText::time(const QDateTime &utc, const QDateTime &nowUtc)
{
    const bool isToday = utc.toLocalTime().date() == nowUtc.toLocalTime().date();
    return isToday ? ExpiryText::timeOfDay(utc) : ExpiryText::dayAndTime(utc);
}

QString ReadingText::mark(const Reading &reading, const QDateTime &readUtc, const QDateTime &nowUtc)
{
    const bool isOld = reading.isKept || (reading.failure && !reading.isAwaited);
    if (!isOld || !readUtc.isValid())
        return {};
    const QString when = time(readUtc, nowUtc);
    if (!reading.failure || reading.isAwaited)
        //: behind the name of a server whose data is old; %1: a time, or a day and a time
        return tr("as of %1").arg(when);
    //: behind the name of a server whose data is old; %1: a time, or a day and a time, %2: why it is ("cannot be reached")
    return tr("as of %1: %2").arg(when, ErrorText::brief(*reading.failure));
}

QString ReadingText::sentences(const Reading &reading, const QDateTime &readUtc, const QDateTime &nowUtc)
{
    if (reading.isFresh() || !readUtc.isValid())
        return {};
    const QString when = time(readUtc, nowUtc);
    if (reading.isAwaited)
        //: %1: a time, or a day and a time
        return tr("It is being read again. What is shown was read %1.").arg(when);
    if (!reading.failure)
        //: %1: a time, or a day and a time
        return tr("What is shown was read %1, before the organisation was opened this time.").arg(when);
    if (reading.failure->code == ErrorCode::Cancelled)
        //: both are a time, or a day and a time
        return tr("What is shown was read %1. Reading it again was cancelled %2.")
            .arg(when, time(reading.failedUtc, nowUtc));
    //: %1 and %2 are a time, or a day and a time; %3: sentences
    return tr("What is shown was read %1. It could not be read again %2. %3")
        .arg(when, time(reading.failedUtc, nowUtc), ErrorText::sentence(*reading.failure));
}

QList<domain::ServerId> ReadingText::notReadAgain(const domain::Inventory &inventory)
{
    QList<domain::ServerId> servers;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (entry.reading.failure && !entry.reading.isAwaited)
            servers.append(entry.server.id);
    }
    return servers;
}

QString ReadingText::summary(const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    const Reading &all = inventory.configuration;
    const QString when = time(inventory.takenUtc, nowUtc);
    const bool isCancelled = all.failure && all.failure->code == ErrorCode::Cancelled;
    if (all.isAwaited && all.isKept)
        //: %1: a time, or a day and a time
        return tr("This is the organisation as it was read %1. Each row becomes current as soon as it has been read.")
            .arg(when);
    if (all.isAwaited)
        return {};
    if (isCancelled && inventory.takenUtc.isValid())
        //: %1: a time, or a day and a time
        return tr("The reading was cancelled. What had not been read by then is as of %1.").arg(when);
    if (isCancelled)
        return tr("The reading was cancelled. What had not been read by then is not known.");
    if (all.failure)
        //: %1: a time, or a day and a time
        return tr("The organisation could not be read again. What could not be read is shown as of %1.").arg(when);
    const QList<domain::ServerId> servers = notReadAgain(inventory);
    const auto count = static_cast<int>(servers.size());
    if (count == 0)
        return {};
    for (const domain::ServerId &server : servers) {
        const domain::ServerEntry *entry = inventory.find(server);
        if (entry->reading.failure->code != ErrorCode::Cancelled)
            return tr(
                "%n servers could not be read again. What is shown of them is older than the rest.", nullptr, count);
    }
    return tr("The reading was cancelled before %n servers had answered.", nullptr, count);
}

} // namespace kakuin::ui
