// SPDX-License-Identifier: MIT
#include "core/shell/decode/transportservice.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_transportservice {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::shell::decode;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;
using Origin = TransportAssignment::Origin;

class tst_TransportService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void service_isRead();
    void service_hasNoneSet_whenTheTextIsEmpty();
    void service_isRefused_whenItIsNone();
    void directory_isRead_whereverTheBytesAre_data();
    void directory_isRead_whereverTheBytesAre();
    void directory_hasNoneSet_whenTheAttributeIsMissing();
    void directory_isRefused_whenTheAttributeIsNoCertificate_data();
    void directory_isRefused_whenTheAttributeIsNoCertificate();
};

void tst_TransportService::service_isRead()
{
    const QString hex(40, u'A');
    const Value value = transportServiceObject(QStringLiteral("MBX01"), hex);
    QVERIFY(isTransportService(value));
    const auto assignment = transportService(value);
    QVERIFY_RESULT(assignment);
    QCOMPARE(assignment->server.name(), QStringLiteral("MBX01"));
    QCOMPARE(assignment->thumbprint.toString(), hex);
    QCOMPARE(assignment->origin, Origin::TransportService);
}

void tst_TransportService::service_hasNoneSet_whenTheTextIsEmpty()
{
    const auto assignment = transportService(transportServiceObject(QStringLiteral("MBX01"), {}));
    QVERIFY_RESULT(assignment);
    QVERIFY(assignment->thumbprint.isNull());
}

void tst_TransportService::service_isRefused_whenItIsNone()
{
    QCOMPARE(transportService(Value()).error().code, ErrorCode::UnexpectedOutput);
    QCOMPARE(transportService(exchangeServerObject(QStringLiteral("EX01"))).error().code, ErrorCode::UnexpectedOutput);
    const auto odd = transportService(transportServiceObject(QStringLiteral("MBX01"), QStringLiteral("none")));
    QCOMPARE(odd.error().code, ErrorCode::InvalidThumbprint);
    QCOMPARE(odd.error().subject, QStringLiteral("MBX01"));
}

void tst_TransportService::directory_isRead_whereverTheBytesAre_data()
{
    QTest::addColumn<Value>("value");
    const QByteArray der = certificateDer(QStringLiteral("CN=EXCAS1"));
    QList<Value> numbers;
    for (const char byte : der)
        numbers.append(Value::fromInt(static_cast<quint8>(byte), clixml::IntegerType::Byte));
    QTest::newRow("bytes") << Value(Value::Data(der));
    QTest::newRow("a collection that holds bytes") << Value(ObjectBuilder::list({Value(Value::Data(der))}));
    QTest::newRow("a list of numbers") << Value(ObjectBuilder::list(numbers));
}

void tst_TransportService::directory_isRead_whereverTheBytesAre()
{
    QFETCH(Value, value);
    const Value object(ObjectBuilder({QStringLiteral("Microsoft.ActiveDirectory.Management.ADObject")})
                           .adapted(QStringLiteral("Name"), QStringLiteral("EXCAS1"))
                           .adapted(QStringLiteral("msExchServerInternalTLSCert"), value)
                           .build());
    QVERIFY(isDirectoryServer(object));
    const auto assignment = directoryServer(object);
    QVERIFY_RESULT(assignment);
    QCOMPARE(assignment->server.name(), QStringLiteral("EXCAS1"));
    QVERIFY(!assignment->thumbprint.isNull());
    QCOMPARE(assignment->origin, Origin::Directory);
}

void tst_TransportService::directory_hasNoneSet_whenTheAttributeIsMissing()
{
    const auto assignment = directoryServer(directoryServerObject(QStringLiteral("EXCAS1"), {}));
    QVERIFY_RESULT(assignment);
    QVERIFY(assignment->thumbprint.isNull());
    QCOMPARE(directoryServer(Value()).error().code, ErrorCode::UnexpectedOutput);
}

void tst_TransportService::directory_isRefused_whenTheAttributeIsNoCertificate_data()
{
    QTest::addColumn<Value>("value");
    QTest::newRow("other bytes") << Value(Value::Data(QByteArray("x")));
    QTest::newRow("a text") << Value(QStringLiteral("x"));
    QTest::newRow("numbers that are no bytes") << Value(ObjectBuilder::list({Value::fromInt(300), Value::fromInt(-1)}));
    QTest::newRow("a list of objects") << Value(ObjectBuilder::list({exchangeServerObject(QStringLiteral("EX01"))}));
}

void tst_TransportService::directory_isRefused_whenTheAttributeIsNoCertificate()
{
    QFETCH(Value, value);
    const Value object(ObjectBuilder({QStringLiteral("Microsoft.ActiveDirectory.Management.ADObject")})
                           .adapted(QStringLiteral("Name"), QStringLiteral("EXCAS1"))
                           .adapted(QStringLiteral("msExchServerInternalTLSCert"), value)
                           .build());
    const auto assignment = directoryServer(object);
    QVERIFY(!assignment);
    QCOMPARE(assignment.error().code, ErrorCode::MalformedCertificate);
    QCOMPARE(assignment.error().subject, QStringLiteral("EXCAS1"));
}

KAKUIN_TEST(tst_TransportService)

} // namespace tests::tst_transportservice

#include "tst_transportservice.moc"
