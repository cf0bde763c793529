// SPDX-License-Identifier: MIT
#include "core/session/workspace.h"

#include "core/base/privatefolder.h"
#include "core/connection/connectionfile.h"
#include "core/findings/mutestore.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtCore/QScopeGuard>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace tests::tst_workspace {

using namespace kakuin;
using session::Workspace;

class tst_Workspace final : public QObject {
    Q_OBJECT

    static QStringList practiceFiles(const QTemporaryDir &folder)
    {
        return QDir(folder.filePath(QStringLiteral("practice")))
            .entryList({QStringLiteral("*.kakuinlab")}, QDir::Files);
    }

private Q_SLOTS:
    void openPractice_makesContoso2013_theFirstTime()
    {
        QTemporaryDir folder;
        Workspace workspace(folder.path());
        QSignalSpy changed(&workspace, &Workspace::sessionChanged);
        QVERIFY_RESULT(testkit::await(workspace.openPractice()));
        QVERIFY(workspace.lab() != nullptr);
        QCOMPARE(workspace.lab()->preset(), lab::Preset::Contoso2013);
        QCOMPARE(changed.size(), 1);
        QVERIFY(workspace.journal() != nullptr);
        QCOMPARE(practiceFiles(folder).size(), 1);
    }

#ifdef Q_OS_UNIX
    void everythingKept_isForTheUserAlone_whateverTheUmask_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("everybody may") << 0;
        QTest::newRow("as on most computers") << 022;
        QTest::newRow("others may not") << 077;
    }
    void everythingKept_isForTheUserAlone_whateverTheUmask()
    {
        QFETCH(const int, mask);
        const auto before = umask(static_cast<mode_t>(mask));
        const auto restoring = qScopeGuard([before] { umask(before); });
        QTemporaryDir folder;
        const QString data = folder.filePath(QStringLiteral("share/kakuin"));
        Workspace workspace(data);
        QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small), 60'000));
        QVERIFY(workspace.journal() != nullptr);
        // a journal makes its lock with its first operation
        QVERIFY_RESULT(workspace.journal()->beginOperation(
            {workspace.organisationKey(), {}, {}, {}}, plan::Plan(), QDateTime::currentDateTimeUtc()));
        QVERIFY_RESULT(connection::ConnectionFile(data + QStringLiteral("/connections.json")).save({}));
        QVERIFY_RESULT(findings::MuteStore::open(data + QStringLiteral("/mutes.sqlite")));
        QStringList kept;
        QStringList open;
        QDirIterator all(data, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            all.next();
            const QFileInfo info = all.fileInfo();
            const auto wanted = info.isDir() ? privateFile | QFileDevice::ExeOwner : privateFile;
            // Qt's ...User are what the process itself is allowed, root everything
            const auto owner = QFileDevice::Permissions(0x7077);
            kept.append(info.fileName());
            if ((info.permissions() & owner) != wanted)
                open.append(info.filePath());
        }
        QCOMPARE(open, QStringList());
        const auto has = [&kept](const char *end) {
            return std::any_of(
                kept.begin(), kept.end(), [end](const QString &name) { return name.endsWith(QLatin1String(end)); });
        };
        // what this test is about, was there
        for (const char *each : {"in-use.lock", "journal.sqlite", "mutes.sqlite", ".kakuinlab", ".kakuinlab.lock",
                 "practice", "connections.json"})
            QVERIFY2(has(each), each);
        QVERIFY(kept.filter(QRegularExpression(QStringLiteral("^journal\\.sqlite\\.[0-9a-f]+\\.lock$"))).size() == 1);
        QCOMPARE(QFile::permissions(data) & QFileDevice::Permissions(0x7077), privateFile | QFileDevice::ExeOwner);
    }
#endif

    void openPractice_findsTheSameOrganisation_theSecondTime()
    {
        QTemporaryDir folder;
        QString key;
        {
            Workspace workspace(folder.path());
            QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small)));
            key = workspace.organisationKey();
        }
        Workspace workspace(folder.path());
        QVERIFY_RESULT(testkit::await(workspace.openPractice()));
        QCOMPARE(workspace.organisationKey(), key);
        QCOMPARE(workspace.lab()->preset(), lab::Preset::Small);
    }

    void openPractice_changesNothing_whenItIsOpenAlready()
    {
        QTemporaryDir folder;
        Workspace workspace(folder.path());
        QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small)));
        session::Session *before = workspace.session();
        const auto again = testkit::await(workspace.openPractice());
        QVERIFY_RESULT(again);
        QCOMPARE(*again, before);
    }

    void createPractice_keepsTheOldFile()
    {
        QTemporaryDir folder;
        Workspace workspace(folder.path());
        QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small)));
        const QString before = workspace.organisationKey();
        QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small)));
        QVERIFY(workspace.organisationKey() != before);
        QCOMPARE(practiceFiles(folder).size(), 2);
    }

    void openPractice_reportsADamagedFile_andTouchesNothing()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("practice")));
        const QString path = folder.filePath(QStringLiteral("practice/20990101-000000000-small.kakuinlab"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray junk = QByteArray("not a database at all\n").repeated(200);
        QCOMPARE(file.write(junk), junk.size());
        file.close();

        Workspace workspace(folder.path());
        const auto opened = testkit::await(workspace.openPractice());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::StorageDamaged);
        QVERIFY(workspace.session() == nullptr);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), junk);
    }

    void secondWorkspace_isToldThatTheFolderIsInUse()
    {
        QTemporaryDir folder;
        Workspace first(folder.path());
        QVERIFY_RESULT(testkit::await(first.createPractice(lab::Preset::Small)));
        Workspace second(folder.path());
        const auto opened = testkit::await(second.openPractice());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::StorageLocked);
        const auto created = testkit::await(second.createPractice(lab::Preset::Small));
        QVERIFY(!created.has_value());
        QCOMPARE(created.error().code, ErrorCode::StorageLocked);
        QVERIFY(first.session() != nullptr);
    }

    void workspacesOfOneProgram_shareTheFolder_andNoPractice()
    {
        QTemporaryDir folder;
        const auto shared = std::make_shared<session::DataFolder>(folder.path());
        Workspace first(shared);
        auto second = std::make_unique<Workspace>(shared);
        // both ask before either is open
        const auto firstOpening = first.openPractice();
        const auto secondOpening = second->openPractice();
        QVERIFY_RESULT(testkit::await(firstOpening));
        QVERIFY_RESULT(testkit::await(secondOpening));
        QVERIFY(first.lab()->path() != second->lab()->path());
        QVERIFY(first.journal() && second->journal());
        const QString left = second->lab()->path();
        second.reset();
        // what nobody has open any more can be had again
        Workspace third(shared);
        QVERIFY_RESULT(testkit::await(third.openPractice()));
        QCOMPARE(third.lab()->path(), left);
    }

    void openExported_leavesTheOldSessionOpen_whenItFails()
    {
        QTemporaryDir folder;
        Workspace workspace(folder.path());
        QVERIFY_RESULT(testkit::await(workspace.createPractice(lab::Preset::Small)));
        session::Session *before = workspace.session();
        const auto opened = testkit::await(workspace.openExported({folder.filePath(QStringLiteral("nothing-here"))}));
        QVERIFY(!opened.has_value());
        QCOMPARE(workspace.session(), before);
        QVERIFY(workspace.lab() != nullptr);
    }

    void cancelOpening_endsAsCancelled()
    {
        QTemporaryDir folder;
        Workspace workspace(folder.path());
        const auto opening = workspace.createPractice(lab::Preset::Huge);
        workspace.cancelOpening();
        const auto opened = testkit::await(opening);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
        QVERIFY(workspace.session() == nullptr);
    }
};

KAKUIN_TEST(tst_Workspace)

} // namespace tests::tst_workspace

#include "tst_workspace.moc"
