// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"
#include "core/plan/plan.h"

#include <QtCore/QDateTime>

#include <memory>
#include <optional>

class QLockFile;

namespace kakuin::plan {

enum class StepState {
    Waiting,
    Running, ///< in the journal of a program that has ended: nobody knows whether its command took effect
    Succeeded,
    Failed,
    Skipped, ///< never started
    OutcomeUnknown, ///< a changing command was sent, its end was never seen: only the organisation can tell
};
enum class OperationState { Running, Succeeded, Failed, Cancelled, SetAside };

/// What the journal holds of one step.
struct StepRecord final {
    int number = 0;
    StepState state = StepState::Waiting;
    QDateTime startedUtc;
    QDateTime endedUtc;
    domain::Thumbprint produced; ///< what the command returned
    std::optional<Error> error; ///< why it failed; server's words in detail
    QList<shell::AskedPrompt> questions;
};

/// The first record in this state; null when there is none.
[[nodiscard]] const StepRecord *firstIn(const QList<StepRecord> &steps, StepState state);

/// One operation: a plan and how far it came.
struct OperationRecord final {
    qint64 id = 0;
    QString organisation; ///< which organisation it was for (connection name)
    Plan plan;
    OperationState state = OperationState::Running;
    QDateTime startedUtc;
    QDateTime endedUtc;
    QList<StepRecord> steps;
    bool isAlive = false; ///< Running, and the program that runs it (this one or another) still lives

    /// Running in the journal although nobody runs it: the program ended in the middle.
    [[nodiscard]] bool isInterrupted() const { return state == OperationState::Running && !isAlive; }
};

/// What was done, on disk before it is done: written before and after every step and question.
/// Shape:   SQLite, one file for all organisations and for any number of programs at once: each holds a lock file while
///          it has operations under way, so that another one's are not taken for interrupted. Every function is one
///          transaction: whenever the program dies, the file holds a state that was true.
/// Errors:  as SqliteFile; InvalidArgument for a plan with a Secret (nothing is written); PreconditionChanged when the
///          operation is not this journal's to write (set aside, ended, never begun).
/// Threads: the thread that opened it.
/// Cost:    some milliseconds a write (synchronous=FULL).
class Journal final {
public:
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &path);
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] Result<qint64> beginOperation(const QString &organisation, const Plan &plan, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> beginStep(qint64 operation, int step, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> recordQuestion(
        qint64 operation, int step, const shell::Prompt &prompt, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> recordAnswer(
        qint64 operation, int step, const shell::PromptAnswer &answer, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> recordProduced(qint64 operation, int step, const domain::Thumbprint &thumbprint);
    [[nodiscard]] Result<void> endStep(
        qint64 operation, int step, StepState state, const std::optional<Error> &error, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> endOperation(qint64 operation, OperationState state, const QDateTime &nowUtc);

    /// Newest first. A damaged record is skipped and counted in `damaged`, never fatal.
    [[nodiscard]] Result<QList<OperationRecord>> operations(const QString &organisation, int *damaged = nullptr) const;
    /// Those of operations() that nobody runs any more.
    [[nodiscard]] Result<QList<OperationRecord>> interrupted(const QString &organisation) const;
    /// What the person ticks off after an operation (restart the service host …), by a stable word; an invalid time
    /// takes the tick away.
    [[nodiscard]] Result<void> setDone(qint64 operation, const QString &item, const QDateTime &doneUtc);
    [[nodiscard]] Result<QHash<QString, QDateTime>> doneItems(qint64 operation) const;
    /// Ends an interrupted operation as seen. PreconditionChanged when it is not interrupted (any more).
    [[nodiscard]] Result<void> setAside(qint64 operation, const QDateTime &nowUtc);

private:
    explicit Journal(std::unique_ptr<SqliteFile> file);
    [[nodiscard]] QString lockPath(const QString &owner) const;
    [[nodiscard]] Result<void> holdLock();
    [[nodiscard]] bool isAlive(const QString &owner) const;
    /// Runs a statement that must change exactly one row.
    [[nodiscard]] Result<void> change(const QString &sql, const QVariantList &bindings);
    /// As change(), provided that the operation is running and ours.
    [[nodiscard]] Result<void> changeOwn(qint64 operation, const QString &sql, const QVariantList &bindings);
    [[nodiscard]] Result<OperationRecord> operationFrom(const SqliteFile::Row &row) const;

    std::unique_ptr<SqliteFile> m_file;
    QString m_owner; ///< this journal's name among the programs that write the file
    std::unique_ptr<QLockFile> m_lock; ///< null until the first operation begins
};

} // namespace kakuin::plan
