// SPDX-License-Identifier: MIT
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

namespace tests::tst_engine_judge {

using namespace kakuin;
using namespace kakuin::testkit;

/// The judge itself: it must be able to say no.
class tst_EngineJudge : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

private Q_SLOTS:
    void parse_tellsWhatIsNewerThanPowerShell3_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("newer"); // empty: nothing is
        const auto row = [](const char *tag, const char *script, const char *newer = "") {
            QTest::newRow(tag) << QString::fromUtf8(script) << QString::fromLatin1(newer);
        };
        row("a pipeline of cmdlets", "Get-A -Server 'it''s' | New-B -Services IMAP,POP -Confirm:$false");
        row("what 3.0 knows", "$a = [ordered]@{x=1}; if ('a' -in 'a','b') { $a.x } ; 10kb; 0xff; 5L; \"a`n``e\"");
        row("a class", "class A { }", "class or enum");
        row("a using statement", "using namespace System", "using statement");
        row("the ternary operator", "$a = $true ? 1 : 2", "ternary");
        row("a pipeline chain", "Get-A && Get-B", "pipeline chain");
        row("null-coalescing", "$a = $b ?? 1", "null-coalescing operator");
        row("null-coalescing assignment",
            "$a ?"
            "?= 1",
            "null-coalescing assignment");
        row("a null-conditional member", "${a}?.b", "null-conditional");
        row("a parallel loop", "1,2 | ForEach-Object -Parallel { $_ }", "parameter after 3.0");
        row("a constructor call", "[uri]::new('x:y')", "::new()");
        row("a where method", "(1,2).Where({ $_ })", ".where");
        row("a binary number", "0b11", "number form");
        row("an unsigned number", "5uy", "number form");
        row("a Unicode escape", "\"`u{41}\"", "escape sequence");
        row("a later command", "Get-FileHash x", "command after 3.0");
        row("a later engine", "#requires -Version 5.1\nGet-A", "#requires");
    }
    void parse_tellsWhatIsNewerThanPowerShell3()
    {
        QFETCH(QString, script);
        QFETCH(QString, newer);
        const auto answer
            = m_judge.ask({{QStringLiteral("op"), QStringLiteral("parse")}, {QStringLiteral("script"), script}});
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->value(QLatin1String("errors")).toArray(), QJsonArray());
        const QJsonArray found = answer->value(QLatin1String("newer")).toArray();
        QCOMPARE(found.isEmpty(), newer.isEmpty());
        QVERIFY2(found.isEmpty() || found.first().toString().contains(newer), qPrintable(found.first().toString()));
    }

    void parse_reportsErrorsWithTheirPlace()
    {
        const auto answer = m_judge.ask({{QStringLiteral("op"), QStringLiteral("parse")},
            {QStringLiteral("script"), QStringLiteral("Get-A\n  'open")}});
        QVERIFY_RESULT(answer);
        const QJsonArray errors = answer->value(QLatin1String("errors")).toArray();
        QCOMPARE(errors.size(), 1);
        QVERIFY(errors.first().toString().startsWith(QLatin1String("2:3 ")));
    }

    void bind_reportsParametersThatDoNotExist()
    {
        const QJsonObject cmdlet{
            {QStringLiteral("name"), QStringLiteral("Get-A")}, {QStringLiteral("parameters"), QJsonArray()}};
        const auto answer = m_judge.ask({{QStringLiteral("op"), QStringLiteral("bind")},
            {QStringLiteral("script"), QStringLiteral("Get-A -Server x")},
            {QStringLiteral("cmdlets"), QJsonArray{cmdlet}}});
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->value(QLatin1String("calls")).toArray().size(), 0);
        QVERIFY(answer->value(QLatin1String("errors"))
                    .toArray()
                    .first()
                    .toString()
                    .startsWith(QLatin1String("NamedParameterNotFound")));
    }

    void question_thatCannotBeAnswered_isAnError_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::newRow("an unknown operation") << QJsonObject{{QStringLiteral("op"), QStringLiteral("sing")}};
        QTest::newRow("no operation") << QJsonObject();
        QTest::newRow("a certificate that is none") << QJsonObject{
            {QStringLiteral("op"), QStringLiteral("x509")}, {QStringLiteral("der"), QStringLiteral("AAAA")}};
        QTest::newRow("a blob that is none") << QJsonObject{
            {QStringLiteral("op"), QStringLiteral("nrbf")}, {QStringLiteral("data"), QStringLiteral("AAAA")}};
    }
    void question_thatCannotBeAnswered_isAnError()
    {
        QFETCH(QJsonObject, request);
        const auto answer = m_judge.ask(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::UnexpectedOutput);
        QVERIFY(!answer.error().detail.isEmpty());
    }
};

KAKUIN_TEST(tst_EngineJudge, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_judge

#include "tst_engine_judge.moc"
