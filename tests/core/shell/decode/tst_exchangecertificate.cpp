// SPDX-License-Identifier: MIT
#include "core/shell/decode/exchangecertificate.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_exchangecertificate {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

constexpr char typeName[] = "Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate";

const QByteArray &der()
{
    static const QByteArray bytes = certificateDer(QStringLiteral("CN=EX01"), {QStringLiteral("EX01")});
    return bytes;
}

ObjectBuilder flat()
{
    ObjectBuilder builder({QLatin1String("Selected.") + QString::fromLatin1(typeName)});
    builder.adapted(QStringLiteral("RawData"), Value(Value::Data(der())));
    return builder;
}

Value enumeration(const char *type, const char *text, qint64 number)
{
    return Value(ObjectBuilder::enumeration(QString::fromLatin1(type), QString::fromLatin1(text), number));
}

} // namespace

class tst_ExchangeCertificate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blob_tellsEverything();
    void blob_isEnough_withoutRawData();
    void blob_isNotBelieved_whenItIsDamaged();
    void blob_isNotBelieved_whenItHoldsAnotherCertificate();
    void flatServices_areRead_whateverTheyAre_data();
    void flatServices_areRead_whateverTheyAre();
    void flatProperties_areKnown_whereTheyAre();
    void flatStatus_isRead_fromNumberAndWord();
    void printedOne_needsNoRawData();
    void rawData_aloneLeavesServicesUnknown();
    void server_isTheOneThatWasAsked_whateverTheObjectSays();
    void server_isReadFromTheObject_data();
    void server_isReadFromTheObject();
    void plainCertificate_isRead();
    void anythingElse_isRefused();
    void der_isRefused_whenItIsMalformed();
};

void tst_ExchangeCertificate::blob_tellsEverything()
{
    const Value value
        = certificateObject(QStringLiteral("EX01.contoso.local"), der(), Service::Imap | Service::Pop | Service::Smtp);
    QVERIFY(isExchangeCertificate(value) && !isPlainCertificate(value));
    const auto read = exchangeCertificate(value);
    QVERIFY_RESULT(read);
    QCOMPARE(read->source, CertificateSource::SerializedObject);
    QCOMPARE(read->server.name(), QStringLiteral("EX01"));
    QCOMPARE(read->facts.subject, QStringLiteral("CN=EX01"));
    QCOMPARE(read->services, std::optional<ServiceSet>(Service::Imap | Service::Pop | Service::Smtp));
    QCOMPARE(read->hasPrivateKey, std::optional(true));
    QCOMPARE(read->privateKeyExportable, std::optional(false));
    QCOMPARE(read->status, std::optional(CertificateStatus::Valid));
    QCOMPARE(read->rootCaType, std::optional(RootCaType::None));
    QVERIFY(read->iisBindings && read->iisBindings->isEmpty());
    QCOMPARE(read->friendlyName, QStringLiteral("Microsoft Exchange"));
    QCOMPARE(read->keyProvider, QStringLiteral("Microsoft RSA SChannel Cryptographic Provider"));
    QCOMPARE(read->identity, QStringLiteral("EX01.contoso.local\\") + read->facts.thumbprint.toString());
}

void tst_ExchangeCertificate::blob_isEnough_withoutRawData()
{
    const Value full = certificateObject(QStringLiteral("EX01"), der());
    const Value value(ObjectBuilder({QString::fromLatin1(typeName)})
                          .extended(QStringLiteral("SerializationData"), full.object()->property(u"SerializationData"))
                          .build());
    const auto read = exchangeCertificate(value);
    QVERIFY_RESULT(read);
    QCOMPARE(read->facts.der, der());
}

void tst_ExchangeCertificate::blob_isNotBelieved_whenItIsDamaged()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("junk"), QByteArray("#sig#\xff\xff\xff\x7f"),
             certificateObject(QStringLiteral("EX01"), der())
                 .object()
                 ->property(u"SerializationData")
                 .toBytes()
                 ->chopped(9)}) {
        const auto read = exchangeCertificate(
            Value(flat().extended(QStringLiteral("SerializationData"), Value(Value::Data(bytes))).build()));
        QVERIFY_RESULT(read);
        QCOMPARE(read->source, CertificateSource::RawDataOnly);
        QVERIFY(!read->services.has_value());
    }
}

void tst_ExchangeCertificate::blob_isNotBelieved_whenItHoldsAnotherCertificate()
{
    const Value other
        = certificateObject(QStringLiteral("EX01"), certificateDer(QStringLiteral("CN=EX02")), Service::Smtp);
    const auto read = exchangeCertificate(Value(
        flat().extended(QStringLiteral("SerializationData"), other.object()->property(u"SerializationData")).build()));
    QVERIFY_RESULT(read);
    QCOMPARE(read->facts.subject, QStringLiteral("CN=EX01"));
    QVERIFY(!read->services.has_value());
}

void tst_ExchangeCertificate::flatServices_areRead_whateverTheyAre_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<int>("services");
    const char *type = "Microsoft.Exchange.Management.SystemConfigurationTasks.AllowedServices";
    QTest::newRow("an enum") << enumeration(type, "IMAP, POP, IIS, SMTP", 27) << 27;
    QTest::newRow("a text") << Value(QStringLiteral("IMAP, POP, IIS, SMTP")) << 27;
    QTest::newRow("a number") << Value::fromInt(16) << 16;
    QTest::newRow("a number as text") << Value(QStringLiteral("16")) << 16;
    QTest::newRow("none") << Value(QStringLiteral("None")) << 0;
    QTest::newRow("none as an enum") << enumeration(type, "None", 0) << 0;
    QTest::newRow("a word that is not known") << Value(QStringLiteral("SMTP, Fax")) << -1;
    QTest::newRow("an empty text") << Value(QString()) << -1;
    QTest::newRow("null") << Value() << -1;
    QTest::newRow("far too long") << Value(QString(1'000'000, u'x')) << -1;
}

void tst_ExchangeCertificate::flatServices_areRead_whateverTheyAre()
{
    QFETCH(Value, value);
    QFETCH(int, services);
    const auto read = exchangeCertificate(Value(flat().adapted(QStringLiteral("Services"), value).build()));
    QVERIFY_RESULT(read);
    QCOMPARE(read->services.has_value(), services >= 0);
    if (services >= 0)
        QCOMPARE(static_cast<int>(read->services->toInt()), services);
    QCOMPARE(read->source, services >= 0 ? CertificateSource::FlatProperties : CertificateSource::RawDataOnly);
}

void tst_ExchangeCertificate::flatProperties_areKnown_whereTheyAre()
{
    const Value sites(ObjectBuilder::list({Value(QStringLiteral("IIS://EX01/W3SVC/1")),
        Value(ObjectBuilder({QStringLiteral("IisService")})
                  .adapted(QStringLiteral("ServiceName"), QStringLiteral("IIS://EX01/W3SVC/2"))
                  .build())}));
    const auto read = exchangeCertificate(Value(flat()
                                                    .adapted(QStringLiteral("FriendlyName"), QStringLiteral("f"))
                                                    .adapted(QStringLiteral("IISServices"), sites)
                                                    .adapted(QStringLiteral("IsSelfSigned"), Value(Value::Data(true)))
                                                    .adapted(QStringLiteral("HasPrivateKey"), QStringLiteral("False"))
                                                    .build()));
    QVERIFY_RESULT(read);
    QCOMPARE(read->source, CertificateSource::FlatProperties);
    QCOMPARE(read->friendlyName, QStringLiteral("f"));
    QVERIFY(read->isBoundToSite(1) && read->isBoundToSite(2));
    QCOMPARE(read->isSelfSigned, std::optional(true));
    QCOMPARE(read->hasPrivateKey, std::optional(false));
    QVERIFY(!read->services.has_value() && !read->status.has_value() && !read->privateKeyExportable.has_value());
}

void tst_ExchangeCertificate::flatStatus_isRead_fromNumberAndWord()
{
    const auto statusOf = [](const Value &value) {
        return exchangeCertificate(Value(flat().adapted(QStringLiteral("Status"), value).build()))->status;
    };
    QCOMPARE(statusOf(QStringLiteral("DateInvalid")), std::optional(CertificateStatus::DateInvalid));
    QCOMPARE(statusOf(Value::fromInt(7)), std::optional(CertificateStatus::PendingRequest));
    QCOMPARE(statusOf(Value::fromInt(99)), std::optional(CertificateStatus::Unknown));
    QCOMPARE(statusOf(QStringLiteral("Odd")), std::optional<CertificateStatus>());
    const auto root
        = exchangeCertificate(Value(flat().adapted(QStringLiteral("RootCAType"), QStringLiteral("Registry")).build()));
    QCOMPARE(root->rootCaType, std::optional(RootCaType::Registry));
}

void tst_ExchangeCertificate::printedOne_needsNoRawData()
{
    const auto object = [](bool isPrinted) {
        return Value(ObjectBuilder(
            QStringList{QStringLiteral("Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate")})
                         .extended(printedTextProperty, Value::fromBool(isPrinted))
                         .extended(exportServerProperty, Value(QStringLiteral("EX07")))
                         .extended(QStringLiteral("Thumbprint"), Value(QString(40, u'a')))
                         .extended(QStringLiteral("Subject"), Value(QStringLiteral("O=Contoso, CN=\"a, b\", CN=c")))
                         .extended(QStringLiteral("Services"), Value(QStringLiteral("SMTP")))
                         .build());
    };
    const auto read = exchangeCertificate(object(true));
    QVERIFY_RESULT(read);
    QCOMPARE(read->source, CertificateSource::PrintedText);
    QCOMPARE(read->server, ServerId(QStringLiteral("EX07")));
    QCOMPARE(read->facts.thumbprint.toString(), QString(40, u'A'));
    QCOMPARE(read->facts.subjectCommonName, QStringLiteral("a, b"));
    QVERIFY(!read->facts.notAfterUtc.isValid() && !read->hasPrivateKey);
    QVERIFY(read->facts.dnsNameCount > read->facts.dnsNames.size());
    // exported by Select-Object: how to export it again is said
    QCOMPARE(exchangeCertificate(object(false)).error().code, ErrorCode::RawDataMissing);
}

void tst_ExchangeCertificate::rawData_aloneLeavesServicesUnknown()
{
    const Value value = rawCertificateObject(QStringLiteral("ex01.contoso.local"), der());
    QVERIFY(isExchangeCertificate(value));
    const auto read = exchangeCertificate(value);
    QVERIFY_RESULT(read);
    QCOMPARE(read->source, CertificateSource::RawDataOnly);
    QVERIFY(!read->services && !read->status && !read->hasPrivateKey && !read->iisBindings && !read->isSelfSigned);
    QCOMPARE(read->server, ServerId(QStringLiteral("EX01")));
}

void tst_ExchangeCertificate::server_isTheOneThatWasAsked_whateverTheObjectSays()
{
    const ServerId asked(QStringLiteral("EX09"));
    QCOMPARE(exchangeCertificate(certificateObject(QStringLiteral("EX01"), der()), asked)->server, asked);
}

void tst_ExchangeCertificate::server_isReadFromTheObject_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("server");
    const auto noted
        = [](const QString &name, const QString &text) { return Value(flat().extended(name, text).build()); };
    QTest::newRow("the blob's identity") << certificateObject(QStringLiteral("ex01.contoso.local"), der())
                                         << QStringLiteral("ex01");
    QTest::newRow("a flat identity") << noted(
        QStringLiteral("Identity"), QStringLiteral("EX02.x\\") + QString(40, u'A'))
                                     << QStringLiteral("EX02");
    QTest::newRow("an identity without a server") << noted(QStringLiteral("Identity"), QString(40, u'A')) << QString();
    QTest::newRow("the computer's name") << noted(QStringLiteral("PSComputerName"), QStringLiteral("ex03.x"))
                                         << QStringLiteral("ex03");
    QTest::newRow("the computer's address")
        << noted(QStringLiteral("PSComputerName"), QStringLiteral("10.0.0.5")) << QStringLiteral("10.0.0.5");
    QTest::newRow("the file") << noted(QString(exportFileProperty), QStringLiteral("EX04.certs.xml"))
                              << QStringLiteral("EX04.certs.xml");
    QTest::newRow("nothing") << Value(flat().build()) << QString();
    QTest::newRow("null") << Value() << QString();
}

void tst_ExchangeCertificate::server_isReadFromTheObject()
{
    QFETCH(Value, value);
    QFETCH(QString, server);
    QCOMPARE(serverOfCertificate(value)->name(), server);
}

void tst_ExchangeCertificate::plainCertificate_isRead()
{
    const Value value(ObjectBuilder({QStringLiteral("System.Security.Cryptography.X509Certificates.X509Certificate2")})
                          .adapted(QStringLiteral("RawData"), Value(Value::Data(der())))
                          .build());
    QVERIFY(isPlainCertificate(value) && !isExchangeCertificate(value));
    QCOMPARE(plainCertificate(value)->subject, QStringLiteral("CN=EX01"));
    QCOMPARE(exchangeCertificate(value)->source, CertificateSource::RawDataOnly);
}

void tst_ExchangeCertificate::anythingElse_isRefused()
{
    for (const Value &value : {Value(), Value(QStringLiteral("x")), exchangeServerObject(QStringLiteral("EX01"))}) {
        QCOMPARE(exchangeCertificate(value).error().code, ErrorCode::UnexpectedOutput);
        QCOMPARE(plainCertificate(value).error().code, ErrorCode::UnexpectedOutput);
    }
}

void tst_ExchangeCertificate::der_isRefused_whenItIsMalformed()
{
    const ServerId server(QStringLiteral("EX01"));
    for (const Value &value : {rawCertificateObject(QStringLiteral("x"), der().chopped(1)),
             rawCertificateObject(QStringLiteral("x"), {}), rawCertificateObject(QStringLiteral("x"), der() + 'x'),
             Value(ObjectBuilder({QString::fromLatin1(typeName)})
                       .adapted(QStringLiteral("RawData"), QStringLiteral("text"))
                       .build())}) {
        const auto read = exchangeCertificate(value, server);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::MalformedCertificate);
        QCOMPARE(read.error().subject, QStringLiteral("EX01"));
    }
    // as Select-Object leaves it: nothing is damaged, the bytes were not exported
    const Value selected(ObjectBuilder({QString::fromLatin1(typeName)})
                             .adapted(QStringLiteral("Thumbprint"), QString(40, u'A'))
                             .build());
    QCOMPARE(exchangeCertificate(selected, server).error(), (Error{ErrorCode::RawDataMissing, server.name(), {}}));
}

KAKUIN_TEST(tst_ExchangeCertificate)

} // namespace tests::tst_exchangecertificate

#include "tst_exchangecertificate.moc"
