// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"
#include "core/domain/sitebindings.h"
#include "core/plan/consent.h"
#include "core/plan/handwork.h"

#include <QtCore/QDateTime>

#include <functional>
#include <memory>
#include <optional>

class QLockFile;

namespace kakuin::plan::chain {
enum class Event;
}

namespace kakuin::plan {

enum class StepState {
    Waiting,
    Running, ///< in the journal of a program that has ended: whether its command took effect is not known
    Succeeded,
    NotNeeded, ///< its condition did not hold; nothing was sent
    Declined, ///< the person answered No, and the organisation shows that nothing was changed
    Stopped, ///< the person stopped it, at a question or before it was sent
    Failed,
    Skipped, ///< never started
    OutcomeUnknown, ///< a changing command was sent, its end was never seen: only the organisation can tell
};
enum class OperationState {
    Running,
    Succeeded,
    Declined, ///< ran to its end, and what is missing is what the person answered No to
    Failed,
    Cancelled, ///< stopped by the person
    SetAside,
};

/// The step did what it was for, or there was nothing to do.
[[nodiscard]] inline bool isSound(StepState state)
{
    return state == StepState::Succeeded || state == StepState::NotNeeded;
}

/// Who runs a plan, where and with what: for the record.
struct Origin final {
    QString account; ///< that the server let in; empty where none is needed (practice) or a program decides
    QString user; ///< of the computer
    QString computer;
    QString program; ///< "Kakuin 2.0.0"
    QString serverVersion; ///< the Exchange builds of the plan's servers, each once
    friend bool operator==(const Origin &, const Origin &) = default;
};

/// What the journal holds of one step.
struct StepRecord final {
    int number = 0;
    StepState state = StepState::Waiting;
    QDateTime startedUtc;
    QDateTime endedUtc;
    domain::Thumbprint produced; ///< what the command returned
    /// A creating step: what the server's store held right before the command; empty when it was not read.
    std::optional<QList<domain::Thumbprint>> presentBefore;
    /// A command that may take certificates off the web sites: what they had right before it; empty when it was not read.
    std::optional<domain::SiteBindings> sitesBefore;
    std::optional<Error> error; ///< why it failed; server's words in detail
    QList<shell::AskedPrompt> questions;
};

/// What happened to a piece of work that is done by hand.
enum class HandWorkEvent {
    Left, ///< by the operation, at its end
    Ticked, ///< the person says that it is done
    Unticked,
};

/// One line of the journal about it. Lines are added and never changed.
struct HandWorkRecord final {
    HandWorkEvent event = HandWorkEvent::Left;
    HandWork work;
    QDateTime writtenUtc;
    Origin by; ///< who ticked, without the server's version; empty texts for what an operation left
    friend bool operator==(const HandWorkRecord &, const HandWorkRecord &) = default;
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
    Origin origin; ///< empty texts in what an older version wrote
    QByteArray planHash; ///< planHash() of the plan; empty in what an older version wrote
    std::optional<Consent> consent;
    QHash<domain::Thumbprint, QString> names; ///< of the plan's certificates, as they were called then
    QList<HandWorkRecord> handWork; ///< oldest first; empty in what an older version wrote

    /// Running in the journal although no program runs it: the program ended in the middle.
    [[nodiscard]] bool isInterrupted() const { return state == OperationState::Running && !isAlive; }
};

/// What is known of an operation when it begins.
struct OperationStart final {
    QString organisation;
    Origin origin;
    std::optional<Consent> consent;
    QHash<domain::Thumbprint, QString> names;
};

/// Whether what the journal holds is what was once written.
struct JournalCondition final {
    qint64 entries = 0;
    QByteArray lastHash; ///< of the newest entry; compare it with one that was exported before. Empty: no entries
    /// The entry ("12"), or the table and key of the row ("steps 12/3"), that is not as it was written.
    QStringList altered;
    int unreadable = 0; ///< operations that cannot be read any more

    [[nodiscard]] bool isSound() const { return altered.isEmpty() && unreadable == 0; }
};

/// What was done, on disk before it is done: written before and after every step and question.
/// Shape:   SQLite, one file for all organisations and for any number of programs at once: each holds a lock file while
///          it has operations under way, so that another one's are not taken for interrupted. Every function is one
///          transaction: whenever the program dies, the file holds a state that was true.
/// Chain:   every change of a row is also an entry, which is never changed: the row as it is then, and a SHA-256 over it
///          and the entry before. verify() finds an entry or a row that was altered or removed. Who can write the file
///          can also write a part of the chain anew, from some entry to the end: only a hash that was exported before
///          and is not at its entry any more shows that.
/// Errors:  as SqliteFile; InvalidArgument for a plan with a Secret (nothing is written); PreconditionChanged when the
///          operation is not this journal's to write (set aside, ended, never begun).
/// Threads: the thread that opened it.
/// Cost:    some milliseconds a write (synchronous=FULL).
class Journal final {
public:
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &path);
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] Result<qint64> beginOperation(const OperationStart &start, const Plan &plan, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> beginStep(qint64 operation, int step, const QDateTime &nowUtc);
    /// What a server's store holds right before a creating command.
    [[nodiscard]] Result<void> recordPresent(qint64 operation, int step, const QList<domain::Thumbprint> &present);
    /// What the web sites of a server have right before a command that may take it off them.
    [[nodiscard]] Result<void> recordSites(qint64 operation, int step, const domain::SiteBindings &sites);
    /// A question as it was recognised; its answer comes with recordAnswer().
    [[nodiscard]] Result<void> recordQuestion(
        qint64 operation, int step, const shell::AskedPrompt &question, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> recordAnswer(
        qint64 operation, int step, const shell::PromptAnswer &answer, const QDateTime &nowUtc);
    [[nodiscard]] Result<void> recordProduced(qint64 operation, int step, const domain::Thumbprint &thumbprint);
    [[nodiscard]] Result<void> endStep(
        qint64 operation, int step, StepState state, const std::optional<Error> &error, const QDateTime &nowUtc);
    /// `left`: what is to be done by hand after it; written in the same transaction, so that none is lost.
    [[nodiscard]] Result<void> endOperation(
        qint64 operation, OperationState state, const QDateTime &nowUtc, const QList<HandWork> &left = {});

    /// Newest first. A damaged record is skipped and counted in `damaged`, never fatal.
    [[nodiscard]] Result<QList<OperationRecord>> operations(const QString &organisation, int *damaged = nullptr) const;
    /// Those of operations() that nobody runs any more.
    [[nodiscard]] Result<QList<OperationRecord>> interrupted(const QString &organisation) const;
    /// The person says that work which the operation left is done, or that it is not. Nothing is written where the newest
    /// record says so already: another window was faster. PreconditionChanged when the operation did not leave it.
    [[nodiscard]] Result<void> tick(
        qint64 operation, const HandWork &work, bool isDone, const Origin &by, const QDateTime &nowUtc);
    /// Ends an interrupted operation as seen. PreconditionChanged when it is not interrupted (any more).
    /// `left`: as for endOperation().
    [[nodiscard]] Result<void> setAside(qint64 operation, const QDateTime &nowUtc, const QList<HandWork> &left = {});

    /// Reads everything once. Errors: as SqliteFile; what is found is no error.
    [[nodiscard]] Result<JournalCondition> verify() const;
    /// Every entry as a line of JSON, oldest first, for an archive or a log server; an operation's first entry also has
    /// its plan. Keys: docs/data.md. Ends with the first error of `write`.
    [[nodiscard]] Result<void> exportEntries(const std::function<Result<void>(const QByteArray &line)> &write) const;

private:
    explicit Journal(std::unique_ptr<SqliteFile> file);
    [[nodiscard]] QString lockPath(const QString &owner) const;
    [[nodiscard]] Result<void> holdLock();
    [[nodiscard]] bool isAlive(const QString &owner) const;
    [[nodiscard]] Result<void> check(JournalCondition &out) const;
    [[nodiscard]] Result<void> exportAll(const std::function<Result<void>(const QByteArray &line)> &write) const;
    /// Chains every row that an older version wrote; once, after the upgrade.
    [[nodiscard]] Result<void> chainOldRows();
    /// Runs a statement that must change exactly one row.
    [[nodiscard]] Result<void> change(const QString &sql, const QVariantList &bindings);
    /// In one transaction: f, provided that the operation is running and ours.
    [[nodiscard]] Result<void> changeOwn(qint64 operation, const std::function<Result<void>()> &f);
    /// changeOwn() of a step's row.
    [[nodiscard]] Result<void> changeStep(
        qint64 operation, int step, chain::Event event, const QString &sql, const QVariantList &bindings);
    /// Ends a running operation, with the work that it leaves; inside a transaction.
    [[nodiscard]] Result<void> endRow(qint64 operation, OperationState state, chain::Event event,
        const QDateTime &nowUtc, const QList<HandWork> &left);

    /// Adds a line about work that is done by hand; inside a transaction.
    [[nodiscard]] Result<void> addHandWork(qint64 operation, const HandWorkRecord &record);

    [[nodiscard]] Result<OperationRecord> operationFrom(const SqliteFile::Row &row) const;

    std::unique_ptr<SqliteFile> m_file;
    QString m_owner; ///< this journal's name among the programs that write the file
    std::unique_ptr<QLockFile> m_lock; ///< null until the first operation begins
};

} // namespace kakuin::plan
