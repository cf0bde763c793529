// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "tests/walk/walk.h"

#include <QtTest/QTest>

namespace tests::tst_walk {

using namespace kakuin;

/// Whatever the adviser and the findings offer can be done, helps, and is not contradicted.
class tst_Walk final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noWalk_findsAContradiction_data();
    void noWalk_findsAContradiction();
};

void tst_Walk::noWalk_findsAContradiction_data()
{
    constexpr quint32 walks = 300;
    constexpr quint32 walksOfRow = 20; // Qt Test limits the time of a row
    QTest::addColumn<quint32>("first");
    QTest::addColumn<quint32>("end");
    QTest::addColumn<int>("steps");
    for (quint32 first = 1; first <= walks; first += walksOfRow)
        QTest::addRow("seeds from %u on", first) << first << first + walksOfRow << 3;
    for (const quint32 found : {2736U, 6098U, 7180U, 11848U}) // by long walks; each was a contradiction once
        QTest::addRow("seed %u, long", found) << found << found + 1 << 30;
}

void tst_Walk::noWalk_findsAContradiction()
{
    QFETCH(const quint32, first);
    QFETCH(const quint32, end);
    QFETCH(const int, steps);
    for (quint32 seed = first; seed < end; ++seed) {
        const walk::Script script = walk::scriptOf(seed, steps);
        const walk::Walked walked = walk::walkAlong(script);
        if (!walked.contradiction)
            continue;
        const walk::Script plain = walk::plainest(script, walked.contradiction->rule);
        QFAIL(qPrintable(walk::reportOf(seed, walk::walkAlong(plain))));
    }
}

KAKUIN_TEST(tst_Walk)

} // namespace tests::tst_walk

#include "tst_walk.moc"
