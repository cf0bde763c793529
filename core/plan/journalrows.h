// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"

/// Rows of the journal's tables to records and back. Nothing in the file is taken for granted.
/// Errors: StorageDamaged, detail = the column.
namespace kakuin::plan::rows {

/// A time as it is stored: UTC, milliseconds.
[[nodiscard]] QVariant time(const QDateTime &utc);
/// Back; invalid when it is none.
[[nodiscard]] QDateTime utc(const QVariant &stored);
/// A text that is never NULL.
[[nodiscard]] QVariant text(const QString &text);

/// Optional values as JSON: NULL where there is none.
[[nodiscard]] QVariant thumbprints(const QList<domain::Thumbprint> &list);
[[nodiscard]] QVariant sites(const domain::SiteBindings &sites);
[[nodiscard]] QVariant consent(const std::optional<Consent> &consent);
[[nodiscard]] QVariant names(const QHash<domain::Thumbprint, QString> &names);

/// A row of (id, organisation, plan, state, owner, started, ended, account, user, computer, program, server_version,
/// plan_hash, consent, names), without steps.
[[nodiscard]] Result<OperationRecord> operation(const SqliteFile::Row &row);
[[nodiscard]] QString owner(const SqliteFile::Row &row);

/// Adds one record for each step of the plan, in the plan's order.
/// Rows of steps: (number, state, started, ended, produced, error, subject, detail, present); of questions, in order of
/// asking: (step, prompt, answered, answer, asked, kind, consent). A question of an older version, which noted no kind,
/// is recognised now.
[[nodiscard]] Result<void> addSteps(
    OperationRecord &operation, const QList<SqliteFile::Row> &steps, const QList<SqliteFile::Row> &questions);

/// Adds what was left to be done by hand, and the ticks. Rows of (event, kind, server, certificate, written, account,
/// user, computer, program), oldest first.
[[nodiscard]] Result<void> addHandWork(OperationRecord &operation, const QList<SqliteFile::Row> &rows);

} // namespace kakuin::plan::rows
