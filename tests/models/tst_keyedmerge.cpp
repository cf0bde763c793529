// SPDX-License-Identifier: MIT
#include "models/keyedmerge.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <numeric>
#include <random>

namespace tests::tst_keyedmerge {

using namespace kakuin::models;
using Keys = std::vector<int>;
using Kind = MergeStep::Kind;

namespace {

// What a model does with the steps
Keys taken(Keys rows, const Keys &wanted, const std::vector<MergeStep> &steps)
{
    const auto at = [&rows](std::size_t place) { return rows.begin() + static_cast<std::ptrdiff_t>(place); };
    for (const MergeStep &step : steps) {
        const auto count = static_cast<std::ptrdiff_t>(step.count);
        switch (step.kind) {
        case Kind::Remove:
            rows.erase(at(step.at), at(step.at) + count);
            break;
        case Kind::Insert: {
            const auto first = wanted.begin() + static_cast<std::ptrdiff_t>(step.from);
            rows.insert(at(step.at), first, first + count);
            break;
        }
        case Kind::Move:
            std::rotate(at(step.at), at(step.from), at(step.from) + 1);
            break;
        }
    }
    return rows;
}

Keys chosen(const Keys &all, std::mt19937 &random)
{
    Keys some;
    for (const int key : all) {
        if (random() % 3 != 0)
            some.push_back(key);
    }
    return some;
}

} // namespace

/// The steps from the rows that are shown to those that are wanted.
class tst_KeyedMerge final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameRows_needNoStep()
    {
        QVERIFY(mergeSteps(Keys{1, 2, 3}, Keys{1, 2, 3}).empty());
        QVERIFY(mergeSteps(Keys{}, Keys{}).empty());
    }

    void runs_areOneStepEach()
    {
        QCOMPARE(mergeSteps(Keys{}, Keys{1, 2, 3}), (std::vector<MergeStep>{{Kind::Insert, 0, 3, 0}}));
        QCOMPARE(mergeSteps(Keys{1, 2, 3}, Keys{}), (std::vector<MergeStep>{{Kind::Remove, 0, 3, 0}}));
        QCOMPARE(mergeSteps(Keys{1, 2, 3, 4, 5}, Keys{1, 4, 6, 7, 5}),
            (std::vector<MergeStep>{{Kind::Remove, 1, 2, 0}, {Kind::Insert, 2, 2, 2}}));
    }

    void rowThatChangedItsPlace_isMoved_andStays()
    {
        QCOMPARE(mergeSteps(Keys{1, 2, 3}, Keys{3, 1, 2}), (std::vector<MergeStep>{{Kind::Move, 0, 1, 2}}));
    }

    void steps_leadToWhatIsWanted_fromAnywhere()
    {
        std::mt19937 random(2611);
        Keys all(40);
        std::iota(all.begin(), all.end(), 0);
        for (int round = 0; round < 2000; ++round) {
            Keys shown = chosen(all, random);
            Keys wanted = chosen(all, random);
            if (round % 2 == 0) {
                std::shuffle(shown.begin(), shown.end(), random);
                std::shuffle(wanted.begin(), wanted.end(), random);
            }
            QCOMPARE(taken(shown, wanted, mergeSteps(shown, wanted)), wanted);
        }
    }

    // Views lose nothing by insertions and removals; a row that is moved is drawn anew
    void rowsInTheSameOrder_areNeverMoved()
    {
        std::mt19937 random(512);
        Keys all(40);
        std::iota(all.begin(), all.end(), 0);
        for (int round = 0; round < 500; ++round) {
            for (const MergeStep &step : mergeSteps(chosen(all, random), chosen(all, random)))
                QVERIFY(step.kind != Kind::Move);
        }
    }
};

KAKUIN_TEST(tst_KeyedMerge)

} // namespace tests::tst_keyedmerge

#include "tst_keyedmerge.moc"
