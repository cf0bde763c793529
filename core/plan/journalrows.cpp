// SPDX-License-Identifier: MIT
#include "core/plan/journalrows.h"

#include "core/plan/codename.h"
#include "core/plan/planjson.h"

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
    return step;
}

Result<shell::AskedPrompt> questionFrom(const Row &row)
{
    const auto prompt = promptFromJson(row.value(1).toString().toUtf8());
    if (!prompt)
        return damaged("prompt"_L1);
    shell::AskedPrompt question;
    question.prompt = *prompt;
    question.isAnswered = !row.value(2).isNull();
    if (question.isAnswered && !row.value(3).isNull())
        question.answer = row.value(3).toInt();
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
            auto question = questionFrom(asked);
            if (!question)
                return tl::unexpected<Error>(question.error());
            record->questions.append(*question);
        }
        operation.steps.append(*record);
    }
    return {};
}

} // namespace kakuin::plan::rows
