// SPDX-License-Identifier: MIT
#include "core/shell/powershelltext.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

namespace tests::tst_engine_scripts {

using namespace kakuin;
using namespace kakuin::shell;
using namespace kakuin::testkit;

namespace {

const QString secretText = QStringLiteral("pässwörd '$x`n");
const QDateTime nowUtc(QDate(2026, 11, 22), QTime(9, 30), Qt::UTC);

/// The .NET ticks of a UTC time: 100 ns since year 1.
qint64 ticksOf(const QDateTime &utc)
{
    constexpr qint64 unixEpochTicks = 621'355'968'000'000'000;
    return unixEpochTicks + utc.toMSecsSinceEpoch() * 10'000;
}

QJsonObject typed(const char *type, const QJsonValue &value)
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)}, {QStringLiteral("value"), value}};
}

/// How the judge must see a value, and which parameter type takes it.
struct Expected final {
    QString parameterType;
    QJsonObject value;
};

struct ExpectedOf {
    Expected operator()(std::monostate) const { return {QStringLiteral("object"), typed("null", QJsonValue::Null)}; }
    Expected operator()(const QString &text) const { return {QStringLiteral("string"), typed("string", text)}; }
    Expected operator()(const QStringList &list) const
    {
        return {QStringLiteral("string[]"), typed("string[]", QJsonArray::fromStringList(list))};
    }
    Expected operator()(Switch value) const { return {QStringLiteral("switch"), typed("switch", value.isOn)}; }
    Expected operator()(bool value) const { return {QStringLiteral("bool"), typed("bool", value)}; }
    Expected operator()(qint64 value) const { return {QStringLiteral("long"), typed("long", value)}; }
    Expected operator()(const QDateTime &value) const
    {
        return {QStringLiteral("datetime"), typed("datetime", ticksOf(value))};
    }
    Expected operator()(const QByteArray &value) const
    {
        return {QStringLiteral("byte[]"), typed("byte[]", QString::fromLatin1(value.toBase64()))};
    }
    Expected operator()(const Secret &value) const
    {
        return {QStringLiteral("securestring"), typed("securestring", value.text())};
    }
    Expected operator()(const LateValue &value) const
    {
        if (value.kind == LateValue::Kind::TimeOfSending)
            return (*this)(nowUtc.addSecs(std::chrono::seconds(value.offset).count()));
        return (*this)(QStringLiteral("%1").arg(value.step, 40, 10, QLatin1Char('0')));
    }
};

Expected expectedOf(const ParameterValue &value)
{
    return std::visit(ExpectedOf(), value);
}

bool isCommonParameter(const QString &name)
{
    return name == QLatin1String("Confirm") || name == QLatin1String("WhatIf");
}

QJsonObject request(const char *op, const QString &script)
{
    return {{QStringLiteral("op"), QString::fromLatin1(op)}, {QStringLiteral("script"), script}};
}

/// Declares each cmdlet of the pipelines with the parameters that it is given somewhere.
QJsonArray declarations(const QList<Pipeline> &pipelines)
{
    QMap<QString, QMap<QString, QString>> all;
    for (const Pipeline &pipeline : pipelines) {
        for (const Cmdlet &cmdlet : pipeline.cmdlets) {
            auto &parameters = all[cmdlet.name()];
            for (const Parameter &parameter : cmdlet.parameters()) {
                if (!isCommonParameter(parameter.name))
                    parameters.insert(parameter.name, expectedOf(parameter.value).parameterType);
            }
        }
    }
    QJsonArray list;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        QJsonArray parameters;
        for (auto p = it->cbegin(); p != it->cend(); ++p)
            parameters.append(QJsonObject{{QStringLiteral("name"), p.key()}, {QStringLiteral("type"), p.value()}});
        list.append(QJsonObject{{QStringLiteral("name"), it.key()}, {QStringLiteral("parameters"), parameters}});
    }
    return list;
}

/// The calls that the pipelines promise, in order.
QJsonArray promisedCalls(const QList<Pipeline> &pipelines)
{
    QJsonArray calls;
    for (const Pipeline &pipeline : pipelines) {
        for (qsizetype i = 0; i < pipeline.cmdlets.size(); ++i) {
            QJsonObject parameters;
            for (const Parameter &parameter : pipeline.cmdlets.at(i).parameters())
                parameters.insert(parameter.name, expectedOf(parameter.value).value);
            calls.append(QJsonObject{{QStringLiteral("cmdlet"), pipeline.cmdlets.at(i).name()},
                {QStringLiteral("fromPipeline"), i > 0}, {QStringLiteral("parameters"), parameters}});
        }
    }
    return calls;
}

QByteArray text(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace

/// The text of a pipeline means what the pipeline says: Microsoft's parser and binder agree.
class tst_EngineScripts : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

    void compareBinding(const QString &script, const QList<Pipeline> &pipelines)
    {
        const auto syntax = m_judge.ask(request("parse", script));
        QVERIFY_RESULT(syntax);
        QCOMPARE(text(syntax->value(QLatin1String("errors")).toArray()), text({}));
        QCOMPARE(text(syntax->value(QLatin1String("newer")).toArray()), text({}));
        QJsonObject question = request("bind", script);
        question.insert(QStringLiteral("cmdlets"), declarations(pipelines));
        question.insert(QStringLiteral("secret"), secretText);
        question.insert(QStringLiteral("nowTicks"), ticksOf(nowUtc));
        const auto bound = m_judge.ask(question);
        QVERIFY_RESULT(bound);
        QCOMPARE(text(bound->value(QLatin1String("errors")).toArray()), text({}));
        QCOMPARE(text(bound->value(QLatin1String("calls")).toArray()), text(promisedCalls(pipelines)));
    }

private Q_SLOTS:
    void value_keepsItsMeaning_data();
    void value_keepsItsMeaning()
    {
        QFETCH(ParameterValue, value);
        const Pipeline one(Cmdlet(QStringLiteral("Set-Thing")).with(QStringLiteral("Value"), value));
        compareBinding(toPowerShell(one), {one});
        if (QTest::currentTestFailed())
            return;
        // in the middle of a pipeline, between other parameters, over several lines
        Cmdlet middle(QStringLiteral("Set-Thing"));
        middle.withSwitch(QStringLiteral("Force"))
            .with(QStringLiteral("Value"), value)
            .with(QStringLiteral("Confirm"), Switch{false});
        const Pipeline three(
            QList<Cmdlet>{Cmdlet(QStringLiteral("Get-Thing")), middle, Cmdlet(QStringLiteral("Out-Thing"))});
        compareBinding(toPowerShell(three), {three});
        if (QTest::currentTestFailed())
            return;
        compareBinding(toPowerShellLines(three), {three});
    }

    void everyCodePoint_keepsItsMeaning_insideAndAroundText()
    {
        // one text with every character of the Basic Multilingual Plane that is likely to mean something
        QString all;
        for (char16_t c = 1; c < 0x3100; ++c)
            all += QChar(c);
        all += QStringLiteral("角印😀") + QChar(0xfeff) + QChar(0xfffd);
        Cmdlet cmdlet(QStringLiteral("Set-Thing"));
        cmdlet.with(QStringLiteral("Value"), all).with(QStringLiteral("Next"), QStringLiteral("end"));
        compareBinding(toPowerShell(Pipeline(cmdlet)), {Pipeline(cmdlet)});
    }

    void listOfOne_isAList_alsoOutsideACommand()
    {
        const QString list = toPowerShell(ParameterValue(QStringList{QStringLiteral("Get-Thing")}));
        const Pipeline one(Cmdlet(QStringLiteral("Set-Thing"))
                               .with(QStringLiteral("Value"), QStringList{QStringLiteral("Get-Thing")}));
        compareBinding(QStringLiteral("$list = %1\nSet-Thing -Value $list").arg(list), {one});
    }

    void lateThumbprint_isWhatTheEarlierStepReturned()
    {
        const Pipeline first(Cmdlet(QStringLiteral("New-Thing")).with(QStringLiteral("Name"), QStringLiteral("a b")));
        const Pipeline second(
            Cmdlet(QStringLiteral("Set-Thing")).with(QStringLiteral("Thumbprint"), LateValue::thumbprintOfStep(1)));
        const auto late = [](const LateValue &value) { return QStringLiteral("$step%1.Thumbprint").arg(value.step); };
        compareBinding(
            QStringLiteral("$step1 = ") + toPowerShell(first) + u'\n' + toPowerShell(second, late), {first, second});
    }
};

void tst_EngineScripts::value_keepsItsMeaning_data()
{
    QTest::addColumn<ParameterValue>("value");
    const auto row = [](const char *tag, ParameterValue value) { QTest::newRow(tag) << std::move(value); };
    const auto textRow = [&](const char *tag, const char *utf8) { row(tag, QString::fromUtf8(utf8)); };
    textRow("a word", "EX01");
    textRow("an empty text", "");
    textRow("blanks", "  a  b ");
    textRow("a straight quote", "it's");
    textRow("only quotes", "'''");
    textRow("typographic single quotes", "‘a’ ‚b‛");
    textRow("typographic double quotes", "“a” „b‟");
    textRow("a double quote", "say \"x\"");
    textRow("a dollar", "$env:PATH $(1+1) ${x} $_");
    textRow("backticks", "`n`0`` `$");
    textRow("line breaks", "a\nb\r\nc\rd\n");
    textRow("tab and control characters", "a\tb\x01\x1b");
    textRow("a command in brackets", "$(Remove-Thing); Remove-Thing | Out-Null # x");
    textRow("a comment", "#x");
    textRow("a block comment", "<# x #>");
    textRow("a here-string", "@'\nx\n'@");
    textRow("a splat", "@args");
    textRow("an array text", "a,b");
    textRow("a dash in front", "-Force");
    textRow("a dash and a colon", "-Confirm:$true");
    textRow("dashes that PowerShell takes for a hyphen", "–Force —Force ―Force");
    textRow("double dash", "--");
    textRow("stop parsing", "--%");
    textRow("a number", "10");
    textRow("a number with a unit", "10kb");
    textRow("a hexadecimal number", "0x10");
    textRow("a number with an exponent", "1e5");
    textRow("a truth as text", "$true");
    textRow("a keyword", "if");
    textRow("null as text", "null");
    textRow("an X.500 name", "CN=\"Contoso, Ltd.\", O=A+B, C=JP");
    textRow("a connector's name", "<I>CN=CA<S>CN=mail.contoso.com");
    textRow("a path", "C:\\Program Files\\x.pfx");
    textRow("a share", "\\\\server\\c$\\x");
    textRow("a wildcard", "*[a-z]?");
    textRow("a tilde", "~");
    textRow("braces", "{ } ( ) [ ]");
    textRow("operators", "& && || > 2>&1 < ;");
    textRow("a percent sign", "%");
    textRow("a trailing backslash", "a\\");
    textRow("a trailing dot", "mail.contoso.com.");
    textRow("Japanese", "証明書 の「角印」");
    textRow("a character beyond the plane", "😀");
    textRow("no-break and ideographic blanks", "a\u00a0b\u3000c");
    textRow("line and paragraph separators", "a\u2028b\u2029c");
    textRow("invisible marks", "\u200e9A0B\u200f");
    row("a very long text", QString(20'000, u'\''));
    row("an empty list", QStringList());
    row("a list of one", QStringList{QStringLiteral("IMAP")});
    row("a list of one text with a comma", QStringList{QStringLiteral("a,b")});
    row("a list of one empty text", QStringList{QString()});
    row("a list of words", QStringList{QStringLiteral("IMAP"), QStringLiteral("POP"), QStringLiteral("SMTP")});
    row("a list of difficult texts",
        QStringList{QStringLiteral("it's"), QStringLiteral("a,b"), QString(), QStringLiteral("$x"),
            QStringLiteral("-y"), QStringLiteral("5")});
    row("a list with stop parsing", QStringList{QStringLiteral("--%"), QStringLiteral("a")});
    row("a list of stop parsing", QStringList{QStringLiteral("--%")});
    row("a switch that is on", Switch{true});
    row("a switch that is off", Switch{false});
    row("true", true);
    row("false", false);
    row("null", std::monostate());
    row("zero", qint64(0));
    row("a negative number", qint64(-5));
    row("the largest number", std::numeric_limits<qint64>::max());
    row("the smallest number", std::numeric_limits<qint64>::min());
    row("a date", QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    row("a date with milliseconds", QDateTime(QDate(2026, 2, 28), QTime(23, 59, 59, 999), Qt::UTC));
    row("an early date", QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC));
    row("a late date", QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC));
    row("a date in another zone", QDateTime(QDate(2026, 11, 24), QTime(18, 0), Qt::OffsetFromUTC, 9 * 3600));
    row("no bytes", QByteArray());
    row("bytes", QByteArray::fromHex("00ff277f80"));
    row("many bytes", QByteArray(50'000, 'x'));
    row("a secret", Secret(secretText));
    row("the time of sending", LateValue::timeOfSending(std::chrono::minutes(0)));
    row("hours after sending", LateValue::timeOfSending(std::chrono::hours(49)));
    row("minutes after sending", LateValue::timeOfSending(std::chrono::minutes(61)));
}

KAKUIN_TEST(tst_EngineScripts, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_scripts

#include "tst_engine_scripts.moc"
