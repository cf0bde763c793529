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

QList<PromptChoice> japanese()
{
    return choicesOf({QStringLiteral("はい(&Y)"), QStringLiteral("すべて続行(&A)"), QStringLiteral("いいえ(&N)"),
        QStringLiteral("すべて無視(&L)")});
}

QString filled(const char *text)
{
    return QString::fromUtf8(text)
        .replace(QLatin1String("T1"), QString::fromLatin1(oldHex))
        .replace(QLatin1String("T2"), QString::fromLatin1(newHex));
}

} // namespace

class tst_Prompt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kind_isToldByCmdletAndThumbprints_data();
    void kind_isToldByCmdletAndThumbprints();
    void label_losesItsAmpersand_data();
    void label_losesItsAmpersand();
    void confirmations_areFoundByTheirOrder_inBothLanguages();
    void confirmations_areUnknown_whenTheQuestionIsOfAnotherForm();
    void thumbprints_areFoundOnce_inOrder();
};

void tst_Prompt::kind_isToldByCmdletAndThumbprints_data()
{
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isJapanese");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *tag, const char *cmdlet, const char *message, bool isJapanese, PromptKind kind) {
        QTest::newRow(tag) << QString::fromLatin1(cmdlet) << filled(message) << isJapanese << static_cast<int>(kind);
    };
    const char *p1 = "Overwrite the existing default SMTP certificate?\r\n\r\nCurrent certificate: 'T1' (expires "
                     "10/22/2018 9:20:28 AM)\r\nReplace it with certificate: 'T2' (expires 10/22/2023 9:20:28 AM)";
    const char *p1Japanese = "既存の既定の SMTP 証明書を上書きしますか?\r\n\r\n現在の証明書 : \"T1\" "
                             "(有効期限:2018/10/22 9:20:28)\r\n証明書を証明書 \"T2\" (有効期限:2023/10/22 9:20:28) "
                             "で置き換えます。";
    const char *p2 = "The new certificate effective date is not \"48\" hours in the future and may not be deployed on "
                     "all necessary servers. Do you wish to continue?";
    const char *p2Japanese
        = "新しい証明書の有効開始日が \"48\" "
          "時間後以降でないため、必要なすべてのサーバー上に展開されない可能性があります。続行しますか?";
    const char *p3 = "Are you sure you want to perform this action?\r\nRemove certificate with thumbprint T1 from the "
                     "computer's certificate store?";
    const char *p3Japanese = "この操作を実行しますか?\r\nコンピューターの証明書ストアから拇印 \"T1\" "
                             "を含む証明書を削除しますか?";
    row("P1 of New, in English", "New-ExchangeCertificate", p1, false, PromptKind::OverwriteDefaultSmtp);
    row("P1 of Enable, in English", "Enable-ExchangeCertificate", p1, false, PromptKind::OverwriteDefaultSmtp);
    row("P1 of New, in Japanese", "New-ExchangeCertificate", p1Japanese, true, PromptKind::OverwriteDefaultSmtp);
    row("P1 in any case of the cmdlet's name", "new-exchangecertificate", p1, false, PromptKind::OverwriteDefaultSmtp);
    row("P2 in English", "Set-AuthConfig", p2, false, PromptKind::EffectiveDateWithin48Hours);
    row("P2 in Japanese", "Set-AuthConfig", p2Japanese, true, PromptKind::EffectiveDateWithin48Hours);
    row("P3 in English", "Remove-ExchangeCertificate", p3, false, PromptKind::RemoveCertificate);
    row("P3 in Japanese", "Remove-ExchangeCertificate", p3Japanese, true, PromptKind::RemoveCertificate);
    row("a question of Set-AuthConfig about something else", "Set-AuthConfig", "Clear T1?", false, PromptKind::Unknown);
    row("a question of New with one thumbprint", "New-ExchangeCertificate", "Use T1?", false, PromptKind::Unknown);
    row("a question of Remove about two", "Remove-ExchangeCertificate", "T1 T2", false, PromptKind::Unknown);
    row("a question of another cmdlet", "Set-SendConnector", p1, false, PromptKind::Unknown);
    row("nothing", "", "", false, PromptKind::Unknown);
}

void tst_Prompt::kind_isToldByCmdletAndThumbprints()
{
    QFETCH(QString, cmdlet);
    QFETCH(QString, message);
    QFETCH(bool, isJapanese);
    QFETCH(int, kind);
    Prompt prompt;
    prompt.cmdlet = cmdlet;
    prompt.message = message;
    prompt.choices = isJapanese ? japanese() : english();
    QCOMPARE(static_cast<int>(kindOf(prompt)), kind);
    // Without the four choices it is no confirmation, whatever it says
    prompt.choices.removeLast();
    QCOMPARE(kindOf(prompt), PromptKind::Unknown);
}

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

void tst_Prompt::confirmations_areUnknown_whenTheQuestionIsOfAnotherForm()
{
    Prompt prompt;
    QVERIFY(!prompt.indexOf(Confirmation::Yes).has_value());
    prompt.choices = english();
    prompt.choices.swapItemsAt(0, 2); // No comes first: nothing may be taken for Yes
    QVERIFY(!prompt.indexOf(Confirmation::Yes).has_value());
    QVERIFY(!prompt.confirmationAt(0).has_value());
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
