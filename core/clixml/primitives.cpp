// SPDX-License-Identifier: MIT
#include "core/clixml/primitives.h"

#include "core/clixml/escapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace kakuin::clixml {
namespace {

using Data = Value::Data;
using Primitive = std::optional<Value>;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Sign and digits as a number; false when it is something else or does not fit into 64 bits.
bool digitsOf(QStringView text, bool &isNegative, quint64 &size)
{
    text = text.trimmed();
    isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.sliced(1);
    size = 0;
    if (text.isEmpty())
        return false;
    for (const QChar c : text) {
        if (!isDigit(c) || qMulOverflow(size, quint64(10), &size)
            || qAddOverflow(size, quint64(c.unicode() - u'0'), &size))
            return false;
    }
    return true;
}

template <class Number>
Primitive integer(QStringView text, IntegerType type)
{
    const auto number = decimalInteger(text, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max());
    return number ? Primitive(Value::fromInt(*number, type)) : std::nullopt;
}

Primitive unsigned64(QStringView text)
{
    bool isNegative = false;
    quint64 size = 0;
    if (!digitsOf(text, isNegative, size) || (isNegative && size != 0))
        return {};
    return Value::fromInt(static_cast<qint64>(size), IntegerType::UInt64);
}

Primitive boolean(QStringView text)
{
    text = text.trimmed();
    if (text == u"true" || text == u"1")
        return Value(Data(true));
    if (text == u"false" || text == u"0")
        return Value(Data(false));
    return {};
}

Primitive character(QStringView text)
{
    const auto unit = decimalInteger(text, 0, 0xffff);
    return unit ? Primitive(Value(Data(QChar(static_cast<char16_t>(*unit))))) : std::nullopt;
}

std::optional<double> real(QStringView text)
{
    text = text.trimmed();
    if (text == u"INF")
        return std::numeric_limits<double>::infinity();
    if (text == u"-INF")
        return -std::numeric_limits<double>::infinity();
    if (text == u"NaN")
        return std::numeric_limits<double>::quiet_NaN();
    const bool isNumeric = std::all_of(text.begin(), text.end(),
        [](QChar c) { return isDigit(c) || c == u'.' || c == u'-' || c == u'+' || c == u'e' || c == u'E'; });
    bool ok = false;
    const double value = isNumeric ? text.toDouble(&ok) : 0; // also refuses the words that toDouble knows
    return ok ? std::optional(value) : std::nullopt;
}

// A sign, digits and at most one point: the exact text is kept, a double could not hold 28 digits
bool isDecimal(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.sliced(1);
    const auto points = std::count(text.begin(), text.end(), u'.');
    return points <= 1 && text.size() > points
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || c == u'.'; });
}

// a.b, a.b.c or a.b.c.d
bool isVersion(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() >= 2 && parts.size() <= 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        return decimalInteger(part, 0, std::numeric_limits<qint32>::max()).has_value();
    });
}

Primitive bytes(QStringView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    QByteArray base64 = text.toLatin1(); // what is not Latin-1 becomes '?', which the decoder refuses
    if (std::any_of(base64.begin(), base64.end(), isSpace))
        base64.erase(std::remove_if(base64.begin(), base64.end(), isSpace), base64.end());
    if (base64.size() % 4 != 0) // the decoder would forgive missing padding, that is, a text cut off
        return {};
    auto decoded = QByteArray::fromBase64Encoding(
        std::move(base64), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return Value(Data(std::move(*decoded)));
}

Primitive guid(QStringView text)
{
    text = text.trimmed();
    const QUuid uuid = QUuid::fromString(text);
    const bool isZero = std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'0' || c == u'-'; });
    if (text.size() != 36 || (uuid.isNull() && !isZero))
        return {};
    return Value(Data(uuid));
}

Primitive duration(QStringView text)
{
    const auto span = TimeSpanValue::fromText(text);
    return span ? Primitive(Value(Data(*span))) : std::nullopt;
}

Value typed(TextKind kind, QString text)
{
    return Value(Data(TypedText{kind, std::move(text)}));
}

Primitive checked(TextKind kind, QStringView text, bool (*isValid)(QStringView))
{
    text = text.trimmed();
    return isValid(text) ? Primitive(typed(kind, text.toString())) : std::nullopt;
}

using WrittenPrimitive = std::optional<PrimitiveText>;

Tag tagOf(IntegerType type)
{
    static constexpr std::array tags{
        Tag::Byte, Tag::SByte, Tag::Int16, Tag::UInt16, Tag::Int32, Tag::UInt32, Tag::Int64, Tag::UInt64};
    return tags.at(static_cast<size_t>(type));
}

Tag tagOf(TextKind kind)
{
    static constexpr std::array tags{
        Tag::Decimal, Tag::Uri, Tag::Version, Tag::XmlDocument, Tag::ScriptBlock, Tag::SecureString};
    return tags.at(static_cast<size_t>(kind));
}

// Text in which nothing is escaped: what XML has no room for cannot stand in it
bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(),
        [](QChar c) { return c.unicode() < 0x20 || c.isSurrogate() || c.unicode() >= 0xfffe; });
}

template <class Number>
QString elementPrimitiveWriterReal(Number number)
{
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("INF") : QStringLiteral("-INF");
    if (number == 0 && std::signbit(number))
        return QStringLiteral("-0");
    return Value(Value::Data(number)).text(); // "NaN", or the shortest digits that read back as the same
}

struct PrimitiveWriter final {
    WrittenPrimitive operator()(std::monostate) const { return PrimitiveText{Tag::Nil, {}}; }
    WrittenPrimitive operator()(const QString &text) const { return PrimitiveText{Tag::String, encodeEscapes(text)}; }
    WrittenPrimitive operator()(QChar c) const { return PrimitiveText{Tag::Char, QString::number(c.unicode())}; }
    WrittenPrimitive operator()(bool value) const
    {
        return PrimitiveText{Tag::Boolean, value ? QStringLiteral("true") : QStringLiteral("false")};
    }
    WrittenPrimitive operator()(const IntegerValue &integer) const
    {
        return PrimitiveText{tagOf(integer.type), Value(Value::Data(integer)).text()};
    }
    WrittenPrimitive operator()(float value) const
    {
        return PrimitiveText{Tag::Single, elementPrimitiveWriterReal(value)};
    }
    WrittenPrimitive operator()(double value) const
    {
        return PrimitiveText{Tag::Double, elementPrimitiveWriterReal(value)};
    }
    WrittenPrimitive operator()(const DateTimeValue &value) const
    {
        return isPlain(value.text) ? WrittenPrimitive(PrimitiveText{Tag::DateTime, value.text}) : std::nullopt;
    }
    WrittenPrimitive operator()(const TimeSpanValue &value) const
    {
        return PrimitiveText{Tag::TimeSpan, value.toDuration()};
    }
    WrittenPrimitive operator()(const QByteArray &bytes) const
    {
        return PrimitiveText{Tag::Bytes, QString::fromLatin1(bytes.toBase64())};
    }
    WrittenPrimitive operator()(const QUuid &uuid) const
    {
        return PrimitiveText{Tag::Guid, uuid.toString(QUuid::WithoutBraces)};
    }
    WrittenPrimitive operator()(const TypedText &typed) const
    {
        const Tag tag = tagOf(typed.kind);
        if (typed.kind == TextKind::Uri || typed.kind == TextKind::XmlDocument || typed.kind == TextKind::ScriptBlock)
            return PrimitiveText{tag, encodeEscapes(typed.text)};
        // what the reader would refuse is not written
        const bool isValid = isPlain(typed.text) && primitiveValue(tag, typed.text).has_value();
        return isValid ? WrittenPrimitive(PrimitiveText{tag, typed.text}) : std::nullopt;
    }
    // what is left of objects and records here is null, or a cycle whose target is gone
    WrittenPrimitive operator()(const ProgressPtr &) const { return PrimitiveText{Tag::Nil, {}}; }
    WrittenPrimitive operator()(const ObjectPtr &) const { return PrimitiveText{Tag::Nil, {}}; }
    WrittenPrimitive operator()(const CycleReference &) const { return PrimitiveText{Tag::Nil, {}}; }
};

} // namespace

std::optional<qint64> decimalInteger(QStringView text, qint64 least, qint64 largest)
{
    bool isNegative = false;
    quint64 size = 0;
    constexpr quint64 half = quint64(1) << 63;
    if (!digitsOf(text, isNegative, size) || size > half || (size == half && !isNegative))
        return {};
    const auto number = static_cast<qint64>(isNegative ? quint64(0) - size : size);
    return number >= least && number <= largest ? std::optional(number) : std::nullopt;
}

std::optional<Value> primitiveValue(Tag tag, QStringView text)
{
    switch (tag) {
    case Tag::String:
        return Value(decodeEscapes(text));
    case Tag::Char:
        return character(text);
    case Tag::Boolean:
        return boolean(text);
    case Tag::DateTime:
        return Value(Data(DateTimeValue::fromText(text.toString())));
    case Tag::TimeSpan:
        return duration(text);
    case Tag::Byte:
        return integer<quint8>(text, IntegerType::Byte);
    case Tag::SByte:
        return integer<qint8>(text, IntegerType::SByte);
    case Tag::UInt16:
        return integer<quint16>(text, IntegerType::UInt16);
    case Tag::Int16:
        return integer<qint16>(text, IntegerType::Int16);
    case Tag::UInt32:
        return integer<quint32>(text, IntegerType::UInt32);
    case Tag::Int32:
        return integer<qint32>(text, IntegerType::Int32);
    case Tag::UInt64:
        return unsigned64(text);
    case Tag::Int64:
        return integer<qint64>(text, IntegerType::Int64);
    case Tag::Single: {
        const auto value = real(text);
        return value ? Primitive(Value(Data(static_cast<float>(*value)))) : std::nullopt;
    }
    case Tag::Double: {
        const auto value = real(text);
        return value ? Primitive(Value(Data(*value))) : std::nullopt;
    }
    case Tag::Decimal:
        return checked(TextKind::Decimal, text, isDecimal);
    case Tag::Bytes:
        return bytes(text);
    case Tag::Guid:
        return guid(text);
    case Tag::Uri:
        return typed(TextKind::Uri, decodeEscapes(text));
    case Tag::Version:
        return checked(TextKind::Version, text, isVersion);
    case Tag::XmlDocument:
        return typed(TextKind::XmlDocument, decodeEscapes(text));
    case Tag::ScriptBlock:
        return typed(TextKind::ScriptBlock, decodeEscapes(text));
    case Tag::SecureString:
        return typed(TextKind::SecureString, text.toString());
    default:
        return {};
    }
}

std::optional<PrimitiveText> primitiveText(const Value &value)
{
    return std::visit(PrimitiveWriter(), value.data());
}

} // namespace kakuin::clixml
