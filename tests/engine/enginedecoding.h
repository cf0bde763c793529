// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace kakuin::testkit {

/// Compares a value with what Microsoft's engine made of the same CLIXML (judge/Clixml.cs).
/// Known differences of the engine, passed over here; core/clixml/README.md explains them:
/// - types get the prefix "Deserialized.";
/// - a script comes back as text;
/// - lists and dictionaries show the properties of the .NET list that holds them;
/// - an object without ToString gets one;
/// - a time with an offset is turned into the computer's own zone;
/// - an object around another one is the inner one with the properties of both.
class EngineDecoding final {
public:
    /// Empty when they agree, else the path and both sides.
    [[nodiscard]] static QString difference(
        const QList<clixml::Value> &ours, const QJsonArray &theirs, const QString &path = {});
    [[nodiscard]] static QString difference(const clixml::Value &ours, const QJsonValue &theirs, const QString &path);

private:
    [[nodiscard]] static QString primitiveDifference(
        const clixml::Value &ours, const QJsonObject &theirs, const QString &path);
    [[nodiscard]] static QString objectDifference(
        const clixml::Object &ours, const QJsonObject &theirs, const QString &path);
    [[nodiscard]] static QString contentDifference(
        const clixml::Object &ours, const QJsonObject &theirs, const QString &path);
    [[nodiscard]] static QString propertiesDifference(
        const clixml::Object &ours, const QJsonObject &theirs, const QString &path);
};

} // namespace kakuin::testkit
