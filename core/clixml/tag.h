// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace kakuin::clixml {

/// The elements of CLIXML by local name.    Source: MS-PSRP 2.2.5; PR and its children only in files.
enum class Tag {
    Unknown,
    // values
    String,
    Char,
    Boolean,
    DateTime,
    TimeSpan,
    Byte,
    SByte,
    UInt16,
    Int16,
    UInt32,
    Int32,
    UInt64,
    Int64,
    Single,
    Double,
    Decimal,
    Bytes,
    Guid,
    Uri,
    Version,
    XmlDocument,
    ScriptBlock,
    SecureString,
    Progress,
    Nil,
    Object,
    Reference,
    // parts of objects
    TypeNames,
    TypeNamesReference,
    ToString,
    AdaptedProperties,
    MemberSet,
    List,
    Enumerable,
    Queue,
    Stack,
    Dictionary,
    Entry,
    // the root of a file
    Objects,
};

[[nodiscard]] Tag tagOf(QStringView localName);
/// The element of a tag; empty for Unknown.
[[nodiscard]] QString nameOf(Tag tag);
[[nodiscard]] constexpr bool isPrimitive(Tag tag)
{
    return tag >= Tag::String && tag <= Tag::SecureString;
}
[[nodiscard]] constexpr bool isValue(Tag tag)
{
    return tag >= Tag::String && tag <= Tag::Reference;
}
[[nodiscard]] constexpr bool isContainer(Tag tag)
{
    return tag >= Tag::List && tag <= Tag::Dictionary;
}

} // namespace kakuin::clixml
