// SPDX-License-Identifier: MIT
#include "core/clixml/escapes.h"
#include "core/clixml/primitives.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kakuin::clixml {
namespace {

using namespace Qt::StringLiterals;
using Written = std::optional<PrimitiveText>;

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
QString elementTextOfReal(Number number)
{
    if (std::isinf(number))
        return number > 0 ? u"INF"_s : u"-INF"_s;
    if (number == 0 && std::signbit(number))
        return u"-0"_s;
    return Value(Value::Data(number)).text(); // "NaN", or the shortest digits that read back as the same
}

struct TextOf final {
    Written operator()(std::monostate) const { return PrimitiveText{Tag::Nil, {}}; }
    Written operator()(const QString &text) const { return PrimitiveText{Tag::String, encodeEscapes(text)}; }
    Written operator()(QChar c) const { return PrimitiveText{Tag::Char, QString::number(c.unicode())}; }
    Written operator()(bool value) const { return PrimitiveText{Tag::Boolean, value ? u"true"_s : u"false"_s}; }
    Written operator()(const IntegerValue &integer) const
    {
        return PrimitiveText{tagOf(integer.type), Value(Value::Data(integer)).text()};
    }
    Written operator()(float value) const { return PrimitiveText{Tag::Single, elementTextOfReal(value)}; }
    Written operator()(double value) const { return PrimitiveText{Tag::Double, elementTextOfReal(value)}; }
    Written operator()(const DateTimeValue &value) const
    {
        return isPlain(value.text) ? Written(PrimitiveText{Tag::DateTime, value.text}) : std::nullopt;
    }
    Written operator()(const TimeSpanValue &value) const { return PrimitiveText{Tag::TimeSpan, value.toDuration()}; }
    Written operator()(const QByteArray &bytes) const
    {
        return PrimitiveText{Tag::Bytes, QString::fromLatin1(bytes.toBase64())};
    }
    Written operator()(const QUuid &uuid) const
    {
        return PrimitiveText{Tag::Guid, uuid.toString(QUuid::WithoutBraces)};
    }
    Written operator()(const TypedText &typed) const
    {
        const Tag tag = tagOf(typed.kind);
        if (typed.kind == TextKind::Uri || typed.kind == TextKind::XmlDocument || typed.kind == TextKind::ScriptBlock)
            return PrimitiveText{tag, encodeEscapes(typed.text)};
        // what the reader would refuse is not written
        const bool isValid = isPlain(typed.text) && primitiveValue(tag, typed.text).has_value();
        return isValid ? Written(PrimitiveText{tag, typed.text}) : std::nullopt;
    }
    // what is left of objects and records here is null, or a cycle whose target is gone
    Written operator()(const ProgressPtr &) const { return PrimitiveText{Tag::Nil, {}}; }
    Written operator()(const ObjectPtr &) const { return PrimitiveText{Tag::Nil, {}}; }
    Written operator()(const CycleReference &) const { return PrimitiveText{Tag::Nil, {}}; }
};

} // namespace

std::optional<PrimitiveText> primitiveText(const Value &value)
{
    return std::visit(TextOf(), value.data());
}

} // namespace kakuin::clixml
