// SPDX-License-Identifier: MIT
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "text/operationtext.h"
#include "text/plantext.h"

#include <QtTest/QTest>

namespace tests::tst_operationtext {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::OperationText;
using ui::PlanText;

namespace {

const domain::ServerId server(u"MBX01"_s);

domain::Thumbprint anyThumbprint()
{
    return domain::Thumbprint::fromSha1(QByteArray(domain::Thumbprint::byteCount, '\x9a'));
}

plan::OperationRecord removal()
{
    plan::OperationRecord operation;
    plan::Step step;
    step.number = 1;
    step.kind = plan::StepKind::RemoveCertificate;
    step.server = server;
    step.subject = anyThumbprint();
    step.command = shell::Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(server).withThumbprint(anyThumbprint());
    operation.plan.kind = plan::PlanKind::RemoveCertificates;
    operation.plan.steps = {step};
    operation.startedUtc = QDateTime(QDate(2026, 11, 30), QTime(1, 0), Qt::UTC);
    operation.state = plan::OperationState::Declined;
    plan::StepRecord record;
    record.number = 1;
    record.state = plan::StepState::Declined;
    shell::AskedPrompt question;
    question.prompt.message = u"Remove it?\nReally \u202etxt.exe?"_s;
    question.prompt.choices
        = {shell::PromptChoice::fromLabel(u"&Yes"_s, {}), shell::PromptChoice::fromLabel(u"&No"_s, {})};
    question.answer = 1;
    question.isAnswered = true;
    record.questions = {question};
    operation.steps = {record};
    operation.names.insert(anyThumbprint(), u"Microsoft Exchange"_s);
    operation.origin = {u"CONTOSO\\anna"_s, u"anna"_s, u"pc7"_s, u"Kakuin 2.0"_s, u"15.2.1544.4"_s};
    operation.planHash = QByteArray(64, 'a');
    return operation;
}

} // namespace

/// A record says what was, whatever the organisation looks like now.
class tst_OperationText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void title_staysWhatItWas_whenTheCertificateIsGone()
    {
        const plan::OperationRecord operation = removal();
        const auto empty = testkit::InventoryBuilder().server(u"MBX01"_s).build();
        QCOMPARE(PlanText::title(operation, empty.get()), u"Remove “Microsoft Exchange” from MBX01"_s);
        QCOMPARE(PlanText::title(operation, nullptr), PlanText::title(operation, empty.get()));
        const auto renamed = testkit::InventoryBuilder()
                                 .server(u"MBX01"_s)
                                 .certificate(testkit::CertificateBuilder(u"MBX01"_s, u"CN=MBX01"_s)
                                                  .thumbprint(anyThumbprint().toString())
                                                  .friendlyName(u"Another"_s))
                                 .build();
        QCOMPARE(PlanText::title(operation, renamed.get()), PlanText::title(operation, empty.get()));
    }

    void record_saysWho_withWhat_andWhatBecameOfEachStep()
    {
        const QString text = OperationText::record(removal(), nullptr);
        for (const QString &part : {u"CONTOSO\\anna"_s, u"pc7"_s, u"Kakuin 2.0"_s, u"15.2.1544.4"_s, QString(64, u'a'),
                 u": declined"_s, u"Answered: No"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    }

    void record_keepsTheLinesOfAQuestion_andNothingThatMisleads()
    {
        const QString text = OperationText::record(removal(), nullptr);
        QVERIFY2(text.contains(u"Remove it?\n"_s), qPrintable(text));
        QVERIFY(!text.contains(u"000A"_s));
        QVERIFY(!text.contains(QChar(0x202e)));
        // every line of what the server said is indented: it cannot look like a line of the record
        QVERIFY2(text.contains(u"\n    Really"_s), qPrintable(text));
    }

    void consent_isTold()
    {
        plan::OperationRecord operation = removal();
        operation.consent = plan::Consent{operation.planHash, operation.startedUtc, {}};
        operation.steps.first().questions.first().isByConsent = true;
        const QString text = OperationText::record(operation, nullptr);
        QVERIFY2(text.contains(u"Agreed to answer as recommended"_s), qPrintable(text));
        QVERIFY2(text.contains(u"as agreed on the Review page: No"_s), qPrintable(text));
    }
};

KAKUIN_TEST(tst_OperationText)

} // namespace tests::tst_operationtext

#include "tst_operationtext.moc"
