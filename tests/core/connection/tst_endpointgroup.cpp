// SPDX-License-Identifier: MIT
#include "core/base/whendone.h"
#include "core/connection/endpointgroup.h"
#include "tests/testkit/await.h"
#include "tests/testkit/scriptedshell.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tests::tst_endpointgroup {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::connection;
using namespace kakuin::testkit;
using shell::Cmdlet;
using Output = Result<shell::PipelineOutput>;

namespace {

Cmdlet certificatesOf(const QString &server)
{
    return Cmdlet(u"Get-ExchangeCertificate"_s).onServer(domain::ServerId(server));
}

EndpointGroup::Opening opened(const std::shared_ptr<ScriptedShell> &shell)
{
    return readyFuture(Result<std::shared_ptr<shell::Shell>>(shell));
}

} // namespace

class tst_EndpointGroup final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void certificates_areSharedAmongThose_whoHaveLeastToDo();
    void everythingElse_goesToTheFirst_data();
    void everythingElse_goesToTheFirst();
    void endpointThatCannotBeOpened_isAProblem_andNobodyWaits();
    void endpointThatFails_isLeftOut_andTheFirstAsked();
    void certificates_areReadThroughAnother_whenTheFirstHasLostItsSession();
    void everyoneFails_andTheQuestionEnds();
    void changes_areSentOnce_evenWhenTheyFail();
    void cancelling_stopsTheQuestion_andAsksNobodyElse();
    void destruction_endsWhatWaits();

private:
    void join(int further);
    std::shared_ptr<ScriptedShell> m_first;
    QList<std::shared_ptr<ScriptedShell>> m_others;
    std::unique_ptr<EndpointGroup> m_group;
};

void tst_EndpointGroup::init()
{
    m_group.reset();
    m_others.clear();
    m_first = std::make_shared<ScriptedShell>();
    m_first->on(u"Get-ExchangeCertificate"_s, ScriptedReply());
    m_group = std::make_unique<EndpointGroup>(m_first);
}

void tst_EndpointGroup::join(int further)
{
    for (int i = 0; i < further; ++i) {
        m_others.append(std::make_shared<ScriptedShell>());
        m_others.last()->on(u"Get-ExchangeCertificate"_s, ScriptedReply());
        m_group->add(u"ex%1"_s.arg(i + 2), opened(m_others.last()));
    }
    QTRY_COMPARE(m_group->furtherCount(), further);
}

void tst_EndpointGroup::certificates_areSharedAmongThose_whoHaveLeastToDo()
{
    join(2);
    QList<std::shared_ptr<ScriptedShell>> all = m_others;
    all.append(m_first);
    for (const auto &shell : all)
        shell->hold();
    QList<QFuture<Output>> answers;
    for (int i = 0; i < 9; ++i)
        answers.append(m_group->invoke(certificatesOf(u"MBX%1"_s.arg(i))));
    for (const auto &shell : all)
        QCOMPARE(shell->invocations().size(), 3);
    m_others.first()->release(); // it is free again: what comes next is its
    const auto finished = [&] {
        return std::count_if(answers.begin(), answers.end(), [](const auto &answer) { return answer.isFinished(); });
    };
    QTRY_COMPARE(finished(), 3);
    m_others.first()->hold();
    for (int i = 0; i < 3; ++i)
        answers.append(m_group->invoke(certificatesOf(u"CAS%1"_s.arg(i))));
    QCOMPARE(m_others.first()->invocations().size(), 6);
    for (const auto &shell : all)
        shell->release();
    for (const QFuture<Output> &answer : answers)
        QVERIFY_RESULT(await(answer));
}

void tst_EndpointGroup::everythingElse_goesToTheFirst_data()
{
    QTest::addColumn<shell::Pipeline>("pipeline");
    QTest::newRow("what the directory holds") << shell::Pipeline(Cmdlet(u"Get-AuthConfig"_s));
    QTest::newRow("a change") << shell::Pipeline(
        Cmdlet(u"Remove-ExchangeCertificate"_s).onServer(domain::ServerId(u"MBX01"_s)));
    QTest::newRow("the check of a change")
        << shell::Pipeline(certificatesOf(u"MBX01"_s).with(u"Thumbprint"_s, u"00"_s));
    QTest::newRow("certificates of nobody in particular") << shell::Pipeline(Cmdlet(u"Get-ExchangeCertificate"_s));
    QTest::newRow("a change behind a question")
        << shell::Pipeline({certificatesOf(u"MBX01"_s), Cmdlet(u"New-ExchangeCertificate"_s)});
}

void tst_EndpointGroup::everythingElse_goesToTheFirst()
{
    QFETCH(const shell::Pipeline, pipeline);
    join(2);
    for (int i = 0; i < 4; ++i)
        (void)await(m_group->invoke(pipeline));
    QCOMPARE(m_first->invocations().size(), 4);
    QVERIFY(m_others.at(0)->invocations().isEmpty() && m_others.at(1)->invocations().isEmpty());
}

void tst_EndpointGroup::endpointThatCannotBeOpened_isAProblem_andNobodyWaits()
{
    QPromise<Result<std::shared_ptr<shell::Shell>>> never;
    never.start();
    m_group->add(u"ex02"_s, never.future());
    QVERIFY_RESULT(await(m_group->invoke(certificatesOf(u"MBX01"_s))));
    QVERIFY(m_group->problems().isEmpty());
    never.addResult(Result<std::shared_ptr<shell::Shell>>(fail(ErrorCode::KerberosServiceUnknown, u"ex02"_s)));
    never.finish();
    QTRY_COMPARE(m_group->problems().size(), 1);
    QCOMPARE(m_group->problems().first().code, ErrorCode::KerberosServiceUnknown);
    QVERIFY_RESULT(await(m_group->invoke(certificatesOf(u"MBX01"_s))));
    QCOMPARE(m_first->invocations().size(), 2);
}

void tst_EndpointGroup::endpointThatFails_isLeftOut_andTheFirstAsked()
{
    join(1);
    m_others.first()->on(u"Get-ExchangeCertificate"_s, ScriptedReply::fails(ErrorCode::ConnectionLost));
    m_first->hold(); // so that the other one has less to do
    const auto atFirst = m_group->invoke(certificatesOf(u"MBX00"_s));
    const auto answer = m_group->invoke(certificatesOf(u"MBX01"_s));
    QTRY_COMPARE(m_group->furtherCount(), 0);
    m_first->release();
    QVERIFY_RESULT(await(atFirst));
    QVERIFY_RESULT(await(answer));
    QCOMPARE(m_group->problems(), QList<Error>({{ErrorCode::ConnectionLost, u"ex2"_s, {}}}));
    QVERIFY_RESULT(await(m_group->invoke(certificatesOf(u"MBX02"_s))));
    QVERIFY(m_others.first()->invocations().size() <= 2);
}

void tst_EndpointGroup::certificates_areReadThroughAnother_whenTheFirstHasLostItsSession()
{
    join(1);
    m_first->on(u"Get-ExchangeCertificate"_s, ScriptedReply::fails(ErrorCode::ConnectionLost));
    m_others.first()->hold(); // so that the first one has less to do
    const auto busy = m_group->invoke(certificatesOf(u"MBX00"_s));
    const auto atFirst = m_group->invoke(certificatesOf(u"MBX01"_s));
    QTRY_COMPARE(m_others.first()->invocations().size(), 2);
    QCOMPARE(m_first->invocations().size(), 1);
    m_others.first()->release();
    QVERIFY_RESULT(await(busy));
    QVERIFY_RESULT(await(atFirst));
    QCOMPARE(m_group->furtherCount(), 1);
}

void tst_EndpointGroup::everyoneFails_andTheQuestionEnds()
{
    join(2);
    for (const auto &shell : QList<std::shared_ptr<ScriptedShell>>{m_first, m_others.at(0), m_others.at(1)})
        shell->on(u"Get-ExchangeCertificate"_s, ScriptedReply::fails(ErrorCode::ConnectionLost));
    const Output output = await(m_group->invoke(certificatesOf(u"MBX01"_s)));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    // one other is asked, and no third: what is asked about is what fails
    QCOMPARE(
        m_first->invocations().size() + m_others.at(0)->invocations().size() + m_others.at(1)->invocations().size(), 2);
}

void tst_EndpointGroup::changes_areSentOnce_evenWhenTheyFail()
{
    join(2);
    m_first->on(u"Remove-ExchangeCertificate"_s, ScriptedReply::fails(ErrorCode::ConnectionLost));
    const Output output = await(m_group->invoke(Cmdlet(u"Remove-ExchangeCertificate"_s)));
    QVERIFY(!output);
    QCOMPARE(output.error().code, ErrorCode::ConnectionLost);
    QCOMPARE(m_first->invocations().size(), 1);
    QVERIFY(m_others.at(0)->invocations().isEmpty() && m_others.at(1)->invocations().isEmpty());
}

void tst_EndpointGroup::cancelling_stopsTheQuestion_andAsksNobodyElse()
{
    join(1);
    m_first->hold();
    m_others.first()->hold();
    const auto busy = m_group->invoke(certificatesOf(u"MBX00"_s));
    QFuture<Output> second = m_group->invoke(certificatesOf(u"MBX01"_s));
    const auto asked = m_first->invocations().size() + m_others.first()->invocations().size();
    second.cancel();
    QTRY_VERIFY(second.isFinished());
    QTRY_COMPARE(m_first->runningCount() + m_others.first()->runningCount(), 1);
    QCOMPARE(m_first->invocations().size() + m_others.first()->invocations().size(), asked);
    QCOMPARE(m_group->furtherCount(), 1); // it did nothing wrong
    m_first->release();
    m_others.first()->release();
    QVERIFY_RESULT(await(busy));
}

void tst_EndpointGroup::destruction_endsWhatWaits()
{
    join(1);
    m_first->hold();
    m_others.first()->hold();
    const QList<QFuture<Output>> answers{
        m_group->invoke(certificatesOf(u"MBX00"_s)), m_group->invoke(certificatesOf(u"MBX01"_s))};
    m_group.reset();
    for (const QFuture<Output> &answer : answers)
        QCOMPARE(codeOf(await(answer)), ErrorCode::Cancelled);
}

KAKUIN_TEST(tst_EndpointGroup)

} // namespace tests::tst_endpointgroup

#include "tst_endpointgroup.moc"
