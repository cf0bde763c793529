// SPDX-License-Identifier: MIT
#include "core/session/recordingshell.h"

#include "core/base/whendone.h"

#include <algorithm>

namespace kakuin::session {

RecordingShell::RecordingShell(std::shared_ptr<shell::Shell> inner, QObject *parent)
    : Shell(parent)
    , m_inner(std::move(inner))
{
}

RecordingShell::~RecordingShell() = default;

QFuture<Result<shell::PipelineOutput>> RecordingShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    const auto future = m_inner->invoke(pipeline, prompts);
    if (pipeline.isEmpty())
        return future;
    const shell::Cmdlet &cmdlet = pipeline.cmdlets.constFirst();
    const Recorded asked{cmdlet.name(), cmdlet.text(u"Server"), {}};
    whenDone(future, this, [this, asked](const Result<shell::PipelineOutput> &output) {
        if (!output)
            return;
        const QList<shell::ErrorRecord> errors = output->errors();
        const bool isTerminated
            = std::any_of(errors.begin(), errors.end(), [](const auto &error) { return error.isTerminating; });
        // an error without objects is no answer; "nothing" without an error is one
        if (isTerminated || (!errors.isEmpty() && output->objects().isEmpty()))
            return;
        keep({asked.cmdlet, asked.server, output->objects()});
    });
    return future;
}

// The same question twice is the second rung of the ladder (certificateladder.h): its objects say more of the same
void RecordingShell::keep(const Recorded &recorded)
{
    const std::pair key(recorded.cmdlet, recorded.server);
    const auto before = m_places.constFind(key);
    if (before == m_places.constEnd() || recorded.server.isEmpty()) {
        m_places.insert(key, m_recorded.size());
        m_recorded.append(recorded);
    } else if (recorded.values.size() >= m_recorded.at(*before).values.size()) {
        m_recorded[*before] = recorded;
    }
}

} // namespace kakuin::session
