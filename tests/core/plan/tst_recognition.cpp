// SPDX-License-Identifier: MIT
#include "core/plan/consent.h"
#include "core/plan/planjson.h"
#include "tests/testkit/fakeclock.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_recognition {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Thumbprint;
using shell::Confirmation;
using shell::Prompt;
using shell::PromptKind;

namespace {

Thumbprint print(char letter)
{
    return Thumbprint::parse(QString(40, QLatin1Char(letter))).value();
}

const Thumbprint old = print('A');
const Thumbprint made = print('B');
const Thumbprint foreign = print('C');
const QDateTime now(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);

Prompt promptOf(const QString &cmdlet, const QString &message)
{
    Prompt prompt;
    prompt.cmdlet = cmdlet;
    prompt.message = message;
    for (const QString &label : {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s})
        prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
    return prompt;
}

Prompt overwrite(const QString &cmdlet, const Thumbprint &current, const Thumbprint &incoming)
{
    return promptOf(cmdlet,
        u"Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '%1' (expires 10/22/2018)\n"
        "Replace it with certificate: '%2' (expires 10/22/2023)"_s.arg(current.toString(), incoming.toString()));
}

Step stepOf(StepKind kind, const shell::Cmdlet &command, PromptKind expected, Confirmation recommended)
{
    Step step;
    step.number = 1;
    step.kind = kind;
    step.server = domain::ServerId(u"EX01"_s);
    step.subject = old;
    step.command = command;
    ExpectedPrompt prompt;
    prompt.kind = expected;
    prompt.recommended = recommended;
    step.prompts.append(prompt);
    return step;
}

Step renewal()
{
    Step step = stepOf(StepKind::CreateSuccessor, shell::Cmdlet(u"New-ExchangeCertificate"_s),
        PromptKind::OverwriteDefaultSmtp, Confirmation::Yes);
    step.prompts.first().currentCertificate = old;
    step.prompts.first().followsCurrent = true;
    return step;
}

Step handover()
{
    Step step = stepOf(StepKind::ReplaceInternalTransport,
        shell::Cmdlet(u"Enable-ExchangeCertificate"_s).withThumbprint(made), PromptKind::OverwriteDefaultSmtp,
        Confirmation::Yes);
    step.prompts.first().currentCertificate = old;
    return step;
}

Step staging(const QDateTime &effective)
{
    return stepOf(StepKind::StageAuthCertificate,
        shell::Cmdlet(u"Set-AuthConfig"_s)
            .with(u"NewCertificateThumbprint"_s, made.toString())
            .with(u"NewCertificateEffectiveDate"_s, effective),
        PromptKind::EffectiveDateWithin48Hours, Confirmation::Yes);
}

Step removal()
{
    return stepOf(StepKind::RemoveCertificate, shell::Cmdlet(u"Remove-ExchangeCertificate"_s).withThumbprint(old),
        PromptKind::RemoveCertificate, Confirmation::Yes);
}

QuestionFacts factsOf(const Step &step)
{
    return {step.command, QList<Thumbprint>{old, foreign}, {}, now};
}

const QString notice
    = u"The new certificate effective date is not \"48\" hours in the future. Do you wish to continue?"_s;

} // namespace

class tst_Recognition final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void question_isRecognised_onlyWhenAllOfItAgrees_data();
    void question_isRecognised_onlyWhenAllOfItAgrees();
    void overwrite_isNotRecognised_whenTheStoreWasNotRead();
    void overwrite_followsWhatThePlanHasMoved();
    void advice_isNone_forAQuestionThatIsNotExpected();
    void consent_coversTheQuestionThatWasShown_andNoOther();
    void consent_isOffered_whereTheAnswerIsKnownBeforehand();
};

void tst_Recognition::question_isRecognised_onlyWhenAllOfItAgrees_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<Prompt>("prompt");
    QTest::addColumn<PromptKind>("kind");
    const auto row = [](const char *tag, const Step &step, const Prompt &prompt, PromptKind kind) {
        QTest::newRow(tag) << step << prompt << kind;
    };
    const QString create = u"New-ExchangeCertificate"_s;
    const QString enable = u"Enable-ExchangeCertificate"_s;
    const QString set = u"Set-AuthConfig"_s;
    const QString remove = u"Remove-ExchangeCertificate"_s;
    const PromptKind smtp = PromptKind::OverwriteDefaultSmtp;
    const PromptKind none = PromptKind::Unknown;
    row("P1 of New", renewal(), overwrite(create, old, made), smtp);
    // as Exchange asks in Japanese, with its quotes and order of words
    const auto inJapanese = [](Prompt prompt, const char *text) {
        prompt.message = QString::fromUtf8(text).replace(u"T1"_s, old.toString()).replace(u"T2"_s, made.toString());
        prompt.choices.clear();
        for (const QString &label : {u"はい(&Y)"_s, u"すべて続行(&A)"_s, u"いいえ(&N)"_s, u"すべて無視(&L)"_s})
            prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
        return prompt;
    };
    const char *p1
        = "既存の既定の SMTP 証明書を上書きしますか?\r\n\r\n現在の証明書 : \"T1\" (有効期限:2018/10/22 9:20:28)\r\n"
          "証明書を証明書 \"T2\" (有効期限:2023/10/22 9:20:28) で置き換えます。";
    row("P1 of New in Japanese", renewal(), inJapanese(overwrite(create, old, made), p1), smtp);
    row("P1 of Enable in Japanese", handover(), inJapanese(overwrite(enable, old, made), p1), smtp);
    row("P2 in Japanese", staging(now.addDays(1)),
        inJapanese(promptOf(set, {}),
            "新しい証明書の有効開始日が \"48\" "
            "時間後以降でないため、必要なすべてのサーバー上に展開されない可能性があります。"
            "続行しますか?"),
        PromptKind::EffectiveDateWithin48Hours);
    row("P3 in Japanese", removal(),
        inJapanese(promptOf(remove, {}),
            "この操作を実行しますか?\r\nコンピューターの証明書ストアから拇印 \"T1\" を含む証明書を削除しますか?"),
        PromptKind::RemoveCertificate);
    row("P3 in English", removal(),
        promptOf(remove,
            u"Are you sure you want to perform this action?\r\nRemove certificate with thumbprint %1 from the "
            u"computer's "
            "certificate store?"_s.arg(old.toString())),
        PromptKind::RemoveCertificate);
    row("P1 of New, the cmdlet in another case", renewal(), overwrite(create.toLower(), old, made), smtp);
    row("P1 of New about another certificate in use", renewal(), overwrite(create, foreign, made), none);
    row("P1 of New with one that was there before", renewal(), overwrite(create, old, foreign), none);
    row("P1 of New the wrong way round", renewal(), overwrite(create, made, old), none);
    row("P1 of New with a third thumbprint", renewal(),
        promptOf(create, overwrite(create, old, made).message + foreign.toString()), none);
    row("P1 of New with one thumbprint", renewal(), promptOf(create, old.toString()), none);
    row("P1 asked by a cmdlet that was not sent", renewal(), overwrite(enable, old, made), none);
    row("P1 of Enable", handover(), overwrite(enable, old, made), smtp);
    row("P1 of Enable with another certificate", handover(), overwrite(enable, old, foreign), none);
    row("P1 of Enable in place of another one", handover(), overwrite(enable, foreign, made), none);
    row("P2", staging(now.addDays(1)), promptOf(set, notice), PromptKind::EffectiveDateWithin48Hours);
    row("P2 although the date is far away", staging(now.addDays(30)), promptOf(set, notice), none);
    row("P2 at exactly 48 hours", staging(now.addDays(2)), promptOf(set, notice), none);
    row("P2 that names the step's certificate", staging(now.addDays(1)), promptOf(set, notice + made.toString()),
        PromptKind::EffectiveDateWithin48Hours);
    row("P2 that names another certificate", staging(now.addDays(1)), promptOf(set, notice + foreign.toString()), none);
    row("Set-AuthConfig about something else", staging(now.addDays(1)), promptOf(set, u"Clear it?"_s), none);
    row("P3", removal(), promptOf(remove, u"Remove certificate with thumbprint %1?"_s.arg(old.toString())),
        PromptKind::RemoveCertificate);
    row("P3 about another certificate", removal(), promptOf(remove, foreign.toString()), none);
    row("P3 about two", removal(), promptOf(remove, old.toString() + u' ' + foreign.toString()), none);
    row(
        "P3 that names another one in its caption", removal(),
        [&] {
            Prompt prompt = promptOf(remove, old.toString());
            prompt.caption = foreign.toString();
            return prompt;
        }(),
        none);
    row(
        "P3 of another form", removal(),
        [&] {
            Prompt prompt = promptOf(remove, old.toString());
            prompt.choices.swapItemsAt(0, 2);
            return prompt;
        }(),
        none);
    row("nothing", removal(), Prompt(), none);
}

void tst_Recognition::question_isRecognised_onlyWhenAllOfItAgrees()
{
    QFETCH(Step, step);
    QFETCH(Prompt, prompt);
    QFETCH(PromptKind, kind);
    const auto recognised = recognise(step, prompt, factsOf(step));
    QCOMPARE(recognised ? recognised->kind : PromptKind::Unknown, kind);
    if (!recognised)
        return;
    QVERIFY(recognised->advice);
    QCOMPARE(recognised->advice->recommended, Confirmation::Yes);
    if (kind == PromptKind::OverwriteDefaultSmtp) {
        QCOMPARE(recognised->current, old);
        QCOMPARE(recognised->incoming, made);
    }
}

void tst_Recognition::overwrite_isNotRecognised_whenTheStoreWasNotRead()
{
    QuestionFacts facts = factsOf(renewal());
    facts.presentBefore.reset();
    QVERIFY(!recognise(renewal(), overwrite(u"New-ExchangeCertificate"_s, old, made), facts));
}

void tst_Recognition::overwrite_followsWhatThePlanHasMoved()
{
    // an earlier step of the plan has given the role to a certificate that no draft could know
    QuestionFacts facts = factsOf(renewal());
    facts.transportHolder = print('D');
    QVERIFY(!recognise(renewal(), overwrite(u"New-ExchangeCertificate"_s, old, made), facts));
    const auto recognised = recognise(renewal(), overwrite(u"New-ExchangeCertificate"_s, print('D'), made), facts);
    QVERIFY(recognised && recognised->advice);
    QCOMPARE(recognised->advice->recommended, Confirmation::No);
    QCOMPARE(recognised->advice->reason, RecommendationReason::OldIsNotTransport);
    // what the plan could not know either is taken for the subject, and for nothing else
    Step unread = renewal();
    unread.prompts.first().currentCertificate = {};
    QVERIFY(recognise(unread, overwrite(u"New-ExchangeCertificate"_s, old, made), factsOf(unread)));
    QVERIFY(!recognise(unread, overwrite(u"New-ExchangeCertificate"_s, foreign, made), factsOf(unread)));
}

void tst_Recognition::advice_isNone_forAQuestionThatIsNotExpected()
{
    Step step = renewal();
    step.prompts.clear();
    const auto recognised = recognise(step, overwrite(u"New-ExchangeCertificate"_s, old, made), factsOf(step));
    QVERIFY(recognised);
    QVERIFY(!recognised->advice);
}

void tst_Recognition::consent_coversTheQuestionThatWasShown_andNoOther()
{
    const Step step = renewal();
    Plan plan;
    plan.steps.append(step);
    Consent consent;
    consent.planHash = planHash(plan).value();
    consent.answers = consentableAnswers(plan);
    QCOMPARE(consent.answers.size(), 1);
    const auto question = recognise(step, overwrite(u"New-ExchangeCertificate"_s, old, made), factsOf(step));
    QVERIFY(question);
    QCOMPARE(consent.answerFor(1, *question), std::optional(Confirmation::Yes));
    QVERIFY(!consent.answerFor(2, *question));
    RecognisedQuestion other = *question;
    other.current = foreign;
    QVERIFY(!consent.answerFor(1, other));
    other = *question;
    other.advice->recommended = Confirmation::No; // the advice has changed since it was shown
    QVERIFY(!consent.answerFor(1, other));
    other.advice.reset();
    QVERIFY(!consent.answerFor(1, other));
}

void tst_Recognition::consent_isOffered_whereTheAnswerIsKnownBeforehand()
{
    Plan plan;
    Step unread = renewal();
    unread.prompts.first().currentCertificate = {};
    plan.steps = {renewal(), unread, removal(), staging(now)};
    for (int i = 0; i < plan.steps.size(); ++i)
        plan.steps[i].number = i + 1;
    const QList<ConsentedAnswer> answers = consentableAnswers(plan);
    QList<int> steps;
    for (const ConsentedAnswer &answer : answers)
        steps.append(answer.step);
    QCOMPARE(steps, (QList<int>{1, 3, 4}));
    QCOMPARE(answers.first().current, old);
    QCOMPARE(answers.first().server, domain::ServerId(u"EX01"_s));
    QCOMPARE(answers.at(1).kind, PromptKind::RemoveCertificate);
}

KAKUIN_TEST(tst_Recognition)

} // namespace tests::tst_recognition

Q_DECLARE_METATYPE(kakuin::plan::Step)
Q_DECLARE_METATYPE(kakuin::shell::Prompt)

#include "tst_recognition.moc"
