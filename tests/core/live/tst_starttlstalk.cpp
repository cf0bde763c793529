// SPDX-License-Identifier: MIT
#include "core/live/starttlstalk.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_starttlstalk {

using namespace kakuin;
using domain::LiveService;
using live::StartTlsTalk;
using State = StartTlsTalk::State;

/// What is said before TLS. A server's part is written as its pieces, one after each of our commands, divided by "|".
class tst_StartTlsTalk final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void talk_endsAsTheServerSays_data();
    void talk_endsAsTheServerSays();
    void talk_isTheSame_whereverItIsCut_data() { talk_endsAsTheServerSays_data(); }
    void talk_isTheSame_whereverItIsCut();
    void talk_saysOnlyWhatItMust();
    void talk_isBounded_data();
    void talk_isBounded();
    void end_isFinal();

private:
    static void play(StartTlsTalk &talk, const QByteArray &server, bool byteByByte);
};

void tst_StartTlsTalk::play(StartTlsTalk &talk, const QByteArray &server, bool byteByByte)
{
    for (const QByteArray &piece : server.split('|')) {
        if (byteByByte) {
            for (const char c : piece)
                talk.feed(QByteArray(1, c));
        } else {
            talk.feed(piece);
        }
        if (talk.state() == State::Talking && talk.takeOutgoing().isEmpty())
            return; // the server is waited for
    }
}

void tst_StartTlsTalk::talk_endsAsTheServerSays_data()
{
    QTest::addColumn<LiveService>("service");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<State>("state");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *tag, LiveService service, const char *server, State state,
                         ErrorCode code = ErrorCode::Internal) {
        QTest::newRow(tag) << service << QByteArray(server) << state << code;
    };
    constexpr auto smtp = LiveService::Smtp;
    constexpr auto imap = LiveService::Imap;
    constexpr auto pop = LiveService::Pop;
    constexpr auto unavailable = ErrorCode::ServiceUnavailable;
    constexpr auto foreign = ErrorCode::ServiceForeign;
    row("Exchange's SMTP", smtp,
        "220 EX01.contoso.com Microsoft ESMTP MAIL Service ready\r\n|250-EX01.contoso.com Hello [::1]\r\n"
        "250-SIZE 37748736\r\n250-X-ANONYMOUSTLS\r\n250-STARTTLS\r\n250 XRDST\r\n|220 2.0.0 SMTP server ready\r\n",
        State::ReadyForTls);
    row("a banner of several lines", smtp, "220-one\r\n220 two\r\n|250-x\r\n250 STARTTLS\r\n|220 go\r\n",
        State::ReadyForTls);
    row("lines that end in LF only", smtp, "220 x\n|250-x\n250 starttls\n|220\n", State::ReadyForTls);
    row("TLS is not offered", smtp, "220 x\r\n|250-x\r\n250 SIZE\r\n", State::Ended, unavailable);
    row("a host by the name of STARTTLS offers none", smtp, "220 x\r\n|250 STARTTLS\r\n", State::Ended, unavailable);
    row("a word that only begins so", smtp, "220 x\r\n|250-x\r\n250 STARTTLSX\r\n", State::Ended, unavailable);
    row("STARTTLS is refused", smtp, "220 x\r\n|250-x\r\n250 STARTTLS\r\n|454 TLS not available\r\n", State::Ended,
        unavailable);
    row("too busy to greet", smtp, "421 4.3.2 Service not active\r\n", State::Ended, unavailable);
    row("no mail service here", smtp, "554 no SMTP service here\r\n", State::Ended, unavailable);
    row("EHLO is refused", smtp, "220 x\r\n|502 no\r\n", State::Ended, unavailable);
    row("commands in clear behind the yes", smtp,
        "220 x\r\n|250-x\r\n250 STARTTLS\r\n|220 go\r\n250 2.1.0 Sender OK\r\n", State::Ended, ErrorCode::TlsFailed);
    row("half a line behind the yes", smtp, "220 x\r\n|250-x\r\n250 STARTTLS\r\n|220 go\r\n2", State::Ended,
        ErrorCode::TlsFailed);
    row("answers before it is asked", smtp, "220 x\r\n250 STARTTLS\r\n", State::Ended, foreign);
    row("another code in the middle of a reply", smtp, "220 x\r\n|250-x\r\n220 STARTTLS\r\n", State::Ended, foreign);
    row("a yes of the wrong kind", smtp, "220 x\r\n|250-x\r\n250 STARTTLS\r\n|250 go\r\n", State::Ended, foreign);
    row("IMAP on SMTP's port", smtp, "* OK ready\r\n", State::Ended, foreign);
    row("HTTP on SMTP's port", smtp, "HTTP/1.1 400 Bad Request\r\n", State::Ended, foreign);
    row("an empty line", smtp, "\r\n", State::Ended, foreign);
    row("a code that is no number", smtp, "2x0 ready\r\n", State::Ended, foreign);
    row("bytes that are no text", smtp, "\xff\xfe\x01\x02\r\n", State::Ended, foreign);
    row("half a greeting", smtp, "220 EX01", State::Talking);
    row("Exchange's IMAP", imap,
        "* OK The Microsoft Exchange IMAP4 service is ready.\r\n|K1 OK Begin TLS negotiation now.\r\n",
        State::ReadyForTls);
    row("capabilities before the yes", imap, "* OK x\r\n|* CAPABILITY IMAP4\r\n* OK [ALERT] x\r\nK1 OK\r\n",
        State::ReadyForTls);
    row("IMAP refuses", imap, "* OK x\r\n|K1 BAD Command not recognised\r\n", State::Ended, unavailable);
    row("IMAP says no", imap, "* OK x\r\n|K1 NO not now\r\n", State::Ended, unavailable);
    row("IMAP goes away", imap, "* BYE overloaded\r\n", State::Ended, unavailable);
    row("IMAP goes away when asked", imap, "* OK x\r\n|* BYE x\r\n", State::Ended, unavailable);
    row("signed in already", imap, "* PREAUTH welcome\r\n", State::Ended, unavailable);
    row("IMAP injects", imap, "* OK x\r\n|K1 OK\r\n* CAPABILITY x\r\n", State::Ended, ErrorCode::TlsFailed);
    row("an answer to another command", imap, "* OK x\r\n|K9 OK\r\n", State::Ended, foreign);
    row("a tag that only begins so", imap, "* OK x\r\n|K11 OK\r\n", State::Ended, foreign);
    row("a question of its own", imap, "* OK x\r\n|+ more?\r\n", State::Ended, foreign);
    row("IMAP says yes before it is asked", imap, "* OK x\r\nK1 OK\r\n", State::Ended, foreign);
    row("SMTP on IMAP's port", imap, "220 x\r\n", State::Ended, foreign);
    row("Exchange's POP", pop, "+OK The Microsoft Exchange POP3 service is ready.\r\n|+OK Begin TLS negotiation.\r\n",
        State::ReadyForTls);
    row("POP refuses", pop, "+OK\r\n|-ERR Command is not valid in this state.\r\n", State::Ended, unavailable);
    row("POP is closed", pop, "-ERR Too many connections\r\n", State::Ended, unavailable);
    row("POP injects", pop, "+OK\r\n|+OK\r\n+OK\r\n", State::Ended, ErrorCode::TlsFailed);
    row("POP speaks of something else", pop, "OK\r\n", State::Ended, foreign);
}

void tst_StartTlsTalk::talk_endsAsTheServerSays()
{
    QFETCH(LiveService, service);
    QFETCH(QByteArray, server);
    QFETCH(State, state);
    QFETCH(ErrorCode, code);
    StartTlsTalk talk(service);
    play(talk, server, false);
    QCOMPARE(talk.state(), state);
    QCOMPARE(talk.error().code, code);
    if (state == State::Ended)
        QVERIFY(!talk.error().detail.isEmpty() || server == "\r\n");
}

// But for what is wrong only because it comes in one piece with something else. A byte that arrives later than the yes
// is TLS's business: there the injection shows as a failed handshake.
void tst_StartTlsTalk::talk_isTheSame_whereverItIsCut()
{
    QFETCH(LiveService, service);
    QFETCH(QByteArray, server);
    QFETCH(State, state);
    QFETCH(ErrorCode, code);
    StartTlsTalk talk(service);
    play(talk, server, true);
    const bool isAboutPieces
        = code == ErrorCode::TlsFailed || QByteArray(QTest::currentDataTag()).contains("before it is asked");
    if (!isAboutPieces) {
        QCOMPARE(talk.state(), state);
        QCOMPARE(talk.error().code, code);
    }
}

void tst_StartTlsTalk::talk_saysOnlyWhatItMust()
{
    StartTlsTalk smtp(LiveService::Smtp);
    QVERIFY(smtp.takeOutgoing().isEmpty()); // the server speaks first
    smtp.feed("220 x\r\n");
    QCOMPARE(smtp.takeOutgoing(), "EHLO kakuin.invalid\r\n");
    smtp.feed("250-x\r\n250 STARTTLS\r\n");
    QCOMPARE(smtp.takeOutgoing(), "STARTTLS\r\n");
    QVERIFY(smtp.takeOutgoing().isEmpty());
    StartTlsTalk imap(LiveService::Imap);
    imap.feed("* OK x\r\n");
    QCOMPARE(imap.takeOutgoing(), "K1 STARTTLS\r\n");
    StartTlsTalk pop(LiveService::Pop);
    pop.feed("+OK x\r\n");
    QCOMPARE(pop.takeOutgoing(), "STLS\r\n");
    QCOMPARE(StartTlsTalk::lastWord(LiveService::Pop), "QUIT\r\n");
    QVERIFY(StartTlsTalk::lastWord(LiveService::FrontEnd).isEmpty());
}

void tst_StartTlsTalk::talk_isBounded_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("a line without an end") << QByteArray(997, 'x');
    QTest::newRow("a reply without an end") << QByteArray("220-and so on\r\n");
    QTest::newRow("nothing but ends of lines, in a reply") << QByteArray("220-\n");
}

void tst_StartTlsTalk::talk_isBounded()
{
    QFETCH(QByteArray, piece);
    StartTlsTalk talk(LiveService::Smtp);
    qsizetype fed = 0;
    while (talk.feed(piece) == State::Talking) {
        fed += piece.size();
        QVERIFY(fed <= StartTlsTalk::mostBytes);
    }
    QCOMPARE(talk.error().code, ErrorCode::ServiceForeign);
}

void tst_StartTlsTalk::end_isFinal()
{
    StartTlsTalk talk(LiveService::Pop);
    QCOMPARE(talk.feed("-ERR no\r\n"), State::Ended);
    QCOMPARE(talk.feed("+OK\r\n+OK\r\n"), State::Ended);
    QVERIFY(talk.takeOutgoing().isEmpty());
    QCOMPARE(talk.error().detail, QStringLiteral("-ERR no"));
}

KAKUIN_TEST(tst_StartTlsTalk)

} // namespace tests::tst_starttlstalk

#include "tst_starttlstalk.moc"
