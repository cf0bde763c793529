// SPDX-License-Identifier: MIT
#include "core/base/sqlitefile.h"

#include "core/base/privatefolder.h"

#include <QtCore/QAtomicInteger>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

namespace kakuin {
namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); extended codes carry them in the low byte.
ErrorCode codeOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return ErrorCode::StorageLocked;
    case 8: // READONLY
    case 14: // CANTOPEN
        return ErrorCode::FileUnwritable;
    case 11: // CORRUPT
    case 26: // NOTADB
        return ErrorCode::StorageDamaged;
    case 13: // FULL
        return ErrorCode::DiskFull;
    default:
        return ErrorCode::StorageFailed;
    }
}

tl::unexpected<Error> failed(const QString &path, const QSqlError &error)
{
    return fail(codeOf(error), path, error.databaseText());
}

} // namespace

SqliteFile::SqliteFile(QString path, QString connectionName)
    : m_path(std::move(path))
    , m_connectionName(std::move(connectionName))
{
}

SqliteFile::~SqliteFile()
{
    database().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

QSqlDatabase SqliteFile::database() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, const Schema &schema)
{
    static QAtomicInteger<quint64> counter;
    const QFileInfo info(path);
    if (const Result<void> made = makePrivateFolder(info.absolutePath()); !made)
        return tl::unexpected<Error>(made.error());
    // empty is a database without tables to SQLite, which would make the file readable for everybody; a file that is
    // there already is touched only once it is known to be ours
    if (!info.exists())
        keepPrivate(path);
    const QString name = QStringLiteral("kakuin-%1").arg(++counter);
    // the object exists before the connection opens, so that every failure below removes the connection again
    std::unique_ptr<SqliteFile> file(new SqliteFile(path, name));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        db.setDatabaseName(path);
        db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        if (!db.open())
            return failed(path, db.lastError());
    }
    const Result<int> tables
        = file->rows(QStringLiteral("SELECT count(*) FROM sqlite_master")).transform([](const QList<Row> &rows) {
              return rows.value(0).value(0).toInt();
          });
    if (!tables)
        return tl::unexpected<Error>(tables.error());
    if (*tables == 0) {
        const Result<void> made = file->inTransaction([&]() -> Result<void> {
            for (const QString &sql : schema.statements) {
                if (auto done = file->run(sql); !done)
                    return done;
            }
            if (auto done = file->run(QStringLiteral("PRAGMA application_id=%1").arg(schema.applicationId)); !done)
                return done;
            return file->run(QStringLiteral("PRAGMA user_version=%1").arg(schema.version));
        });
        if (!made)
            return tl::unexpected<Error>(made.error());
    } else {
        if (auto checked = file->checkSchema(schema); !checked)
            return tl::unexpected<Error>(checked.error());
    }
    keepPrivate(path); // SQLite gives its side files the same permissions
    // FULL: a step that the journal calls "begun" must be on disk before the command leaves (decision D6)
    if (auto done = file->run(QStringLiteral("PRAGMA journal_mode=WAL")); !done)
        return tl::unexpected<Error>(done.error());
    if (auto done = file->run(QStringLiteral("PRAGMA synchronous=FULL")); !done)
        return tl::unexpected<Error>(done.error());
    if (auto done = file->run(QStringLiteral("PRAGMA foreign_keys=ON")); !done)
        return tl::unexpected<Error>(done.error());
    return file;
}

Result<void> SqliteFile::checkSchema(const Schema &schema)
{
    const auto number = [this](const char *pragma) {
        return rows(QLatin1String("PRAGMA ") + QLatin1String(pragma)).transform([](const QList<Row> &found) {
            return found.isEmpty() || found.first().isEmpty() ? 0 : found.first().first().toInt();
        });
    };
    const Result<int> id = number("application_id");
    const Result<int> version = number("user_version");
    if (!id || !version)
        return tl::unexpected<Error>(id ? version.error() : id.error());
    if (*id != schema.applicationId)
        return fail(ErrorCode::StorageForeign, m_path);
    if (*version > schema.version)
        return fail(ErrorCode::StorageTooNew, m_path);
    const auto check = rows(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return tl::unexpected<Error>(check.error());
    if (check->value(0).value(0).toString() != QLatin1String("ok"))
        return fail(ErrorCode::StorageDamaged, m_path, check->value(0).value(0).toString());
    return upgrade(*version, schema);
}

Result<void> SqliteFile::upgrade(int from, const Schema &schema)
{
    if (from == schema.version)
        return {};
    return inTransaction([&]() -> Result<void> {
        for (int version = from; version < schema.version; ++version) {
            if (!schema.upgrades.contains(version))
                return fail(ErrorCode::StorageForeign, m_path, QString::number(from));
            const QStringList statements = schema.upgrades.value(version);
            for (const QString &sql : statements) {
                if (auto done = run(sql); !done)
                    return done;
            }
        }
        return run(QStringLiteral("PRAGMA user_version=%1").arg(schema.version));
    });
}

Result<void> SqliteFile::run(const QString &sql, const QVariantList &bindings)
{
    QSqlQuery query(database());
    if (!query.prepare(sql))
        return failed(m_path, query.lastError());
    for (const QVariant &value : bindings)
        query.addBindValue(value);
    if (!query.exec())
        return failed(m_path, query.lastError());
    return {};
}

Result<qint64> SqliteFile::insert(const QString &sql, const QVariantList &bindings)
{
    QSqlQuery query(database());
    if (!query.prepare(sql))
        return failed(m_path, query.lastError());
    for (const QVariant &value : bindings)
        query.addBindValue(value);
    if (!query.exec())
        return failed(m_path, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<QList<SqliteFile::Row>> SqliteFile::rows(const QString &sql, const QVariantList &bindings)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failed(m_path, query.lastError());
    for (const QVariant &value : bindings)
        query.addBindValue(value);
    if (!query.exec())
        return failed(m_path, query.lastError());
    QList<Row> rows;
    while (query.next()) {
        const int columns = query.record().count();
        Row row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        rows.append(std::move(row));
    }
    if (query.lastError().isValid())
        return failed(m_path, query.lastError());
    return rows;
}

Result<void> SqliteFile::inTransaction(const std::function<Result<void>()> &f)
{
    return between(QStringLiteral("BEGIN IMMEDIATE"), f);
}

Result<void> SqliteFile::onOneState(const std::function<Result<void>()> &f)
{
    return between(QStringLiteral("BEGIN"), f);
}

Result<void> SqliteFile::between(const QString &begin, const std::function<Result<void>()> &f)
{
    if (auto begun = run(begin); !begun)
        return begun;
    Result<void> done = f();
    if (done)
        done = run(QStringLiteral("COMMIT"));
    if (!done) {
        // the first failure is the one to report; SQLite rolls back by itself if even this fails
        const auto rolledBack = run(QStringLiteral("ROLLBACK"));
        Q_UNUSED(rolledBack)
    }
    return done;
}

} // namespace kakuin
