// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"
#include "text/fieldtext.h"

#include <QtTest/QTest>

namespace tests::tst_fieldtext {

using namespace kakuin;
using ui::FieldText;

namespace {

x509::CertificateDescription description()
{
    x509::CertificateDescription d;
    d.version = 3;
    d.sha256 = QByteArray(32, '\x01');
    d.isSelfSigned = true;
    d.publicKeyHex = QString(200, u'A');
    using Kind = x509::GeneralName::Kind;
    for (const Kind kind :
        {Kind::Dns, Kind::Email, Kind::Ip, Kind::Uri, Kind::DirectoryName, Kind::RegisteredId, Kind::Other})
        d.alternativeNames.append({kind, QStringLiteral("name")});
    d.keyUsages = {QStringLiteral("digitalSignature"), QStringLiteral("somethingNew")};
    d.extendedKeyUsages = {QStringLiteral("1.2.3.4.5")};
    d.isCa = false;
    d.pathLength = 1;
    d.extensions = {{QStringLiteral("2.5.29.17"), QStringLiteral("Subject Alternative Name"), true,
                        QStringLiteral("DNS:a\nDNS:b"), {}},
        {QStringLiteral("1.2.3"), {}, false, {}, QByteArray("\x05\x00", 2)}};
    return d;
}

QString value(const QList<models::FieldGroup> &groups, const QString &id)
{
    for (const models::FieldGroup &group : groups) {
        for (const models::FieldRow &row : group.rows) {
            if (row.id == id)
                return row.value;
        }
    }
    return QStringLiteral("(no such field)");
}

} // namespace

class tst_FieldText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fields_areThereAtOnce_withoutADescription()
    {
        const auto certificate = testkit::CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=EX01")).build();
        const auto groups = FieldText::groups(certificate, nullptr);
        QCOMPARE(value(groups, QStringLiteral("subject")), QStringLiteral("CN=EX01"));
        QCOMPARE(value(groups, QStringLiteral("key")), QStringLiteral("RSA, 2048 bits"));
        QCOMPARE(value(groups, QStringLiteral("services")), QStringLiteral("–"));
        QCOMPARE(value(groups, QStringLiteral("sha256")), QStringLiteral("(no such field)"));
    }

    void extensions_areAllShown()
    {
        const auto certificate = testkit::CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=EX01")).build();
        const x509::CertificateDescription described = description();
        const auto groups = FieldText::groups(certificate, &described);
        QCOMPARE(value(groups, QStringLiteral("extension/2.5.29.17/1")), QStringLiteral("DNS:a\nDNS:b"));
        QCOMPARE(value(groups, QStringLiteral("extension/1.2.3/2")), QStringLiteral("0500"));
        QVERIFY(value(groups, QStringLiteral("keyUsage")).contains(QLatin1String("somethingNew")));
        QCOMPARE(value(groups, QStringLiteral("alternativeNames")).count(u'\n'), 6);
        QVERIFY(value(groups, QStringLiteral("publicKey")).contains(u'\n'));
    }

    void unknown_isSaid_whenOnlyRawDataIsThere()
    {
        const auto certificate
            = testkit::CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=EX01")).rawDataOnly().build();
        const auto groups = FieldText::groups(certificate, nullptr);
        for (const char *id : {"services", "status", "privateKey", "exportable", "rootCaType", "bindings", "container"})
            QCOMPARE(value(groups, QLatin1String(id)), QStringLiteral("not known"));
    }

    void hostileNames_areMadeSafe()
    {
        auto certificate
            = testkit::CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=\u202Eevil<b>")).build();
        certificate.friendlyName = QStringLiteral("a\nb");
        const auto groups = FieldText::groups(certificate, nullptr);
        QVERIFY(!value(groups, QStringLiteral("subject")).contains(QChar(0x202E)));
        QVERIFY(!value(groups, QStringLiteral("friendlyName")).contains(u'\n'));
    }

    void names_areTranslated_inJapanese()
    {
        const testkit::JapaneseScope scope;
        if (!scope.covers(QStringLiteral("FieldText")))
            QSKIP("kakuin_ja.ts has no words for fields");
        const auto certificate = testkit::CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=EX01")).build();
        const x509::CertificateDescription described = description();
        for (const models::FieldGroup &group : FieldText::groups(certificate, &described)) {
            QVERIFY2(testkit::hasJapanese(group.title), qPrintable(group.title));
            for (const models::FieldRow &row : group.rows) {
                if (group.id != QLatin1String("extensions") && row.id != QLatin1String("identity"))
                    QVERIFY2(testkit::hasJapanese(row.name), qPrintable(row.name));
            }
        }
    }
};

KAKUIN_TEST(tst_FieldText)

} // namespace tests::tst_fieldtext

#include "tst_fieldtext.moc"
