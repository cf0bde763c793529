// SPDX-License-Identifier: MIT
#include "core/remote/receivepacer.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_receivepacer {

using namespace kakuin::remote;
using namespace std::chrono_literals;

/// How soon a silent server is asked again.
class tst_ReceivePacer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void silenceAtOnce_isAskedLessAndLess();
    void silenceThatTookItsTime_isAskedAgainAtOnce();
    void output_isFollowedAtOnce();
};

void tst_ReceivePacer::silenceAtOnce_isAskedLessAndLess()
{
    ReceivePacer pacer;
    QList<int> pauses;
    for (int i = 0; i < 8; ++i) {
        pacer.begin(5s);
        pauses.append(static_cast<int>(pacer.pause(true, 5s + 3ms).count()));
    }
    QCOMPARE(pauses, (QList<int>{20, 40, 80, 160, 320, 640, 1000, 1000}));
}

void tst_ReceivePacer::silenceThatTookItsTime_isAskedAgainAtOnce()
{
    ReceivePacer pacer;
    pacer.begin(0s);
    QCOMPARE(pacer.pause(true, 10ms), 20ms);
    pacer.begin(1s); // an operation timeout of 20 s, and of 1 s
    QCOMPARE(pacer.pause(true, 21s), 0ms);
    pacer.begin(21s);
    QCOMPARE(pacer.pause(true, 22s), 0ms);
    pacer.begin(22s);
    QCOMPARE(pacer.pause(true, 22s), 20ms); // it begins anew
}

void tst_ReceivePacer::output_isFollowedAtOnce()
{
    ReceivePacer pacer;
    for (int i = 0; i < 100; ++i) {
        pacer.begin(0s);
        QCOMPARE(pacer.pause(false, 1ms), 0ms);
    }
}

KAKUIN_TEST(tst_ReceivePacer)

} // namespace tests::tst_receivepacer

#include "tst_receivepacer.moc"
