// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

/// Compares a value with what psrpcore 0.3.1 made of the same document (captured/decoded/INDEX.md).
/// Known differences of that decoder, passed over here:
/// - it gives primitives a type chain and objects of known types "System." names; ours have the chain that was written;
/// - it writes "Deserialized." before the types that it does not know;
/// - it makes up the ToString of containers ("[]", "{}") and of objects that have none;
/// - records of known types (ErrorRecord, InvocationInfo …) become Python classes: properties are renamed, added as
///   null, or put elsewhere, so of those only properties found on both sides are compared;
/// - an object around another one becomes one object with the properties of both;
/// - its dates have nanoseconds and a blank in place of T.
class ForeignDecoding final {
public:
    /// Empty when they agree, else the path and both sides.
    [[nodiscard]] QString difference(
        const kakuin::clixml::Value &ours, const QJsonValue &theirs, const QString &path = {});
    /// Whether both are the same thing at first sight.
    [[nodiscard]] static bool isSameObject(const kakuin::clixml::Value &ours, const QJsonValue &theirs);

private:
    [[nodiscard]] static kakuin::clixml::Object unwrapped(const kakuin::clixml::Object &ours);
    [[nodiscard]] QString primitiveDifference(
        const kakuin::clixml::Value &ours, const QJsonObject &theirs, const QString &path) const;
    [[nodiscard]] QString objectDifference(
        const kakuin::clixml::Object &ours, const QJsonObject &theirs, const QString &path);
    [[nodiscard]] QString propertiesDifference(
        const QList<kakuin::clixml::Property> &ours, const QJsonObject &theirs, bool isKnownType, const QString &path);
};
