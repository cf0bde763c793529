// SPDX-License-Identifier: MIT
#include "core/session/commandqueue.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_commandqueue {

using namespace kakuin;
using namespace kakuin::session;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

/// How many commands are under way at a time.
class tst_CommandQueue final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shell = std::make_shared<ScriptedShell>();
        m_shell->on(u"Get-ExchangeServer"_s, ScriptedReply());
        m_shell->hold();
        m_queue = std::make_unique<CommandQueue>(m_shell, 4);
        m_answered = 0;
    }

    void commands_areBounded()
    {
        m_queue->setPatience(std::chrono::hours(1));
        add(20);
        QCOMPARE(m_shell->runningCount(), 4);
        m_shell->release();
        QTRY_COMPARE(m_answered, 20);
        QVERIFY(m_queue->isIdle());
    }

    // What is held up gives its place away, and is answered when it is answered
    void commandsThatAreHeldUp_holdUpNoOthers_upToHalfAsManyAgain()
    {
        m_queue->setPatience(std::chrono::milliseconds(0));
        add(20);
        QTRY_COMPARE(m_shell->runningCount(), 6);
        QCOMPARE(m_shell->mostRunning(), 6);
        m_shell->release();
        QTRY_COMPARE(m_answered, 20);
        QVERIFY(m_queue->isIdle());
    }

    void oneAtATime_aDeadServerStillGivesItsPlaceAway()
    {
        m_queue = std::make_unique<CommandQueue>(m_shell, 1);
        m_queue->setPatience(std::chrono::milliseconds(0));
        add(3);
        QTRY_COMPARE(m_shell->runningCount(), 2);
        QCOMPARE(m_shell->mostRunning(), 2);
        m_shell->release();
        QTRY_COMPARE(m_answered, 3);
    }

    void stop_forgetsWhatWaits_andCancelsWhatRuns()
    {
        add(20);
        m_queue->stop();
        QTRY_COMPARE(m_shell->runningCount(), 0);
        QVERIFY(m_queue->isIdle());
        QCOMPARE(m_answered, 0);
    }

private:
    void add(int commands)
    {
        for (int i = 0; i < commands; ++i)
            m_queue->add(shell::Cmdlet(u"Get-ExchangeServer"_s),
                [this](const Result<shell::PipelineOutput> &) { ++m_answered; });
    }

    std::shared_ptr<ScriptedShell> m_shell;
    std::unique_ptr<CommandQueue> m_queue;
    int m_answered = 0;
};

KAKUIN_TEST(tst_CommandQueue)

} // namespace tests::tst_commandqueue

#include "tst_commandqueue.moc"
