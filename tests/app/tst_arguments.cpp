// SPDX-License-Identifier: MIT
#include "app/arguments.h"
#include "app/console/consoleline.h"
#include "app/console/journalcommand.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

namespace tests::tst_arguments {

using namespace kakuin;
using namespace Qt::StringLiterals;
using app::Arguments;
using Command = Arguments::Command;
using Option = Arguments::Option;

/// Words, options and their values in any order.
class tst_Arguments final : public QObject {
    Q_OBJECT

    static Arguments of(const QString &line) { return Arguments(QStringList(u"kakuin"_s) + line.split(u' ')); }

private Q_SLOTS:
    void words_areUnderstood_inEveryOrder()
    {
        QStringList parts{u"check"_s, u"--format json"_s, u"--warn=20"_s, u"/data/a.xml"_s, u"--lang ja"_s};
        std::sort(parts.begin(), parts.end());
        int orders = 0;
        do {
            const Arguments arguments = of(parts.join(u' '));
            QVERIFY2(!arguments.problem(), qPrintable(parts.join(u' ')));
            QCOMPARE(arguments.command(), Command::Check);
            QCOMPARE(arguments.paths(), QStringList{u"/data/a.xml"_s});
            QCOMPARE(arguments.value(Option::Format), u"json"_s);
            QCOMPARE(arguments.value(Option::Warn), u"20"_s);
            QCOMPARE(arguments.language(), u"ja"_s);
            ++orders;
        } while (std::next_permutation(parts.begin(), parts.end()));
        QCOMPARE(orders, 120);
    }

    void value_isNoCommand()
    {
        const Arguments arguments = of(u"--open check --user inventory --url ex01 journal --verify"_s);
        QCOMPARE(arguments.command(), Command::Journal);
        QCOMPARE(arguments.values(Option::Open), QStringList{u"check"_s});
    }

    void problem_saysWhatIsMeant_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        QTest::newRow("a letter too many") << u"checks x.xml"_s << u"Did you mean: kakuin check"_s;
        QTest::newRow("letters in another order") << u"chekc"_s << u"Did you mean: kakuin check"_s;
        QTest::newRow("in capitals") << u"--lang en CHECK"_s << u"Did you mean: kakuin check"_s;
        QTest::newRow("after a path") << u"/data inventry"_s << u"Did you mean: kakuin inventory"_s;
        QTest::newRow("in help") << u"help jurnal"_s << u"Did you mean: kakuin journal"_s;
        QTest::newRow("help itself") << u"hepl"_s << u"Did you mean: kakuin help"_s;
        QTest::newRow("nothing like a command") << u"frobnicate"_s << u"check, inventory, journal, help"_s;
        QTest::newRow("two commands") << u"check inventory"_s << u"check and inventory are both commands"_s;
        QTest::newRow("an option") << u"check --formt json x.xml"_s << u"Did you mean: --format"_s;
        QTest::newRow("an option like no other") << u"check --frobnicate"_s << u"no option --frobnicate"_s;
        QTest::newRow("an option of another command")
            << u"inventory --warn 3"_s << u"--warn does not go with inventory"_s;
        QTest::newRow("an option of the window") << u"check --theme dark"_s << u"--theme does not go with check"_s;
        QTest::newRow("an option of a command alone") << u"--format json"_s << u"--format goes with a command only"_s;
        QTest::newRow("no value") << u"check --warn"_s << u"--warn"_s;
        QTest::newRow("a language") << u"check --lang fr"_s << u"--lang fr cannot be used. Use one of: en, ja."_s;
    }
    void problem_saysWhatIsMeant()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        const auto problem = of(line).problem();
        QVERIFY(problem.has_value());
        QCOMPARE(problem->code, ErrorCode::InvalidArgument);
        QVERIFY2(problem->detail.contains(said), qPrintable(problem->detail));
    }

    void file_isOpened_whateverItIsCalled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"chekc"_s);
        QVERIFY(!of(path).problem()); // with its folder, no word is taken for a command
        QCOMPARE(of(path).paths(), QStringList{path});
        QVERIFY(!of(u"export.zip"_s).problem());
    }

    void help_isThatOfTheCommand_whereverItStands()
    {
        for (const QString &line :
            {u"help check"_s, u"check help"_s, u"check --help"_s, u"-h check"_s, u"--help check"_s}) {
            const Arguments arguments = of(line);
            QVERIFY2(arguments.wantsHelp() && !arguments.problem(), qPrintable(line));
            QVERIFY2(arguments.help().startsWith(u"Usage: kakuin check "_s), qPrintable(line));
        }
        QVERIFY(of(u"help"_s).wantsHelp());
        QVERIFY(of(u"help"_s).help().contains(u"kakuin journal --verify"_s));
    }

    void order_ofTheHelp_works()
    {
        QVERIFY(app::ConsoleLine::parse(of(u"check --lab small --warn 20 --for setup"_s)).has_value());
        QVERIFY(app::ConsoleLine::parse(of(u"check a.xml b.xml --format prometheus"_s)).has_value());
        QVERIFY(app::ConsoleLine::parse(of(u"inventory --url ex01 --format csv"_s)).has_value());
        QVERIFY(app::JournalCommand::parse(of(u"journal --verify --export x.jsonl"_s)).has_value());
    }

    void line_isRefused_withItsReason_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        QTest::newRow("days that are none") << u"check --lab small --warn abc"_s << u"--warn abc cannot be used"_s;
        QTest::newRow("days below zero") << u"check --lab small --crit=-1"_s << u"from 0 to 3650"_s;
        QTest::newRow("days too many") << u"check --lab small --warn 99999"_s << u"from 0 to 3650"_s;
        QTest::newRow("critical after warning") << u"check --lab small --warn 5 --crit 9"_s << u"fewer than"_s;
        QTest::newRow("a format") << u"check --lab small --format xml"_s << u"text, json, csv, prometheus"_s;
        QTest::newRow("a format of check alone")
            << u"inventory --lab small --format prometheus"_s << u"Use one of: text, json, csv."_s;
        QTest::newRow("a purpose") << u"check --lab small --for lunch"_s << u"Use one of: setup."_s;
        QTest::newRow("a code") << u"check --lab small --ignore expired"_s << u"--ignore expired cannot be used"_s;
        QTest::newRow("a code without its subject")
            << u"check --lab small --ignore expiredInUse:"_s << u"cannot be used"_s;
        QTest::newRow("a preset") << u"check --lab tiny"_s << u"contoso-2013"_s;
        QTest::newRow("nothing to read") << u"check"_s << u"--connection, --url"_s;
        QTest::newRow("two sources") << u"check --lab small x.xml"_s << u"Only one"_s;
        QTest::newRow("signing in without a server") << u"check --lab small --user me"_s << u"--user goes with --url"_s;
        QTest::newRow("a way to sign in") << u"check --url ex01 --auth ntlm"_s << u"kerberos, negotiate"_s;
        QTest::newRow("no user") << u"check --url ex01 --auth basic"_s << u"--user is missing"_s;
        QTest::newRow("no password") << u"check --url ex01 --user me@CONTOSO"_s << u"--password-stdin is missing"_s;
    }
    void line_isRefused_withItsReason()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        const auto parsed = app::ConsoleLine::parse(of(line));
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(parsed.error().detail.contains(said), qPrintable(parsed.error().detail));
    }
};

KAKUIN_TEST(tst_Arguments)

} // namespace tests::tst_arguments

#include "tst_arguments.moc"
