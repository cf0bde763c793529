// SPDX-License-Identifier: MIT
#include "core/clixml/tag.h"

#include <array>
#include <string_view>

namespace kakuin::clixml {
namespace {

// Up to four characters as one number, so that the look-up of the commonest names is one switch.
constexpr quint64 packed(std::u16string_view name)
{
    quint64 key = 0;
    for (const char16_t unit : name)
        key = (key << 16) | unit;
    return key;
}

Tag tagOfTwo(std::u16string_view name)
{
    switch (packed(name)) {
    case packed(u"S"):
        return Tag::String;
    case packed(u"C"):
        return Tag::Char;
    case packed(u"B"):
        return Tag::Boolean;
    case packed(u"DT"):
        return Tag::DateTime;
    case packed(u"TS"):
        return Tag::TimeSpan;
    case packed(u"By"):
        return Tag::Byte;
    case packed(u"SB"):
        return Tag::SByte;
    case packed(u"Sg"):
        return Tag::Single;
    case packed(u"Db"):
        return Tag::Double;
    case packed(u"D"):
        return Tag::Decimal;
    case packed(u"BA"):
        return Tag::Bytes;
    case packed(u"G"):
        return Tag::Guid;
    case packed(u"XD"):
        return Tag::XmlDocument;
    case packed(u"SS"):
        return Tag::SecureString;
    case packed(u"PR"):
        return Tag::Progress;
    case packed(u"TN"):
        return Tag::TypeNames;
    case packed(u"MS"):
        return Tag::MemberSet;
    case packed(u"IE"):
        return Tag::Enumerable;
    case packed(u"En"):
        return Tag::Entry;
    default:
        return Tag::Unknown;
    }
}

Tag tagOfFour(std::u16string_view name)
{
    switch (packed(name)) {
    case packed(u"U16"):
        return Tag::UInt16;
    case packed(u"I16"):
        return Tag::Int16;
    case packed(u"U32"):
        return Tag::UInt32;
    case packed(u"I32"):
        return Tag::Int32;
    case packed(u"U64"):
        return Tag::UInt64;
    case packed(u"I64"):
        return Tag::Int64;
    case packed(u"URI"):
        return Tag::Uri;
    case packed(u"SBK"):
        return Tag::ScriptBlock;
    case packed(u"Nil"):
        return Tag::Nil;
    case packed(u"Obj"):
        return Tag::Object;
    case packed(u"Ref"):
        return Tag::Reference;
    case packed(u"LST"):
        return Tag::List;
    case packed(u"QUE"):
        return Tag::Queue;
    case packed(u"STK"):
        return Tag::Stack;
    case packed(u"DCT"):
        return Tag::Dictionary;
    case packed(u"Objs"):
        return Tag::Objects;
    default:
        return Tag::Unknown;
    }
}

Tag tagOfMore(QStringView name)
{
    if (name == u"Props")
        return Tag::AdaptedProperties;
    if (name == u"TNRef")
        return Tag::TypeNamesReference;
    if (name == u"ToString")
        return Tag::ToString;
    if (name == u"Version")
        return Tag::Version;
    return Tag::Unknown;
}

} // namespace

Tag tagOf(QStringView localName)
{
    if (localName.size() > 4)
        return tagOfMore(localName);
    const std::u16string_view name(localName.utf16(), static_cast<size_t>(localName.size()));
    return name.size() <= 2 ? tagOfTwo(name) : tagOfFour(name);
}

QString nameOf(Tag tag)
{
    // in the order of the enumeration
    static constexpr std::array names{u"", u"S", u"C", u"B", u"DT", u"TS", u"By", u"SB", u"U16", u"I16", u"U32", u"I32",
        u"U64", u"I64", u"Sg", u"Db", u"D", u"BA", u"G", u"URI", u"Version", u"XD", u"SBK", u"SS", u"PR", u"Nil",
        u"Obj", u"Ref", u"TN", u"TNRef", u"ToString", u"Props", u"MS", u"LST", u"IE", u"QUE", u"STK", u"DCT", u"En",
        u"Objs"};
    static_assert(names.size() == static_cast<size_t>(Tag::Objects) + 1);
    return QStringView(names.at(static_cast<size_t>(tag))).toString();
}

} // namespace kakuin::clixml
