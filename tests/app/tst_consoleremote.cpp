// SPDX-License-Identifier: MIT
#include "core/connection/connectionfile.h"
#include "core/lab/labshell.h"
#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

#include <QtTest/QTest>

namespace tests::tst_consoleremote {

using namespace kakuin;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// `kakuin inventory` and `kakuin check` over a network: a practice organisation behind HTTPS, in this process.
class tst_ConsoleRemote final : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QByteArray out;
        QString err;
    };
    /// The event loop turns meanwhile: the server is here.
    static Outcome run(const QStringList &arguments, const QByteArray &input = {}, const QString &configFolder = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"none-such"_s);
        if (!configFolder.isEmpty())
            environment.insert(u"XDG_CONFIG_HOME"_s, configFolder);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KAKUIN_PROGRAM), arguments + QStringList{u"--lang"_s, u"en"_s});
        process.write(input);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, foreignPatienceMs))
            process.kill();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] Result<void> serve(std::shared_ptr<shell::Shell> shell)
    {
        m_http.reset();
        m_wsman = std::make_unique<WsmanFront>(std::make_unique<ShellServer>(std::move(shell)));
        m_http = std::make_unique<HttpFront>(m_wsman->connections());
        m_http->setAuthorization("Basic " + QByteArray("admin:geheim-秘密").toBase64());
        return m_http->listen();
    }
    [[nodiscard]] QStringList asAdmin(const QString &command) const
    {
        return {command, u"--url"_s, m_http->url(), u"--auth"_s, u"basic"_s, u"--user"_s, u"admin"_s,
            u"--password-stdin"_s};
    }

    QTemporaryDir m_folder;
    std::shared_ptr<lab::LabShell> m_lab;
    std::unique_ptr<WsmanFront> m_wsman;
    std::unique_ptr<HttpFront> m_http;
    const QByteArray m_password = "geheim-秘密\r\n";

private Q_SLOTS:
    void initTestCase()
    {
        const auto made
            = await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013), 60'000);
        QVERIFY_RESULT(made);
        m_lab = *made;
    }
    void init() { QVERIFY_RESULT(serve(m_lab)); }

    void inventory_isTheOrganisations()
    {
        const Outcome outcome = run(
            asAdmin(u"inventory"_s) + QStringList{u"--ca"_s, m_http->caFile(), u"--format"_s, u"json"_s}, m_password);
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1, qPrintable(outcome.err));
        const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
        const auto here = await(m_lab->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s)));
        QVERIFY_RESULT(here);
        QCOMPARE(json.value(u"servers"_s).toArray().size(), here->objects().size());
        QVERIFY(json.value(u"certificates"_s).toArray().size() > 10);
        QCOMPARE(outcome.err, QString());
        QTRY_COMPARE(m_wsman->shells(), 0); // it deleted its shell
    }

    void check_findsTheSame_asOnTheSpot()
    {
        const Outcome remote = run(asAdmin(u"check"_s) + QStringList{u"--ca"_s, m_http->caFile()}, m_password);
        QCOMPARE(remote.exitCode, 2);
        QVERIFY(remote.out.startsWith("KAKUIN CRITICAL - "));
        const Outcome local = run({u"check"_s, u"--lab"_s, u"contoso-2013"_s});
        QCOMPARE(remote.out.count("\nCRITICAL: "), local.out.count("\nCRITICAL: "));
    }

    void pin_standsForTheAuthority()
    {
        const QByteArray pin = QCryptographicHash::hash(m_http->certificate(), QCryptographicHash::Sha256);
        const Outcome right
            = run(asAdmin(u"inventory"_s) + QStringList{u"--pin"_s, QString::fromLatin1(pin.toHex(':'))}, m_password);
        QVERIFY2(right.exitCode == 0 || right.exitCode == 1, qPrintable(right.err));
        const Outcome wrong = run(asAdmin(u"inventory"_s) + QStringList{u"--pin"_s, QString(64, u'0')}, m_password);
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY2(wrong.err.contains(u"does not show the certificate that is pinned"), qPrintable(wrong.err));
    }

    void failure_saysWhatToDo_data()
    {
        QTest::addColumn<QStringList>("extra");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("said");
        QTest::newRow("certificate not trusted")
            << QStringList() << m_password << u"does not trust the certificate that localhost shows"_s;
        QTest::newRow("wrong password") << QStringList{u"--ca"_s, u"CA"_s} << QByteArray("wrong\n")
                                        << u"localhost does not accept this user name and password"_s;
        QTest::newRow("no password") << QStringList{u"--ca"_s, u"CA"_s} << QByteArray() << u"--password-stdin"_s;
        QTest::newRow("a file of authorities that is not there")
            << QStringList{u"--ca"_s, u"/no/such/file"_s} << m_password << u"/no/such/file"_s;
    }
    void failure_saysWhatToDo()
    {
        QFETCH(QStringList, extra);
        QFETCH(const QByteArray, input);
        QFETCH(const QString, said);
        extra.replaceInStrings(QRegularExpression(u"^CA$"_s), m_http->caFile());
        const Outcome outcome = run(asAdmin(u"check"_s) + extra, input);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(u"geheim"_s));
        QVERIFY2(outcome.out.startsWith("KAKUIN UNKNOWN - "), outcome.out.constData());
        QVERIFY(!outcome.out.contains("geheim"));
    }

    void storedConnection_isFoundByItsName()
    {
        const QTemporaryDir settings;
        connection::ConnectionProfile profile;
        profile.name = u"Head office"_s;
        profile.address = m_http->url();
        profile.signIn = connection::SignIn::Basic;
        profile.user = u"admin"_s;
        profile.authorityFile = m_http->caFile();
        QVERIFY_RESULT(
            connection::ConnectionFile(settings.filePath(u"Kakuin/Kakuin/connections.json"_s)).save({profile}));
        const QStringList named{u"check"_s, u"--connection"_s, u"HEAD office"_s};
        const Outcome outcome = run(named + QStringList{u"--password-stdin"_s}, m_password, settings.path());
        QVERIFY2(outcome.exitCode == 2, qPrintable(outcome.err));
        QVERIFY(outcome.out.startsWith("KAKUIN CRITICAL - "));
    }

    void keysOfTheConnection_areWrittenNowhere()
    {
        const QString keys = m_folder.filePath(u"keys"_s);
        qputenv("SSLKEYLOGFILE", QFile::encodeName(keys));
        const Outcome outcome = run(asAdmin(u"inventory"_s) + QStringList{u"--ca"_s, m_http->caFile()}, m_password);
        qunsetenv("SSLKEYLOGFILE");
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 1, qPrintable(outcome.err));
        QVERIFY(!QFile::exists(keys));
    }

    void serverWithoutExchange_isToldApart()
    {
        const auto other = std::make_shared<ScriptedShell>();
        other->on(u"Get-Process"_s, ScriptedReply::objects({}));
        QVERIFY_RESULT(serve(other));
        const Outcome outcome = run(asAdmin(u"check"_s) + QStringList{u"--ca"_s, m_http->caFile()}, m_password);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.err.contains(u"is not Exchange's PowerShell"), qPrintable(outcome.err));
    }
};

KAKUIN_TEST(tst_ConsoleRemote)

} // namespace tests::tst_consoleremote

#include "tst_consoleremote.moc"
