// SPDX-License-Identifier: MIT
#include "core/domain/certificate.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_certificate {

using namespace kakuin::domain;
using kakuin::testkit::CertificateBuilder;

class tst_Certificate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void displayName_isTheFirstThatSaysSomething_data()
    {
        QTest::addColumn<QString>("friendlyName");
        QTest::addColumn<QString>("commonName");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("shown");
        const QString thumbprint = QStringLiteral("the thumbprint");
        const auto row
            = [](const char *tag, const char *friendly, const char *cn, const char *subject, const QString &shown) {
                  QTest::newRow(tag) << QString::fromUtf8(friendly) << QString::fromUtf8(cn)
                                     << QString::fromUtf8(subject) << shown;
              };
        row("friendly name", "Microsoft Exchange", "EX01", "CN=EX01", QStringLiteral("Microsoft Exchange"));
        row("common name", "", "EX01", "CN=EX01", QStringLiteral("EX01"));
        row("subject", " ", "", "O=Contoso", QStringLiteral("O=Contoso"));
        row("nothing at all", "", "", "", thumbprint);
        row("a name that would hide", "a\u202eb\nc", "", "", QStringLiteral("a\\u{202E}b\\u{000A}c"));
    }
    void displayName_isTheFirstThatSaysSomething()
    {
        QFETCH(QString, friendlyName);
        QFETCH(QString, commonName);
        QFETCH(QString, subject);
        QFETCH(QString, shown);
        Certificate certificate
            = CertificateBuilder(QStringLiteral("EX01"), subject).friendlyName(friendlyName).build();
        certificate.facts.subjectCommonName = commonName;
        if (shown == QLatin1String("the thumbprint"))
            shown = certificate.facts.thumbprint.toString();
        QCOMPARE(certificate.displayName(), shown);
    }

    void displayName_isBounded()
    {
        const QString endless(100'000, u'x');
        const Certificate certificate
            = CertificateBuilder(QStringLiteral("EX01"), QString()).friendlyName(endless).build();
        QVERIFY(certificate.displayName().size() <= 301);
    }

    void binding_isReadFromItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("site");
        QTest::newRow("Default Web Site") << QStringLiteral("IIS://EX01/W3SVC/1") << 1;
        QTest::newRow("Exchange Back End") << QStringLiteral("IIS://EX01/W3SVC/2") << 2;
        QTest::newRow("another site") << QStringLiteral("IIS://EX01/W3SVC/1234567") << 1234567;
        QTest::newRow("no number") << QStringLiteral("IIS://EX01/W3SVC/x") << 0;
        QTest::newRow("no end") << QStringLiteral("IIS://EX01/W3SVC/") << 0;
        QTest::newRow("a negative number") << QStringLiteral("IIS://EX01/W3SVC/-1") << 0;
        QTest::newRow("a number too large") << QStringLiteral("IIS://EX01/W3SVC/99999999999") << 0;
        QTest::newRow("nothing") << QString() << 0;
    }
    void binding_isReadFromItsName()
    {
        QFETCH(QString, name);
        QFETCH(int, site);
        const IisBinding binding = IisBinding::fromServiceName(name);
        QCOMPARE(binding.siteId, site);
        QCOMPARE(binding.serviceName, name);
    }

    void whatIsNotKnown_isNeitherBoundNorInService()
    {
        const Certificate unknown
            = CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=x")).rawDataOnly().build();
        QVERIFY(!unknown.services);
        QVERIFY(!unknown.hasService(Service::Smtp));
        QVERIFY(!unknown.isBoundToSite(IisBinding::frontEndSite));
        const Certificate known = CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=x"))
                                      .services(Service::Smtp | Service::Iis)
                                      .iisSites({2})
                                      .build();
        QVERIFY(known.hasService(Service::Smtp) && !known.hasService(Service::Imap));
        QVERIFY(known.isBoundToSite(IisBinding::backEndSite) && !known.isBoundToSite(IisBinding::frontEndSite));
    }

    void id_namesTheServer_too()
    {
        const Certificate a = CertificateBuilder(QStringLiteral("EX01"), QStringLiteral("CN=x")).build();
        CertificateId same{ServerId(QStringLiteral("ex01")), a.facts.thumbprint};
        CertificateId other{ServerId(QStringLiteral("EX02")), a.facts.thumbprint};
        QCOMPARE(a.id(), same);
        QVERIFY(!(a.id() == other));
        QVERIFY(a.id() < other);
        QCOMPARE(qHash(a.id()), qHash(same));
    }
};

KAKUIN_TEST(tst_Certificate)

} // namespace tests::tst_certificate

#include "tst_certificate.moc"
