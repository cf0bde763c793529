// SPDX-License-Identifier: MIT
#include "core/plan/journalrows.h"

#include "core/plan/codename.h"
#include "core/plan/jsonvalue.h"
#include "core/plan/latevalues.h"
#include "core/plan/planjson.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace kakuin::plan::rows {
namespace {

using namespace Qt::StringLiterals;
using Row = SqliteFile::Row;

tl::unexpected<Error> damaged(QLatin1String column)
{
    return fail(ErrorCode::StorageDamaged, {}, QString(column));
}

// An absent time is an invalid one; a text that is no time is damage.
std::optional<QDateTime> timeFrom(const QVariant &value)
{
    if (value.isNull())
        return QDateTime();
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

Result<StepRecord> stepFrom(const Row &row)
{
    StepRecord step;
    step.number = row.value(0).toInt();
    const auto state = fromName<StepState>(row.value(1).toString());
    const auto started = timeFrom(row.value(2));
    const auto ended = timeFrom(row.value(3));
    if (!state || !started || !ended)
        return damaged("steps"_L1);
    step.state = *state;
    step.startedUtc = *started;
    step.endedUtc = *ended;
    if (const QString produced = row.value(4).toString(); !produced.isEmpty()) {
        const auto thumbprint = domain::Thumbprint::parse(produced);
        if (!thumbprint)
            return damaged("produced"_L1);
        step.produced = *thumbprint;
    }
    if (!row.value(5).isNull()) {
        const auto code = fromName<ErrorCode>(row.value(5).toString());
        if (!code)
            return damaged("error"_L1);
        step.error = Error{*code, row.value(6).toString(), row.value(7).toString()};
    }
    if (!row.value(8).isNull()) {
        JsonReader in(QJsonObject{{u"present"_s, QJsonDocument::fromJson(row.value(8).toString().toUtf8()).array()}});
        step.presentBefore = in.thumbprints(u"present"_s);
        if (!in.isSound() || !QJsonDocument::fromJson(row.value(8).toString().toUtf8()).isArray())
            return damaged("present"_L1);
    }
    if (!row.value(9).isNull()) {
        JsonReader in(QJsonDocument::fromJson(row.value(9).toString().toUtf8()).object());
        domain::SiteBindings sites;
        sites.isComplete = in.flag(u"complete"_s);
        for (const QJsonObject &object : in.objects(u"sites"_s)) {
            JsonReader nested(object);
            const int site = nested.number(u"site"_s);
            sites.holders.insert(site, nested.thumbprints(u"certificates"_s));
            in.join(nested);
        }
        if (!in.isSound())
            return damaged("sites"_L1);
        step.sitesBefore = sites;
    }
    return step;
}

std::optional<Result<Consent>> consentFrom(const QVariant &stored)
{
    if (stored.isNull())
        return std::nullopt;
    JsonReader in(QJsonDocument::fromJson(stored.toString().toUtf8()).object());
    Consent consent;
    consent.planHash = in.text(u"planHash"_s).toLatin1();
    const auto given = timeFrom(in.text(u"given"_s));
    consent.givenUtc = given.value_or(QDateTime());
    for (const QJsonObject &object : in.objects(u"answers"_s)) {
        JsonReader nested(object);
        consent.answers.append({nested.number(u"step"_s), domain::ServerId(nested.text(u"server"_s)),
            nested.code<shell::PromptKind>(u"kind"_s), nested.thumbprint(u"subject"_s), nested.thumbprint(u"current"_s),
            nested.code<shell::Confirmation>(u"answer"_s)});
        in.join(nested);
    }
    if (!in.isSound() || !given || !given->isValid())
        return Result<Consent>(damaged("consent"_L1));
    return Result<Consent>(consent);
}

std::optional<QHash<domain::Thumbprint, QString>> namesFrom(const QString &stored)
{
    QHash<domain::Thumbprint, QString> out;
    if (stored.isEmpty())
        return out;
    const QJsonDocument document = QJsonDocument::fromJson(stored.toUtf8());
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto thumbprint = domain::Thumbprint::parse(it.key());
        JsonReader in(object);
        const QString name = in.text(it.key());
        if (!thumbprint || !in.isSound())
            return std::nullopt;
        out.insert(*thumbprint, name);
    }
    return document.isObject() ? std::optional(out) : std::nullopt;
}

// What was asked before kinds were noted. Which certificates the store held then is not known, so the second thumbprint
// counts as new.
shell::PromptKind kindOfOld(
    const Step &step, const QList<StepRecord> &earlier, const shell::Prompt &prompt, const QVariant &asked)
{
    QuestionFacts facts;
    facts.command = step.command;
    facts.presentBefore = QList<domain::Thumbprint>();
    facts.serverNowUtc = utc(asked);
    for (shell::Cmdlet &cmdlet : facts.command.cmdlets) {
        cmdlet.resolve([&](const shell::LateValue &late) -> shell::ParameterValue {
            if (late.kind == shell::LateValue::Kind::ThumbprintOfStep)
                return resolveReference({{}, late.step}, earlier).toString();
            if (late.kind == shell::LateValue::Kind::TimeOfSending)
                return facts.serverNowUtc.addSecs(std::chrono::seconds(late.offset).count());
            return late;
        });
    }
    const auto recognised = recognise(step, prompt, facts);
    return recognised ? recognised->kind : shell::PromptKind::Unknown;
}

Result<shell::AskedPrompt> questionFrom(const Row &row, const Step &step, const QList<StepRecord> &earlier)
{
    const auto prompt = promptFromJson(row.value(1).toString().toUtf8());
    if (!prompt)
        return damaged("prompt"_L1);
    shell::AskedPrompt question;
    question.prompt = *prompt;
    question.isAnswered = !row.value(2).isNull();
    if (question.isAnswered && !row.value(3).isNull())
        question.answer = row.value(3).toInt();
    question.isByConsent = row.value(6).toInt() != 0;
    if (row.value(5).isNull()) {
        question.kind = kindOfOld(step, earlier, question.prompt, row.value(4));
        return question;
    }
    const auto kind = fromName<shell::PromptKind>(row.value(5).toString());
    if (!kind)
        return damaged("kind"_L1);
    question.kind = *kind;
    return question;
}

} // namespace

QDateTime utc(const QVariant &stored)
{
    return timeFrom(stored).value_or(QDateTime());
}

QVariant time(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

QVariant text(const QString &text)
{
    return text.isNull() ? QVariant(u""_s) : QVariant(text);
}

QVariant thumbprints(const QList<domain::Thumbprint> &list)
{
    QJsonArray out;
    for (const domain::Thumbprint &thumbprint : list)
        out.append(thumbprint.toString());
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QVariant sites(const domain::SiteBindings &sites)
{
    QJsonArray all;
    for (auto it = sites.holders.begin(); it != sites.holders.end(); ++it) {
        QJsonArray certificates;
        for (const domain::Thumbprint &thumbprint : *it)
            certificates.append(thumbprint.toString());
        all.append(QJsonObject{{u"site"_s, it.key()}, {u"certificates"_s, certificates}});
    }
    const QJsonObject out{{u"complete"_s, sites.isComplete}, {u"sites"_s, all}};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QVariant consent(const std::optional<Consent> &consent)
{
    if (!consent)
        return QVariant(QMetaType::fromType<QString>());
    QJsonArray answers;
    for (const ConsentedAnswer &each : consent->answers)
        answers.append(QJsonObject{{u"step"_s, each.step}, {u"server"_s, jsonText(each.server.name())},
            {u"kind"_s, QString(nameOf(each.kind))}, {u"subject"_s, each.subject.toString()},
            {u"current"_s, each.current.toString()}, {u"answer"_s, QString(nameOf(each.answer))}});
    const QJsonObject out{{u"planHash"_s, QString::fromLatin1(consent->planHash)},
        {u"given"_s, time(consent->givenUtc).toString()}, {u"answers"_s, answers}};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QVariant names(const QHash<domain::Thumbprint, QString> &names)
{
    QJsonObject out;
    for (auto it = names.begin(); it != names.end(); ++it)
        out.insert(it.key().toString(), jsonText(it.value()));
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QString owner(const Row &row)
{
    return row.value(4).toString();
}

Result<OperationRecord> operation(const Row &row)
{
    OperationRecord record;
    record.id = row.value(0).toLongLong();
    record.organisation = row.value(1).toString();
    auto plan = planFromJson(row.value(2).toString().toUtf8());
    if (!plan)
        return damaged("plan"_L1);
    record.plan = std::move(*plan);
    const auto state = fromName<OperationState>(row.value(3).toString());
    const auto started = timeFrom(row.value(5));
    const auto ended = timeFrom(row.value(6));
    if (!state || !started || !ended)
        return damaged("operations"_L1);
    record.state = *state;
    record.startedUtc = *started;
    record.endedUtc = *ended;
    record.origin = {row.value(7).toString(), row.value(8).toString(), row.value(9).toString(),
        row.value(10).toString(), row.value(11).toString()};
    record.planHash = row.value(12).toString().toLatin1();
    if (const auto consent = consentFrom(row.value(13))) {
        if (!*consent)
            return tl::unexpected<Error>(consent->error());
        record.consent = **consent;
    }
    const auto names = namesFrom(row.value(14).toString());
    if (!names)
        return damaged("names"_L1);
    record.names = *names;
    return record;
}

Result<void> addSteps(OperationRecord &operation, const QList<Row> &steps, const QList<Row> &questions)
{
    if (steps.size() != operation.plan.steps.size())
        return damaged("steps"_L1);
    for (const Step &step : operation.plan.steps) {
        const auto row
            = std::find_if(steps.begin(), steps.end(), [&](const Row &r) { return r.value(0).toInt() == step.number; });
        if (row == steps.end())
            return damaged("number"_L1);
        auto record = stepFrom(*row);
        if (!record)
            return tl::unexpected<Error>(record.error());
        for (const Row &asked : questions) {
            if (asked.value(0).toInt() != step.number)
                continue;
            auto question = questionFrom(asked, step, operation.steps);
            if (!question)
                return tl::unexpected<Error>(question.error());
            record->questions.append(*question);
        }
        operation.steps.append(*record);
    }
    return {};
}

Result<void> addHandWork(OperationRecord &operation, const QList<Row> &rows)
{
    for (const Row &row : rows) {
        const auto event = fromName<HandWorkEvent>(row.value(0).toString());
        const auto kind = fromName<HandWorkKind>(row.value(1).toString());
        const auto certificate = domain::Thumbprint::parse(row.value(3).toString());
        const auto written = timeFrom(row.value(4));
        if (!event || !kind || !certificate || !written)
            return damaged("handwork"_L1);
        operation.handWork.append({*event, {*kind, domain::ServerId(row.value(2).toString()), *certificate}, *written,
            {row.value(5).toString(), row.value(6).toString(), row.value(7).toString(), row.value(8).toString(), {}}});
    }
    return {};
}

} // namespace kakuin::plan::rows
