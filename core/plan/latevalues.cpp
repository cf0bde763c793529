// SPDX-License-Identifier: MIT
#include "core/plan/latevalues.h"

#include <algorithm>

namespace kakuin::plan {

domain::Thumbprint resolveReference(const CertificateReference &reference, const QList<StepRecord> &steps)
{
    if (!reference.isLate())
        return reference.thumbprint;
    const auto producer = std::find_if(
        steps.begin(), steps.end(), [&](const StepRecord &record) { return record.number == reference.step; });
    return producer != steps.end() ? producer->produced : domain::Thumbprint();
}

Result<shell::Pipeline> resolveLateValues(
    const shell::Pipeline &pipeline, const QList<StepRecord> &steps, const QDateTime &nowUtc)
{
    if (pipeline.isEmpty())
        return fail(ErrorCode::LateValueMissing);
    shell::Pipeline out = pipeline;
    std::optional<int> missing;
    for (shell::Cmdlet &cmdlet : out.cmdlets) {
        cmdlet.resolve([&](const shell::LateValue &late) -> shell::ParameterValue {
            if (late.kind == shell::LateValue::Kind::TimeOfSending)
                return nowUtc.addSecs(std::chrono::seconds(late.offset).count());
            const domain::Thumbprint thumbprint = resolveReference({{}, late.step}, steps);
            if (thumbprint.isNull())
                missing = late.step;
            return thumbprint.toString();
        });
    }
    if (missing)
        return fail(ErrorCode::LateValueMissing, {}, QString::number(*missing));
    return out;
}

} // namespace kakuin::plan
