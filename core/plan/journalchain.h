// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/sqlitefile.h"

#include <QtCore/QByteArray>

/// The journal's chain of entries: an entry for each change of a row, hashed with the entry before.
/// Source: decision 0089.
namespace kakuin::plan::chain {

/// What happened, as it is called in an entry.
enum class Event {
    TakenOver, ///< written by a version that kept no chain
    OperationBegun,
    StepBegun,
    StoreRead,
    QuestionAsked,
    QuestionAnswered,
    CertificateReturned,
    StepEnded,
    OperationEnded,
    SetAside,
    WorkLeft, ///< to be done by hand
    Ticked,
    Unticked,
};

/// A table whose rows are chained.
enum class Table { Operations, Steps, Questions, Checklist, HandWork };

/// What creates the table of entries.
[[nodiscard]] QString createStatement();
/// Marks a file without entries whose rows are still to be chained; isMarked() until takeOver() has done it.
[[nodiscard]] QString markStatement();
[[nodiscard]] Result<bool> isMarked(SqliteFile &file);
/// Chains every row as TakenOver and removes the mark.
[[nodiscard]] Result<void> takeOver(SqliteFile &file);

/// Adds the row with that key as it is now; a row that is not there any more is written as null. Inside a transaction.
[[nodiscard]] Result<void> append(SqliteFile &file, Event event, Table table, const QVariantList &key);

/// One entry, as it is exported.
struct Entry final {
    qint64 number = 0;
    QByteArray json; ///< all of it but its hash, with the hash of the entry before
    QByteArray hash; ///< as it is stored: 64 hexadecimal digits
    bool isIntact = false; ///< the hash fits, and so does the one before
    Table table = Table::Operations;
    QString key; ///< "12", "12/3"
    QByteArray row; ///< JSON of the row, "null" when it was removed
    QString event;
};

/// Calls f for every entry, oldest first. Ends with the first error of f.
[[nodiscard]] Result<void> forEach(SqliteFile &file, const std::function<Result<void>(const Entry &)> &f);

/// Whether it is what takeOver() wrote, which comes before everything else.
[[nodiscard]] bool isTakenOver(const Entry &entry);
/// The operation that it belongs to, as text; empty for what may come after an operation's end.
[[nodiscard]] QString operationOf(const Entry &entry);
/// Whether it is the last entry of its operation. Only ticks may follow.
[[nodiscard]] bool endsOperation(const Entry &entry);
/// The newest records that were numbered but are not there: "operations 12".
[[nodiscard]] Result<QStringList> missingAtTheEnd(SqliteFile &file);

/// The places at which the tables hold something else than what the newest entry of each row says: "steps 12/3".
[[nodiscard]] Result<QStringList> alteredRows(SqliteFile &file, const QHash<QString, QByteArray> &newest);
/// The place of an entry's row, as alteredRows() and its argument name it.
[[nodiscard]] QString placeOf(Table table, const QString &key);

} // namespace kakuin::plan::chain
