// SPDX-License-Identifier: MIT
#include "core/plan/journal.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/tstranslator.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <QtTest/QTest>

namespace tests::tst_console {

using namespace Qt::StringLiterals;

/// `kakuin check` and `kakuin inventory` as monitoring runs them: without a display and without a home folder.
class tst_Console final : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode = -1;
        QByteArray out;
        QString err;
    };
    /// `home`: whose settings are read.
    static Outcome run(const QStringList &arguments, const QString &home = {})
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        environment.insert(u"LC_ALL"_s, u"C"_s);
        if (!home.isEmpty())
            environment.insert(u"HOME"_s, home);
        // a platform plugin that does not exist: whoever asks for a window ends here
        environment.insert(u"QT_QPA_PLATFORM"_s, u"none-such"_s);
        for (const QString &kept : {u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"LD_LIBRARY_PATH"_s}) {
            if (qEnvironmentVariableIsSet(qPrintable(kept)))
                environment.insert(kept, qEnvironmentVariable(qPrintable(kept)));
        }
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KAKUIN_PROGRAM), arguments);
        if (!process.waitForFinished(120'000)) {
            process.kill();
            return {-1, {}, u"did not end"_s};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
    }

private Q_SLOTS:
    void check_speaksAndJudges_asTheWindowsWereTold()
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u".config/Kakuin"_s));
        const QStringList check{u"check"_s, u"--lab"_s, u"contoso-2013"_s};
        const Outcome before = run(check, home.path());
        {
            QSettings settings(home.filePath(u".config/Kakuin/Kakuin.conf"_s), QSettings::IniFormat);
            settings.setValue(u"layout/language"_s, u"ja"_s);
            settings.setValue(u"policy/warningDays"_s, 2);
            settings.setValue(u"policy/criticalDays"_s, 1);
        }
        const Outcome after = run(check, home.path());
        QVERIFY(!kakuin::testkit::hasJapanese(QString::fromUtf8(before.out)));
        QVERIFY(kakuin::testkit::hasJapanese(QString::fromUtf8(after.out)));
        const Outcome same = run(check + QStringList{u"--warn"_s, u"2"_s, u"--crit"_s, u"1"_s, u"--lang"_s, u"ja"_s});
        // the first line: practice organisations have new keys, and so other thumbprints, each time
        const auto state = [](const Outcome &outcome) { return outcome.out.left(outcome.out.indexOf('\n')); };
        const auto counts = [&state](const Outcome &outcome) { return state(outcome).split('|').last(); };
        QCOMPARE(state(after), state(same));
        QVERIFY2(counts(after) != counts(before), counts(after).constData());
        // an option wins
        const Outcome told
            = run(check + QStringList{u"--warn"_s, u"60"_s, u"--crit"_s, u"30"_s, u"--lang"_s, u"en"_s}, home.path());
        QCOMPARE(state(told), state(before));
    }

    void journal_isVerified_andExported()
    {
        QTemporaryDir folder;
        const QStringList where{u"--data-folder"_s, folder.path(), u"--lang"_s, u"en"_s};
        // nothing was done yet: that is said, and no journal is made by asking
        Outcome outcome = run(QStringList{u"journal"_s, u"--verify"_s} + where);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(outcome.err.contains(u"journal.sqlite"_s));
        QVERIFY(QDir(folder.path()).isEmpty());

        const QString path = folder.filePath(u"journal.sqlite"_s);
        {
            const auto journal = kakuin::plan::Journal::open(path);
            QVERIFY(journal);
            kakuin::plan::OperationStart start;
            start.organisation = u"Contoso"_s;
            QVERIFY((*journal)->beginOperation(start, {}, QDateTime::currentDateTimeUtc()));
        }
        const QString exported = folder.filePath(u"out.jsonl"_s);
        outcome = run(QStringList{u"journal"_s, u"--verify"_s, u"--export"_s, exported} + where);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QFile file(exported);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        QCOMPARE(line.value(u"event"_s).toString(), u"operationBegun"_s);
        QVERIFY(outcome.out.contains(line.value(u"hash"_s).toString().toLatin1()));
        QVERIFY(file.atEnd());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());

        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alter"_s);
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"UPDATE operations SET organisation='Fabrikam'"_s));
        }
        QSqlDatabase::removeDatabase(u"alter"_s);
        outcome = run(QStringList{u"journal"_s, u"--verify"_s} + where);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.out.contains("altered: operations 1"), outcome.out.constData());
        outcome = run(QStringList{u"journal"_s, u"--export"_s, u"/nowhere/at/all"_s} + where);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(outcome.err.contains(u"/nowhere/at/all"_s));
        QVERIFY(QFile::resize(path, 0)); // what was in it is gone, which is not "as it was written"
        for (const char *option : {"--verify", "--export=-"}) {
            outcome = run(QStringList{u"journal"_s, QString::fromLatin1(option)} + where);
            QCOMPARE(outcome.exitCode, 3);
            QCOMPARE(QFileInfo(path).size(), 0);
        }
        for (const QStringList &wrong : {QStringList{u"journal"_s}, QStringList{u"journal"_s, u"--verify"_s, u"x"_s},
                 QStringList{u"journal"_s, u"--export"_s, QString()}}) {
            outcome = run(wrong);
            QCOMPARE(outcome.exitCode, 3);
            QVERIFY(outcome.err.contains(u"kakuin journal --help"_s));
        }
    }

    void check_endsAsMonitoringExpects()
    {
        const Outcome outcome = run({u"check"_s, u"--lab"_s, u"contoso-2013"_s, u"--lang"_s, u"en"_s});
        QVERIFY2(outcome.exitCode == 2, qPrintable(outcome.err)); // expired certificates in use
        const QStringList lines = QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.first().startsWith(u"KAKUIN CRITICAL - "_s), qPrintable(lines.first()));
        QVERIFY(lines.first().contains(u" | critical="_s));
        QCOMPARE(lines.filter(QRegularExpression(u"^(CRITICAL|WARNING|INFO|UNKNOWN): "_s)).size(), lines.size() - 1);
        QVERIFY(lines.size() > 5);
        QCOMPARE(outcome.err, QString());
    }

    void check_speaksJapanese()
    {
        const Outcome outcome = run({u"check"_s, u"--lab"_s, u"contoso-2013"_s, u"--lang"_s, u"ja"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(QString::fromUtf8(outcome.out).contains(u"有効期限"_s));
    }

    void check_isJson_withTheSameCode()
    {
        const Outcome outcome = run({u"check"_s, u"--lab"_s, u"contoso-2013"_s, u"--format"_s, u"json"_s});
        const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(json.value(u"exitCode"_s).toInt(), outcome.exitCode);
        QVERIFY(!json.value(u"findings"_s).toArray().isEmpty());
    }

    void inventory_hasEveryCertificate_inEveryFormat()
    {
        const Outcome json = run({u"inventory"_s, u"--lab"_s, u"contoso-2013"_s, u"--format"_s, u"json"_s});
        QVERIFY2(json.exitCode == 0, qPrintable(json.err));
        const qsizetype count = QJsonDocument::fromJson(json.out).object().value(u"certificates"_s).toArray().size();
        QVERIFY(count > 10);
        const Outcome csv = run({u"inventory"_s, u"--lab"_s, u"contoso-2013"_s, u"--format"_s, u"csv"_s});
        QVERIFY(csv.out.startsWith("\xef\xbb\xbfserver,thumbprint,subject"));
        QCOMPARE(csv.out.count("\r\n"), count + 1);
        const Outcome text = run({u"inventory"_s, u"--lab"_s, u"contoso-2013"_s, u"--lang"_s, u"ja"_s});
        QVERIFY(QString::fromUtf8(text.out).contains(u"サービス"_s));
    }

    void wrongUse_saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing to look at") << QStringList{u"check"_s} << u"--open"_s;
        QTest::newRow("two things") << QStringList{u"check"_s, u"--lab"_s, u"small"_s, u"--open"_s, u"x"_s}
                                    << u"--lab"_s;
        QTest::newRow("no such preset") << QStringList{u"inventory"_s, u"--lab"_s, u"tiny"_s} << u"tiny"_s;
        QTest::newRow("no such format") << QStringList{u"check"_s, u"--lab"_s, u"small"_s, u"--format"_s, u"xml"_s}
                                        << u"xml"_s;
        QTest::newRow("no number") << QStringList{u"check"_s, u"--lab"_s, u"small"_s, u"--warn"_s, u"soon"_s}
                                   << u"soon"_s;
        QTest::newRow("critical before warning") << QStringList{u"check"_s, u"--lab"_s, u"small"_s, u"--warn"_s,
            u"10"_s, u"--crit"_s, u"20"_s} << u"--crit"_s;
        QTest::newRow("a threshold without a check")
            << QStringList{u"inventory"_s, u"--lab"_s, u"small"_s, u"--warn"_s, u"10"_s} << u"warn"_s;
        QTest::newRow("no such folder") << QStringList{u"check"_s, u"--open"_s, u"/no/such/folder"_s}
                                        << u"/no/such/folder"_s;
        QTest::newRow("a password over http")
            << QStringList{u"check"_s, u"--url"_s, u"http://ex01/"_s, u"--auth"_s, u"basic"_s, u"--user"_s, u"admin"_s}
            << u"unprotected"_s;
        QTest::newRow("no password") << QStringList{u"check"_s, u"--url"_s, u"ex01"_s, u"--user"_s, u"admin@CONTOSO"_s}
                                     << u"--password-stdin"_s;
        QTest::newRow("an unknown way to sign in")
            << QStringList{u"check"_s, u"--url"_s, u"ex01"_s, u"--auth"_s, u"ntlm"_s} << u"ntlm"_s;
        QTest::newRow("a pin that is none")
            << QStringList{u"check"_s, u"--url"_s, u"ex01"_s, u"--pin"_s, u"12:34"_s} << u"12:34"_s;
        QTest::newRow("a user without a server")
            << QStringList{u"check"_s, u"--process"_s, u"pwsh -s"_s, u"--user"_s, u"a"_s} << u"--user"_s;
        QTest::newRow("a program that is not there")
            << QStringList{u"check"_s, u"--process"_s, u"/no/such/program -s"_s} << u"/no/such/program"_s;
        QTest::newRow("a program that is no PowerShell")
            << QStringList{u"check"_s, u"--process"_s, u"cat"_s, u"--lang"_s, u"en"_s} << u"cat"_s;
        QTest::newRow("a port that is closed")
            << QStringList{u"check"_s, u"--url"_s, u"https://127.0.0.1:1/"_s, u"--lang"_s, u"en"_s} << u"127.0.0.1"_s;
        QTest::newRow("no such connection") << QStringList{u"check"_s, u"--connection"_s, u"Tokyo"_s} << u"Tokyo"_s;
    }
    void wrongUse_saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(outcome.out.startsWith("KAKUIN UNKNOWN - ")); // the line that a monitoring system shows
        QCOMPARE(outcome.out.count('\n'), 1);
        QVERIFY(QString::fromUtf8(outcome.out).contains(said));
    }

    void wrongUse_isJson_whereJsonIsWanted_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("code");
        const QString json = u"--format=json"_s;
        QTest::newRow("no such folder") << QStringList{u"check"_s, u"--open"_s, u"/no/such"_s, json}
                                        << u"fileNotFound"_s;
        QTest::newRow("no such folder, inventory")
            << QStringList{u"--format"_s, u"json"_s, u"inventory"_s, u"/no/such"_s} << u"fileNotFound"_s;
        QTest::newRow("no source") << QStringList{u"check"_s, json} << u"invalidArgument"_s;
        QTest::newRow("no number") << QStringList{u"check"_s, u"--warn"_s, u"abc"_s, u"--lab"_s, u"small"_s, json}
                                   << u"invalidArgument"_s;
        QTest::newRow("no such command") << QStringList{u"Check"_s, json} << u"invalidArgument"_s;
    }
    void wrongUse_isJson_whereJsonIsWanted()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, code);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 3);
        const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(json.value(u"exitCode"_s).toInt(), 3);
        const QJsonObject error = json.value(u"error"_s).toObject();
        QCOMPARE(error.value(u"code"_s).toString(), code);
        QVERIFY(!error.value(u"message"_s).toString().isEmpty());
    }

    void command_isFoundAfterOptions_andANearMissIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        QTest::newRow("options first") << QStringList{u"--lang"_s, u"en"_s, u"--format"_s, u"text"_s, u"inventory"_s,
            u"--open"_s, u"/no/such"_s} << 3
                                       << u"/no/such"_s;
        for (const QString &wrong : {u"checks"_s, u"CHECK"_s, u"chek"_s, u"Check"_s})
            QTest::newRow(qPrintable(wrong))
                << QStringList{wrong, u"--open"_s, u"x"_s} << 3 << u"Did you mean: kakuin check"_s;
        QTest::newRow("inventry") << QStringList{u"--lang"_s, u"en"_s, u"inventry"_s} << 3
                                  << u"Did you mean: kakuin inventory"_s;
        QTest::newRow("journals") << QStringList{u"journals"_s, u"--verify"_s} << 3
                                  << u"Did you mean: kakuin journal"_s;
        QTest::newRow("days") << QStringList{u"check"_s, u"--lab"_s, u"small"_s, u"--warn"_s, u"abc"_s} << 3
                              << u"--warn abc cannot be used. Give a whole number of days"_s;
        QTest::newRow("an option of a command without it") << QStringList{u"--format"_s, u"json"_s} << 3 << u"format"_s;
    }
    void command_isFoundAfterOptions_andANearMissIsTold()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, said);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
    }

    void help_isInTheChosenLanguage_andItsOrderWorks()
    {
        for (const QString &command : {u"check"_s, u"inventory"_s}) {
            const Outcome help = run({u"help"_s, command});
            QCOMPARE(help.exitCode, 0);
            QCOMPARE(help.err, QString());
            QVERIFY(!kakuin::testkit::hasJapanese(QString::fromUtf8(help.out)));
            const QString usage = QString::fromUtf8(help.out).section(u'\n', 0, 0);
            QVERIFY2(usage.startsWith(u"Usage: kakuin %1 --connection NAME | "_s.arg(command)), qPrintable(usage));
            QVERIFY2(usage.endsWith(u"| PATH... [options]"_s), qPrintable(usage));
            const QTemporaryDir folder; // nothing is in it, so the words were understood
            const Outcome used = run({command, folder.path(), u"--lang"_s, u"en"_s});
            QCOMPARE(used.exitCode, 3);
            QVERIFY(used.err.contains(folder.path().section(u'/', -1)));
            const Outcome japanese = run({command, u"--help"_s, u"--lang"_s, u"ja"_s});
            QCOMPARE(japanese.exitCode, 0);
            QVERIFY(kakuin::testkit::hasJapanese(QString::fromUtf8(japanese.out)));
        }
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u".config/Kakuin"_s));
        {
            QSettings settings(home.filePath(u".config/Kakuin/Kakuin.conf"_s), QSettings::IniFormat);
            settings.setValue(u"layout/language"_s, u"ja"_s);
        }
        QVERIFY(kakuin::testkit::hasJapanese(QString::fromUtf8(run({u"--help"_s}, home.path()).out)));
        const Outcome wrong = run({u"chekc"_s}, home.path());
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY(kakuin::testkit::hasJapanese(wrong.err));
        QVERIFY(wrong.out.startsWith("KAKUIN UNKNOWN - "));
    }

    void wrongUse_neverOpensAWindow_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"frobnicate", "checks /data", "--open X chekc", "CHECK --open X", "check inventory",
                 "--theme pink", "--lab tiny", "--lang fr", "--frobnicate", "--open", "--format text", "help frob",
                 "check --theme dark", "journal --warn 3", "inventory --verify", "check --ignore nothing --lab small",
                 "check --for lunch --lab small"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void wrongUse_neverOpensAWindow()
    {
        QFETCH(QString, line);
        const Outcome outcome = run(line.split(u' '));
        QCOMPARE(outcome.exitCode, 3); // run() has a platform that ends a window with a signal
        QVERIFY2(outcome.out.startsWith("KAKUIN UNKNOWN - "), outcome.out.constData());
        QVERIFY(outcome.err.startsWith(u"kakuin: "_s));
        QVERIFY(outcome.err.contains(u"Help: kakuin "_s));
    }

    void error_hasTheFormThatWasAskedFor()
    {
        const Outcome csv = run({u"check"_s, u"/no/such"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(csv.exitCode, 3);
        QVERIFY2(csv.out.contains("\r\nfileNotFound,/no/such,"), csv.out.constData());
        const Outcome metrics = run({u"check"_s, u"/no/such"_s, u"--format"_s, u"prometheus"_s});
        QCOMPARE(metrics.exitCode, 3);
        QVERIFY(metrics.out.startsWith("# /no/such "));
        QVERIFY(metrics.out.endsWith("\nkakuin_check_state 3\n"));
        QVERIFY(!metrics.out.contains("kakuin_reading_timestamp_seconds")); // whose absence raises an alarm
    }

    void metrics_tellTheSameAsTheCheck()
    {
        const Outcome outcome = run({u"check"_s, u"--lab"_s, u"contoso-2013"_s, u"--format"_s, u"prometheus"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.contains("kakuin_check_state{organisation=\""));
        static const QRegularExpression line(
            u"^(# (HELP|TYPE) kakuin_.+|kakuin_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? -?[0-9]+)$"_s);
        const QStringList lines = QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &one : lines)
            QVERIFY2(line.match(one).hasMatch(), qPrintable(one));
        QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), lines.size());
        QVERIFY(outcome.out.contains("role=\"internalTransport\""));
    }

    void ignored_isNotCounted_andAnEndIsTold()
    {
        const QStringList check{u"check"_s, u"--lab"_s, u"contoso-2013"_s};
        const Outcome all = run(check + QStringList{u"--format"_s, u"json"_s});
        QSet<QString> codes;
        const QJsonArray found = QJsonDocument::fromJson(all.out).object().value(u"findings"_s).toArray();
        for (const QJsonValue &one : found)
            codes.insert(one[u"code"].toString());
        QStringList ignoreAll;
        for (const QString &code : std::as_const(codes))
            ignoreAll << u"--ignore"_s << code;
        const Outcome none = run(check + ignoreAll);
        QCOMPARE(none.exitCode, 0);
        QVERIFY2(
            none.out.startsWith("KAKUIN OK - 0 critical, 0 warnings, 0 notes, 0 not known, "), none.out.constData());
        QCOMPARE(none.out.count("\nIGNORED: "), found.size());

        QTemporaryDir folder;
        const QString path = folder.filePath(u"ignore.json"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(R"({"format": 1, "ignore": [
            {"finding": "beyondInventory", "reason": "known | since 2020", "until": "9999-12-30"},
            {"finding": "expiredInUse", "reason": "was to be renewed", "until": "2020-01-31"}]})"));
        const Outcome some = run(check + QStringList{u"--ignore-file"_s, path});
        QCOMPARE(some.exitCode, 2);
        QVERIFY2(some.out.contains("ignored=1\n"), some.out.constData());
        QVERIFY(some.out.contains("(known / since 2020; until "));
        QVERIFY(some.out.contains("\nENDED: expiredInUse is counted again"));
        const Outcome json = run(check + QStringList{u"--ignore-file"_s, path, u"--format"_s, u"json"_s});
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object.value(u"ignored"_s).toArray().size(), 1);
        QCOMPARE(object.value(u"endedIgnores"_s)[0][u"finding"].toString(), u"expiredInUse"_s);
        QVERIFY(json.err.contains(u"expiredInUse is counted again"_s));

        QVERIFY(write(R"({"ignore": [{"finding": "noSuchCode", "reason": "x", "until": "9999-12-30"}]})"));
        const Outcome wrong = run(check + QStringList{u"--ignore-file"_s, path});
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY2(wrong.err.contains(u"ignore[0]: noSuchCode"_s), qPrintable(wrong.err));
    }

    void fileThatIsNoExport_isANote_andADamagedExportIsNot()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        const QByteArray root
            = R"(<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0">)";
        const QByteArray type = "<TN RefId=\"0\"><T>Deserialized.Microsoft.Exchange.Data.Directory.Management."
                                "ExchangeServer</T></TN>";
        QVERIFY(write(u"servers.xml"_s, root + type + "<Props><S N=\"Name\">EX01</S></Props></Obj></Objs>"));
        QStringList check{u"check"_s, folder.path(), u"--lang"_s, u"en"_s};
        const QJsonObject before
            = QJsonDocument::fromJson(run(check + QStringList{u"--format"_s, u"json"_s}).out).object();
        const QJsonArray found = before.value(u"findings"_s).toArray();
        QVERIFY(!found.isEmpty());
        for (const QJsonValue &one : found)
            check << u"--ignore"_s << one[u"key"].toString();
        QCOMPARE(run(check).exitCode, 0);

        QVERIFY(write(u"README.txt"_s, "Read me"));
        for (int i = 0; i < 20; ++i)
            QVERIFY(write(u"trace%1.log"_s.arg(i), "12:00 started"));
        const Outcome noted = run(check);
        QCOMPARE(noted.exitCode, 0);
        QCOMPARE(noted.out.count("\nINFO: "), 1); // one line for all of them
        QVERIFY2(noted.out.contains("21 files: "), noted.out.constData());

        QVERIFY(write(u"ex01.xml"_s, root + "<TN RefId=\"0\"><T>Deserialized.Micro"));
        const Outcome damaged = run(check);
        QCOMPARE(damaged.exitCode, 3);
        QVERIFY(damaged.out.startsWith("KAKUIN UNKNOWN - "));
        QVERIFY(damaged.out.contains("ex01.xml"));
        QVERIFY(!damaged.out.contains("u{000A}"));
    }

    void window_withoutADisplay_saysSo()
    {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KAKUIN_PROGRAM), {});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("display"));
#endif
    }

    void answerThatDoesNotArrive_isNotGood()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("no /dev/full on this system");
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(KAKUIN_PROGRAM), {u"inventory"_s, u"--lab"_s, u"small"_s});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 3);
    }
};

KAKUIN_TEST(tst_Console)

} // namespace tests::tst_console

#include "tst_console.moc"
