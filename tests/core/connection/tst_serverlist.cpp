// SPDX-License-Identifier: MIT
#include "core/connection/connectionprofile.h"
#include "core/connection/serverlist.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QStringEncoder>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_serverlist {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::connection;

class tst_ServerList final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_areTaken_data();
    void names_areTaken();
    void whatIsNoList_isRefused_data();
    void whatIsNoList_isRefused();
    void file_isRead_orSaysWhyNot();
};

void tst_ServerList::names_areTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = "ex01.contoso.com\nex02\n";
    QTest::newRow("one a line") << plain;
    QTest::newRow("Windows' line ends, blanks, comments") << QByteArray(" ex01.contoso.com \r\n\r\n# old\r\nex02\r\n");
    QTest::newRow("no end of the last line") << plain.chopped(1);
    QTest::newRow("one twice, in other letters") << plain + "EX02\n";
    QTest::newRow("UTF-8 with its mark") << "\xEF\xBB\xBF" + plain;
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("PowerShell's redirection") << QByteArray(utf16(QString::fromLatin1(plain)));
    QTest::newRow("a table by Export-Csv")
        << QByteArray("#TYPE Microsoft.Exchange.Data\r\n\"Name\",\"Fqdn\",\"Site\"\r\n"
                      "\"EX01\",\"ex01.contoso.com\",\"Tokyo, east\"\r\n\"EX02\",\"ex02\",\"a \"\"b\"\"\"\r\n");
    QTest::newRow("semicolons") << QByteArray("Version;Name\n15.2;ex01.contoso.com\n15.2;ex02\n");
    QTest::newRow("no heading: the first column") << QByteArray("ex01.contoso.com,15.2\nex02,15.2\n");
    QTest::newRow("a column on screen") << QByteArray("Name\r\n----\r\nex01.contoso.com\r\nex02\r\n");
}

void tst_ServerList::names_areTaken()
{
    QFETCH(const QByteArray, bytes);
    const Result<QStringList> names = serverList(bytes);
    QVERIFY_RESULT(names);
    QCOMPARE(*names, QStringList({u"ex01.contoso.com"_s, u"ex02"_s}));
}

void tst_ServerList::whatIsNoList_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const QString malformed = nameOf(ProfileProblem::HostMalformed);
    const QString tooMany = nameOf(ProfileProblem::TooManyFurther);
    QTest::newRow("an option") << QByteArray("ex01\n-oProxyCommand=x\n") << ErrorCode::InvalidArgument << malformed;
    QTest::newRow("a sentence") << QByteArray("these are our servers") << ErrorCode::InvalidArgument << malformed;
    QTest::newRow("markup") << QByteArray("<Objs>") << ErrorCode::InvalidArgument << malformed;
    QTest::newRow("an open quote") << QByteArray("\"ex01") << ErrorCode::InvalidArgument << malformed;
    QTest::newRow("a picture") << QByteArray("\x89PNG\0\0\0", 7) << ErrorCode::UnsupportedEncoding << QString();
    QByteArray many;
    for (int i = 0; i <= ConnectionProfile::mostFurtherAddresses; ++i)
        many += "ex" + QByteArray::number(i) + '\n';
    QTest::newRow("too many") << many << ErrorCode::InvalidArgument << tooMany;
    QTest::newRow("huge") << QByteArray(mostServerListBytes + 1, '\n') << ErrorCode::InvalidArgument << tooMany;
}

void tst_ServerList::whatIsNoList_isRefused()
{
    QFETCH(const QByteArray, bytes);
    const Result<QStringList> names = serverList(bytes);
    QVERIFY(!names);
    QTEST(names.error().code, "code");
    QTEST(names.error().detail, "detail");
}

void tst_ServerList::file_isRead_orSaysWhyNot()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"servers.txt"_s);
    QCOMPARE(testkit::codeOf(serverListFromFile(path)), ErrorCode::FileNotFound);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ex01") == 4);
    file.close();
    QCOMPARE(serverListFromFile(path).value_or(QStringList()), QStringList{u"ex01"_s});
    QCOMPARE(testkit::codeOf(serverListFromFile(folder.path())), ErrorCode::FileUnreadable);
}

KAKUIN_TEST(tst_ServerList)

} // namespace tests::tst_serverlist

#include "tst_serverlist.moc"
