// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/pipeline.h"

namespace kakuin::labserver {

/// Hears what happens to the pipelines of a ShellServer, and may keep their news from leaving.
/// Whoever implements it must not destroy the server from inside these calls.
class PipelineWatcher {
public:
    enum class Verdict { GoOn, StaySilent };
    PipelineWatcher() = default;
    virtual ~PipelineWatcher() = default;
    Q_DISABLE_COPY_MOVE(PipelineWatcher)

    /// StaySilent: it does not run.
    [[nodiscard]] virtual Verdict arrived(const shell::Pipeline &pipeline) = 0;
    /// StaySilent: its question reaches nobody.
    [[nodiscard]] virtual Verdict asked(const shell::Pipeline &pipeline) = 0;
    /// StaySilent: what it did reaches nobody.
    [[nodiscard]] virtual Verdict ran(const shell::Pipeline &pipeline) = 0;
    /// The shell behind lost its own connection while it ran: nothing is said of it.
    virtual void lost(const shell::Pipeline &pipeline) = 0;
    /// The client has all of its answer, and let go of it.
    virtual void released(const shell::Pipeline &pipeline) = 0;
};

} // namespace kakuin::labserver
