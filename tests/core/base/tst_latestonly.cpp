// SPDX-License-Identifier: MIT
#include "core/base/latestonly.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_latestonly {

using namespace kakuin;

class tst_LatestOnly : public QObject {
    Q_OBJECT

    static void finish(QPromise<Result<int>> &promise, int value)
    {
        promise.addResult(Result<int>(value));
        promise.finish();
    }

private Q_SLOTS:
    void answer_ofAnOvertakenRequest_isDropped_data()
    {
        QTest::addColumn<bool>("isOlderFirst");
        QTest::newRow("the older answers first") << true;
        QTest::newRow("the newer answers first") << false;
    }
    void answer_ofAnOvertakenRequest_isDropped()
    {
        QFETCH(bool, isOlderFirst);
        QObject receiver;
        LatestOnly latest;
        QPromise<Result<int>> older;
        QPromise<Result<int>> newer;
        older.start();
        newer.start();
        QList<int> got;
        const auto take = [&](const Result<int> &r) { got += r.value_or(-1); };
        latest.request(older.future(), &receiver, take);
        latest.request(newer.future(), &receiver, take);
        finish(isOlderFirst ? older : newer, isOlderFirst ? 1 : 2);
        QCoreApplication::processEvents();
        finish(isOlderFirst ? newer : older, isOlderFirst ? 2 : 1);
        QTRY_COMPARE(receiver.children().size(), 0);
        QCOMPARE(got, QList<int>{2});
    }

    void everyAnswer_arrives_whenNoneOvertakes()
    {
        QObject receiver;
        LatestOnly latest;
        QList<int> got;
        for (int i = 1; i <= 3; ++i) {
            latest.request(
                readyFuture(Result<int>(i)), &receiver, [&](const Result<int> &r) { got += r.value_or(-1); });
            QTRY_COMPARE(got.size(), i);
        }
        QCOMPARE(got, (QList<int>{1, 2, 3}));
    }

    void drop_forgetsWhatIsUnderWay()
    {
        QObject receiver;
        LatestOnly latest;
        bool isCalled = false;
        latest.request(readyFuture(Result<int>(1)), &receiver, [&](const Result<int> &) { isCalled = true; });
        latest.drop();
        QTRY_COMPARE(receiver.children().size(), 0);
        QVERIFY(!isCalled);
    }

    void request_mayOutliveItsLatestOnly()
    {
        QObject receiver;
        int got = 0;
        {
            LatestOnly latest;
            latest.request(readyFuture(Result<int>(5)), &receiver, [&](const Result<int> &r) { got = r.value_or(-1); });
        }
        QTRY_COMPARE(got, 5);
    }
};

KAKUIN_TEST(tst_LatestOnly)

} // namespace tests::tst_latestonly

#include "tst_latestonly.moc"
