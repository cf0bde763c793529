// SPDX-License-Identifier: MIT
#include "core/clixml/value.h"

#include "core/clixml/object.h"
#include "core/clixml/objectcomparison.h"

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

} // namespace

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
