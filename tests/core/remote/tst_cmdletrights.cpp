// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/remote/cmdletrights.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_cmdletrights {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::remote;

namespace {

clixml::ObjectPtr command(const QString &name, const clixml::Value &parameters = {})
{
    return clixml::ObjectBuilder(QStringList{u"System.Management.Automation.FunctionInfo"_s})
        .toString(name)
        .adapted(u"Name"_s, clixml::Value(name))
        .adapted(u"Parameters"_s, parameters)
        .build();
}

clixml::Value dictionary(const QStringList &names)
{
    auto object = std::make_shared<clixml::Object>();
    object->container = clixml::ContainerKind::Dictionary;
    for (const QString &name : names)
        object->entries.append(
            {clixml::Value(name), clixml::Value(u"System.Management.Automation.ParameterMetadata"_s)});
    return clixml::Value(clixml::ObjectPtr(object));
}

} // namespace

class tst_CmdletRights final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotThere_isMissing();
    void parameters_areOnlyMissing_whereTheyWereTold();
    void endpointThatCannotTell_hasEverything();
};

void tst_CmdletRights::whatIsNotThere_isMissing()
{
    CmdletRights rights;
    rights.learn({{command(u"Get-ExchangeServer"_s), clixml::Value(u"get-exchangecertificate"_s)}});
    QVERIFY(rights.offers(u"get-exchangeSERVER"_s));
    QVERIFY(rights.offers(u"Get-ExchangeCertificate"_s));
    QVERIFY(!rights.offers(u"Remove-ExchangeCertificate"_s));
    QVERIFY(rights.missingCmdlets().contains(u"Remove-ExchangeCertificate"_s));
    QVERIFY(!rights.missingCmdlets().contains(u"Get-ExchangeServer"_s));
    QVERIFY(!rights.missingCmdlets().contains(u"Get-ADObject"_s));
}

void tst_CmdletRights::parameters_areOnlyMissing_whereTheyWereTold()
{
    CmdletRights rights;
    rights.learn({{command(u"Enable-ExchangeCertificate"_s, dictionary({u"server"_s, u"Thumbprint"_s})),
        command(u"Remove-ExchangeCertificate"_s, dictionary({u"Server"_s, u"Thumbprint"_s, u"Confirm"_s})),
        command(u"Set-AuthConfig"_s)}});
    QCOMPARE(rights.missingParameters(), QStringList{u"Enable-ExchangeCertificate -Services"_s});
}

void tst_CmdletRights::endpointThatCannotTell_hasEverything()
{
    CmdletRights rights;
    shell::ErrorRecord refused;
    refused.isTerminating = true;
    rights.learn({{refused}});
    QVERIFY(rights.missingCmdlets().isEmpty() && rights.missingParameters().isEmpty());
    QVERIFY(rights.offers(u"Set-AuthConfig"_s));
}

KAKUIN_TEST(tst_CmdletRights)

} // namespace tests::tst_cmdletrights

#include "tst_cmdletrights.moc"
