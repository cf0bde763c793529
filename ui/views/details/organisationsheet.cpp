// SPDX-License-Identifier: MIT
#include "ui/views/details/organisationsheet.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/roletext.h"
#include "text/servertext.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr qsizetype longestOrganisationText = 400;
constexpr qsizetype mostErrors = 100;

const domain::Certificate *anywhere(const domain::Inventory &inventory, const domain::Thumbprint &thumbprint)
{
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (const domain::Certificate *found = entry.find(thumbprint))
            return found;
    }
    return nullptr;
}

/// On how many of the connector's servers a certificate has the name that it asks for.
int matches(const domain::Connector &connector, const domain::Inventory &inventory)
{
    int count = 0;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates || (!connector.servers.isEmpty() && !connector.servers.contains(entry.server.id)))
            continue;
        count += static_cast<int>(std::count_if(entry.certificates->begin(), entry.certificates->end(),
            [&](const domain::Certificate &c) { return connector.tlsCertificateName->matches(c.facts); }));
    }
    return count;
}

/// Whether every server that the connector is about was read.
bool areServersRead(const domain::Connector &connector, const domain::Inventory &inventory)
{
    return std::all_of(inventory.servers.begin(), inventory.servers.end(), [&](const domain::ServerEntry &entry) {
        return entry.certificates || (!connector.servers.isEmpty() && !connector.servers.contains(entry.server.id));
    });
}

} // namespace

QList<SheetBlock> OrganisationSheet::blocks(
    const findings::Evaluation &evaluation, const shell::ShellDescription &connection, const QDateTime &nowUtc)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    const QString name = !inventory.organisation.isEmpty() ? singleLine(inventory.organisation, longestOrganisationText)
        : !connection.name.isEmpty()                       ? singleLine(connection.name, longestOrganisationText)
                                                           : tr("Organisation");
    QList<SheetBlock> all{SheetBlock::title(name)};
    //: %1: "Practice organisation" or "Exported data", %2: its name, %3: a date with time
    all.append(SheetBlock::subtitle(
        tr("%1 · %2 · read %3")
            .arg(ServerText::connection(connection), singleLine(connection.name, longestOrganisationText),
                ExpiryText::dayAndTime(inventory.takenUtc))));
    if (connection.kind == shell::ShellDescription::Kind::Snapshot && connection.takenUtc.isValid()) {
        all.append(SheetBlock::marked(models::Severity::Information,
            tr("This is how the organisation was on %1. Nothing can be changed here.")
                .arg(ExpiryText::dayAndTime(connection.takenUtc))));
    }
    if (connection.kind != shell::ShellDescription::Kind::Snapshot && connection.isReadOnly) {
        all.append(SheetBlock::marked(
            models::Severity::Information, tr("This connection is marked as read-only. Nothing can be changed here.")));
    }
    all.append(problems(inventory));
    all.append(auth(evaluation, nowUtc));
    all.append(counts(inventory, nowUtc, evaluation.policy()));
    all.append(connectors(inventory));
    all.append(hybrid(inventory));
    return all;
}

QList<SheetBlock> OrganisationSheet::auth(const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Auth configuration"))};
    if (!inventory.authConfig) {
        blocks.append(SheetBlock::marked(models::Severity::NotKnown, tr("Not known which Auth certificate is in use."),
            ErrorText::full(inventory.authConfig.error())));
        return blocks;
    }
    const domain::AuthConfig &config = *inventory.authConfig;
    if (config.current.isNull()) {
        blocks.append(SheetBlock::marked(models::Severity::Expired,
            tr("No Auth certificate is in use: sign-in to Outlook on the web and the admin center fails. Create "
               "one.")));
    } else {
        blocks.append(authSlot(tr("In use"), config.current, evaluation, nowUtc));
    }
    if (!config.isStaged()) {
        blocks.append(SheetBlock::item(tr("No next certificate is staged.")));
    } else {
        //: Name of a slot. %1: a date with time
        const QString slot = config.nextEffectiveUtc.isValid()
            ? tr("Next, from %1 on").arg(ExpiryText::dayAndTime(config.nextEffectiveUtc))
            : config.nextEffectiveText.isEmpty() ? tr("Next, effective date not known")
                                                 : tr("Next, from %1 on").arg(singleLine(config.nextEffectiveText));
        blocks.append(authSlot(slot, config.next, evaluation, nowUtc));
        if (config.nextEffectiveUtc.isValid() && config.nextEffectiveUtc < nowUtc) {
            blocks.append(SheetBlock::marked(models::Severity::Soon,
                tr("Its effective date has passed, but it has not taken over. Publish it, or look at the service "
                   "“Microsoft Exchange Service Host”.")));
        }
    }
    blocks.append(!config.isPreviousHeld() ? QList<SheetBlock>{SheetBlock::item(tr("No previous certificate is kept."))}
                                           : authSlot(tr("Previous"), config.previous, evaluation, nowUtc));
    return blocks;
}

QList<SheetBlock> OrganisationSheet::authSlot(const QString &name, const domain::Thumbprint &thumbprint,
    const findings::Evaluation &evaluation, const QDateTime &nowUtc)
{
    const domain::Inventory &inventory = *evaluation.inventory();
    QStringList missing;
    QStringList unread;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (entry.server.isEdge()) // Edge servers have no Auth certificate
            continue;
        if (!entry.certificates)
            unread.append(singleLine(entry.server.id.name(), longestOrganisationText));
        else if (entry.find(thumbprint) == nullptr)
            missing.append(singleLine(entry.server.id.name(), longestOrganisationText));
    }
    QList<SheetBlock> blocks;
    const domain::Certificate *certificate = anywhere(inventory, thumbprint);
    if (certificate == nullptr) {
        blocks.append(SheetBlock::marked(unread.isEmpty() ? models::Severity::Expired : models::Severity::NotKnown,
            //: %1: "In use", "Previous" …
            tr("%1: no server that was read has this certificate.").arg(name), thumbprint.toGroupedString()));
        return blocks;
    }
    const domain::Expiry expiry = evaluation.policy().expiryOf(*certificate, nowUtc);
    // as the row of the Auth configuration in the tree
    const bool isCurrent = inventory.authConfig && thumbprint == inventory.authConfig->current;
    const findings::Urgency urgency
        = isCurrent ? evaluation.urgencies().ofAuth() : evaluation.urgencies().ofAnyCopy(thumbprint);
    blocks.append(SheetBlock::marked(models::severityOf(urgency, expiry.band),
        //: %1: "In use", "Previous" …, %2: name of a certificate, %3: "in 12 days"
        tr("%1: %2 · %3")
            .arg(name, certificate->displayName(),
                ExpiryText::remaining(expiry, certificate->facts.notAfterUtc, nowUtc)),
        //: %1: a thumbprint, %2: a date with time
        tr("%1 · expires %2")
            .arg(thumbprint.toGroupedString(), ExpiryText::dayAndTime(certificate->facts.notAfterUtc))));
    if (!missing.isEmpty() && inventory.authConfig && thumbprint != inventory.authConfig->previous) {
        const findings::Urgency ofMissing
            = std::max(isCurrent ? urgency : findings::Urgency::Soon, findings::Urgency::Soon);
        blocks.append(SheetBlock::marked(models::severityOf(ofMissing, domain::ExpiryBand::Later),
            tr("It is missing on %n servers.", nullptr, static_cast<int>(missing.size())),
            RoleText::list(missing.mid(0, mostErrors))));
    }
    if (!unread.isEmpty()) {
        blocks.append(SheetBlock::marked(models::Severity::NotKnown,
            tr("Whether it is on %n more servers is not known.", nullptr, static_cast<int>(unread.size())),
            RoleText::list(unread.mid(0, mostErrors))));
    }
    return blocks;
}

QList<SheetBlock> OrganisationSheet::counts(
    const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy)
{
    int expired = 0;
    int soon = 0;
    int unreachable = 0;
    int awaited = 0;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates) {
            ++(entry.certificates.error().code == ErrorCode::BeingRead ? awaited : unreachable);
            continue;
        }
        for (const domain::Certificate &certificate : *entry.certificates) {
            const models::Severity severity = models::severityOf(policy.expiryOf(certificate, nowUtc).band);
            expired += severity == models::Severity::Expired ? 1 : 0;
            soon += severity == models::Severity::Soon || severity == models::Severity::Urgent ? 1 : 0;
        }
    }
    const auto servers = static_cast<int>(inventory.servers.size());
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Servers and certificates"))};
    QString read = unreachable == 0 ? QString::number(servers)
                                    //: %1: number of servers, %2: how many of them
                                    : tr("%1, of which %2 could not be read").arg(servers).arg(unreachable);
    if (awaited > 0)
        //: %1: "60", or "60, of which 2 could not be read"; %2: how many more of them
        read = tr("%1; %2 are being read").arg(read).arg(awaited);
    blocks.append(SheetBlock::fact(tr("Servers"), read));
    blocks.append(SheetBlock::fact(tr("Certificates"), QString::number(inventory.certificateCount())));
    blocks.append(SheetBlock::fact(tr("Expired"), QString::number(expired)));
    blocks.append(SheetBlock::fact(tr("Expire within 30 days"), QString::number(soon)));
    return blocks;
}

QList<SheetBlock> OrganisationSheet::connectors(const domain::Inventory &inventory)
{
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Connectors that name a certificate"))};
    int named = 0;
    for (const Result<QList<domain::Connector>> *list : {&inventory.sendConnectors, &inventory.receiveConnectors}) {
        const bool isSend = list == &inventory.sendConnectors;
        if (!*list) {
            blocks.append(SheetBlock::marked(models::Severity::NotKnown,
                isSend ? tr("The send connectors are not known.") : tr("The receive connectors are not known."),
                ErrorText::full(list->error())));
            continue;
        }
        for (const domain::Connector &connector : **list) {
            if (!connector.tlsCertificateName || ++named > mostErrors)
                continue;
            const QString connectorName = singleLine(connector.name, longestOrganisationText);
            const QString text = isSend ? tr("Send connector “%1”").arg(connectorName)
                                        : tr("Receive connector “%1”").arg(connectorName);
            const int found = matches(connector, inventory);
            const QString name = singleLine(connector.tlsCertificateName->toString(), longestOrganisationText);
            if (found > 0)
                //: %n certificates match; %1: issuer and subject
                blocks.append(SheetBlock::item(text, tr("%n certificates match %1", nullptr, found).arg(name)));
            else if (areServersRead(connector, inventory))
                blocks.append(SheetBlock::marked(models::Severity::Expired, text,
                    tr("No certificate of its servers matches %1: mail through it fails.").arg(name)));
            else
                blocks.append(SheetBlock::marked(
                    models::Severity::NotKnown, text, tr("No certificate that was read matches %1.").arg(name)));
        }
    }
    if (named > mostErrors)
        blocks.append(SheetBlock::item(tr("and %n more", nullptr, named - static_cast<int>(mostErrors))));
    if (named == 0 && inventory.sendConnectors && inventory.receiveConnectors)
        blocks.append(SheetBlock::item(tr("None: no connector depends on a certificate's name.")));
    return blocks;
}

QList<SheetBlock> OrganisationSheet::hybrid(const domain::Inventory &inventory)
{
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Hybrid with Microsoft 365"))};
    if (!inventory.hybrid) {
        blocks.append(SheetBlock::marked(
            models::Severity::NotKnown, tr("Not known."), ErrorText::full(inventory.hybrid.error())));
        return blocks;
    }
    if (!inventory.hybrid->has_value()) {
        blocks.append(SheetBlock::item(tr("The organisation is not hybrid.")));
        return blocks;
    }
    const domain::HybridConfiguration &hybrid = **inventory.hybrid;
    blocks.append(SheetBlock::fact(tr("Certificate"),
        hybrid.tlsCertificateName ? singleLine(hybrid.tlsCertificateName->toString(), longestOrganisationText)
                                  : tr("none named")));
    const auto names = [](const QList<domain::ServerId> &servers) {
        QStringList list;
        for (const domain::ServerId &server : servers)
            list.append(singleLine(server.name(), longestOrganisationText));
        return list.isEmpty() ? tr("none") : RoleText::list(list);
    };
    blocks.append(SheetBlock::fact(tr("Sending servers"), names(hybrid.sendingTransportServers)));
    blocks.append(SheetBlock::fact(tr("Receiving servers"), names(hybrid.receivingTransportServers)));
    return blocks;
}

QList<SheetBlock> OrganisationSheet::problems(const domain::Inventory &inventory)
{
    QList<Error> all = inventory.problems;
    if (!inventory.serverList && inventory.serverList.error().code != ErrorCode::NotRead
        && inventory.serverList.error().code != ErrorCode::BeingRead)
        all.prepend(inventory.serverList.error());
    if (all.isEmpty())
        return {};
    QList<SheetBlock> blocks{SheetBlock::heading(tr("What could not be read"))};
    for (const Error &error : all.mid(0, mostErrors))
        blocks.append(SheetBlock::marked(models::Severity::Soon, ErrorText::full(error)));
    if (all.size() > mostErrors)
        blocks.append(SheetBlock::item(tr("and %n more", nullptr, static_cast<int>(all.size() - mostErrors))));
    return blocks;
}

} // namespace kakuin::ui
