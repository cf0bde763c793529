// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/session/recorderror.h"
#include "core/session/session.h"
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/exchangeserver.h"
#include "shellfactory.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QThread>

#include <QtTest/QSignalSpy>

namespace tests::tst_shellcontract {

using namespace kakuin;
using namespace kakuin::testkit;
using shell::Cmdlet;
using shell::PipelineOutput;

namespace {

using Decodes = bool (*)(const clixml::Value &);

template <class T, Result<T> (*decode)(const clixml::Value &)>
bool decodes(const clixml::Value &value)
{
    return decode(value).has_value();
}

bool decodesCertificate(const clixml::Value &value)
{
    return shell::decode::exchangeCertificate(value).has_value();
}

const QString mailboxServer = QStringLiteral("MBX01");

Cmdlet getCertificate()
{
    return Cmdlet(QStringLiteral("Get-ExchangeCertificate")).onServer(domain::ServerId(mailboxServer));
}

} // namespace

/// Each sentence of the contract in core/shell/shell.h, run on every shell.
class tst_ShellContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void description_andClock_areThere();
    void answer_comesFromTheEventLoop_once_onTheShellsThread();
    void answer_comes_whenTheShellIsDestroyed();
    void errorRecord_isData();
    void missingCmdlet_isATerminatingRecord();
    void missingParameter_isATerminatingRecord();
    void offered_isWhatRuns();
    void answer_decodes_data();
    void answer_decodes();
    void lateValue_isNotSent();
    void change_isRefused_byAReadOnlyShell();
    void pipelines_mayOverlap();
    void question_isRefused_withoutAHandler();
    void question_isAskedWithItsContext_andItsAnswerCounts();
    void question_isNeverAnswered_whenTheHandlerDoesNot_data();
    void question_isNeverAnswered_whenTheHandlerDoesNot();
    void cancel_stopsThePipeline();
    void liveObjects_goDownThePipeline();
    void session_seesTheOrganisation();

private:
    [[nodiscard]] Result<PipelineOutput> run(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr)
    {
        return await(m_shell->invoke(pipeline, prompts));
    }
    /// Which certificate MBX01 uses for internal transport: what P1 asks about.
    [[nodiscard]] domain::Thumbprint assigned();
    /// A renewal that asks P1.
    [[nodiscard]] shell::Pipeline asking();
    [[nodiscard]] bool isReadOnly() const { return m_shell->description().isReadOnly; }

    std::map<QString, std::unique_ptr<ShellFactory>> m_factories;
    std::shared_ptr<shell::Shell> m_shell;
};

void tst_ShellContract::initTestCase_data()
{
    QTest::addColumn<QString>("factory");
    QTest::newRow("lab") << QStringLiteral("lab");
    QTest::newRow("snapshot") << QStringLiteral("snapshot");
    QTest::newRow("remote") << QStringLiteral("remote");
    QTest::newRow("wsman") << QStringLiteral("wsman");
    QTest::newRow("read-only") << QStringLiteral("readOnly");
}

void tst_ShellContract::initTestCase()
{
    m_factories[QStringLiteral("lab")] = std::make_unique<LabFactory>();
    m_factories[QStringLiteral("snapshot")] = std::make_unique<SnapshotFactory>();
    m_factories[QStringLiteral("remote")] = std::make_unique<RemoteFactory>();
    m_factories[QStringLiteral("wsman")] = std::make_unique<WsmanFactory>();
    m_factories[QStringLiteral("readOnly")] = std::make_unique<ReadOnlyFactory>();
    for (const auto &factory : m_factories)
        QVERIFY_RESULT(factory.second->prepare());
}

void tst_ShellContract::init()
{
    QFETCH_GLOBAL(QString, factory);
    m_shell.reset();
    const auto made = m_factories[factory]->make();
    QVERIFY_RESULT(made);
    m_shell = *made;
}

domain::Thumbprint tst_ShellContract::assigned()
{
    const auto output
        = run(Cmdlet(QStringLiteral("Get-TransportService")).with(QStringLiteral("Identity"), mailboxServer));
    const auto objects = output.value_or(PipelineOutput()).objects();
    const auto assignment = shell::decode::transportService(objects.value(0));
    return assignment ? assignment->thumbprint : domain::Thumbprint();
}

shell::Pipeline tst_ShellContract::asking()
{
    Cmdlet make(QStringLiteral("New-ExchangeCertificate"));
    make.onServer(domain::ServerId(mailboxServer)).withServices(domain::Service::Smtp);
    return shell::Pipeline(QList<Cmdlet>{getCertificate().withThumbprint(assigned()), make});
}

void tst_ShellContract::description_andClock_areThere()
{
    const shell::ShellDescription description = m_shell->description();
    QVERIFY(!description.name.isEmpty());
    QFETCH_GLOBAL(QString, factory);
    QCOMPARE(
        description.isReadOnly, factory == u"readOnly" || description.kind == shell::ShellDescription::Kind::Snapshot);
    QVERIFY(m_shell->clock() != nullptr);
    QVERIFY(m_shell->clock()->nowUtc().isValid());
    QCOMPARE(m_shell->clock()->nowUtc().timeSpec(), Qt::UTC);
    QVERIFY(m_shell->problems().isEmpty());
}

void tst_ShellContract::answer_comesFromTheEventLoop_once_onTheShellsThread()
{
    int answers = 0;
    QThread *where = nullptr;
    whenDone(m_shell->invoke(getCertificate()), m_shell.get(), [&](const Result<PipelineOutput> &output) {
        ++answers;
        where = QThread::currentThread();
        QVERIFY_RESULT(output);
    });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 1);
    QCOMPARE(where, m_shell->thread());
    QVERIFY_RESULT(run(getCertificate())); // whatever else was to come has come by now
    QCOMPARE(answers, 1);
}

void tst_ShellContract::answer_comes_whenTheShellIsDestroyed()
{
    QList<QFuture<Result<PipelineOutput>>> futures;
    for (int i = 0; i < 3; ++i)
        futures.append(m_shell->invoke(getCertificate()));
    m_shell.reset();
    for (const auto &future : futures) {
        const auto output = await(future);
        QVERIFY(
            output || output.error().code == ErrorCode::Cancelled || output.error().code == ErrorCode::ConnectionLost);
    }
}

void tst_ShellContract::errorRecord_isData()
{
    Cmdlet absent = getCertificate();
    absent.with(QStringLiteral("Thumbprint"), QString(40, u'F'));
    const auto output = run(absent);
    QVERIFY_RESULT(output);
    QVERIFY(output->objects().isEmpty());
    QCOMPARE(output->errors().size(), 1);
    QVERIFY(!output->errors().constFirst().message.isEmpty());
}

void tst_ShellContract::missingCmdlet_isATerminatingRecord()
{
    const auto output = run(Cmdlet(QStringLiteral("Get-NoSuchThing")));
    QVERIFY_RESULT(output);
    QCOMPARE(output->errors().size(), 1);
    const shell::ErrorRecord record = output->errors().constFirst();
    QVERIFY(record.isTerminating);
    QCOMPARE(record.exceptionType, QStringLiteral("CommandNotFoundException"));
    QCOMPARE(session::errorOfRecord(record, {}).code, ErrorCode::CmdletNotFound);
}

void tst_ShellContract::missingParameter_isATerminatingRecord()
{
    const auto output = run(getCertificate().with(QStringLiteral("NoSuchParameter"), QStringLiteral("x")));
    QVERIFY_RESULT(output);
    QCOMPARE(output->errors().size(), 1);
    QVERIFY(output->errors().constFirst().isTerminating);
    QCOMPARE(session::errorOfRecord(output->errors().constFirst(), {}).code, ErrorCode::ParameterNotFound);
}

void tst_ShellContract::offered_isWhatRuns()
{
    QVERIFY(m_shell->offers(QStringLiteral("get-EXCHANGEcertificate")));
    QVERIFY(!m_shell->offers(QStringLiteral("Get-NoSuchThing")));
    QVERIFY(!m_shell->offers(QString()));
    for (const char *name : {"New-ExchangeCertificate", "Enable-ExchangeCertificate", "Remove-ExchangeCertificate",
             "Set-AuthConfig", "Import-ExchangeCertificate"})
        QCOMPARE(m_shell->offers(QString::fromLatin1(name)), !isReadOnly());
}

void tst_ShellContract::answer_decodes_data()
{
    namespace decode = shell::decode;
    QTest::addColumn<Decodes>("decodes");
    QTest::newRow("Get-ExchangeServer") << Decodes(&decodes<domain::Server, decode::exchangeServer>);
    QTest::newRow("Get-ExchangeCertificate") << Decodes(&decodesCertificate);
    QTest::newRow("Get-AuthConfig") << Decodes(&decodes<domain::AuthConfig, decode::authConfig>);
    QTest::newRow("Get-TransportService") << Decodes(&decodes<domain::TransportAssignment, decode::transportService>);
    QTest::newRow("Get-MailboxServer") << Decodes(&decodes<decode::MailboxServer, decode::mailboxServer>);
    QTest::newRow("Get-SendConnector") << Decodes(&decodes<domain::Connector, decode::sendConnector>);
    QTest::newRow("Get-ReceiveConnector") << Decodes(&decodes<domain::Connector, decode::receiveConnector>);
}

void tst_ShellContract::answer_decodes()
{
    QFETCH(Decodes, decodes);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    if (isReadOnly() && !m_shell->offers(name))
        QSKIP("this organisation has none of it, so none was exported");
    const bool isPerServer = name == QLatin1String("Get-ExchangeCertificate");
    const auto output = run(isPerServer ? getCertificate() : Cmdlet(name));
    QVERIFY_RESULT(output);
    QVERIFY(!output->hasErrors());
    const auto objects = output->objects();
    for (const clixml::Value &object : objects)
        QVERIFY(decodes(object));
    if (name != QLatin1String("Get-SendConnector"))
        QVERIFY(!objects.isEmpty());
}

void tst_ShellContract::lateValue_isNotSent()
{
    Cmdlet late(QStringLiteral("Get-ExchangeCertificate"));
    late.with(QStringLiteral("Thumbprint"), shell::LateValue::thumbprintOfStep(1));
    const auto output = run(late);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::LateValueMissing);
}

void tst_ShellContract::change_isRefused_byAReadOnlyShell()
{
    if (!isReadOnly())
        QSKIP("this one can be changed");
    const auto output = run(asking(), std::make_shared<FakePrompts>());
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ReadOnlyShell);
}

void tst_ShellContract::pipelines_mayOverlap()
{
    QList<QFuture<Result<PipelineOutput>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.append(m_shell->invoke(i % 2 == 0 ? getCertificate() : Cmdlet(QStringLiteral("Get-AuthConfig"))));
    for (qsizetype i = 0; i < futures.size(); ++i) {
        const auto output = await(futures.at(i));
        QVERIFY_RESULT(output);
        QCOMPARE(shell::decode::isAuthConfig(output->objects().value(0)), i % 2 != 0);
    }
}

void tst_ShellContract::question_isRefused_withoutAHandler()
{
    if (isReadOnly())
        QSKIP("a read-only shell asks nothing");
    const domain::Thumbprint before = assigned();
    const auto output = run(asking());
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
    QCOMPARE(assigned(), before);
}

void tst_ShellContract::question_isAskedWithItsContext_andItsAnswerCounts()
{
    if (isReadOnly())
        QSKIP("a read-only shell asks nothing");
    const domain::Thumbprint before = assigned();
    for (const auto answer : {shell::Confirmation::No, shell::Confirmation::Yes}) {
        const auto prompts = std::make_shared<FakePrompts>();
        prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, answer);
        const auto output = run(asking(), prompts);
        QVERIFY_RESULT(output);
        QVERIFY(prompts->isExhausted());
        const shell::Prompt prompt = prompts->asked().constFirst();
        QCOMPARE(prompt.server.name(), mailboxServer);
        QCOMPARE(prompt.cmdlet, QStringLiteral("New-ExchangeCertificate"));
        QCOMPARE(prompt.choices.size(), 4);
        QCOMPARE(prompt.thumbprints().constFirst(), before);
        QCOMPARE(assigned() == before, answer == shell::Confirmation::No);
    }
}

void tst_ShellContract::question_isNeverAnswered_whenTheHandlerDoesNot_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("it stops") << 0;
    QTest::newRow("it fails") << 1;
    QTest::newRow("it goes away") << 2;
    QTest::newRow("it chooses what is not offered") << 3;
}

void tst_ShellContract::question_isNeverAnswered_whenTheHandlerDoesNot()
{
    if (isReadOnly())
        QSKIP("a read-only shell asks nothing");
    QFETCH(int, way);
    const domain::Thumbprint before = assigned();
    const auto prompts = std::make_shared<FakePrompts>();
    const auto kind = shell::PromptKind::OverwriteDefaultSmtp;
    if (way == 0)
        prompts->expect(kind, shell::PromptAnswer::stop());
    else if (way == 1)
        prompts->expectThenFail({ErrorCode::Internal, {}, {}});
    else if (way == 2)
        prompts->expectThenAbandon();
    else
        prompts->expect(kind, shell::PromptAnswer::choose(9));
    const auto output = run(asking(), prompts);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptStopped);
    QCOMPARE(assigned(), before);
}

void tst_ShellContract::cancel_stopsThePipeline()
{
    if (isReadOnly())
        QSKIP("a read-only shell has answered before one could cancel");
    const domain::Thumbprint before = assigned();
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::Yes);
    prompts->hold();
    auto future = m_shell->invoke(asking(), prompts);
    QTRY_COMPARE(prompts->asked().size(), 1);
    future.cancel();
    const auto output = await(future);
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::Cancelled);
    prompts->release(); // too late
    QCOMPARE(assigned(), before);
}

void tst_ShellContract::liveObjects_goDownThePipeline()
{
    if (isReadOnly())
        QSKIP("what uses them changes something");
    const auto prompts = std::make_shared<FakePrompts>();
    prompts->expect(shell::PromptKind::OverwriteDefaultSmtp, shell::Confirmation::No);
    const auto old = run(getCertificate().withThumbprint(assigned()));
    QVERIFY_RESULT(old);
    const auto output = run(asking(), prompts);
    QVERIFY_RESULT(output);
    const auto before = shell::decode::exchangeCertificate(old->objects().value(0));
    const auto after = shell::decode::exchangeCertificate(output->objects().value(0));
    QVERIFY_RESULT(before);
    QVERIFY_RESULT(after);
    QCOMPARE(after->facts.subject, before->facts.subject);
    QCOMPARE(after->facts.dnsNames, before->facts.dnsNames);
    QVERIFY(after->facts.thumbprint != before->facts.thumbprint);
}

void tst_ShellContract::session_seesTheOrganisation()
{
    session::Session session(m_shell);
    const auto result = await(session.refresh());
    QVERIFY_RESULT(result);
    const domain::InventoryPtr inventory = *result;
    QVERIFY(inventory->problems.isEmpty());
    QVERIFY_RESULT(inventory->serverList);
    QVERIFY_RESULT(inventory->authConfig);
    QVERIFY(!inventory->organisation.isEmpty());
    QCOMPARE(inventory->servers.size(), lab::serverCount(lab::Preset::Contoso2013));
    for (const domain::ServerEntry &entry : inventory->servers) {
        QVERIFY_RESULT(entry.certificates);
        QVERIFY(!entry.certificates->isEmpty());
        QVERIFY(entry.unreadable.isEmpty());
        for (const domain::Certificate &certificate : *entry.certificates) {
            QCOMPARE(certificate.source, domain::CertificateSource::SerializedObject);
            QCOMPARE(certificate.server, entry.server.id);
        }
        // The directory's answer is not among what is exported
        const bool isListed = !entry.server.isClientAccessOnly();
        const bool isExported = m_shell->description().kind == shell::ShellDescription::Kind::Snapshot;
        QCOMPARE(entry.transport.has_value(), isListed || !isExported);
    }
}

KAKUIN_TEST(tst_ShellContract)

} // namespace tests::tst_shellcontract

#include "tst_shellcontract.moc"
