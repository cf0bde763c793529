// SPDX-License-Identifier: MIT
#include "core/session/session.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/snapshotshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

namespace tests::tst_capturedexports {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;

namespace {

QDir captures()
{
    return QDir(QStringLiteral(KAKUIN_CAPTURED_DATA "/exchange"));
}

ServerId id(const char *name)
{
    return ServerId(QString::fromLatin1(name));
}

Result<std::shared_ptr<SnapshotShell>> openFiles(const QStringList &names)
{
    QStringList paths;
    for (const QString &name : names)
        paths.append(captures().filePath(name));
    return await(SnapshotShell::open(paths));
}

Result<InventoryPtr> inventoryOf(const QStringList &names)
{
    return openFiles(names).and_then([](const std::shared_ptr<SnapshotShell> &shell) -> Result<InventoryPtr> {
        session::Session session(shell);
        return await(session.refresh());
    });
}

QList<Certificate> certificatesOf(const std::shared_ptr<SnapshotShell> &shell)
{
    const auto output = await(shell->invoke(shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate"))));
    QList<Certificate> certificates;
    for (const clixml::Value &value : output.value_or(shell::PipelineOutput()).objects()) {
        const auto certificate = shell::decode::exchangeCertificate(value);
        if (certificate)
            certificates.append(*certificate);
    }
    return certificates;
}

QString isoOf(const QDateTime &utc)
{
    return utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + u'Z';
}

// The certificate as expected-certificates.json would have it: the fields that the object holds in common
QJsonObject described(const Certificate &certificate)
{
    const CertificateFacts &facts = certificate.facts;
    QJsonObject out;
    out[QStringLiteral("thumbprint")] = facts.thumbprint.toString();
    out[QStringLiteral("subject")] = facts.subject;
    out[QStringLiteral("issuer")] = facts.issuer;
    out[QStringLiteral("serial")] = facts.serialNumber;
    out[QStringLiteral("notBeforeUtc")] = isoOf(facts.notBeforeUtc);
    out[QStringLiteral("notAfterUtc")] = isoOf(facts.notAfterUtc);
    out[QStringLiteral("keySize")] = facts.key.bits;
    out[QStringLiteral("signatureHash")] = facts.signatureHash;
    out[QStringLiteral("san")] = QJsonArray::fromStringList(facts.dnsNames);
    out[QStringLiteral("rawDataLength")] = facts.der.size();
    if (certificate.source != CertificateSource::SerializedObject)
        return out;
    const QStringList names = cmdletNames(certificate.services.value_or(ServiceSet()));
    out[QStringLiteral("servicesValue")] = static_cast<int>(certificate.services.value_or(ServiceSet()).toInt());
    out[QStringLiteral("services")]
        = QJsonArray::fromStringList(certificate.services.value_or(ServiceSet()) ? names : QStringList());
    out[QStringLiteral("statusValue")] = static_cast<int>(certificate.status.value_or(CertificateStatus::Unknown));
    out[QStringLiteral("rootCATypeValue")] = static_cast<int>(certificate.rootCaType.value_or(RootCaType::Unknown));
    out[QStringLiteral("selfSigned")] = certificate.isSelfSigned.value_or(false);
    out[QStringLiteral("privateKeyExportable")] = certificate.privateKeyExportable.value_or(false);
    out[QStringLiteral("identity")] = certificate.identity;
    out[QStringLiteral("friendlyName")] = certificate.friendlyName;
    QJsonArray sites;
    for (const IisBinding &binding : certificate.iisBindings.value_or(QList<IisBinding>()))
        sites.append(binding.serviceName);
    out[QStringLiteral("iisServices")] = sites;
    return out;
}

} // namespace

class tst_CapturedExports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void file_givesTheCertificatesThatWereCaptured_data();
    void file_givesTheCertificatesThatWereCaptured();
    void organisation_isShown_fromItsFiles();
    void stagedAuthCertificate_isShown();
    void connectors_areShown();
    void wholeFolder_isShown_thoughItMixesOrganisations();
    void missingOutput_isSaid();
};

void tst_CapturedExports::initTestCase()
{
    if (!captures().exists(QStringLiteral("expected-certificates.json")))
        QSKIP("no captured files here");
}

void tst_CapturedExports::file_givesTheCertificatesThatWereCaptured_data()
{
    QTest::addColumn<QJsonArray>("expected");
    QFile file(captures().filePath(QStringLiteral("expected-certificates.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray files = QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("files")).toArray();
    for (const auto &one : files) {
        QTest::newRow(qPrintable(one.toObject().value(QStringLiteral("file")).toString()))
            << one.toObject().value(QStringLiteral("certificates")).toArray();
    }
}

void tst_CapturedExports::file_givesTheCertificatesThatWereCaptured()
{
    QFETCH(QJsonArray, expected);
    const auto shell = openFiles({QString::fromUtf8(QTest::currentDataTag())});
    if (QByteArray(QTest::currentDataTag()).endsWith(".X509Certificate2.xml")) { // a single one, of no server
        QCOMPARE(shell.error().code, ErrorCode::NothingExported);
        return;
    }
    QVERIFY_RESULT(shell);
    QVERIFY((*shell)->problems().isEmpty());
    const QList<Certificate> certificates = certificatesOf(*shell);
    QCOMPARE(certificates.size(), expected.size());
    for (qsizetype i = 0; i < certificates.size(); ++i) {
        QJsonObject wanted = expected.at(i).toObject();
        const bool isFull = wanted.value(QStringLiteral("serializationDataLength")).toInt() > 0;
        QCOMPARE(
            certificates.at(i).source, isFull ? CertificateSource::SerializedObject : CertificateSource::RawDataOnly);
        // Of the container and not of the certificate: core/clixml compares them
        for (const char *key : {"validityDays", "serializationDataLength", "serializationSigned", "certDataLength",
                 "certDataPropertyIds", "certDataDerEqualsRawData"})
            wanted.remove(QString::fromLatin1(key));
        const QJsonObject given = described(certificates.at(i));
        QCOMPARE(QJsonDocument(given).toJson(), QJsonDocument(wanted).toJson());
    }
}

void tst_CapturedExports::organisation_isShown_fromItsFiles()
{
    const auto inventory = inventoryOf({QStringLiteral("E16-15.1.2375.7_Solo-E16A_Get-AuthConfig.xml"),
        QStringLiteral("E16-15.1.2375.7_Solo-E16A_Get-ExchangeCertificate.xml"),
        QStringLiteral("E16-15.1.2375.7_Solo-E16A_Get-ExchangeServer.xml"),
        QStringLiteral("E16-15.1.2375.7_Solo-E16A_Get-MailboxServer.xml")});
    QVERIFY_RESULT(inventory);
    QCOMPARE((*inventory)->organisation, QStringLiteral("SoloORG"));
    QVERIFY((*inventory)->problems.isEmpty());
    QCOMPARE((*inventory)->servers.size(), 1);
    const ServerEntry &entry = (*inventory)->servers.constFirst();
    QCOMPARE(entry.server.id.name(), QStringLiteral("SOLO-E16A"));
    QCOMPARE(entry.server.fqdn, QStringLiteral("Solo-E16A.Solo.local"));
    QCOMPARE(entry.server.version.number.toString(), QStringLiteral("15.1.2375.7"));
    QCOMPARE(entry.server.roles, ServerRoles(ServerRole::Mailbox));
    QCOMPARE(entry.server.edition, QStringLiteral("StandardEvaluation"));
    QCOMPARE(entry.server.site, QStringLiteral("Default-First-Site-Name"));
    QVERIFY(entry.server.dag.isEmpty());
    QCOMPARE(entry.certificates->size(), 3);
    QCOMPARE(entry.transport.error().code, ErrorCode::NotExported);
    QVERIFY(entry.find((*inventory)->authConfig->current) != nullptr);
    QCOMPARE((*inventory)->sendConnectors.error().code, ErrorCode::NotExported);
}

void tst_CapturedExports::stagedAuthCertificate_isShown()
{
    const auto inventory
        = inventoryOf({QStringLiteral("E16-15.1.2507.18_E2k16-1_Get-AuthConfig.next-staged.signed.xml"),
            QStringLiteral("E16-15.1.2507.18_E2k16-1_Get-ExchangeServer.2servers.signed.xml"),
            QStringLiteral("E16-15.1.2507.18_E2k16-1_Get-ExchangeCertificate.broken-rawdata-only.xml"),
            QStringLiteral("E16-15.1.2507.18_E2k16-1_Get-ExchangeCertificate.xml")});
    QVERIFY_RESULT(inventory);
    QCOMPARE((*inventory)->organisation, QStringLiteral("Contoso Labs"));
    QCOMPARE((*inventory)->authConfig->nextEffectiveUtc, QDateTime(QDate(2023, 2, 3), QTime(14, 16, 2), Qt::UTC));
    QCOMPARE((*inventory)->servers.size(), 2);
    // Three of the five that tell little are among the eight that tell everything
    const ServerEntry *first = (*inventory)->find(id("E2K16-1"));
    QCOMPARE(first->certificates->size(), 10);
    const auto full = std::count_if(first->certificates->begin(), first->certificates->end(),
        [](const Certificate &c) { return c.source == CertificateSource::SerializedObject; });
    QCOMPARE(full, 8);
    QVERIFY(first->find((*inventory)->authConfig->next) != nullptr);
    QCOMPARE((*inventory)->find(id("E2k16-2"))->certificates.error().code, ErrorCode::NotExported);
    QVERIFY((*inventory)->problems.isEmpty());
}

void tst_CapturedExports::connectors_areShown()
{
    const auto inventory = inventoryOf({QStringLiteral("E19-15.2.1011_exlab_Get-SendConnector.xml"),
        QStringLiteral("E19-15.2.1011_exlab_Get-ReceiveConnector.xml"),
        QStringLiteral("E19-15.2.1744_365labs_Get-HybridConfiguration.xml")});
    QVERIFY_RESULT(inventory);
    QCOMPARE((*inventory)->sendConnectors->size(), 1);
    const Connector &out = (*inventory)->sendConnectors->constFirst();
    QCOMPARE(out.name, QStringLiteral("Mail to O365"));
    QCOMPARE(out.tlsCertificateName->toString(), QStringLiteral("<I>CN=localhost<S>CN=localhost"));
    QVERIFY(out.isCloudMailEnabled);
    QCOMPARE(out.servers, QList<ServerId>{id("WIN-CTD3L0RGEN4")});
    QCOMPARE((*inventory)->receiveConnectors->size(), 5);
    const auto named = std::count_if((*inventory)->receiveConnectors->begin(), (*inventory)->receiveConnectors->end(),
        [](const Connector &c) { return c.tlsCertificateName.has_value(); });
    QCOMPARE(named, 1);
    const auto &hybrid = *(*inventory)->hybrid;
    QCOMPARE(hybrid->tlsCertificateName->subject, QStringLiteral("CN=mail.contoso.com"));
    QCOMPARE(hybrid->sendingTransportServers, QList<ServerId>{id("ex-02")});
    QCOMPARE((*inventory)->problems.constFirst().code, ErrorCode::SeveralOrganisations);
}

void tst_CapturedExports::wholeFolder_isShown_thoughItMixesOrganisations()
{
    const auto shell = await(SnapshotShell::open({captures().path()}));
    QVERIFY_RESULT(shell);
    session::Session session(*shell);
    const auto inventory = await(session.refresh());
    QVERIFY_RESULT(inventory);
    for (const char *name : {"SOLO-E16A", "E2k16-1", "E2k16-2", "WIN-CTD3L0RGEN4"})
        QVERIFY2((*inventory)->find(id(name)) != nullptr, name);
    QCOMPARE((*inventory)->find(id("SOLO-E16A"))->certificates->size(), 3);
    QCOMPARE((*inventory)->find(id("WIN-CTD3L0RGEN4"))->certificates->size(), 4);
    QCOMPARE((*inventory)->find(id("E2k16-1"))->certificates->size(), 12);
    // No Auth configuration is chosen, and it is said why
    QCOMPARE((*inventory)->authConfig.error().code, ErrorCode::SeveralOrganisations);
    QCOMPARE((*inventory)->authConfig.error().subject, QStringLiteral("Contoso Labs, First Organization, SoloORG"));
    const auto count = [&](ErrorCode code) {
        return std::count_if((*inventory)->problems.begin(), (*inventory)->problems.end(),
            [code](const Error &e) { return e.code == code; });
    };
    QCOMPARE(count(ErrorCode::SeveralOrganisations), 1);
    QVERIFY(count(ErrorCode::ConflictingExports) >= 2); // AuthConfig and connectors of different days
    QCOMPARE(count(ErrorCode::UnknownExportKind), 1); // a version, web bindings, files of other kinds: one line
    QCOMPARE(count(ErrorCode::MalformedClixml), 0);
}

void tst_CapturedExports::missingOutput_isSaid()
{
    const auto shell = openFiles({QStringLiteral("E19-15.2.1011_exlab_Get-AuthConfig.xml")});
    QVERIFY_RESULT(shell);
    QVERIFY((*shell)->missingCmdlets().contains(QStringLiteral("Get-ExchangeCertificate")));
    QVERIFY(!(*shell)->missingCmdlets().contains(QStringLiteral("Get-AuthConfig")));
    session::Session session(*shell);
    const auto inventory = await(session.refresh());
    QVERIFY_RESULT(inventory);
    QVERIFY((*inventory)->servers.isEmpty());
    QCOMPARE((*inventory)->serverList.error().code, ErrorCode::NotExported);
    QCOMPARE((*inventory)->organisation, QStringLiteral("First Organization"));
}

KAKUIN_TEST(tst_CapturedExports)

} // namespace tests::tst_capturedexports

#include "tst_capturedexports.moc"
