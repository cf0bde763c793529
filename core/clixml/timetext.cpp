// SPDX-License-Identifier: MIT
#include "core/clixml/value.h"

#include <QtCore/QtNumeric>

namespace kakuin::clixml {
namespace {

constexpr qint64 ticksPerSecond = 10'000'000;

// A reader of decimal digits that never looks beyond the end.
class Digits final {
public:
    explicit Digits(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }
    bool skip(QChar expected)
    {
        const bool is = !atEnd() && m_text.at(m_at) == expected;
        m_at += is ? 1 : 0;
        return is;
    }
    // exactly `count` digits
    [[nodiscard]] std::optional<int> number(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const auto digit = next();
            if (!digit)
                return {};
            value = value * 10 + *digit;
        }
        return value;
    }
    // one digit or more, as long as they fit
    [[nodiscard]] std::optional<qint64> number()
    {
        std::optional<qint64> value;
        while (const auto digit = next()) {
            qint64 next10 = 0;
            if (qMulOverflow(value.value_or(0), qint64(10), &next10) || qAddOverflow(next10, qint64(*digit), &next10))
                return {};
            value = next10;
        }
        return value;
    }
    // the digits after a decimal point as ticks; digits beyond the seventh are dropped, as .NET has no room for them
    [[nodiscard]] std::optional<qint64> fraction()
    {
        qint64 unit = ticksPerSecond;
        qint64 ticks = 0;
        bool any = false;
        while (const auto digit = next()) {
            unit /= 10;
            ticks += unit * *digit;
            any = true;
        }
        return any ? std::optional<qint64>(ticks) : std::nullopt;
    }

private:
    [[nodiscard]] std::optional<int> next()
    {
        const ushort unit = peek().unicode();
        if (unit < u'0' || unit > u'9')
            return {};
        ++m_at;
        return unit - u'0';
    }
    QStringView m_text;
    qsizetype m_at = 0;
};

// "Z", "+09:00", "-07:00" or nothing (kind unspecified, read as UTC), up to the end of the text
std::optional<int> offsetSeconds(Digits &in)
{
    if (in.atEnd())
        return 0;
    int seconds = 0;
    if (!in.skip(u'Z')) {
        const int sign = in.skip(u'-') ? -1 : 1;
        if (sign > 0 && !in.skip(u'+'))
            return {};
        const auto hours = in.number(2);
        if (!hours || *hours > 14 || !in.skip(u':'))
            return {};
        const auto minutes = in.number(2);
        if (!minutes || *minutes > 59)
            return {};
        seconds = sign * (*hours * 3600 + *minutes * 60);
    }
    return in.atEnd() ? std::optional<int>(seconds) : std::nullopt;
}

QDateTime parsedUtc(QStringView text)
{
    Digits in(text.trimmed());
    const auto year = in.number(4);
    const auto month = year && in.skip(u'-') ? in.number(2) : std::nullopt;
    const auto day = month && in.skip(u'-') ? in.number(2) : std::nullopt;
    if (!day)
        return {};
    const QDate date(*year, *month, *day);
    QTime time(0, 0);
    if (in.skip(u'T')) {
        const auto hour = in.number(2);
        const auto minute = hour && in.skip(u':') ? in.number(2) : std::nullopt;
        const auto second = minute && in.skip(u':') ? in.number(2) : std::nullopt;
        const auto ticks = second && in.skip(u'.') ? in.fraction() : std::optional<qint64>(0);
        if (!second || !ticks)
            return {};
        time = QTime(*hour, *minute, *second, static_cast<int>(*ticks / (ticksPerSecond / 1000)));
    }
    const auto offset = offsetSeconds(in);
    if (!offset || !date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, Qt::UTC).addSecs(-*offset);
}

// ticks += count * unit; false when the sum does not fit
bool addTo(qint64 &ticks, qint64 count, qint64 unit)
{
    qint64 product = 0;
    return !qMulOverflow(count, unit, &product) && !qAddOverflow(ticks, product, &ticks);
}

struct DurationUnit final {
    char16_t letter;
    qint64 seconds;
};
constexpr DurationUnit dateUnits[] = {{u'Y', 31'536'000}, {u'M', 2'592'000}, {u'D', 86'400}};
constexpr DurationUnit timeUnits[] = {{u'H', 3600}, {u'M', 60}, {u'S', 1}};

// "3D", "2H3M4.5S": each unit at most once and in this order; the number of parts read, or nothing
std::optional<int> addParts(Digits &in, const DurationUnit (&units)[3], qint64 sign, qint64 &ticks)
{
    int parts = 0;
    int next = 0;
    while (!in.atEnd() && in.peek() != u'T') {
        const auto count = in.number();
        if (!count)
            return {};
        const auto fraction = in.skip(u'.') ? in.fraction() : std::optional<qint64>(-1);
        while (next < 3 && !in.skip(units[next].letter))
            ++next;
        const bool isSeconds = next < 3 && units[next].letter == u'S';
        if (next == 3 || !fraction || (*fraction >= 0 && !isSeconds)
            || !addTo(ticks, sign * *count, units[next].seconds * ticksPerSecond)
            || !addTo(ticks, sign * qMax(qint64(0), *fraction), 1))
            return {};
        ++next;
        ++parts;
    }
    return parts;
}

} // namespace

DateTimeValue DateTimeValue::fromText(const QString &text)
{
    return {text, parsedUtc(text)};
}

std::optional<TimeSpanValue> TimeSpanValue::fromText(QStringView text)
{
    Digits in(text.trimmed());
    const qint64 sign = in.skip(u'-') ? -1 : 1;
    if (!in.skip(u'P'))
        return {};
    qint64 ticks = 0;
    const auto dateParts = addParts(in, dateUnits, sign, ticks);
    if (!dateParts)
        return {};
    if (in.skip(u'T')) {
        const auto timeParts = addParts(in, timeUnits, sign, ticks);
        if (!timeParts || *timeParts == 0 || !in.atEnd())
            return {};
    } else if (*dateParts == 0) {
        return {};
    }
    return TimeSpanValue{ticks};
}

QString TimeSpanValue::toText() const
{
    // unsigned, because the smallest number has no positive counterpart
    const quint64 size = ticks < 0 ? quint64(0) - static_cast<quint64>(ticks) : static_cast<quint64>(ticks);
    const quint64 seconds = size / ticksPerSecond;
    const auto padded = [](quint64 number, int width) { return QString::number(number).rightJustified(width, u'0'); };
    QString text = ticks < 0 ? QStringLiteral("-") : QString();
    if (seconds >= 86400)
        text += QString::number(seconds / 86400) + u'.';
    text += padded(seconds / 3600 % 24, 2) + u':' + padded(seconds / 60 % 60, 2) + u':' + padded(seconds % 60, 2);
    if (size % ticksPerSecond != 0)
        text += u'.' + padded(size % ticksPerSecond, 7);
    return text;
}

QString TimeSpanValue::toDuration() const
{
    const quint64 size = ticks < 0 ? quint64(0) - static_cast<quint64>(ticks) : static_cast<quint64>(ticks);
    const quint64 seconds = size / ticksPerSecond;
    QString text = ticks < 0 ? QStringLiteral("-P") : QStringLiteral("P");
    const auto add = [&text](quint64 count, QChar unit) {
        if (count > 0)
            text += QString::number(count) + unit;
    };
    add(seconds / 86400, u'D');
    if (size == 0 || size % (86400ULL * ticksPerSecond) != 0)
        text += u'T';
    add(seconds / 3600 % 24, u'H');
    add(seconds / 60 % 60, u'M');
    if (quint64 fraction = size % ticksPerSecond; fraction != 0) {
        QString digits = QString::number(fraction).rightJustified(7, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += QString::number(seconds % 60) + u'.' + digits + u'S';
    } else if (size == 0) {
        text += QStringLiteral("0S");
    } else {
        add(seconds % 60, u'S');
    }
    return text;
}

} // namespace kakuin::clixml
