// SPDX-License-Identifier: MIT
#include "tests/testkit/processaccess.h"
#include "tests/testkit/testrunner.h"
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_program {

/// The built program itself, started as a person starts it, without a display.
class tst_Program final : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QString out;
        QString err;
    };
    static Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(KAKUIN_PROGRAM), arguments);
        if (!process.waitForFinished()) {
            process.kill();
            process.waitForFinished();
            return {-1, QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("did not end")};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

private Q_SLOTS:
    void version_isPrinted()
    {
        const Outcome outcome = run({QStringLiteral("--version")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith(QStringLiteral("Kakuin ")), qPrintable(outcome.out));
    }

    void wrongOption_saysWhichAndEnds()
    {
        const Outcome outcome = run({QStringLiteral("--forse")});
        QCOMPARE(outcome.exitCode, 3); // not 2, which monitoring systems take for critical
        QVERIFY2(outcome.err.contains(QStringLiteral("forse")), qPrintable(outcome.err));
    }

    void window_opensAPracticeOrganisation_andStays()
    {
        QTemporaryDir folder;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.filePath(QStringLiteral("settings")));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(KAKUIN_PROGRAM),
            {QStringLiteral("--lab"), QStringLiteral("small"), QStringLiteral("--data-folder"), folder.path()});
        QVERIFY(program.waitForStarted());
        const QDir practice(folder.filePath(QStringLiteral("practice")));
        QTRY_VERIFY_WITH_TIMEOUT(
            !practice.entryList({QStringLiteral("*.kakuinlab")}).isEmpty() || program.state() != QProcess::Running,
            60'000);
        QVERIFY2(program.state() == QProcess::Running, program.readAllStandardError().constData());
        program.kill();
        QVERIFY(program.waitForFinished());
    }

#ifdef Q_OS_LINUX
    void memory_isNobodyElses_unlessADeveloperAllowsIt_data()
    {
        QTest::addColumn<bool>("isConsole");
        QTest::addColumn<bool>("isReadable");
        QTest::newRow("window") << false << false;
        QTest::newRow("window, for a developer") << false << true;
        QTest::newRow("console") << true << false;
        QTest::newRow("console, for a developer") << true << true;
    }
    void memory_isNobodyElses_unlessADeveloperAllowsIt()
    {
        QFETCH(const bool, isConsole);
        QFETCH(const bool, isReadable);
        QTemporaryDir folder;
        QProcess program;
        kakuin::testkit::dropTracing(program);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.filePath(QStringLiteral("settings")));
        program.setProcessEnvironment(environment);
        // the window stays open, the console waits for the password
        QStringList arguments = isConsole
            ? QStringList{QStringLiteral("check"), QStringLiteral("--url"), QStringLiteral("https://127.0.0.1:1/"),
                QStringLiteral("--auth"), QStringLiteral("basic"), QStringLiteral("--user"), QStringLiteral("admin"),
                QStringLiteral("--password-stdin")}
            : QStringList{
                QStringLiteral("--lab"), QStringLiteral("small"), QStringLiteral("--data-folder"), folder.path()};
        if (isReadable)
            arguments.append(QStringLiteral("--allow-debugging"));
        program.start(QStringLiteral(KAKUIN_PROGRAM), arguments);
        QVERIFY(program.waitForStarted());
        if (isReadable && !isConsole) // it has long had the time to protect itself
            QTRY_VERIFY_WITH_TIMEOUT(
                QDir(folder.path()).exists(QStringLiteral("practice")) || program.state() != QProcess::Running, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(kakuin::testkit::accessTo(program.processId()).isReadable, isReadable, 60'000);
        QVERIFY(isReadable || kakuin::testkit::accessTo(program.processId()).coreLimit == "0 0");
        QCOMPARE(program.state(), QProcess::Running);
        program.kill();
        QVERIFY(program.waitForFinished());
    }
#endif
};

KAKUIN_TEST(tst_Program)

} // namespace tests::tst_program

#include "tst_program.moc"
