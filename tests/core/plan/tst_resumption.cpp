// SPDX-License-Identifier: MIT
#include "core/plan/planrunner.h"
#include "core/plan/preconditions.h"
#include "core/plan/resumption.h"
#include "taskoncontoso.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_resumption {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using testkit::TaskOnContoso;

/// A program that is killed anywhere in a task, and what the next one makes of it: the organisation is read afresh, the
/// rest is run, and the end is the same as without the interruption, with nothing done twice.
class tst_Resumption final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kill_canBeResumed_whereverItStrikes_data();
    void kill_canBeResumed_whereverItStrikes();

private:
    struct Attempt {
        bool isKilled = false;
        int exitCode = -1;
        QString problem;
        bool isInterrupted = false;
    };
    /// Makes the organisation that every attempt starts from, once a task.
    bool prepare(const QString &task);
    Attempt killAndResume(const QString &task, const QString &where, int n);
    static QString resume(const QString &task, const std::shared_ptr<lab::LabShell> &lab,
        const std::shared_ptr<Journal> &journal, const domain::Inventory &before, bool *isInterrupted);

    QTemporaryDir m_folder;
    QHash<QString, domain::InventoryPtr> m_before;
};

bool tst_Resumption::prepare(const QString &task)
{
    if (m_before.contains(task))
        return true;
    const auto made
        = testkit::await(lab::LabShell::create(m_folder.filePath(task + u".kakuinlab"_s), lab::Preset::Contoso2013));
    if (!made || !TaskOnContoso(task).prepare(*made))
        return false;
    session::Session session(*made);
    const auto read = testkit::await(session.refresh());
    if (!read)
        return false;
    m_before.insert(task, *read);
    return true;
}

QString tst_Resumption::resume(const QString &task, const std::shared_ptr<lab::LabShell> &lab,
    const std::shared_ptr<Journal> &journal, const domain::Inventory &before, bool *isInterrupted)
{
    session::Session session(lab);
    const auto now = testkit::await(session.refresh());
    const auto operations = journal->operations(u"Contoso"_s);
    if (!now || !operations)
        return u"not read"_s;
    *isInterrupted = !operations->isEmpty() && operations->first().isInterrupted();
    if (*isInterrupted) {
        const OperationRecord &operation = operations->first();
        const Resumption resumption = resumptionOf(operation, **now, session.nowUtc());
        if (!resumption.isComplete()) {
            for (const ResumedStep &step : resumption.steps) {
                if (step.standing == StepStanding::Blocked)
                    return u"step %1 is blocked by %2"_s.arg(step.number).arg(static_cast<int>(step.obstacle));
            }
            if (!journal->setAside(operation.id, session.nowUtc()))
                return u"not set aside"_s;
            PlanRunner::Context context;
            context.shell = lab;
            context.prompts = std::make_shared<testkit::YesToEverything>();
            context.journal = journal;
            context.organisation = u"Contoso"_s;
            context.settlePause = std::chrono::milliseconds(0);
            PlanRunner runner(withPreconditions(resumption.plan, **now), context);
            runner.start();
            if (!QTest::qWaitFor([&runner] { return runner.state() != OperationState::Running; }, 30'000))
                return u"the rest does not end"_s;
            if (runner.state() != OperationState::Succeeded)
                return u"the rest fails: %1 %2"_s.arg(
                    runner.firstError().value_or(Error{}).detail, QString::number(static_cast<int>(runner.state())));
        }
    } else if (operations->isEmpty()) {
        return {}; // killed before anything was promised: nothing was done
    }
    const auto after = testkit::await(session.refresh());
    return after ? TaskOnContoso(task).problem(before, **after) : u"not read"_s;
}

tst_Resumption::Attempt tst_Resumption::killAndResume(const QString &task, const QString &where, int n)
{
    Attempt out;
    const QTemporaryDir folder;
    const QString labPath = folder.filePath(u"lab.kakuinlab"_s);
    const QString journalPath = folder.filePath(u"journal.sqlite"_s);
    if (!QFile::copy(m_folder.filePath(task + u".kakuinlab"_s), labPath) || !Journal::open(journalPath)) {
        out.problem = u"no copy"_s;
        return out;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(KAKUIN_INTERRUPTED_TASK), {labPath, journalPath, task, where, QString::number(n)});
    if (!process.waitForFinished(60'000))
        process.kill();
    out.isKilled = process.exitStatus() == QProcess::CrashExit;
    out.exitCode = process.exitCode();
    const auto lab = testkit::await(lab::LabShell::open(labPath));
    auto journal = Journal::open(journalPath);
    if (!lab || !journal)
        out.problem = u"the files cannot be opened"_s;
    else
        out.problem = resume(task, *lab, std::move(*journal), *m_before.value(task), &out.isInterrupted);
    return out;
}

void tst_Resumption::kill_canBeResumed_whereverItStrikes_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("stride");
    QTest::newRow("a rotation at once, at everything that happens to a step") << u"rotate"_s << u"event"_s << 1;
    QTest::newRow("a rotation at once, in the middle of writes") << u"rotate"_s << u"write"_s << 17;
    QTest::newRow("a planned rotation, at everything that happens to a step") << u"stage"_s << u"event"_s << 1;
    QTest::newRow("a transport swap, at everything that happens to a step") << u"swap"_s << u"event"_s << 1;
    QTest::newRow("a transport swap, in the middle of writes") << u"swap"_s << u"write"_s << 17;
    QTest::newRow("a renewal of two servers, at everything that happens to a step") << u"renew"_s << u"event"_s << 1;
    QTest::newRow("a renewal of two servers, in the middle of writes") << u"renew"_s << u"write"_s << 17;
}

void tst_Resumption::kill_canBeResumed_whereverItStrikes()
{
    QFETCH(QString, task);
    QFETCH(QString, where);
    QFETCH(int, stride);
    QVERIFY(prepare(task));
    int interrupted = 0;
    for (int n = 1;; n += stride) {
        const Attempt attempt = killAndResume(task, where, n);
        QVERIFY2(attempt.problem.isEmpty(), qPrintable(u"%1 %2: %3"_s.arg(where).arg(n).arg(attempt.problem)));
        interrupted += attempt.isInterrupted ? 1 : 0;
        if (!attempt.isKilled) {
            QCOMPARE(attempt.exitCode, 0); // it was not reached: the task went through
            break;
        }
        QVERIFY(n < 5000);
    }
    QVERIFY2(interrupted >= 4, qPrintable(QString::number(interrupted)));
}

KAKUIN_TEST(tst_Resumption)

} // namespace tests::tst_resumption

#include "tst_resumption.moc"
