// SPDX-License-Identifier: MIT
#include "core/clixml/value.h"

#include "core/clixml/object.h"
#include "core/clixml/objectcomparison.h"

#include <QtCore/QtNumeric>

#include <cmath>

namespace kakuin::clixml {
namespace {

constexpr int longestJoin = 100'000;

// .NET writes the shortest digits that read back as the same float; Qt knows that for double only
QString floatText(float value)
{
    for (int digits = 6; digits < 9; ++digits) {
        const QString text = QString::number(static_cast<double>(value), 'g', digits);
        if (text.toFloat() == value)
            return text;
    }
    return QString::number(static_cast<double>(value), 'g', 9);
}

template <class Number>
QString realText(Number value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    if constexpr (std::is_same_v<Number, float>)
        return floatText(value);
    else
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString textOf(const Value &value, int &budget);

QString textOfObject(const Object &object, int &budget)
{
    if (object.toStringText)
        return *object.toStringText;
    if (!object.baseValue.isNull())
        return textOf(object.baseValue, budget);
    QString joined;
    for (const Value &item : object.items) {
        if (--budget < 0)
            break;
        if (&item != &object.items.first())
            joined += QStringLiteral(", ");
        joined += textOf(item, budget);
    }
    return joined;
}

struct TextVisitor final {
    int &budget;
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return text; }
    QString operator()(QChar character) const { return character; }
    QString operator()(bool value) const { return value ? QStringLiteral("True") : QStringLiteral("False"); }
    QString operator()(const IntegerValue &integer) const
    {
        return integer.type == IntegerType::UInt64 ? QString::number(static_cast<quint64>(integer.value))
                                                   : QString::number(integer.value);
    }
    QString operator()(float value) const { return realText(value); }
    QString operator()(double value) const { return realText(value); }
    QString operator()(const DateTimeValue &value) const { return value.text; }
    QString operator()(const TimeSpanValue &value) const { return value.toText(); }
    QString operator()(const QByteArray &bytes) const { return QString::fromLatin1(bytes.toBase64()); }
    QString operator()(const QUuid &uuid) const { return uuid.toString(QUuid::WithoutBraces); }
    QString operator()(const TypedText &typed) const { return typed.text; }
    QString operator()(const ProgressPtr &progress) const { return progress ? progress->activity : QString(); }
    QString operator()(const ObjectPtr &object) const { return object ? textOfObject(*object, budget) : QString(); }
    // never into the target's members: they lead back here
    QString operator()(const CycleReference &cycle) const
    {
        const ObjectPtr target = cycle.target.lock();
        return target ? target->toStringText.value_or(QString()) : QString();
    }
};

QString textOf(const Value &value, int &budget)
{
    return std::visit(TextVisitor{budget}, value.data());
}

// The value that a chain of wrapping objects holds; an object without base value is its own end.
const Value &innermost(const Value &value)
{
    const Value *current = &value;
    while (const auto *object = std::get_if<ObjectPtr>(&current->data())) {
        if (!*object || (*object)->baseValue.isNull())
            break;
        current = &(*object)->baseValue;
    }
    return *current;
}

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

Value Value::fromInt(qint64 value, IntegerType type)
{
    return Value(Data(IntegerValue{type, value}));
}

Value Value::fromDateTimeUtc(const QDateTime &utc)
{
    const QDateTime inUtc = utc.toUTC();
    const bool whole = inUtc.time().msec() == 0;
    return Value(Data(DateTimeValue{inUtc.toString(whole ? Qt::ISODate : Qt::ISODateWithMs), inUtc}));
}

ObjectPtr Value::object() const
{
    if (const auto *object = std::get_if<ObjectPtr>(&m_data))
        return *object;
    if (const auto *cycle = std::get_if<CycleReference>(&m_data))
        return cycle->target.lock();
    return {};
}

QString Value::text() const
{
    int budget = longestJoin;
    return textOf(*this, budget);
}

std::optional<bool> Value::toBool() const
{
    const Value &inner = innermost(*this);
    if (const auto *flag = std::get_if<bool>(&inner.m_data))
        return *flag;
    if (const auto *word = std::get_if<QString>(&inner.m_data)) {
        if (word->compare(u"true", Qt::CaseInsensitive) == 0)
            return true;
        if (word->compare(u"false", Qt::CaseInsensitive) == 0)
            return false;
    }
    return {};
}

std::optional<qint64> Value::toInt() const
{
    const auto *integer = std::get_if<IntegerValue>(&innermost(*this).m_data);
    if (!integer || (integer->type == IntegerType::UInt64 && integer->value < 0))
        return {};
    return integer->value;
}

std::optional<QByteArray> Value::toBytes() const
{
    if (const auto *bytes = std::get_if<QByteArray>(&innermost(*this).m_data))
        return *bytes;
    return {};
}

QDateTime Value::toDateTimeUtc() const
{
    const Value &inner = innermost(*this);
    if (const auto *dateTime = std::get_if<DateTimeValue>(&inner.m_data))
        return dateTime->utc;
    if (const auto *text = std::get_if<QString>(&inner.m_data))
        return DateTimeValue::fromText(*text).utc;
    return {};
}

QList<Value> Value::toList() const
{
    if (isNull())
        return {};
    const Value &inner = innermost(*this);
    if (const ObjectPtr list = inner.object();
        list && list->container != ContainerKind::None && list->container != ContainerKind::Dictionary)
        return list->items;
    return {*this};
}

bool operator==(const Value &a, const Value &b)
{
    return ObjectComparison().equal(a, b);
}

} // namespace kakuin::clixml
