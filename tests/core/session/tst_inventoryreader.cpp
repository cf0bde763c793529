// SPDX-License-Identifier: MIT
#include "core/session/inventoryreader.h"
#include "scriptedorganisation.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_inventoryreader {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using Origin = TransportAssignment::Origin;

namespace {

ServerId id(const char *name)
{
    return ServerId(QString::fromLatin1(name));
}

QStringList namesOf(const InventoryPtr &inventory)
{
    QStringList names;
    for (const ServerEntry &entry : inventory->servers)
        names.append(entry.server.id.name());
    return names;
}

shell::ErrorRecord rpcError()
{
    shell::ErrorRecord record;
    record.message = QStringLiteral("A special Rpc error occurs on server EX01: The RPC server is unavailable.");
    record.exceptionType = QStringLiteral("InvalidOperationException");
    return record;
}

Result<InventoryPtr> readAll(const std::shared_ptr<ScriptedShell> &shell)
{
    InventoryReader reader(shell, 16);
    Result<InventoryPtr> read = fail(ErrorCode::Internal);
    bool isFinished = false;
    QObject::connect(&reader, &InventoryReader::finished, &reader, [&](const Result<InventoryPtr> &result) {
        read = result;
        isFinished = true;
    });
    reader.readAll();
    if (!QTest::qWaitFor([&] { return isFinished; }))
        return fail(ErrorCode::Internal, QStringLiteral("readAll"), QStringLiteral("timed out"));
    return read;
}

} // namespace

class tst_InventoryReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void read_readsTheWholeOrganisation();
    void read_asksTheDirectory_aboutServersThatNoCmdletReports();
    void read_putsTheReasonInPlace_whenAServerDoesNotAnswer();
    void read_keepsWhatIsReadable_amongCertificatesThatAreNot();
    void read_asksTheServerToPickProperties_whenOnlyBytesCome_data();
    void read_asksTheServerToPickProperties_whenOnlyBytesCome();
    void read_leavesOutMisleadingNames_andSaysSo();
    void read_saysWhatIsNotOffered();
    void read_takesServersFromOtherLists_whenThereIsNoServerList();
    void read_readsTheServerOfTheSession_whenNothingListsServers();
    void read_choosesNoAuthConfig_amongSeveralOrganisations();
    void read_assignsTransport_ofExportedDataWithoutAServerList();
    void read_sortsCertificatesByServer_ofExportedData();

private:
    [[nodiscard]] Result<InventoryPtr> read() { return readAll(m_shell); }

    std::unique_ptr<ScriptedOrganisation> m_organisation;
    std::shared_ptr<ScriptedShell> m_shell;
};

void tst_InventoryReader::init()
{
    m_organisation = std::make_unique<ScriptedOrganisation>();
    m_shell = std::make_shared<ScriptedShell>();
    m_organisation->answerFrom(*m_shell);
}

void tst_InventoryReader::read_readsTheWholeOrganisation()
{
    const QString second = m_organisation->addMailboxServer(QStringLiteral("MBX02"), QStringLiteral("DAG1"));
    m_organisation->addMailboxServer(QStringLiteral("MBX01"));
    m_organisation->authConfigs = {authConfigObject(second)};
    m_organisation->sendConnectors = {sendConnectorObject(QStringLiteral("Out"), {QStringLiteral("MBX01")})};
    m_organisation->receiveConnectors
        = {receiveConnectorObject(QStringLiteral("MBX01"), QStringLiteral("Default Frontend MBX01"))};
    const auto result = read();
    QVERIFY_RESULT(result);
    const InventoryPtr inventory = *result;
    QCOMPARE(namesOf(inventory), QStringList({QStringLiteral("MBX01"), QStringLiteral("MBX02")}));
    QCOMPARE(inventory->organisation, QStringLiteral("Contoso"));
    QCOMPARE(inventory->takenUtc, m_shell->fakeClock()->nowUtc());
    QVERIFY(inventory->serverList.has_value());
    QCOMPARE(inventory->authConfig->current.toString(), second);
    QCOMPARE(inventory->sendConnectors->constFirst().name, QStringLiteral("Out"));
    QCOMPARE(inventory->receiveConnectors->constFirst().servers, QList<ServerId>{id("MBX01")});
    QVERIFY(inventory->hybrid.has_value() && !inventory->hybrid->has_value());
    const ServerEntry *entry = inventory->find(id("mbx02"));
    QCOMPARE(entry->server.dag, QStringLiteral("DAG1"));
    QCOMPARE(entry->server.site, QStringLiteral("Tokyo"));
    QCOMPARE(entry->server.version.product(), Product::Exchange2019);
    QCOMPARE(entry->transport->thumbprint.toString(), second);
    QCOMPARE(entry->certificates->size(), 1);
    QCOMPARE(entry->certificates->constFirst().source, CertificateSource::SerializedObject);
    QCOMPARE(entry->certificates->constFirst().server, id("MBX02"));
    QVERIFY(inventory->problems.isEmpty());
    QCOMPARE(m_shell->invocations().size(), 9); // seven of the organisation, two servers
}

void tst_InventoryReader::read_asksTheDirectory_aboutServersThatNoCmdletReports()
{
    m_organisation->addMailboxServer(QStringLiteral("MBX01"));
    const QByteArray der = m_organisation->addServer(QStringLiteral("EXCAS1"), QStringLiteral("ClientAccess"));
    m_organisation->directory.insert(QStringLiteral("EXCAS1"), der);
    m_organisation->directory.insert(QStringLiteral("CAS02"), {});
    m_organisation->addServer(QStringLiteral("CAS02"), QStringLiteral("ClientAccess"));
    m_organisation->addServer(QStringLiteral("CAS03"), QStringLiteral("ClientAccess"));
    m_organisation->addServer(QStringLiteral("EDGE1"), QStringLiteral("Edge"));
    const auto result = read();
    QVERIFY_RESULT(result);
    const ServerEntry *cas = (*result)->find(id("EXCAS1"));
    QCOMPARE(cas->transport->origin, Origin::Directory);
    QCOMPARE(cas->transport->thumbprint.toString(), ScriptedOrganisation::thumbprintOf(der));
    QVERIFY((*result)->find(id("CAS02"))->transport->thumbprint.isNull());
    QCOMPARE((*result)->find(id("CAS03"))->transport.error().code, ErrorCode::ServerNotFound);
    QCOMPARE((*result)->find(id("EDGE1"))->transport.error().code, ErrorCode::NotRead);
    QCOMPARE((*result)->find(id("MBX01"))->transport->origin, Origin::TransportService);
    QCOMPARE(m_shell->commands().filter(QStringLiteral("Get-ADObject")).size(), 3);
    QVERIFY(m_shell->commands().filter(QStringLiteral("EDGE1")).size() == 1);
}

void tst_InventoryReader::read_putsTheReasonInPlace_whenAServerDoesNotAnswer()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    m_organisation->addMailboxServer(QStringLiteral("EX03"));
    m_organisation->certificates[QStringLiteral("EX01")] = ScriptedReply::error(rpcError());
    m_organisation->certificates[QStringLiteral("EX03")] = ScriptedReply::fails(ErrorCode::ConnectionLost);
    const auto result = read();
    QVERIFY_RESULT(result);
    const auto &unreachable = (*result)->find(id("EX01"))->certificates;
    QCOMPARE(unreachable.error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(unreachable.error().subject, QStringLiteral("EX01"));
    QCOMPARE(unreachable.error().detail, rpcError().message);
    QVERIFY((*result)->find(id("EX02"))->certificates.has_value());
    QCOMPARE((*result)->find(id("EX03"))->certificates.error().code, ErrorCode::ConnectionLost);
    QCOMPARE((*result)->find(id("EX03"))->certificates.error().subject, QStringLiteral("EX03"));
}

void tst_InventoryReader::read_keepsWhatIsReadable_amongCertificatesThatAreNot()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    auto &items = m_organisation->certificates[QStringLiteral("EX01")].output.items;
    items.prepend(rawCertificateObject(QStringLiteral("ex01"), QByteArray("no certificate")));
    items.append(clixml::Value(QStringLiteral("text")));
    items.append(rpcError());
    const auto result = read();
    QVERIFY_RESULT(result);
    const ServerEntry *entry = (*result)->find(id("EX01"));
    QCOMPARE(entry->certificates->size(), 1);
    QCOMPARE(entry->unreadable.size(), 2);
    QCOMPARE(entry->unreadable.constFirst().code, ErrorCode::MalformedCertificate);
    QCOMPARE(entry->unreadable.constFirst().subject, QStringLiteral("EX01"));
    QCOMPARE((*result)->problems.size(), 1);
}

void tst_InventoryReader::read_asksTheServerToPickProperties_whenOnlyBytesCome_data()
{
    QTest::addColumn<bool>("isOffered");
    QTest::addColumn<bool>("works");
    QTest::newRow("the endpoint has Select-Object") << true << true;
    QTest::newRow("it refuses it after all") << true << false;
    QTest::newRow("it has none") << false << false;
}

void tst_InventoryReader::read_asksTheServerToPickProperties_whenOnlyBytesCome()
{
    QFETCH(const bool, isOffered);
    QFETCH(const bool, works);
    const QByteArray der = certificateDer(u"CN=EX01"_s);
    m_shell->on(
        u"Get-ExchangeCertificate"_s, ScriptedReply::objects({rawCertificateObject(u"ex01.contoso.com"_s, der)}));
    if (isOffered) {
        m_shell->on(u"Select-Object"_s, [&](const shell::Pipeline &) {
            if (!works)
                return ScriptedReply::error(rpcError());
            clixml::ObjectBuilder picked(QStringList{u"Selected.System.Management.Automation.PSCustomObject"_s});
            picked.extended(u"RawData"_s, clixml::Value(clixml::Value::Data(der)));
            picked.extended(u"Services"_s, clixml::Value(u"IMAP, SMTP"_s));
            return ScriptedReply::objects({clixml::Value(picked.build())});
        });
    }
    const auto inventory = readAll(m_shell);
    QVERIFY_RESULT(inventory);
    for (const ServerEntry &entry : (*inventory)->servers) {
        QVERIFY_RESULT(entry.certificates);
        const Certificate &certificate = entry.certificates->first();
        QCOMPARE(certificate.source,
            works ? domain::CertificateSource::FlatProperties : domain::CertificateSource::RawDataOnly);
        QCOMPARE(certificate.services.has_value(), works); // never "none"
    }
}

void tst_InventoryReader::read_leavesOutMisleadingNames_andSaysSo()
{
    const QString payload = QStringLiteral("EX02\n$global:pwned=42 #");
    const QString escaped = QStringLiteral("EX02\\u{000A}$global:pwned=42 #");
    m_organisation->addMailboxServer(QStringLiteral("EX01"), QStringLiteral("DAG\u202e1"));
    m_organisation->servers.append(exchangeServerObject(payload));
    m_organisation->sendConnectors = {sendConnectorObject(payload, {QStringLiteral("EX01")})};
    const auto result = read();
    QVERIFY_RESULT(result);
    QCOMPARE(namesOf(*result), QStringList(QStringLiteral("EX01")));
    QVERIFY((*result)->find(id("EX01"))->certificates.has_value());
    QCOMPARE((*result)->find(id("EX01"))->server.dag, QString());
    const Error server{ErrorCode::UnsafeName, QStringLiteral("Get-ExchangeServer"), escaped};
    const Error group{ErrorCode::UnsafeName, QStringLiteral("Get-MailboxServer"), QStringLiteral("DAG\\u{202E}1")};
    const Error connector{ErrorCode::UnsafeName, QStringLiteral("Get-SendConnector"), escaped};
    QVERIFY((*result)->problems.contains(server));
    QCOMPARE((*result)->sendConnectors.error(), connector);
    QVERIFY((*result)->problems.contains(group));
    QCOMPARE(m_shell->commands().filter(QStringLiteral("pwned")), QStringList());

    // exported data says itself whose a certificate is, and by what a folder is called
    m_organisation->certificates[QStringLiteral("EX01")].output.items.append(
        rawCertificateObject(payload, certificateDer(QStringLiteral("CN=x"))));
    m_shell->setDescription({shell::ShellDescription::Kind::Snapshot, payload, true, {}});
    const auto exported = read();
    QVERIFY_RESULT(exported);
    QCOMPARE(namesOf(*exported), QStringList(QStringLiteral("EX01")));
    QVERIFY((*exported)->problems.contains(Error{ErrorCode::UnsafeName, {}, escaped}));
}

void tst_InventoryReader::read_saysWhatIsNotOffered()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    const auto bare = std::make_shared<ScriptedShell>();
    bare->on(QStringLiteral("Get-ExchangeServer"), ScriptedReply::objects(m_organisation->servers));
    bare->on(QStringLiteral("Get-ExchangeCertificate"), m_organisation->certificates[QStringLiteral("EX01")]);
    const auto result = readAll(bare);
    QVERIFY_RESULT(result);
    const Error expected{ErrorCode::CmdletNotFound, QStringLiteral("Get-AuthConfig"), {}};
    QCOMPARE((*result)->authConfig.error(), expected);
    QCOMPARE((*result)->sendConnectors.error().code, ErrorCode::CmdletNotFound);
    QCOMPARE((*result)->find(id("EX01"))->transport.error().subject, QStringLiteral("Get-TransportService"));
    QVERIFY((*result)->find(id("EX01"))->certificates.has_value());
    QCOMPARE(bare->invocations().size(), 2);
}

void tst_InventoryReader::read_takesServersFromOtherLists_whenThereIsNoServerList()
{
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->transport.remove(QStringLiteral("EX02"));
    m_shell->on(QStringLiteral("Get-ExchangeServer"), ScriptedReply::fails(ErrorCode::ServerError));
    const auto result = read();
    QVERIFY_RESULT(result);
    QCOMPARE((*result)->serverList.error().code, ErrorCode::ServerError);
    QCOMPARE(namesOf(*result), QStringList({QStringLiteral("EX01"), QStringLiteral("EX02")}));
    QVERIFY((*result)->find(id("EX02"))->certificates.has_value());
}

void tst_InventoryReader::read_readsTheServerOfTheSession_whenNothingListsServers()
{
    const auto bare = std::make_shared<ScriptedShell>();
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    bare->on(QStringLiteral("Get-ExchangeCertificate"), m_organisation->certificates[QStringLiteral("EX01")]);
    const auto result = readAll(bare);
    QVERIFY_RESULT(result);
    QCOMPARE(namesOf(*result), QStringList(QStringLiteral("EX01")));
    QCOMPARE(bare->commands(), QStringList(QStringLiteral("Get-ExchangeCertificate")));
}

void tst_InventoryReader::read_choosesNoAuthConfig_amongSeveralOrganisations()
{
    const QString thumbprint = m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->authConfigs
        = {authConfigObject(thumbprint), authConfigObject(thumbprint, {}, {}, QStringLiteral("Fabrikam"))};
    const auto result = read();
    QVERIFY_RESULT(result);
    QCOMPARE((*result)->authConfig.error().code, ErrorCode::SeveralOrganisations);
    QCOMPARE((*result)->authConfig.error().subject, QStringLiteral("Contoso, Fabrikam"));
    QCOMPARE((*result)->organisation, QStringLiteral("Contoso, Fabrikam"));
}

void tst_InventoryReader::read_assignsTransport_ofExportedDataWithoutAServerList()
{
    const QString thumbprint = m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_shell->on(QStringLiteral("Get-ExchangeServer"), ScriptedReply::fails(ErrorCode::NotExported));
    m_shell->setDescription({shell::ShellDescription::Kind::Snapshot, QStringLiteral("folder"), true, {}});
    const auto result = read();
    QVERIFY_RESULT(result);
    const ServerEntry *only = (*result)->find(id("EX01"));
    QVERIFY(only != nullptr);
    QVERIFY_RESULT(only->transport);
    QCOMPARE(only->transport->thumbprint, Thumbprint::parse(thumbprint).value());
}

void tst_InventoryReader::read_sortsCertificatesByServer_ofExportedData()
{
    m_organisation->addMailboxServer(QStringLiteral("EX01"));
    m_organisation->addMailboxServer(QStringLiteral("EX02"));
    m_organisation->servers.removeLast(); // only its certificates were exported
    m_organisation->servers.append(exchangeServerObject(QStringLiteral("EX03")));
    m_organisation->certificates[QStringLiteral("EX02")].output.items.append(
        rawCertificateObject(QStringLiteral("ex02.contoso.local"), QByteArray("no certificate")));
    const QDateTime taken(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    m_shell->setDescription({shell::ShellDescription::Kind::Snapshot, QStringLiteral("folder"), true, taken});
    const Error damaged{ErrorCode::MalformedClixml, QStringLiteral("a.xml"), QStringLiteral("line 3, column 1: x")};
    m_shell->setProblems({damaged});
    const auto result = read();
    QVERIFY_RESULT(result);
    QCOMPARE(namesOf(*result), QStringList({QStringLiteral("EX01"), QStringLiteral("EX02"), QStringLiteral("EX03")}));
    QCOMPARE((*result)->takenUtc, taken);
    QCOMPARE((*result)->problems, QList<Error>{damaged});
    const ServerEntry *second = (*result)->find(id("EX02"));
    QCOMPARE(second->certificates->size(), 1);
    QCOMPARE(second->unreadable.size(), 1);
    QCOMPARE(second->readUtc, taken);
    QCOMPARE((*result)->find(id("EX03"))->certificates.error().code, ErrorCode::NotExported);
    QCOMPARE(m_shell->commands().filter(QStringLiteral("Get-ExchangeCertificate")).size(), 1);
}

KAKUIN_TEST(tst_InventoryReader)

} // namespace tests::tst_inventoryreader

#include "tst_inventoryreader.moc"
