// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>

#include <QtTest/QTest>

namespace tests::tst_tour {

using namespace Qt::StringLiterals;

/// kakuin-tour as `./dev tour` starts it: the whole program, its windows, and a server where there is one.
class tst_Tour final : public QObject {
    Q_OBJECT

    /// What was said that is not the offscreen platform's own.
    static QStringList tourWarnings(const QString &err)
    {
        QStringList lines = err.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) {
            return line.contains("propagateSizeHints"_L1) || line.contains("XDG_RUNTIME_DIR"_L1);
        });
        return lines;
    }

private Q_SLOTS:
    void pictures_goThroughARenewalInBothLanguages()
    {
        QTemporaryDir folder;
        const QDir pictures(folder.filePath(u"pictures"_s));
        QProcess tour;
        tour.start(QStringLiteral(KAKUIN_TOUR), {pictures.path()});
        const bool hasEnded = tour.waitForFinished(600'000);
        if (!hasEnded) {
            tour.kill();
            tour.waitForFinished();
        }
        const QString out = QString::fromUtf8(tour.readAllStandardOutput());
        const QString err = QString::fromUtf8(tour.readAllStandardError());
        QVERIFY2(hasEnded && tour.exitStatus() == QProcess::NormalExit && tour.exitCode() == 0, qPrintable(out + err));
        for (const char *name :
            {"main-en", "main-ja", "review-en", "prompt-en", "prompt-ja", "result-en", "result-ja"}) {
            const QImage picture(pictures.filePath(QLatin1String(name) + u".png"_s));
            QVERIFY2(!picture.isNull() && picture.width() > 400, name);
        }
        // each is named, and nothing else is left in the folder
        QCOMPARE(out.split(u'\n', Qt::SkipEmptyParts).size(),
            pictures.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size());
        QVERIFY2(tourWarnings(err).isEmpty(), qPrintable(err));
    }

    void wrongArguments_sayWhatIsWanted()
    {
        for (const QStringList &arguments : {QStringList(), QStringList{u"--help"_s}, QStringList{u"a"_s, u"b"_s}}) {
            QProcess tour;
            tour.start(QStringLiteral(KAKUIN_TOUR), arguments);
            QVERIFY(tour.waitForFinished());
            QCOMPARE(tour.exitCode(), 2);
            QVERIFY(tour.readAllStandardError().contains("kakuin-tour FOLDER"));
        }
    }

    void folderThatCannotBeMade_isNamed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QProcess tour;
        tour.start(QStringLiteral(KAKUIN_TOUR), {file.fileName() + u"/inside"_s});
        QVERIFY(tour.waitForFinished(60'000));
        QCOMPARE(tour.exitCode(), 1);
        QVERIFY(QString::fromUtf8(tour.readAllStandardError()).contains(file.fileName()));
    }
};

KAKUIN_TEST(tst_Tour)

} // namespace tests::tst_tour

#include "tst_tour.moc"
