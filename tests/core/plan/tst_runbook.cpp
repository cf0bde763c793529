// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "plainrunbooktext.h"
#include "tests/testkit/hostiletexts.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_runbook {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using domain::Service;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;

namespace {

const QString oldThumb = u"A1B2C3D4E5F60718293A4B5C6D7E8F9012345678"_s;

domain::Thumbprint thumbprint()
{
    return domain::Thumbprint::parse(oldThumb).value();
}

Plan renewal(const QStringList &servers, ErrorPolicy policy = ErrorPolicy::Stop)
{
    InventoryBuilder builder;
    QList<domain::CertificateId> targets;
    for (const QString &server : servers) {
        builder.server(server)
            .certificate(CertificateBuilder(server, u"CN=x"_s)
                             .thumbprint(oldThumb)
                             .services(domain::ServiceSet(Service::Imap) | Service::Smtp))
            .transport(thumbprint());
        targets.append({domain::ServerId(server), thumbprint()});
    }
    RenewDraft draft(builder.build());
    draft.setTargets(targets);
    draft.setErrorPolicy(policy);
    return draft.plan();
}

QString scriptOf(const Plan &plan, const QString &text = u"TEXT"_s)
{
    const QByteArray bytes = runbookScript(plan, testkit::PlainRunbookText(text));
    return QString::fromUtf8(bytes.mid(3));
}

} // namespace

class tst_Runbook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void script_readsAsThePlan()
    {
        QStringList expected{u"# TEXT"_s, u"#"_s, u"# TEXT"_s, u"#"_s, u"# * TEXT"_s, u"# * TEXT"_s, QString(),
            u"$ErrorActionPreference = 'Stop'"_s, QString(), u"# 1. TEXT"_s, u"# ? TEXT"_s,
            u"$step1 = Get-ExchangeCertificate -Server EX01 -Thumbprint A1B2C3D4E5F60718293A4B5C6D7E8F9012345678 |"_s,
            u"    New-ExchangeCertificate -Server EX01 -Services IMAP,SMTP"_s,
            u"if (-not ($step1.Thumbprint)) { throw 'TEXT' }"_s,
            u"$step1 | Format-List -Property Thumbprint,Services,NotAfter,Subject"_s, QString(), u"# 2. TEXT"_s,
            u"# TEXT"_s, u"$found = @(Get-ExchangeCertificate -Server EX01 -Thumbprint $step1.Thumbprint)"_s,
            u"if (-not ($found.Count -eq 1 -and $found[0].Thumbprint -eq $step1.Thumbprint"
            " -and ('' + $found[0].Services -split ',\\s*') -contains 'IMAP'"
            " -and ('' + $found[0].Services -split ',\\s*') -contains 'SMTP')) { throw 'TEXT' }"_s,
            u"# TEXT"_s, u"$found = @(Get-TransportService -Identity EX01)"_s,
            u"if (-not ($found.Count -eq 1 -and $found[0].InternalTransportCertificateThumbprint"
            " -eq $step1.Thumbprint)) { throw 'TEXT' }"_s,
            QString()};
        QCOMPARE(scriptOf(renewal({u"EX01"_s})).split(u"\r\n"_s), expected);
    }

    void script_isUtf8WithMark_andWindowsLineEnds()
    {
        const QByteArray bytes = runbookScript(renewal({u"EX01"_s}), testkit::PlainRunbookText(u"証明書"_s));
        QVERIFY(bytes.startsWith("\xef\xbb\xbf"));
        QVERIFY(bytes.contains("証明書"));
        QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
        QVERIFY(bytes.endsWith("\r\n"));
    }

    void comment_neverEnds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("line feed") << u"a\nRemove-Item x"_s;
        QTest::newRow("carriage return") << u"a\rRemove-Item x"_s;
        QTest::newRow("both") << u"a\r\nRemove-Item x"_s;
        QTest::newRow("line separator") << u"a\u2028Remove-Item x"_s;
        QTest::newRow("paragraph separator") << u"a\u2029Remove-Item x"_s;
        QTest::newRow("next line") << u"a\u0085Remove-Item x"_s;
        QTest::newRow("vertical tab and form feed") << u"a\u000bRemove-Item x\u000cRemove-Item x"_s;
        QTest::newRow("nothing") << u"a\u0000Remove-Item x"_s;
        QTest::newRow("end of a block comment") << u"a #> Remove-Item x <#"_s;
        QTest::newRow("requires") << u"requires -Version 99\nRequires -RunAsAdministrator"_s;
        QTest::newRow("signature") << u"SIG # Begin signature block\n sig#beginsignatureblock"_s;
        QTest::newRow("quotes") << u"it's ’quoted’'; Remove-Item x; '"_s;
        QTest::newRow("direction") << u"\u202eRemove-Item x"_s;
    }
    void comment_neverEnds()
    {
        QFETCH(QString, text);
        const QStringList plain = scriptOf(renewal({u"EX01"_s})).split(u"\r\n"_s);
        const auto isCode = [](const QString &line) { return !line.isEmpty() && !line.startsWith(u'#'); };
        QStringList expected;
        for (const QString &line : plain) {
            if (isCode(line))
                expected.append(line.section(u"throw"_s, 0, 0));
        }
        const QString script = scriptOf(renewal({u"EX01"_s}), text);
        QStringList code;
        for (const QString &line : script.split(u"\r\n"_s)) {
            for (const QChar c : line)
                QVERIFY(c.unicode() >= 0x20 && c.unicode() != 0x85 && c.unicode() != 0x2028 && c.unicode() != 0x2029);
            QVERIFY(!line.startsWith(u"#requires"_s, Qt::CaseInsensitive));
            QVERIFY(!line.startsWith(u"# sig"_s, Qt::CaseInsensitive));
            if (isCode(line))
                code.append(line.section(u"throw"_s, 0, 0));
        }
        QCOMPARE(code, expected);
    }

    void check_followsTheRecommendedAnswer()
    {
        Plan plan = renewal({u"EX01"_s});
        plan.steps[0].prompts[0].recommended = shell::Confirmation::No;
        QVERIFY(scriptOf(plan).contains(u"InternalTransportCertificateThumbprint -eq '%1')"_s.arg(oldThumb)));
        plan.steps[0].prompts.clear();
        QVERIFY(scriptOf(plan).contains(u"InternalTransportCertificateThumbprint -eq '%1')"_s.arg(oldThumb)));
    }

    void conditionalStep_isAComment_whateverItsCommandHolds()
    {
        Plan plan = renewal({u"EX01"_s});
        Step &created = plan.steps.first();
        QVERIFY(!created.prompts.isEmpty());
        const QStringList unconditional = scriptOf(plan).split(u"\r\n"_s);
        Step step;
        step.number = 9;
        step.server = domain::ServerId(u"EX01\n$global:pwned=42 #"_s);
        step.command = shell::Cmdlet(u"Get-ExchangeCertificate"_s).onServer(step.server);
        Check check;
        check.kind = Check::Kind::CertificatePresent;
        check.certificate.thumbprint = thumbprint();
        check.command = step.command;
        step.checks = {check};
        // of the answer that is not recommended
        step.condition = Check::Condition{created.prompts.first().kind, created.number, false, false};
        plan.steps.append(step);
        const QStringList lines = scriptOf(plan).split(u"\r\n"_s);
        QVERIFY(lines.size() > unconditional.size() + 2);
        for (qsizetype i = unconditional.size(); i + 1 < lines.size(); ++i) {
            QCOMPARE(testkit::physicalLines(lines.at(i)).size(), 1);
            QVERIFY2(lines.at(i).startsWith(u'#'), qPrintable(lines.at(i)));
        }
        QCOMPARE(lines.filter(u"pwned"_s).size(), 2);
    }

    void servers_areSeparate_whenThePlanContinues()
    {
        const QStringList lines
            = scriptOf(renewal({u"EX01"_s, u"EX02"_s}, ErrorPolicy::ContinueWithNextServer)).split(u"\r\n"_s);
        QCOMPARE(lines.count(u"try {"_s), 2);
        QCOMPARE(lines.filter(u"Write-Warning -Message ('EX02' + ': ' + $_)"_s).size(), 1);
        QVERIFY(lines.contains(u"    $step3 | Format-List -Property Thumbprint,Services,NotAfter,Subject"_s));
        QVERIFY(!scriptOf(renewal({u"EX01"_s, u"EX02"_s})).contains(u"try {"_s));
    }

    void secret_isAskedFor_neverWritten()
    {
        Plan plan;
        Step step;
        step.number = 1;
        step.command = shell::Cmdlet(u"Import-ExchangeCertificate"_s).with(u"Password"_s, Secret(u"hunter2"_s));
        plan.steps = {step};
        QVERIFY(!scriptOf(plan).contains(u"hunter2"_s));
        QVERIFY(scriptOf(plan).contains(u"-Password (Read-Host -AsSecureString)"_s));
    }
};

KAKUIN_TEST(tst_Runbook)

} // namespace tests::tst_runbook

#include "tst_runbook.moc"
