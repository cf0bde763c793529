// SPDX-License-Identifier: MIT
#include "core/shell/readonlyshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/fakeprompts.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_readonlyshell {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::shell;
using namespace kakuin::testkit;

/// What changes nothing is passed on; everything else ends here.
class tst_ReadOnlyShell final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_inner = std::make_shared<ScriptedShell>();
        m_shell = std::make_unique<ReadOnlyShell>(m_inner);
    }
    void reading_isPassedOn();
    void changing_isRefused_andNothingIsSent_data();
    void changing_isRefused_andNothingIsSent();
    void question_isNotAnswered();

private:
    std::shared_ptr<ScriptedShell> m_inner;
    std::unique_ptr<ReadOnlyShell> m_shell;
};

void tst_ReadOnlyShell::reading_isPassedOn()
{
    m_inner->on(u"Select-Object"_s, ScriptedReply::objects({clixml::Value(u"x"_s)}));
    m_inner->on(u"Remove-ExchangeCertificate"_s, ScriptedReply::objects({}));
    QVERIFY(m_shell->description().isReadOnly);
    QCOMPARE(m_shell->description().name, m_inner->description().name);
    QVERIFY(m_shell->offers(u"select-object"_s));
    QVERIFY(m_inner->offers(u"Remove-ExchangeCertificate"_s) && !m_shell->offers(u"Remove-ExchangeCertificate"_s));
    const auto output = await(
        m_shell->invoke(Pipeline(QList<Cmdlet>{Cmdlet(u"Get-ExchangeCertificate"_s), Cmdlet(u"Select-Object"_s)})));
    QVERIFY_RESULT(output);
    QCOMPARE(output->objects().size(), 1);
}

void tst_ReadOnlyShell::changing_isRefused_andNothingIsSent_data()
{
    QTest::addColumn<QStringList>("cmdlets");
    for (const QString &name : {u"New-ExchangeCertificate"_s, u"Enable-ExchangeCertificate"_s,
             u"Remove-ExchangeCertificate"_s, u"Import-ExchangeCertificate"_s, u"Export-ExchangeCertificate"_s,
             u"Set-AuthConfig"_s, u"set-authconfig"_s, u"Invoke-Command"_s, u"GetThing"_s, QString()}) {
        QTest::addRow("%s alone", qPrintable(name)) << QStringList{name};
        QTest::addRow("Get- | %s", qPrintable(name)) << QStringList{u"Get-ExchangeCertificate"_s, name};
        QTest::addRow("%s | Get-", qPrintable(name)) << QStringList{name, u"Get-ExchangeCertificate"_s};
    }
}

void tst_ReadOnlyShell::changing_isRefused_andNothingIsSent()
{
    QFETCH(QStringList, cmdlets);
    Pipeline pipeline;
    for (const QString &name : cmdlets) {
        pipeline.cmdlets.append(Cmdlet(name));
        m_inner->on(name, ScriptedReply::objects({}));
    }
    const auto output = await(m_shell->invoke(pipeline, std::make_shared<FakePrompts>()));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ReadOnlyShell);
    QVERIFY(m_inner->invocations().isEmpty());
}

void tst_ReadOnlyShell::question_isNotAnswered()
{
    ScriptedReply asking = ScriptedReply::objects({});
    Prompt prompt;
    prompt.choices = {PromptChoice::fromLabel(u"&Yes"_s, {}), PromptChoice::fromLabel(u"&No"_s, {})};
    asking.prompts = {prompt};
    m_inner->on(u"Get-ExchangeCertificate"_s, asking);
    const auto output = await(m_shell->invoke(Cmdlet(u"Get-ExchangeCertificate"_s), std::make_shared<FakePrompts>()));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::PromptRefused);
}

KAKUIN_TEST(tst_ReadOnlyShell)

} // namespace tests::tst_readonlyshell

#include "tst_readonlyshell.moc"
