// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/session/session.h"
#include "core/session/snapshotsaver.h"
#include "core/snapshot/snapshotshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>

namespace tests::tst_snapshotsaver {

using namespace kakuin;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

Result<domain::InventoryPtr> pictureOf(const std::shared_ptr<shell::Shell> &shell)
{
    Session session(shell);
    return await(session.refresh());
}

Result<domain::InventoryPtr> opened(const QString &path)
{
    const auto shell = await(snapshot::SnapshotShell::open({path}));
    return shell ? pictureOf(*shell) : tl::unexpected<Error>(shell.error());
}

/// What a picture says, without when which part was read.
domain::Inventory content(const domain::InventoryPtr &picture)
{
    domain::Inventory plain = *picture;
    plain.takenUtc = {};
    for (domain::ServerEntry &entry : plain.servers)
        entry.readUtc = {};
    return plain;
}

Result<SavedSnapshot> saved(SnapshotSaver &saver)
{
    Result<SavedSnapshot> outcome = fail(ErrorCode::NotRead);
    bool isFinished = false;
    QObject::connect(&saver, &SnapshotSaver::finished, &saver, [&](const Result<SavedSnapshot> &result) {
        outcome = result;
        isFinished = true;
    });
    saver.start();
    return QTest::qWaitFor([&] { return isFinished; }, 60'000) ? outcome : fail(ErrorCode::Internal);
}

} // namespace

class tst_SnapshotSaver : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<lab::LabShell> m_lab;

private Q_SLOTS:
    void initTestCase()
    {
        const auto lab = await(lab::LabShell::create(m_folder.filePath(u"lab.kakuinlab"_s), lab::Preset::Contoso2013));
        QVERIFY_RESULT(lab);
        m_lab = *lab;
    }

    void savedSnapshot_opensToTheSamePicture_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a folder") << u"saved"_s;
        QTest::newRow("an archive") << u"saved.zip"_s;
    }
    void savedSnapshot_opensToTheSamePicture()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        const auto live = pictureOf(m_lab);
        QVERIFY_RESULT(live);
        SnapshotSaver saver(m_lab, {path, false}, 8);
        const auto outcome = saved(saver);
        QVERIFY_RESULT(outcome);
        QCOMPARE(outcome->servers, (*live)->servers.size());
        QCOMPARE(outcome->missing, QList<Error>());
        const auto back = opened(path);
        QVERIFY_RESULT(back);
        QCOMPARE((*back)->organisation, (*live)->organisation);
        QCOMPARE((*back)->problems, QList<Error>());
        for (const domain::ServerEntry &entry : (*live)->servers) {
            const domain::ServerEntry *other = (*back)->find(entry.server.id);
            QVERIFY(other);
            QVERIFY2(other->server == entry.server, qPrintable(entry.server.id.name()));
            QVERIFY2(other->transport == entry.transport, qPrintable(entry.server.id.name()));
            QCOMPARE(other->certificates.has_value(), entry.certificates.has_value());
        }
        QVERIFY((*back)->authConfig == (*live)->authConfig);
        QVERIFY((*back)->sendConnectors == (*live)->sendConnectors);
        QVERIFY((*back)->receiveConnectors == (*live)->receiveConnectors);
        QVERIFY((*back)->hybrid == (*live)->hybrid);
        QVERIFY(content(*back) == content(*live));
    }

    void snapshotOfASnapshot_isTheSame_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(KAKUIN_CAPTURED_DATA "/exchange"));
        if (!folder.exists())
            QSKIP("captured data of real servers is not there; see CMake's KAKUIN_CAPTURED_DATA");
        for (const QString &file : folder.entryList({u"*.xml"_s}, QDir::Files)) {
            // mailbox servers alone are no picture of an organisation, and a certificate without its server is none; the
            // other two are nothing that is known
            if (!file.contains(u"WebBinding") && !file.contains(u"AdminDisplayVersion")
                && !file.contains(u"Get-MailboxServer") && !file.contains(u"X509Certificate2"))
                QTest::newRow(qPrintable(file)) << folder.filePath(file);
        }
    }
    void snapshotOfASnapshot_isTheSame()
    {
        QFETCH(QString, file);
        const auto shell = await(snapshot::SnapshotShell::open({file}));
        QVERIFY_RESULT(shell);
        const auto before = pictureOf(*shell);
        QVERIFY_RESULT(before);
        const QString path = m_folder.filePath(u"again.zip"_s);
        SnapshotSaver saver(*shell, {path, true}, 8);
        QVERIFY_RESULT(saved(saver));
        const auto after = opened(path);
        QVERIFY_RESULT(after);
        domain::Inventory expected = content(*before);
        domain::Inventory found = content(*after);
        expected.problems = found.problems = {}; // they name files
        QCOMPARE(found.servers.size(), expected.servers.size());
        QVERIFY(found == expected);
    }

    void whatIsThere_isReplacedOnlyAfterAYes()
    {
        const QString folder = m_folder.filePath(u"there"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile old(folder + u"/old.xml"_s);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto never = [] { return false; };
        const QList<snapshot::SnapshotFile> files{{u"a.xml"_s, {clixml::Value(u"x"_s)}}};
        QCOMPARE(writeSnapshot(files, {folder, false}, now, never).error().code, ErrorCode::FileUnwritable);
        QVERIFY(old.exists());
        QVERIFY_RESULT(writeSnapshot(files, {folder, true}, now, never));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"a.xml"_s});
        QFile own(folder + u"/thesis.docx"_s);
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.close();
        QCOMPARE(writeSnapshot(files, {folder, true}, now, never).error().code, ErrorCode::FileUnwritable);
        QVERIFY(own.exists());
    }

    void abortedWriting_leavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a folder") << u"out/aborted"_s;
        QTest::newRow("an archive") << u"out/aborted.zip"_s;
    }
    void abortedWriting_leavesNothing()
    {
        QFETCH(QString, name);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"out"_s)));
        int asked = 0;
        const QList<snapshot::SnapshotFile> files{{u"a.xml"_s, {clixml::Value(u"x"_s)}}, {u"b.xml"_s, {}}};
        const auto outcome = writeSnapshot(
            files, {m_folder.filePath(name), false}, QDateTime::currentDateTimeUtc(), [&asked] { return ++asked > 1; });
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        const QDir left(m_folder.filePath(u"out"_s));
        QCOMPARE(left.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void cancelledReading_writesNothing()
    {
        const QString path = m_folder.filePath(u"cancelled.zip"_s);
        SnapshotSaver saver(m_lab, {path, false}, 8);
        connect(&saver, &SnapshotSaver::progressed, &saver, &SnapshotSaver::cancel);
        const auto outcome = saved(saver);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(path));
    }
};

KAKUIN_TEST(tst_SnapshotSaver)

} // namespace tests::tst_snapshotsaver

#include "tst_snapshotsaver.moc"
