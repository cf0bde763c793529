// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

#include <QtCore/QHash>

namespace kakuin::snapshot {

struct SnapshotContent;

/// A read-only shell over what `Export-Clixml` wrote on real servers.
/// Shape:   open(paths): files, or folders whose files are all tried; objects are told apart by their type names,
///          never by the file's name. Get- cmdlets answer from what was exported, filtered by -Server, -Identity and
///          -Thumbprint as Exchange filters; a cmdlet whose output was not exported fails with NotExported (never an
///          empty answer); a changing cmdlet fails with ReadOnlyShell.
/// Servers: a certificate belongs to the server of its blob's Identity, else of PSComputerName, else of nobody: those
///          are reported under the file's name. Where no Get-ExchangeServer was exported, the servers that
///          certificates name are listed with what is known of them: nothing but the name.
/// Errors:  of opening: FileNotFound, NothingExported (no file held a known object). Problems of single files and
///          objects are problems(): the rest is shown.
/// Threads: reading runs on the thread pool; the object lives on the caller's thread.
class SnapshotShell final : public shell::Shell {
    Q_OBJECT
public:
    [[nodiscard]] static QFuture<Result<std::shared_ptr<SnapshotShell>>> open(const QStringList &paths);
    ~SnapshotShell() override;

    [[nodiscard]] shell::ShellDescription description() const override;
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override;
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override;

    /// Files and objects that could not be read, each with its place.
    [[nodiscard]] QList<Error> problems() const override;
    /// The cmdlets whose output is missing ("Get-AuthConfig" …): said, not guessed.
    [[nodiscard]] QStringList missingCmdlets() const;
    [[nodiscard]] QStringList files() const;

private:
    explicit SnapshotShell(std::shared_ptr<const SnapshotContent> content);
    std::shared_ptr<const SnapshotContent> m_content;
};

} // namespace kakuin::snapshot
