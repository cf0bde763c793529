// SPDX-License-Identifier: MIT
#include "core/plan/latevalues.h"

#include "core/plan/pfxfile.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using shell::LateValue;
using shell::ParameterValue;

Result<ParameterValue> resolve(const LateValue &late, const LateSources &sources)
{
    const auto missing = [&late] { return fail(ErrorCode::LateValueMissing, {}, QString::number(late.step)); };
    switch (late.kind) {
    case LateValue::Kind::ThumbprintOfStep: {
        const domain::Thumbprint thumbprint = resolveReference({{}, late.step}, sources.steps);
        if (thumbprint.isNull())
            return missing();
        return thumbprint.toString();
    }
    case LateValue::Kind::TimeOfSending:
        return sources.nowUtc.addSecs(std::chrono::seconds(late.offset).count());
    case LateValue::Kind::Password:
        return sources.password;
    case LateValue::Kind::FileDataOfStep: {
        const QByteArray bytes = sources.fileData.value(late.step);
        if (bytes.isEmpty())
            return missing();
        return bytes;
    }
    case LateValue::Kind::FileContent:
        return readPfxFile(late.path).transform([](const QByteArray &bytes) { return ParameterValue(bytes); });
    }
    return fail(ErrorCode::Internal);
}

} // namespace

domain::Thumbprint resolveReference(const CertificateReference &reference, const QList<StepRecord> &steps)
{
    if (!reference.isLate())
        return reference.thumbprint;
    const auto producer = std::find_if(
        steps.begin(), steps.end(), [&](const StepRecord &record) { return record.number == reference.step; });
    return producer != steps.end() ? producer->produced : domain::Thumbprint();
}

Result<shell::Pipeline> resolveLateValues(const shell::Pipeline &pipeline, const LateSources &sources)
{
    if (pipeline.isEmpty())
        return fail(ErrorCode::LateValueMissing);
    shell::Pipeline out = pipeline;
    std::optional<Error> problem;
    for (shell::Cmdlet &cmdlet : out.cmdlets) {
        cmdlet.resolve([&](const LateValue &late) -> ParameterValue {
            Result<ParameterValue> value = resolve(late, sources);
            if (!value && !problem)
                problem = value.error();
            return value.value_or(ParameterValue());
        });
    }
    if (problem)
        return tl::unexpected<Error>(*problem);
    return out;
}

bool needsFileOf(const shell::Pipeline &pipeline, int step)
{
    bool isNeeded = false;
    for (shell::Cmdlet cmdlet : pipeline.cmdlets) {
        cmdlet.resolve([&](const LateValue &late) -> ParameterValue {
            isNeeded = isNeeded || (late.kind == LateValue::Kind::FileDataOfStep && late.step == step);
            return late;
        });
    }
    return isNeeded;
}

} // namespace kakuin::plan
