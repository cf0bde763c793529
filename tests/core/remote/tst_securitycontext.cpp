// SPDX-License-Identifier: MIT
#include "core/remote/sealedmessage.h"
#include "core/remote/securitycontext.h"
#include "labserver/gssacceptor.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawaykdc.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>

#include <QtTest/QTest>

namespace tests::tst_securitycontext {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::labserver;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray envelope = u"<s:Envelope>証明書 & more</s:Envelope>"_s.toUtf8();

/// A client and a server that speak until they know each other, or one of them refuses.
struct Pair final {
    std::unique_ptr<SecurityContext> client;
    std::unique_ptr<GssAcceptor> server;
    std::optional<Error> refusal; // of the client
    int tokens = 0;
};

Pair signIn(const std::shared_ptr<SecurityCredential> &credential, const SecurityTarget &target,
    const QByteArray &keytab, const QByteArray &serversBinding = {})
{
    Pair pair;
    pair.server = std::make_unique<GssAcceptor>(keytab, serversBinding);
    auto begun = credential->begin(target);
    if (!begun) {
        pair.refusal = begun.error();
        return pair;
    }
    pair.client = std::move(*begun);
    QByteArray answer;
    while (!pair.client->isEstablished() || !pair.server->isEstablished()) {
        const auto token = pair.client->step(answer);
        if (!token) {
            pair.refusal = token.error();
            break;
        }
        if (token->isEmpty())
            break;
        ++pair.tokens;
        const auto accepted = pair.server->accept(*token);
        if (!accepted && pair.server->token().isEmpty()) {
            pair.refusal = accepted.error(); // nothing that the client could be told
            break;
        }
        answer = pair.server->token();
    }
    return pair;
}

SecurityTarget localhost(SecurityScheme scheme)
{
    return {scheme, u"localhost"_s, {}, {}};
}

} // namespace

/// Signing in against MIT's KDC and its acceptor: what works, and each way in which it does not.
class tst_SecurityContext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_kdc.start()); }
    void init();
    void bothSchemes_signInAndEncrypt_data() { schemes(); }
    void bothSchemes_signInAndEncrypt();
    void password_leavesTheComputersTicketsAlone();
    void password_leavesNoCopyInMemory_data() { schemes(); }
    void password_leavesNoCopyInMemory();
    void ticketOfANamedUser_isFound();
    void channelBinding_mustBeTheServers_data() { schemes(); }
    void channelBinding_mustBeTheServers();
    void changedBytes_areNotAccepted_data() { schemes(); }
    void changedBytes_areNotAccepted();
    void answersOutOfTurn_areNotAccepted();
    void sealedMessage_isReadInBothSpellings();
    void refusal_hasItsCode_data();
    void refusal_hasItsCode();
    void wrongPassword_isNotTriedAgain();
    void expiredTicket_saysSo();
    void wrongClock_isSeenByTheDomain();
    void wrongClock_isSeenByTheServer_data() { schemes(); }
    void wrongClock_isSeenByTheServer();
    void foreignTicket_isRefusedByTheServer_data() { schemes(); }
    void foreignTicket_isRefusedByTheServer();

private:
    static void schemes()
    {
        QTest::addColumn<SecurityScheme>("scheme");
        QTest::newRow("Kerberos") << SecurityScheme::Kerberos;
        QTest::newRow("Negotiate") << SecurityScheme::Negotiate;
    }
    [[nodiscard]] static std::shared_ptr<SecurityCredential> byPassword()
    {
        return SecurityCredential::create(ThrowawayKdc::user(), Secret(ThrowawayKdc::password()));
    }
    ThrowawayKdc m_kdc;
};

void tst_SecurityContext::init()
{
    m_kdc.show();
    QFile::remove(m_kdc.ticketFile());
}

void tst_SecurityContext::bothSchemes_signInAndEncrypt()
{
    QFETCH(SecurityScheme, scheme);
    QVERIFY_RESULT(m_kdc.getTicket());
    for (const auto &credential : {SecurityCredential::create({}, {}), byPassword()}) {
        const Pair pair = signIn(credential, localhost(scheme), m_kdc.keytab());
        QVERIFY2(!pair.refusal, qPrintable(pair.refusal ? pair.refusal->detail : QString()));
        QVERIFY(pair.client->isEstablished() && pair.server->isEstablished());
        QCOMPARE(pair.server->peer(), ThrowawayKdc::user().toUtf8());
        for (int i = 0; i < 3; ++i) {
            const auto sent = pair.client->wrap(envelope);
            QVERIFY_RESULT(sent);
            QVERIFY(!sent->cipher.contains("Envelope"));
            QCOMPARE(pair.server->unwrap(sent->header, sent->cipher).value_or(QByteArray()), envelope);
            const auto answer = pair.server->wrap(envelope + QByteArray::number(i));
            QVERIFY_RESULT(answer);
            QCOMPARE(pair.client->unwrap(answer->header, answer->cipher).value_or(QByteArray()),
                envelope + QByteArray::number(i));
        }
    }
}

void tst_SecurityContext::password_leavesTheComputersTicketsAlone()
{
    const auto credential = byPassword();
    QVERIFY(!signIn(credential, localhost(SecurityScheme::Kerberos), m_kdc.keytab()).refusal);
    QVERIFY(!QFile::exists(m_kdc.ticketFile()));
    // and it is enough for the next connection, even when nobody could be asked for another one
    m_kdc.hide();
    QVERIFY(!signIn(credential, localhost(SecurityScheme::Kerberos), m_kdc.keytab()).refusal);
}

void tst_SecurityContext::password_leavesNoCopyInMemory()
{
    QFETCH(const SecurityScheme, scheme);
    if (!SoughtSecret::isPossible())
        QSKIP("freed memory is not wiped in this build");
    const SoughtSecret sought(ThrowawayKdc::password());
    {
        const auto credential = byPassword();
        QVERIFY(!signIn(credential, localhost(scheme), m_kdc.keytab()).refusal);
        QVERIFY(!sought.copies().isEmpty()); // the credential's
    }
    QCOMPARE(sought.copies(), QStringList());
    const auto wrong = SecurityCredential::create(ThrowawayKdc::user(), Secret(u"x"_s));
    QVERIFY(signIn(wrong, localhost(scheme), m_kdc.keytab()).refusal);
}

void tst_SecurityContext::ticketOfANamedUser_isFound()
{
    QVERIFY_RESULT(m_kdc.getTicket());
    const SecurityTarget target = localhost(SecurityScheme::Kerberos);
    QVERIFY(!signIn(SecurityCredential::create(u"admin@kakuin.test"_s, {}), target, m_kdc.keytab()).refusal);
    const Pair other = signIn(SecurityCredential::create(u"somebody@KAKUIN.TEST"_s, {}), target, m_kdc.keytab());
    QVERIFY(other.refusal);
    QCOMPARE(other.refusal->code, ErrorCode::KerberosNoTicket);
}

void tst_SecurityContext::channelBinding_mustBeTheServers()
{
    QFETCH(SecurityScheme, scheme);
    SecurityTarget target = localhost(scheme);
    target.channelBinding = "tls-server-end-point:one";
    QVERIFY(!signIn(byPassword(), target, m_kdc.keytab(), "tls-server-end-point:one").refusal);
    const Pair between = signIn(byPassword(), target, m_kdc.keytab(), "tls-server-end-point:two");
    QVERIFY(between.refusal);
    QVERIFY(!between.server->isEstablished());
}

void tst_SecurityContext::changedBytes_areNotAccepted()
{
    QFETCH(SecurityScheme, scheme);
    for (const bool isInHeader : {true, false}) {
        const Pair pair = signIn(byPassword(), localhost(scheme), m_kdc.keytab());
        QVERIFY(!pair.refusal);
        auto answer = pair.server->wrap(envelope);
        QVERIFY_RESULT(answer);
        QByteArray &part = isInHeader ? answer->header : answer->cipher;
        part[part.size() / 2] = static_cast<char>(part.at(part.size() / 2) ^ 1);
        const auto read = pair.client->unwrap(answer->header, answer->cipher);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::AnswerNotProtected);
        QVERIFY(read.error().detail.startsWith(u"decryption: "));
    }
}

void tst_SecurityContext::answersOutOfTurn_areNotAccepted()
{
    const Pair pair = signIn(byPassword(), localhost(SecurityScheme::Kerberos), m_kdc.keytab());
    const auto first = pair.server->wrap(envelope);
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(pair.client->unwrap(first->header, first->cipher));
    const auto again = pair.client->unwrap(first->header, first->cipher);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AnswerNotProtected);
    // what the client itself has sent does not come back as an answer
    const auto own = pair.client->wrap(envelope);
    QVERIFY_RESULT(own);
    QVERIFY(!pair.client->unwrap(own->header, own->cipher));
}

void tst_SecurityContext::sealedMessage_isReadInBothSpellings()
{
    const Pair pair = signIn(byPassword(), localhost(SecurityScheme::Kerberos), m_kdc.keytab());
    for (const bool isExchange : {false, true}) {
        const auto answer = pair.server->wrap(envelope);
        QVERIFY_RESULT(answer);
        QByteArray body
            = SealedMessage{answer->header, answer->cipher, envelope.size()}.write(SecurityScheme::Kerberos);
        if (isExchange)
            body.replace("--Encrypted Boundary", "-- Encrypted Boundary");
        QCOMPARE(unseal(*pair.client, body).value_or(QByteArray()), envelope);
    }
    const auto sent = seal(*pair.client, SecurityScheme::Kerberos, envelope);
    QVERIFY_RESULT(sent);
    const auto read = SealedMessage::read(*sent);
    QVERIFY_RESULT(read);
    QCOMPARE(read->plainBytes, envelope.size());
    QCOMPARE(pair.server->unwrap(read->header, read->cipher).value_or(QByteArray()), envelope);
}

void tst_SecurityContext::refusal_hasItsCode_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("service");
    QTest::addColumn<bool>("isHidden");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("subject");
    const QString user = ThrowawayKdc::user();
    const QString password = ThrowawayKdc::password();
    const auto row = [](const char *tag, const QString &name, const QString &secret, const QString &service,
                         bool isHidden, ErrorCode code, const QString &subject) {
        QTest::newRow(tag) << name << secret << service << isHidden << static_cast<int>(code) << subject;
    };
    row("a wrong password", user, u"falsch"_s, {}, false, ErrorCode::KerberosPasswordWrong, user);
    row("a user that is none", u"nobody@KAKUIN.TEST"_s, password, {}, false, ErrorCode::KerberosUserUnknown,
        u"nobody@KAKUIN.TEST"_s);
    row("a user of a short domain name", u"CONTOSO\\admin"_s, password, {}, false, ErrorCode::KerberosUserUnknown,
        u"CONTOSO\\admin"_s);
    row("a domain that is none", u"admin@nowhere.test"_s, password, {}, false, ErrorCode::KerberosUnavailable,
        u"NOWHERE.TEST"_s);
    row("a domain where nobody answers", user, password, {}, true, ErrorCode::KerberosUnavailable, u"KAKUIN.TEST"_s);
    row("a service that is none", user, password, u"HTTP/nowhere.kakuin.test"_s, false,
        ErrorCode::KerberosServiceUnknown, u"localhost"_s);
    row("no ticket", {}, {}, {}, false, ErrorCode::KerberosNoTicket, u"localhost"_s);
}

void tst_SecurityContext::refusal_hasItsCode()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, service);
    QFETCH(bool, isHidden);
    QFETCH(int, code);
    QFETCH(QString, subject);
    if (isHidden)
        m_kdc.hide();
    SecurityTarget target = localhost(SecurityScheme::Kerberos);
    target.servicePrincipal = service;
    const Pair pair = signIn(SecurityCredential::create(user, Secret(password)), target, m_kdc.keytab());
    QVERIFY(pair.refusal);
    QCOMPARE(static_cast<int>(pair.refusal->code), code);
    QCOMPARE(pair.refusal->subject, subject);
    QVERIFY(!pair.refusal->detail.isEmpty());
    QVERIFY(password.isEmpty() || !pair.refusal->detail.contains(password));
}

void tst_SecurityContext::wrongPassword_isNotTriedAgain()
{
    const auto credential = SecurityCredential::create(ThrowawayKdc::user(), Secret(u"falsch"_s));
    const SecurityTarget target = localhost(SecurityScheme::Kerberos);
    QCOMPARE(signIn(credential, target, m_kdc.keytab()).refusal->code, ErrorCode::KerberosPasswordWrong);
    m_kdc.hide(); // asking again would find nobody
    QCOMPARE(signIn(credential, target, m_kdc.keytab()).refusal->code, ErrorCode::KerberosPasswordWrong);
}

void tst_SecurityContext::expiredTicket_saysSo()
{
    QVERIFY_RESULT(m_kdc.getTicket({u"-l"_s, u"10m"_s}));
    QVERIFY_RESULT(m_kdc.shiftClock(1h));
    const Pair pair = signIn(SecurityCredential::create({}, {}), localhost(SecurityScheme::Kerberos), m_kdc.keytab());
    QVERIFY(pair.refusal);
    QVERIFY2(pair.refusal->code == ErrorCode::KerberosTicketExpired, qPrintable(pair.refusal->detail));
}

void tst_SecurityContext::wrongClock_isSeenByTheDomain()
{
    QVERIFY_RESULT(m_kdc.getTicket());
    QVERIFY_RESULT(m_kdc.shiftClock(1h));
    const Pair pair = signIn(SecurityCredential::create({}, {}), localhost(SecurityScheme::Kerberos), m_kdc.keytab());
    QVERIFY(pair.refusal);
    QCOMPARE(pair.refusal->code, ErrorCode::KerberosClockSkew);
    QVERIFY(pair.refusal->detail.startsWith(u"ticket for the service: "));
}

void tst_SecurityContext::wrongClock_isSeenByTheServer()
{
    QFETCH(SecurityScheme, scheme);
    QVERIFY_RESULT(m_kdc.getTicket());
    QVERIFY_RESULT(m_kdc.getServiceTicket(u"HTTP/localhost@KAKUIN.TEST"_s));
    QVERIFY_RESULT(m_kdc.shiftClock(1h));
    SecurityTarget target = localhost(scheme);
    target.servicePrincipal = u"HTTP/localhost@KAKUIN.TEST"_s; // as it is in the file: nobody has to be asked
    const Pair pair = signIn(SecurityCredential::create({}, {}), target, m_kdc.keytab());
    QVERIFY(pair.refusal);
    QCOMPARE(pair.refusal->code, ErrorCode::KerberosClockSkew);
    QCOMPARE(pair.refusal->subject, u"localhost"_s);
    QVERIFY(pair.refusal->detail.startsWith(u"answer of the server: "));
}

void tst_SecurityContext::foreignTicket_isRefusedByTheServer()
{
    QFETCH(SecurityScheme, scheme);
    SecurityTarget target = localhost(scheme);
    target.servicePrincipal = u"HTTP@elsewhere.kakuin.test"_s; // which exists, with another key
    const Pair pair = signIn(byPassword(), target, m_kdc.keytab());
    QVERIFY(pair.refusal);
    QCOMPARE(pair.refusal->code, ErrorCode::SignInRefused);
    QVERIFY(!pair.client->isEstablished());
}

KAKUIN_TEST(tst_SecurityContext, testkit::ThrowawayKdc::requirement)

} // namespace tests::tst_securitycontext

#include "tst_securitycontext.moc"
