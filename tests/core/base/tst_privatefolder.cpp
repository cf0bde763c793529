// SPDX-License-Identifier: MIT
#include "core/base/privatefolder.h"
#include "core/base/privatelock.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>

namespace tests::tst_privatefolder {

#endif

using namespace kakuin;
using namespace Qt::StringLiterals;

class tst_PrivateFolder final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static bool isPrivate(const QString &path)
    {
        return !(QFile::permissions(path)
            & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
                | QFileDevice::WriteOther | QFileDevice::ExeOther));
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifdef Q_OS_UNIX
        umask(0); // nothing is private by itself
#else
        QSKIP("permissions are another matter there");
#endif
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void folder_isMadeWithItsParents()
    {
        QVERIFY_RESULT(makePrivateFolder(path("a/b/c")));
        for (const char *each : {"a", "a/b", "a/b/c"})
            QVERIFY2(isPrivate(path(each)), each);
        QVERIFY_RESULT(makePrivateFolder(path("a/b/c"))); // once more changes nothing
        QVERIFY_RESULT(makePrivateFolder(path("a/b/../b/d/")));
        QVERIFY(QFileInfo(path("a/b/d")).isDir());
    }

    void folderThatExists_keepsItsPermissions()
    {
        QVERIFY(QDir().mkdir(path("open")));
        QVERIFY_RESULT(makePrivateFolder(path("open/inner")));
        QVERIFY(!isPrivate(path("open")));
        QVERIFY(isPrivate(path("open/inner")));
    }

    void fileInTheWay_isAnError()
    {
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const char *each : {"file", "file/folder"}) {
            const auto made = makePrivateFolder(path(each));
            QVERIFY2(!made, each);
            QCOMPARE(made.error().code, ErrorCode::FileUnwritable);
        }
    }

    void file_isMadeOrTakenFromOthers()
    {
        keepPrivate(path("new"));
        QVERIFY(QFile::exists(path("new")));
        QVERIFY(isPrivate(path("new")));
        QFile old(path("old"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("kept") == 4);
        old.close();
        QVERIFY(!isPrivate(path("old")));
        keepPrivate(path("old"));
        QVERIFY(isPrivate(path("old")));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "kept");
        keepPrivate(path("no/such/folder")); // nothing to be done, and no harm
        QVERIFY(!QFile::exists(path("no/such/folder")));
    }

    void file_isTakenFromThoseWhoMayOnlyWrite()
    {
        QFile file(path("written"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(privateFile | QFileDevice::WriteOther));
        keepPrivate(path("written"));
        QVERIFY(isPrivate(path("written")));
    }

    void lock_isPrivate_andHeldOnce()
    {
        const auto lock = takePrivateLock(path("a.lock"));
        QVERIFY_RESULT(lock);
        QVERIFY(isPrivate(path("a.lock")));
        const auto second = takePrivateLock(path("a.lock"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::StorageLocked);
        const auto nowhere = takePrivateLock(path("no/such/folder.lock"));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
    }

    void settings_stayPrivate_whenQtWritesThem()
    {
        const QString file = path("settings.conf");
        keepPrivate(file);
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"language"_s, u"ja"_s);
        settings.sync();
        QCOMPARE(settings.status(), QSettings::NoError);
        QVERIFY(QFileInfo(file).size() > 0);
        QVERIFY(isPrivate(file));
    }
};

KAKUIN_TEST(tst_PrivateFolder)

} // namespace tests::tst_privatefolder

#include "tst_privatefolder.moc"
