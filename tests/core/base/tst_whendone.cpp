// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QPointer>
#include <QtTest/QTest>

#include <thread>

namespace tests::tst_whendone {

using namespace kakuin;

class tst_WhenDone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_arrivesOnceFromTheEventLoop_whenTheFutureIsFinishedAlready()
    {
        QObject receiver;
        QList<int> got;
        whenDone(readyFuture(Result<int>(7)), &receiver, [&](const Result<int> &r) { got += r.value_or(-1); });
        QCOMPARE(got, QList<int>()); // never from inside the call
        QTRY_COMPARE(got, QList<int>{7});
        QCoreApplication::processEvents();
        QCOMPARE(got, QList<int>{7});
    }

    void value_arrivesOnTheReceiversThread_whenAnotherThreadFinishes()
    {
        QObject receiver;
        QPromise<Result<int>> promise;
        promise.start();
        QThread *calledOn = nullptr;
        whenDone(promise.future(), &receiver, [&](const Result<int> &) { calledOn = QThread::currentThread(); });
        std::thread other([&promise] {
            promise.addResult(Result<int>(1));
            promise.finish();
        });
        other.join();
        QTRY_COMPARE(calledOn, QThread::currentThread());
    }

    void error_arrivesAsItIs()
    {
        QObject receiver;
        std::optional<Error> got;
        whenDone(
            readyFuture(Result<int>(fail(ErrorCode::ServerUnreachable, QStringLiteral("EX01"), QStringLiteral("RPC")))),
            &receiver, [&](const Result<int> &r) { got = r.error(); });
        QTRY_VERIFY(got);
        QCOMPARE(got->code, ErrorCode::ServerUnreachable);
        QCOMPARE(got->subject, QStringLiteral("EX01"));
        QCOMPARE(got->detail, QStringLiteral("RPC"));
    }

    void result_withoutValue_arrives()
    {
        QObject receiver;
        bool isCalled = false;
        whenDone(readyFuture(Result<void>()), &receiver, [&](const Result<void> &r) { isCalled = r.has_value(); });
        QTRY_VERIFY(isCalled);
    }

    void cancelledFuture_arrivesAsCancelled()
    {
        QObject receiver;
        QPromise<Result<int>> promise;
        promise.start();
        QList<ErrorCode> got;
        whenDone(promise.future(), &receiver, [&](const Result<int> &r) { got += r.error().code; });
        promise.future().cancel();
        promise.finish();
        QTRY_COMPARE(got, QList<ErrorCode>{ErrorCode::Cancelled});
    }

    void abandonedPromise_arrivesAsCancelled()
    {
        QObject receiver;
        QList<ErrorCode> got;
        {
            QPromise<Result<int>> promise;
            promise.start();
            whenDone(promise.future(), &receiver, [&](const Result<int> &r) { got += r.error().code; });
        }
        QTRY_COMPARE(got, QList<ErrorCode>{ErrorCode::Cancelled});
    }

    void nothingArrives_afterTheReceiverHasDied()
    {
        auto receiver = std::make_unique<QObject>();
        QPromise<Result<int>> promise;
        promise.start();
        bool isCalled = false;
        whenDone(promise.future(), receiver.get(), [&](const Result<int> &) { isCalled = true; });
        receiver.reset();
        promise.addResult(Result<int>(1));
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

    void nothingArrives_whenTheReceiverDiesBetweenTheEndAndTheEventLoop()
    {
        auto receiver = std::make_unique<QObject>();
        bool isCalled = false;
        whenDone(readyFuture(Result<int>(1)), receiver.get(), [&](const Result<int> &) { isCalled = true; });
        receiver.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

    void receiver_mayBeDestroyedByItsOwnCallback()
    {
        QPointer<QObject> receiver = new QObject;
        const auto text = std::make_shared<QString>(QStringLiteral("still there"));
        QString seen;
        whenDone(readyFuture(Result<int>(1)), receiver.data(), [receiver, text, &seen](const Result<int> &) {
            delete receiver.data();
            seen = *text; // the callback itself outlives the receiver
        });
        QTRY_COMPARE(seen, QStringLiteral("still there"));
        QVERIFY(receiver.isNull());
    }

    void watcher_isGoneAfterwards()
    {
        QObject receiver;
        bool isCalled = false;
        whenDone(readyFuture(Result<int>(1)), &receiver, [&](const Result<int> &) { isCalled = true; });
        QCOMPARE(receiver.children().size(), 1);
        QTRY_VERIFY(isCalled);
        QTRY_COMPARE(receiver.children().size(), 0);
    }
};

KAKUIN_TEST(tst_WhenDone)

} // namespace tests::tst_whendone

#include "tst_whendone.moc"
