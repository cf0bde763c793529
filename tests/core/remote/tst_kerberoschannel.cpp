// SPDX-License-Identifier: MIT
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "echoposter.h"
#include "labserver/kerberosguard.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawaykdc.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>

namespace tests::tst_kerberoschannel {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

const QByteArray soap("application/soap+xml;charset=UTF-8");

/// One connection and what comes of its posts.
struct Talk final {
    explicit Talk(const HttpSettings &settings)
        : channel(settings)
        , answered(&channel, &HttpPoster::answered)
        , failed(&channel, &HttpPoster::failed)
    {
    }
    [[nodiscard]] Result<QByteArray> post(const QByteArray &body)
    {
        answered.clear();
        failed.clear();
        channel.post(body, std::chrono::seconds(5));
        if (!QTest::qWaitFor([this] { return answered.size() + failed.size() == 1; }, foreignPatienceMs))
            return fail(ErrorCode::Internal, {}, u"nothing came"_s);
        if (answered.isEmpty())
            return tl::unexpected<Error>(failed.constFirst().constFirst().value<Error>());
        return answered.constFirst().at(2).toByteArray();
    }
    HttpChannel channel;
    QSignalSpy answered;
    QSignalSpy failed;
};

} // namespace

/// Signing in and encryption over HTTP, against MIT's KDC and a web server that uses MIT's acceptor.
class tst_KerberosChannel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_kdc.start()); }
    void init();
    void posts_areEncryptedOverHttp_data() { schemes(); }
    void posts_areEncryptedOverHttp();
    void exchangesSpelling_andChunks_areRead();
    void posts_areBoundToTheCertificateOverHttps_data() { schemes(); }
    void posts_areBoundToTheCertificateOverHttps();
    void somebodyInBetween_getsNowhere();
    void otherScheme_isNotOffered_data();
    void otherScheme_isNotOffered();
    void unprotectedAnswer_isNotRead_data();
    void unprotectedAnswer_isNotRead();
    void pageOfTheWebServer_isPassedOn();
    void serverThatProvesNothing_isLeft();
    void idleConnectionThatEnded_signsInAgain();
    void brokenConnection_isNotSentOnAgain();
    void serverThatForgets_losesTheConnection();
    void errorsOfSigningIn_comeThrough_data();
    void errorsOfSigningIn_comeThrough();
    void destruction_doesNotWaitForTheDomain();
    void remoteShell_runsOverIt_data() { schemes(); }
    void remoteShell_runsOverIt();

private:
    static void schemes()
    {
        QTest::addColumn<HttpSignIn>("signIn");
        QTest::newRow("Kerberos") << HttpSignIn::Kerberos;
        QTest::newRow("Negotiate") << HttpSignIn::Negotiate;
    }
    /// A server for the scheme; `m_plan` says how it behaves.
    [[nodiscard]] Result<void> serve(HttpSignIn signIn, bool isTls, HttpPosterFactory posters = {});
    [[nodiscard]] HttpSettings settings(HttpSignIn signIn) const
    {
        return {m_front->url(), ThrowawayKdc::user(), Secret(ThrowawayKdc::password()),
            m_front->certificate().isEmpty() ? QString() : m_front->caFile(), signIn};
    }

    ThrowawayKdc m_kdc;
    std::shared_ptr<KerberosGuardPlan> m_plan;
    std::unique_ptr<HttpFront> m_front;
};

void tst_KerberosChannel::init()
{
    m_kdc.show();
    QFile::remove(m_kdc.ticketFile());
    m_front.reset();
}

Result<void> tst_KerberosChannel::serve(HttpSignIn signIn, bool isTls, HttpPosterFactory posters)
{
    m_plan = std::make_shared<KerberosGuardPlan>();
    m_plan->scheme = signIn == HttpSignIn::Kerberos ? "Kerberos" : "Negotiate";
    m_plan->keytab = m_kdc.keytab();
    m_plan->isEncrypted = !isTls;
    m_front = std::make_unique<HttpFront>(
        posters ? std::move(posters) : HttpPosterFactory([] { return std::make_unique<EchoPoster>(); }));
    m_front->setGuards(kerberosGuards(m_plan));
    const auto listening = m_front->listen({isTls});
    if (isTls) // as RFC 5929 says for a certificate that is signed with SHA-256
        m_plan->channelBinding
            = "tls-server-end-point:" + QCryptographicHash::hash(m_front->certificate(), QCryptographicHash::Sha256);
    return listening;
}

void tst_KerberosChannel::posts_areEncryptedOverHttp()
{
    QFETCH(HttpSignIn, signIn);
    QVERIFY_RESULT(serve(signIn, false));
    Talk talk(settings(signIn));
    for (int i = 0; i < 5; ++i) {
        const QByteArray body = QByteArray::number(i) + QByteArray(i * 50'000, 'x');
        QCOMPARE(talk.post(body).value_or(QByteArray()), body);
        QCOMPARE(talk.answered.constFirst().at(1).toByteArray(), soap);
    }
    QCOMPARE(m_plan->signIns, 1);
    QCOMPARE(m_front->connections(), 1);
    QCOMPARE(m_front->requests(), 6); // one with the token and without a body
    QCOMPARE(m_front->bodies(), 5);
}

void tst_KerberosChannel::exchangesSpelling_andChunks_areRead()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    m_plan->hasBlankInBoundary = true;
    m_front->setChunked(true);
    QVERIFY_RESULT(m_kdc.getTicket());
    HttpSettings own = settings(HttpSignIn::Kerberos);
    own.user.clear(); // with the ticket that the computer has
    own.password = Secret();
    Talk talk(own);
    QCOMPARE(talk.post(QByteArray(100'000, 'y')).value_or(QByteArray()), QByteArray(100'000, 'y'));
}

void tst_KerberosChannel::posts_areBoundToTheCertificateOverHttps()
{
    QFETCH(HttpSignIn, signIn);
    QVERIFY_RESULT(serve(signIn, true));
    Talk talk(settings(signIn));
    QCOMPARE(talk.post("one").value_or(QByteArray()), QByteArray("one"));
    QCOMPARE(talk.post("two").value_or(QByteArray()), QByteArray("two"));
    QCOMPARE(m_plan->signIns, 1);
    QCOMPARE(m_front->connections(), 1);
    QCOMPARE(m_front->bodies(), 2);
}

void tst_KerberosChannel::somebodyInBetween_getsNowhere()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, true));
    m_plan->channelBinding.back()
        = static_cast<char>(m_plan->channelBinding.back() ^ 1); // the true server's is another
    Talk talk(settings(HttpSignIn::Kerberos));
    const auto answer = talk.post("one");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::SignInRefused);
    QCOMPARE(m_front->bodies(), 0);
}

void tst_KerberosChannel::otherScheme_isNotOffered_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void tst_KerberosChannel::otherScheme_isNotOffered()
{
    QFETCH(bool, isTls);
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, isTls));
    Talk talk(settings(HttpSignIn::Negotiate));
    const auto answer = talk.post("one");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::SignInMethodNotOffered);
    QVERIFY(answer.error().detail.contains(u"offers Kerberos"_s));
    QCOMPARE(m_front->bodies(), 0);
}

void tst_KerberosChannel::unprotectedAnswer_isNotRead_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("an envelope in clear") << 0;
    QTest::newRow("a changed bit") << 1;
    QTest::newRow("a fault that anybody could have written") << 2;
    QTest::newRow("something else with a good status") << 3;
    QTest::newRow("garbage in the right dress") << 4;
}

void tst_KerberosChannel::unprotectedAnswer_isNotRead()
{
    QFETCH(int, way);
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    Talk talk(settings(HttpSignIn::Kerberos));
    QVERIFY_RESULT(talk.post("one"));
    m_plan->answersInClear = way == 0;
    m_plan->changesABit = way == 1;
    if (way == 2)
        m_front->setAnswer(FrontAnswer{500, soap, "<s:Envelope/>", {}});
    else if (way == 3)
        m_front->setAnswer(FrontAnswer{200, "text/html", "<html/>", {}});
    else if (way == 4)
        m_front->setAnswer(FrontAnswer{200, "multipart/encrypted;boundary=\"Encrypted Boundary\"",
            "--Encrypted Boundary\r\n\tOriginalContent: type=x;Length=3\r\n--Encrypted Boundary\r\n\tContent-Type: "
            "x\r\n\xff\xff\xff\xff--Encrypted Boundary--\r\n",
            {}});
    const auto answer = talk.post("two");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::AnswerNotProtected);
    QCOMPARE(answer.error().subject, u"localhost"_s);
    QVERIFY(!answer.error().detail.isEmpty());
    QCOMPARE(m_front->bodies(), 2);
}

void tst_KerberosChannel::pageOfTheWebServer_isPassedOn()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    Talk talk(settings(HttpSignIn::Kerberos));
    QVERIFY_RESULT(talk.post("one"));
    m_front->setAnswer(FrontAnswer{503, "text/html", "<html>busy</html>", {}});
    QCOMPARE(talk.post("two").value_or(QByteArray()), QByteArray("<html>busy</html>"));
    QCOMPARE(talk.answered.constFirst().at(0).toInt(), 503);
}

void tst_KerberosChannel::serverThatProvesNothing_isLeft()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    m_plan->provesNothing = true;
    Talk talk(settings(HttpSignIn::Kerberos));
    const auto answer = talk.post("one");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::AnswerNotProtected);
    QCOMPARE(m_front->bodies(), 0);
}

void tst_KerberosChannel::idleConnectionThatEnded_signsInAgain()
{
    for (const bool isTls : {false, true}) {
        QVERIFY_RESULT(serve(HttpSignIn::Kerberos, isTls));
        Talk talk(settings(HttpSignIn::Kerberos));
        QVERIFY_RESULT(talk.post("one"));
        m_front->dropConnections();
        QCOMPARE(talk.post("two").value_or(QByteArray()), QByteArray("two"));
        QCOMPARE(m_plan->signIns, 2);
        QCOMPARE(m_front->bodies(), 2);
    }
}

void tst_KerberosChannel::brokenConnection_isNotSentOnAgain()
{
    for (const bool isTls : {false, true}) {
        QVERIFY_RESULT(serve(HttpSignIn::Kerberos, isTls));
        Talk talk(settings(HttpSignIn::Kerberos));
        QVERIFY_RESULT(talk.post("one"));
        m_front->dropAfterNextRequest();
        const auto answer = talk.post("two");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(m_front->bodies(), 2);
        QCOMPARE(m_plan->signIns, 1);
        QCOMPARE(talk.post("three").value_or(QByteArray()), QByteArray("three")); // on a new one
    }
}

void tst_KerberosChannel::serverThatForgets_losesTheConnection()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    Talk talk(settings(HttpSignIn::Kerberos));
    QVERIFY_RESULT(talk.post("one"));
    m_plan->forgetsEverybody = true;
    const auto answer = talk.post("two");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::ConnectionLost);
    QCOMPARE(m_front->bodies(), 2);
    m_plan->forgetsEverybody = false;
    QCOMPARE(talk.post("three").value_or(QByteArray()), QByteArray("three"));
    QCOMPARE(m_plan->signIns, 2);
}

void tst_KerberosChannel::errorsOfSigningIn_comeThrough_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("a wrong password") << 0 << static_cast<int>(ErrorCode::KerberosPasswordWrong);
    QTest::newRow("no ticket") << 1 << static_cast<int>(ErrorCode::KerberosNoTicket);
    QTest::newRow("a wrong clock, seen by the server") << 2 << static_cast<int>(ErrorCode::KerberosClockSkew);
    QTest::newRow("nothing at this path") << 3 << static_cast<int>(ErrorCode::ServicePathNotFound);
    QTest::newRow("a service that is none") << 4 << static_cast<int>(ErrorCode::KerberosServiceUnknown);
}

void tst_KerberosChannel::errorsOfSigningIn_comeThrough()
{
    QFETCH(int, way);
    QFETCH(int, code);
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    HttpSettings own = settings(HttpSignIn::Kerberos);
    if (way == 0)
        own.password = Secret(u"falsch"_s);
    if (way == 1 || way == 2) {
        own.user.clear();
        own.password = Secret();
    }
    if (way == 2) {
        own.servicePrincipal = u"HTTP/localhost@KAKUIN.TEST"_s;
        QVERIFY_RESULT(m_kdc.getTicket());
        QVERIFY_RESULT(m_kdc.getServiceTicket(own.servicePrincipal));
        QVERIFY_RESULT(m_kdc.shiftClock(std::chrono::hours(1)));
    }
    if (way == 3) {
        m_front->setGuards({});
        m_front->setAnswer(FrontAnswer{404, "text/html", {}, {}});
    }
    if (way == 4)
        own.servicePrincipal = u"HTTP/nowhere.kakuin.test"_s;
    Talk talk(own);
    const auto answer = talk.post("one");
    QVERIFY(!answer);
    QVERIFY2(static_cast<int>(answer.error().code) == code, qPrintable(answer.error().detail));
    QCOMPARE(m_front->bodies(), 0);
}

void tst_KerberosChannel::destruction_doesNotWaitForTheDomain()
{
    QVERIFY_RESULT(serve(HttpSignIn::Kerberos, false));
    m_kdc.fallSilent();
    auto channel = std::make_unique<HttpChannel>(settings(HttpSignIn::Kerberos));
    channel->post("one", std::chrono::seconds(5));
    QTRY_COMPARE_WITH_TIMEOUT(m_kdc.unanswered(), 1, foreignPatienceMs);
    channel.reset();
    QCOMPARE(m_kdc.unanswered(), 1); // its question is still open
    QCOMPARE(HttpChannel::abandonedThreads(), 1);
    m_kdc.hide();
    QTRY_COMPARE_WITH_TIMEOUT(HttpChannel::abandonedThreads(), 0, foreignPatienceMs); // it ends by itself, unheard
}

void tst_KerberosChannel::remoteShell_runsOverIt()
{
    QFETCH(HttpSignIn, signIn);
    const auto scripted = std::make_shared<ScriptedShell>();
    scripted->on(u"Get-Thing"_s, ScriptedReply::objects({clixml::Value(QString(300'000, u'証'))}));
    WsmanFront wsman(std::make_unique<ShellServer>(scripted));
    for (const bool isTls : {false, true}) {
        QVERIFY_RESULT(serve(signIn, isTls, wsman.connections()));
        m_plan->hasBlankInBoundary = signIn == HttpSignIn::Kerberos;
        RemoteShell::Connection connection;
        connection.name = u"localhost"_s;
        HttpSettings wanted = settings(signIn);
        const auto account = std::make_shared<SignedInAccount>();
        wanted.account = account;
        connection.account = account;
        connection.transport = [own = wanted](psrp::RunspacePool &pool) {
            WsmanSessionFacts facts;
            facts.url = own.url;
            return std::make_unique<WsmanTransport>(facts, HttpChannel::factory(own), pool);
        };
        auto shell = await(RemoteShell::open(connection), foreignPatienceMs);
        QVERIFY_RESULT(shell);
        const auto output = await((*shell)->invoke(shell::Cmdlet(u"Get-Thing"_s)));
        QVERIFY_RESULT(output);
        QCOMPARE(output->objects().value(0).text().size(), 300'000);
        QCOMPARE((*shell)->description().account, ThrowawayKdc::user());
        QCOMPARE(m_plan->signIns, 2); // one connection that receives, one for everything else
        QTRY_COMPARE_WITH_TIMEOUT(wsman.commands(), 0, foreignPatienceMs);
        shell->reset();
        QTRY_COMPARE_WITH_TIMEOUT(wsman.shells(), 0, foreignPatienceMs);
    }
}

KAKUIN_TEST(tst_KerberosChannel, testkit::ThrowawayKdc::requirement)

} // namespace tests::tst_kerberoschannel

#include "tst_kerberoschannel.moc"
