// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/session/session.h"
#include "core/session/snapshotsaver.h"
#include "core/snapshot/collectorscript.h"
#include "core/snapshot/snapshotshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

namespace tests::tst_engine_collector {

using namespace kakuin;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

/// What Exchange and the parts of PowerShell that the engine's package lacks would be: each cmdlet answers with what
/// the practice organisation answered, as the engine reads it.
QString stubs(const QString &folder)
{
    return uR"ps(
function Answer($Name) {
    $path = [IO.Path]::Combine('%1', $Name + '.xml')
    if ([IO.File]::Exists($path)) { [System.Management.Automation.PSSerializer]::Deserialize([IO.File]::ReadAllText($path)) }
}
function Get-ExchangeServer { [CmdletBinding()] param() Answer 'Get-ExchangeServer' }
function Get-ExchangeCertificate { [CmdletBinding()] param($Server)
    if ($Server -eq 'MBX02') { throw 'The RPC server is unavailable.' }
    Answer ($Server + '_Get-ExchangeCertificate') }
function Get-AuthConfig { [CmdletBinding()] param() Answer 'Get-AuthConfig' }
function Get-TransportService { [CmdletBinding()] param() Answer 'Get-TransportService' }
function Get-MailboxServer { [CmdletBinding()] param() Answer 'Get-MailboxServer' }
function Get-SendConnector { [CmdletBinding()] param() Answer 'Get-SendConnector' }
function Get-ReceiveConnector { [CmdletBinding()] param() Answer 'Get-ReceiveConnector' }
function Get-HybridConfiguration { [CmdletBinding()] param() Answer 'Get-HybridConfiguration' }
function Get-ADRootDSE { [CmdletBinding()] param() [pscustomobject]@{ configurationNamingContext = 'CN=Configuration,DC=contoso,DC=local' } }
function Get-ADObject { [CmdletBinding()] param($Filter, $SearchBase, $Properties) Answer 'Get-ADObject' }
function New-Item { [CmdletBinding()] param($ItemType, $Path) [IO.Directory]::CreateDirectory($Path) }
function Join-Path { param($Path, $ChildPath) [IO.Path]::Combine($Path, $ChildPath) }
function Write-Warning { param($Message) [IO.File]::AppendAllText('%1/warnings.txt', "$Message`n") }
function Select-Object { param([switch]$Unique, [Parameter(ValueFromPipeline=$true)]$InputObject)
    begin { $seen = @() } process { if ($seen -notcontains $InputObject) { $seen += $InputObject; $InputObject } } }
function Export-Clixml { param($Path, $Depth, [Parameter(ValueFromPipeline=$true)]$InputObject)
    begin { $all = New-List } process { $null = $all.Add($InputObject) }
    end { [IO.File]::WriteAllText($Path, [System.Management.Automation.PSSerializer]::Serialize($all, 3)) } }
function New-List { ,([Activator]::CreateInstance([System.Collections.ArrayList])) }
)ps"_s.replace(u"%1"_s, folder);
}

QByteArray script()
{
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/resources/collector.ps1"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return snapshot::collectorScript(QString::fromUtf8(file.readAll()), [](const QString &name) {
        return u"about "_s + name + u"\n} ; Remove-Item x ; \u2028 \u0085 Stop-Process 1"_s;
    });
}

} // namespace

/// The collector script parses, only reads, and makes a folder that opens to the organisation it was run on.
class tst_EngineCollector : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

private Q_SLOTS:
    void script_parsesAsPowerShell3()
    {
        const auto answer = m_judge.ask({{u"op"_s, u"parse"_s}, {u"script"_s, QString::fromUtf8(script().mid(3))}});
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->value(u"errors"_s).toArray(), QJsonArray());
        QCOMPARE(answer->value(u"newer"_s).toArray(), QJsonArray());
    }

    void script_onlyReads()
    {
        static const QRegularExpression command(u"\\b[A-Z][a-z]+-[A-Z]\\w+"_s);
        const QStringList writing{u"Export-Clixml"_s, u"New-Item"_s, u"Join-Path"_s, u"Save-Answer"_s,
            u"Select-Object"_s, u"Write-Warning"_s};
        int count = 0;
        for (const QString &line : QString::fromUtf8(script().mid(3)).split(u"\r\n"_s)) {
            if (line.trimmed().startsWith(u'#'))
                continue;
            for (auto it = command.globalMatch(line); it.hasNext(); ++count) {
                const QString name = it.next().captured();
                QVERIFY2(name.startsWith(u"Get-") || writing.contains(name), qPrintable(name));
            }
        }
        QVERIFY(count > 20);
    }

    void folderThatItMakes_opensToTheOrganisation()
    {
        QTemporaryDir folder;
        const auto lab = await(lab::LabShell::create(folder.filePath(u"lab.kakuinlab"_s), lab::Preset::Contoso2013));
        QVERIFY_RESULT(lab);
        const QString answers = folder.filePath(u"answers"_s);
        Result<session::SavedSnapshot> saved = fail(ErrorCode::NotRead);
        session::SnapshotSaver saver(*lab, {answers, false}, 8);
        connect(&saver, &session::SnapshotSaver::finished, this, [&](const auto &result) { saved = result; });
        saver.start();
        QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), foreignPatienceMs);

        const QString made = folder.filePath(u"made"_s);
        QFile file(folder.filePath(u"collector.ps1"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script());
        file.close();
        const QString run = u"& '"_s + file.fileName() + u"' -Folder '"_s + made + u'\'';
        const auto answer = m_judge.ask(
            {{u"op"_s, u"bind"_s}, {u"script"_s, run}, {u"cmdlets"_s, QJsonArray()}, {u"setup"_s, stubs(answers)}});
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->value(u"errors"_s).toArray(), QJsonArray());
        QCOMPARE(answer->value(u"output"_s).toArray(), QJsonArray{made});

        const auto shell = await(snapshot::SnapshotShell::open({made}));
        QVERIFY_RESULT(shell);
        session::Session live(*lab);
        session::Session collected(*shell);
        const auto expected = await(live.refresh());
        const auto found = await(collected.refresh());
        QVERIFY_RESULT(expected);
        QVERIFY_RESULT(found);
        QCOMPARE((*found)->problems, QList<Error>());
        QCOMPARE((*found)->servers.size(), (*expected)->servers.size());
        for (const domain::ServerEntry &entry : (*expected)->servers) {
            const domain::ServerEntry *other = (*found)->find(entry.server.id);
            QVERIFY(other);
            QVERIFY2(other->server == entry.server, qPrintable(entry.server.id.name()));
            if (entry.server.id == domain::ServerId(u"MBX02"_s))
                QCOMPARE(other->certificates.error().code, ErrorCode::NotExported);
            else
                QVERIFY2(other->certificates == entry.certificates, qPrintable(entry.server.id.name()));
        }
        QVERIFY((*found)->authConfig == (*expected)->authConfig);
        QVERIFY((*found)->sendConnectors == (*expected)->sendConnectors);
        QVERIFY((*found)->hybrid == (*expected)->hybrid);
    }
};

KAKUIN_TEST(tst_EngineCollector, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_collector

#include "tst_engine_collector.moc"
