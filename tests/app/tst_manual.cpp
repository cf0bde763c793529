// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_manual {

using namespace kakuin;
using namespace Qt::StringLiterals;

/// Manual pages and completions say what the program takes: every option, and no other.
class tst_Manual final : public QObject {
    Q_OBJECT

    static QString sourcePath(const QString &name) { return QStringLiteral(KAKUIN_SOURCE_DIR "/packaging/") + name; }
    static QString contentOf(const QString &name)
    {
        QFile file(sourcePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// The long options in a text of help.
    static QSet<QString> optionsIn(const QString &help)
    {
        static const QRegularExpression option(u"^ +(?:-[a-z], )?--([a-z-]+)"_s, QRegularExpression::MultilineOption);
        QSet<QString> out;
        auto matches = option.globalMatch(help);
        while (matches.hasNext())
            out.insert(matches.next().captured(1));
        return out;
    }
    static QSet<QString> consoleOptions(const QString &command)
    {
        return optionsIn(app::Arguments({u"kakuin"_s, command, u"--help"_s}).help());
    }
    static QSet<QString> windowOptions() { return optionsIn(app::Arguments({u"kakuin"_s, u"--help"_s}).help()); }
    static QSet<QString> allOptions()
    {
        return windowOptions() + consoleOptions(u"check"_s) + consoleOptions(u"inventory"_s)
            + consoleOptions(u"journal"_s);
    }
    static QStringList sorted(const QSet<QString> &set)
    {
        QStringList list(set.begin(), set.end());
        list.sort();
        return list;
    }
    /// What bash offers after these words, the last of which is being typed.
    static QStringList offered(const QStringList &words)
    {
        QStringList quoted;
        for (const QString &word : words)
            quoted.append(u'\'' + word + u'\'');
        QProcess bash;
        bash.start(u"bash"_s,
            {u"--norc"_s, u"-c"_s,
                u"source \"$0\"; COMP_WORDS=(%1); COMP_CWORD=%2; _kakuin; printf '%s\\n' \"${COMPREPLY[@]}\""_s
                    .arg(quoted.join(u' '))
                    .arg(words.size() - 1),
                sourcePath(u"completion/kakuin.bash"_s)});
        if (!bash.waitForFinished())
            return {};
        QStringList out = QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        out.sort();
        return out;
    }
    static bool isInstalled(const QString &program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

private Q_SLOTS:
    void program_hasOptions()
    {
        QVERIFY(windowOptions().contains(u"data-folder"_s));
        QVERIFY(consoleOptions(u"check"_s).contains(u"warn"_s));
        QVERIFY(!consoleOptions(u"inventory"_s).contains(u"warn"_s));
    }

    void manual_hasEveryOption_andNoOther_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("English") << u"man/kakuin.1"_s;
        QTest::newRow("Japanese") << u"man/ja/kakuin.1"_s;
    }
    void manual_hasEveryOption_andNoOther()
    {
        QFETCH(QString, page);
        static const QRegularExpression item(
            u"^\\.It Fl (?:[a-z] , )?-([a-z-]+)"_s, QRegularExpression::MultilineOption);
        QSet<QString> described;
        auto matches = item.globalMatch(contentOf(page));
        while (matches.hasNext())
            described.insert(matches.next().captured(1));
        QCOMPARE(sorted(described), sorted(allOptions()));
    }

    void manual_isWellFormed_data() { manual_hasEveryOption_andNoOther_data(); }
    void manual_isWellFormed()
    {
        QFETCH(QString, page);
        if (!isInstalled(u"groff"_s))
            QSKIP("groff is not installed");
        QProcess groff;
        groff.start(u"groff"_s, {u"-Kutf8"_s, u"-mandoc"_s, u"-Tutf8"_s, u"-P-cbou"_s, u"-ww"_s, sourcePath(page)});
        QVERIFY(groff.waitForFinished());
        QCOMPARE(groff.exitCode(), 0);
        // long addresses in Japanese, which knows no hyphens
        static const QRegularExpression narrow(u"^.*can't break line\\n"_s, QRegularExpression::MultilineOption);
        QCOMPARE(QString::fromUtf8(groff.readAllStandardError()).remove(narrow), QString());
        QVERIFY(QString::fromUtf8(groff.readAllStandardOutput()).contains(u"--client-certificate"_s));
    }

    void manual_passesMandoc_data() { manual_hasEveryOption_andNoOther_data(); }
    void manual_passesMandoc()
    {
        QFETCH(QString, page);
        if (!isInstalled(u"mandoc"_s))
            QSKIP("mandoc is not installed");
        QProcess mandoc;
        // Japanese headings are no errors, but mandoc only knows English ones
        const QString level = page.contains(u"ja/"_s) ? u"error"_s : u"warning"_s;
        mandoc.start(u"mandoc"_s, {u"-T"_s, u"lint"_s, u"-W"_s, level, sourcePath(page)});
        QVERIFY(mandoc.waitForFinished());
        QVERIFY2(mandoc.exitCode() == 0, mandoc.readAllStandardOutput().constData());
    }

    void bash_offersEveryOption_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("window") << QStringList{u"kakuin"_s, u"--"_s} << sorted(windowOptions());
        QTest::newRow("check") << QStringList{u"kakuin"_s, u"check"_s, u"--"_s} << sorted(consoleOptions(u"check"_s));
        QTest::newRow("inventory") << QStringList{u"kakuin"_s, u"inventory"_s, u"--"_s}
                                   << sorted(consoleOptions(u"inventory"_s));
        QTest::newRow("journal") << QStringList{u"kakuin"_s, u"journal"_s, u"--"_s}
                                 << sorted(consoleOptions(u"journal"_s));
    }
    void bash_offersEveryOption()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, options);
        if (!isInstalled(u"bash"_s))
            QSKIP("bash is not installed");
        QStringList names;
        for (const QString &word : offered(words))
            names.append(word.mid(2));
        names.sort();
        QCOMPARE(names, options);
    }

    void bash_offersValues_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("commands") << QStringList{u"kakuin"_s, u"inven"_s} << QStringList{u"inventory"_s};
        QTest::newRow("presets") << QStringList{u"kakuin"_s, u"--lab"_s, QString()}
                                 << QStringList{u"contoso-2013"_s, u"huge"_s, u"large"_s, u"medium"_s, u"small"_s};
        QTest::newRow("languages") << QStringList{u"kakuin"_s, u"check"_s, u"--lang"_s, u"j"_s} << QStringList{u"ja"_s};
        QTest::newRow("nothing for a secret name")
            << QStringList{u"kakuin"_s, u"check"_s, u"--user"_s, QString()} << QStringList();
    }
    void bash_offersValues()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, values);
        if (!isInstalled(u"bash"_s))
            QSKIP("bash is not installed");
        QCOMPARE(offered(words), values);
    }

    void bash_offersFiles_withBlanksInTheirNames()
    {
        if (!isInstalled(u"bash"_s))
            QSKIP("bash is not installed");
        QTemporaryDir folder;
        QFile file(folder.filePath(u"two words.xml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(offered({u"kakuin"_s, u"--open"_s, folder.filePath(u"two"_s)}), QStringList{file.fileName()});
    }

    void zsh_knowsEveryOption()
    {
        const QString script = contentOf(u"completion/_kakuin"_s);
        for (const QString &option : allOptions()) {
            const QRegularExpression word(u"--%1\\b(?!-)"_s.arg(option));
            QVERIFY2(script.contains(word), qPrintable(option));
        }
        if (!isInstalled(u"zsh"_s))
            QSKIP("zsh is not installed");
        QProcess zsh;
        zsh.start(u"zsh"_s, {u"-n"_s, sourcePath(u"completion/_kakuin"_s)});
        QVERIFY(zsh.waitForFinished());
        QVERIFY2(zsh.exitCode() == 0, zsh.readAllStandardError().constData());
    }

    void desktop_opensWhatTheProgramTakes()
    {
        const QString desktop = contentOf(u"org.kakuin.Kakuin.desktop"_s);
        QVERIFY(desktop.contains(u"Exec=kakuin %F\n"_s));
        static const QRegularExpression types(u"^MimeType=(.*);$"_s, QRegularExpression::MultilineOption);
        const QStringList named = types.match(desktop).captured(1).split(u';');
        QVERIFY(named.contains(u"application/zip"_s));
        QVERIFY(!named.contains(u"inode/directory"_s)); // Kakuin is no file manager
        const QString own = named.first();
        QVERIFY(contentOf(u"org.kakuin.Kakuin.xml"_s).contains(u"<mime-type type=\"%1\">"_s.arg(own)));
        QVERIFY(contentOf(u"org.kakuin.Kakuin.metainfo.xml"_s).contains(u"<mediatype>%1</mediatype>"_s.arg(own)));
        // what the desktop gives are plain arguments
        const auto line
            = app::CommandLine::parse(app::Arguments({u"kakuin"_s, u"/home/a b/export.zip"_s, u"/tmp/ex01.clixml"_s}));
        QVERIFY(line.has_value());
        QCOMPARE(line->exportedPaths, (QStringList{u"/home/a b/export.zip"_s, u"/tmp/ex01.clixml"_s}));
    }
};

KAKUIN_TEST(tst_Manual)

} // namespace tests::tst_manual

#include "tst_manual.moc"
