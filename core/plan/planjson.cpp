// SPDX-License-Identifier: MIT
#include "core/plan/planjson.h"

#include "core/plan/jsonvalue.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype maxBytes = qsizetype{64} * 1024 * 1024;

QJsonObject written(const CertificateReference &reference)
{
    return {{u"thumbprint"_s, reference.thumbprint.toString()}, {u"step"_s, reference.step}};
}

CertificateReference readReference(JsonReader &in, const QString &key)
{
    JsonReader nested(in.object(key));
    const CertificateReference reference{nested.thumbprint(u"thumbprint"_s), nested.number(u"step"_s)};
    in.join(nested);
    return reference;
}

Result<QJsonArray> written(const shell::Pipeline &pipeline)
{
    QJsonArray cmdlets;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        QJsonArray parameters;
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            const auto value = jsonValue(parameter.value);
            if (!value)
                return fail(value.error().code, parameter.name);
            parameters.append(QJsonObject{{u"name"_s, jsonText(parameter.name)}, {u"value"_s, *value}});
        }
        cmdlets.append(QJsonObject{{u"name"_s, jsonText(cmdlet.name())}, {u"parameters"_s, parameters}});
    }
    return cmdlets;
}

shell::Pipeline readPipeline(JsonReader &in, const QString &key)
{
    shell::Pipeline pipeline;
    for (const QJsonObject &object : in.objects(key)) {
        JsonReader nested(object);
        shell::Cmdlet cmdlet(nested.name(u"name"_s));
        for (const QJsonObject &parameterObject : nested.objects(u"parameters"_s)) {
            JsonReader parameter(parameterObject);
            const QString name = parameter.name(u"name"_s);
            cmdlet.with(name, parameter.parameterValue(u"value"_s));
            nested.join(parameter);
        }
        pipeline.cmdlets.append(cmdlet);
        in.join(nested);
    }
    return pipeline;
}

domain::ServiceSet readServices(JsonReader &in, const QString &key)
{
    const auto services = domain::parseServices(in.text(key));
    if (!services)
        in.reject(key);
    return services.value_or(domain::ServiceSet());
}

QJsonObject written(const Check::Condition &condition)
{
    return {{u"prompt"_s, QString(nameOf(condition.prompt))}, {u"step"_s, condition.step},
        {u"answeredYes"_s, condition.answeredYes}, {u"appliesWhenNotAsked"_s, condition.appliesWhenNotAsked}};
}

std::optional<Check::Condition> readCondition(JsonReader &in)
{
    if (!in.has(u"condition"_s))
        return std::nullopt;
    JsonReader nested(in.object(u"condition"_s));
    const Check::Condition condition{nested.code<shell::PromptKind>(u"prompt"_s), nested.number(u"step"_s),
        nested.flag(u"answeredYes"_s), nested.flag(u"appliesWhenNotAsked"_s)};
    in.join(nested);
    return condition;
}

Result<QJsonObject> written(const Check &check)
{
    const auto command = written(check.command);
    if (!command)
        return tl::unexpected<Error>(command.error());
    QJsonObject out{{u"kind"_s, QString(nameOf(check.kind))}, {u"server"_s, jsonText(check.server.name())},
        {u"certificate"_s, written(check.certificate)}, {u"services"_s, domain::displayText(check.services)},
        {u"command"_s, *command}};
    if (check.known) {
        QJsonArray known;
        for (const domain::Thumbprint &thumbprint : *check.known)
            known.append(thumbprint.toString());
        out.insert(u"known"_s, known);
    }
    if (check.condition)
        out.insert(u"condition"_s, written(*check.condition));
    return out;
}

Check readCheck(JsonReader &in)
{
    Check check;
    check.kind = in.code<Check::Kind>(u"kind"_s);
    check.server = domain::ServerId(in.name(u"server"_s));
    check.certificate = readReference(in, u"certificate"_s);
    check.services = readServices(in, u"services"_s);
    check.command = readPipeline(in, u"command"_s);
    check.condition = readCondition(in);
    if (in.has(u"known"_s))
        check.known = in.thumbprints(u"known"_s);
    return check;
}

Result<QJsonArray> written(const QList<Check> &checks)
{
    QJsonArray out;
    for (const Check &check : checks) {
        const auto one = written(check);
        if (!one)
            return tl::unexpected<Error>(one.error());
        out.append(*one);
    }
    return out;
}

QList<Check> readChecks(JsonReader &in, const QString &key)
{
    QList<Check> out;
    for (const QJsonObject &object : in.objects(key)) {
        JsonReader nested(object);
        out.append(readCheck(nested));
        in.join(nested);
    }
    return out;
}

QJsonObject written(const ExpectedPrompt &prompt)
{
    return {{u"kind"_s, QString(nameOf(prompt.kind))}, {u"recommended"_s, QString(nameOf(prompt.recommended))},
        {u"reason"_s, QString(nameOf(prompt.reason))}, {u"current"_s, prompt.currentCertificate.toString()},
        {u"followsCurrent"_s, prompt.followsCurrent}};
}

ExpectedPrompt readExpectedPrompt(JsonReader &in)
{
    return {in.code<shell::PromptKind>(u"kind"_s), in.code<shell::Confirmation>(u"recommended"_s),
        in.code<RecommendationReason>(u"reason"_s), in.thumbprint(u"current"_s), in.flag(u"followsCurrent"_s)};
}

Result<QJsonObject> written(const Step &step)
{
    const auto command = written(step.command);
    if (!command)
        return tl::unexpected<Error>(command.error());
    QJsonArray prompts;
    for (const ExpectedPrompt &prompt : step.prompts)
        prompts.append(written(prompt));
    const auto checks = written(step.checks);
    const auto preconditions = written(step.preconditions);
    if (!checks || !preconditions)
        return tl::unexpected<Error>(checks ? preconditions.error() : checks.error());
    QJsonObject out{{u"number"_s, step.number}, {u"kind"_s, QString(nameOf(step.kind))},
        {u"server"_s, jsonText(step.server.name())}, {u"subject"_s, step.subject.toString()}, {u"command"_s, *command},
        {u"prompts"_s, prompts}, {u"checks"_s, *checks}};
    if (!preconditions->isEmpty())
        out.insert(u"preconditions"_s, *preconditions);
    if (step.mayStillRun)
        out.insert(u"mayStillRun"_s, true);
    if (!step.file.isEmpty())
        out.insert(u"file"_s, jsonText(step.file));
    if (step.condition)
        out.insert(u"condition"_s, written(*step.condition));
    return out;
}

Step readStep(JsonReader &in)
{
    Step step;
    step.number = in.number(u"number"_s);
    step.kind = in.code<StepKind>(u"kind"_s);
    step.server = domain::ServerId(in.name(u"server"_s));
    step.subject = in.thumbprint(u"subject"_s);
    step.command = readPipeline(in, u"command"_s);
    if (in.has(u"file"_s))
        step.file = in.text(u"file"_s);
    step.condition = readCondition(in);
    for (const QJsonObject &object : in.objects(u"prompts"_s)) {
        JsonReader nested(object);
        step.prompts.append(readExpectedPrompt(nested));
        in.join(nested);
    }
    step.checks = readChecks(in, u"checks"_s);
    if (in.has(u"preconditions"_s))
        step.preconditions = readChecks(in, u"preconditions"_s);
    if (in.has(u"mayStillRun"_s))
        step.mayStillRun = in.flag(u"mayStillRun"_s);
    return step;
}

Result<JsonReader> parsed(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return fail(ErrorCode::StorageDamaged, {}, QString::number(json.size()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::StorageDamaged, {}, u"%1 @%2"_s.arg(problem.errorString()).arg(problem.offset));
    return JsonReader(document.object());
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Result<QByteArray> planToJson(const Plan &plan)
{
    QJsonArray steps;
    for (const Step &step : plan.steps) {
        const auto one = written(step);
        if (!one)
            return tl::unexpected<Error>(one.error());
        steps.append(*one);
    }
    QJsonArray cautions;
    for (const Caution caution : plan.cautions)
        cautions.append(QString(nameOf(caution)));
    QJsonObject out{{u"kind"_s, QString(nameOf(plan.kind))}, {u"errorPolicy"_s, QString(nameOf(plan.errorPolicy))},
        {u"cautions"_s, cautions}, {u"steps"_s, steps}};
    if (!plan.leftOut.isEmpty()) {
        QJsonArray leftOut;
        for (const domain::ServerId &server : plan.leftOut)
            leftOut.append(QJsonObject{{u"server"_s, jsonText(server.name())}});
        out.insert(u"leftOut"_s, leftOut);
    }
    return compact(out);
}

Result<Plan> planFromJson(const QByteArray &json)
{
    Result<JsonReader> in = parsed(json);
    if (!in)
        return tl::unexpected<Error>(in.error());
    Plan plan;
    plan.kind = in->code<PlanKind>(u"kind"_s);
    plan.errorPolicy = in->code<ErrorPolicy>(u"errorPolicy"_s);
    plan.cautions = in->codes<Caution>(u"cautions"_s);
    if (in->has(u"leftOut"_s)) {
        for (const QJsonObject &object : in->objects(u"leftOut"_s)) {
            JsonReader nested(object);
            plan.leftOut.append(domain::ServerId(nested.name(u"server"_s)));
            in->join(nested);
        }
    }
    for (const QJsonObject &object : in->objects(u"steps"_s)) {
        JsonReader nested(object);
        plan.steps.append(readStep(nested));
        in->join(nested);
    }
    if (!in->isSound())
        return fail(ErrorCode::StorageDamaged, {}, in->problem());
    return plan;
}

Result<QByteArray> planHash(Plan plan)
{
    for (Step &step : plan.steps) {
        step.file.clear();
        step.preconditions.clear();
        step.mayStillRun = false;
        for (shell::Cmdlet &cmdlet : step.command.cmdlets)
            cmdlet.resolve([](shell::LateValue late) -> shell::ParameterValue {
                late.path.clear();
                return late;
            });
    }
    return planToJson(plan).transform(
        [](const QByteArray &json) { return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex(); });
}

QByteArray promptToJson(const shell::Prompt &prompt)
{
    QJsonArray choices;
    for (const shell::PromptChoice &choice : prompt.choices) {
        choices.append(QJsonObject{{u"label"_s, jsonText(choice.label)}, {u"help"_s, jsonText(choice.help)},
            {u"accelerator"_s, choice.accelerator.isNull() ? QJsonValue(QString()) : jsonText(choice.accelerator)}});
    }
    return compact({{u"server"_s, jsonText(prompt.server.name())}, {u"cmdlet"_s, jsonText(prompt.cmdlet)},
        {u"caption"_s, jsonText(prompt.caption)}, {u"message"_s, jsonText(prompt.message)}, {u"choices"_s, choices},
        {u"default"_s, prompt.defaultChoice}});
}

Result<shell::Prompt> promptFromJson(const QByteArray &json)
{
    Result<JsonReader> in = parsed(json);
    if (!in)
        return tl::unexpected<Error>(in.error());
    shell::Prompt prompt;
    prompt.server = domain::ServerId(in->name(u"server"_s));
    prompt.cmdlet = in->text(u"cmdlet"_s);
    prompt.caption = in->text(u"caption"_s);
    prompt.message = in->text(u"message"_s);
    prompt.defaultChoice = in->number(u"default"_s);
    for (const QJsonObject &object : in->objects(u"choices"_s)) {
        JsonReader nested(object);
        shell::PromptChoice choice;
        choice.label = nested.text(u"label"_s);
        choice.help = nested.text(u"help"_s);
        const QString accelerator = nested.text(u"accelerator"_s);
        if (!accelerator.isEmpty())
            choice.accelerator = accelerator.front();
        prompt.choices.append(choice);
        in->join(nested);
    }
    if (!in->isSound())
        return fail(ErrorCode::StorageDamaged, {}, in->problem());
    return prompt;
}

} // namespace kakuin::plan
