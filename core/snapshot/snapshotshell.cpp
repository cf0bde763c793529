// SPDX-License-Identifier: MIT
#include "core/snapshot/snapshotshell.h"

#include "core/base/whendone.h"
#include "core/snapshot/exportreader.h"
#include "core/snapshot/snapshotanswer.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QThread>

namespace kakuin::snapshot {

using ShellResult = Result<std::shared_ptr<SnapshotShell>>;

SnapshotShell::SnapshotShell(std::shared_ptr<const SnapshotContent> content)
    : m_content(std::move(content))
{
}

SnapshotShell::~SnapshotShell() = default;

QFuture<ShellResult> SnapshotShell::open(const QStringList &paths)
{
    return QtConcurrent::run([paths, home = QThread::currentThread()](QPromise<ShellResult> &promise) {
        auto content = readExports(paths, [&promise] { return promise.isCanceled(); });
        if (!content) {
            promise.addResult(tl::unexpected<Error>(content.error()));
            return;
        }
        std::shared_ptr<SnapshotShell> shell(
            new SnapshotShell(std::make_shared<const SnapshotContent>(std::move(*content))));
        shell->moveToThread(home);
        promise.addResult(ShellResult(std::move(shell)));
    });
}

shell::ShellDescription SnapshotShell::description() const
{
    return {shell::ShellDescription::Kind::Snapshot, m_content->name, true, m_content->takenUtc};
}

std::shared_ptr<const Clock> SnapshotShell::clock() const
{
    static const auto clock = std::make_shared<const SystemClock>();
    return clock;
}

QFuture<Result<shell::PipelineOutput>> SnapshotShell::invoke(
    const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts)
{
    Q_UNUSED(prompts) // reading asks nothing
    return readyFuture<shell::PipelineOutput>(answer(*m_content, pipeline));
}

bool SnapshotShell::offers(const QString &cmdlet) const
{
    const ExportKind kind = kindOfCmdlet(cmdlet);
    return kind != ExportKind::Unknown && m_content->holds(kind);
}

QList<Error> SnapshotShell::problems() const
{
    return m_content->problems;
}

QStringList SnapshotShell::missingCmdlets() const
{
    QStringList missing;
    for (const ExportKind kind : expectedKinds()) {
        if (!m_content->holds(kind))
            missing.append(cmdletOf(kind));
    }
    return missing;
}

QStringList SnapshotShell::files() const
{
    return m_content->files;
}

} // namespace kakuin::snapshot
