// SPDX-License-Identifier: MIT
#include "core/connection/shellopener.h"
#include "core/lab/labshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/processaccess.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_labservertool {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::await;

/// kakuin-lab-server as a program: what it prints is enough to connect, it takes faults while it runs, and it ends when
/// and as it is asked to.
class tst_LabServerTool final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatItPrints_isEnoughToConnect();
    void fault_isTakenWhileItRuns();
    void givenPassword_isTaken_andNotPrinted();
    void file_isKept_andOpenedAgain();
    void temporaryOrganisation_isGone_whenItIsAskedToEnd();
    void input_endsIt_ifWanted();
    void arguments_areToldWrong_data();
    void arguments_areToldWrong();
    void start_failsWithASentence_data();
    void start_failsWithASentence();
    void version_andHelp_arePrinted();
#ifdef Q_OS_LINUX
    void memory_isNobodyElses_unlessADeveloperAllowsIt_data();
    void memory_isNobodyElses_unlessADeveloperAllowsIt();
#endif

private:
    void begin(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] bool isReady();
    [[nodiscard]] bool says(const QString &text);
    [[nodiscard]] QString value(const QString &name) const;
    [[nodiscard]] int exitCode();
    [[nodiscard]] Result<std::shared_ptr<shell::Shell>> connectAs(const QString &password) const;

    std::unique_ptr<QProcess> m_tool;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_printed;
};

void tst_LabServerTool::init()
{
    m_tool = std::make_unique<QProcess>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_printed.clear();
    connect(m_tool.get(), &QProcess::readyReadStandardOutput, this,
        [this] { m_printed += QString::fromUtf8(m_tool->readAllStandardOutput()); });
}

void tst_LabServerTool::cleanup()
{
    m_tool->disconnect();
    m_tool->terminate();
    QVERIFY(m_tool->state() == QProcess::NotRunning || m_tool->waitForFinished(testkit::foreignPatienceMs));
    m_tool.reset();
}

void tst_LabServerTool::begin(const QStringList &arguments, const QByteArray &input)
{
    m_tool->start(QStringLiteral(KAKUIN_LAB_SERVER), arguments);
    m_tool->write(input);
}

bool tst_LabServerTool::says(const QString &text)
{
    return QTest::qWaitFor([&] { return m_printed.contains(text); }, testkit::foreignPatienceMs);
}

bool tst_LabServerTool::isReady()
{
    return says(u"Ready.\n"_s);
}

QString tst_LabServerTool::value(const QString &name) const
{
    return QRegularExpression(name + u": +(\\S+)"_s).match(m_printed).captured(1);
}

int tst_LabServerTool::exitCode()
{
    const bool hasEnded
        = QTest::qWaitFor([this] { return m_tool->state() == QProcess::NotRunning; }, testkit::foreignPatienceMs);
    return hasEnded && m_tool->exitStatus() == QProcess::NormalExit ? m_tool->exitCode() : -1;
}

Result<std::shared_ptr<shell::Shell>> tst_LabServerTool::connectAs(const QString &password) const
{
    connection::ConnectionProfile profile;
    profile.address = value(u"Address"_s);
    profile.signIn = connection::SignIn::Basic;
    profile.user = value(u"User"_s);
    profile.pinnedSha256 = connection::sha256FromText(value(u"Pinned SHA-256"_s)).value_or(QByteArray());
    return await(connection::openShell(profile, Secret(password), u"en-US"_s), testkit::foreignPatienceMs)
        .transform([](const connection::OpenedShell &opened) { return opened.shell; });
}

void tst_LabServerTool::whatItPrints_isEnoughToConnect()
{
    begin({});
    QVERIFY(isReady());
    QVERIFY(m_printed.contains(u"kakuin check --url "_s + value(u"Address"_s)));
    const auto shell = connectAs(value(u"Password"_s));
    QVERIFY_RESULT(shell);
    QCOMPARE(await((*shell)->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s)))->objects().size(), 5);
    QVERIFY(says(u"Get-ExchangeServer\n"_s)); // the log goes along
}

void tst_LabServerTool::fault_isTakenWhileItRuns()
{
    begin({u"--fault"_s, u"drop before Get-ExchangeServer"_s});
    QVERIFY(isReady());
    const auto shell = connectAs(value(u"Password"_s));
    QVERIFY_RESULT(shell);
    const auto servers = [&] { return await((*shell)->invoke(shell::Cmdlet(u"Get-ExchangeServer"_s))); };
    QVERIFY(!servers());
    m_tool->write("fault password\nfault nonsense\n");
    QVERIFY(says(u"ok: password\n"_s));
    QVERIFY(says(u"error: a fault is one of"_s));
    QCOMPARE(servers().error().code, ErrorCode::SignInRefused);
    m_tool->write("fault none\ncount Get-ExchangeServer\n");
    QVERIFY(says(u"Get-ExchangeServer: 0\n"_s));
}

void tst_LabServerTool::givenPassword_isTaken_andNotPrinted()
{
    begin({u"--basic"_s, u"alice"_s, u"--password-stdin"_s}, "geheim 秘密\n");
    QVERIFY(isReady());
    QVERIFY(!m_printed.contains(u"geheim"_s));
    QCOMPARE(value(u"User"_s), u"alice"_s);
    QVERIFY_RESULT(connectAs(u"geheim 秘密"_s));
}

void tst_LabServerTool::file_isKept_andOpenedAgain()
{
    const QString path = m_folder->filePath(u"mine.kakuinlab"_s);
    for (int i = 0; i < 2; ++i) {
        m_printed.clear();
        begin({u"--file"_s, path, u"--preset"_s, u"small"_s});
        QVERIFY(isReady());
        QCOMPARE(value(u"File"_s), path);
        m_tool->write("quit\n");
        QCOMPARE(exitCode(), 0);
    }
    const auto lab = await(lab::LabShell::open(path));
    QVERIFY_RESULT(lab);
    QCOMPARE((*lab)->preset(), lab::Preset::Small);
}

void tst_LabServerTool::temporaryOrganisation_isGone_whenItIsAskedToEnd()
{
    begin({u"--preset"_s, u"small"_s});
    QVERIFY(isReady());
    const QString path = value(u"File"_s);
    QVERIFY(QFileInfo::exists(path));
    m_tool->terminate(); // SIGTERM
    QCOMPARE(exitCode(), 0);
    QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
}

void tst_LabServerTool::input_endsIt_ifWanted()
{
    begin({u"--preset"_s, u"small"_s, u"--end-with-input"_s});
    QVERIFY(isReady());
    m_tool->closeWriteChannel();
    QCOMPARE(exitCode(), 0);
}

void tst_LabServerTool::arguments_areToldWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such option") << QStringList{u"--nothing"_s} << u"nothing"_s;
    QTest::newRow("a plain word") << QStringList{u"plain"_s} << u"plain"_s;
    QTest::newRow("no such preset") << QStringList{u"--preset"_s, u"x"_s} << u"--preset"_s;
    QTest::newRow("no number") << QStringList{u"--port"_s, u"65536"_s} << u"--port"_s;
    QTest::newRow("Kerberos without a key") << QStringList{u"--kerberos"_s} << u"--kerberos"_s;
    QTest::newRow("a key without Kerberos") << QStringList{u"--keytab"_s, u"x"_s} << u"--kerberos"_s;
    QTest::newRow("Kerberos with a password")
        << QStringList{u"--kerberos"_s, u"--keytab"_s, u"x"_s, u"--password-stdin"_s} << u"--kerberos"_s;
    QTest::newRow("a user that Basic cannot say") << QStringList{u"--basic"_s, u"a:b"_s} << u"--basic"_s;
    QTest::newRow("a path") << QStringList{u"--endpoint"_s, u"../x"_s} << u"--endpoint"_s;
    QTest::newRow("no such fault") << QStringList{u"--fault"_s, u"x"_s} << u"--fault"_s;
}

void tst_LabServerTool::arguments_areToldWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    begin(arguments);
    QCOMPARE(exitCode(), 2);
    const QString said = QString::fromUtf8(m_tool->readAllStandardError());
    QVERIFY2(said.contains(word), qPrintable(said));
    QVERIFY(m_printed.isEmpty());
}

void tst_LabServerTool::start_failsWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a folder that cannot be")
        << QStringList{u"--file"_s, u"/dev/null/x.kakuinlab"_s} << u"cannot be written"_s;
    QTest::newRow("a file of something else")
        << QStringList{u"--file"_s, QStringLiteral(KAKUIN_LAB_SERVER)} << u"no practice organisation"_s;
    QTest::newRow("no such key table") << QStringList{u"--preset"_s, u"small"_s, u"--kerberos"_s, u"--keytab"_s,
        u"/dev/null/x"_s} << QString();
}

void tst_LabServerTool::start_failsWithASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    begin(arguments);
    QCOMPARE(exitCode(), 1);
    const QString said = QString::fromUtf8(m_tool->readAllStandardError());
    QVERIFY2(said.startsWith(u"kakuin-lab-server: "_s) && said.contains(sentence), qPrintable(said));
}

void tst_LabServerTool::version_andHelp_arePrinted()
{
    begin({u"--version"_s});
    QCOMPARE(exitCode(), 0);
    QVERIFY(m_printed.startsWith(u"kakuin-lab-server "_s));
    begin({u"--help"_s});
    QCOMPARE(exitCode(), 0);
    QVERIFY(m_printed.contains(u"--end-with-input"_s));
}

#ifdef Q_OS_LINUX
void tst_LabServerTool::memory_isNobodyElses_unlessADeveloperAllowsIt_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("by itself") << QStringList() << false;
    QTest::newRow("for a developer") << QStringList{u"--allow-debugging"_s} << true;
}

void tst_LabServerTool::memory_isNobodyElses_unlessADeveloperAllowsIt()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isReadable);
    testkit::dropTracing(*m_tool);
    begin(arguments);
    QVERIFY(isReady());
    const testkit::ProcessAccess access = testkit::accessTo(m_tool->processId());
    QCOMPARE(access.isReadable, isReadable);
    QVERIFY(isReadable || access.coreLimit == "0 0");
}
#endif

KAKUIN_TEST(tst_LabServerTool)

} // namespace tests::tst_labservertool

#include "tst_labservertool.moc"
