// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"
#include "core/lab/labtexts.h"
#include "core/shell/cmdlet.h"
#include "core/shell/errorrecord.h"

#include <QtCore/QHash>

namespace kakuin::lab {

/// A cmdlet with its parameters bound: names in full, values converted to the parameter's type.
class BoundCmdlet final {
public:
    const CmdletDefinition *definition = nullptr;
    QHash<QString, shell::ParameterValue> values; ///< by lower-case name

    [[nodiscard]] bool has(QLatin1String name) const { return values.contains(key(name)); }
    [[nodiscard]] QString text(QLatin1String name) const { return get<QString>(name); }
    [[nodiscard]] QStringList texts(QLatin1String name) const { return get<QStringList>(name); }
    [[nodiscard]] QByteArray bytes(QLatin1String name) const { return get<QByteArray>(name); }
    [[nodiscard]] QDateTime date(QLatin1String name) const { return get<QDateTime>(name); }
    [[nodiscard]] Secret password(QLatin1String name) const { return get<Secret>(name); }
    [[nodiscard]] bool isTrue(QLatin1String name) const { return get<bool>(name); }
    [[nodiscard]] qint64 number(QLatin1String name, qint64 fallback) const
    {
        return has(name) ? get<qint64>(name) : fallback;
    }
    /// `-Name` present and not explicitly off.
    [[nodiscard]] bool isOn(QLatin1String name) const { return get<shell::Switch>(name, {false}).isOn; }
    /// `-Name:$false`
    [[nodiscard]] bool isOff(QLatin1String name) const { return !get<shell::Switch>(name, {true}).isOn; }

private:
    [[nodiscard]] static QString key(QLatin1String name) { return QString(name).toLower(); }
    template <class T>
    [[nodiscard]] T get(QLatin1String name, T fallback = {}) const
    {
        const auto it = values.find(key(name));
        const T *value = it == values.end() ? nullptr : std::get_if<T>(&*it);
        return value ? *value : fallback;
    }
};

/// Binds a cmdlet's parameters as PowerShell does.
/// Shape:  unambiguous beginnings of names are taken; values convert as far as PowerShell converts them; $null leaves a
///         parameter unbound (the documented trap: -Thumbprint $null returns everything).
///         `isOlderServer`: the session's server is Exchange 2013, whose cmdlets have parameters that were removed
///         later. `hasInput`: objects come down the pipeline.
/// Errors: a terminating ErrorRecord: CommandNotFoundException or ParameterBindingException.
/// Source: about_Parameters, about_Parameter_Sets; the cmdlets' own documentation.
[[nodiscard]] std::variant<BoundCmdlet, shell::ErrorRecord> bind(
    const shell::Cmdlet &cmdlet, bool isOlderServer, bool hasInput, const LabTexts &texts);

} // namespace kakuin::lab
