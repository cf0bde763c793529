// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "core/shell/powershelltext.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_powershelltext {

using namespace kakuin;
using namespace kakuin::shell;

class tst_PowerShellText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void value_isWrittenSoThatItReadsBackTheSame_data();
    void value_isWrittenSoThatItReadsBackTheSame();
    void hostileText_staysInsideItsQuotes_data();
    void hostileText_staysInsideItsQuotes();
    void cmdlet_isOneLine();
    void switchThatIsOff_isExplicit();
    void listOfOne_isTheWordAlone_asAParameter();
    void lateValue_isSpelledByTheCaller();
    void lines_breakAfterThePipe();
    void literal_hasNoLineBreak_norAnythingInvisible();
    void foreignName_isNoCommand();
    void comment_isOneOnEveryLine_data();
    void comment_isOneOnEveryLine();
    void comment_isNeverASignature_data();
    void comment_isNeverASignature();
};

void tst_PowerShellText::value_isWrittenSoThatItReadsBackTheSame_data()
{
    QTest::addColumn<ParameterValue>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const ParameterValue &value, const char *text) {
        QTest::newRow(tag) << value << QString::fromUtf8(text);
    };
    row("nothing is $null", std::monostate(), "$null");
    row("a plain word stays bare", QStringLiteral("EX01"), "EX01");
    row("a host name stays bare", QStringLiteral("ex-01.contoso.com"), "ex-01.contoso.com");
    row("a thumbprint that begins with a digit is quoted, lest it be a number",
        QStringLiteral("1E22222222222222222222222222222222222222"), "'1E22222222222222222222222222222222222222'");
    row("an empty text is quoted", QString(), "''");
    row("a blank is quoted", QStringLiteral("Microsoft Exchange"), "'Microsoft Exchange'");
    row("an apostrophe is doubled", QStringLiteral("O'Brien"), "'O''Brien'");
    row("what looks like a parameter is quoted", QStringLiteral("-Force"), "'-Force'");
    row("a variable is quoted", QStringLiteral("$env:PATH"), "'$env:PATH'");
    row("a wildcard is quoted", QStringLiteral("*"), "'*'");
    row("Japanese is quoted", QStringLiteral("証明書"), "'証明書'");
    row("a list is joined by commas", QStringList({QStringLiteral("IMAP"), QStringLiteral("a b")}), "IMAP,'a b'");
    row("an empty list", QStringList(), "@()");
    row("true", true, "$true");
    row("false", false, "$false");
    row("a number", qint64(2048), "2048");
    row("a negative number", qint64(-1), "-1");
    row("a time is UTC with milliseconds", QDateTime(QDate(2026, 11, 24), QTime(9, 0, 0, 5), Qt::UTC),
        "([datetime]'2026-11-24T09:00:00.005Z')");
    row("a time of another zone is converted",
        QDateTime(QDate(2026, 11, 24), QTime(18, 0), Qt::OffsetFromUTC, 9 * 3600),
        "([datetime]'2026-11-24T09:00:00.000Z')");
    row("bytes are base64", QByteArray("\x01\x02", 2), "([Convert]::FromBase64String('AQI='))");
    row("a secret is a question, never text", Secret(QStringLiteral("hunter2")), "(Read-Host -AsSecureString)");
    row("the thumbprint of a step", LateValue::thumbprintOfStep(3), "<3>");
    row("now", LateValue::timeOfSending(std::chrono::minutes(0)), "(Get-Date)");
    row("in hours", LateValue::timeOfSending(std::chrono::hours(49)), "(Get-Date).AddHours(49)");
    row("in minutes", LateValue::timeOfSending(std::chrono::minutes(90)), "(Get-Date).AddMinutes(90)");
}

void tst_PowerShellText::value_isWrittenSoThatItReadsBackTheSame()
{
    QFETCH(ParameterValue, value);
    QFETCH(QString, text);
    QCOMPARE(toPowerShell(value), text);
}

void tst_PowerShellText::hostileText_staysInsideItsQuotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an apostrophe and a command") << QStringLiteral("'; Remove-Item C:\\ -Recurse; '");
    for (const char16_t quote : {u'\u2018', u'\u2019', u'\u201a', u'\u201b'})
        QTest::addRow("the typographic quote U+%04X", quote) << QStringLiteral("a%1b").arg(QChar(quote));
    QTest::newRow("a backtick") << QStringLiteral("a`");
    QTest::newRow("a subexpression") << QStringLiteral("$(Get-Process)");
    QTest::newRow("a comment") << QStringLiteral("a #b");
    QTest::newRow("a pipe") << QStringLiteral("a|b");
}

void tst_PowerShellText::hostileText_staysInsideItsQuotes()
{
    QFETCH(QString, text);
    const QString source = toPowerShell(ParameterValue(text));
    QVERIFY(source.startsWith(u'\'') && source.endsWith(u'\'') && source.size() >= 2);
    // Inside, every character that PowerShell takes for a single quote comes in pairs
    const auto isQuote = [](QChar c) { return c == u'\'' || (c.unicode() >= 0x2018 && c.unicode() <= 0x201b); };
    const QString inside = source.mid(1, source.size() - 2);
    QString readBack;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        readBack += inside.at(i);
        if (isQuote(inside.at(i))) {
            QVERIFY(i + 1 < inside.size() && isQuote(inside.at(i + 1)));
            ++i;
        }
    }
    QCOMPARE(readBack, text);
}

void tst_PowerShellText::cmdlet_isOneLine()
{
    Cmdlet read(QStringLiteral("Get-ExchangeCertificate"));
    read.onServer(domain::ServerId(QStringLiteral("EX01")));
    Cmdlet make(QStringLiteral("New-ExchangeCertificate"));
    make.withServices(domain::Service::Imap | domain::Service::Pop)
        .with(QStringLiteral("PrivateKeyExportable"), false)
        .withSwitch(QStringLiteral("Force"));
    QCOMPARE(toPowerShell(Pipeline(QList<Cmdlet>{read, make})),
        QStringLiteral("Get-ExchangeCertificate -Server EX01 | New-ExchangeCertificate -Services IMAP,POP "
                       "-PrivateKeyExportable $false -Force"));
}

void tst_PowerShellText::switchThatIsOff_isExplicit()
{
    Cmdlet remove(QStringLiteral("Remove-ExchangeCertificate"));
    remove.with(QStringLiteral("Confirm"), Switch{false});
    QCOMPARE(toPowerShell(Pipeline(remove)), QStringLiteral("Remove-ExchangeCertificate -Confirm:$false"));
}

void tst_PowerShellText::listOfOne_isTheWordAlone_asAParameter()
{
    Cmdlet make(QStringLiteral("New-ExchangeCertificate"));
    make.withServices({}).with(QStringLiteral("DomainName"), QStringList());
    QCOMPARE(toPowerShell(Pipeline(make)), QStringLiteral("New-ExchangeCertificate -Services None -DomainName @()"));
}

void tst_PowerShellText::lateValue_isSpelledByTheCaller()
{
    Cmdlet cmdlet(QStringLiteral("Set-AuthConfig"));
    cmdlet.with(QStringLiteral("NewCertificateThumbprint"), LateValue::thumbprintOfStep(2));
    const auto spelled = [](const LateValue &late) { return QStringLiteral("$step%1.Thumbprint").arg(late.step); };
    QCOMPARE(toPowerShell(Pipeline(cmdlet), spelled),
        QStringLiteral("Set-AuthConfig -NewCertificateThumbprint $step2.Thumbprint"));
}

void tst_PowerShellText::lines_breakAfterThePipe()
{
    const Pipeline pipeline(
        QList<Cmdlet>{Cmdlet(QStringLiteral("Get-AuthConfig")), Cmdlet(QStringLiteral("Get-ExchangeCertificate"))});
    QCOMPARE(toPowerShellLines(pipeline), QStringLiteral("Get-AuthConfig |\n    Get-ExchangeCertificate"));
    QCOMPARE(toPowerShell(Pipeline()), QString());
}

void tst_PowerShellText::literal_hasNoLineBreak_norAnythingInvisible()
{
    QCOMPARE(quoted(QStringLiteral("a\r\nb")), QStringLiteral("('a' + [char]13 + [char]10 + 'b')"));
    QCOMPARE(quoted(QStringLiteral("\n")), QStringLiteral("('' + [char]10)"));
    QCOMPARE(quoted(QStringLiteral("it's\u202e")), QStringLiteral("('it''s' + [char]8238)"));
    QCOMPARE(quoted(QStringLiteral("\U000e0041x")), QStringLiteral("('' + [char]56128 + [char]56385 + 'x')"));
    QCOMPARE(quoted(QString(QChar(0xd83d))), QStringLiteral("('' + [char]55357)"));
    QCOMPARE(quoted(QString()), QStringLiteral("''"));
    for (const QString &text : testkit::hostileTexts(1, 200)) {
        QVERIFY(!isUnsafeInName(quoted(text)));
        QVERIFY(!isUnsafeInName(toPowerShell(ParameterValue(QStringList{text, text}))));
    }
}

void tst_PowerShellText::foreignName_isNoCommand()
{
    Cmdlet foreign(QStringLiteral("Get-Thing; Remove-Thing"));
    foreign.with(QStringLiteral("Name x; Remove-Thing"), QStringLiteral("a"));
    QCOMPARE(toPowerShell(Pipeline(foreign)), QStringLiteral("& 'Get-Thing; Remove-Thing' '-Name x; Remove-Thing' a"));
    QCOMPARE(toPowerShell(Pipeline(Cmdlet(QStringLiteral("exit")))), QStringLiteral("& 'exit'"));
}

void tst_PowerShellText::comment_isOneOnEveryLine_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : testkit::hostileTexts(2, 200))
        QTest::addRow("%s", qPrintable(singleLine(text, 80))) << text;
}

void tst_PowerShellText::comment_isOneOnEveryLine()
{
    QFETCH(QString, text);
    for (const QString &lead : {QString(), QStringLiteral("1. "), QStringLiteral("    ")}) {
        const QStringList lines = commentLines(text, lead, QStringLiteral("   "));
        QCOMPARE(lines.size(), multiLine(text).split(u'\n').size());
        for (const QString &line : lines) {
            QVERIFY2(line == u"#" || line.startsWith(QStringLiteral("# ")), qPrintable(line));
            QCOMPARE(testkit::physicalLines(line).size(), 1);
            QVERIFY(!isUnsafeInName(QString(line).remove(u'\t')));
        }
    }
}

void tst_PowerShellText::comment_isNeverASignature_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("comment");
    const auto row = [](const char *text, const char *comment) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(comment);
    };
    row("SIG # Begin signature block", "# …");
    row("Begin signature block", "# …");
    row("sig#beginsignatureblock", "# …");
    row("SIG # Beg1n signat_re bl0ck", "# …");
    row("begin signat block", "# …");
    row("WARNING: the Begin Signature Block of x", "# …");
    row("requires -Version 99", "# text: requires -Version 99");
    row("  Requires", "# text:   Requires");
    row("The certificate is valid", "# The certificate is valid");
    row("Creates the successor", "# Creates the successor");
}

void tst_PowerShellText::comment_isNeverASignature()
{
    QFETCH(QString, text);
    QFETCH(QString, comment);
    QCOMPARE(commentLines(text), QStringList{comment});
}

KAKUIN_TEST(tst_PowerShellText)

} // namespace tests::tst_powershelltext

#include "tst_powershelltext.moc"
