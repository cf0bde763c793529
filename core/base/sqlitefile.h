// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>

#include <functional>
#include <memory>

namespace kakuin {

/// One SQLite file of ours (a practice organisation, the journal), told apart by its application id.
/// Shape:   open() creates the file, for this person alone, and its schema where there is none; an older file is
///          upgraded in one transaction. A damaged file is never touched.
/// Errors:  StorageForeign (SQLite, but not this kind of file), StorageDamaged (not SQLite, or its check fails),
///          StorageTooNew (a newer schema), StorageLocked, DiskFull, FileUnwritable, StorageFailed; subject: the path.
/// Threads: the thread that opened it, only (Qt's SQL drivers demand it).
class SqliteFile final {
public:
    struct Schema {
        qint32 applicationId = 0; ///< written to PRAGMA application_id
        int version = 1; ///< written to PRAGMA user_version
        QStringList statements; ///< create the tables of that version
        /// What brings a file of version n to n + 1, by n; a version that is missing here cannot be opened.
        QHash<int, QStringList> upgrades = {};
    };
    using Row = QList<QVariant>;

    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path, const Schema &schema);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &bindings = {});
    /// As run(); the row id of the row inserted.
    [[nodiscard]] Result<qint64> insert(const QString &sql, const QVariantList &bindings);
    [[nodiscard]] Result<QList<Row>> rows(const QString &sql, const QVariantList &bindings = {});
    /// Runs f, which only reads, on one state of the file, whatever others write meanwhile.
    [[nodiscard]] Result<void> onOneState(const std::function<Result<void>()> &f);
    /// Runs f between BEGIN IMMEDIATE and COMMIT; rolls back when f fails.
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()> &f);

private:
    [[nodiscard]] Result<void> between(const QString &begin, const std::function<Result<void>()> &f);
    SqliteFile(QString path, QString connectionName);
    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] Result<void> checkSchema(const Schema &schema);
    [[nodiscard]] Result<void> upgrade(int from, const Schema &schema);

    QString m_path;
    QString m_connectionName;
};

} // namespace kakuin
