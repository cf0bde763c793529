// SPDX-License-Identifier: MIT
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "core/snapshot/exportreader.h"
#include "core/snapshot/healthcheckerreport.h"
#include "core/x509/reader.h"
#include "exportfiles.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_healthcheckerreport {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::snapshot;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

ObjectBuilder custom()
{
    return ObjectBuilder(QStringList{u"Deserialized.System.Management.Automation.PSCustomObject"_s});
}

// A summary as HealthChecker makes it of each certificate
Value summary(const QByteArray &der, bool isAuth, bool isTransport)
{
    return Value(custom()
                     .extended(u"Issuer"_s, Value(u"CN=mail"_s))
                     .extended(u"Subject"_s, Value(u"CN=mail"_s))
                     .extended(u"FriendlyName"_s, Value(u"mail.contoso.com"_s))
                     .extended(u"Thumbprint"_s, Value(x509::readDer(der)->thumbprint.toString()))
                     .extended(u"Namespaces"_s, Value(ObjectBuilder::list({Value(u"mail.contoso.com"_s)})))
                     .extended(u"Services"_s, Value(u"IIS, SMTP"_s))
                     .extended(u"IsInternalTransportCertificate"_s, Value::fromBool(isTransport))
                     .extended(u"IsCurrentAuthConfigCertificate"_s, Value::fromBool(isAuth))
                     .extended(u"IsNextAuthConfigCertificate"_s, Value::fromBool(false))
                     .extended(u"LifetimeInDays"_s, Value::fromInt(300))
                     .extended(u"Status"_s, Value(u"Valid"_s))
                     .build());
}

Value connector()
{
    return Value(
        custom()
            .extended(u"Identity"_s, Value(u"Outbound to Office 365"_s))
            .extended(u"Name"_s, Value(u"Outbound to Office 365"_s))
            .extended(u"Enabled"_s, Value::fromBool(true))
            .extended(u"CloudEnabled"_s, Value::fromBool(true))
            .extended(u"ConnectorType"_s, Value(u"Send"_s))
            .extended(u"RequireTLS"_s, Value::fromBool(true))
            .extended(u"TlsAuthLevel"_s, Value(u"DomainValidation"_s))
            .extended(u"TlsDomain"_s, Value(u"mail.protection.outlook.com"_s))
            .extended(u"CertificateDetails"_s,
                Value(custom().extended(u"TlsCertificateName"_s, Value(u"<I>CN=CA<S>CN=mail.contoso.com"_s)).build()))
            .build());
}

Value report(const Value &exchange, const Value &organisation = {})
{
    const Value server(custom()
                           .extended(u"HealthCheckerVersion"_s, Value(u"26.04.01"_s))
                           .extended(u"ServerName"_s, Value(u"EX01.contoso.local"_s))
                           .extended(u"OrganizationInformation"_s, organisation)
                           .extended(u"ExchangeInformation"_s, exchange)
                           .build());
    return Value(custom()
                     .extended(u"HealthCheckerExchangeServer"_s, server)
                     .extended(u"HtmlServerValues"_s, Value(custom().build()))
                     .build());
}

} // namespace

/// By the names in the public script; no file that HealthChecker wrote is at hand.
class tst_HealthCheckerReport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void objectsOfExchange_areFound_whereverTheyLie()
    {
        const QByteArray der = certificateDer(u"CN=mail"_s);
        const Value plain(
            ObjectBuilder({u"Deserialized.System.Security.Cryptography.X509Certificates.X509Certificate2"_s})
                .adapted(u"RawData"_s, Value(Value::Data(der)))
                .build());
        const Value exchange(
            custom()
                .extended(u"GetExchangeServer"_s, exchangeServerObject(u"EX01"_s))
                .extended(u"GetReceiveConnector"_s,
                    Value(ObjectBuilder::list({receiveConnectorObject(u"EX01"_s, u"Default"_s)})))
                .extended(u"ExchangeCertificateInformation"_s,
                    Value(custom()
                              .extended(u"Certificates"_s, Value(ObjectBuilder::list({plain})))
                              .extended(u"CustomCertificates"_s, Value(ObjectBuilder::list({summary(der, true, true)})))
                              .build()))
                .build());
        const Value organisation(custom()
                                     .extended(u"GetAuthConfig"_s, authConfigObject(QString(40, u'A')))
                                     .extended(u"GetSendConnector"_s, sendConnectorObject(u"Out"_s, {u"EX01"_s}))
                                     .build());
        const ExportFolder folder;
        folder.write(u"HealthChecker-EX01-20261130.xml"_s, {report(exchange, organisation)});
        const auto content = readExports({folder.path()}, [] { return false; });
        QVERIFY_RESULT(content);
        QVERIFY(content->holds(ExportKind::Server) && content->holds(ExportKind::ReceiveConnector));
        QVERIFY(content->holds(ExportKind::SendConnector) && content->holds(ExportKind::TransportService));
        const auto auth = content->objects.value(ExportKind::AuthConfig);
        QCOMPARE(auth.size(), 1); // the object, not what the summaries say
        QCOMPARE(shell::decode::authConfig(auth.first())->current.toString(), QString(40, u'A'));
        QCOMPARE(content->certificates.size(), 1); // bytes and summary are one
        const auto certificate = shell::decode::exchangeCertificate(content->certificates.first().value);
        QVERIFY_RESULT(certificate);
        QCOMPARE(certificate->server, domain::ServerId(u"EX01"_s));
        QCOMPARE(certificate->facts.der, der);
        QCOMPARE(
            certificate->services, std::optional<domain::ServiceSet>(domain::Service::Iis | domain::Service::Smtp));
        QCOMPARE(content->problems.size(), 1);
        QCOMPARE(content->problems.first().code, ErrorCode::FormatUntried);
    }

    void summaries_standIn_whereTheObjectsWereFlattened()
    {
        const QByteArray mail = certificateDer(u"CN=mail"_s);
        const QByteArray authDer = certificateDer(u"CN=Microsoft Exchange Server Auth Certificate"_s);
        const Value exchange(
            custom()
                .extended(u"ExchangeCertificates"_s,
                    Value(ObjectBuilder::list({summary(mail, false, true), summary(authDer, true, false)})))
                .extended(u"ExchangeConnectors"_s, Value(ObjectBuilder::list({connector()})))
                .build());
        const auto objects = healthCheckerObjects(report(exchange));
        QVERIFY(objects);
        QHash<ExportKind, QList<Value>> byKind;
        for (const Value &value : *objects)
            byKind[kindOf(value)].append(value);
        QCOMPARE(byKind.value(ExportKind::Certificate).size(), 2);
        const auto certificate = shell::decode::exchangeCertificate(byKind.value(ExportKind::Certificate).first());
        QVERIFY_RESULT(certificate);
        QCOMPARE(certificate->server, domain::ServerId(u"EX01"_s));
        QCOMPARE(certificate->source, domain::CertificateSource::PrintedText);
        QCOMPARE(certificate->friendlyName, QString()); // HealthChecker fills it with another name
        QCOMPARE(certificate->facts.dnsNames, QStringList(u"mail.contoso.com"_s));
        const auto auth = shell::decode::authConfig(byKind.value(ExportKind::AuthConfig).value(0));
        QVERIFY_RESULT(auth);
        QCOMPARE(auth->current, x509::readDer(authDer)->thumbprint);
        QVERIFY(!auth->isStaged());
        const auto transport = shell::decode::transportService(byKind.value(ExportKind::TransportService).value(0));
        QVERIFY_RESULT(transport);
        QCOMPARE(transport->thumbprint, x509::readDer(mail)->thumbprint);
        QCOMPARE(transport->server, domain::ServerId(u"EX01"_s));
        const auto send = shell::decode::sendConnector(byKind.value(ExportKind::SendConnector).value(0));
        QVERIFY_RESULT(send);
        QVERIFY(send->isCloudMailEnabled && send->tlsCertificateName);
        QCOMPARE(send->tlsCertificateName->subject, u"CN=mail.contoso.com"_s);
        QCOMPARE(send->tlsDomain, std::optional(u"mail.protection.outlook.com"_s));
    }

    void otherObjects_areNoReports()
    {
        QVERIFY(!healthCheckerObjects(Value()));
        QVERIFY(!healthCheckerObjects(exchangeServerObject(u"EX01"_s)));
        QVERIFY(!healthCheckerObjects(Value(custom().extended(u"ServerName"_s, Value(u"EX01"_s)).build())));
    }

    void reportWithoutItsObjects_isSaid()
    {
        const ExportFolder folder;
        folder.write(u"report.xml"_s, {report(Value(u"@{GetExchangeServer=EX01}"_s))});
        folder.write(u"servers.xml"_s, {exchangeServerObject(u"EX01"_s)});
        const auto content = readExports({folder.path()}, [] { return false; });
        QVERIFY_RESULT(content);
        QCOMPARE(content->problems.size(), 2);
    }
};

KAKUIN_TEST(tst_HealthCheckerReport)

} // namespace tests::tst_healthcheckerreport

#include "tst_healthcheckerreport.moc"
