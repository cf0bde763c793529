// SPDX-License-Identifier: MIT
#include "ui/widgets/inputgate.h"

#include "tests/testkit/fakeclock.h"
#include "tests/testkit/ui/guitest.h"

#include <QtTest/QTest>

namespace tests::tst_inputgate {

using namespace kakuin;
using namespace std::chrono_literals;
using ui::InputGate;
using Verdict = InputGate::Verdict;

/// Which presses count, by time and place alone.
class tst_InputGate final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void press_countsAfterASecond();
    void earlyPress_beginsTheSecondAgain();
    void pointer_mustHaveMoved();
    void movement_withinTheQuietTimeCounts();
    void windowBeneathAPointer_isNoMovement();
    void trembling_isNoMovement();
    void heldKey_neverCounts();
    void activation_delaysButForgetsNoMovement();
    void withoutMovement_whereThatIsAllowed();

private:
    static constexpr QPoint place{100, 100};
    static constexpr QPoint elsewhere{300, 100};
    [[nodiscard]] QDateTime now() const { return m_clock.nowUtc(); }
    void pass(std::chrono::milliseconds by) { m_clock.set(now().addMSecs(by.count())); }

    testkit::FakeClock m_clock;
    InputGate m_gate;
};

void tst_InputGate::init()
{
    m_gate = {};
    m_gate.appear(now(), place);
}

void tst_InputGate::press_countsAfterASecond()
{
    QVERIFY(!m_gate.isOpen(now()));
    pass(999ms);
    QVERIFY(!m_gate.isOpen(now()));
    pass(1ms);
    QVERIFY(m_gate.isOpen(now()));
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::Counts);
    QCOMPARE(m_gate.pressKey(now(), false), Verdict::Counts);
    QCOMPARE(m_gate.pressOther(now()), Verdict::Counts);
}

void tst_InputGate::earlyPress_beginsTheSecondAgain()
{
    for (int i = 0; i < 100; ++i) {
        pass(900ms);
        QCOMPARE(m_gate.pressPointer(now(), i % 2 == 0 ? place : elsewhere), Verdict::TooEarly);
        pass(900ms);
        QCOMPARE(m_gate.pressKey(now(), i % 2 == 0), Verdict::TooEarly);
        pass(900ms);
        QCOMPARE(m_gate.pressOther(now()), Verdict::TooEarly);
    }
    pass(1s);
    QCOMPARE(m_gate.pressOther(now()), Verdict::Counts);
}

void tst_InputGate::pointer_mustHaveMoved()
{
    pass(1min);
    QCOMPARE(m_gate.pressPointer(now(), place), Verdict::PointerAtRest);
    // a key and a screen reader have no pointer
    QCOMPARE(m_gate.pressKey(now(), false), Verdict::Counts);
    QCOMPARE(m_gate.pressOther(now()), Verdict::Counts);
    m_gate.movePointer(elsewhere);
    m_gate.movePointer(place);
    QCOMPARE(m_gate.pressPointer(now(), place), Verdict::Counts);
}

void tst_InputGate::movement_withinTheQuietTimeCounts()
{
    pass(100ms);
    m_gate.movePointer(elsewhere);
    QVERIFY(!m_gate.isOpen(now()));
    pass(900ms);
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::Counts);
}

void tst_InputGate::windowBeneathAPointer_isNoMovement()
{
    m_gate.restPointer(elsewhere); // the pointer was last seen in another program
    pass(1s);
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::PointerAtRest);
}

void tst_InputGate::trembling_isNoMovement()
{
    pass(1s);
    QCOMPARE(m_gate.pressPointer(now(), place + QPoint(2, 1)), Verdict::PointerAtRest);
    QCOMPARE(m_gate.pressPointer(now(), place + QPoint(InputGate::leastMovement, 0)), Verdict::Counts);
}

void tst_InputGate::heldKey_neverCounts()
{
    pass(1h);
    QCOMPARE(m_gate.pressKey(now(), true), Verdict::KeyHeld);
    QCOMPARE(m_gate.pressKey(now(), false), Verdict::Counts);
}

void tst_InputGate::activation_delaysButForgetsNoMovement()
{
    pass(1min);
    m_gate.movePointer(elsewhere);
    m_gate.pause(now());
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::TooEarly);
    pass(1s);
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::Counts);
    // other buttons: everything begins again
    m_gate.appear(now(), elsewhere);
    pass(1s);
    QCOMPARE(m_gate.pressPointer(now(), elsewhere), Verdict::PointerAtRest);
}

void tst_InputGate::withoutMovement_whereThatIsAllowed()
{
    m_gate.appear(now(), place, false);
    QCOMPARE(m_gate.pressPointer(now(), place), Verdict::TooEarly);
    pass(1s);
    QCOMPARE(m_gate.pressPointer(now(), place), Verdict::Counts);
}

KAKUIN_GUI_TEST(tst_InputGate)

} // namespace tests::tst_inputgate

#include "tst_inputgate.moc"
