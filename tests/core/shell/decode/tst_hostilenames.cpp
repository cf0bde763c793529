// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/connectors.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/exchangeserver.h"
#include "core/shell/decode/transportservice.h"
#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_hostilenames {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::shell;
using namespace kakuin::testkit;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

/// Decodes an object in which one name is given; the error that it is refused with, or nothing.
using Decode = std::function<std::optional<Error>(const QString &name)>;

template <class T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

Value object(std::initializer_list<std::pair<QString, Value>> properties)
{
    ObjectBuilder builder(QStringList{u"Thing"_s});
    for (const auto &[name, value] : properties)
        builder.adapted(name, value);
    return Value(builder.build());
}

Value texts(const QStringList &names)
{
    QList<Value> values;
    for (const QString &name : names)
        values.append(Value(name));
    return Value(ObjectBuilder::list(values));
}

const QString thumb(40, u'A');

QList<std::pair<const char *, Decode>> everyName()
{
    static const QByteArray der = certificateDer(u"CN=x"_s);
    const QString name = u"Name"_s;
    return {
        {"a server",
            [=](const QString &text) {
                return errorOf(decode::exchangeServer(object({{name, Value(text)}})));
            }},
        {"a server's identity",
            [](const QString &text) {
                return errorOf(decode::exchangeServer(object({{u"Identity"_s, Value(text)}})));
            }},
        {"a server's host name",
            [=](const QString &text) {
                return errorOf(decode::exchangeServer(object({{name, Value(u"EX01"_s)}, {u"Fqdn"_s, Value(text)}})));
            }},
        {"a server's site",
            [=](const QString &text) {
                return errorOf(decode::exchangeServer(object({{name, Value(u"EX01"_s)}, {u"Site"_s, Value(text)}})));
            }},
        {"a site as an object",
            [=](const QString &text) {
                return errorOf(decode::exchangeServer(
                    object({{name, Value(u"EX01"_s)}, {u"Site"_s, directoryObjectId(u"Tokyo"_s, text)}})));
            }},
        {"a server's distinguished name",
            [=](const QString &text) {
                return errorOf(decode::exchangeServer(object({{name, Value(u"EX01"_s)},
                    {u"DistinguishedName"_s, Value(u"CN=EX01,DC="_s + text + u",DC=x"_s)}})));
            }},
        {"a mailbox server",
            [=](const QString &text) {
                return errorOf(decode::mailboxServer(object({{name, Value(text)}})));
            }},
        {"an availability group",
            [=](const QString &text) {
                return errorOf(decode::mailboxServer(
                    object({{name, Value(u"EX01"_s)}, {u"DatabaseAvailabilityGroup"_s, Value(text)}})));
            }},
        {"a transport service",
            [=](const QString &text) {
                return errorOf(decode::transportService(
                    object({{name, Value(text)}, {u"InternalTransportCertificateThumbprint"_s, Value(thumb)}})));
            }},
        {"a server of the directory",
            [=](const QString &text) {
                return errorOf(decode::directoryServer(object({{name, Value(text)}})));
            }},
        {"a send connector",
            [](const QString &text) {
                return errorOf(decode::sendConnector(object({{u"Identity"_s, Value(text)}})));
            }},
        {"a send connector's host name",
            [=](const QString &text) {
                return errorOf(decode::sendConnector(object({{name, Value(u"Out"_s)}, {u"Fqdn"_s, Value(text)}})));
            }},
        {"one of a send connector's servers",
            [=](const QString &text) {
                return errorOf(decode::sendConnector(
                    object({{name, Value(u"Out"_s)}, {u"SourceTransportServers"_s, texts({u"EX01"_s, text})}})));
            }},
        {"a receive connector",
            [](const QString &text) {
                return errorOf(decode::receiveConnector(object({{u"Identity"_s, Value(u"EX01\\"_s + text)}})));
            }},
        {"a receive connector's server",
            [=](const QString &text) {
                return errorOf(decode::receiveConnector(object({{name, Value(u"In"_s)}, {u"Server"_s, Value(text)}})));
            }},
        {"a server of a hybrid configuration",
            [](const QString &text) {
                return errorOf(decode::hybridConfiguration(object({{u"SendingTransportServers"_s, texts({text})}})));
            }},
        {"another server of a hybrid configuration",
            [](const QString &text) {
                return errorOf(decode::hybridConfiguration(object(
                    {{u"SendingTransportServers"_s, texts({})}, {u"ReceivingTransportServers"_s, texts({text})}})));
            }},
        {"an organisation",
            [](const QString &text) {
                return errorOf(decode::authConfig(object({{u"CurrentCertificateThumbprint"_s, Value(thumb)},
                    {u"DistinguishedName"_s,
                        Value(u"CN="_s + text + u",CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=x"_s)}})));
            }},
        {"a certificate's identity",
            [](const QString &text) {
                return errorOf(decode::exchangeCertificate(
                    object({{u"RawData"_s, Value(Value::Data(der))}, {u"Identity"_s, Value(text + u"\\"_s + thumb)}})));
            }},
        {"the server that sent a certificate",
            [](const QString &text) {
                return errorOf(decode::exchangeCertificate(
                    object({{u"RawData"_s, Value(Value::Data(der))}, {u"PSComputerName"_s, Value(text)}})));
            }},
        {"a certificate's file",
            [](const QString &text) {
                return errorOf(decode::exchangeCertificate(object(
                    {{u"RawData"_s, Value(Value::Data(der))}, {QString(decode::exportFileProperty), Value(text)}})));
            }},
    };
}

} // namespace

/// A name with control, bidirectional or invisible characters is refused by whatever decoder it comes through.
class tst_HostileNames final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void name_isRefused_whereverItIsDecoded_data();
    void name_isRefused_whereverItIsDecoded();
    void escapedName_isRefused_whenItsEscapesAreUndone_data();
    void escapedName_isRefused_whenItsEscapesAreUndone();
};

void tst_HostileNames::name_isRefused_whereverItIsDecoded_data()
{
    QTest::addColumn<Decode>("decode");
    for (const auto &[tag, decode] : everyName())
        QTest::newRow(tag) << decode;
}

void tst_HostileNames::name_isRefused_whereverItIsDecoded()
{
    QFETCH(Decode, decode);
    QVERIFY2(!decode(u"EX01"_s), "an ordinary name");
    QVERIFY2(!decode(u"角印 O’Brien's `$(x)` (1)"_s), "quotes and blanks are for those who write literals");
    for (const QString &c : unsafeCharacters()) {
        for (const QString &name : {u"EX01"_s + c + u"x"_s, u"EX01"_s + c, c + u"EX01"_s}) {
            const std::optional<Error> error = decode(name);
            QVERIFY2(error, qPrintable(singleLine(name)));
            QCOMPARE(error->code, ErrorCode::UnsafeName);
            QVERIFY2(error->detail.contains(singleLine(c)), qPrintable(error->detail));
            // a subject becomes the name of a server that could not be read
            QCOMPARE(error->subject, QString());
        }
    }
}

void tst_HostileNames::escapedName_isRefused_whenItsEscapesAreUndone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a line feed inside") << u"CN=EX01\\0Ax,CN=Servers,DC=x"_s;
    QTest::newRow("a line feed at the end") << u"CN=EX01\\0A,CN=Servers,DC=x"_s;
    QTest::newRow("a zero, as deleted objects have it") << u"CN=EX01\\00,CN=Servers,DC=x"_s;
    QTest::newRow("an override in UTF-8") << u"CN=EX01\\E2\\80\\AEx,CN=Servers,DC=x"_s;
    QTest::newRow("further up") << u"CN=EX01,CN=Ser\\0Dvers,DC=x"_s;
}

void tst_HostileNames::escapedName_isRefused_whenItsEscapesAreUndone()
{
    QFETCH(QString, name);
    const auto decoded = decode::directoryName(Value(name));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::UnsafeName);
}

KAKUIN_TEST(tst_HostileNames)

} // namespace tests::tst_hostilenames

#include "tst_hostilenames.moc"
