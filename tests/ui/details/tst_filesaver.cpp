// SPDX-License-Identifier: MIT
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "ui/views/details/filesaver.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>

namespace tests::tst_filesaver {

#endif

using namespace kakuin;
using ui::FileSaver;

class tst_FileSaver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void file_isWrittenWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pem"));
        QVERIFY_RESULT(FileSaver::write(path, QByteArray("text")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("text"));
    }

    void failure_namesThePath()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no/such/folder/a.pem"));
        const Result<void> result = FileSaver::write(path, QByteArray("text"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(result.error().subject, path);
    }

    void fullDisk_isSaidToBeFull()
    {
#ifdef Q_OS_UNIX
        // a limit on the size of files ends a write as a full disk does
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pem"));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 1000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Result<void> result = FileSaver::write(path, QByteArray(100'000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!result);
        QVERIFY(!QFile::exists(path));
#else
        QSKIP("this system cannot limit the size of a file");
#endif
    }

    void name_isFitForAFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << QStringLiteral("MBX01 Microsoft Exchange")
                               << QStringLiteral("MBX01 Microsoft Exchange");
        QTest::newRow("a path") << QStringLiteral("../../etc/passwd") << QStringLiteral("_.._etc_passwd");
        QTest::newRow("what Windows refuses") << QStringLiteral("a<b>:\"|?*c") << QStringLiteral("a_b_c");
        QTest::newRow("a wildcard name") << QStringLiteral("*.contoso.com") << QStringLiteral("_.contoso.com");
        QTest::newRow("nothing left") << QStringLiteral("...") << QStringLiteral("certificate");
        QTest::newRow("Japanese") << QStringLiteral("証明書") << QStringLiteral("証明書");
        QTest::newRow("too long") << QString(300, u'a') << QString(80, u'a');
    }
    void name_isFitForAFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(FileSaver::fileNameFor(name), file);
    }
};

KAKUIN_GUI_TEST(tst_FileSaver)

} // namespace tests::tst_filesaver

#include "tst_filesaver.moc"
