// SPDX-License-Identifier: MIT
#include "tests/ui/scripts/writtenscripts.h"

#include "core/lab/labshell.h"
#include "core/plan/assigndraft.h"
#include "core/plan/authrotation.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "core/plan/runbook.h"
#include "core/session/commandlog.h"
#include "core/session/session.h"
#include "core/shell/powershelltext.h"
#include "core/snapshot/collectorscript.h"
#include "tests/core/plan/plainrunbooktext.h"
#include "tests/testkit/await.h"
#include "text/commandtext.h"
#include "text/runbooktext.h"
#include "ui/report/runbookpage.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;
using namespace plan;

namespace {

domain::ServerId renamedServer(const domain::ServerId &server, const QString &name)
{
    return domain::ServerId(server.name() + name + u" x"_s); // never a bare word, and blanks at the end stay
}

domain::CertificateId transportOf(const domain::Inventory &inventory, qsizetype server)
{
    const domain::ServerEntry &entry = inventory.servers.at(server);
    return {entry.server.id, entry.transport ? entry.transport->thumbprint : domain::Thumbprint()};
}

QStringList cmdletNames(const shell::Pipeline &pipeline)
{
    QStringList names;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets)
        names.append(cmdlet.name());
    return names;
}

// What runs whatever the answers are. Steps that depend on one are compared by the test, script with script.
QStringList unconditionalCommands(const Plan &plan)
{
    QStringList names;
    for (const Step &step : plan.steps) {
        if (!step.condition)
            names.append(cmdletNames(step.command));
    }
    return names;
}

// The code blocks of a page, as the person copies them
QStringList codeOf(const QString &page)
{
    static const QRegularExpression block(u"<pre>(.*?)</pre>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression late(u"(?<= )<(\\d+)>"_s); // "<1>": what step 1 returns
    QStringList code;
    for (auto it = block.globalMatch(page); it.hasNext();) {
        QString text = it.next().captured(1);
        text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
        code.append(text.replace(u"&amp;"_s, u"&"_s).replace(late, u"$step\\1"_s));
    }
    return code;
}

QByteArray logScript(const Plan &plan, const QString &name, const QDateTime &nowUtc)
{
    session::CommandLog log;
    for (const Step &step : plan.steps) {
        shell::Pipeline pipeline = step.command;
        for (shell::Cmdlet &cmdlet : pipeline.cmdlets)
            cmdlet.resolve([&](const shell::LateValue &) { return shell::ParameterValue(name + u" x"_s); });
        log.update(log.begin(pipeline, nowUtc), [&](session::CommandRecord &record) {
            record.outcome = session::CommandRecord::Outcome::ErrorRecords;
            shell::Prompt prompt;
            prompt.message = name;
            prompt.choices = {shell::PromptChoice::fromLabel(name, name)};
            record.questions = {{prompt, 0, true}};
            record.warnings = {name, u"x\n"_s + name};
            shell::ErrorRecord error;
            error.message = name;
            error.fullyQualifiedErrorId = name;
            record.errors = {error};
            record.failure = Error{ErrorCode::ServerError, name, name};
        });
    }
    return ui::CommandText::script(log.records());
}

} // namespace

Result<void> WrittenScripts::prepare()
{
    const auto made = await(lab::LabShell::create(m_folder.filePath(u"a.kakuinlab"_s), lab::Preset::Contoso2013));
    if (!made)
        return tl::unexpected<Error>(made.error());
    session::Session session(*made);
    const auto read = await(session.refresh());
    if (!read)
        return tl::unexpected<Error>(read.error());
    // as if one had been staged: every plan about the Auth certificate has something to do
    auto changed = std::make_shared<domain::Inventory>(**read);
    changed->authConfig->previous = changed->authConfig->current;
    for (qsizetype i = 0; i < changed->servers.size(); ++i) {
        if (!transportOf(*changed, i).thumbprint.isNull())
            changed->authConfig->next = transportOf(*changed, i).thumbprint; // of the last one
    }
    m_inventory = changed;
    m_nowUtc = session.nowUtc();
    return {};
}

domain::InventoryPtr WrittenScripts::renamed(const QString &name) const
{
    auto inventory = std::make_shared<domain::Inventory>(*m_inventory);
    inventory->organisation += name;
    for (domain::ServerEntry &entry : inventory->servers) {
        entry.server.id = renamedServer(entry.server.id, name);
        entry.server.site += name;
        entry.server.dag += name;
        if (entry.transport)
            entry.transport->server = entry.server.id;
        if (!entry.certificates)
            continue;
        for (domain::Certificate &certificate : *entry.certificates) {
            certificate.server = entry.server.id;
            certificate.friendlyName += name; // the subject stays: by it the self-signed ones are recognised
        }
    }
    for (auto *connectors : {&inventory->sendConnectors, &inventory->receiveConnectors}) {
        if (!*connectors)
            continue;
        for (domain::Connector &connector : **connectors) {
            connector.name += name;
            for (domain::ServerId &server : connector.servers)
                server = renamedServer(server, name);
        }
    }
    return inventory;
}

QList<Plan> WrittenScripts::plans(const QString &name) const
{
    const domain::InventoryPtr inventory = renamed(name);
    const QString path = u"C:\\"_s + name + u".pfx"_s;
    QList<Plan> made{publishPlan(*inventory, true), clearPreviousPlan(*inventory), cancelStagingPlan(*inventory)};
    QList<domain::CertificateId> targets; // a mailbox server first; an Auth certificate is not renewed
    for (qsizetype i = 0; i < inventory->servers.size(); ++i) {
        const domain::CertificateId target = transportOf(*inventory, i);
        if (target.thumbprint.isNull() || target.thumbprint == inventory->authConfig->next)
            continue;
        const bool isMailbox = inventory->servers.at(i).server.roles.testFlag(domain::ServerRole::Mailbox);
        targets.insert(isMailbox ? 0 : targets.size(), target);
    }
    for (const ErrorPolicy policy : {ErrorPolicy::Stop, ErrorPolicy::ContinueWithNextServer}) {
        RenewDraft renew(inventory);
        renew.setTargets(targets);
        renew.setErrorPolicy(policy);
        renew.setFriendlyName(u"it's ‘new’ $(x) `n"_s); // the draft refuses control characters
        renew.setKeyExportable(true);
        made.append(renew.plan());
    }
    for (const auto mode : {RotateDraft::Mode::Planned, RotateDraft::Mode::Immediate}) {
        RotateDraft rotate(inventory, m_nowUtc);
        rotate.setServer(targets.first().server);
        rotate.setMode(mode);
        rotate.setNames(RotateDraft::Names::None); // else the draft wants names of hosts
        rotate.setClearsPrevious(true);
        made.append(rotate.plan());
    }
    for (const domain::CertificateId &target : targets.first(std::min<qsizetype>(2, targets.size()))) {
        for (const domain::Certificate &certificate : *inventory->find(target.server)->certificates) {
            AssignDraft assign(inventory, m_nowUtc, certificate.id());
            assign.setServices(domain::ServiceSet(domain::Service::Smtp) | domain::Service::Iis);
            assign.setTakesTransport(true);
            assign.setLeavesSslOptional(true);
            made.append(assign.plan());
            RemoveDraft removal(inventory, m_nowUtc);
            removal.setTargets({certificate.id()});
            removal.setAcknowledged(true);
            removal.setPassword(Secret(u"x"_s));
            removal.setBackupPath(certificate.id(), path);
            made.append(removal.plan());
        }
    }
    Plan transfer;
    transfer.kind = PlanKind::SpreadAuthCertificate;
    transfer.steps = {exportStep(1, targets.first(), path),
        importStep(2, targets.last().server, shell::LateValue::fileDataOfStep(1), targets.first().thumbprint, true),
        importStep(3, targets.first().server, shell::LateValue::fileContent(path), targets.first().thumbprint, false)};
    made.append(transfer);
    made.removeIf([](const Plan &plan) { return plan.steps.isEmpty(); });
    return made;
}

QList<WrittenScript> WrittenScripts::all(const QString &name) const
{
    QList<WrittenScript> scripts;
    const ui::RunbookTextWriter words(m_nowUtc, renamed(name));
    const PlainRunbookText plain(name);
    const QList<Plan> found = plans(name);
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Plan &plan = found.at(i);
        const QString about = u"plan %1 (%2 steps)"_s.arg(i).arg(plan.steps.size());
        const auto textOf = [](const QByteArray &script) { return QString::fromUtf8(script.mid(3)); };
        const QStringList commands = unconditionalCommands(plan);
        scripts.append({about + u", script"_s, textOf(runbookScript(plan, words)), commands});
        scripts.append(
            {about + u", script with the name as every text"_s, textOf(runbookScript(plan, plain)), commands});
        // what the answers decide about is not in the log of a plan, but here all of it is
        QStringList logged;
        for (const Step &step : plan.steps)
            logged.append(cmdletNames(step.command));
        scripts.append({about + u", log"_s, textOf(logScript(plan, name, m_nowUtc)), logged});
        const QStringList code = codeOf(ui::runbookPage(plan, words));
        for (qsizetype block = 0; block < code.size(); ++block)
            scripts.append({about + u", page, block %1"_s.arg(block), code.at(block), {}});
    }
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/resources/collector.ps1"));
    if (file.open(QIODevice::ReadOnly))
        scripts.append({u"collector"_s,
            QString::fromUtf8(snapshot::collectorScript(QString::fromUtf8(file.readAll()),
                [&](const QString &) {
                    return name;
                }).mid(3)),
            {}});
    return scripts;
}

} // namespace kakuin::testkit
