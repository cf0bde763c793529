// SPDX-License-Identifier: MIT
#include "core/base/privatelock.h"
#include "core/plan/journal.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#endif

namespace tests::tst_journalcrash {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;

namespace {

constexpr int mostWrites = 2000;

struct Outcome {
    bool hasCrashed = false;
    QStringList log;
    Result<QList<OperationRecord>> operations = fail(ErrorCode::NotRead);
    int interrupted = 0;
    int damaged = 0;
    bool isSound = false; ///< the chain agrees with the rows
};

Outcome runWith(const QString &fault, int n)
{
    const QTemporaryDir folder;
    const QString journalPath = folder.filePath(u"journal.sqlite"_s);
    const QString logPath = folder.filePath(u"log"_s);
    // made beforehand: the writes that count are those of the run
    if (const auto made = Journal::open(journalPath); !made)
        qWarning("no journal");
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(KAKUIN_JOURNALLED_RUN), {journalPath, logPath, fault, QString::number(n)});
    if (!process.waitForFinished(60'000))
        process.kill();
    Outcome outcome;
    outcome.hasCrashed = process.exitStatus() == QProcess::CrashExit;
    QFile log(logPath);
    if (log.open(QIODevice::ReadOnly))
        outcome.log = QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const auto journal = Journal::open(journalPath);
    if (!journal) {
        outcome.operations = tl::unexpected<Error>(journal.error());
        return outcome;
    }
    const auto condition = (*journal)->verify();
    outcome.isSound = condition && condition->isSound();
    outcome.operations = (*journal)->operations(u"Contoso"_s, &outcome.damaged);
    outcome.interrupted
        = static_cast<int>((*journal)->interrupted(u"Contoso"_s).value_or(QList<OperationRecord>()).size());
    return outcome;
}

// What must be in the journal, because it has left the program already. The log tells of two servers in order:
// store command question answer store check, twice.
QString disagreement(const OperationRecord &operation, const QStringList &log)
{
    const auto happened = [&](const QString &event, int times) { return log.count(event) >= times; };
    for (int server = 0; server < 2; ++server) {
        const StepRecord &create = operation.steps.at(2 * server);
        const StepRecord &verify = operation.steps.at(2 * server + 1);
        const bool wasAsked = happened(u"question"_s, server + 1);
        const bool wasAnswered = happened(u"answer"_s, server + 1);
        const bool wasVerified = happened(u"check"_s, server + 1);
        if (happened(u"command"_s, server + 1) && create.state == StepState::Waiting)
            return u"a command was sent of which the journal knows nothing"_s;
        if (happened(u"command"_s, server + 1) && !create.presentBefore)
            return u"a command was sent before what the store held was recorded"_s;
        if (happened(u"command"_s, server + 1) && (!create.sitesBefore || create.sitesBefore->holders.isEmpty()))
            return u"a command was sent before what the web sites had was recorded"_s;
        if (wasAsked && create.questions.size() != 1)
            return u"a question was shown of which the journal knows nothing"_s;
        if (wasAnswered && (create.questions.isEmpty() || create.questions.first().answer != 0))
            return u"an answer was sent of which the journal knows nothing"_s;
        if (wasVerified && (create.state != StepState::Succeeded || create.produced.isNull()))
            return u"the next step was sent before the end of the one before was recorded"_s;
        if (wasVerified && verify.state == StepState::Waiting)
            return u"a check was sent of which the journal knows nothing"_s;
    }
    return {};
}

} // namespace

class tst_JournalCrash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Both find out at once that the owner has died: neither is taken for it
    void interruption_isSeen_byTwoProgramsAtOnce()
    {
        const QTemporaryDir folder;
        const QString journalPath = folder.filePath(u"journal.sqlite"_s);
        QVERIFY_RESULT(Journal::open(journalPath));
        const auto start = [&](QProcess &process, const QString &log, const QString &mode, int n) {
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(
                QStringLiteral(KAKUIN_JOURNALLED_RUN), {journalPath, folder.filePath(log), mode, QString::number(n)});
        };
        QProcess owner;
        start(owner, u"owner"_s, u"kill"_s, 40); // its lock file stays behind
        QVERIFY(owner.waitForFinished());
        QCOMPARE(owner.exitStatus(), QProcess::CrashExit);
        const QStringList locks = QDir(folder.path()).entryList({u"*.lock"_s});
        QCOMPARE(locks.size(), 1);
        QProcess one;
        QProcess other;
        start(one, u"one"_s, u"look"_s, 300);
        start(other, u"other"_s, u"look"_s, 300);
        QVERIFY(one.waitForFinished() && other.waitForFinished());
        for (const QString &log : {u"one"_s, u"other"_s}) {
            QFile file(folder.filePath(log));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("0\n"));
        }
    }

#ifdef Q_OS_UNIX
    // The same without chance: a program that looks holds the lock shared
    void interruption_isSeen_whileAnotherProgramLooks()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"owner.lock"_s);
        QVERIFY(!isPrivateLockHeld(path));
        {
            const auto lock = takePrivateLock(path);
            QVERIFY_RESULT(lock);
            QVERIFY(isPrivateLockHeld(path));
            QVERIFY(isPrivateLockHeld(path)); // looking takes nothing from the owner
        }
        QFile left(path);
        QVERIFY(left.open(QIODevice::WriteOnly));
        QCOMPARE(flock(left.handle(), LOCK_SH | LOCK_NB), 0);
        QVERIFY(!isPrivateLockHeld(path));
        QVERIFY(!QFile::exists(path));
    }
#endif

    void run_isRecordedCompletely_whenNothingHappens()
    {
        const Outcome outcome = runWith(u"none"_s, 0);
        QVERIFY(!outcome.hasCrashed);
        QCOMPARE(outcome.log.join(u' '),
            u"store command question answer store check store command question answer store check succeeded"_s);
        QVERIFY_RESULT(outcome.operations);
        QCOMPARE(outcome.operations->first().state, OperationState::Succeeded);
        QCOMPARE(outcome.interrupted, 0);
        QCOMPARE(disagreement(outcome.operations->first(), outcome.log), QString());
    }

    void kill_leavesAReadableInterruptedOperation_atEveryWrite()
    {
        int n = 1;
        int interrupted = 0;
        for (;; ++n) {
            QVERIFY(n < mostWrites);
            const Outcome outcome = runWith(u"kill"_s, n);
            QVERIFY_RESULT(outcome.operations);
            QCOMPARE(outcome.damaged, 0);
            QVERIFY2(outcome.isSound, qPrintable(QString::number(n)));
            QVERIFY(outcome.log.count(u"command"_s) <= 2);
            if (outcome.operations->isEmpty()) {
                QVERIFY2(outcome.log.isEmpty(), qPrintable(QString::number(n)));
                continue;
            }
            const OperationRecord &operation = outcome.operations->first();
            QCOMPARE(operation.plan.steps.size(), 4);
            QVERIFY2(disagreement(operation, outcome.log).isEmpty(),
                qPrintable(u"write %1: %2"_s.arg(n).arg(disagreement(operation, outcome.log))));
            if (!outcome.hasCrashed)
                break;
            // the very last writes come after the end of the operation
            QCOMPARE(operation.isInterrupted(), operation.state == OperationState::Running);
            QCOMPARE(outcome.interrupted, operation.isInterrupted() ? 1 : 0);
            interrupted += outcome.interrupted;
        }
        // some thirty transactions of at least two writes each
        QVERIFY2(n > 40, qPrintable(QString::number(n)));
        QVERIFY2(interrupted > 30, qPrintable(QString::number(interrupted)));
    }

    void fullDisk_endsThePlanBeforeAnythingMoreIsSent_atEveryWrite()
    {
        int failures = 0;
        for (int n = 1;; ++n) {
            QVERIFY(n < mostWrites);
            const Outcome outcome = runWith(u"full"_s, n);
            QVERIFY(!outcome.hasCrashed);
            QVERIFY_RESULT(outcome.operations);
            QCOMPARE(outcome.damaged, 0);
            QVERIFY2(outcome.isSound, qPrintable(QString::number(n)));
            if (!outcome.operations->isEmpty()) {
                QVERIFY2(disagreement(outcome.operations->first(), outcome.log).isEmpty(),
                    qPrintable(u"write %1: %2"_s.arg(n).arg(disagreement(outcome.operations->first(), outcome.log))));
            }
            const qsizetype failed = outcome.log.indexOf(u"failed"_s);
            if (failed < 0)
                break;
            ++failures;
            QVERIFY2(
                failed == outcome.log.size() - 2, qPrintable(u"write %1: %2"_s.arg(n).arg(outcome.log.join(u' '))));
        }
        QVERIFY2(failures > 40, qPrintable(QString::number(failures)));
    }
};

KAKUIN_TEST(tst_JournalCrash)

} // namespace tests::tst_journalcrash

#include "tst_journalcrash.moc"
