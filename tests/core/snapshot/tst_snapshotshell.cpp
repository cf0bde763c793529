// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/snapshotshell.h"
#include "exportfiles.h"
#include "tests/testkit/await.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QThread>
#include <QtTest/QTest>

namespace tests::tst_snapshotshell {

using namespace kakuin;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using shell::Cmdlet;

namespace {

Cmdlet getCertificate()
{
    return Cmdlet(QStringLiteral("Get-ExchangeCertificate"));
}

} // namespace

class tst_SnapshotShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void description_isReadOnly_andSaysWhenItWasTaken();
    void shell_livesOnTheThreadThatOpenedIt();
    void offers_whatWasExported();
    void server_isFound_byAnyOfItsNames_data();
    void server_isFound_byAnyOfItsNames();
    void certificate_isFound_byThumbprintAndIdentity();
    void certificates_areAllGiven_withoutAServer();
    void certificates_areNotExported_ofAServerWithoutThem();
    void objects_areFound_byIdentity();
    void directory_isSearched_byTheNameInTheFilter();
    void whatIsNotThere_isAnErrorRecord_data();
    void whatIsNotThere_isAnErrorRecord();
    void whatCannotRun_fails_data();
    void whatCannotRun_fails();
    void opening_fails_whenThereIsNothing();

private:
    [[nodiscard]] Result<shell::PipelineOutput> run(const shell::Pipeline &pipeline)
    {
        return await(m_shell->invoke(pipeline));
    }
    ExportFolder m_folder;
    QDateTime m_written{QDate(2026, 3, 4), QTime(5, 6), Qt::UTC};
    std::shared_ptr<SnapshotShell> m_shell;
    QString m_thumbprint;
};

void tst_SnapshotShell::initTestCase()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=EX01"));
    const auto own = certificateObject(QStringLiteral("EX01.contoso.local"), der);
    m_thumbprint = shell::decode::exchangeCertificate(own)->facts.thumbprint.toString();
    m_folder.write(QStringLiteral("certificates.xml"),
        {own, certificateObject(QStringLiteral("EX01.contoso.local"), certificateDer(QStringLiteral("CN=b"))),
            certificateObject(QStringLiteral("EX02.contoso.local"), der)},
        m_written);
    m_folder.write(QStringLiteral("servers.xml"),
        {exchangeServerObject(QStringLiteral("EX01")), exchangeServerObject(QStringLiteral("EX03"))},
        m_written.addDays(-1));
    m_folder.write(QStringLiteral("connectors.xml"),
        {receiveConnectorObject(QStringLiteral("EX01"), QStringLiteral("Default")),
            receiveConnectorObject(QStringLiteral("EX02"), QStringLiteral("Default"))},
        m_written.addDays(-1));
    m_folder.write(
        QStringLiteral("directory.xml"), {directoryServerObject(QStringLiteral("EXCAS1"), der)}, m_written.addDays(-1));
    const auto opened = await(SnapshotShell::open({m_folder.path()}));
    QVERIFY_RESULT(opened);
    m_shell = *opened;
    QVERIFY(m_shell->problems().isEmpty());
}

void tst_SnapshotShell::description_isReadOnly_andSaysWhenItWasTaken()
{
    const auto description = m_shell->description();
    QCOMPARE(description.kind, shell::ShellDescription::Kind::Snapshot);
    QVERIFY(description.isReadOnly);
    QCOMPARE(description.takenUtc, m_written);
    QCOMPARE(m_shell->files().size(), 4);
    QVERIFY(m_shell->clock()->nowUtc().isValid());
}

void tst_SnapshotShell::shell_livesOnTheThreadThatOpenedIt()
{
    QCOMPARE(m_shell->thread(), QThread::currentThread());
}

void tst_SnapshotShell::offers_whatWasExported()
{
    QVERIFY(m_shell->offers(QStringLiteral("get-exchangecertificate")));
    QVERIFY(m_shell->offers(QStringLiteral("Get-ADObject")));
    QVERIFY(!m_shell->offers(QStringLiteral("Get-AuthConfig")));
    QVERIFY(!m_shell->offers(QStringLiteral("New-ExchangeCertificate")));
    QVERIFY(!m_shell->offers(QStringLiteral("Get-Mailbox")));
    QVERIFY(m_shell->missingCmdlets().contains(QStringLiteral("Get-AuthConfig")));
    QVERIFY(!m_shell->missingCmdlets().contains(QStringLiteral("Get-ExchangeServer")));
}

void tst_SnapshotShell::server_isFound_byAnyOfItsNames_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<int>("count");
    QTest::newRow("its name") << QStringLiteral("EX01") << 2;
    QTest::newRow("its name in any case") << QStringLiteral("ex01") << 2;
    QTest::newRow("its FQDN") << QStringLiteral("ex01.contoso.local") << 2;
    QTest::newRow("its distinguished name") << QStringLiteral("CN=EX01,CN=Servers,DC=x") << 2;
    QTest::newRow("another") << QStringLiteral("EX02") << 1;
}

void tst_SnapshotShell::server_isFound_byAnyOfItsNames()
{
    QFETCH(QString, server);
    QFETCH(int, count);
    const auto output = run(getCertificate().with(QStringLiteral("Server"), server));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), count);
}

void tst_SnapshotShell::certificate_isFound_byThumbprintAndIdentity()
{
    const QString server = QStringLiteral("Server");
    const QString thumbprint = QStringLiteral("Thumbprint");
    const QString identity = QStringLiteral("Identity");
    const auto count = [this](const Cmdlet &cmdlet) { return run(cmdlet)->objects().size(); };
    QCOMPARE(count(getCertificate().with(thumbprint, m_thumbprint)), 2);
    QCOMPARE(count(getCertificate().with(thumbprint, m_thumbprint.toLower()).with(server, QStringLiteral("EX01"))), 1);
    QCOMPARE(count(getCertificate().with(identity, QStringLiteral("EX02\\") + m_thumbprint)), 1);
    QCOMPARE(count(getCertificate().with(identity, m_thumbprint)), 2);
    QCOMPARE(count(getCertificate().with(identity, QString())), 3); // as Exchange does
}

void tst_SnapshotShell::certificates_areAllGiven_withoutAServer()
{
    QCOMPARE(run(getCertificate())->objects().size(), 3);
}

void tst_SnapshotShell::certificates_areNotExported_ofAServerWithoutThem()
{
    const auto output = run(getCertificate().with(QStringLiteral("Server"), QStringLiteral("EX03")));
    QVERIFY(!output);
    QCOMPARE(output.error(), (Error{ErrorCode::NotExported, QStringLiteral("EX03"), {}}));
}

void tst_SnapshotShell::objects_areFound_byIdentity()
{
    const Cmdlet servers(QStringLiteral("Get-ExchangeServer"));
    QCOMPARE(run(servers)->objects().size(), 2);
    for (const char *name : {"EX01", "ex01", "ex01.contoso.local"}) {
        const auto one = run(Cmdlet(servers).with(QStringLiteral("Identity"), QString::fromLatin1(name)));
        QCOMPARE(one->objects().size(), 1);
    }
    const Cmdlet connectors(QStringLiteral("Get-ReceiveConnector"));
    QCOMPARE(run(connectors)->objects().size(), 2);
    QCOMPARE(run(Cmdlet(connectors).with(QStringLiteral("Server"), QStringLiteral("EX02")))->objects().size(), 1);
    QCOMPARE(
        run(Cmdlet(connectors).with(QStringLiteral("Identity"), QStringLiteral("EX01\\Default")))->objects().size(), 1);
}

void tst_SnapshotShell::directory_isSearched_byTheNameInTheFilter()
{
    const auto search = [this](const char *name) {
        return run(Cmdlet(QStringLiteral("Get-ADObject"))
                       .with(QStringLiteral("Filter"),
                           QStringLiteral("ObjectClass -eq 'msExchExchangeServer' -and name -eq '%1'")
                               .arg(QString::fromLatin1(name)))
                       .with(QStringLiteral("Properties"), QStringLiteral("*"))
                       .with(QStringLiteral("SearchBase"), QStringLiteral("CN=Configuration,DC=x")));
    };
    QCOMPARE(search("excas1")->objects().size(), 1);
    QVERIFY(search("other")->items.isEmpty());
}

void tst_SnapshotShell::whatIsNotThere_isAnErrorRecord_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("exception");
    QTest::addColumn<bool>("isTerminating");
    QTest::newRow("a cmdlet") << QStringLiteral("Get-Mailbox") << QStringLiteral("Identity") << QStringLiteral("x")
                              << QStringLiteral("CommandNotFoundException") << true;
    QTest::newRow("a parameter") << QStringLiteral("Get-ExchangeCertificate") << QStringLiteral("Colour")
                                 << QStringLiteral("x") << QStringLiteral("ParameterBindingException") << true;
    QTest::newRow("a server") << QStringLiteral("Get-ExchangeCertificate") << QStringLiteral("Server")
                              << QStringLiteral("EX99") << QStringLiteral("ManagementObjectNotFoundException") << false;
    QTest::newRow("a thumbprint") << QStringLiteral("Get-ExchangeCertificate") << QStringLiteral("Thumbprint")
                                  << QString(40, u'F') << QStringLiteral("ManagementObjectNotFoundException") << false;
    QTest::newRow("a thumbprint that is none")
        << QStringLiteral("Get-ExchangeCertificate") << QStringLiteral("Thumbprint") << QStringLiteral("x")
        << QStringLiteral("ManagementObjectNotFoundException") << false;
    QTest::newRow("an object") << QStringLiteral("Get-ExchangeServer") << QStringLiteral("Identity")
                               << QStringLiteral("EX99") << QStringLiteral("ManagementObjectNotFoundException")
                               << false;
}

void tst_SnapshotShell::whatIsNotThere_isAnErrorRecord()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, parameter);
    QFETCH(QString, value);
    QFETCH(QString, exception);
    QFETCH(bool, isTerminating);
    const auto output = run(Cmdlet(cmdlet).with(parameter, value));
    QVERIFY_RESULT(output);
    QCOMPARE(output->items.size(), 1);
    QCOMPARE(output->errors().constFirst().exceptionType, exception);
    QCOMPARE(output->errors().constFirst().isTerminating, isTerminating);
}

void tst_SnapshotShell::whatCannotRun_fails_data()
{
    QTest::addColumn<QStringList>("cmdlets");
    QTest::addColumn<int>("code");
    QTest::newRow("a changing cmdlet") << QStringList(QStringLiteral("New-ExchangeCertificate"))
                                       << static_cast<int>(ErrorCode::ReadOnlyShell);
    QTest::newRow("a changing cmdlet behind a reading one")
        << QStringList({QStringLiteral("Get-ExchangeCertificate"), QStringLiteral("New-ExchangeCertificate")})
        << static_cast<int>(ErrorCode::ReadOnlyShell);
    QTest::newRow("a cmdlet that was not exported")
        << QStringList(QStringLiteral("Get-AuthConfig")) << static_cast<int>(ErrorCode::NotExported);
    QTest::newRow("two reading cmdlets") << QStringList(
        {QStringLiteral("Get-ExchangeServer"), QStringLiteral("Get-ExchangeCertificate")})
                                         << static_cast<int>(ErrorCode::InvalidArgument);
    QTest::newRow("nothing") << QStringList() << static_cast<int>(ErrorCode::InvalidArgument);
}

void tst_SnapshotShell::whatCannotRun_fails()
{
    QFETCH(QStringList, cmdlets);
    QFETCH(int, code);
    QList<Cmdlet> list;
    for (const QString &name : cmdlets)
        list.append(Cmdlet(name));
    const auto output = run(shell::Pipeline(list));
    QVERIFY(!output);
    QCOMPARE(static_cast<int>(output.error().code), code);
}

void tst_SnapshotShell::opening_fails_whenThereIsNothing()
{
    const ExportFolder empty;
    QCOMPARE(await(SnapshotShell::open({empty.path()})).error().code, ErrorCode::NothingExported);
    QCOMPARE(await(SnapshotShell::open({empty.pathOf(QStringLiteral("none"))})).error().code, ErrorCode::FileNotFound);
}

KAKUIN_TEST(tst_SnapshotShell)

} // namespace tests::tst_snapshotshell

#include "tst_snapshotshell.moc"
