// SPDX-License-Identifier: MIT
#include "core/base/sqlitefile.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QScopeGuard>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>

namespace tests::tst_sqlitefile {

#endif

using namespace kakuin;

namespace {

const SqliteFile::Schema schema{0x4b414b55, 3,
    {QStringLiteral("CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, data BLOB)"),
        QStringLiteral("CREATE TABLE child(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent(id))")}};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class tst_SqliteFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name = "test.db") const { return m_folder->filePath(QLatin1String(name)); }

    static ErrorCode codeOf(const QString &path, const SqliteFile::Schema &wanted = schema)
    {
        const auto file = SqliteFile::open(path, wanted);
        if (file)
            return ErrorCode::Count_;
        return file.error().subject == path ? file.error().code : ErrorCode::Internal;
    }

    /// A file with a few pages of rows.
    void fill()
    {
        const auto file = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(file);
        QVERIFY_RESULT((*file)->inTransaction([&]() -> Result<void> {
            for (int i = 0; i < 200; ++i) {
                if (auto done = (*file)->run(QStringLiteral("INSERT INTO parent(name, data) VALUES(?, ?)"),
                        {QStringLiteral("name %1").arg(i), QByteArray(500, 'x')});
                    !done)
                    return done;
            }
            return {};
        }));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void file_isMadeWithItsFolder_andFoundAgain()
    {
        const QString deep = path("a/b/test.db");
        {
            const auto file = SqliteFile::open(deep, schema);
            QVERIFY_RESULT(file);
            QCOMPARE((*file)->path(), deep);
            const auto id = (*file)->insert(QStringLiteral("INSERT INTO parent(name, data) VALUES(?, ?)"),
                {QStringLiteral("角印'; DROP TABLE parent; --"), QByteArray("\0\xff", 2)});
            QVERIFY_RESULT(id);
            QCOMPARE(*id, 1);
        }
        const auto again = SqliteFile::open(deep, schema);
        QVERIFY_RESULT(again);
        const auto rows = (*again)->rows(QStringLiteral("SELECT name, data FROM parent WHERE id=?"), {1});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(
            rows->first(), (SqliteFile::Row{QStringLiteral("角印'; DROP TABLE parent; --"), QByteArray("\0\xff", 2)}));
    }

#ifdef Q_OS_UNIX
    void fileAndFolder_areForTheirOwnerAlone_alsoThoseOfEarlierVersions()
    {
        constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        const mode_t before = umask(022); // as on most computers
        const auto restore = qScopeGuard([before] { umask(before); });
        {
            const auto file = SqliteFile::open(path("a/b/test.db"), schema);
            QVERIFY_RESULT(file);
            QVERIFY_RESULT((*file)->run(QStringLiteral("INSERT INTO parent(name) VALUES('x')")));
            for (const char *name : {"a", "a/b", "a/b/test.db", "a/b/test.db-wal", "a/b/test.db-shm"}) {
                QVERIFY2(QFile::exists(path(name)), name);
                QVERIFY2(!(QFile::permissions(path(name)) & others), name);
            }
        }
        // made readable by a version before, or by somebody
        QVERIFY(QFile::setPermissions(
            path("a/b/test.db"), QFile::permissions(path("a/b/test.db")) | QFileDevice::ReadOther));
        QVERIFY_RESULT(SqliteFile::open(path("a/b/test.db"), schema));
        QVERIFY(!(QFile::permissions(path("a/b/test.db")) & others));
    }

    void folderThatExists_keepsItsPermissions()
    {
        QVERIFY(QDir().mkdir(path("shared"), QFileDevice::Permissions(0x7755)));
        const auto before = QFile::permissions(path("shared"));
        QVERIFY_RESULT(SqliteFile::open(path("shared/test.db"), schema));
        QCOMPARE(QFile::permissions(path("shared")), before);
    }
#endif

    void otherFile_isRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("text") << QByteArray("This is not a database at all.").repeated(50) << ErrorCode::StorageDamaged;
        QTest::newRow("a header without a file")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(200, '\x7f') << ErrorCode::StorageDamaged;
    }
    void otherFile_isRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        write(path(), content);
        QCOMPARE(codeOf(path()), code);
        QCOMPARE(contentOf(path()), content);
    }

    void foreignDatabase_isRefusedAndLeftAlone()
    {
        SqliteFile::Schema other = schema;
        other.applicationId = 1;
        QVERIFY_RESULT(SqliteFile::open(path(), other));
        const QByteArray before = contentOf(path());
        QCOMPARE(codeOf(path()), ErrorCode::StorageForeign);
        QCOMPARE(contentOf(path()), before);
    }

    void newerFile_isRefused()
    {
        SqliteFile::Schema newer = schema;
        newer.version = schema.version + 1;
        QVERIFY_RESULT(SqliteFile::open(path(), newer));
        QCOMPARE(codeOf(path()), ErrorCode::StorageTooNew);
    }

    void damagedFile_isRefusedAndLeftAlone_data()
    {
        QTest::addColumn<bool>("isTruncated");
        QTest::newRow("cut off in the middle") << true;
        QTest::newRow("overwritten in the middle") << false;
    }
    void damagedFile_isRefusedAndLeftAlone()
    {
        QFETCH(bool, isTruncated);
        fill();
        QByteArray content = contentOf(path());
        QVERIFY(content.size() > 16 * 4096);
        if (isTruncated)
            content.truncate(content.size() / 2);
        else
            content.replace(4096, 8 * 4096, QByteArray(8 * 4096, '\x55'));
        write(path(), content);
        QCOMPARE(codeOf(path()), ErrorCode::StorageDamaged);
        QCOMPARE(contentOf(path()), content);
    }

    void folder_cannotBeOpened()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("test.db")));
        QCOMPARE(codeOf(path()), ErrorCode::FileUnwritable);
    }

    void fileInTheWayOfAFolder_isUnwritable()
    {
        write(path("file"), "x");
        const auto file = SqliteFile::open(path("file/test.db"), schema);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::FileUnwritable);
    }

    void writing_saysLocked_whileAnotherWrites()
    {
        const auto first = SqliteFile::open(path(), schema);
        const auto second = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(first);
        QVERIFY_RESULT(second);
        QVERIFY_RESULT((*first)->run(QStringLiteral("BEGIN IMMEDIATE")));
        const auto written = (*second)->run(QStringLiteral("INSERT INTO parent(name) VALUES('x')"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::StorageLocked);
        QVERIFY_RESULT((*first)->run(QStringLiteral("ROLLBACK")));
        QVERIFY_RESULT((*second)->run(QStringLiteral("INSERT INTO parent(name) VALUES('x')")));
    }

    void opening_saysLocked_whileAnotherHoldsTheWholeFile()
    {
        const auto first = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(first);
        QVERIFY_RESULT((*first)->run(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
        QVERIFY_RESULT((*first)->run(QStringLiteral("INSERT INTO parent(name) VALUES('x')")));
        QCOMPARE(codeOf(path()), ErrorCode::StorageLocked);
    }

    void fullDisk_isReported_andNothingIsHalfWritten()
    {
        const auto file = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(file);
        QVERIFY_RESULT(
            (*file)->run(QStringLiteral("PRAGMA max_page_count=10"))); // SQLite then answers as on a full disk
        const auto done = (*file)->inTransaction([&]() -> Result<void> {
            if (auto small = (*file)->run(QStringLiteral("INSERT INTO parent(name) VALUES('small')")); !small)
                return small;
            return (*file)->run(QStringLiteral("INSERT INTO parent(name, data) VALUES('big', zeroblob(1000000))"));
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::DiskFull);
        const auto rows = (*file)->rows(QStringLiteral("SELECT count(*) FROM parent"));
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->first().first().toInt(), 0);
    }

    void transaction_isUndone_whenItsFunctionFails()
    {
        const auto file = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(file);
        const auto done = (*file)->inTransaction([&]() -> Result<void> {
            if (auto inserted = (*file)->run(QStringLiteral("INSERT INTO parent(name) VALUES('x')")); !inserted)
                return inserted;
            return fail(ErrorCode::VerificationFailed, QStringLiteral("x"));
        });
        QCOMPARE(done.error().code, ErrorCode::VerificationFailed);
        const auto rows = (*file)->rows(QStringLiteral("SELECT count(*) FROM parent"));
        QCOMPARE(rows->first().first().toInt(), 0);
        QVERIFY_RESULT((*file)->inTransaction([] { return Result<void>(); })); // and the next one can begin
    }

    void statement_thatIsWrong_isAnError_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("not SQL") << QStringLiteral("SELEKT 1");
        QTest::newRow("an unknown table") << QStringLiteral("INSERT INTO nowhere VALUES(1)");
        QTest::newRow("a broken rule") << QStringLiteral("INSERT INTO parent(name) VALUES(NULL)");
        QTest::newRow("a reference to nothing") << QStringLiteral("INSERT INTO child(parent) VALUES(99)");
    }
    void statement_thatIsWrong_isAnError()
    {
        QFETCH(QString, sql);
        const auto file = SqliteFile::open(path(), schema);
        QVERIFY_RESULT(file);
        const auto done = (*file)->run(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::StorageFailed);
        QCOMPARE(done.error().subject, path());
        QVERIFY(!done.error().detail.isEmpty());
    }
};

KAKUIN_TEST(tst_SqliteFile)

} // namespace tests::tst_sqlitefile

#include "tst_sqlitefile.moc"
