// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"
#include "core/plan/plan.h"

#include <QtCore/QDateTime>

namespace kakuin::plan {

enum class StepState { Waiting, Running, Succeeded, Failed, Skipped };
enum class OperationState { Running, Succeeded, Failed, Cancelled, SetAside };

/// What the journal holds of one step.
struct StepRecord final {
    int number = 0;
    StepState state = StepState::Waiting;
    QDateTime startedUtc;
    QDateTime endedUtc;
    domain::Thumbprint produced; ///< what the command returned
    std::optional<Error> error; ///< why it failed; server's words in detail
    struct Question final {
        shell::Prompt prompt;
        std::optional<int> answer;
        bool isAnswered = false;
    };
    QList<Question> questions;
};

/// One operation: a plan and how far it came.
struct OperationRecord final {
    qint64 id = 0;
    QString organisation; ///< which organisation it was for (connection name)
    Plan plan;
    OperationState state = OperationState::Running;
    QDateTime startedUtc;
    QDateTime endedUtc;
    QList<StepRecord> steps;

    /// Running in the journal although nobody runs it: the program ended in the middle.
    [[nodiscard]] bool isInterrupted() const { return state == OperationState::Running; }
};

/// What was done, on disk before it is done: written before and after every step and question.
/// Shape:   SQLite, one file for all organisations. Plans are stored as JSON without secrets (a Secret never gets
/// here). Errors:  as SqliteFile. A write that fails stops the operation before the step is sent. Threads: the thread
/// that opened it. One write is a few milliseconds (synchronous=FULL).
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
    [[nodiscard]] Result<QList<OperationRecord>> interrupted(const QString &organisation) const;
    [[nodiscard]] Result<void> setAside(qint64 operation, const QDateTime &nowUtc);

private:
    explicit Journal(std::unique_ptr<SqliteFile> file);
    std::unique_ptr<SqliteFile> m_file;
};

} // namespace kakuin::plan
