// SPDX-License-Identifier: MIT
#include "core/live/livesweep.h"
#include "core/live/networkprobe.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/scriptedport.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_networkprobe {

using namespace kakuin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::LivePort;
using domain::LiveService;
using live::LiveSweep;
using live::NetworkProbe;
using testkit::codeOf;
using testkit::ScriptedPort;
using Move = ScriptedPort::Move;

/// Ports that hang, lie and talk: each ends in time, with a reason, and can be broken off.
class tst_NetworkProbe final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hostilePort_endsInTime_withItsReason_data();
    void hostilePort_endsInTime_withItsReason();
    void hostilePort_canBeBrokenOff_data() { hostilePort_endsInTime_withItsReason_data(); }
    void hostilePort_canBeBrokenOff();
    void closedPort_isSaidToBeClosed();
    void unknownName_isSaidToBeUnknown();
    void injection_isNotFollowedByTls();
    void refusal_isFollowedByTheEndOfTheTalk();
    void threeHundredServers_stayWithinBounds();
    void manySilentPorts_areAskedSoManyAtATime();

private:
    static domain::Server loopback();
    static ScriptedPort::Script scriptOf(const QByteArray &kind);
};

domain::Server tst_NetworkProbe::loopback()
{
    domain::Server server;
    server.id = domain::ServerId(u"EX01"_s);
    server.fqdn = u"127.0.0.1"_s;
    return server;
}

ScriptedPort::Script tst_NetworkProbe::scriptOf(const QByteArray &kind)
{
    const auto smtp = [](const QByteArray &afterStartTls) {
        return [afterStartTls](const QByteArray &received) -> Move {
            if (received.isEmpty())
                return {"220 ready\r\n"};
            if (received.endsWith("STARTTLS\r\n"))
                return {afterStartTls};
            return received.endsWith("\r\n") && received.startsWith("EHLO") && !received.contains("QUIT")
                ? Move{"250-x\r\n250 STARTTLS\r\n"}
                : Move{};
        };
    };
    if (kind == "closes")
        return [](const QByteArray &) { return Move{{}, true}; };
    if (kind == "talks")
        return [](const QByteArray &) { return Move{QByteArray(4096, 'x') + "\r\n", false, true}; };
    if (kind == "talks in replies")
        return [](const QByteArray &) { return Move{QByteArray("220-and\r\n").repeated(500), false, true}; };
    if (kind == "garbage")
        return [](const QByteArray &) { return Move{"\x01\x02garbage\r\n"}; };
    if (kind == "http")
        return [](const QByteArray &received) {
            return received.isEmpty() ? Move{} : Move{"HTTP/1.1 400 Bad Request\r\n\r\n", true};
        };
    if (kind == "no starttls")
        return [](const QByteArray &received) { return Move{received.isEmpty() ? "220 x\r\n" : "250 x\r\n"}; };
    if (kind == "injects")
        return smtp("220 go\r\n250 2.1.0 Sender OK\r\n");
    if (kind == "yes, then silence")
        return smtp("220 go\r\n");
    if (kind == "yes, then garbage") {
        return [inner = smtp("220 go\r\n")](const QByteArray &received) {
            return received.contains("STARTTLS\r\n") && !received.endsWith("STARTTLS\r\n") ? Move{"garbage, no record"}
                                                                                           : inner(received);
        };
    }
    if (kind == "bad record")
        return [](const QByteArray &received) {
            return received.isEmpty() ? Move{} : Move{QByteArray("\x16\x03\x03\x00\x04\x02\x00\x00\x00", 9), true};
        };
    if (kind == "half a record")
        return [](const QByteArray &received) {
            return received.isEmpty() ? Move{} : Move{QByteArray("\x16\x03\x03\x40\x00\x02", 6)};
        };
    if (kind == "records for ever") // of a handshake message that never ends
        return [](const QByteArray &received) {
            return received.isEmpty() ? Move{} : Move{QByteArray("\x16\x03\x03\x00\x01\x0b", 6), false, true};
        };
    return [](const QByteArray &) { return Move{}; }; // says nothing
}

void tst_NetworkProbe::hostilePort_endsInTime_withItsReason_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<LiveService>("service");
    QTest::addColumn<bool>("startsWithTls");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *tag, const char *kind, LiveService service, bool startsWithTls, ErrorCode code) {
        QTest::newRow(tag) << QByteArray(kind) << service << startsWithTls << code;
    };
    constexpr auto web = LiveService::FrontEnd;
    constexpr auto smtp = LiveService::Smtp;
    row("TLS: accepts and says nothing", "silent", web, true, ErrorCode::NoAnswer);
    row("SMTP: accepts and says nothing", "silent", smtp, false, ErrorCode::NoAnswer);
    row("TLS: closes at once", "closes", web, true, ErrorCode::ConnectionLost);
    row("SMTP: closes at once", "closes", smtp, false, ErrorCode::ConnectionLost);
    row("TLS: talks for ever", "talks", web, true, ErrorCode::TlsFailed);
    row("SMTP: talks for ever", "talks", smtp, false, ErrorCode::ServiceForeign);
    row("SMTP: a greeting without an end", "talks in replies", smtp, false, ErrorCode::ServiceForeign);
    row("IMAP: garbage", "garbage", LiveService::Imap, false, ErrorCode::ServiceForeign);
    row("POP: garbage", "garbage", LiveService::Pop, false, ErrorCode::ServiceForeign);
    row("TLS: HTTP in clear", "http", web, true, ErrorCode::TlsFailed);
    row("SMTP: no STARTTLS", "no starttls", smtp, false, ErrorCode::ServiceUnavailable);
    row("SMTP: injects behind the yes", "injects", smtp, false, ErrorCode::TlsFailed);
    row("SMTP: yes, then nothing", "yes, then silence", smtp, false, ErrorCode::NoAnswer);
    row("SMTP: yes, then garbage", "yes, then garbage", smtp, false, ErrorCode::TlsFailed);
    row("TLS: a record that makes no sense", "bad record", web, true, ErrorCode::TlsFailed);
    row("TLS: half a record", "half a record", web, true, ErrorCode::NoAnswer);
    row("TLS: records for ever", "records for ever", web, true, ErrorCode::TlsFailed);
}

void tst_NetworkProbe::hostilePort_endsInTime_withItsReason()
{
    QFETCH(QByteArray, kind);
    QFETCH(LiveService, service);
    QFETCH(bool, startsWithTls);
    QFETCH(ErrorCode, code);
    ScriptedPort port(scriptOf(kind));
    live::LiveLimits limits;
    limits.whole = 1500ms;
    NetworkProbe probe(limits);
    QElapsedTimer timer;
    timer.start();
    const auto served = testkit::await(probe.ask(loopback(), {port.port(), service, startsWithTls}));
    QVERIFY(!served);
    QVERIFY2(served.error().code == code,
        qPrintable(u"%1 %2"_s.arg(static_cast<int>(served.error().code)).arg(served.error().detail)));
    QCOMPARE(served.error().subject, u"127.0.0.1"_s);
    QVERIFY(timer.elapsed() < 8000);
    QTRY_COMPARE(port.open(), 0); // the connection is given back
    QVERIFY(!port.received().contains("AUTH"));
}

void tst_NetworkProbe::hostilePort_canBeBrokenOff()
{
    QFETCH(QByteArray, kind);
    QFETCH(LiveService, service);
    QFETCH(bool, startsWithTls);
    ScriptedPort port(scriptOf(kind));
    NetworkProbe probe;
    auto future = probe.ask(loopback(), {port.port(), service, startsWithTls});
    QTRY_COMPARE(port.connections(), 1);
    QElapsedTimer timer;
    timer.start();
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QTRY_COMPARE(port.open(), 0);
    QVERIFY(timer.elapsed() < 3000);
}

void tst_NetworkProbe::closedPort_isSaidToBeClosed()
{
    quint16 number = 0;
    {
        const ScriptedPort port(scriptOf("silent"));
        number = port.port();
    }
    NetworkProbe probe;
    const auto served = testkit::await(probe.ask(loopback(), {number, LiveService::BackEnd}));
    QCOMPARE(codeOf(served), ErrorCode::PortClosed);
}

void tst_NetworkProbe::unknownName_isSaidToBeUnknown()
{
    NetworkProbe probe;
    domain::Server server = loopback();
    server.fqdn = u"ex01.kakuin.invalid"_s;
    const auto served = testkit::await(probe.ask(server, {443}));
    QCOMPARE(codeOf(served), ErrorCode::HostNameUnknown);
    QCOMPARE(served.error().subject, u"ex01.kakuin.invalid"_s);
    server.fqdn.clear(); // then by its name
    server.id = domain::ServerId(u"127.0.0.1"_s);
    const ScriptedPort port(scriptOf("closes"));
    QCOMPARE(codeOf(testkit::await(probe.ask(server, {port.port()}))), ErrorCode::ConnectionLost);
}

void tst_NetworkProbe::injection_isNotFollowedByTls()
{
    ScriptedPort port(scriptOf("injects"));
    NetworkProbe probe;
    QCOMPARE(
        codeOf(testkit::await(probe.ask(loopback(), {port.port(), LiveService::Smtp, false}))), ErrorCode::TlsFailed);
    QTRY_COMPARE(port.open(), 0);
    QVERIFY(!port.received().contains('\x16')); // no ClientHello
}

void tst_NetworkProbe::refusal_isFollowedByTheEndOfTheTalk()
{
    ScriptedPort port(scriptOf("no starttls"));
    NetworkProbe probe;
    QCOMPARE(codeOf(testkit::await(probe.ask(loopback(), {port.port(), LiveService::Smtp, false}))),
        ErrorCode::ServiceUnavailable);
    QTRY_VERIFY(port.received().endsWith("QUIT\r\n"));
}

void tst_NetworkProbe::threeHundredServers_stayWithinBounds()
{
    quint16 closed = 0;
    {
        const ScriptedPort port(scriptOf("silent"));
        closed = port.port();
    }
    QList<LiveSweep::Target> targets;
    for (int i = 0; i < 300; ++i) {
        LiveSweep::Target target{loopback(), {}};
        target.server.id = domain::ServerId(u"EX%1"_s.arg(i));
        target.ports = QList<LivePort>(11, LivePort{closed, LiveService::Smtp, false});
        targets.append(target);
    }
    LiveSweep sweep(std::make_shared<NetworkProbe>(), std::make_shared<testkit::FakeClock>(), {});
    QList<domain::LiveReading> readings;
    connect(&sweep, &LiveSweep::finished, this, [&readings](const auto &all) { readings = all; });
    QSignalSpy ended(&sweep, &LiveSweep::finished);
    sweep.start(targets);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(readings.size(), 3300);
    for (const domain::LiveReading &reading : std::as_const(readings))
        QCOMPARE(codeOf(reading.served), ErrorCode::PortClosed);
}

void tst_NetworkProbe::manySilentPorts_areAskedSoManyAtATime()
{
    ScriptedPort port(scriptOf("silent"));
    LiveSweep::Target target{loopback(), QList<LivePort>(11, LivePort{port.port(), LiveService::Smtp, false})};
    QList<LiveSweep::Target> targets;
    for (int i = 0; i < 30; ++i) {
        target.server.id = domain::ServerId(u"EX%1"_s.arg(i));
        targets.append(target);
    }
    LiveSweep sweep(std::make_shared<NetworkProbe>(), std::make_shared<testkit::FakeClock>(), {});
    QSignalSpy ended(&sweep, &LiveSweep::finished);
    sweep.start(targets);
    QTRY_COMPARE(port.open(), 16);
    sweep.cancel();
    QTRY_COMPARE(port.open(), 0);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(port.mostOpen(), 16);
}

KAKUIN_TEST(tst_NetworkProbe)

} // namespace tests::tst_networkprobe

#include "tst_networkprobe.moc"
