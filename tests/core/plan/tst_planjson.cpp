// SPDX-License-Identifier: MIT
#include "core/plan/codename.h"
#include "core/plan/planjson.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

#include <limits>

namespace tests::tst_planjson {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;

namespace {

Plan planWith(const shell::ParameterValue &value)
{
    Plan plan;
    plan.errorPolicy = ErrorPolicy::ContinueWithNextServer;
    plan.cautions = {Caution::NotTrustedRoot, Caution::EdgeResubscription};
    Step step;
    step.number = 7;
    step.kind = StepKind::VerifySuccessor;
    step.server = domain::ServerId(u"EX01"_s);
    step.subject = domain::Thumbprint::parse(QString(40, u'A')).value();
    step.command = shell::Pipeline(QList<shell::Cmdlet>{
        shell::Cmdlet(u"Get-Thing"_s), shell::Cmdlet(u"Set-Thing"_s).with(u"Value"_s, value).withSwitch(u"Force"_s)});
    step.prompts = {{shell::PromptKind::RemoveCertificate, shell::Confirmation::YesToAll,
        RecommendationReason::CurrentNotKnown, step.subject, true}};
    Check check;
    check.kind = Check::Kind::InternalTransportIs;
    check.server = step.server;
    check.certificate = {{}, 3};
    check.services = domain::ServiceSet(domain::Service::Iis) | domain::Service::UmCallRouter;
    check.command = shell::Cmdlet(u"Get-Thing"_s).with(u"Value"_s, value);
    check.condition = Check::Condition{shell::PromptKind::OverwriteDefaultSmtp, 3, false, true};
    step.checks = {check, Check()};
    plan.steps = {step, Step()};
    return plan;
}

template <class E>
int namedCodes()
{
    int count = 0;
    for (int i = 0; i < 256; ++i) {
        const auto name = nameOf(static_cast<E>(i));
        if (name.isEmpty())
            continue;
        ++count;
        if (fromName<E>(QString(name)) != static_cast<E>(i))
            qFatal("%s is not unique", name.data());
    }
    return count;
}

} // namespace

class tst_PlanJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plan_comesBackEqual_data()
    {
        using Value = shell::ParameterValue;
        QTest::addColumn<Value>("value");
        const auto row = [](const char *tag, Value value) { QTest::newRow(tag) << std::move(value); };
        row("null", std::monostate());
        row("text", u"EX01"_s);
        row("empty text", QString());
        row("hostile text", u"'\"\\\u0000\u0001\r\n\u2028$(x)`"_s);
        row("text beyond the basic plane", u"\U0001F600\u3042"_s);
        row("half a character", QString(QChar(0xd83d)) + u"x"_s);
        row("the other half first", QString(QChar(0xde00)) + QChar(0xd83d));
        row("list", QStringList{u"a"_s, QString(), QString(QChar(0xd800))});
        row("empty list", QStringList());
        row("switch on", shell::Switch{true});
        row("switch off", shell::Switch{false});
        row("true", true);
        row("false", false);
        row("largest number", std::numeric_limits<qint64>::max());
        row("smallest number", std::numeric_limits<qint64>::min());
        row("a number that is no double", qint64(9007199254740993));
        row("time", QDateTime(QDate(2026, 11, 24), QTime(9, 0, 0, 123), Qt::UTC));
        row("time before the epoch", QDateTime(QDate(1601, 1, 1), QTime(0, 0), Qt::UTC));
        row("no time", QDateTime());
        row("bytes", QByteArray::fromHex("00ff0d0a80"));
        row("no bytes", QByteArray());
        row("late thumbprint", shell::LateValue::thumbprintOfStep(12));
        row("late time", shell::LateValue::timeOfSending(std::chrono::hours(-49)));
    }
    void plan_comesBackEqual()
    {
        QFETCH(shell::ParameterValue, value);
        const Plan plan = planWith(value);
        const auto json = planToJson(plan);
        QVERIFY_RESULT(json);
        const auto again = planFromJson(*json);
        QVERIFY_RESULT(again);
        QVERIFY(*again == plan);
    }

    void secret_isRefused_andNotWritten()
    {
        const auto json = planToJson(planWith(Secret(u"hunter2"_s)));
        QVERIFY(!json);
        QCOMPARE(json.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(json.error().subject, u"Value"_s);
        QVERIFY(!json.error().detail.contains(u"hunter2"_s));
    }

    void prompt_comesBackEqual()
    {
        shell::Prompt prompt;
        prompt.server = domain::ServerId(u"EX01"_s);
        prompt.cmdlet = u"New-ExchangeCertificate"_s;
        prompt.caption = u"確認"_s;
        prompt.message = u"既存の\r\n<b>\u0000"_s + QChar(0xdc00);
        prompt.choices = {shell::PromptChoice::fromLabel(u"はい(&Y)"_s, u"?"_s), shell::PromptChoice()};
        prompt.defaultChoice = -1;
        const auto again = promptFromJson(promptToJson(prompt));
        QVERIFY_RESULT(again);
        QVERIFY(*again == prompt);
    }

    void damage_isAnError_neverACrash()
    {
        const QByteArray json = planToJson(planWith(u"x"_s)).value();
        for (qsizetype i = 0; i < json.size(); ++i) {
            QVERIFY(!planFromJson(json.left(i)));
            QByteArray flipped = json;
            flipped[i] = static_cast<char>(flipped.at(i) ^ 0x15);
            if (const auto read = planFromJson(flipped); !read)
                QCOMPARE(read.error().code, ErrorCode::StorageDamaged);
        }
        for (const char *text : {"", "[]", "null", "{}", "{\"kind\":\"renewCertificate\"}"})
            QCOMPARE(planFromJson(text).error().code, ErrorCode::StorageDamaged);
    }

    void misleadingName_isDamage()
    {
        const QByteArray json = planToJson(planWith(u"x"_s)).value();
        for (const char *name : {"EX01", "Get-Thing", "Set-Thing", "Force", "Value"}) {
            QByteArray changed = json;
            changed.replace('"' + QByteArray(name) + '"', '"' + QByteArray(name) + "\\n$global:pwned=42 #\"");
            QVERIFY2(changed != json, name);
            const auto read = planFromJson(changed);
            QVERIFY2(!read, name);
            QCOMPARE(read.error().code, ErrorCode::StorageDamaged);
        }
    }

    void codeOfANewerVersion_isDamage()
    {
        QByteArray json = planToJson(planWith(u"x"_s)).value();
        json.replace("verifySuccessor", "conquerTheWorld");
        QCOMPARE(planFromJson(json).error().detail, u"kind"_s);
    }

    void everyCode_hasANameOfItsOwn()
    {
        QCOMPARE(namedCodes<ErrorCode>(), static_cast<int>(ErrorCode::Count_));
        QCOMPARE(namedCodes<PlanKind>(), 9);
        QCOMPARE(namedCodes<StepKind>(), 11);
        QCOMPARE(namedCodes<RecommendationReason>(), 12);
        QCOMPARE(namedCodes<Caution>(), 18);
        QCOMPARE(namedCodes<StepState>(), 9);
        QCOMPARE(namedCodes<OperationState>(), 6);
        QVERIFY(!fromName<StepState>(u"Count_"));
        QVERIFY(!fromName<StepState>(u""));
    }
};

KAKUIN_TEST(tst_PlanJson)

} // namespace tests::tst_planjson

#include "tst_planjson.moc"
