// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/remote/commandrequest.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_commandrequest {

using namespace kakuin;
using namespace kakuin::remote;
using namespace Qt::StringLiterals;
using clixml::Value;
using psrp::Argument;
using shell::Cmdlet;

class tst_CommandRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pipeline_keepsItsCmdletsAndNames();
    void value_keepsItsKind_data();
    void value_keepsItsKind();
    void lateValue_isNotSent();
    void record_becomesOneOfOurs();
    void prompt_namesWhoAsks_data();
    void prompt_namesWhoAsks();
};

void tst_CommandRequest::pipeline_keepsItsCmdletsAndNames()
{
    const shell::Pipeline pipeline(
        QList<Cmdlet>{Cmdlet(u"Get-ExchangeCertificate"_s).onServer(domain::ServerId(u"EX01"_s)),
            Cmdlet(u"New-ExchangeCertificate"_s).withSwitch(u"Force"_s)});
    const auto request = commandRequest(pipeline);
    QVERIFY_RESULT(request);
    QCOMPARE(request->commands.size(), 2);
    QCOMPARE(request->commands.at(0).text, u"Get-ExchangeCertificate"_s);
    QCOMPARE(request->commands.at(0).parameters.constFirst().name, u"Server"_s);
    QVERIFY(!request->commands.at(1).isScript);
    QVERIFY(!request->takesInput);
    QVERIFY(!commandRequest(shell::Pipeline()));
}

void tst_CommandRequest::value_keepsItsKind_data()
{
    QTest::addColumn<shell::ParameterValue>("value");
    QTest::addColumn<Argument>("expected");
    const QDateTime time(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC);
    const auto row = [](const char *tag, const shell::ParameterValue &value, const Argument &expected) {
        QTest::newRow(tag) << value << expected;
    };
    row("null", std::monostate(), Value());
    row("text that looks like a command", u"'; Remove-Item *"_s, Value(u"'; Remove-Item *"_s));
    row("a switch that is off", shell::Switch{false}, Value(Value::Data(false)));
    row("truth", true, Value(Value::Data(true)));
    row("a number", qint64(5), Value::fromInt(5));
    row("a number beyond 32 bits", qint64(1) << 40, Value::fromInt(1LL << 40, clixml::IntegerType::Int64));
    row("a time", time, Value::fromDateTimeUtc(time));
    row("bytes", QByteArray("\0\1", 2), Value(Value::Data(QByteArray("\0\1", 2))));
    row("a password", Secret(u"geheim"_s), Secret(u"geheim"_s));
}

void tst_CommandRequest::value_keepsItsKind()
{
    QFETCH(shell::ParameterValue, value);
    QFETCH(Argument, expected);
    const auto request = commandRequest(Cmdlet(u"Set-Thing"_s).with(u"Value"_s, value));
    QVERIFY_RESULT(request);
    QVERIFY(request->commands.constFirst().parameters.constFirst().value == expected);
}

void tst_CommandRequest::lateValue_isNotSent()
{
    const auto request = commandRequest(Cmdlet(u"Set-Thing"_s).with(u"Value"_s, shell::LateValue::thumbprintOfStep(1)));
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::LateValueMissing);
}

void tst_CommandRequest::record_becomesOneOfOurs()
{
    psrp::ErrorRecord record;
    record.message = u"no"_s;
    record.category = 13;
    record.exceptionType = u"System.IO.IOException"_s;
    record.activity = u"Get-Thing"_s;
    QCOMPARE(shellRecord(record, false),
        (shell::ErrorRecord{u"no"_s, {}, u"ObjectNotFound"_s, u"IOException"_s, u"Get-Thing"_s, false}));
    record.reason = u"Reason"_s;
    QCOMPARE(shellRecord(record, true).exceptionType, u"Reason"_s);
    QVERIFY(shellRecord(record, true).isTerminating);
}

void tst_CommandRequest::prompt_namesWhoAsks_data()
{
    QTest::addColumn<shell::Pipeline>("pipeline");
    QTest::addColumn<QString>("cmdlet");
    QTest::addColumn<QString>("server");
    const Cmdlet get = Cmdlet(u"Get-ExchangeCertificate"_s).onServer(domain::ServerId(u"EX02"_s));
    const Cmdlet make(u"New-ExchangeCertificate"_s);
    QTest::newRow("the one that changes something")
        << shell::Pipeline(QList<Cmdlet>{make, get}) << make.name() << u"home"_s;
    QTest::newRow("its own server") << shell::Pipeline(
        QList<Cmdlet>{get, Cmdlet(make).onServer(domain::ServerId(u"ex03.contoso.com"_s))})
                                    << make.name() << u"ex03"_s;
    QTest::newRow("the server in its identity")
        << shell::Pipeline(Cmdlet(u"Remove-ExchangeCertificate"_s).with(u"Identity"_s, u"EX04\\ABCD"_s))
        << u"Remove-ExchangeCertificate"_s << u"EX04"_s;
    QTest::newRow("the last, when none changes anything") << shell::Pipeline(get) << get.name() << u"EX02"_s;
}

void tst_CommandRequest::prompt_namesWhoAsks()
{
    QFETCH(shell::Pipeline, pipeline);
    QFETCH(QString, cmdlet);
    QFETCH(QString, server);
    const psrp::ChoiceRequest request{u"c"_s, u"m"_s, {{u"&Yes"_s, u"help"_s}, {u"&No"_s, {}}}, 1};
    const shell::Prompt prompt = shellPrompt(request, pipeline, u"home"_s);
    QCOMPARE(prompt.cmdlet, cmdlet);
    QCOMPARE(prompt.server.name(), server);
    QCOMPARE(prompt.choices.size(), 2);
    QCOMPARE(prompt.choices.constFirst().label, u"Yes"_s);
    QCOMPARE(prompt.defaultChoice, 1);
}

KAKUIN_TEST(tst_CommandRequest)

} // namespace tests::tst_commandrequest

#include "tst_commandrequest.moc"
