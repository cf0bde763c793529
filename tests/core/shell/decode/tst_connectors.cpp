// SPDX-License-Identifier: MIT
#include "core/shell/decode/connectors.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_connectors {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

const TlsCertificateName geoTrust{
    QStringLiteral("CN=GeoTrust TLS RSA CA G1, O=DigiCert Inc, C=US"), QStringLiteral("CN=mail.contoso.com")};

ObjectBuilder sendBuilder()
{
    ObjectBuilder builder(
        {QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig")});
    builder.adapted(QStringLiteral("Name"), QStringLiteral("Out"));
    return builder;
}

} // namespace

class tst_Connectors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void send_isRead();
    void tlsName_isRead_whereverItIs_data();
    void tlsName_isRead_whereverItIs();
    void receive_isRead();
    void receive_takesItsServerFromTheIdentity_whenThePropertyIsMissing();
    void fqdn_isRead_fromTextAndObject();
    void switches_haveTheirDefaults_whenMissingOrOfAnotherKind();
    void hybrid_isRead();
    void anythingElse_isRefused();
};

void tst_Connectors::send_isRead()
{
    const Value value = sendConnectorObject(
        QStringLiteral("Mail to O365"), {QStringLiteral("EX01"), QStringLiteral("EX02")}, geoTrust);
    QVERIFY(isSendConnector(value) && !isReceiveConnector(value));
    const auto connector = sendConnector(value);
    QVERIFY_RESULT(connector);
    QCOMPARE(connector->kind, Connector::Kind::Send);
    QCOMPARE(connector->name, QStringLiteral("Mail to O365"));
    QCOMPARE(connector->servers.size(), 2);
    QCOMPARE(connector->tlsCertificateName, std::optional(geoTrust));
    QVERIFY(connector->isEnabled);
}

void tst_Connectors::tlsName_isRead_whereverItIs_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<bool>("isRead");
    const QString text = geoTrust.toString();
    const QStringList type{QStringLiteral("Microsoft.Exchange.Data.SmtpX509Identifier")};
    QTest::newRow("a text") << Value(text) << true;
    QTest::newRow("a text in lower case markers")
        << Value(QString(text).replace(QLatin1String("<I>"), QLatin1String("<i>"))) << true;
    QTest::newRow("an object's text") << Value(ObjectBuilder(type).toString(text).build()) << true;
    QTest::newRow("an object's properties") << Value(
        ObjectBuilder(type)
            .adapted(QStringLiteral("CertificateSubject"), geoTrust.subject)
            .adapted(QStringLiteral("CertificateIssuer"), geoTrust.issuer)
            .build()) << true;
    QTest::newRow("half of an object's properties")
        << Value(ObjectBuilder(type).adapted(QStringLiteral("CertificateSubject"), geoTrust.subject).build()) << false;
    QTest::newRow("null") << Value() << false;
    QTest::newRow("an empty text") << Value(QString()) << false;
    QTest::newRow("a text of another form") << Value(QStringLiteral("CN=mail")) << false;
    QTest::newRow("a number") << Value::fromInt(1) << false;
}

void tst_Connectors::tlsName_isRead_whereverItIs()
{
    QFETCH(Value, value);
    QFETCH(bool, isRead);
    const auto connector
        = sendConnector(Value(sendBuilder().adapted(QStringLiteral("TlsCertificateName"), value).build()));
    QVERIFY_RESULT(connector);
    QCOMPARE(connector->tlsCertificateName, isRead ? std::optional(geoTrust) : std::nullopt);
}

void tst_Connectors::receive_isRead()
{
    const Value value
        = receiveConnectorObject(QStringLiteral("EX01"), QStringLiteral("Default Frontend EX01"), geoTrust);
    QVERIFY(isReceiveConnector(value));
    const auto connector = receiveConnector(value);
    QVERIFY_RESULT(connector);
    QCOMPARE(connector->kind, Connector::Kind::Receive);
    QCOMPARE(connector->name, QStringLiteral("EX01\\Default Frontend EX01"));
    QCOMPARE(connector->servers, QList<ServerId>{ServerId(QStringLiteral("EX01"))});
}

void tst_Connectors::receive_takesItsServerFromTheIdentity_whenThePropertyIsMissing()
{
    const Value value(
        ObjectBuilder({QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector")})
            .adapted(QStringLiteral("Identity"), QStringLiteral("EX01\\Client Proxy EX01"))
            .build());
    QCOMPARE(receiveConnector(value)->servers, QList<ServerId>{ServerId(QStringLiteral("EX01"))});
}

void tst_Connectors::fqdn_isRead_fromTextAndObject()
{
    const QString host = QStringLiteral("mail.contoso.com");
    const Value object(ObjectBuilder({QStringLiteral("Microsoft.Exchange.Data.Fqdn")})
                           .adapted(QStringLiteral("Domain"), host)
                           .build());
    for (const Value &value : {Value(host), object}) {
        const auto connector = sendConnector(Value(sendBuilder().adapted(QStringLiteral("Fqdn"), value).build()));
        QCOMPARE(connector->fqdn, host);
    }
    QVERIFY(sendConnector(Value(sendBuilder().build()))->fqdn.isEmpty());
}

void tst_Connectors::switches_haveTheirDefaults_whenMissingOrOfAnotherKind()
{
    const auto bare = sendConnector(Value(sendBuilder().build()));
    QVERIFY(bare->isEnabled && !bare->isCloudMailEnabled && bare->servers.isEmpty());
    const auto odd
        = sendConnector(Value(sendBuilder()
                                  .adapted(QStringLiteral("Enabled"), QStringLiteral("perhaps"))
                                  .adapted(QStringLiteral("CloudServicesMailEnabled"), QStringLiteral("True"))
                                  .adapted(QStringLiteral("SourceTransportServers"), Value::fromInt(7))
                                  .build()));
    QVERIFY_RESULT(odd);
    QVERIFY(odd->isEnabled && odd->isCloudMailEnabled);
}

void tst_Connectors::hybrid_isRead()
{
    const Value servers(ObjectBuilder::list({directoryObjectId(QStringLiteral("ex-02"), QStringLiteral("ex-02"))}));
    const Value value(
        ObjectBuilder({QStringLiteral("Microsoft.Exchange.Data.Directory.SystemConfiguration.HybridConfiguration")})
            .adapted(QStringLiteral("TlsCertificateName"), geoTrust.toString())
            .adapted(QStringLiteral("SendingTransportServers"), servers)
            .build());
    QVERIFY(isHybridConfiguration(value));
    const auto hybrid = hybridConfiguration(value);
    QVERIFY_RESULT(hybrid);
    QCOMPARE(hybrid->tlsCertificateName, std::optional(geoTrust));
    QCOMPARE(hybrid->sendingTransportServers, QList<ServerId>{ServerId(QStringLiteral("EX-02"))});
    QVERIFY(hybrid->receivingTransportServers.isEmpty());
}

void tst_Connectors::anythingElse_isRefused()
{
    for (const Value &value : {Value(), Value(QStringLiteral("Out")), Value(ObjectBuilder(QStringList()).build())}) {
        QCOMPARE(sendConnector(value).error().code, ErrorCode::UnexpectedOutput);
        QCOMPARE(receiveConnector(value).error().code, ErrorCode::UnexpectedOutput);
        QCOMPARE(hybridConfiguration(value).error().code, ErrorCode::UnexpectedOutput);
    }
}

KAKUIN_TEST(tst_Connectors)

} // namespace tests::tst_connectors

#include "tst_connectors.moc"
