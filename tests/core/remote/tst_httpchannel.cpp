// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/core/remote/echoposter.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedport.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QElapsedTimer>

#include <QtTest/QSignalSpy>

namespace tests::tst_httpchannel {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<HttpFront> echo(bool isSilent = false)
{
    return std::make_unique<HttpFront>([isSilent] { return std::make_unique<EchoPoster>(isSilent, "text/plain"); });
}

} // namespace

/// libcurl against a server on the loopback, with TLS.
class tst_HttpChannel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void posts_areAnsweredInOrder_onOneConnection();
    void chunkedAnswer_comesWhole();
    void password_goesAsUtf8();
    void password_neverGoesOverHttp();
    void passwordInTheAddress_isNotSent();
    void garbage_isCalledByItsName_data();
    void garbage_isCalledByItsName();
    void bodyWithoutEnd_isCutOff_data();
    void bodyWithoutEnd_isCutOff();
    void serverOfNobody_saysWhy_data();
    void serverOfNobody_saysWhy();
    void cookies_areSharedInASession_only();
    void brokenConnection_isLost();
    void brokenConnection_isNotSentOnAgain();
    void connectionThatEndedIdle_isMadeAgain();
    void refusals_haveTheirCodes_data();
    void refusals_haveTheirCodes();
    void refusalInMidSession_isALostConnection();
    void destruction_doesNotWait();
    void remoteShell_runsOverIt();
};

void tst_HttpChannel::posts_areAnsweredInOrder_onOneConnection()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    HttpChannel channel({front->url(), {}, {}, front->caFile()});
    QSignalSpy answered(&channel, &HttpPoster::answered);
    for (int i = 0; i < 20; ++i)
        channel.post(QByteArray::number(i) + QByteArray(i * 5000, 'x'), std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 20);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(answered.at(i).at(0).toInt(), 200);
        QCOMPARE(answered.at(i).at(1).toByteArray(), QByteArray("text/plain"));
        QCOMPARE(answered.at(i).at(2).toByteArray(), QByteArray::number(i) + QByteArray(i * 5000, 'x'));
    }
    QCOMPARE(front->connections(), 1);
}

void tst_HttpChannel::chunkedAnswer_comesWhole()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    front->setChunked(true);
    HttpChannel channel({front->url(), {}, {}, front->caFile()});
    QSignalSpy answered(&channel, &HttpPoster::answered);
    channel.post(QByteArray(100'000, 'y'), std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered.constFirst().at(2).toByteArray(), QByteArray(100'000, 'y'));
}

void tst_HttpChannel::password_goesAsUtf8()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    front->setAuthorization("Basic " + u"CONTOSO\\管理者:秘密ö"_s.toUtf8().toBase64());
    HttpChannel right({front->url(), u"CONTOSO\\管理者"_s, Secret(u"秘密ö"_s), front->caFile()});
    QSignalSpy welcome(&right, &HttpPoster::answered);
    right.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(welcome.size(), 1);
    QCOMPARE(welcome.constFirst().constFirst().toInt(), 200);
    HttpChannel wrong({front->url(), u"CONTOSO\\管理者"_s, Secret(u"secret"_s), front->caFile()});
    QSignalSpy refused(&wrong, &HttpPoster::failed);
    wrong.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(refused.size(), 1);
    const Error error = refused.constFirst().constFirst().value<Error>();
    QCOMPARE(error.code, ErrorCode::SignInRefused);
    QCOMPARE(error.subject, u"localhost"_s);
}

void tst_HttpChannel::password_neverGoesOverHttp()
{
    HttpChannel channel({u"http://localhost:1/PowerShell/"_s, u"user"_s, Secret(u"geheim"_s), {}});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::InvalidArgument);
}

void tst_HttpChannel::passwordInTheAddress_isNotSent()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    front->setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    HttpSettings settings{front->url(), {}, {}, front->caFile()};
    settings.url.replace(u"localhost"_s, u"admin:geheim@localhost"_s);
    HttpChannel channel(settings);
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::SignInRefused);
}

void tst_HttpChannel::garbage_isCalledByItsName_data()
{
    QTest::addColumn<QByteArray>("first"); // as soon as there is a connection
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isEndless");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const auto row = [](const char *tag, const QByteArray &bytes, bool isEndless, ErrorCode code) {
        QTest::newRow(tag) << QByteArray() << bytes << isEndless << code;
    };
    row("no status line at all", "who is there?\r\n", false, ErrorCode::ServiceForeign);
    row("garbage without end", QByteArray("\0\1\2garbage ", 11), true, ErrorCode::ServiceForeign);
    row("a page without a status line", "<html>hello</html>", false, ErrorCode::ServiceForeign);
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", false, ErrorCode::ServiceForeign);
    row("a status line that is none", "HTTP/9.9 okay\r\n\r\n", false, ErrorCode::ServiceForeign);
    QTest::newRow("headers without end") << ok << "X-Header: " + QByteArray(1000, 'x') + "\r\n"
                                         << true << ErrorCode::OutputLimitExceeded;
    row("interim answers without end", "HTTP/1.1 100 Continue\r\n\r\n", true, ErrorCode::OutputLimitExceeded);
    row("a body that breaks off", ok + "Content-Length: 100\r\n\r\nx", false, ErrorCode::ConnectionLost);
    row("a chunk that is none", ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", false, ErrorCode::ConnectionLost);
    row("nothing", "", false, ErrorCode::ConnectionLost);
}

void tst_HttpChannel::garbage_isCalledByItsName()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isEndless);
    QFETCH(ErrorCode, code);
    const ScriptedPort port([&](const QByteArray &received) {
        return received.isEmpty() ? ScriptedPort::Move{first} : ScriptedPort::Move{bytes, !isEndless, isEndless};
    });
    HttpChannel channel({u"http://localhost:%1/PowerShell/"_s.arg(port.port()), {}, {}, {}});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, foreignPatienceMs);
    const Error error = failed.constFirst().constFirst().value<Error>();
    QVERIFY2(error.code == code, qPrintable(error.detail));
    QCOMPARE(error.subject, u"localhost"_s);
    QCOMPARE(port.connections(), 1); // and nothing is sent again
}

void tst_HttpChannel::bodyWithoutEnd_isCutOff_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("without a length") << QByteArray();
    QTest::newRow("of a length that is a lie") << QByteArray("Content-Length: 900000000000\r\n");
}

void tst_HttpChannel::bodyWithoutEnd_isCutOff()
{
    QFETCH(QByteArray, head);
    bool hasBegun = false;
    const QByteArray megabyte(1'000'000, 'x');
    const ScriptedPort port([&](const QByteArray &received) -> ScriptedPort::Move {
        if (received.isEmpty() || std::exchange(hasBegun, true))
            return {};
        // the head is repeated, which is as good a body as any
        return {"HTTP/1.1 200 OK\r\n" + head + "\r\n" + megabyte, false, true};
    });
    HttpChannel channel({u"http://localhost:%1/PowerShell/"_s.arg(port.port()), {}, {}, {}});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(30));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, foreignPatienceMs);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::OutputLimitExceeded);
}

void tst_HttpChannel::serverOfNobody_saysWhy_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("subject");
    const auto row = [](const char *tag, const char *url, ErrorCode code, const char *subject) {
        QTest::newRow(tag) << QString::fromLatin1(url) << static_cast<int>(code) << QString::fromLatin1(subject);
    };
    row("a port that is closed", "https://localhost:1/", ErrorCode::PortClosed, "localhost");
    row("a name that nobody knows", "https://ex01.invalid/", ErrorCode::HostNameUnknown, "ex01.invalid");
    row("a scheme that is none", "file:///etc/passwd", ErrorCode::InvalidArgument, "file:///etc/passwd");
}

void tst_HttpChannel::serverOfNobody_saysWhy()
{
    QFETCH(QString, url);
    QFETCH(int, code);
    QFETCH(QString, subject);
    HttpChannel channel({url, {}, {}, {}});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    const Error error = failed.constFirst().constFirst().value<Error>();
    QCOMPARE(static_cast<int>(error.code), code);
    QCOMPARE(error.subject, subject);
    QVERIFY(!error.detail.isEmpty());
}

void tst_HttpChannel::cookies_areSharedInASession_only()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    front->setCookie("X-BackEnd=ex02; path=/");
    const HttpSettings settings{front->url(), {}, {}, front->caFile()};
    const HttpPosterFactory session = HttpChannel::factory(settings);
    const auto ask = [](HttpPoster &poster) {
        QSignalSpy answered(&poster, &HttpPoster::answered);
        poster.post("x", std::chrono::seconds(5));
        return QTest::qWaitFor([&answered] { return answered.size() == 1; });
    };
    const auto first = session();
    const auto second = session();
    QVERIFY(ask(*first));
    QVERIFY(ask(*second));
    const auto stranger = HttpChannel::factory(settings)();
    QVERIFY(ask(*stranger));
    QCOMPARE(front->cookiesSeen(), (QByteArrayList{QByteArray(), "X-BackEnd=ex02", QByteArray()}));
}

void tst_HttpChannel::brokenConnection_isLost()
{
    const auto front = echo(true);
    QVERIFY_RESULT(front->listen());
    HttpChannel channel({front->url(), {}, {}, front->caFile()});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(front->requests(), 1);
    front->dropConnections();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::ConnectionLost);
    QCOMPARE(front->requests(), 1); // and it was not sent again
}

void tst_HttpChannel::brokenConnection_isNotSentOnAgain()
{
    // libcurl by itself would send a request again when a connection that it had used before breaks without an answer
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    HttpChannel channel({front->url(), {}, {}, front->caFile()});
    QSignalSpy answered(&channel, &HttpPoster::answered);
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("one", std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 1);
    front->dropAfterNextRequest();
    channel.post("two", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::ConnectionLost);
    QCOMPARE(front->requests(), 2);
    QCOMPARE(front->connections(), 1);
}

void tst_HttpChannel::connectionThatEndedIdle_isMadeAgain()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    HttpChannel channel({front->url(), {}, {}, front->caFile()});
    QSignalSpy answered(&channel, &HttpPoster::answered);
    channel.post("one", std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 1);
    front->dropConnections();
    channel.post("two", std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(front->requests(), 2);
    QCOMPARE(front->connections(), 2);
}

void tst_HttpChannel::refusals_haveTheirCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("inDetail");
    const auto row = [](const char *tag, int status, const char *header, ErrorCode code, const char *detail) {
        QTest::newRow(tag) << status << QByteArray(header) << static_cast<int>(code) << QString::fromLatin1(detail);
    };
    row("sent elsewhere", 302, "Location: https://else.contoso.com/x", ErrorCode::ServiceRedirected,
        "to https://else.contoso.com/x");
    row("sent elsewhere for good", 308, "Location: /owa", ErrorCode::ServiceRedirected, "to /owa");
    row("another way of signing in", 401, "WWW-Authenticate: Kerberos", ErrorCode::SignInMethodNotOffered,
        "offers Kerberos");
    row("several ways on one line", 401, "WWW-Authenticate: Negotiate, Basic realm=\"x\"", ErrorCode::SignInRefused,
        "401");
    row("a refusal without a word", 401, "X-Nothing: x", ErrorCode::SignInRefused, "401");
}

void tst_HttpChannel::refusals_haveTheirCodes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(int, code);
    QFETCH(QString, inDetail);
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    front->setAnswer(FrontAnswer{status, "text/html", "<html><title>Sorry</title></html>", {header}});
    HttpChannel channel({front->url(), u"admin"_s, Secret(u"geheim"_s), front->caFile()});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    const Error error = failed.constFirst().constFirst().value<Error>();
    QCOMPARE(static_cast<int>(error.code), code);
    QCOMPARE(error.subject, u"localhost"_s);
    QVERIFY2(error.detail.contains(inDetail) && error.detail.contains(u"\"Sorry\""_s), qPrintable(error.detail));
    QCOMPARE(front->requests(), 1); // nowhere else, and not again
}

void tst_HttpChannel::refusalInMidSession_isALostConnection()
{
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    HttpChannel channel({front->url(), u"admin"_s, Secret(u"geheim"_s), front->caFile()});
    QSignalSpy answered(&channel, &HttpPoster::answered);
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("one", std::chrono::seconds(5));
    QTRY_COMPARE(answered.size(), 1);
    front->setAnswer(FrontAnswer{401, "text/html", {}, {"WWW-Authenticate: Basic"}});
    channel.post("two", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::ConnectionLost);
    QCOMPARE(front->requests(), 2);
}

void tst_HttpChannel::destruction_doesNotWait()
{
    const auto front = echo(true);
    QVERIFY_RESULT(front->listen());
    auto channel = std::make_unique<HttpChannel>(HttpSettings{front->url(), {}, {}, front->caFile()});
    channel->post("x", std::chrono::seconds(60));
    QTRY_COMPARE(front->requests(), 1);
    QElapsedTimer timer;
    timer.start();
    channel.reset();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void tst_HttpChannel::remoteShell_runsOverIt()
{
    const auto scripted = std::make_shared<ScriptedShell>();
    scripted->on(u"Get-Thing"_s, ScriptedReply::objects({clixml::Value(QString(300'000, u'証'))}));
    WsmanFront wsman(std::make_unique<ShellServer>(scripted));
    HttpFront front(wsman.connections());
    QVERIFY_RESULT(front.listen());
    front.setAuthorization("Basic " + QByteArray("admin:geheim").toBase64());
    RemoteShell::Connection connection;
    connection.name = u"localhost"_s;
    const HttpSettings settings{front.url(), u"admin"_s, Secret(u"geheim"_s), front.caFile()};
    connection.transport = [settings](psrp::RunspacePool &pool) {
        WsmanSessionFacts facts;
        facts.url = settings.url;
        return std::make_unique<WsmanTransport>(facts, HttpChannel::factory(settings), pool);
    };
    auto shell = await(RemoteShell::open(connection));
    QVERIFY_RESULT(shell);
    const auto output = await((*shell)->invoke(shell::Cmdlet(u"Get-Thing"_s)));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().value(0).text().size(), 300'000);
    QCOMPARE(front.connections(), 2); // one that receives, one for everything else
    QTRY_COMPARE(wsman.commands(), 0);
    shell->reset();
    QTRY_COMPARE(wsman.shells(), 0);
}

KAKUIN_TEST(tst_HttpChannel)

} // namespace tests::tst_httpchannel

#include "tst_httpchannel.moc"
