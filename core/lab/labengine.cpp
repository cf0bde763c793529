// SPDX-License-Identifier: MIT
#include "core/lab/labengine.h"

#include "core/lab/presets/organisationmaker.h"
#include "core/lab/servicelets.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

/// A hundred years: beyond that, certificates' own dates end.
constexpr std::chrono::minutes longestAdvance{100LL * 366 * 24 * 60};

/// What an administrator does in IIS Manager: binds *:444 to the newest certificate of the server's own names.
void bindBackEnd(LabState &state, LabServer &server)
{
    Placement *newest = nullptr;
    QDateTime notBefore;
    for (Placement &placement : server.store) {
        const auto certificate = state.certificate(placement.thumbprint);
        if (!certificate || !placement.hasPrivateKey || !certificate->facts.isSelfIssued
            || domain::ServerId(certificate->facts.subjectCommonName) != server.id())
            continue;
        if (!newest || certificate->facts.notBeforeUtc > notBefore) {
            newest = &placement;
            notBefore = certificate->facts.notBeforeUtc;
        }
    }
    if (!newest)
        return; // nothing to bind: it stays as it is until there is a certificate
    newest->iisSites.append(domain::IisBinding::backEndSite);
    newest->services.setFlag(domain::Service::Iis);
    server.isBackEndUnbound = false;
}

} // namespace

LabEngine::LabEngine(std::unique_ptr<LabStore> store, LabState state, std::shared_ptr<LabClock> clock)
    : m_store(std::move(store))
    , m_state(std::move(state))
    , m_clock(std::move(clock))
{
    m_clock->setOffsetSeconds(m_state.clockOffsetSeconds);
}

Result<std::unique_ptr<LabEngine>> LabEngine::open(const QString &path, const std::shared_ptr<LabClock> &clock)
{
    auto store = LabStore::open(path);
    if (!store)
        return tl::unexpected<Error>(store.error());
    auto state = (*store)->load();
    if (!state)
        return tl::unexpected<Error>(state.error());
    return std::unique_ptr<LabEngine>(new LabEngine(std::move(*store), std::move(*state), clock));
}

Result<std::unique_ptr<LabEngine>> LabEngine::create(const QString &path, Preset preset,
    const std::shared_ptr<LabClock> &clock, const std::function<bool(int)> &progress)
{
    // everything is made before the existing file is touched
    auto made = makeOrganisation(preset, clock->nowUtc(), progress);
    if (!made)
        return tl::unexpected<Error>(made.error());
    auto store = LabStore::create(path);
    if (!store)
        return tl::unexpected<Error>(store.error());
    if (auto saved = (*store)->save({}, *made); !saved)
        return tl::unexpected<Error>(saved.error());
    progress(100);
    return std::unique_ptr<LabEngine>(new LabEngine(std::move(*store), std::move(*made), clock));
}

Result<void> LabEngine::commit(const LabState &draft)
{
    return m_store->save(m_state, draft).transform([&] { m_state = draft; });
}

Result<void> LabEngine::makeUpForTime()
{
    LabState draft = m_state;
    catchUp(draft, m_clock->nowUtc());
    return commit(draft);
}

PipelineRun::Turn LabEngine::begin(RunId id, const shell::Pipeline &pipeline, const QString &culture,
    std::shared_ptr<const std::atomic_bool> isCancelled)
{
    if (auto done = makeUpForTime(); !done)
        return Result<shell::PipelineOutput>(tl::unexpected<Error>(done.error()));
    const auto it = m_runs.insert_or_assign(id, PipelineRun(pipeline, culture, std::move(isCancelled))).first;
    return settle(id, it->second.proceed(*this));
}

PipelineRun::Turn LabEngine::resume(RunId id, const Result<int> &choice)
{
    const auto it = m_runs.find(id);
    if (it == m_runs.end())
        return Result<shell::PipelineOutput>(fail(ErrorCode::Cancelled));
    if (auto done = makeUpForTime(); !done)
        return settle(id, Result<shell::PipelineOutput>(tl::unexpected<Error>(done.error())));
    return settle(id, it->second.answer(*this, choice));
}

PipelineRun::Turn LabEngine::settle(RunId id, PipelineRun::Turn turn)
{
    if (!std::holds_alternative<shell::Prompt>(turn))
        m_runs.erase(id);
    return turn;
}

Result<void> LabEngine::advance(std::chrono::minutes by)
{
    if (by < std::chrono::minutes::zero() || by > longestAdvance)
        return fail(ErrorCode::InvalidArgument, QString::number(by.count()));
    LabState draft = m_state;
    draft.clockOffsetSeconds += std::chrono::seconds(by).count();
    const QDateTime now = SystemClock().nowUtc().addSecs(draft.clockOffsetSeconds);
    if (now.date().year() > 9000)
        return fail(ErrorCode::InvalidArgument, QString::number(by.count()));
    catchUp(draft, now);
    return commit(draft).transform([&] { m_clock->setOffsetSeconds(m_state.clockOffsetSeconds); });
}

Result<void> LabEngine::bindSite(const domain::ServerId &server, int site, const domain::Thumbprint &thumbprint)
{
    const LabServerPtr present = m_state.server(server);
    if (!present)
        return fail(ErrorCode::ServerNotFound, server.name());
    const Placement *chosen = present->find(thumbprint);
    if (chosen == nullptr || !chosen->hasPrivateKey)
        return fail(ErrorCode::InvalidArgument, thumbprint.toString());
    LabState draft = m_state;
    draft.change(server, [&](LabServer &changed) {
        for (Placement &placement : changed.store) {
            if (placement.iisSites.removeAll(site) > 0)
                placement.services.setFlag(domain::Service::Iis, !placement.iisSites.isEmpty());
        }
        Placement *placement = changed.find(thumbprint);
        placement->iisSites.append(site);
        placement->services.setFlag(domain::Service::Iis);
        placement->rootCaType = domain::RootCaType::Registry;
        changed.isBackEndUnbound = changed.isBackEndUnbound && site != domain::IisBinding::backEndSite;
    });
    catchUp(draft, m_clock->nowUtc());
    return commit(draft);
}

Result<void> LabEngine::setFault(const domain::ServerId &server, const Fault &fault)
{
    if (!m_state.servers.contains(server))
        return fail(ErrorCode::ServerNotFound, server.name());
    if (fault.latency < std::chrono::milliseconds::zero())
        return fail(ErrorCode::InvalidArgument, server.name());
    LabState draft = m_state;
    draft.change(server, [&](LabServer &changed) {
        changed.fault = fault;
        if (fault.kind == Fault::Kind::None && changed.isBackEndUnbound)
            bindBackEnd(draft, changed);
    });
    catchUp(draft, m_clock->nowUtc());
    return commit(draft);
}

LabStatus LabEngine::status() const
{
    LabStatus status;
    const LabOrganisation &organisation = m_state.organisation;
    status.preset = organisation.preset;
    status.name = organisation.preset == Preset::Contoso2013 ? organisation.name + u" 2013"_s : organisation.name;
    status.organisationId = organisation.id.toString(QUuid::WithoutBraces);
    status.sessionServer = organisation.sessionServer;
    for (const LabServerPtr &server : m_state.servers) {
        if (server->fault != Fault{})
            status.faults.insert(server->id(), server->fault);
    }
    return status;
}

} // namespace kakuin::lab
