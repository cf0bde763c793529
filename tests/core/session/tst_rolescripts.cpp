// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/plan/renewdraft.h"
#include "core/remote/cmdletrights.h"
#include "core/session/session.h"
#include "core/shell/readonlyshell.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_rolescripts {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

namespace {

QString scriptOf(const QString &name)
{
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/docs/roles/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> quotedIn(const QString &text)
{
    static const QRegularExpression literal(u"'([^']+)'"_s);
    QSet<QString> all;
    for (auto it = literal.globalMatch(text); it.hasNext();)
        all.insert(it.next().captured(1));
    return all;
}

QSet<QString> cmdletsIn(const QString &script)
{
    static const QRegularExpression list(u"\\$Cmdlets = @\\(([^)]*)\\)"_s);
    return quotedIn(list.match(script).captured(1));
}

/// The parameters of a cmdlet that the script restricts; empty where it keeps all of them.
QSet<QString> parametersIn(const QString &script, const QString &cmdlet)
{
    const QRegularExpression list(u"'%1' = @\\(([^)]*)\\)"_s.arg(cmdlet));
    return quotedIn(list.match(script).captured(1));
}

/// Cmdlets of Exchange with their parameters, as they are sent.
class Invoked final {
public:
    void add(const shell::Pipeline &pipeline)
    {
        for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
            // these two are no cmdlets of Exchange: no role has them
            if (cmdlet.name() == u"Select-Object" || cmdlet.name() == u"Get-ADObject")
                continue;
            QSet<QString> &parameters = m_all[cmdlet.name()];
            for (const shell::Parameter &parameter : cmdlet.parameters())
                parameters.insert(parameter.name);
            if (&cmdlet != &pipeline.cmdlets.first())
                parameters.insert(u"Instance"_s); // what comes through the pipeline is bound to it
        }
    }
    [[nodiscard]] QSet<QString> cmdlets() const
    {
        const QStringList names = m_all.keys();
        return {names.begin(), names.end()};
    }
    [[nodiscard]] QSet<QString> parameters(const QString &cmdlet) const { return m_all.value(cmdlet); }

private:
    QHash<QString, QSet<QString>> m_all;
};

} // namespace

/// The role scripts have the cmdlets and parameters that Kakuin invokes, no more and no fewer.
class tst_RoleScripts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readScript_hasWhatReadingInvokes();
    void renewScript_hasWhatRenewalInvokes();
    void lists_areThoseOfTheConnectionTest();

private:
    QTemporaryDir m_folder;
    Invoked m_reading;
    Invoked m_renewal;
};

void tst_RoleScripts::initTestCase()
{
    const auto made = await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013));
    QVERIFY_RESULT(made);
    session::Session session(*made);
    const auto read = await(session.refresh());
    QVERIFY_RESULT(read);
    for (const session::CommandRecord &record : session.commandLog()->records()) {
        m_reading.add(record.pipeline);
        m_renewal.add(record.pipeline);
    }
    QList<domain::CertificateId> targets;
    for (const domain::ServerEntry &entry : (*read)->servers) {
        if (entry.transport && !entry.transport->thumbprint.isNull())
            targets.append({entry.server.id, entry.transport->thumbprint});
    }
    plan::RenewDraft draft(*read);
    draft.setTargets(targets);
    draft.setFriendlyName(u"a name"_s);
    draft.setKeyExportable(true);
    const plan::Plan plan = draft.plan();
    QVERIFY(!plan.steps.isEmpty());
    for (const plan::Step &step : plan.steps) {
        m_renewal.add(step.command);
        for (const plan::Check &check : step.checks)
            m_renewal.add(check.command);
    }
}

void tst_RoleScripts::readScript_hasWhatReadingInvokes()
{
    QCOMPARE(cmdletsIn(scriptOf(u"read-certificates.ps1"_s)), m_reading.cmdlets());
    for (const QString &cmdlet : m_reading.cmdlets()) {
        QVERIFY2(shell::ReadOnlyShell::reads(cmdlet), qPrintable(cmdlet));
        // reading may use every parameter: none is taken away
        QVERIFY2(parametersIn(scriptOf(u"read-certificates.ps1"_s), cmdlet).isEmpty(), qPrintable(cmdlet));
    }
}

void tst_RoleScripts::renewScript_hasWhatRenewalInvokes()
{
    const QString script = scriptOf(u"renew-certificates.ps1"_s);
    QCOMPARE(cmdletsIn(script), m_renewal.cmdlets());
    for (const QString &cmdlet : m_renewal.cmdlets()) {
        const bool reads = shell::ReadOnlyShell::reads(cmdlet);
        QCOMPARE(parametersIn(script, cmdlet), reads ? QSet<QString>() : m_renewal.parameters(cmdlet));
    }
}

void tst_RoleScripts::lists_areThoseOfTheConnectionTest()
{
    QSet<QString> reading;
    for (const QString &cmdlet : remote::CmdletRights::knownCmdlets()) {
        if (shell::ReadOnlyShell::reads(cmdlet) && cmdlet != u"Select-Object" && cmdlet != u"Get-ADObject")
            reading.insert(cmdlet);
    }
    QCOMPARE(cmdletsIn(scriptOf(u"read-certificates.ps1"_s)), reading);
    QCOMPARE(cmdletsIn(scriptOf(u"renew-certificates.ps1"_s)), reading + QSet<QString>{u"New-ExchangeCertificate"_s});
}

KAKUIN_TEST(tst_RoleScripts)

} // namespace tests::tst_rolescripts

#include "tst_rolescripts.moc"
