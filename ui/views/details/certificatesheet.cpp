// SPDX-License-Identifier: MIT
#include "ui/views/details/certificatesheet.h"

#include "core/base/untrustedtext.h"
#include "core/domain/lineage.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/preflighttext.h"
#include "text/roletext.h"
#include "text/servertext.h"

namespace kakuin::ui {
namespace {

constexpr qsizetype maxNames = 60;
constexpr qsizetype longestCertificateText = 400;

} // namespace

QString CertificateSheet::subtitle(const CertificateContext &context)
{
    const domain::CertificateFacts &facts = context.certificate->facts;
    const QString subject
        = facts.subject.isEmpty() ? tr("(no subject)") : singleLine(facts.subject, longestCertificateText);
    const QString server = singleLine(context.certificate->server.name(), longestCertificateText);
    //: Line beneath a certificate's name. %1: subject, %2: server
    return context.isSelfSigned()
        ? tr("%1 · on %2 · self-signed").arg(subject, server)
        //: Line beneath a certificate's name. %1: subject, %2: server, %3: issuer
        : tr("%1 · on %2 · issued by %3").arg(subject, server, singleLine(facts.issuer, longestCertificateText));
}

QList<SheetBlock> CertificateSheet::notKnown(const CertificateContext &context)
{
    const domain::Certificate &certificate = *context.certificate;
    const domain::Inventory &inventory = *context.inventory;
    const QString server = singleLine(certificate.server.name(), longestCertificateText);
    constexpr auto hollow = models::Severity::NotKnown;
    QList<SheetBlock> blocks;
    if (!certificate.services)
        blocks.append(SheetBlock::marked(hollow, ServerText::source(certificate.source)));
    if (!certificate.iisBindings)
        blocks.append(SheetBlock::marked(hollow, tr("Its bindings to ports 443 and 444 are not known.")));
    if (!context.entry->transport) {
        blocks.append(
            SheetBlock::marked(hollow, tr("Which certificate %1 uses for internal transport is not known.").arg(server),
                ErrorText::brief(context.entry->transport.error())));
    }
    if (!inventory.authConfig) {
        blocks.append(SheetBlock::marked(hollow, tr("Whether it is the Auth certificate is not known."),
            ErrorText::brief(inventory.authConfig.error())));
    }
    if (!inventory.sendConnectors || !inventory.receiveConnectors) {
        const Error &error
            = inventory.sendConnectors ? inventory.receiveConnectors.error() : inventory.sendConnectors.error();
        blocks.append(
            SheetBlock::marked(hollow, tr("Whether a connector names it is not known."), ErrorText::brief(error)));
    }
    return blocks;
}

// IMAP and POP are services and no roles: what their ports show is said here
QList<SheetBlock> CertificateSheet::mailPorts(const CertificateContext &context)
{
    QList<SheetBlock> blocks;
    for (const domain::LiveReading &reading : context.entry->liveReadings) {
        if (domain::provenRole(reading.port.service) || !reading.shows(context.certificate->facts.thumbprint))
            continue;
        const domain::RoleEvidence evidence{
            domain::Role::Own, domain::RoleEvidence::Source::LiveCheck, reading.port.name(), reading.atUtc};
        blocks.append(SheetBlock::item(
            RoleText::whatItDoes(evidence, *context.certificate), RoleText::source(evidence, context.nowUtc)));
    }
    return blocks;
}

QList<SheetBlock> CertificateSheet::overview(const CertificateContext &context)
{
    const QList<domain::RoleEvidence> roles = context.roles();
    const QList<SheetBlock> unknown = notKnown(context);
    QList<SheetBlock> blocks{SheetBlock::heading(tr("What it does"))};
    for (const domain::RoleEvidence &evidence : roles)
        blocks.append(SheetBlock::item(
            RoleText::whatItDoes(evidence, *context.certificate), RoleText::source(evidence, context.nowUtc)));
    const QString services = RoleText::services(*context.certificate);
    if (!services.isEmpty()) {
        const QDateTime read = context.entry->readUtc.isValid() ? context.entry->readUtc : context.inventory->takenUtc;
        blocks.append(SheetBlock::item(services,
            RoleText::source(
                {domain::Role::Own, domain::RoleEvidence::Source::ExchangeCertificate, {}, read}, context.nowUtc)));
    }
    const QList<SheetBlock> mail = mailPorts(context);
    blocks.append(mail);
    if (roles.isEmpty() && services.isEmpty() && unknown.isEmpty() && mail.isEmpty())
        blocks.append(SheetBlock::item(tr("No use of it was found: no service, no role, no connector.")));
    blocks.append(unknown);

    blocks.append(SheetBlock::heading(tr("If it expires or is removed")));
    for (const domain::RoleEvidence &evidence : roles) {
        const QString text = RoleText::ifItGoes(evidence, *context.certificate);
        const bool isSaid = std::any_of( // a role that was read, and seen on its port
            blocks.begin(), blocks.end(), [&text](const SheetBlock &block) { return block.text == text; });
        if (!isSaid)
            //: %1: a role such as "Internal transport certificate"
            blocks.append(SheetBlock::item(text, tr("Evidence: %1").arg(RoleText::name(evidence.role))));
    }
    if (roles.isEmpty() && !services.isEmpty())
        blocks.append(SheetBlock::item(tr("Clients of these services warn or cannot connect.")));
    else if (roles.isEmpty() && unknown.isEmpty())
        blocks.append(SheetBlock::item(tr("Nothing that is known depends on it.")));
    if (roles.isEmpty() && services.isEmpty() && !unknown.isEmpty())
        blocks.append(SheetBlock::marked(
            models::Severity::NotKnown, tr("Not known. Find out what uses it before you remove it.")));
    return blocks;
}

QList<SheetBlock> CertificateSheet::usage(const CertificateContext &context)
{
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Roles"))};
    const QString server = singleLine(context.certificate->server.name(), longestCertificateText);
    const QList<domain::RoleEvidence> roles = context.roles();
    for (const domain::RoleEvidence &evidence : roles) {
        const QString name = RoleText::name(evidence.role);
        //: %1: a role, %2: the name of a connector or a site of IIS, %3: a server
        const QString text = evidence.subject.isEmpty()
            ? tr("%1 · %2", "%1: a role, %2: a server").arg(name, server)
            : tr("%1 · %2 · %3").arg(name, singleLine(evidence.subject, longestCertificateText), server);
        blocks.append(SheetBlock::item(text, RoleText::source(evidence, context.nowUtc)));
    }
    const QList<SheetBlock> unknown = notKnown(context);
    if (roles.isEmpty() && unknown.isEmpty())
        blocks.append(SheetBlock::item(tr("No role was found in what was read.")));
    blocks.append(unknown);
    blocks.append(SheetBlock::heading(tr("Services")));
    blocks.append(context.certificate->services
            ? SheetBlock::item(context.certificate->services == domain::ServiceSet()
                    ? tr("None: it is assigned to no service.")
                    : RoleText::services(*context.certificate))
            : SheetBlock::marked(models::Severity::NotKnown, ServerText::source(context.certificate->source)));
    blocks.append(distribution(context));
    blocks.append(generations(context));
    return blocks;
}

QList<SheetBlock> CertificateSheet::distribution(const CertificateContext &context)
{
    const domain::Thumbprint &thumbprint = context.certificate->facts.thumbprint;
    QStringList present;
    QStringList missing;
    QStringList unread;
    for (const domain::ServerEntry &entry : context.inventory->servers) {
        const QString name = singleLine(entry.server.id.name(), longestCertificateText);
        if (!entry.certificates)
            unread.append(name);
        else
            (entry.find(thumbprint) != nullptr ? present : missing).append(name);
    }
    const auto named = [](const QStringList &names) {
        const QStringList shown = names.mid(0, maxNames);
        const QString list = RoleText::list(shown);
        return names.size() > maxNames
            ? tr("%1, and %n more", nullptr, static_cast<int>(names.size() - maxNames)).arg(shown.join(tr(", ")))
            : list;
    };
    QList<SheetBlock> blocks{SheetBlock::heading(tr("The same certificate on the servers"))};
    blocks.append(SheetBlock::item(tr("On %n servers", nullptr, static_cast<int>(present.size())), named(present)));
    const bool belongsEverywhere = domain::hasRole(context.roles(), domain::Role::AuthCurrent)
        || domain::hasRole(context.roles(), domain::Role::AuthNext);
    if (!missing.isEmpty() && belongsEverywhere) {
        blocks.append(SheetBlock::marked(models::Severity::Soon,
            tr("Missing on %n servers", nullptr, static_cast<int>(missing.size())), named(missing)));
    }
    if (!unread.isEmpty()) {
        blocks.append(SheetBlock::marked(models::Severity::NotKnown,
            tr("Not known for %n servers", nullptr, static_cast<int>(unread.size())), named(unread)));
    }
    return blocks;
}

QList<SheetBlock> CertificateSheet::generations(const CertificateContext &context)
{
    const domain::Lineage lineage = domain::lineageOf(*context.certificate, *context.entry);
    QList<SheetBlock> blocks{SheetBlock::heading(tr("Generations with the same names"))};
    if (lineage.generations.size() < 2) {
        blocks.append(
            SheetBlock::item(tr("It is the only one on %1.")
                                 .arg(singleLine(context.certificate->server.name(), longestCertificateText))));
        return blocks;
    }
    for (qsizetype i = lineage.generations.size() - 1; i >= 0; --i) {
        const domain::Certificate *one = context.entry->find(lineage.generations.at(i));
        if (one == nullptr)
            continue;
        const domain::Expiry expiry = context.policy.expiryOf(*one, context.nowUtc);
        const QString life = ExpiryText::remaining(expiry, one->facts.notAfterUtc, context.nowUtc);
        const QString when
            = tr("%1 to %2", "two dates")
                  .arg(ExpiryText::day(one->facts.notBeforeUtc), ExpiryText::day(one->facts.notAfterUtc));
        const QString name = one->facts.thumbprint.toGroupedString();
        const QString text = one == context.certificate ? tr("%1 (this one)", "%1: a thumbprint").arg(name) : name;
        //: %1: "2021-12-04 to 2026-12-04", %2: "in 12 days"
        blocks.append(SheetBlock::marked(context.severityOf(*one), text, tr("%1 · %2").arg(when, life)));
    }
    return blocks;
}

QList<SheetBlock> CertificateSheet::dependencies(const CertificateContext &context)
{
    QList<SheetBlock> blocks{SheetBlock::heading(tr("If the certificate were gone"))};
    QList<SheetBlock> clear;
    const QList<plan::PreflightItem> items
        = plan::removalPreflight(context.certificate->id(), *context.inventory, context.nowUtc);
    for (const plan::PreflightItem &item : items) {
        //: %1: what was looked at ("Send connectors"), %2: what was found, a sentence
        const QString text
            = tr("%1: %2").arg(PreflightText::check(item.check), PreflightText::finding(item, *context.certificate));
        QStringList details{
            PreflightText::evidence(item, context.nowUtc), PreflightText::mend(item, *context.certificate)};
        details.removeAll(QString());
        (item.verdict == plan::Verdict::Clear ? clear : blocks)
            .append(SheetBlock::marked(PreflightText::severity(item.verdict), text, details.join(u'\n')));
    }
    if (blocks.size() == 1)
        blocks.append(SheetBlock::marked(models::Severity::Ok, tr("Nothing would break.")));
    if (!clear.isEmpty())
        blocks.append(SheetBlock::heading(tr("Looked at and clear")));
    return blocks + clear;
}

QList<SheetBlock> CertificateSheet::selection(const QList<CertificateContext> &contexts, int vanished)
{
    constexpr qsizetype maxShown = 100;
    const auto count = static_cast<int>(contexts.size());
    QList<SheetBlock> blocks{SheetBlock::title(tr("%n certificates", nullptr, count))};
    QSet<domain::ServerId> servers;
    for (const CertificateContext &context : contexts)
        servers.insert(context.certificate->server);
    blocks.append(SheetBlock::subtitle(tr("on %n servers", nullptr, static_cast<int>(servers.size()))));
    if (vanished > 0) {
        blocks.append(SheetBlock::marked(
            models::Severity::Information, tr("%n of those selected are no longer there.", nullptr, vanished)));
    }
    for (const CertificateContext &context : contexts.mid(0, maxShown)) {
        const domain::Expiry expiry = context.expiry();
        blocks.append(SheetBlock::marked(context.severityOf(*context.certificate),
            //: %1: name of a certificate, %2: a server
            tr("%1 on %2")
                .arg(context.certificate->displayName(),
                    singleLine(context.certificate->server.name(), longestCertificateText)),
            //: %1: "in 12 days", %2: a thumbprint
            tr("%1 · %2").arg(ExpiryText::remaining(expiry, context.certificate->facts.notAfterUtc, context.nowUtc),
                context.certificate->facts.thumbprint.toGroupedString())));
    }
    if (contexts.size() > maxShown)
        blocks.append(SheetBlock::item(tr("and %n more", nullptr, static_cast<int>(contexts.size() - maxShown))));
    return blocks;
}

} // namespace kakuin::ui
