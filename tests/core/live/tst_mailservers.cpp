// SPDX-License-Identifier: MIT
#include "core/live/networkprobe.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/throwawaymail.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

namespace tests::tst_mailservers {

using namespace kakuin;
using namespace Qt::StringLiterals;
using domain::LivePort;
using domain::LiveService;
using domain::ServedCertificate;
using testkit::codeOf;
using testkit::ThrowawayMail;

/// Servers that we did not write: exim (GnuTLS), dovecot (OpenSSL), OpenSSL's own.
class tst_MailServers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exim_showsItsCertificate_afterStartTls();
    void exim_withoutTls_isSaidToOfferNone();
    void dovecot_showsItsCertificate_data();
    void dovecot_showsItsCertificate();
    void openssl_showsItsCertificate_whateverItSpeaks_data();
    void openssl_showsItsCertificate_whateverItSpeaks();
    void openssl_thatWantsACertificateOfOurs_getsNone();
    void expiredAndShortKeys_areShownAllTheSame();
    void tlsOnAMailPort_andMailOnATlsPort_endWithAReason();

private:
    static Result<ServedCertificate> ask(
        const LivePort &port, std::chrono::milliseconds limit = std::chrono::milliseconds(testkit::foreignPatienceMs));
    static bool isOf(const Result<ServedCertificate> &served, const ThrowawayMail &server);
};

Result<ServedCertificate> tst_MailServers::ask(const LivePort &port, std::chrono::milliseconds limit)
{
    domain::Server server;
    server.id = domain::ServerId(u"EX01"_s);
    server.fqdn = ThrowawayMail::host();
    live::LiveLimits limits;
    limits.whole = limit;
    live::NetworkProbe probe(limits);
    return testkit::await(probe.ask(server, port), 2 * testkit::foreignPatienceMs);
}

bool tst_MailServers::isOf(const Result<ServedCertificate> &served, const ThrowawayMail &server)
{
    return served && served->chain.value(0) == server.certificate() && served->facts.der == server.certificate()
        && served->facts.thumbprint
        == domain::Thumbprint::fromSha1(QCryptographicHash::hash(server.certificate(), QCryptographicHash::Sha1))
        && served->sha256 == QCryptographicHash::hash(server.certificate(), QCryptographicHash::Sha256);
}

void tst_MailServers::exim_showsItsCertificate_afterStartTls()
{
    ThrowawayMail exim;
    QVERIFY_RESULT(exim.startExim());
    const auto served = ask({exim.smtpPort(), LiveService::Smtp, false});
    QVERIFY_RESULT(served);
    QVERIFY(isOf(served, exim));
    QCOMPARE(served->tlsVersion, u"TLSv1.3"_s);
    // we took our leave: exim found nothing to complain of
    QTRY_VERIFY_WITH_TIMEOUT(exim.eximLog().contains("SMTP connection from"), testkit::foreignPatienceMs);
    QTRY_VERIFY2_WITH_TIMEOUT(
        exim.eximLog().contains("closed by QUIT"), exim.eximLog().constData(), testkit::foreignPatienceMs);
    QVERIFY2(!exim.eximLog().contains("error"), exim.eximLog().constData());
    QVERIFY(isOf(ask({exim.smtpPort(), LiveService::Smtp, false}), exim)); // and again
}

void tst_MailServers::exim_withoutTls_isSaidToOfferNone()
{
    ThrowawayMail exim;
    QVERIFY_RESULT(exim.startExim(false));
    QCOMPARE(codeOf(ask({exim.smtpPort(), LiveService::Smtp, false})), ErrorCode::ServiceUnavailable);
}

void tst_MailServers::dovecot_showsItsCertificate_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("IMAP with STARTTLS") << 0;
    QTest::newRow("IMAP over TLS") << 1;
    QTest::newRow("POP with STLS") << 2;
    QTest::newRow("POP over TLS") << 3;
}

void tst_MailServers::dovecot_showsItsCertificate()
{
    QFETCH(int, which);
    ThrowawayMail dovecot;
    QVERIFY_RESULT(dovecot.startDovecot());
    const QList<LivePort> ports{{dovecot.imapPort(), LiveService::Imap, false},
        {dovecot.imapTlsPort(), LiveService::Imap}, {dovecot.popPort(), LiveService::Pop, false},
        {dovecot.popTlsPort(), LiveService::Pop}};
    const auto served = ask(ports.at(which));
    QVERIFY_RESULT(served);
    QVERIFY(isOf(served, dovecot));
    QVERIFY2(!dovecot.log().contains("SSL_accept"), dovecot.log().constData()); // no broken handshake in its log
}

void tst_MailServers::openssl_showsItsCertificate_whateverItSpeaks_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("version");
    QTest::newRow("TLS 1.3") << QStringList{u"-tls1_3"_s} << u"TLSv1.3"_s;
    QTest::newRow("TLS 1.2") << QStringList{u"-tls1_2"_s} << u"TLSv1.2"_s;
    QTest::newRow("TLS 1.0, as old servers have it")
        << QStringList{u"-tls1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s} << u"TLSv1"_s;
    QTest::newRow("RSA key exchange, as old servers have it")
        << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"AES128-SHA:@SECLEVEL=0"_s} << u"TLSv1.2"_s;
    QTest::newRow("would rather speak anonymously")
        << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"aNULL:AES128-SHA:@SECLEVEL=0"_s} << u"TLSv1.2"_s;
}

void tst_MailServers::openssl_showsItsCertificate_whateverItSpeaks()
{
    QFETCH(QStringList, options);
    QFETCH(QString, version);
    ThrowawayMail server;
    QVERIFY_RESULT(server.startTls(options));
    const auto served = ask({server.tlsPort(), LiveService::FrontEnd});
    QVERIFY_RESULT(served);
    QVERIFY(isOf(served, server));
    QCOMPARE(served->tlsVersion, version);
}

void tst_MailServers::openssl_thatWantsACertificateOfOurs_getsNone()
{
    ThrowawayMail server;
    QVERIFY_RESULT(server.startTls({u"-tls1_2"_s, u"-verify"_s, u"1"_s}));
    QVERIFY(isOf(ask({server.tlsPort(), LiveService::BackEnd}), server));
    ThrowawayMail strict;
    QVERIFY_RESULT(strict.startTls({u"-tls1_2"_s, u"-Verify"_s, u"1"_s}));
    // the handshake never ended, so it proved nothing
    QCOMPARE(codeOf(ask({strict.tlsPort(), LiveService::BackEnd})), ErrorCode::TlsFailed);
}

void tst_MailServers::expiredAndShortKeys_areShownAllTheSame()
{
    ThrowawayMail server;
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    QVERIFY_RESULT(server.startTls({u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}, yesterday, 1024));
    const auto served = ask({server.tlsPort(), LiveService::WmSvc});
    QVERIFY_RESULT(served);
    QVERIFY(isOf(served, server));
    QVERIFY(served->facts.notAfterUtc < QDateTime::currentDateTimeUtc());
    QCOMPARE(served->facts.key.bits, 1024);
}

void tst_MailServers::tlsOnAMailPort_andMailOnATlsPort_endWithAReason()
{
    ThrowawayMail dovecot;
    QVERIFY_RESULT(dovecot.startDovecot());
    QCOMPARE(codeOf(ask({dovecot.imapPort(), LiveService::FrontEnd})), ErrorCode::TlsFailed);
    QCOMPARE(codeOf(ask({dovecot.imapPort(), LiveService::Smtp, false})), ErrorCode::ServiceForeign);
    // each waits for the other's first word
    QCOMPARE(
        codeOf(ask({dovecot.popTlsPort(), LiveService::Pop, false}, std::chrono::seconds(1))), ErrorCode::NoAnswer);
}

KAKUIN_TEST(tst_MailServers, testkit::ThrowawayMail::requirement)

} // namespace tests::tst_mailservers

#include "tst_mailservers.moc"
