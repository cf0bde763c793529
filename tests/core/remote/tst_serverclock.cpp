// SPDX-License-Identifier: MIT
#include "core/remote/serverclock.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_serverclock {

using namespace kakuin;
using namespace kakuin::remote;
using namespace kakuin::testkit;

/// The server's time between its answers.
class tst_ServerClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingHeard_isTheComputersTime();
    void heardTime_isFollowed_data();
    void heardTime_isFollowed();
    void heardTime_goesOnWithTheComputer();
    void differenceOfTheNetwork_doesNotMoveIt();
    void tooLargeADifference_isNotBelieved();
};

void tst_ServerClock::nothingHeard_isTheComputersTime()
{
    const auto computer = std::make_shared<FakeClock>();
    ServerClock clock(computer);
    clock.hear(QDateTime());
    QCOMPARE(clock.nowUtc(), computer->nowUtc());
}

void tst_ServerClock::heardTime_isFollowed_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::newRow("three days ahead") << qint64{3} * 86400;
    QTest::newRow("an hour behind") << qint64{-3600};
    QTest::newRow("a hundred years") << qint64{36525} * 86400;
    QTest::newRow("a second: the network's") << qint64{1};
}

void tst_ServerClock::heardTime_isFollowed()
{
    QFETCH(const qint64, ahead);
    const auto computer = std::make_shared<FakeClock>();
    ServerClock clock(computer);
    const QDateTime server = computer->nowUtc().addSecs(ahead);
    clock.hear(server);
    QVERIFY(std::abs(clock.nowUtc().msecsTo(server)) <= 1000);
}

void tst_ServerClock::heardTime_goesOnWithTheComputer()
{
    const auto computer = std::make_shared<FakeClock>();
    ServerClock clock(computer);
    clock.hear(computer->nowUtc().addDays(3));
    const QDateTime before = clock.nowUtc();
    computer->advance(std::chrono::hours(1));
    QCOMPARE(before.secsTo(clock.nowUtc()), 3600);
    clock.hear(computer->nowUtc()); // it was set right
    QVERIFY(std::abs(clock.nowUtc().msecsTo(computer->nowUtc())) <= 1000);
}

void tst_ServerClock::differenceOfTheNetwork_doesNotMoveIt()
{
    const auto computer = std::make_shared<FakeClock>();
    ServerClock clock(computer);
    clock.hear(computer->nowUtc().addDays(3));
    QDateTime last = clock.nowUtc();
    for (const int jitter : {1, -1, 0, 1, -1}) {
        clock.hear(computer->nowUtc().addDays(3).addSecs(jitter));
        QCOMPARE(clock.nowUtc(), last); // the computer's clock stands
    }
}

void tst_ServerClock::tooLargeADifference_isNotBelieved()
{
    const auto computer = std::make_shared<FakeClock>();
    ServerClock clock(computer);
    clock.hear(computer->nowUtc().addDays(1), ServerClock::kerberosSkew);
    QCOMPARE(clock.nowUtc(), computer->nowUtc());
    clock.hear(computer->nowUtc().addSecs(-120), ServerClock::kerberosSkew);
    QVERIFY(clock.nowUtc() < computer->nowUtc().addSecs(-100));
}

KAKUIN_TEST(tst_ServerClock)

} // namespace tests::tst_serverclock

#include "tst_serverclock.moc"
