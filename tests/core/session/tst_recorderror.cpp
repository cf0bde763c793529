// SPDX-License-Identifier: MIT
#include "core/domain/server.h"
#include "core/session/recorderror.h"
#include "core/shell/directoryquery.h"
#include "core/shell/powershelltext.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_recorderror {

using namespace kakuin;
using namespace kakuin::session;
using kakuin::shell::directoryQuery;

class tst_RecordError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void record_becomesTheCodeThatItMeans_data();
    void record_becomesTheCodeThatItMeans();
    void record_keepsTheServersWords();
    void query_isTheArticles();
    void query_takesTheDomainOfTheName_whenThereIsNoDistinguishedName();
    void query_isNone_whenTheDomainIsNotKnown();
    void query_cannotBeLeft_byAName();
};

void tst_RecordError::record_becomesTheCodeThatItMeans_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("exceptionType");
    QTest::addColumn<QString>("errorId");
    QTest::addColumn<int>("code");
    const auto row
        = [](const char *tag, const QString &message, ErrorCode code, const QString &type = {},
              const QString &id = {}) { QTest::newRow(tag) << message << type << id << static_cast<int>(code); };
    const auto unreachable = ErrorCode::ServerUnreachable;
    row("the RPC server is unavailable, in English",
        QStringLiteral("A special Rpc error occurs on server EX01: The RPC server is unavailable."), unreachable);
    row("the RPC server is unavailable, in Japanese",
        QStringLiteral("サーバー EX01 上で特別な RPC エラーが発生しました: RPC サーバーを利用できません。"),
        unreachable);
    row("the number alone", QStringLiteral("RPC failed (1722)"), unreachable);
    row("the number in hexadecimal", QStringLiteral("error 0x6BA"), unreachable);
    row("the number as an HRESULT", QStringLiteral("(Exception from HRESULT: 0x800706BA)"), unreachable);
    row("no endpoint, in English", QStringLiteral("There are no more endpoints available from the endpoint mapper."),
        unreachable);
    row("no endpoint, as a number", QStringLiteral("0x000006d9"), unreachable);
    row("access denied, in English", QStringLiteral("Access is denied."), unreachable);
    row("access denied, in Japanese", QStringLiteral("アクセスが拒否されました。"), unreachable);
    row("access denied, as an HRESULT", QStringLiteral("0x80070005"), unreachable);
    row("a thumbprint that contains the digits is something else",
        QStringLiteral("The certificate with thumbprint 17221722A72217221722172217221722172217AA was not found."),
        ErrorCode::ServerError);
    row("a cmdlet that is not there", QStringLiteral("x"), ErrorCode::CmdletNotFound,
        QStringLiteral("CommandNotFoundException"), QStringLiteral("CommandNotFoundException"));
    row("a parameter that is not there", QStringLiteral("x"), ErrorCode::ParameterNotFound,
        QStringLiteral("ParameterBindingException"), QStringLiteral("NamedParameterNotFound,Get-ExchangeCertificate"));
    row("a server that the directory does not know", QStringLiteral("x"), ErrorCode::ServerNotFound,
        QStringLiteral("ManagementObjectNotFoundException"));
    row("anything else", QStringLiteral("The certificate was not found."), ErrorCode::ServerError,
        QStringLiteral("InvalidOperationException"));
    row("nothing at all", {}, ErrorCode::ServerError);
}

void tst_RecordError::record_becomesTheCodeThatItMeans()
{
    QFETCH(QString, message);
    QFETCH(QString, exceptionType);
    QFETCH(QString, errorId);
    QFETCH(int, code);
    shell::ErrorRecord record;
    record.message = message;
    record.exceptionType = exceptionType;
    record.fullyQualifiedErrorId = errorId;
    QCOMPARE(static_cast<int>(errorOfRecord(record, QStringLiteral("EX01")).code), code);
}

void tst_RecordError::record_keepsTheServersWords()
{
    shell::ErrorRecord record;
    record.message = QStringLiteral("RPC サーバーを利用できません。");
    const Error error = errorOfRecord(record, QStringLiteral("EX01"));
    QCOMPARE(error.subject, QStringLiteral("EX01"));
    QCOMPARE(error.detail, record.message);
    record.message = QString(1'000'000, u'x');
    QVERIFY(errorOfRecord(record, {}).detail.size() < 100'000);
}

void tst_RecordError::query_isTheArticles()
{
    domain::Server server;
    server.id = domain::ServerId(QStringLiteral("EXCAS1"));
    server.distinguishedName = QStringLiteral("CN=EXCAS1,CN=Servers,CN=First Organization,CN=Microsoft "
                                              "Exchange,CN=Services,CN=Configuration,DC=contoso,DC=local");
    server.fqdn = QStringLiteral("excas1.child.contoso.local");
    const auto query = directoryQuery(server);
    QVERIFY(query.has_value());
    QCOMPARE(shell::toPowerShell(*query),
        QStringLiteral("Get-ADObject -Filter 'ObjectClass -eq ''msExchExchangeServer'' -and name -eq ''EXCAS1''' "
                       "-Properties '*' -SearchBase 'CN=Configuration,DC=contoso,DC=local'"));
}

void tst_RecordError::query_takesTheDomainOfTheName_whenThereIsNoDistinguishedName()
{
    domain::Server server;
    server.id = domain::ServerId(QStringLiteral("CAS01"));
    server.fqdn = QStringLiteral("cas01.contoso.com");
    const auto query = directoryQuery(server);
    QVERIFY(query.has_value());
    const auto *base = query->cmdlets.constFirst().value(u"SearchBase");
    QVERIFY(base != nullptr);
    QCOMPARE(std::get<QString>(*base), QStringLiteral("CN=Configuration,DC=contoso,DC=com"));
}

void tst_RecordError::query_isNone_whenTheDomainIsNotKnown()
{
    domain::Server server;
    server.id = domain::ServerId(QStringLiteral("CAS01"));
    QVERIFY(!directoryQuery(server).has_value());
    server.fqdn = QStringLiteral("cas01");
    QVERIFY(!directoryQuery(server).has_value());
}

void tst_RecordError::query_cannotBeLeft_byAName()
{
    domain::Server server;
    server.id = domain::ServerId(QStringLiteral("x' -or name -eq 'y"));
    server.distinguishedName = QStringLiteral("CN=x,DC=a\\,CN=b,DC=c");
    const auto query = directoryQuery(server);
    QVERIFY(query.has_value());
    QCOMPARE(std::get<QString>(*query->cmdlets.constFirst().value(u"Filter")),
        QStringLiteral("ObjectClass -eq 'msExchExchangeServer' -and name -eq 'x'' -or name -eq ''y'"));
    QCOMPARE(std::get<QString>(*query->cmdlets.constFirst().value(u"SearchBase")),
        QStringLiteral("CN=Configuration,DC=a\\,CN\\=b,DC=c"));
    const auto asked = shell::directoryQuestion(*query);
    QVERIFY(asked.has_value());
    QCOMPARE(asked->server, server.id);
}

KAKUIN_TEST(tst_RecordError)

} // namespace tests::tst_recorderror

#include "tst_recorderror.moc"
