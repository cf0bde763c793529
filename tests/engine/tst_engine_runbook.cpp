// SPDX-License-Identifier: MIT
#include "core/plan/renewdraft.h"
#include "core/plan/runbook.h"
#include "core/shell/powershelltext.h"
#include "core/x509/maker.h"
#include "tests/core/plan/plainrunbooktext.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/inventorybuilder.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace tests::tst_engine_runbook {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::plan;
using namespace kakuin::testkit;
using domain::Service;

namespace {

const domain::ServiceSet imapPopSmtp = domain::ServiceSet(Service::Imap) | Service::Pop | Service::Smtp;

// Texts that try to leave the comments and strings that they are put into.
const QString hostileText
    = u"it's ’so’ #> `\" $(Remove-Thing)\nRemove-Thing\r\nrequires -Version 99\u2028Remove-Thing\u2029"
      "Remove-Thing\u0085Remove-Thing\n SIG # Begin signature block\n@'\n\"@ <#"_s;

domain::Thumbprint sha1Of(const QByteArray &der)
{
    return domain::Thumbprint::fromSha1(QCryptographicHash::hash(der, QCryptographicHash::Sha1));
}

QString asText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

} // namespace

/// A runbook does what its plan says: the engine runs it against functions that play the servers.
class tst_EngineRunbook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void script_parsesAsPowerShell3_withHostileTexts();
    void script_sendsThePlansCommands_data();
    void script_sendsThePlansCommands();
    void script_stops_whereACheckDoesNotHold_data();
    void script_stops_whereACheckDoesNotHold();
    void script_goesOnWithTheNextServer_whenThePlanDoes();

private:
    [[nodiscard]] Plan planFor(const QStringList &servers, ErrorPolicy policy = ErrorPolicy::Stop,
        domain::ServerRoles roles = domain::ServerRole::Mailbox) const;
    [[nodiscard]] QString servers(const QString &faults = {}) const;
    [[nodiscard]] Result<QJsonObject> run(const Plan &plan, const QString &faults = {});
    [[nodiscard]] QStringList promised(const Plan &plan) const;
    [[nodiscard]] static QStringList calls(const QJsonObject &answer);

    EngineJudge m_judge;
    QByteArray m_der; ///< of the certificate that every New-ExchangeCertificate makes
    domain::Thumbprint m_made;
    domain::Thumbprint m_old = domain::Thumbprint::parse(QString(40, u'B')).value();
};

void tst_EngineRunbook::initTestCase()
{
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, u"EX01"_s}};
    request.notBeforeUtc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    request.notAfterUtc = request.notBeforeUtc.addYears(5);
    m_der = x509::makeSelfSigned(request, x509::PrivateKey::generateRsa(2048).value()).value();
    m_made = sha1Of(m_der);
}

Plan tst_EngineRunbook::planFor(const QStringList &names, ErrorPolicy policy, domain::ServerRoles roles) const
{
    InventoryBuilder builder;
    QList<domain::CertificateId> targets;
    for (const QString &name : names) {
        builder.server(name)
            .version(u"15.0.1497.2"_s)
            .roles(roles)
            .certificate(CertificateBuilder(name, u"CN=x"_s).thumbprint(m_old.toString()).services(imapPopSmtp))
            .transport(m_old)
            .change([&](domain::Inventory &inventory) {
                for (domain::ServerEntry &entry : inventory.servers)
                    entry.server.distinguishedName = u"CN=x,CN=Configuration,DC=contoso,DC=local"_s;
            });
        targets.append({domain::ServerId(name), m_old});
    }
    RenewDraft draft(builder.build());
    draft.setTargets(targets);
    draft.setErrorPolicy(policy);
    draft.setFriendlyName(u"it's ‘new’ $(x) `n"_s);
    draft.setKeyExportable(true);
    return draft.plan();
}

// The servers as functions: what is recorded is what was bound. $faults names what goes wrong.
QString tst_EngineRunbook::servers(const QString &faults) const
{
    return u"$Faults = '%1' -split ','\n"
           "$Made = '%2'; $Der = [Convert]::FromBase64String('%3')\n"
           "function Note { $null = $KakuinRecorder.Record($args[0], $args[1]) }\n"
           "function Import-Module { }\n"
           "function Format-List { }\n"
           "function Write-Warning { [CmdletBinding()] param([string]$Message) $PSCmdlet.WriteWarning($Message) }\n"
           "function Get-ExchangeCertificate { [CmdletBinding()] param([string]$Server, [string]$Thumbprint)\n"
           "  Note 'Get-ExchangeCertificate' $PSBoundParameters\n"
           "  if ($Faults -contains 'gone' -and $Thumbprint -eq $Made) { return }\n"
           "  if ($Faults -contains 'services') { $s = 'IMAP' } else { $s = 'IMAP, POP, SMTP' }\n"
           "  [pscustomobject]@{ Thumbprint = $Thumbprint; Services = $s } }\n"
           "function New-ExchangeCertificate { [CmdletBinding()] param([string]$Server, [string[]]$Services,\n"
           "    [string]$FriendlyName, [bool]$PrivateKeyExportable, [Parameter(ValueFromPipeline=$true)]$KakuinInput)\n"
           "  process { Note 'New-ExchangeCertificate' $PSBoundParameters\n"
           "    if ($Faults -contains ('refused' + $Server)) { throw 'refused' }\n"
           "    if ($Faults -notcontains 'nothing') {\n"
           "      [pscustomobject]@{ Thumbprint = $Made; Services = 'SMTP' } } } }\n"
           "function Get-TransportService { [CmdletBinding()] param([string]$Identity)\n"
           "  Note 'Get-TransportService' $PSBoundParameters\n"
           "  if ($Faults -contains 'transport') { $t = 'B' * 40 } else { $t = $Made }\n"
           "  [pscustomobject]@{ InternalTransportCertificateThumbprint = $t } }\n"
           "function Get-ADObject { [CmdletBinding()] param([string]$Filter, [string]$Properties, "
           "[string]$SearchBase)\n"
           "  Note 'Get-ADObject' $PSBoundParameters\n"
           "  if ($Faults -contains 'transport') { $d = $null } else { $d = $Der }\n"
           "  [pscustomobject]@{ msExchServerInternalTLSCert = $d } }\n"_s.arg(
               faults, m_made.toString(), QString::fromLatin1(m_der.toBase64()));
}

Result<QJsonObject> tst_EngineRunbook::run(const Plan &plan, const QString &faults)
{
    const QByteArray script = runbookScript(plan, PlainRunbookText(u"CHECK"_s));
    return m_judge.ask({{u"op"_s, u"bind"_s}, {u"cmdlets"_s, QJsonArray()}, {u"setup"_s, servers(faults)},
        {u"script"_s, QString::fromUtf8(script.mid(3))}});
}

// "Cmdlet name=value …", parameters by name, of the commands and of the checks that follow the recommended answer.
QStringList tst_EngineRunbook::calls(const QJsonObject &answer)
{
    QStringList out;
    for (const QJsonValue &call : answer.value("calls"_L1).toArray()) {
        QStringList parts{call["cmdlet"_L1].toString()};
        const QJsonObject parameters = call["parameters"_L1].toObject();
        for (auto it = parameters.begin(); it != parameters.end(); ++it) {
            const QJsonValue value = it.value()["value"_L1];
            QStringList words;
            for (const QJsonValue &item : value.toArray())
                words.append(item.toString());
            parts.append(it.key() + u'='
                + (value.isArray()       ? words.join(u',')
                        : value.isBool() ? QString::number(value.toBool())
                                         : value.toString()));
        }
        out.append(parts.join(u' '));
    }
    return out;
}

QStringList tst_EngineRunbook::promised(const Plan &plan) const
{
    QStringList out;
    const auto add = [&](const shell::Pipeline &pipeline) {
        for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
            QMap<QString, QString> parameters;
            for (const shell::Parameter &parameter : cmdlet.parameters()) {
                if (const auto *text = std::get_if<QString>(&parameter.value))
                    parameters.insert(parameter.name, *text);
                else if (const auto *list = std::get_if<QStringList>(&parameter.value))
                    parameters.insert(parameter.name, list->join(u','));
                else if (const auto *truth = std::get_if<bool>(&parameter.value))
                    parameters.insert(parameter.name, QString::number(*truth));
                else
                    parameters.insert(parameter.name, m_made.toString());
            }
            QStringList parts{cmdlet.name()};
            for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
                parts.append(it.key() + u'=' + it.value());
            out.append(parts.join(u' '));
        }
    };
    for (const Step &step : plan.steps) {
        add(step.command);
        for (const Check &check : step.checks) {
            if (!check.condition || check.condition->answeredYes)
                add(check.command);
        }
    }
    return out;
}

void tst_EngineRunbook::script_parsesAsPowerShell3_withHostileTexts()
{
    for (const ErrorPolicy policy : {ErrorPolicy::Stop, ErrorPolicy::ContinueWithNextServer}) {
        const QByteArray script
            = runbookScript(planFor({u"EX01"_s, u"EX-2'; Remove-Thing '"_s}, policy), PlainRunbookText(hostileText));
        const auto syntax = m_judge.ask({{u"op"_s, u"parse"_s}, {u"script"_s, QString::fromUtf8(script.mid(3))}});
        QVERIFY_RESULT(syntax);
        QCOMPARE(asText(syntax->value("errors"_L1).toArray()), asText({}));
        QCOMPARE(asText(syntax->value("newer"_L1).toArray()), asText({}));
    }
}

void tst_EngineRunbook::script_sendsThePlansCommands_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("isClientAccess");
    QTest::addColumn<bool>("continues");
    QTest::newRow("one server") << QStringList{u"EX01"_s} << false << false;
    QTest::newRow("three servers") << QStringList{u"EX01"_s, u"EX02"_s, u"EX03"_s} << false << false;
    QTest::newRow("three servers, going on") << QStringList{u"EX01"_s, u"EX02"_s, u"EX03"_s} << false << true;
    QTest::newRow("a client access server") << QStringList{u"EXCAS1"_s} << true << false;
    QTest::newRow("hostile names") << QStringList{u"-Force"_s, u"a'b‘c; Remove-Thing"_s, u"$(x) `n"_s, u"10kb"_s}
                                   << false << true;
}

void tst_EngineRunbook::script_sendsThePlansCommands()
{
    QFETCH(QStringList, names);
    QFETCH(bool, isClientAccess);
    QFETCH(bool, continues);
    const Plan plan = planFor(names, continues ? ErrorPolicy::ContinueWithNextServer : ErrorPolicy::Stop,
        isClientAccess ? domain::ServerRole::ClientAccess : domain::ServerRole::Mailbox);
    QCOMPARE(plan.steps.size(), 2 * names.size());
    // hostile texts again: that it parses is not all, it must also do nothing else
    const QByteArray script = runbookScript(plan, PlainRunbookText(hostileText));
    const auto answer = m_judge.ask({{u"op"_s, u"bind"_s}, {u"cmdlets"_s, QJsonArray()}, {u"setup"_s, servers()},
        {u"script"_s, QString::fromUtf8(script.mid(3))}});
    QVERIFY_RESULT(answer);
    QCOMPARE(asText(answer->value("errors"_L1).toArray()), asText({}));
    QCOMPARE(calls(*answer), promised(plan));
}

void tst_EngineRunbook::script_stops_whereACheckDoesNotHold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("calls");
    QTest::newRow("nothing was made") << u"nothing"_s << 2;
    QTest::newRow("it is not there") << u"gone"_s << 3;
    QTest::newRow("services are missing") << u"services"_s << 3;
    QTest::newRow("the role did not move") << u"transport"_s << 4;
}

void tst_EngineRunbook::script_stops_whereACheckDoesNotHold()
{
    QFETCH(QString, fault);
    QFETCH(int, calls);
    for (const domain::ServerRole role : {domain::ServerRole::Mailbox, domain::ServerRole::ClientAccess}) {
        const auto answer = run(planFor({u"EX01"_s, u"EX02"_s}, ErrorPolicy::Stop, role), fault);
        QVERIFY_RESULT(answer);
        const QJsonArray errors = answer->value("errors"_L1).toArray();
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.first().toString(), u"CHECK: CHECK"_s);
        QCOMPARE(this->calls(*answer).size(), calls);
    }
}

void tst_EngineRunbook::script_goesOnWithTheNextServer_whenThePlanDoes()
{
    const auto answer = run(planFor({u"EX01"_s, u"EX02"_s}, ErrorPolicy::ContinueWithNextServer), u"refusedEX01"_s);
    QVERIFY_RESULT(answer);
    QCOMPARE(asText(answer->value("errors"_L1).toArray()), asText({}));
    QCOMPARE(calls(*answer).size(), 2 + 4);
    QVERIFY(calls(*answer).last().contains(u"EX02"_s));
}

KAKUIN_TEST(tst_EngineRunbook, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_runbook

#include "tst_engine_runbook.moc"
