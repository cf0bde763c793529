// SPDX-License-Identifier: MIT
#include "core/snapshot/exportkind.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_exportkind {

using namespace kakuin;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

class tst_ExportKind : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kind_isToldByTheType_data();
    void kind_isToldByTheType();
    void cmdlet_andKind_nameEachOther();
    void sameness_ignoresWhoExported();
    void sameness_seesWhatMatters();
};

void tst_ExportKind::kind_isToldByTheType_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *tag, const Value &value, ExportKind kind) {
        QTest::newRow(tag) << value << static_cast<int>(kind);
    };
    const QByteArray der = certificateDer(QStringLiteral("CN=a"));
    row("a certificate", certificateObject(QStringLiteral("EX01"), der), ExportKind::Certificate);
    row("a deserialised certificate", rawCertificateObject(QStringLiteral("EX01"), der), ExportKind::Certificate);
    row("a plain certificate",
        Value(
            ObjectBuilder({QStringLiteral("System.Security.Cryptography.X509Certificates.X509Certificate2")}).build()),
        ExportKind::Certificate);
    row("a server", exchangeServerObject(QStringLiteral("EX01")), ExportKind::Server);
    row("a Mailbox server", mailboxServerObject(QStringLiteral("EX01")), ExportKind::MailboxServer);
    row("a transport service", transportServiceObject(QStringLiteral("EX01"), {}), ExportKind::TransportService);
    row("a server in the directory", directoryServerObject(QStringLiteral("EX01"), {}), ExportKind::DirectoryServer);
    row("the Auth configuration", authConfigObject({}), ExportKind::AuthConfig);
    row("a send connector", sendConnectorObject(QStringLiteral("a"), {}), ExportKind::SendConnector);
    row("a receive connector", receiveConnectorObject(QStringLiteral("a"), QStringLiteral("b")),
        ExportKind::ReceiveConnector);
    row("an object of another type", Value(ObjectBuilder({QStringLiteral("System.Diagnostics.Process")}).build()),
        ExportKind::Unknown);
    row("an object without a type", Value(ObjectBuilder(QStringList()).build()), ExportKind::Unknown);
    row("a text", Value(QStringLiteral("Get-ExchangeServer")), ExportKind::Unknown);
    row("null", Value(), ExportKind::Unknown);
}

void tst_ExportKind::kind_isToldByTheType()
{
    QFETCH(Value, value);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(kindOf(value)), kind);
}

void tst_ExportKind::cmdlet_andKind_nameEachOther()
{
    QVERIFY(expectedKinds().size() >= 8);
    for (const ExportKind kind : expectedKinds()) {
        QVERIFY(cmdletOf(kind).startsWith(QLatin1String("Get-")));
        QCOMPARE(kindOfCmdlet(cmdletOf(kind).toUpper()), kind);
        QVERIFY(parametersOf(kind).contains(QStringLiteral("DomainController")));
    }
    QCOMPARE(kindOfCmdlet(QStringLiteral("Get-Mailbox")), ExportKind::Unknown);
    QVERIFY(cmdletOf(ExportKind::Unknown).isEmpty());
}

void tst_ExportKind::sameness_ignoresWhoExported()
{
    const QByteArray der = certificateDer(QStringLiteral("CN=a"));
    QVERIFY(tellTheSame(ExportKind::Certificate, rawCertificateObject(QStringLiteral("EX01.a"), der),
        rawCertificateObject(QStringLiteral("EX01"), der)));
    QVERIFY(tellTheSame(ExportKind::Unknown, Value(), Value()));
}

void tst_ExportKind::sameness_seesWhatMatters()
{
    QVERIFY(!tellTheSame(ExportKind::AuthConfig, authConfigObject(QString(40, u'A')), authConfigObject({})));
    QVERIFY(!tellTheSame(ExportKind::TransportService, transportServiceObject(QStringLiteral("EX01"), {}),
        transportServiceObject(QStringLiteral("EX01"), QString(40, u'A'))));
    QVERIFY(!tellTheSame(ExportKind::MailboxServer, mailboxServerObject(QStringLiteral("EX01")),
        mailboxServerObject(QStringLiteral("EX01"), QStringLiteral("DAG1"))));
    QVERIFY(!tellTheSame(ExportKind::SendConnector, sendConnectorObject(QStringLiteral("a"), {}),
        sendConnectorObject(QStringLiteral("a"), {QStringLiteral("EX01")})));
}

KAKUIN_TEST(tst_ExportKind)

} // namespace tests::tst_exportkind

#include "tst_exportkind.moc"
