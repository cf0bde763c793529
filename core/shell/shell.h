// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/shell/pipeline.h"
#include "core/shell/pipelineoutput.h"
#include "core/shell/prompt.h"

#include <QtCore/QObject>

namespace kakuin::shell {

/// What one is connected to.
struct ShellDescription final {
    enum class Kind { Lab, Snapshot, Remote, Process };
    Kind kind = Kind::Lab;
    QString name; ///< "Contoso 2013", a folder, a server
    bool isReadOnly = false; ///< changing cmdlets fail with ReadOnlyShell
    QDateTime takenUtc; ///< of exported data: when it was read from the servers; invalid when not known
    QString account = {}; ///< as whom the server has let us in; empty where nothing signs in, or it is not known
};

/// Something that takes pipelines. Everything that Kakuin does to an organisation goes through invoke().
/// Contract (tests/contract/tst_shellcontract, run on every shell):
///  - invoke() never blocks; its future finishes on the shell's thread, exactly once, also when the shell is destroyed
///    (then as Cancelled or ConnectionLost).
///  - An error record is data in the output. invoke() itself fails only when the pipeline could not be run:
///    ServerUnreachable, ConnectionLost, ReadOnlyShell, PromptRefused, PromptStopped, Cancelled, LateValueMissing …
///  - A cmdlet or parameter that does not exist is a terminating error record, as PowerShell reports it.
///  - Without a PromptHandler, or when it stops, no question is ever answered: PromptRefused, PromptStopped.
///  - Cancelling the future stops the pipeline; what it had changed stays changed.
///  - The cmdlets of one pipeline see each other's live objects; pipelines may overlap.
/// Threads: the thread of the object.
class Shell : public QObject {
    Q_OBJECT
public:
    explicit Shell(QObject *parent = nullptr);
    ~Shell() override;
    Q_DISABLE_COPY_MOVE(Shell)

    [[nodiscard]] virtual ShellDescription description() const = 0;
    /// The organisation's time: the server's as far as it tells it, the computer's, or a practice organisation's own.
    [[nodiscard]] virtual std::shared_ptr<const Clock> clock() const = 0;
    [[nodiscard]] virtual QFuture<Result<PipelineOutput>> invoke(
        const Pipeline &pipeline, const std::shared_ptr<PromptHandler> &prompts = nullptr)
        = 0;
    /// Whether the cmdlet can be had here (rights, version, what was exported). Cheap; asks nobody.
    [[nodiscard]] virtual bool offers(const QString &cmdlet) const = 0;
    /// What could not be read when the shell was opened, each with its place (a damaged file of an export, say).
    [[nodiscard]] virtual QList<Error> problems() const;
};

} // namespace kakuin::shell
