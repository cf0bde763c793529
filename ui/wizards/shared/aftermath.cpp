// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/aftermath.h"

#include "core/findings/findings.h"
#include "core/plan/operationfacts.h"

#include <algorithm>

namespace kakuin::ui {
namespace {

// The Auth certificate first, once, on some server
QList<domain::CertificateId> concernedBy(
    const plan::Plan &plan, const QList<plan::StepRecord> &steps, const domain::Inventory &inventory)
{
    QList<domain::CertificateId> out = plan::touchedCertificates(plan, steps, inventory);
    if (!plan.isOrganisationWide() || !inventory.authConfig || inventory.authConfig->current.isNull())
        return out;
    for (const domain::ServerEntry &entry : inventory.servers) {
        const domain::CertificateId id{entry.server.id, inventory.authConfig->current};
        if (entry.find(id.thumbprint) == nullptr)
            continue;
        out.removeAll(id);
        out.prepend(id);
        break;
    }
    return out;
}

} // namespace

Aftermath aftermathOf(const plan::Plan &plan, const QList<plan::StepRecord> &steps,
    const domain::InventoryPtr &inventory, const advice::Policy &policy, const QDateTime &nowUtc)
{
    Aftermath out;
    const QList<domain::CertificateId> concerned = concernedBy(plan, steps, *inventory);
    const advice::Picture picture(*inventory, policy, nowUtc);
    advice::ServerView server;
    for (const domain::CertificateId &id : concerned) {
        const domain::ServerEntry *entry = inventory->find(id.server);
        if (server.entry != entry)
            server = advice::viewOf(*entry, picture);
        const advice::CertificateView *view = server.find(id.thumbprint);
        const auto context = CertificateContext::find(inventory, id, nowUtc, policy);
        if (view == nullptr || !context)
            continue;
        const NextStep step = NextStep::of(advice::adviceFor(*view, server, picture), *context);
        if (step.advice.reason != advice::Reason::NothingToDo)
            out.left.append({*context, step});
    }
    const QList<domain::ServerId> servers = plan.servers();
    for (const domain::ServerEntry &entry : inventory->servers) {
        if (!entry.certificates && servers.contains(entry.server.id))
            out.notRead = entry.certificates.error();
    }
    if (plan.isOrganisationWide() && !inventory->authConfig)
        out.notRead = inventory->authConfig.error();
    const QList<findings::Finding> all = findings::findingsOf(*inventory, policy, nowUtc);
    for (const findings::Finding &finding : all) {
        if (finding.severity != findings::Severity::Critical)
            continue;
        const findings::Subject &subject = finding.subject;
        const bool isConcerned = std::any_of(concerned.begin(), concerned.end(), [&](const domain::CertificateId &id) {
            return subject.kind == findings::Subject::Kind::Certificate && subject.thumbprint == id.thumbprint
                && (subject.server.isEmpty() || subject.server == id.server);
        });
        const bool isOfServer = subject.kind == findings::Subject::Kind::Server && servers.contains(subject.server);
        const bool isOfAuth = plan.isOrganisationWide() && findings::kindOf(finding.code) == findings::Kind::Auth;
        if (isConcerned || isOfServer || isOfAuth)
            out.critical.append(finding);
    }
    return out;
}

} // namespace kakuin::ui
