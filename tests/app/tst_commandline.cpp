// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_commandline {

using namespace kakuin;
using app::CommandLine;

class tst_CommandLine final : public QObject {
    Q_OBJECT

    static Result<CommandLine> parse(const QStringList &arguments)
    {
        return CommandLine::parse(app::Arguments(QStringList(QStringLiteral("kakuin")) + arguments));
    }

private Q_SLOTS:
    void parse_givesThePracticeOrganisation_whenNothingIsSaid()
    {
        const auto line = parse({});
        QVERIFY(line.has_value());
        QVERIFY(line->exportedPaths.isEmpty());
        QVERIFY(!line->practice);
    }

    void parse_collectsExportedPaths_whereverTheyStand()
    {
        const auto line = parse({QStringLiteral("a.xml"), QStringLiteral("--open"), QStringLiteral("folder"),
            QStringLiteral("--open"), QStringLiteral("b c.xml")});
        QVERIFY(line.has_value());
        QCOMPARE(line->exportedPaths,
            QStringList({QStringLiteral("folder"), QStringLiteral("b c.xml"), QStringLiteral("a.xml")}));
    }

    void parse_knowsEveryPresetByItsName()
    {
        for (const lab::Preset preset : lab::allPresets()) {
            const auto line = parse({QStringLiteral("--lab"), lab::presetName(preset)});
            QVERIFY(line.has_value());
            QCOMPARE(line->practice, std::optional(preset));
        }
    }

    void parse_refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an option that does not exist") << QStringList{QStringLiteral("--force")};
        QTest::newRow("a preset that does not exist") << QStringList{QStringLiteral("--lab"), QStringLiteral("tiny")};
        QTest::newRow("a language that Kakuin does not speak")
            << QStringList{QStringLiteral("--lang"), QStringLiteral("fr")};
        QTest::newRow("a theme that does not exist") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("an option without its value") << QStringList{QStringLiteral("--open")};
        QTest::newRow("practice and exported data together")
            << QStringList{QStringLiteral("--lab"), QStringLiteral("small"), QStringLiteral("x.xml")};
    }
    void parse_refuses()
    {
        QFETCH(QStringList, arguments);
        const auto line = parse(arguments);
        QVERIFY(!line.has_value());
        QCOMPARE(line.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!(line.error().subject + line.error().detail).isEmpty());
    }
};

KAKUIN_TEST(tst_CommandLine)

} // namespace tests::tst_commandline

#include "tst_commandline.moc"
