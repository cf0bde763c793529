// SPDX-License-Identifier: MIT
#include "core/lab/parameterbinder.h"

#include "core/domain/serviceset.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using shell::ErrorRecord;
using shell::ParameterValue;

namespace {

constexpr QLatin1String dotNetName(ParameterType type)
{
    switch (type) {
    case ParameterType::Text:
        return QLatin1String("System.String");
    case ParameterType::Texts:
        return QLatin1String("Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]");
    case ParameterType::Switch:
        return QLatin1String("System.Management.Automation.SwitchParameter");
    case ParameterType::Bool:
        return QLatin1String("System.Boolean");
    case ParameterType::Int:
        return QLatin1String("System.Int32");
    case ParameterType::Date:
        return QLatin1String("System.DateTime");
    case ParameterType::Bytes:
        return QLatin1String("System.Byte[]");
    case ParameterType::Password:
        return QLatin1String("System.Security.SecureString");
    case ParameterType::Services:
        return QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks.AllowedServices");
    case ParameterType::Certificate:
        return QLatin1String("System.Security.Cryptography.X509Certificates.X509Certificate2");
    }
    return {};
}

ErrorRecord bindingError(const CmdletDefinition &definition, const QString &message, const QString &id)
{
    return {message, id + u',' + definition.className(), u"InvalidArgument"_s, u"ParameterBindingException"_s,
        definition.name, true};
}

QString shownText(const ParameterValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *texts = std::get_if<QStringList>(&value))
        return texts->join(u", "_s);
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"True"_s : u"False"_s;
    if (const auto *date = std::get_if<QDateTime>(&value))
        return date->toString(Qt::ISODate);
    if (std::holds_alternative<QByteArray>(value))
        return u"System.Byte[]"_s;
    return {};
}

std::optional<bool> asBool(const ParameterValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *flag = std::get_if<shell::Switch>(&value))
        return flag->isOn;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number != 0;
    return std::nullopt;
}

std::optional<ParameterValue> asServices(const ParameterValue &value)
{
    const auto services = domain::parseServices(shownText(value));
    if (!services || (!std::holds_alternative<QString>(value) && !std::holds_alternative<QStringList>(value)))
        return std::nullopt;
    return ParameterValue(qint64{services->toInt()});
}

/// The value as the parameter's type; nothing when PowerShell could not convert it.
std::optional<ParameterValue> convertedTo(const ParameterValue &value, ParameterType type)
{
    switch (type) {
    case ParameterType::Text:
        if (std::holds_alternative<QByteArray>(value) || std::holds_alternative<Secret>(value))
            return std::nullopt;
        return ParameterValue(shownText(value));
    case ParameterType::Texts:
        if (std::holds_alternative<QStringList>(value))
            return value;
        if (const auto *text = std::get_if<QString>(&value))
            return ParameterValue(QStringList{*text});
        return std::nullopt;
    case ParameterType::Switch:
        if (const auto flag = asBool(value))
            return ParameterValue(shell::Switch{*flag});
        return std::nullopt;
    case ParameterType::Bool:
        if (const auto flag = asBool(value))
            return ParameterValue(*flag);
        return std::nullopt;
    case ParameterType::Int: {
        bool isNumber = std::holds_alternative<qint64>(value);
        const qint64 number = isNumber ? std::get<qint64>(value) : shownText(value).toLongLong(&isNumber);
        if (!isNumber || number != static_cast<qint32>(number))
            return std::nullopt;
        return ParameterValue(number);
    }
    case ParameterType::Date: {
        if (std::holds_alternative<QDateTime>(value))
            return std::get<QDateTime>(value).isValid() ? std::optional(value) : std::nullopt;
        QDateTime parsed = QDateTime::fromString(shownText(value), Qt::ISODateWithMs);
        return parsed.isValid() ? std::optional(ParameterValue(parsed.toUTC())) : std::nullopt;
    }
    case ParameterType::Bytes:
        return std::holds_alternative<QByteArray>(value) ? std::optional(value) : std::nullopt;
    case ParameterType::Password:
        return std::holds_alternative<Secret>(value) ? std::optional(value) : std::nullopt;
    case ParameterType::Services:
        return asServices(value);
    case ParameterType::Certificate:
        return std::nullopt; // live objects come down the pipeline only
    }
    return std::nullopt;
}

QList<ParameterSpec> allParameters(const CmdletDefinition &definition, bool isOlderServer)
{
    using T = ParameterType;
    QList<ParameterSpec> all;
    for (const ParameterSpec &spec : definition.parameters) {
        if (isOlderServer || !(spec.flags & ParameterSpec::Only2013))
            all.append(spec);
    }
    for (const char *common : {"Verbose", "Debug"})
        all.append({QLatin1String(common), T::Switch});
    for (const char *common : {"ErrorAction", "WarningAction"})
        all.append({QLatin1String(common), T::Text});
    if (definition.isChanging()) {
        all.append({QLatin1String("Confirm"), T::Switch});
        all.append({QLatin1String("WhatIf"), T::Switch});
    }
    all.append({QLatin1String("DomainController"), T::Text});
    return all;
}

/// The parameter that a (possibly shortened) name means; several candidates: ambiguous; none: unknown.
QList<ParameterSpec> candidatesFor(const QList<ParameterSpec> &specs, const QString &name)
{
    QList<ParameterSpec> found;
    for (const ParameterSpec &spec : specs) {
        if (name.compare(spec.name, Qt::CaseInsensitive) == 0)
            return {spec};
        if (!name.isEmpty() && spec.name.startsWith(name, Qt::CaseInsensitive))
            found.append(spec);
    }
    return found;
}

/// Which sets remain, and what they still miss.
struct SetChoice {
    QStringList possible;
    QStringList missing; ///< mandatory parameters of the best remaining set
};

SetChoice chooseSet(
    const CmdletDefinition &definition, const QList<ParameterSpec> &specs, const BoundCmdlet &bound, bool hasInput)
{
    QStringList sets;
    for (const ParameterSpec &spec : specs) {
        for (const QString &set : spec.sets) {
            if (!sets.contains(set))
                sets.append(set);
        }
    }
    SetChoice choice;
    choice.possible = sets;
    for (const ParameterSpec &spec : specs) {
        if (spec.sets.isEmpty() || !bound.has(spec.name))
            continue;
        QStringList kept;
        for (const QString &set : choice.possible) {
            if (spec.sets.contains(set))
                kept.append(set);
        }
        choice.possible = kept;
    }
    if (!sets.isEmpty() && choice.possible.isEmpty())
        return choice;
    const auto missingIn = [&](const QString &set) {
        QStringList missing;
        for (const ParameterSpec &spec : specs) {
            const bool inSet = spec.sets.isEmpty() || spec.sets.contains(set);
            const bool byPipeline = hasInput && (spec.flags & ParameterSpec::FromPipeline);
            if (inSet && (spec.flags & ParameterSpec::Mandatory) && !bound.has(spec.name) && !byPipeline)
                missing.append(QString(spec.name));
        }
        return missing;
    };
    if (sets.isEmpty()) {
        choice.missing = missingIn({});
        return choice;
    }
    const QString preferred
        = choice.possible.contains(definition.defaultSet) ? QString(definition.defaultSet) : choice.possible.first();
    choice.missing = missingIn(preferred);
    for (const QString &set : choice.possible) {
        if (missingIn(set).isEmpty())
            choice.missing.clear();
    }
    return choice;
}

} // namespace

std::variant<BoundCmdlet, ErrorRecord> bind(
    const shell::Cmdlet &cmdlet, bool isOlderServer, bool hasInput, const LabTexts &texts)
{
    const CmdletDefinition *definition = findCmdlet(cmdlet.name());
    if (!definition) {
        return ErrorRecord({texts.unknownCmdlet(cmdlet.name()), u"CommandNotFoundException"_s, u"ObjectNotFound"_s,
            u"CommandNotFoundException"_s, cmdlet.name(), true});
    }
    const auto refuse
        = [&](const QString &message, const QString &id) { return bindingError(*definition, message, id); };
    const QList<ParameterSpec> specs = allParameters(*definition, isOlderServer);
    BoundCmdlet bound;
    bound.definition = definition;
    for (const shell::Parameter &parameter : cmdlet.parameters()) {
        const QList<ParameterSpec> candidates = candidatesFor(specs, parameter.name);
        if (candidates.isEmpty())
            return refuse(texts.unknownParameter(parameter.name), u"NamedParameterNotFound"_s);
        if (candidates.size() > 1) {
            QStringList names;
            for (const ParameterSpec &candidate : candidates)
                names.append(QString(candidate.name));
            return refuse(texts.ambiguousParameter(parameter.name, names), u"AmbiguousParameter"_s);
        }
        const ParameterSpec &spec = candidates.first();
        if (bound.has(spec.name))
            return refuse(texts.repeatedParameter(QString(spec.name)), u"ParameterAlreadyBound"_s);
        if (std::holds_alternative<std::monostate>(parameter.value))
            continue;
        const auto value = convertedTo(parameter.value, spec.type);
        if (!value) {
            return refuse(
                texts.badArgument(QString(spec.name), shownText(parameter.value), QString(dotNetName(spec.type))),
                u"CannotConvertArgumentNoMessage"_s);
        }
        bound.values.insert(QString(spec.name).toLower(), *value);
    }
    const SetChoice sets = chooseSet(*definition, specs, bound, hasInput);
    const bool hasSets
        = std::any_of(specs.begin(), specs.end(), [](const ParameterSpec &spec) { return !spec.sets.isEmpty(); });
    if (hasSets && sets.possible.isEmpty())
        return refuse(texts.unresolvedSet(), u"AmbiguousParameterSet"_s);
    if (!sets.missing.isEmpty())
        return refuse(texts.missingParameters(sets.missing), u"MissingMandatoryParameter"_s);
    return bound;
}

} // namespace kakuin::lab
