// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/value.h"

namespace kakuin::clixml {

/// A name and a value; names keep their spelling, look-ups ignore case.
struct Property final {
    QString name;
    Value value;
    friend bool operator==(const Property &, const Property &) = default;
};

enum class ContainerKind { None, List, Enumerable, Queue, Stack, Dictionary };

/// One serialised .NET object: type chain, ToString, base value or container, adapted and extended properties.
/// Shape:  immutable once it is shared; type chains are shared between objects of one document.
/// Source: MS-PSRP 2.2.5.2.
class Object final {
public:
    std::shared_ptr<const QStringList> typeNames; ///< most derived first; null when none was written
    std::optional<QString> toStringText;
    Value baseValue; ///< a primitive (enums), or another object
    ContainerKind container = ContainerKind::None;
    QList<Value> items; ///< of a list-like container; a stack's top element first
    QList<std::pair<Value, Value>> entries; ///< of a dictionary
    QList<Property> adapted; ///< Props
    QList<Property> extended; ///< MS
    bool isMemberSet = false; ///< an MS inside an MS (PSStandardMembers): `extended` only, no reference number

    /// The property list as PowerShell shows it: MS wins over Props on equal names.
    /// What an object that wraps another one lacks is looked up in the wrapped one.
    /// Cost: linear; objects of Exchange have some eighty.
    [[nodiscard]] Value property(QStringView name) const;
    [[nodiscard]] bool hasProperty(QStringView name) const;
    /// The most derived type without the prefix "Deserialized."; empty when there is none.
    [[nodiscard]] QString typeName() const;
    /// Whether the chain holds that full type name, with or without "Deserialized.".
    [[nodiscard]] bool isA(QStringView typeName) const;

    friend bool operator==(const Object &, const Object &);
};

/// Makes objects for the practice organisation and for tests, without the noise of the members.
class ObjectBuilder final {
public:
    explicit ObjectBuilder(const QStringList &typeNames);
    explicit ObjectBuilder(std::shared_ptr<const QStringList> typeNames);
    ObjectBuilder &toString(const QString &text);
    ObjectBuilder &base(Value value);
    ObjectBuilder &adapted(const QString &name, Value value);
    ObjectBuilder &extended(const QString &name, Value value);
    [[nodiscard]] ObjectPtr build();

    /// An enum as the wire has it: type chain …, System.Enum; ToString; number.
    [[nodiscard]] static ObjectPtr enumeration(const QString &typeName, const QString &text, qint64 value);
    /// System.Collections.ArrayList of values.
    [[nodiscard]] static ObjectPtr list(const QList<Value> &values, const QString &typeName = {});

private:
    std::shared_ptr<Object> m_object;
};

} // namespace kakuin::clixml
