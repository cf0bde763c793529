// SPDX-License-Identifier: MIT
#include "tests/core/plan/taskoncontoso.h"

#include "core/base/whendone.h"
#include "core/plan/planrunner.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/await.h"

namespace kakuin::testkit {
namespace {

using namespace Qt::StringLiterals;

const domain::ServerEntry &entryOf(const domain::Inventory &inventory, const QString &server)
{
    return *inventory.find(domain::ServerId(server));
}

domain::CertificateId transportOf(const domain::Inventory &inventory, const QString &server)
{
    return {domain::ServerId(server), entryOf(inventory, server).transport->thumbprint};
}

domain::InventoryPtr sharedCopy(const domain::Inventory &inventory)
{
    return std::make_shared<const domain::Inventory>(inventory);
}

QList<domain::Certificate> addedOn(
    const QString &server, const domain::Inventory &before, const domain::Inventory &after)
{
    QList<domain::Certificate> out = *entryOf(after, server).certificates;
    out.removeIf(
        [&](const domain::Certificate &c) { return entryOf(before, server).find(c.facts.thumbprint) != nullptr; });
    return out;
}

plan::Plan renewalOf(const domain::Inventory &inventory, const QStringList &servers)
{
    plan::RenewDraft draft(sharedCopy(inventory));
    QList<domain::CertificateId> ids;
    for (const QString &server : servers)
        ids.append(transportOf(inventory, server));
    draft.setTargets(ids);
    return draft.plan();
}

QString problemOfRotation(const domain::Inventory &before, const domain::Inventory &after, bool isStaged)
{
    const QList<domain::Certificate> made = addedOn(u"MBX01"_s, before, after);
    if (made.size() != 1)
        return u"%1 new certificates on MBX01"_s.arg(made.size());
    const domain::Thumbprint expected = made.first().facts.thumbprint;
    if ((isStaged ? after.authConfig->next : after.authConfig->current) != expected)
        return u"the new Auth certificate is not in its place"_s;
    if (transportOf(after, u"MBX01"_s) != transportOf(before, u"MBX01"_s))
        return u"internal transport was not given back"_s;
    return {};
}

QString problemOfRenewal(const domain::Inventory &before, const domain::Inventory &after)
{
    for (const QString &server : {u"MBX01"_s, u"MBX02"_s}) {
        const QList<domain::Certificate> made = addedOn(server, before, after);
        if (made.size() != 1)
            return u"%1 new certificates on %2"_s.arg(made.size()).arg(server);
        if (transportOf(after, server).thumbprint != made.first().facts.thumbprint)
            return server + u" does not use its successor for internal transport"_s;
        plan::RenewDraft meant(sharedCopy(before));
        meant.setTargets({transportOf(before, server)});
        if (made.first().services != meant.targets().first().services)
            return server + u" has a successor without all services"_s;
    }
    return {};
}

shell::PromptAnswer answerWith(const shell::Prompt &prompt, shell::Confirmation confirmation)
{
    const std::optional<int> choice = prompt.indexOf(confirmation);
    return choice ? shell::PromptAnswer::choose(*choice) : shell::PromptAnswer::stop();
}

} // namespace

bool TaskOnContoso::prepare(const std::shared_ptr<lab::LabShell> &lab) const
{
    if (m_name != u"swap")
        return true;
    session::Session session(lab);
    const auto before = await(session.refresh());
    if (!before)
        return false;
    plan::RenewDraft draft(*before);
    draft.setTargets({transportOf(**before, u"MBX01"_s)});
    class No final : public shell::PromptHandler {
        [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override
        {
            return readyFuture<shell::PromptAnswer>(answerWith(prompt, shell::Confirmation::No));
        }
    };
    plan::PlanRunner::Context context;
    context.shell = lab;
    context.prompts = std::make_shared<No>();
    plan::PlanRunner runner(draft.plan(), context);
    runner.start();
    const bool isEnded = QTest::qWaitFor([&runner] { return runner.state() != plan::OperationState::Running; }, 20'000);
    const auto after = await(session.refresh());
    if (!isEnded || !after || addedOn(u"MBX01"_s, **before, **after).size() != 1)
        return false;
    const domain::Thumbprint heir = addedOn(u"MBX01"_s, **before, **after).first().facts.thumbprint;
    return await(lab->bindSite(domain::ServerId(u"MBX01"_s), domain::IisBinding::backEndSite, heir)).has_value();
}

plan::Plan TaskOnContoso::plan(const domain::Inventory &inventory, const QDateTime &nowUtc) const
{
    if (m_name == u"renew")
        return renewalOf(inventory, {u"MBX01"_s, u"MBX02"_s});
    if (m_name == u"swap") {
        plan::RemoveDraft draft(sharedCopy(inventory), nowUtc);
        draft.setTargets({transportOf(inventory, u"MBX01"_s)});
        draft.setAcknowledged(true);
        return draft.plan();
    }
    plan::RotateDraft draft(sharedCopy(inventory), nowUtc);
    draft.setServer(domain::ServerId(u"MBX01"_s));
    draft.setClearsPrevious(true);
    draft.setMode(m_name == u"stage" ? plan::RotateDraft::Mode::Planned : plan::RotateDraft::Mode::Immediate);
    return draft.plan();
}

QString TaskOnContoso::problem(const domain::Inventory &before, const domain::Inventory &after) const
{
    if (m_name == u"renew")
        return problemOfRenewal(before, after);
    if (m_name != u"swap")
        return problemOfRotation(before, after, m_name == u"stage");
    const domain::CertificateId old = transportOf(before, u"MBX01"_s);
    if (after.find(old) != nullptr)
        return u"the old certificate is still there"_s;
    if (!addedOn(u"MBX01"_s, before, after).isEmpty())
        return u"a certificate was added"_s;
    const domain::Thumbprint now = transportOf(after, u"MBX01"_s).thumbprint;
    return now.isNull() || now == old.thumbprint ? u"internal transport has no holder"_s : QString();
}

QFuture<Result<shell::PromptAnswer>> YesToEverything::ask(const shell::Prompt &prompt)
{
    return readyFuture<shell::PromptAnswer>(answerWith(prompt, shell::Confirmation::Yes));
}

} // namespace kakuin::testkit
