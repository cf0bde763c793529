// SPDX-License-Identifier: MIT
#include "tests/testkit/testrunner.h"
#include "translationfile.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_translations {

using namespace kakuin::lint;

namespace {

QString sourcePath(const QString &relative)
{
    return QStringLiteral(KAKUIN_SOURCE_DIR "/") + relative;
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ts(const QString &attributes, const QString &source, const QString &translation)
{
    return QStringLiteral(
        "<?xml version=\"1.0\"?><!DOCTYPE TS><TS version=\"2.1\" language=\"ja\"><context><name>C</name>"
        "<message%1><source>%2</source>%3</message></context></TS>")
        .arg(attributes, source, translation);
}

} // namespace

class tst_Translations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flaw_isFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("forms");
        QTest::addColumn<QString>("flaw"); // empty: there is none
        const QString none;
        const auto t = [](const char *translation) {
            return QStringLiteral("<translation>%1</translation>").arg(QString::fromUtf8(translation));
        };
        QTest::newRow("a sound entry") << ts(none, QStringLiteral("Renew %1"), t("%1 を更新")) << 1 << none;
        QTest::newRow("an unfinished entry")
            << ts(none, QStringLiteral("Renew"), QStringLiteral("<translation type=\"unfinished\">更新</translation>"))
            << 1 << QStringLiteral("unfinished");
        QTest::newRow("a vanished entry")
            << ts(none, QStringLiteral("Renew"), QStringLiteral("<translation type=\"vanished\">更新</translation>"))
            << 1 << QStringLiteral("vanished");
        QTest::newRow("an empty entry") << ts(none, QStringLiteral("Renew"), t("")) << 1 << QStringLiteral("empty");
        QTest::newRow("a lost argument") << ts(none, QStringLiteral("%1 of %2"), t("%1 です")) << 1
                                         << QStringLiteral("arguments");
        QTest::newRow("an invented argument")
            << ts(none, QStringLiteral("Now"), t("%1 今")) << 1 << QStringLiteral("arguments");
        QTest::newRow("arguments in another order") << ts(none, QStringLiteral("%1 of %2"), t("%2 の %1")) << 1 << none;
        QTest::newRow("a mnemonic behind the word")
            << ts(none, QStringLiteral("&amp;Renew…"), t("更新(&amp;R)…")) << 1 << none;
        QTest::newRow("a mnemonic before three dots")
            << ts(none, QStringLiteral("&amp;Renew..."), t("更新(&amp;R)...")) << 1 << none;
        QTest::newRow("a mnemonic before a colon")
            << ts(none, QStringLiteral("&amp;Name:"), t("名前(&amp;N):")) << 1 << none;
        QTest::newRow("a lost mnemonic") << ts(none, QStringLiteral("&amp;Renew"), t("更新")) << 1
                                         << QStringLiteral("mnemonic");
        QTest::newRow("a mnemonic in the middle")
            << ts(none, QStringLiteral("&amp;Renew"), t("更&amp;新")) << 1 << QStringLiteral("mnemonic");
        QTest::newRow("an invented mnemonic")
            << ts(none, QStringLiteral("Renew"), t("更新(&amp;R)")) << 1 << QStringLiteral("mnemonic");
        QTest::newRow("a literal ampersand")
            << ts(none, QStringLiteral("Sites &amp;&amp; DAGs"), t("サイトと DAG")) << 1 << none;
        const QString numerus = QStringLiteral(" numerus=\"yes\"");
        const auto forms
            = [](const QString &list) { return QStringLiteral("<translation>%1</translation>").arg(list); };
        const QString one = QStringLiteral("<numerusform>one day</numerusform>");
        const QString many = QStringLiteral("<numerusform>%n days</numerusform>");
        QTest::newRow("both plural forms") << ts(numerus, QStringLiteral("%n day(s)"), forms(one + many)) << 2 << none;
        QTest::newRow("one plural form missing")
            << ts(numerus, QStringLiteral("%n day(s)"), forms(many)) << 2 << QStringLiteral("plural forms");
        QTest::newRow("one plural form empty")
            << ts(numerus, QStringLiteral("%n day(s)"), forms(many + QStringLiteral("<numerusform></numerusform>")))
            << 2 << QStringLiteral("empty");
        QTest::newRow("broken XML") << QStringLiteral("<TS><context>") << 1 << QStringLiteral("XML");
    }
    void flaw_isFound()
    {
        QFETCH(QString, text);
        QFETCH(int, forms);
        QFETCH(QString, flaw);
        const QStringList found = flaws(readTranslations(text), forms);
        if (flaw.isEmpty())
            QCOMPARE(found, QStringList());
        else
            QVERIFY2(found.join(u'\n').contains(flaw), qPrintable(found.join(u'\n')));
    }

    void translation_isComplete_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("forms");
        QTest::newRow("Japanese") << QStringLiteral("translations/kakuin_ja.ts") << 1;
        QTest::newRow("English plurals") << QStringLiteral("translations/kakuin_en.ts") << 2;
    }
    void translation_isComplete()
    {
        QFETCH(QString, path);
        QFETCH(int, forms);
        if (!QFile::exists(sourcePath(path)))
            QSKIP(qPrintable(path + QStringLiteral(" does not exist yet")));
        const QStringList found = flaws(readTranslations(readText(sourcePath(path))), forms);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void lupdate_findsNothingNew_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Japanese") << QStringLiteral("translations/kakuin_ja.ts") << QStringList();
        QTest::newRow("English plurals") << QStringLiteral("translations/kakuin_en.ts")
                                         << QStringList(QStringLiteral("-pluralonly"));
    }
    void lupdate_findsNothingNew()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, options);
        const QString lupdate = QStringLiteral(KAKUIN_LUPDATE);
        if (lupdate.isEmpty())
            QSKIP("this build has no lupdate (it is part of the build with windows)");
        if (!QFile::exists(sourcePath(path)))
            QSKIP(qPrintable(path + QStringLiteral(" does not exist yet")));
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.ts"));
        QVERIFY(QFile::copy(sourcePath(path), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QProcess process;
        process.setWorkingDirectory(sourcePath({}));
        process.start(lupdate,
            options
                + QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."),
                    QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                    QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("text"), QStringLiteral("ui"),
                    QStringLiteral("-ts"), copy});
        QVERIFY2(process.waitForFinished(60'000), qPrintable(process.errorString()));
        QCOMPARE(process.exitCode(), 0);
        const QStringList differences
            = difference(readTranslations(readText(sourcePath(path))), readTranslations(readText(copy)));
        QVERIFY2(differences.isEmpty(),
            qPrintable(QStringLiteral("build the target update_translations:\n") + differences.join(u'\n')));
    }

    void difference_namesWhatIsNewAndWhatIsGone()
    {
        const QString one = QStringLiteral("<translation>x</translation>");
        const TranslationFile before = readTranslations(ts({}, QStringLiteral("Old"), one));
        const TranslationFile after = readTranslations(ts({}, QStringLiteral("New"), one));
        QCOMPARE(difference(before, after).size(), 2);
        QCOMPARE(difference(before, before), QStringList());
    }
};

KAKUIN_TEST(tst_Translations)

} // namespace tests::tst_translations

#include "tst_translations.moc"
