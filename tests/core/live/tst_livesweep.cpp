// SPDX-License-Identifier: MIT
#include "core/live/livesweep.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_livesweep {

using namespace kakuin;
using namespace Qt::StringLiterals;
using domain::LivePort;
using domain::LiveReading;
using domain::LiveService;
using domain::ServedCertificate;
using live::LiveSweep;

namespace {

using Served = Result<ServedCertificate>;

/// Answers when it is told to.
class HeldProbe final : public live::PortProbe {
public:
    struct Question final {
        QString server;
        quint16 port = 0;
        std::shared_ptr<QPromise<Served>> promise;

        void answer(const Served &served) const
        {
            promise->addResult(served);
            promise->finish();
        }
    };
    QFuture<Served> ask(const domain::Server &server, const LivePort &port) override
    {
        auto promise = std::make_shared<QPromise<Served>>();
        promise->start();
        open.append({server.id.name(), port.number, promise});
        ++asked;
        return promise->future();
    }
    [[nodiscard]] int openOf(const QString &server) const
    {
        return static_cast<int>(
            std::count_if(open.begin(), open.end(), [&](const Question &q) { return q.server == server; }));
    }
    QList<Question> open;
    int asked = 0;
};

QList<LiveSweep::Target> targets(int servers, int ports)
{
    QList<LiveSweep::Target> out;
    for (int i = 0; i < servers; ++i) {
        LiveSweep::Target target;
        target.server.id = domain::ServerId(u"EX%1"_s.arg(i));
        for (int port = 1; port <= ports; ++port)
            target.ports.append({static_cast<quint16>(port), LiveService::Smtp, false});
        out.append(target);
    }
    return out;
}

} // namespace

/// Many ports, so many at a time.
class tst_LiveSweep final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readings_areInOrder_whateverComesFirst();
    void bounds_areKept_data();
    void bounds_areKept();
    void unknownName_isAskedOnlyOnce();
    void cancel_keepsWhatWasRead_andBreaksOffTheRest();
    void nothingToAsk_endsInTheEventLoop();
    void destruction_breaksOff();

private:
    std::shared_ptr<testkit::FakeClock> m_clock = std::make_shared<testkit::FakeClock>();
    QList<LiveReading> m_readings;
    std::unique_ptr<LiveSweep> begin(
        const std::shared_ptr<live::PortProbe> &probe, const QList<LiveSweep::Target> &asked, live::SweepBounds bounds);
};

std::unique_ptr<LiveSweep> tst_LiveSweep::begin(
    const std::shared_ptr<live::PortProbe> &probe, const QList<LiveSweep::Target> &asked, live::SweepBounds bounds)
{
    auto sweep = std::make_unique<LiveSweep>(probe, m_clock, bounds);
    m_readings.clear();
    connect(sweep.get(), &LiveSweep::finished, this, [this](const QList<LiveReading> &all) { m_readings = all; });
    sweep->start(asked);
    return sweep;
}

void tst_LiveSweep::readings_areInOrder_whateverComesFirst()
{
    const auto probe = std::make_shared<HeldProbe>();
    const auto sweep = begin(probe, targets(2, 2), {});
    QSignalSpy ended(sweep.get(), &LiveSweep::finished);
    QTRY_COMPARE(probe->asked, 4);
    ServedCertificate served;
    served.tlsVersion = u"TLSv1.2"_s;
    probe->open.at(3).answer(served);
    probe->open.at(0).answer(fail(ErrorCode::PortClosed, u"EX0"_s));
    QTRY_COMPARE(sweep->done(), 2);
    QCOMPARE(ended.count(), 0);
    probe->open.at(2).answer(served);
    probe->open.at(1).answer(fail(ErrorCode::NoAnswer));
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(m_readings.size(), 4);
    QCOMPARE(m_readings.at(0).server.name(), u"EX0"_s);
    QCOMPARE(m_readings.at(0).served.error().code, ErrorCode::PortClosed);
    QCOMPARE(m_readings.at(0).atUtc, m_clock->nowUtc());
    QCOMPARE(m_readings.at(3).server.name(), u"EX1"_s);
    QCOMPARE(m_readings.at(3).served->tlsVersion, u"TLSv1.2"_s);
    QCOMPARE(ended.first().at(1).toBool(), false);
}

void tst_LiveSweep::bounds_areKept_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("most");
    QTest::newRow("one server: its own bound") << 1 << 4;
    QTest::newRow("many servers: the bound of all") << 40 << 16;
    QTest::newRow("three servers: both") << 3 << 12;
}

void tst_LiveSweep::bounds_areKept()
{
    QFETCH(int, servers);
    QFETCH(int, most);
    const auto probe = std::make_shared<HeldProbe>();
    const auto sweep = begin(probe, targets(servers, 11), {});
    QSignalSpy ended(sweep.get(), &LiveSweep::finished);
    QTRY_COMPARE(probe->open.size(), most);
    int highest = 0;
    while (ended.isEmpty()) {
        highest = std::max(highest, static_cast<int>(probe->open.size()));
        QVERIFY(probe->openOf(u"EX0"_s) <= 4);
        if (!probe->open.isEmpty())
            probe->open.takeFirst().answer(fail(ErrorCode::NoAnswer));
        QCoreApplication::processEvents();
    }
    QCOMPARE(highest, most);
    QCOMPARE(m_readings.size(), servers * 11);
}

void tst_LiveSweep::unknownName_isAskedOnlyOnce()
{
    const auto probe = std::make_shared<HeldProbe>();
    const auto sweep = begin(probe, targets(1, 11), {16, 1});
    QSignalSpy ended(sweep.get(), &LiveSweep::finished);
    QTRY_COMPARE(probe->asked, 1);
    probe->open.takeFirst().answer(fail(ErrorCode::HostNameUnknown, u"ex0.contoso.test"_s));
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(probe->asked, 1);
    QCOMPARE(m_readings.size(), 11);
    for (const LiveReading &reading : std::as_const(m_readings))
        QCOMPARE(reading.served.error().code, ErrorCode::HostNameUnknown);
}

void tst_LiveSweep::cancel_keepsWhatWasRead_andBreaksOffTheRest()
{
    const auto probe = std::make_shared<HeldProbe>();
    const auto sweep = begin(probe, targets(1, 5), {});
    QSignalSpy ended(sweep.get(), &LiveSweep::finished);
    QTRY_COMPARE(probe->asked, 4);
    probe->open.takeFirst().answer(fail(ErrorCode::PortClosed));
    QTRY_COMPARE(probe->asked, 5);
    sweep->cancel();
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(1).toBool(), true);
    QCOMPARE(m_readings.size(), 1); // what was not answered is no reading: an older one stays
    for (const HeldProbe::Question &question : std::as_const(probe->open))
        QVERIFY(question.promise->isCanceled());
    sweep->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(ended.count(), 1);
}

void tst_LiveSweep::nothingToAsk_endsInTheEventLoop()
{
    const auto sweep = begin(std::make_shared<HeldProbe>(), {}, {});
    QSignalSpy ended(sweep.get(), &LiveSweep::finished);
    QCOMPARE(ended.count(), 0);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(m_readings.isEmpty());
}

void tst_LiveSweep::destruction_breaksOff()
{
    const auto probe = std::make_shared<HeldProbe>();
    auto sweep = begin(probe, targets(1, 3), {});
    QTRY_COMPARE(probe->asked, 3);
    sweep.reset();
    for (const HeldProbe::Question &question : std::as_const(probe->open))
        QVERIFY(question.promise->isCanceled());
}

KAKUIN_TEST(tst_LiveSweep)

} // namespace tests::tst_livesweep

#include "tst_livesweep.moc"
