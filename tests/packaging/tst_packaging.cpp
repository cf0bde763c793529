// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_packaging {

using namespace Qt::StringLiterals;

/// The checks that `./dev package` makes of the package, on samples that pass and on samples that must not.
class tst_Packaging final : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QString said;
    };
    static Outcome run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
    static QString script(const char *name)
    {
        return QStringLiteral(KAKUIN_SOURCE_DIR "/packaging/") + QLatin1String(name);
    }

private Q_SLOTS:
    void hardenedProgram_hasEveryFlag()
    {
        const Outcome outcome = run(script("check-hardening"), {QStringLiteral(KAKUIN_HARDENED)});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.said));
    }

    // -fPIE would give the program a copy of Qt's variables, and it would end at its start
    void hardenedProgram_sharesTheVariablesOfQt()
    {
        const Outcome outcome = run(QStringLiteral(KAKUIN_HARDENED_QT), {});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.said));
    }

    void softProgram_isToldEachFlagThatItLacks_data()
    {
        QTest::addColumn<QString>("flag");
        for (const char *flag :
            {"PIE", "RELRO", "BIND_NOW", "not executable", "stack protector", "_FORTIFY_SOURCE", "_GLIBCXX_ASSERTIONS"})
            QTest::newRow(flag) << QString::fromLatin1(flag);
#ifdef Q_PROCESSOR_X86_64
        QTest::newRow("CET") << u"CET"_s;
#endif
    }
    void softProgram_isToldEachFlagThatItLacks()
    {
        QFETCH(const QString, flag);
        const Outcome outcome = run(script("check-hardening"), {QStringLiteral(KAKUIN_SOFT)});
        QCOMPARE(outcome.exitCode, 1);
        const QStringList missing = outcome.said.split(u'\n').filter(u"missing: "_s).filter(flag);
        QVERIFY2(missing.size() == 1, qPrintable(outcome.said));
    }

    void billOfMaterials_mustHaveEveryDependency_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("depends");
        QTest::addColumn<bool>("isGood");
        const QByteArray good
            = R"({"bomFormat": "CycloneDX", "metadata": {"component": {"version": "1"}}, "components": [
            {"name": "libqt6core6", "version": "6.4", "purl": "pkg:deb/debian/libqt6core6@6.4?arch=amd64"}]})";
        QTest::newRow("complete") << good << u"libqt6core6 (>= 6.4.0) | another"_s << true;
        QTest::newRow("one is missing") << good << u"libqt6core6 (>= 6.4.0), libqt6svg6"_s << false;
        QTest::newRow("no version") << QByteArray(good).replace("\"6.4\"", "\"\"") << u"libqt6core6"_s << false;
        QTest::newRow("no JSON") << good.chopped(1) << u"libqt6core6"_s << false;
    }
    void billOfMaterials_mustHaveEveryDependency()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, depends);
        QFETCH(const bool, isGood);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.cdx.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const Outcome outcome = run(u"cmake"_s,
            {u"-DSBOM="_s + file.fileName(), u"-DDEPENDS="_s + depends, u"-P"_s, script("check-sbom.cmake")});
        QVERIFY2((outcome.exitCode == 0) == isGood, qPrintable(outcome.said));
    }
};

KAKUIN_TEST(tst_Packaging)

} // namespace tests::tst_packaging

#include "tst_packaging.moc"
