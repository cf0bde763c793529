// SPDX-License-Identifier: MIT
#include "core/domain/serviceset.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_serviceset {

using namespace kakuin;
using namespace kakuin::domain;

class tst_ServiceSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ServiceSet>("services");
        const ServiceSet mail = Service::Imap | Service::Pop | Service::Smtp;
        QTest::newRow("as the cmdlet shows it") << QStringLiteral("IMAP, POP, SMTP") << mail;
        QTest::newRow("as one writes it") << QStringLiteral("IMAP,POP,SMTP") << mail;
        QTest::newRow("in another order and case") << QStringLiteral("smtp Imap\tpop") << mail;
        QTest::newRow("semicolons and repeated") << QStringLiteral("POP;IMAP;POP;;SMTP;") << mail;
        QTest::newRow("None") << QStringLiteral("None") << ServiceSet();
        QTest::newRow("nothing") << QString() << ServiceSet();
        QTest::newRow("all") << QStringLiteral("IMAP,POP,UM,IIS,SMTP,Federation,UMCallRouter") << servicesFromBits(127);
    }
    void text_isRead()
    {
        QFETCH(QString, text);
        QFETCH(ServiceSet, services);
        const auto read = parseServices(text);
        QVERIFY_RESULT(read);
        QCOMPARE(*read, services);
    }

    void unknownWord_isNamed()
    {
        const auto read = parseServices(QStringLiteral("IMAP, FTP"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(read.error().subject, QStringLiteral("FTP"));
        QCOMPARE(parseServices(QString(1'000, u'x')).error().subject.size(), 100);
    }

    void names_areInExchangesOrder()
    {
        const ServiceSet set = Service::Smtp | Service::Iis | Service::Imap | Service::Pop;
        QCOMPARE(cmdletNames(set),
            (QStringList{
                QStringLiteral("IMAP"), QStringLiteral("POP"), QStringLiteral("IIS"), QStringLiteral("SMTP")}));
        QCOMPARE(displayText(set), QStringLiteral("IMAP POP IIS SMTP"));
        QCOMPARE(cmdletNames({}), QStringList(QStringLiteral("None")));
        QCOMPARE(displayText({}), QString());
    }

    void unknownBits_areShown_andNeverPassedOn()
    {
        const ServiceSet set = servicesFromBits(128 | 16);
        QVERIFY(set != ServiceSet(Service::Smtp));
        QCOMPARE(displayNames(set), (QStringList{QStringLiteral("SMTP"), QStringLiteral("128")}));
        QCOMPARE(cmdletNames(set), QStringList(QStringLiteral("SMTP")));
        QCOMPARE(knownServices(set), ServiceSet(Service::Smtp));
        QCOMPARE(displayText(servicesFromBits(128)), QStringLiteral("128"));
    }

    void everyService_goesInAndOut()
    {
        QCOMPARE(allServices().size(), 7);
        for (const Service service : allServices()) {
            QVERIFY(!cmdletName(service).isEmpty());
            QCOMPARE(parseServices(cmdletName(service)).value_or(ServiceSet()), ServiceSet(service));
        }
    }

    void bits_areThoseOfTheBlob_data()
    {
        QTest::addColumn<qint64>("bits");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QString();
        QTest::newRow("as captured") << qint64(27) << QStringLiteral("IMAP POP IIS SMTP");
        QTest::newRow("only SMTP") << qint64(16) << QStringLiteral("SMTP");
        QTest::newRow("bits that are not known are kept") << qint64(0x100 | 0x80 | 8) << QStringLiteral("IIS 384");
        QTest::newRow("a negative number")
            << qint64(-1) << QStringLiteral("IMAP POP UM IIS SMTP Federation UMCallRouter 4294967168");
    }
    void bits_areThoseOfTheBlob()
    {
        QFETCH(qint64, bits);
        QFETCH(QString, text);
        QCOMPARE(displayText(servicesFromBits(bits)), text);
    }
};

KAKUIN_TEST(tst_ServiceSet)

} // namespace tests::tst_serviceset

#include "tst_serviceset.moc"
