// SPDX-License-Identifier: MIT
#include "core/psrp/hostcall.h"
#include "tests/testkit/verifyresult.h"

#include "core/clixml/object.h"
#include "core/clixml/reader.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_hostcall {

using namespace kakuin;
using namespace kakuin::psrp;
using namespace Qt::StringLiterals;
using clixml::Value;

namespace {

Value parsed(const QByteArray &xml)
{
    const auto values = clixml::Reader().readAll(xml);
    return values && !values->isEmpty() ? values->constFirst() : Value();
}

// as a Windows server sent it
const QByteArray choiceCall
    = R"(<Obj RefId="0"><MS><I64 N="ci">5</I64><Obj N="mi" RefId="1"><TN RefId="0"><T>System.Management.Automation.Remoting.RemoteHostMethodId</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN><ToString>PromptForChoice</ToString><I32>26</I32></Obj><Obj N="mp" RefId="2"><TN RefId="1"><T>System.Collections.ArrayList</T><T>System.Object</T></TN><LST><S>caption</S><S>message</S><Obj RefId="3"><TNRef RefId="1" /><LST><Obj RefId="4"><MS><S N="label">&amp;Yes</S><S N="helpMessage">go on</S></MS></Obj><Obj RefId="5"><MS><S N="label">&amp;No</S><Nil N="helpMessage" /></MS></Obj></LST></Obj><I32>0</I32></LST></Obj></MS></Obj>)";

HostCall callOf(HostMethod method, const QList<Value> &parameters)
{
    return {QUuid::createUuid(), 3, method, parameters};
}

} // namespace

class tst_HostCall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choice_isRead();
    void choice_isNotRead_whenItCannotBeShown_data();
    void choice_isNotRead_whenItCannotBeShown();
    void defaultChoice_isNone_whenOutOfRange();
    void call_isRefused_withoutIdOrMethod_data();
    void call_isRefused_withoutIdOrMethod();
    void voidCall_isToldByItsNumber();
    void fieldsAndCredentials_areRead();
    void reply_namesItsCall();
    void refusal_isAnErrorRecord();
    void secrets_needTheKey();
};

void tst_HostCall::choice_isRead()
{
    const QUuid pipeline = QUuid::createUuid();
    const auto call = hostCallOf(pipeline, parsed(choiceCall));
    QVERIFY_RESULT(call);
    QCOMPARE(call->pipeline, pipeline);
    QCOMPARE(call->id, 5);
    QCOMPARE(call->method, HostMethod::PromptForChoice);
    QVERIFY(!call->isVoid());
    const auto request = choiceRequestOf(*call);
    QVERIFY(request);
    QCOMPARE(
        *request, (ChoiceRequest{u"caption"_s, u"message"_s, {{u"&Yes"_s, u"go on"_s}, {u"&No"_s, QString()}}, 0}));
    QVERIFY(!fieldsRequestOf(*call));
    QVERIFY(!credentialRequestOf(*call));
}

void tst_HostCall::choice_isNotRead_whenItCannotBeShown_data()
{
    QTest::addColumn<Value>("choices");
    QTest::newRow("none") << Value(clixml::ObjectBuilder::list({}));
    QTest::newRow("null") << Value();
    QTest::newRow("plain texts") << Value(clixml::ObjectBuilder::list({Value(u"&Yes"_s)}));
    const Value choice = clixml::ObjectBuilder(QStringList{}).extended(u"label"_s, Value(u"x"_s)).build();
    QTest::newRow("too many") << Value(clixml::ObjectBuilder::list(QList<Value>(101, choice)));
}

void tst_HostCall::choice_isNotRead_whenItCannotBeShown()
{
    QFETCH(Value, choices);
    QVERIFY(!choiceRequestOf(callOf(HostMethod::PromptForChoice, {Value(), Value(), choices, Value::fromInt(0)})));
}

void tst_HostCall::defaultChoice_isNone_whenOutOfRange()
{
    const Value choice = clixml::ObjectBuilder(QStringList{}).extended(u"label"_s, Value(u"x"_s)).build();
    const Value list = clixml::ObjectBuilder::list({choice});
    for (const Value &index : {Value(), Value::fromInt(-1), Value::fromInt(1), Value::fromInt(1LL << 40)}) {
        const auto request = choiceRequestOf(callOf(HostMethod::PromptForChoice, {Value(), Value(), list, index}));
        QVERIFY(request);
        QCOMPARE(request->defaultChoice, -1);
    }
}

void tst_HostCall::call_isRefused_withoutIdOrMethod_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("a text") << QByteArray("<S>26</S>");
    QTest::newRow("no id") << QByteArray("<Obj RefId='0'><MS><I32 N='mi'>26</I32></MS></Obj>");
    QTest::newRow("no method") << QByteArray("<Obj RefId='0'><MS><I64 N='ci'>1</I64></MS></Obj>");
    QTest::newRow("a method beyond numbers")
        << QByteArray("<Obj RefId='0'><MS><I64 N='ci'>1</I64><I64 N='mi'>99999999999</I64></MS></Obj>");
}

void tst_HostCall::call_isRefused_withoutIdOrMethod()
{
    QFETCH(QByteArray, xml);
    const auto call = hostCallOf({}, parsed(xml));
    QVERIFY(!call);
    QCOMPARE(call.error().code, ErrorCode::UnexpectedOutput);
}

void tst_HostCall::voidCall_isToldByItsNumber()
{
    const auto call
        = hostCallOf({}, parsed("<Obj RefId='0'><MS><I64 N='CI'>-100</I64><I32 N='mi'>16</I32></MS></Obj>"));
    QVERIFY_RESULT(call); // and the names of properties have no case
    QVERIFY(call->isVoid());
    QCOMPARE(nameOf(call->method), u"WriteLine2"_s);
    QCOMPARE(nameOf(static_cast<HostMethod>(99)), u"Method99"_s);
}

void tst_HostCall::fieldsAndCredentials_areRead()
{
    const Value field = clixml::ObjectBuilder(QStringList{})
                            .extended(u"name"_s, Value(u"Password"_s))
                            .extended(u"label"_s, Value(u"&Password"_s))
                            .extended(u"parameterTypeFullName"_s, Value(u"System.Security.SecureString"_s))
                            .extended(u"isMandatory"_s, Value(Value::Data(true)))
                            .build();
    const auto fields = fieldsRequestOf(
        callOf(HostMethod::Prompt, {Value(u"c"_s), Value(u"m"_s), Value(clixml::ObjectBuilder::list({field}))}));
    QVERIFY(fields);
    QCOMPARE(fields->fields.constFirst(),
        (FieldsRequest::Field{u"Password"_s, u"&Password"_s, u"System.Security.SecureString"_s, {}, true}));
    const auto credential = credentialRequestOf(
        callOf(HostMethod::PromptForCredential, {Value(u"c"_s), Value(u"m"_s), Value(u"CONTOSO\\admin"_s), Value()}));
    QVERIFY(credential);
    QCOMPARE(*credential, (CredentialRequest{u"c"_s, u"m"_s, u"CONTOSO\\admin"_s, {}}));
}

void tst_HostCall::reply_namesItsCall()
{
    const auto call = hostCallOf({}, parsed(choiceCall));
    QVERIFY_RESULT(call);
    const auto body = valueOf(*call, HostReply::choice(1), nullptr);
    QVERIFY_RESULT(body);
    // as a recorded client answered it
    const Value expected = parsed(
        R"(<Obj RefId="0"><MS><I64 N="ci">5</I64><Obj N="mi" RefId="1"><TN RefId="0"><T>System.Management.Automation.Remoting.RemoteHostMethodId</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN><ToString>PromptForChoice</ToString><I32>26</I32></Obj><I32 N="mr">1</I32></MS></Obj>)");
    QCOMPARE(*body, expected);
    const auto nothing = valueOf(*call, HostReply::argument(Value()), nullptr);
    QVERIFY_RESULT(nothing);
    QVERIFY(!nothing->object()->hasProperty(u"mr"));
}

void tst_HostCall::refusal_isAnErrorRecord()
{
    const HostCall call = callOf(static_cast<HostMethod>(50), {});
    const auto body = valueOf(call, HostReply::refusal(call), nullptr);
    QVERIFY_RESULT(body);
    QVERIFY(!body->object()->hasProperty(u"mr"));
    const ErrorRecord record = errorRecordOf(body->object()->property(u"me"));
    QCOMPARE(categoryName(record.category), u"NotImplemented"_s);
    QCOMPARE(record.exceptionType, u"System.NotImplementedException"_s);
}

void tst_HostCall::secrets_needTheKey()
{
    const HostCall call = callOf(HostMethod::Prompt, {});
    const HostReply plain = HostReply::fields({{u"Name"_s, Value(u"x"_s)}});
    const HostReply secret = HostReply::fields({{u"Name"_s, Value(u"x"_s)}, {u"Password"_s, Secret(u"y"_s)}});
    QVERIFY(!plain.needsSessionKey());
    QVERIFY(secret.needsSessionKey());
    QVERIFY_RESULT(valueOf(call, plain, nullptr));
    QVERIFY(!valueOf(call, secret, nullptr));
    const auto key = SessionKey::fromBytes(QByteArray(32, 'k'));
    const auto body = valueOf(call, secret, &*key);
    QVERIFY_RESULT(body);
    const auto table = body->object()->property(u"mr").object();
    QVERIFY(table->isA(u"System.Collections.Hashtable"));
    QCOMPARE(table->entries.size(), 2);
    QCOMPARE(unsealed(table->entries.at(1).second, *key).value().text(), u"y"_s);
}

KAKUIN_TEST(tst_HostCall)

} // namespace tests::tst_hostcall

#include "tst_hostcall.moc"
