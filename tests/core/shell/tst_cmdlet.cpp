// SPDX-License-Identifier: MIT
#include "core/shell/pipeline.h"
#include "core/shell/pipelineoutput.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_cmdlet {

using namespace kakuin;
using namespace kakuin::shell;

class tst_Cmdlet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parameter_isFound_inAnyCase();
    void parameter_isNull_whenNotGiven();
    void text_isEmpty_whenTheValueIsNone();
    void namedServer_isTheOneOfServer_elseOfIdentity();
    void changing_isToldByTheVerb_data();
    void changing_isToldByTheVerb();
    void pipeline_changes_whenOneOfItsCmdletsDoes();
    void lateValue_isReplaced_andNothingElse();
    void services_areWords_noneIncluded();
    void output_keepsItsOrder_andSortsItsKinds();
};

void tst_Cmdlet::parameter_isFound_inAnyCase()
{
    Cmdlet cmdlet(QStringLiteral("Get-ExchangeCertificate"));
    cmdlet.onServer(domain::ServerId(QStringLiteral("EX01")));
    const ParameterValue *value = cmdlet.value(u"SERVER");
    QVERIFY(value != nullptr);
    QCOMPARE(std::get<QString>(*value), QStringLiteral("EX01"));
}

void tst_Cmdlet::parameter_isNull_whenNotGiven()
{
    QVERIFY(Cmdlet(QStringLiteral("Get-AuthConfig")).value(u"Server") == nullptr);
}

void tst_Cmdlet::text_isEmpty_whenTheValueIsNone()
{
    Cmdlet cmdlet(QStringLiteral("New-ExchangeCertificate"));
    cmdlet.with(QStringLiteral("FriendlyName"), QStringLiteral(" mail "))
        .with(QStringLiteral("DomainName"), QStringList{QStringLiteral("a")})
        .withSwitch(QStringLiteral("Force"));
    QCOMPARE(cmdlet.text(u"friendlyname"), QStringLiteral(" mail "));
    for (const QStringView other : {u"DomainName", u"Force", u"Server"})
        QCOMPARE(cmdlet.text(other), QString());
}

void tst_Cmdlet::namedServer_isTheOneOfServer_elseOfIdentity()
{
    Cmdlet cmdlet(QStringLiteral("Get-ExchangeCertificate"));
    QCOMPARE(cmdlet.namedServer(), QString());
    cmdlet.with(QStringLiteral("Identity"), QStringLiteral("EX02\\9A"));
    QCOMPARE(cmdlet.namedServer(), QStringLiteral("EX02"));
    QCOMPARE(Cmdlet(cmdlet).onServer(domain::ServerId(QStringLiteral("EX01"))).namedServer(), QStringLiteral("EX01"));
    QCOMPARE(Cmdlet().with(QStringLiteral("Identity"), QStringLiteral("EX02")).namedServer(),
        QString()); // a connector's, say
}

void tst_Cmdlet::changing_isToldByTheVerb_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isChanging");
    QTest::newRow("Get reads") << QStringLiteral("Get-AuthConfig") << false;
    QTest::newRow("get reads in any case") << QStringLiteral("get-authconfig") << false;
    QTest::newRow("Test reads") << QStringLiteral("Test-ServiceHealth") << false;
    QTest::newRow("Export reads") << QStringLiteral("Export-ExchangeCertificate") << false;
    QTest::newRow("New changes") << QStringLiteral("New-ExchangeCertificate") << true;
    QTest::newRow("Set changes") << QStringLiteral("Set-AuthConfig") << true;
    QTest::newRow("Remove changes") << QStringLiteral("Remove-ExchangeCertificate") << true;
    QTest::newRow("what is not known is taken for changing") << QStringLiteral("Getaway") << true;
    QTest::newRow("nothing is taken for changing") << QString() << true;
}

void tst_Cmdlet::changing_isToldByTheVerb()
{
    QFETCH(QString, name);
    QFETCH(bool, isChanging);
    QCOMPARE(Cmdlet(name).isChanging(), isChanging);
}

void tst_Cmdlet::pipeline_changes_whenOneOfItsCmdletsDoes()
{
    const Cmdlet read(QStringLiteral("Get-ExchangeCertificate"));
    const Cmdlet make(QStringLiteral("New-ExchangeCertificate"));
    QVERIFY(!Pipeline(read).isChanging());
    QVERIFY(Pipeline(QList<Cmdlet>{read, make}).isChanging());
    QVERIFY(!Pipeline().isChanging());
    QVERIFY(Pipeline().isEmpty());
}

void tst_Cmdlet::lateValue_isReplaced_andNothingElse()
{
    Cmdlet cmdlet(QStringLiteral("Set-AuthConfig"));
    cmdlet.with(QStringLiteral("NewCertificateThumbprint"), LateValue::thumbprintOfStep(1))
        .with(QStringLiteral("Server"), QStringLiteral("EX01"));
    QVERIFY(Pipeline(cmdlet).hasLateValues());
    cmdlet.resolve([](const LateValue &late) { return ParameterValue(QString::number(late.step)); });
    QVERIFY(!Pipeline(cmdlet).hasLateValues());
    QCOMPARE(std::get<QString>(*cmdlet.value(u"NewCertificateThumbprint")), QStringLiteral("1"));
    QCOMPARE(std::get<QString>(*cmdlet.value(u"Server")), QStringLiteral("EX01"));
}

void tst_Cmdlet::services_areWords_noneIncluded()
{
    Cmdlet some(QStringLiteral("New-ExchangeCertificate"));
    some.withServices(domain::Service::Imap | domain::Service::Smtp);
    QCOMPARE(
        std::get<QStringList>(*some.value(u"Services")), QStringList({QStringLiteral("IMAP"), QStringLiteral("SMTP")}));
    Cmdlet none(QStringLiteral("New-ExchangeCertificate"));
    none.withServices({});
    QCOMPARE(std::get<QStringList>(*none.value(u"Services")), QStringList(QStringLiteral("None")));
}

void tst_Cmdlet::output_keepsItsOrder_andSortsItsKinds()
{
    PipelineOutput output;
    QVERIFY(!output.hasErrors());
    output.items.append(clixml::Value(QStringLiteral("a")));
    output.items.append(Warning{QStringLiteral("w")});
    output.items.append(ErrorRecord{QStringLiteral("e"), {}, {}, {}, {}, false});
    output.items.append(clixml::Value(QStringLiteral("b")));
    QCOMPARE(output.objects().size(), 2);
    QCOMPARE(output.objects().constLast().text(), QStringLiteral("b"));
    QCOMPARE(output.warnings(), QStringList(QStringLiteral("w")));
    QCOMPARE(output.errors().constFirst().message, QStringLiteral("e"));
    QVERIFY(output.hasErrors());
    QVERIFY(std::holds_alternative<Warning>(output.items.at(1)));
}

KAKUIN_TEST(tst_Cmdlet)

} // namespace tests::tst_cmdlet

#include "tst_cmdlet.moc"
