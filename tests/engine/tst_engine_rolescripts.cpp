// SPDX-License-Identifier: MIT
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace tests::tst_engine_rolescripts {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

/// The role scripts parse as PowerShell 3.0 and, against functions that play Exchange, leave what their lists have.
class tst_EngineRoleScripts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void script_leavesWhatItLists_data();
    void script_leavesWhatItLists();

private:
    EngineJudge m_judge;
};

namespace {

/// Roles whose entries are made of what the real parents have, as far as it matters here.
QString exchange()
{
    return uR"ps(
$Made = @{}
function Note($Text) { $null = $KakuinRecorder.Record($Text, @{}) }
function New-Entry($Name, $Parameters) { [pscustomobject]@{ Name = $Name; Parameters = $Parameters } }
function New-ManagementRole { [CmdletBinding()] param($Name, $Parent, $Description)
    if ($Parent -eq 'View-Only Configuration') {
        $Made[$Name] = @((New-Entry 'Get-ExchangeServer' @('Identity', 'Status')), (New-Entry 'Get-AuthConfig' @()),
            (New-Entry 'Get-TransportService' @('Identity')), (New-Entry 'Get-MailboxServer' @()), (New-Entry 'Get-SendConnector' @()),
            (New-Entry 'Get-ReceiveConnector' @()), (New-Entry 'Get-HybridConfiguration' @()), (New-Entry 'Get-Mailbox' @()))
    } else {
        $Made[$Name] = @((New-Entry 'Get-ExchangeCertificate' @('Server', 'Thumbprint')),
            (New-Entry 'New-ExchangeCertificate' @('Server', 'Services', 'GenerateRequest', 'Instance', 'FriendlyName',
                'PrivateKeyExportable', 'BinaryEncoded', 'Confirm')),
            (New-Entry 'Remove-ExchangeCertificate' @()), (New-Entry 'Export-ExchangeCertificate' @()), (New-Entry 'Set-AuthConfig' @()))
    }
    'ignored' }
function Get-ManagementRoleEntry { [CmdletBinding()] param($Identity) $Made[$Identity.Substring(0, $Identity.IndexOf('\'))] }
function Remove-ManagementRoleEntry { [CmdletBinding(SupportsShouldProcess=$true)] param($Identity) Note "remove $Identity" }
function Set-ManagementRoleEntry { [CmdletBinding()] param($Identity, $Parameters) Note "set $Identity $($Parameters -join ',')" }
function New-RoleGroup { [CmdletBinding()] param($Name, $Roles, $Members, $Description)
    Note "group $Name $($Roles -join ',') $($Members -join ',')" }
function Write-Warning { param($Message) Note "warning $Message" }
)ps"_s;
}

} // namespace

void tst_EngineRoleScripts::script_leavesWhatItLists_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("calls");
    QTest::newRow("read") << u"read-certificates.ps1"_s
                          << QStringList{u"remove R - Exchange Server Certificates\\New-ExchangeCertificate"_s,
                                 u"remove R - Exchange Server Certificates\\Remove-ExchangeCertificate"_s,
                                 u"remove R - Exchange Server Certificates\\Export-ExchangeCertificate"_s,
                                 u"remove R - Exchange Server Certificates\\Set-AuthConfig"_s,
                                 u"remove R - View-Only Configuration\\Get-Mailbox"_s,
                                 u"group R R - Exchange Server Certificates,R - View-Only Configuration a,b"_s};
    QTest::newRow("renew") << u"renew-certificates.ps1"_s
                           << QStringList{u"set R - Exchange Server Certificates\\New-ExchangeCertificate "
                                          "Server,Services,Instance,FriendlyName,PrivateKeyExportable,Confirm"_s,
                                  u"remove R - Exchange Server Certificates\\Remove-ExchangeCertificate"_s,
                                  u"remove R - Exchange Server Certificates\\Export-ExchangeCertificate"_s,
                                  u"remove R - Exchange Server Certificates\\Set-AuthConfig"_s,
                                  u"remove R - View-Only Configuration\\Get-Mailbox"_s,
                                  u"group R R - Exchange Server Certificates,R - View-Only Configuration a,b"_s};
}

void tst_EngineRoleScripts::script_leavesWhatItLists()
{
    QFETCH(QString, file);
    QFETCH(QStringList, calls);
    const QString path = QStringLiteral(KAKUIN_SOURCE_DIR "/docs/roles/") + file;
    QFile script(path);
    QVERIFY(script.open(QIODevice::ReadOnly));
    const auto syntax = m_judge.ask({{u"op"_s, u"parse"_s}, {u"script"_s, QString::fromUtf8(script.readAll())}});
    QVERIFY_RESULT(syntax);
    QCOMPARE(syntax->value("errors"_L1).toArray(), QJsonArray());
    QCOMPARE(syntax->value("newer"_L1).toArray(), QJsonArray());
    const auto run = m_judge.ask({{u"op"_s, u"bind"_s}, {u"cmdlets"_s, QJsonArray()}, {u"setup"_s, exchange()},
        {u"script"_s, u"& '%1' -Name R -Members a, b"_s.arg(path)}});
    QVERIFY_RESULT(run);
    QCOMPARE(run->value("errors"_L1).toArray(), QJsonArray());
    QStringList called;
    for (const QJsonValue &call : run->value("calls"_L1).toArray())
        called.append(call["cmdlet"_L1].toString());
    QCOMPARE(called, calls);
}

KAKUIN_TEST(tst_EngineRoleScripts, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_rolescripts

#include "tst_engine_rolescripts.moc"
