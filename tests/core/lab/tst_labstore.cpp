// SPDX-License-Identifier: MIT
#include "core/base/sqlitefile.h"
#include "tests/core/lab/labfixture.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>

namespace tests::tst_labstore {

#endif

using namespace kakuin;
using namespace Qt::StringLiterals;

/// The file of a practice organisation: damaged, foreign, in use, full.
class tst_LabStore : public QObject {
    Q_OBJECT
private:
    testkit::LabFixture m_lab{lab::Preset::Small};

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_lab.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    ErrorCode openingFails(const QString &path)
    {
        const auto opened = testkit::await(lab::LabShell::open(path));
        return opened ? ErrorCode::Count_ : opened.error().code;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_lab.make()); }
    void init() { QVERIFY_RESULT(m_lab.open()); }
    void cleanup() { m_lab.shell.reset(); }

    void badFile_isRefused_andLeftAlone()
    {
        const QByteArray text = "this is no database, however long it is " + QByteArray(4096, 'x');
        const QString path = write(u"text.lab"_s, text);
        QCOMPARE(openingFails(path), ErrorCode::StorageDamaged);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
        QCOMPARE(openingFails(m_lab.file(u"missing.lab"_s)), ErrorCode::FileNotFound);
        QVERIFY(!QFile::exists(m_lab.file(u"missing.lab"_s)));
    }

    void otherDatabases_areRefused_data()
    {
        QTest::addColumn<qint32>("applicationId");
        QTest::addColumn<int>("version");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("another kind of file") << qint32{0x1234} << 1 << ErrorCode::StorageForeign;
        QTest::newRow("a newer one of ours") << qint32{0x4b4b4c42} << 99 << ErrorCode::StorageTooNew;
        QTest::newRow("ours, but empty") << qint32{0x4b4b4c42} << 1 << ErrorCode::StorageDamaged;
    }
    void otherDatabases_areRefused()
    {
        QFETCH(qint32, applicationId);
        QFETCH(int, version);
        QFETCH(ErrorCode, code);
        const QString path = m_lab.file(QString::fromLatin1(QTest::currentDataTag()));
        {
            const auto file = SqliteFile::open(path, {applicationId, version, {u"CREATE TABLE other(x)"_s}});
            QVERIFY_RESULT(file);
        }
        QCOMPARE(openingFails(path), code);
        QVERIFY(QFile::exists(path));
    }

    void damagedContent_isRefused()
    {
        const QString path = m_lab.path();
        m_lab.shell.reset();
        {
            const auto file = SqliteFile::open(path, {0x4b4b4c42, 1, {}});
            QVERIFY_RESULT(file);
            QVERIFY_RESULT((*file)->run(u"UPDATE certificates SET der=x'3000'"_s));
        }
        QCOMPARE(openingFails(path), ErrorCode::StorageDamaged);
    }

    void misleadingName_isRefused_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *column : {"name", "fqdn", "site", "dag", "dn", "domain"})
            QTest::addRow("servers.%s", column)
                << u"UPDATE servers SET %1=? WHERE rowid IN (SELECT max(rowid) FROM servers)"_s.arg(
                       QLatin1String(column));
        for (const char *column : {"name", "domain", "domain_controller"})
            QTest::addRow("organisation.%s", column) << u"UPDATE organisation SET %1=?"_s.arg(QLatin1String(column));
        const QString connector = u"INSERT INTO connectors(position, kind, name, servers, fqdn, cloud, enabled) "
                                  "VALUES(99, 0, %1, 'EX01', %2, 0, 1)"_s;
        QTest::newRow("connectors.name") << connector.arg(u"?"_s, u"'x'"_s);
        QTest::newRow("connectors.fqdn") << connector.arg(u"'x'"_s, u"?"_s);
    }
    void misleadingName_isRefused()
    {
        QFETCH(QString, statement);
        const QString path = m_lab.path();
        m_lab.shell.reset();
        {
            const auto file = SqliteFile::open(path, {0x4b4b4c42, 1, {}});
            QVERIFY_RESULT(file);
            QVERIFY_RESULT((*file)->run(statement, {u"EX01\n$global:pwned=42 #"_s}));
        }
        QCOMPARE(openingFails(path), ErrorCode::StorageDamaged);
    }

    void secondInstance_isToldSo() { QCOMPARE(openingFails(m_lab.path()), ErrorCode::StorageLocked); }

    void creating_keepsTheOldFile()
    {
        const QString path = m_lab.path();
        const QString id = m_lab.shell->organisationId();
        m_lab.shell.reset();
        const auto made = testkit::await(lab::LabShell::create(path, lab::Preset::Small));
        QVERIFY_RESULT(made);
        QVERIFY((*made)->organisationId() != id);
        const QFileInfo info(path);
        const QStringList kept = info.dir().entryList({info.fileName() + u".kept-*"_s});
        QCOMPARE(kept.size(), 1);
        const auto old = testkit::await(lab::LabShell::open(info.dir().filePath(kept.first())));
        QVERIFY_RESULT(old);
        QCOMPARE((*old)->organisationId(), id);
    }

    void creating_canBeCancelled_andTouchesNothing()
    {
        const QString path = m_lab.file(u"cancelled.lab"_s);
        auto future = lab::LabShell::create(path, lab::Preset::Medium);
        future.cancel();
        QCOMPARE(testkit::await(future).error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(!QFile::exists(path));
    }

    void fullDisk_leavesTheStateAsTheFileHasIt()
    {
#ifdef Q_OS_UNIX
        const auto before = m_lab.certificates(u"EX01"_s);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit tight{4096, limit.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto output = m_lab.run(testkit::newCertificate(u"EX01"_s).withServices({}));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        QVERIFY(!output);
        QCOMPARE(m_lab.certificates(u"EX01"_s), before);
        QVERIFY_RESULT(m_lab.run(testkit::newCertificate(u"EX01"_s).withServices({})));
        QVERIFY_RESULT(m_lab.reopen());
        QCOMPARE(m_lab.certificates(u"EX01"_s).size(), before.size() + 1);
#else
        QSKIP("no limit of file sizes here");
#endif
    }
};

KAKUIN_TEST(tst_LabStore)

} // namespace tests::tst_labstore

#include "tst_labstore.moc"
