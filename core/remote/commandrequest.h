// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/hostcall.h"
#include "core/psrp/pipelinerequest.h"
#include "core/psrp/records.h"
#include "core/shell/errorrecord.h"
#include "core/shell/pipeline.h"
#include "core/shell/prompt.h"

namespace kakuin::remote {

/// A pipeline as the protocol sends it: cmdlets by name, values as values.
/// Errors: InvalidArgument for an empty pipeline; LateValueMissing when a value is not known yet.
[[nodiscard]] Result<psrp::PipelineRequest> commandRequest(const shell::Pipeline &pipeline);

/// What a server wrote as an error, as the program knows errors.
[[nodiscard]] shell::ErrorRecord shellRecord(const psrp::ErrorRecord &record, bool isTerminating);

/// A question of that pipeline. The protocol does not say which of its cmdlets asks: the last one that changes
/// something, else the last; its -Server (or the server in its -Identity) is whom it is about, else `server`.
[[nodiscard]] shell::Prompt shellPrompt(
    const psrp::ChoiceRequest &request, const shell::Pipeline &pipeline, const QString &server);

} // namespace kakuin::remote
