// SPDX-License-Identifier: MIT
#include "core/plan/preconditions.h"

#include "core/plan/sitecheck.h"
#include "core/plan/transportquery.h"

#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::plan {
namespace {

using domain::Thumbprint;

bool changesAuthConfig(StepKind kind)
{
    return kind == StepKind::StageAuthCertificate || kind == StepKind::PublishAuthCertificate
        || kind == StepKind::ClearPreviousAuthCertificate;
}

bool mayMoveTransport(const Step &step)
{
    return step.kind == StepKind::ReplaceInternalTransport
        || std::any_of(step.prompts.begin(), step.prompts.end(),
            [](const ExpectedPrompt &prompt) { return prompt.kind == shell::PromptKind::OverwriteDefaultSmtp; });
}

Check authConfigCheck(const domain::AuthConfig &auth)
{
    Check check;
    check.kind = Check::Kind::AuthConfigIs;
    check.known = QList<Thumbprint>{auth.current, auth.next, auth.previous};
    check.command = shell::Cmdlet(QStringLiteral("Get-AuthConfig"));
    return check;
}

// Where the certificate is that a step stages and that was there before: without its key on any server, it is of no use
const domain::Certificate *heldSubject(const Step &step, const domain::Inventory &inventory)
{
    if (step.kind != StepKind::StageAuthCertificate || step.subject.isNull())
        return nullptr;
    for (const domain::ServerEntry &entry : inventory.servers) {
        const domain::Certificate *found = entry.find(step.subject);
        if (found != nullptr && found->hasPrivateKey.value_or(false))
            return found;
    }
    return nullptr;
}

// What the plan itself changes on its way: after that, only the checks of the steps can tell.
struct Changed final {
    QSet<domain::ServerId> servers; ///< their stores and services
    QSet<domain::ServerId> transport;
    bool authConfig = false;
};

QList<Check> storeConditions(const Step &step, const domain::ServerEntry &entry, bool isFirst)
{
    QList<Check> out;
    if (makesCertificate(step.kind)) {
        // where certificates could not be read, one that is not known need not be new
        if (const auto known = storeOf(entry); known && entry.unreadable.isEmpty())
            out.append(storeCheck(step.server, known));
    }
    const domain::Certificate *subject = step.subject.isNull() ? nullptr : entry.find(step.subject);
    if (subject == nullptr || !subject->services)
        return out;
    Check held = presenceCheck(step.server, {step.subject, 0}, *subject->services);
    held.command = storeCheck(step.server).command; // asked for by its thumbprint, one that is gone would be an error
    // an earlier step may have moved services to another certificate, never to this one
    held.kind = isFirst ? Check::Kind::ServicesAre : Check::Kind::NoFurtherServices;
    out.append(held);
    return out;
}

} // namespace

std::optional<QList<Thumbprint>> storeOf(const domain::ServerEntry &entry)
{
    if (!entry.certificates)
        return std::nullopt;
    QList<Thumbprint> out;
    for (const domain::Certificate &certificate : *entry.certificates)
        out.append(certificate.facts.thumbprint);
    return out;
}

Check storeCheck(const domain::ServerId &server, const std::optional<QList<Thumbprint>> &known)
{
    Check check;
    check.kind = Check::Kind::NothingNewInStore;
    check.server = server;
    check.known = known;
    check.command = storeQuery(server);
    return check;
}

Plan withPreconditions(Plan plan, const domain::Inventory &inventory)
{
    Changed changed;
    for (Step &step : plan.steps) {
        step.preconditions.clear();
        if (!step.isChanging())
            continue;
        const domain::ServerEntry *entry = step.server.isEmpty() ? nullptr : inventory.find(step.server);
        if (entry != nullptr) {
            step.preconditions = storeConditions(step, *entry, !changed.servers.contains(step.server));
            changed.servers.insert(step.server);
            const bool isKnown = entry->transport.has_value() && !entry->transport->thumbprint.isNull();
            const bool isReadable = !transportQuery(*entry).isEmpty();
            if (mayMoveTransport(step) && isKnown && isReadable && !changed.transport.contains(step.server))
                step.preconditions.append(transportCheck(*entry, {entry->transport->thumbprint, 0}));
            if (mayMoveTransport(step))
                changed.transport.insert(step.server);
        }
        if (!changesAuthConfig(step.kind))
            continue;
        if (const domain::Certificate *held = heldSubject(step, inventory)) {
            Check check = presenceCheck(held->server, {step.subject, 0}, {});
            check.command = storeCheck(held->server).command;
            step.preconditions.append(check);
        }
        if (inventory.authConfig && !changed.authConfig)
            step.preconditions.append(authConfigCheck(*inventory.authConfig));
        changed.authConfig = true;
    }
    return plan;
}

} // namespace kakuin::plan
