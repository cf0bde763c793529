// SPDX-License-Identifier: MIT
#include "core/connection/connectionfile.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_connectionfile {

using namespace kakuin;
using namespace kakuin::connection;
using namespace Qt::StringLiterals;

namespace {

ConnectionProfile everything()
{
    ConnectionProfile profile;
    profile.name = u"本社"_s;
    profile.address = u"https://ex01.contoso.com/PowerShell/"_s;
    profile.signIn = SignIn::Basic;
    profile.user = u"管理者@contoso.com"_s;
    profile.authorityFile = u"/etc/ssl/contoso.pem"_s;
    profile.pinnedSha256 = QByteArray(32, '\x5A');
    profile.clientCertificateFile = u"/home/admin/me.pem"_s;
    profile.servicePrincipal = u"HTTP@mail.contoso.com"_s;
    profile.parallelCommands = 1;
    profile.command = u"pwsh -s"_s;
    profile.furtherAddresses = QStringList{u"ex02"_s, u"https://ex03/PowerShell/"_s};
    profile.directoryAddress = u"dc01:3269"_s;
    profile.directorySecurity = DirectorySecurity::StartTls;
    profile.isReadOnly = true;
    return profile;
}

} // namespace

class tst_ConnectionFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void noFile_isNoConnections();
    void everyField_comesBack();
    void everyKindAndSignIn_comesBack();
    void connection_isFoundByName();
    void file_isForItsOwnerOnly();
    void damagedFile_isReported_data();
    void damagedFile_isReported();
    void newerFile_isLeftAlone();
    void failedSave_keepsTheOldFile();

private:
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void tst_ConnectionFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"made/when/needed/connections.json"_s);
}

void tst_ConnectionFile::noFile_isNoConnections()
{
    const auto loaded = ConnectionFile(m_path).load();
    QVERIFY_RESULT(loaded);
    QVERIFY(loaded->isEmpty());
}

void tst_ConnectionFile::everyField_comesBack()
{
    QVERIFY_RESULT(ConnectionFile(m_path).save({everything()}));
    const auto loaded = ConnectionFile(m_path).load();
    QVERIFY_RESULT(loaded);
    QCOMPARE(*loaded, QList<ConnectionProfile>{everything()});
}

void tst_ConnectionFile::everyKindAndSignIn_comesBack()
{
    QList<ConnectionProfile> profiles;
    for (const auto kind : {ConnectionProfile::Kind::Server, ConnectionProfile::Kind::Computer,
             ConnectionProfile::Kind::Ssh, ConnectionProfile::Kind::Program}) {
        for (const SignIn signIn : {SignIn::Kerberos, SignIn::Negotiate, SignIn::Basic, SignIn::Certificate}) {
            ConnectionProfile profile;
            profile.name = QString::number(profiles.size());
            profile.kind = kind;
            profile.signIn = signIn;
            profiles.append(profile);
        }
    }
    QVERIFY_RESULT(ConnectionFile(m_path).save(profiles));
    QCOMPARE(ConnectionFile(m_path).load().value_or(QList<ConnectionProfile>()), profiles);
}

void tst_ConnectionFile::connection_isFoundByName()
{
    ConnectionProfile other;
    other.name = u"Branch"_s;
    QVERIFY_RESULT(ConnectionFile(m_path).save({everything(), other}));
    const auto found = ConnectionFile(m_path).find(u"BRANCH"_s);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, other);
    QCOMPARE(testkit::codeOf(ConnectionFile(m_path).find(u"Branch2"_s)), ErrorCode::ConnectionNotFound);
}

void tst_ConnectionFile::file_isForItsOwnerOnly()
{
    QVERIFY_RESULT(ConnectionFile(m_path).save({everything()}));
    QVERIFY(!(QFile::permissions(m_path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void tst_ConnectionFile::damagedFile_isReported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("not JSON");
    QTest::newRow("another program's") << QByteArray("{\"a\": 1}");
    QTest::newRow("far too large") << QByteArray(ConnectionFile::mostBytes + 1, ' ');
    QTest::newRow("an unknown kind") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"fax","signIn":"basic"}]})");
    QTest::newRow("an unknown sign-in") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"none"}]})");
    QTest::newRow("no name") << QByteArray(R"({"format":1,"connections":[{"kind":"server","signIn":"basic"}]})");
    QTest::newRow("a pin that is none") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","pinnedSha256":"AB"}]})");
    QTest::newRow("a user that is a number")
        << QByteArray(R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","user":7}]})");
    QTest::newRow("no commands at a time") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","parallelCommands":0}]})");
    QTest::newRow("a further server without a name") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","furtherAddresses":[""]}]})");
    QTest::newRow("further servers that are no list") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","furtherAddresses":"ex02"}]})");
    QTest::newRow("an unknown protection of the directory") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic","directorySecurity":"none"}]})");
    QTest::newRow("one name twice") << QByteArray(
        R"({"format":1,"connections":[{"name":"a","kind":"server","signIn":"basic"},{"name":"A","kind":"ssh","signIn":"basic"}]})");
}

void tst_ConnectionFile::damagedFile_isReported()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY_RESULT(ConnectionFile(m_path).save({}));
    write(bytes);
    const auto loaded = ConnectionFile(m_path).load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::StorageDamaged);
    QCOMPARE(loaded.error().subject, m_path);
}

void tst_ConnectionFile::newerFile_isLeftAlone()
{
    QVERIFY_RESULT(ConnectionFile(m_path).save({}));
    write(R"({"format":2})");
    QCOMPARE(testkit::codeOf(ConnectionFile(m_path).load()), ErrorCode::StorageTooNew);
}

void tst_ConnectionFile::failedSave_keepsTheOldFile()
{
    QVERIFY_RESULT(ConnectionFile(m_path).save({everything()}));
    const ConnectionFile inside(m_path + u"/connections.json"_s); // a file is no folder
    QCOMPARE(testkit::codeOf(inside.save({})), ErrorCode::FileUnwritable);
    QCOMPARE(
        ConnectionFile(m_path).load().value_or(QList<ConnectionProfile>()), QList<ConnectionProfile>{everything()});
}

KAKUIN_TEST(tst_ConnectionFile)

} // namespace tests::tst_connectionfile

#include "tst_connectionfile.moc"
