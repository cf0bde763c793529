// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <chrono>
#include <variant>

namespace kakuin::shell {

/// A switch parameter: present (`-Force`) or explicitly off (`-Confirm:$false`).
struct Switch final {
    bool isOn = true;
    friend bool operator==(const Switch &, const Switch &) = default;
};

/// A value that is not known when a plan is made.
struct LateValue final {
    enum class Kind {
        ThumbprintOfStep, ///< the certificate that an earlier step returned
        TimeOfSending, ///< the shell's clock when the command is sent, plus `offset`
        Password, ///< the one that whoever runs the plan holds in memory; in no plan, journal or script
        FileDataOfStep, ///< the bytes that an earlier Export- returned
        FileContent, ///< the bytes of the file at `path`, read when the command is sent
    };
    Kind kind = Kind::ThumbprintOfStep;
    int step = 0; ///< Step::number of the producing step
    std::chrono::minutes offset{0};
    QString path;

    [[nodiscard]] static LateValue thumbprintOfStep(int step) { return {Kind::ThumbprintOfStep, step, {}, {}}; }
    [[nodiscard]] static LateValue timeOfSending(std::chrono::minutes offset)
    {
        return {Kind::TimeOfSending, 0, offset, {}};
    }
    [[nodiscard]] static LateValue password() { return {Kind::Password, 0, {}, {}}; }
    [[nodiscard]] static LateValue fileDataOfStep(int step) { return {Kind::FileDataOfStep, step, {}, {}}; }
    [[nodiscard]] static LateValue fileContent(const QString &path) { return {Kind::FileContent, 0, {}, path}; }
    friend bool operator==(const LateValue &, const LateValue &) = default;
};

/// A typed parameter value. Never text that becomes part of a command: shells send the value, scripts quote it.
/// QDateTime is UTC. std::monostate is $null.
using ParameterValue = std::variant<std::monostate, QString, QStringList, Switch, bool, qint64, QDateTime, QByteArray,
    Secret, LateValue>;

/// Whether the value (still) has to be replaced before it can be sent.
[[nodiscard]] bool isLate(const ParameterValue &value);

} // namespace kakuin::shell
