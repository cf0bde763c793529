// SPDX-License-Identifier: MIT
#include "core/shell/decode/authconfig.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_authconfig {

using namespace kakuin;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

constexpr char typeName[] = "Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig";
const QString hex = QStringLiteral("92E196F3C8D3D753FCFC5B7690C3173AA1C0ABE3");

} // namespace

class tst_AuthConfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void config_isRead();
    void config_isRecognised_deserialisedAndSelected();
    void slot_isEmpty_whenItsTextIsEmptyNullOrMissing();
    void slot_isRead_fromAnObject();
    void slot_isRefused_whenItHoldsNoThumbprint();
    void date_isReadAsUtc();
    void anythingElse_isRefused_data();
    void anythingElse_isRefused();
};

void tst_AuthConfig::config_isRead()
{
    const Value value = authConfigObject(hex, QString(40, u'B'), QString(40, u'C'));
    QVERIFY(isAuthConfig(value));
    const auto config = authConfig(value);
    QVERIFY_RESULT(config);
    QCOMPARE(config->current.toString(), hex);
    QCOMPARE(config->previous.toString(), QString(40, u'B'));
    QCOMPARE(config->next.toString(), QString(40, u'C'));
    QVERIFY(!config->nextEffectiveUtc.isValid());
    QCOMPARE(config->organisation, QStringLiteral("Contoso"));
    QCOMPARE(config->serviceName, QStringLiteral("00000002-0000-0ff1-ce00-000000000000"));
}

void tst_AuthConfig::config_isRecognised_deserialisedAndSelected()
{
    for (const char *prefix : {"Deserialized.", "Selected.", "Deserialized.Selected.", "Selected.Deserialized."}) {
        const Value value(
            ObjectBuilder({QString::fromLatin1(prefix) + QLatin1String(typeName), QStringLiteral("System.Object")})
                .adapted(QStringLiteral("CurrentCertificateThumbprint"), hex)
                .build());
        QVERIFY2(isAuthConfig(value), prefix);
        QVERIFY_RESULT(authConfig(value));
    }
    QVERIFY(!isAuthConfig(Value(ObjectBuilder({QStringLiteral("Other.") + QLatin1String(typeName)}).build())));
}

void tst_AuthConfig::slot_isEmpty_whenItsTextIsEmptyNullOrMissing()
{
    const Value value(ObjectBuilder({QString::fromLatin1(typeName)})
                          .adapted(QStringLiteral("CurrentCertificateThumbprint"), QString())
                          .adapted(QStringLiteral("PreviousCertificateThumbprint"), Value())
                          .build());
    const auto config = authConfig(value);
    QVERIFY_RESULT(config);
    QVERIFY(config->current.isNull() && config->previous.isNull() && config->next.isNull());
}

void tst_AuthConfig::slot_isRead_fromAnObject()
{
    const Value text(ObjectBuilder({QStringLiteral("System.String")}).toString(hex).build());
    const Value value(ObjectBuilder({QString::fromLatin1(typeName)})
                          .extended(QStringLiteral("currentcertificatethumbprint"), text)
                          .build());
    const auto config = authConfig(value);
    QVERIFY_RESULT(config);
    QCOMPARE(config->current.toString(), hex);
}

void tst_AuthConfig::slot_isRefused_whenItHoldsNoThumbprint()
{
    for (const QString &text : {QStringLiteral("none"), hex.chopped(1), hex + u'0', QString(100'000, u'A')}) {
        const auto config = authConfig(authConfigObject(hex, text));
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidThumbprint);
        QVERIFY(config.error().subject.size() <= 1000);
    }
}

void tst_AuthConfig::date_isReadAsUtc()
{
    const QDateTime utc(QDate(2023, 2, 3), QTime(14, 16, 2), Qt::UTC);
    const Value value(ObjectBuilder({QString::fromLatin1(typeName)})
                          .adapted(QStringLiteral("CurrentCertificateThumbprint"), hex)
                          .adapted(QStringLiteral("NextCertificateEffectiveDate"), Value::fromDateTimeUtc(utc))
                          .build());
    const auto config = authConfig(value);
    QVERIFY_RESULT(config);
    QCOMPARE(config->nextEffectiveUtc, utc);
    QCOMPARE(config->nextEffectiveText, QString());
    // as Select-Object and older sessions give it: no order and no time zone
    const auto asText = authConfig(
        Value(ObjectBuilder({QString::fromLatin1(typeName)})
                  .adapted(QStringLiteral("CurrentCertificateThumbprint"), hex)
                  .adapted(QStringLiteral("NextCertificateEffectiveDate"), Value(QStringLiteral("2026/12/01 9:00:00")))
                  .build()));
    QVERIFY_RESULT(asText);
    QVERIFY(!asText->nextEffectiveUtc.isValid());
    QCOMPARE(asText->nextEffectiveText, QStringLiteral("2026/12/01 9:00:00"));
}

void tst_AuthConfig::anythingElse_isRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("null") << QString();
    QTest::newRow("a text") << QStringLiteral("text");
    QTest::newRow("an object of another type") << QStringLiteral("object");
}

void tst_AuthConfig::anythingElse_isRefused()
{
    QFETCH(QString, kind);
    Value value = kind.isEmpty() ? Value() : Value(kind);
    if (kind == QLatin1String("object"))
        value = exchangeServerObject(QStringLiteral("EX01"));
    QVERIFY(!isAuthConfig(value));
    QCOMPARE(authConfig(value).error().code, ErrorCode::UnexpectedOutput);
}

KAKUIN_TEST(tst_AuthConfig)

} // namespace tests::tst_authconfig

#include "tst_authconfig.moc"
