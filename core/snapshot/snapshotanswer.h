// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/pipeline.h"
#include "core/shell/pipelineoutput.h"
#include "core/snapshot/snapshotcontent.h"

namespace kakuin::snapshot {

/// What a reading pipeline gets from exported data.
/// Shape:   one Get- cmdlet, filtered by -Server, -Identity and -Thumbprint as Exchange filters; an empty -Identity
///          gives everything, as it does there. Get-ADObject looks at the name in -Filter.
/// Errors:  LateValueMissing; ReadOnlyShell (a changing cmdlet); NotExported (subject: the cmdlet, or the server whose
///          certificates are not there); InvalidArgument (more than one cmdlet). A cmdlet or parameter that is not
///          known here, and an object that is not there, are error records; their messages hold names only, no
///          sentences.
/// Cost:    linear in the objects; nothing is decoded.
[[nodiscard]] Result<shell::PipelineOutput> answer(const SnapshotContent &content, const shell::Pipeline &pipeline);

} // namespace kakuin::snapshot
