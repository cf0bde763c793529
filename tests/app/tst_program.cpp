// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

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
    static Outcome run(const QStringList &arguments, int timeoutMs = 30'000)
    {
        QProcess process;
        process.start(QStringLiteral(KAKUIN_PROGRAM), arguments);
        if (!process.waitForFinished(timeoutMs)) {
            process.kill();
            process.waitForFinished();
            return {-1, QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("did not end")};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    /// What was said that is not the offscreen platform's own.
    static QStringList warnings(const QString &err)
    {
        QStringList lines = err.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) {
            return line.contains(QLatin1String("propagateSizeHints"))
                || line.contains(QLatin1String("XDG_RUNTIME_DIR"));
        });
        return lines;
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
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(QStringLiteral("forse")), qPrintable(outcome.err));
    }

    void pictures_goThroughARenewalInBothLanguages()
    {
        QTemporaryDir folder;
        const Outcome outcome = run({QStringLiteral("--pictures"), folder.path()}, 240'000);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        for (const char *name :
            {"main-en", "main-ja", "review-en", "prompt-en", "prompt-ja", "result-en", "result-ja"}) {
            const QImage picture(QDir(folder.path()).filePath(QLatin1String(name) + QStringLiteral(".png")));
            QVERIFY2(!picture.isNull() && picture.width() > 400, name);
        }
        QVERIFY2(warnings(outcome.err).isEmpty(), qPrintable(outcome.err));
    }
};

KAKUIN_TEST(tst_Program)

} // namespace tests::tst_program

#include "tst_program.moc"
