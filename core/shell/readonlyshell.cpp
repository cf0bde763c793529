// SPDX-License-Identifier: MIT
#include "core/shell/readonlyshell.h"

#include "core/base/whendone.h"

namespace kakuin::shell {

ReadOnlyShell::ReadOnlyShell(std::shared_ptr<Shell> inner, QObject *parent)
    : Shell(parent)
    , m_inner(std::move(inner))
{
}

ReadOnlyShell::~ReadOnlyShell() = default;

bool ReadOnlyShell::reads(const QString &cmdlet)
{
    return cmdlet.startsWith(QLatin1String("Get-"), Qt::CaseInsensitive)
        || cmdlet.compare(QLatin1String("Select-Object"), Qt::CaseInsensitive) == 0;
}

ShellDescription ReadOnlyShell::description() const
{
    ShellDescription description = m_inner->description();
    description.isReadOnly = true;
    return description;
}

QFuture<Result<PipelineOutput>> ReadOnlyShell::invoke(
    const Pipeline &pipeline, const std::shared_ptr<PromptHandler> &prompts)
{
    Q_UNUSED(prompts) // reading asks nothing; a question all the same is refused
    for (const Cmdlet &cmdlet : pipeline.cmdlets) {
        if (!reads(cmdlet.name()))
            return readyFuture<PipelineOutput>(fail(ErrorCode::ReadOnlyShell, cmdlet.name()));
    }
    return m_inner->invoke(pipeline);
}

} // namespace kakuin::shell
