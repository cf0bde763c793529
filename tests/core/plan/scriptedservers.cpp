// SPDX-License-Identifier: MIT
#include "scriptedservers.h"

#include "core/clixml/certificateblob.h"
#include "core/plan/renewdraft.h"
#include "tests/testkit/inventorybuilder.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;
using domain::Service;

namespace {

shell::Prompt overwriteQuestion(
    const QString &server, const domain::Thumbprint &current, const domain::Thumbprint &successor)
{
    shell::Prompt prompt;
    prompt.server = domain::ServerId(server);
    prompt.cmdlet = u"New-ExchangeCertificate"_s;
    prompt.caption = u"Confirm"_s;
    prompt.message = u"Overwrite?\n\nCurrent certificate: '%1'\nReplace it with certificate: '%2'"_s.arg(
        current.toString(), successor.toString());
    for (const QString &label : {u"&Yes"_s, u"Yes to &All"_s, u"&No"_s, u"No to A&ll"_s})
        prompt.choices.append(shell::PromptChoice::fromLabel(label, {}));
    return prompt;
}

} // namespace

// As a practice organisation, which may be changed without a journal
ScriptedServers::ScriptedServers()
    : m_key(x509::PrivateKey::generateRsa(1024).value())
{
    m_shell->setDescription({shell::ShellDescription::Kind::Lab, u"scripted"_s, false, {}});
    m_shell->on(u"New-ExchangeCertificate"_s, [this](const shell::Pipeline &p) { return create(p); });
    m_shell->on(u"Get-ExchangeCertificate"_s, [this](const shell::Pipeline &p) { return read(p); });
    m_shell->on(u"Get-TransportService"_s, [this](const shell::Pipeline &p) { return readTransport(p); });
}

shell::ErrorRecord ScriptedServers::errorRecord(const QString &message)
{
    shell::ErrorRecord record;
    record.message = message;
    record.category = u"InvalidArgument"_s;
    record.exceptionType = u"InvalidOperationException"_s;
    return record;
}

ScriptedServers::Stored ScriptedServers::make(const QString &name) const
{
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, name}};
    request.notBeforeUtc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    request.notAfterUtc = request.notBeforeUtc.addYears(5);
    request.dnsNames = {name};
    Stored stored;
    stored.der = x509::makeSelfSigned(request, m_key).value();
    stored.thumbprint = domain::Thumbprint::fromSha1(QCryptographicHash::hash(stored.der, QCryptographicHash::Sha1));
    stored.services = domain::ServiceSet(Service::Imap) | Service::Pop | Service::Smtp;
    return stored;
}

domain::Thumbprint ScriptedServers::addServer(const QString &name)
{
    const Stored stored = make(name);
    m_servers.append({name, {stored}, stored.thumbprint, {}});
    return stored.thumbprint;
}

domain::Thumbprint ScriptedServers::addCertificate(const QString &server)
{
    const Stored stored = make(server);
    const auto it = std::find_if(
        m_servers.begin(), m_servers.end(), [&server](const Server &known) { return known.name == server; });
    it->certificates.append(stored);
    return stored.thumbprint;
}

void ScriptedServers::setServices(const QString &server, domain::ServiceSet services)
{
    std::find_if(m_servers.begin(), m_servers.end(), [&server](const Server &known) { return known.name == server; })
        ->certificates.first()
        .services
        = services;
}

void ScriptedServers::setSites(const QString &server, const QList<int> &sites)
{
    std::find_if(m_servers.begin(), m_servers.end(), [&server](const Server &known) { return known.name == server; })
        ->certificates.first()
        .sites
        = sites;
}

void ScriptedServers::setTransport(const QString &server, const domain::Thumbprint &thumbprint)
{
    std::find_if(m_servers.begin(), m_servers.end(), [&server](const Server &known) { return known.name == server; })
        ->transport
        = thumbprint;
}

domain::InventoryPtr ScriptedServers::inventory() const
{
    InventoryBuilder builder;
    for (const Server &server : m_servers) {
        builder.server(server.name);
        for (const Stored &stored : server.certificates)
            builder.certificate(CertificateBuilder(server.name, u"CN="_s + server.name)
                                    .thumbprint(stored.thumbprint.toString())
                                    .services(stored.services));
        builder.transport(server.transport);
    }
    return builder.build();
}

plan::Plan ScriptedServers::renewalPlan(plan::ErrorPolicy policy) const
{
    QList<domain::CertificateId> targets;
    for (const Server &server : m_servers)
        targets.append({domain::ServerId(server.name), server.certificates.first().thumbprint});
    plan::RenewDraft draft(inventory());
    draft.setTargets(targets);
    draft.setErrorPolicy(policy);
    return draft.plan();
}

ScriptedServers::Server *ScriptedServers::find(const shell::Cmdlet &cmdlet, const QString &parameter)
{
    const auto it = std::find_if(m_servers.begin(), m_servers.end(),
        [name = cmdlet.text(parameter)](const Server &server) { return server.name == name; });
    return it == m_servers.end() ? nullptr : &*it;
}

domain::Thumbprint ScriptedServers::transportOf(const QString &server) const
{
    const auto it
        = std::find_if(m_servers.begin(), m_servers.end(), [&](const Server &known) { return known.name == server; });
    return it == m_servers.end() ? domain::Thumbprint() : it->transport;
}

int ScriptedServers::certificateCount(const QString &server) const
{
    const auto it
        = std::find_if(m_servers.begin(), m_servers.end(), [&](const Server &known) { return known.name == server; });
    return it == m_servers.end() ? 0 : static_cast<int>(it->certificates.size());
}

clixml::Value ScriptedServers::objectOf(const Server &server, const Stored &stored) const
{
    clixml::CertificateBlob blob;
    blob.der = stored.der;
    blob.friendlyName = u"Microsoft Exchange"_s;
    blob.keyContainer = u"container"_s;
    blob.keyProvider = u"Microsoft RSA SChannel Cryptographic Provider"_s;
    blob.hasPrivateKey = true;
    blob.isSelfSigned = true;
    blob.status = 1;
    blob.services = static_cast<int>(stored.services);
    for (const int site : stored.sites)
        blob.iisServiceNames.append(u"IIS://%1/W3SVC/%2"_s.arg(server.name).arg(site));
    blob.identity = server.name + u'\\' + stored.thumbprint.toString();
    clixml::ObjectBuilder object({u"Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"_s});
    object.adapted(u"RawData"_s, clixml::Value(clixml::Value::Data(stored.der)));
    if (sendsBytesOnly)
        return clixml::Value(object.build());
    return object
        .extended(u"SerializationData"_s, clixml::Value(clixml::Value::Data(clixml::writeCertificateBlob(blob))))
        .build();
}

ScriptedReply ScriptedServers::create(const shell::Pipeline &pipeline)
{
    Server *server = find(pipeline.cmdlets.last());
    if (server == nullptr)
        return ScriptedReply::error(errorRecord(u"no such server"_s));
    onEvent("command");
    Stored made = make(server->name);
    if (forgetsServices)
        made.services = {};
    ScriptedReply reply;
    const domain::Thumbprint promised = promisesAnother ? make(server->name).thumbprint : made.thumbprint;
    reply.prompts = {overwriteQuestion(server->name, server->transport, promised)};
    reply.finish = [this, server, made](const QList<shell::PromptAnswer> &answers) -> Result<shell::PipelineOutput> {
        onEvent("answer");
        if (madeCount > 0)
            server->certificates.append(made);
        if (madeCount > 1)
            server->certificates.append(make(server->name));
        m_hasMade = true;
        if (losesSites || movesSites) {
            QList<int> &held = server->certificates.first().sites;
            server->certificates.last().sites = movesSites ? std::exchange(held, {}) : QList<int>();
            held.clear();
        }
        const bool isYes = answers.first().choice == 0 || answers.first().choice == 1;
        if (isYes && !forgetsTransport) {
            server->transportBefore = server->transport;
            server->transport = made.thumbprint;
        }
        if (returnsNothing)
            return shell::PipelineOutput{};
        if (returnsUnnamed) {
            clixml::ObjectBuilder unnamed(
                {u"Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"_s});
            unnamed.adapted(u"Thumbprint"_s, clixml::Value(QString()));
            return shell::PipelineOutput{{clixml::Value(unnamed.build())}};
        }
        const Stored &returned = returnsOld ? server->certificates.first() : made;
        return shell::PipelineOutput{{objectOf(*server, returned)}};
    };
    return reply;
}

ScriptedReply ScriptedServers::answerElsewhere(const shell::Pipeline &pipeline)
{
    const std::optional<ScriptedReply> own = std::exchange(storeAfterwards, std::nullopt);
    const ScriptedReply reply = read(pipeline);
    storeAfterwards = own;
    return reply;
}

ScriptedReply ScriptedServers::read(const shell::Pipeline &pipeline)
{
    const bool isStore = pipeline.cmdlets.last().value(u"Thumbprint") == nullptr;
    onEvent(isStore ? "store" : "check");
    const Server *server = find(pipeline.cmdlets.last());
    if (isStore && m_hasMade && storeAfterwards)
        return *storeAfterwards;
    if (server != nullptr && isStore) {
        QList<clixml::Value> store;
        for (const Stored &stored : server->certificates)
            store.append(objectOf(*server, stored));
        return ScriptedReply::objects(store);
    }
    const QString wanted = pipeline.cmdlets.last().text(u"Thumbprint");
    for (const Stored &stored : server != nullptr ? server->certificates : QList<Stored>()) {
        if (stored.thumbprint.toString() == wanted)
            return ScriptedReply::objects({objectOf(*server, stored)});
    }
    return ScriptedReply::error(errorRecord(u"The certificate with thumbprint %1 was not found."_s.arg(wanted)));
}

void ScriptedServers::setSelectable(bool isSelectable)
{
    if (isSelectable)
        m_shell->on(u"Select-Object"_s, [this](const shell::Pipeline &p) { return select(p); });
}

// Get-ExchangeCertificate … | Select-Object …: what it lists, with the services
ScriptedReply ScriptedServers::select(const shell::Pipeline &pipeline)
{
    const shell::Cmdlet &reading = pipeline.cmdlets.first();
    const Server *server = find(reading);
    QList<clixml::Value> picked;
    for (const Stored &stored : server != nullptr ? server->certificates : QList<Stored>()) {
        clixml::ObjectBuilder object(QStringList{u"Selected.System.Management.Automation.PSCustomObject"_s});
        object.extended(u"RawData"_s, clixml::Value(clixml::Value::Data(stored.der)));
        QList<clixml::Value> sites;
        for (const int site : stored.sites)
            sites.append(clixml::Value(u"IIS://%1/W3SVC/%2"_s.arg(server->name).arg(site)));
        object.extended(u"IISServices"_s, clixml::Value(clixml::ObjectBuilder::list(sites)));
        object.extended(u"Services"_s, clixml::Value(domain::cmdletNames(stored.services).join(u", "_s)));
        object.extended(u"HasPrivateKey"_s, clixml::Value(true));
        picked.append(clixml::Value(object.build()));
    }
    return ScriptedReply::objects(picked);
}

ScriptedReply ScriptedServers::readTransport(const shell::Pipeline &pipeline)
{
    const Server *server = find(pipeline.cmdlets.last(), u"Identity"_s);
    if (server == nullptr)
        return ScriptedReply::error(errorRecord(u"no such server"_s));
    const bool lags = transportLag > 0 && !server->transportBefore.isNull();
    if (lags)
        --transportLag;
    const domain::Thumbprint shown = lags ? server->transportBefore : server->transport;
    return ScriptedReply::objects(
        {clixml::ObjectBuilder({u"Microsoft.Exchange.Data.Directory.Management.TransportService"_s})
                .adapted(u"Name"_s, server->name)
                .adapted(u"InternalTransportCertificateThumbprint"_s, shown.toString())
                .build()});
}

} // namespace kakuin::testkit
