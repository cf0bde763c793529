// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "tests/core/remote/httpfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/shellserver.h"
#include "tests/testkit/verifyresult.h"
#include "tests/testkit/wsmanfront.h"

#include <QtCore/QElapsedTimer>

#include <QtTest/QSignalSpy>

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

/// Answers with what it was sent, or never.
class Echo final : public HttpPoster {
public:
    explicit Echo(bool isSilent)
        : m_isSilent(isSilent)
    {
    }
    void post(const QByteArray &body, std::chrono::seconds) override
    {
        if (!m_isSilent)
            Q_EMIT answered(200, "text/plain", body);
    }

private:
    bool m_isSilent;
};

std::unique_ptr<HttpFront> echo(bool isSilent = false)
{
    return std::make_unique<HttpFront>([isSilent] { return std::make_unique<Echo>(isSilent); });
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
    void serverOfNobody_isNotReachable_data();
    void serverOfNobody_isNotReachable();
    void cookies_areSharedInASession_only();
    void brokenConnection_isLost();
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
    QSignalSpy refused(&wrong, &HttpPoster::answered);
    wrong.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst().constFirst().toInt(), 401);
}

void tst_HttpChannel::password_neverGoesOverHttp()
{
    HttpChannel channel({u"http://localhost:1/PowerShell/"_s, u"user"_s, Secret(u"geheim"_s), {}});
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::InvalidArgument);
}

void tst_HttpChannel::serverOfNobody_isNotReachable_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("a port that is closed") << 0;
    QTest::newRow("a certificate that nobody vouches for") << 1;
    QTest::newRow("a certificate of another name") << 2;
    QTest::newRow("a scheme that is none") << 3;
}

void tst_HttpChannel::serverOfNobody_isNotReachable()
{
    QFETCH(int, way);
    const auto front = echo();
    QVERIFY_RESULT(front->listen());
    HttpSettings settings{front->url(), {}, {}, front->caFile()};
    if (way == 0)
        settings.url = u"https://localhost:1/"_s;
    else if (way == 1)
        settings.caFile.clear();
    else if (way == 2)
        settings.url.replace(u"localhost"_s, u"127.0.0.1"_s);
    else
        settings.url = u"file:///etc/passwd"_s;
    HttpChannel channel(settings);
    QSignalSpy failed(&channel, &HttpPoster::failed);
    channel.post("x", std::chrono::seconds(5));
    QTRY_COMPARE(failed.size(), 1);
    const Error error = failed.constFirst().constFirst().value<Error>();
    QCOMPARE(error.code, ErrorCode::ServerUnreachable);
    QCOMPARE(error.subject, settings.url);
    QVERIFY(!error.detail.isEmpty());
    QCOMPARE(front->requests(), 0);
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

QTEST_GUILESS_MAIN(tst_HttpChannel)
#include "tst_httpchannel.moc"
