// SPDX-License-Identifier: MIT
#include "app/storage.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_storage {

using namespace Qt::StringLiterals;
using namespace kakuin;
using app::Storage;

class tst_Storage final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
        QCoreApplication::setOrganizationName(u"Kakuin"_s);
        QCoreApplication::setApplicationName(u"Kakuin"_s);
    }

    void ofUser_hasConnectionsBesideTheData_whereAFolderIsNamed()
    {
        const Storage storage = Storage::ofUser(m_folder.filePath(u"named"_s));
        QCOMPARE(storage.dataFolder, m_folder.filePath(u"named"_s));
        QCOMPARE(storage.connections.path(), m_folder.filePath(u"named/connections.json"_s));
        QVERIFY(!QFileInfo::exists(storage.dataFolder));
    }

    void ofUser_hasTheUsersOwn_whereNoneIsNamed()
    {
        const Storage storage = Storage::ofUser({});
        QVERIFY(!storage.dataFolder.isEmpty());
        QCOMPARE(storage.connections.path(), connection::ConnectionFile::ofUser().path());
        QVERIFY(storage.passwords != nullptr);
    }

    void ofUser_keepsSettingsPrivate()
    {
        const Storage storage = Storage::ofUser({});
        storage.settings->setValue(u"language"_s, u"ja"_s);
        storage.settings->sync();
        const QFileInfo file(storage.settings->fileName());
        if (file.suffix() != u"conf")
            QSKIP("this system keeps settings in no file of ours");
        QVERIFY(file.exists());
        QVERIFY(!file.permission(QFileDevice::ReadGroup) && !file.permission(QFileDevice::ReadOther));
    }

    void inFolder_isAllInOneFolder_withoutAKeychain()
    {
        const Storage storage = Storage::inFolder(m_folder.filePath(u"one"_s));
        QVERIFY(!QFileInfo::exists(storage.dataFolder)); // it is made when something is kept
        QCOMPARE(storage.dataFolder, m_folder.filePath(u"one"_s));
        QCOMPARE(storage.connections.path(), m_folder.filePath(u"one/connections.json"_s));
        QVERIFY(storage.passwords == nullptr);
        storage.settings->setValue(u"language"_s, u"ja"_s);
        storage.settings->sync();
        QCOMPARE(QFileInfo(storage.settings->fileName()).absolutePath(), storage.dataFolder);
        QVERIFY(QFileInfo::exists(storage.settings->fileName()));
    }
};

KAKUIN_TEST(tst_Storage)

} // namespace tests::tst_storage

#include "tst_storage.moc"
