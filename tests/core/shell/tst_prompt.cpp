// SPDX-License-Identifier: MIT
#include "core/shell/prompt.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_prompt {

using namespace kakuin;
using namespace kakuin::shell;

namespace {

constexpr char oldHex[] = "9A0B4C2D7E11F0A39A0B4C2D7E11F0A39A0B4C2D";
constexpr char newHex[] = "1111111122222222333333334444444455555555";

QList<PromptChoice> choicesOf(const QStringList &labels)
{
    QList<PromptChoice> choices;
    for (const QString &label : labels)
        choices.append(PromptChoice::fromLabel(label, {}));
    return choices;
}

QList<PromptChoice> english()
{
    return choicesOf(
        {QStringLiteral("&Yes"), QStringLiteral("Yes to &All"), QStringLiteral("&No"), QStringLiteral("No to A&ll")});
}

QString filled(const char *text)
{
    return QString::fromUtf8(text)
        .replace(QLatin1String("T1"), QString::fromLatin1(oldHex))
        .replace(QLatin1String("T2"), QString::fromLatin1(newHex));
}

QList<PromptChoice> japanese()
{
    return choicesOf({QStringLiteral("はい(&Y)"), QStringLiteral("すべて続行(&A)"), QStringLiteral("いいえ(&N)"),
        QStringLiteral("すべて無視(&L)")});
}

} // namespace

class tst_Prompt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void label_losesItsAmpersand_data();
    void label_losesItsAmpersand();
    void confirmations_areFoundByTheirOrder_inBothLanguages();
    void form_decides_whetherItIsAConfirmation_data();
    void form_decides_whetherItIsAConfirmation();
    void thumbprints_areFoundOnce_inOrder();
};

void tst_Prompt::label_losesItsAmpersand_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QChar>("accelerator");
    QTest::newRow("in front") << QStringLiteral("&Yes") << QStringLiteral("Yes") << QChar(u'Y');
    QTest::newRow("inside") << QStringLiteral("No to A&ll") << QStringLiteral("No to All") << QChar(u'L');
    QTest::newRow("Japanese") << QStringLiteral("はい(&Y)") << QStringLiteral("はい(Y)") << QChar(u'Y');
    QTest::newRow("none") << QStringLiteral("Yes") << QStringLiteral("Yes") << QChar();
    QTest::newRow("at the end") << QStringLiteral("Yes&") << QStringLiteral("Yes") << QChar();
    QTest::newRow("empty") << QString() << QString() << QChar();
}

void tst_Prompt::label_losesItsAmpersand()
{
    QFETCH(QString, label);
    QFETCH(QString, shown);
    QFETCH(QChar, accelerator);
    const PromptChoice choice = PromptChoice::fromLabel(label, QStringLiteral("help"));
    QCOMPARE(choice.label, shown);
    QCOMPARE(choice.accelerator, accelerator);
    QCOMPARE(choice.help, QStringLiteral("help"));
}

void tst_Prompt::confirmations_areFoundByTheirOrder_inBothLanguages()
{
    for (const auto &choices : {english(), japanese()}) {
        Prompt prompt;
        prompt.choices = choices;
        QCOMPARE(prompt.indexOf(Confirmation::Yes), std::optional<int>(0));
        QCOMPARE(prompt.indexOf(Confirmation::YesToAll), std::optional<int>(1));
        QCOMPARE(prompt.indexOf(Confirmation::No), std::optional<int>(2));
        QCOMPARE(prompt.indexOf(Confirmation::NoToAll), std::optional<int>(3));
        QCOMPARE(prompt.confirmationAt(2), std::optional<Confirmation>(Confirmation::No));
        QVERIFY(!prompt.confirmationAt(4).has_value());
        QVERIFY(!prompt.confirmationAt(-1).has_value());
    }
}

void tst_Prompt::form_decides_whetherItIsAConfirmation_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<int>("defaultChoice");
    QTest::addColumn<bool>("isConfirmation");
    const auto row = [](const char *tag, const QStringList &labels, bool is, int defaultChoice = 0) {
        QTest::newRow(tag) << labels << defaultChoice << is;
    };
    using List = QStringList;
    const List english{
        QStringLiteral("&Yes"), QStringLiteral("Yes to &All"), QStringLiteral("&No"), QStringLiteral("No to A&ll")};
    row("English", english, true);
    row("Japanese",
        {QStringLiteral("はい(&Y)"), QStringLiteral("すべて続行(&A)"), QStringLiteral("いいえ(&N)"),
            QStringLiteral("すべて無視(&L)")},
        true);
    row("German",
        {QStringLiteral("&Ja"), QStringLiteral("Ja, &alle"), QStringLiteral("&Nein"), QStringLiteral("Nein, &keine")},
        true);
    row("French",
        {QStringLiteral("&Oui"), QStringLiteral("Oui pour &tout"), QStringLiteral("&Non"),
            QStringLiteral("Non po&ur tout")},
        true);
    row("Spanish",
        {QStringLiteral("&Sí"), QStringLiteral("Sí a &todo"), QStringLiteral("&No"), QStringLiteral("No a t&odo")},
        true);
    row("Italian",
        {QStringLiteral("&Sì"), QStringLiteral("&Tutti"), QStringLiteral("&No"), QStringLiteral("No a t&utti")}, true);
    row("Russian",
        {QStringLiteral("&Да"), QStringLiteral("Да для &всех"), QStringLiteral("&Нет"),
            QStringLiteral("Нет для в&сех")},
        true);
    row("Chinese",
        {QStringLiteral("是(&Y)"), QStringLiteral("全是(&A)"), QStringLiteral("否(&N)"), QStringLiteral("全否(&L)")},
        true);
    row("Czech",
        {QStringLiteral("&Ano"), QStringLiteral("Ano &všem"), QStringLiteral("&Ne"), QStringLiteral("Ne v&šem")}, true);
    row("English letters, Yes and Yes to All exchanged",
        {QStringLiteral("Yes to &All"), QStringLiteral("&Yes"), QStringLiteral("&No"), QStringLiteral("No to A&ll")},
        false);
    row("French, No first",
        {QStringLiteral("&Non"), QStringLiteral("Non po&ur tout"), QStringLiteral("&Oui"),
            QStringLiteral("Oui pour &tout")},
        false);
    row("nothing", {}, false);
    row("three choices", english.mid(0, 3), false);
    row("five choices", english + List{QStringLiteral("&Suspend")}, false);
    row("No comes first", {english.at(2), english.at(1), english.at(0), english.at(3)}, false);
    row("No, No to All, Yes, Yes to All", {english.at(2), english.at(3), english.at(0), english.at(1)}, false);
    row("the same without accelerators",
        {QStringLiteral("No"), QStringLiteral("No to All"), QStringLiteral("Yes"), QStringLiteral("Yes to All")},
        false);
    row("the right order without accelerators",
        {QStringLiteral("Yes"), QStringLiteral("Yes to All"), QStringLiteral("No"), QStringLiteral("No to All")},
        false);
    row("words that contradict their accelerators",
        {QStringLiteral("No(&Y)"), QStringLiteral("No to All(&A)"), QStringLiteral("Yes(&N)"),
            QStringLiteral("Yes to All(&L)")},
        false);
    row("the same in Japanese",
        {QStringLiteral("いいえ(&Y)"), QStringLiteral("すべて無視(&A)"), QStringLiteral("はい(&N)"),
            QStringLiteral("すべて続行(&L)")},
        false);
    row("two choices of one accelerator",
        {QStringLiteral("&Ja"), QStringLiteral("&Ja, alle"), QStringLiteral("&Nein"), QStringLiteral("Nein, &keine")},
        false);
    row("No is the default", english, false, 2);
    row("no default", english, false, -1);
}

void tst_Prompt::form_decides_whetherItIsAConfirmation()
{
    QFETCH(QStringList, labels);
    QFETCH(int, defaultChoice);
    QFETCH(bool, isConfirmation);
    Prompt prompt;
    prompt.choices = choicesOf(labels);
    prompt.defaultChoice = defaultChoice;
    QCOMPARE(prompt.isConfirmation(), isConfirmation);
    QCOMPARE(prompt.indexOf(Confirmation::Yes).has_value(), isConfirmation);
    QCOMPARE(prompt.confirmationAt(0).has_value(), isConfirmation);
    // a text that hides something behind many pages is no question of PowerShell's
    prompt.message = QString(100'000, u'x');
    QVERIFY(!prompt.isConfirmation());
}

void tst_Prompt::thumbprints_areFoundOnce_inOrder()
{
    Prompt prompt;
    prompt.message = filled("'T2' t1 \"T1\" (T2) xT1 ") + QString(41, u'A') + QLatin1String(" abc");
    const auto found = prompt.thumbprints();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).toString(), QString::fromLatin1(newHex));
    QCOMPARE(found.at(1).toString(), QString::fromLatin1(oldHex));
}

KAKUIN_TEST(tst_Prompt)

} // namespace tests::tst_prompt

#include "tst_prompt.moc"
