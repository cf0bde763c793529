// SPDX-License-Identifier: MIT
#include "core/session/session.h"

#include "core/base/whendone.h"
#include "core/live/standardports.h"
#include "core/session/inventoryreader.h"
#include "core/session/livechecks.h"
#include "core/session/livemerge.h"
#include "core/session/loggingshell.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::session {

using domain::InventoryPtr;
using domain::ServerId;
using shell::ShellDescription;

Session::Session(std::shared_ptr<shell::Shell> shell, QObject *parent)
    : QObject(parent)
    , m_log(new CommandLog(this))
    , m_shell(std::make_shared<LoggingShell>(std::move(shell), m_log))
    , m_liveChecks(new LiveChecks(m_shell->clock(), this))
{
    connect(m_liveChecks, &LiveChecks::readingsArrived, this, &Session::takeReadings);
}

Session::~Session() = default;

const std::shared_ptr<shell::Shell> &Session::shell() const
{
    return m_shell;
}

CommandLog *Session::commandLog() const
{
    return m_log;
}

QDateTime Session::nowUtc() const
{
    return m_shell->clock()->nowUtc();
}

bool Session::isRefreshing() const
{
    return m_reader != nullptr;
}

void Session::setMaxConcurrency(int commands)
{
    m_maxConcurrency = std::max(1, commands);
}

QFuture<Result<InventoryPtr>> Session::join(Request &request)
{
    auto promise = std::make_shared<QPromise<Result<InventoryPtr>>>();
    promise->start();
    request.waiting.append(promise);
    return promise->future();
}

QFuture<Result<InventoryPtr>> Session::refresh()
{
    if (m_reader != nullptr && m_running.isWhole)
        return join(m_running);
    m_next.isWhole = true;
    const auto future = join(m_next);
    startNext();
    return future;
}

QFuture<Result<InventoryPtr>> Session::refreshServer(const ServerId &server)
{
    if (!m_inventory || m_shell->description().kind == ShellDescription::Kind::Snapshot)
        return refresh();
    const domain::ServerEntry *entry = m_inventory->find(server);
    if (entry == nullptr)
        return readyFuture<InventoryPtr>(fail(ErrorCode::ServerNotFound, server.name()));
    if (!m_next.servers.contains(server))
        m_next.servers.append(entry->server.id); // spelled as the organisation does
    const auto future = join(m_next);
    startNext();
    return future;
}

void Session::cancelRefresh()
{
    const Request next = std::exchange(m_next, {});
    if (m_reader != nullptr)
        m_reader->cancel();
    answer(next, fail(ErrorCode::Cancelled));
}

void Session::startNext()
{
    if (m_reader != nullptr || m_next.waiting.isEmpty())
        return;
    start(std::exchange(m_next, {}));
}

void Session::start(Request request)
{
    m_running = std::move(request);
    auto *reader = new InventoryReader(m_shell, m_maxConcurrency, this);
    m_reader = reader;
    connect(reader, &InventoryReader::progressed, this, &Session::refreshProgressed);
    connect(reader, &InventoryReader::grew, this, &Session::onReaderGrew);
    connect(reader, &InventoryReader::finished, this, &Session::onReaderFinished);
    const QPointer<Session> self(this);
    Q_EMIT refreshStarted();
    if (!self || m_reader != reader) // destroyed or cancelled by whom it was announced to
        return;
    if (m_running.isWhole) {
        reader->readAll(m_inventory);
        return;
    }
    // A full refresh before this one may have found some of them gone
    QList<ServerId> present;
    for (const ServerId &server : std::as_const(m_running.servers)) {
        if (m_inventory->find(server) != nullptr)
            present.append(server);
    }
    reader->readServers(present, m_inventory);
}

void Session::onReaderFinished(const Result<InventoryPtr> &result)
{
    m_reader->deleteLater();
    m_reader = nullptr;
    const Request request = std::exchange(m_running, {});
    // Whoever is told below may destroy this session
    const QPointer<Session> self(this);
    if (result) {
        onReaderGrew(*result);
        answer(request, self ? m_inventory : *result);
    } else {
        answer(request, result);
    }
    if (self)
        Q_EMIT refreshFinished(result ? Result<void>() : tl::unexpected<Error>(result.error()));
    if (self)
        startNext();
}

void Session::onReaderGrew(const InventoryPtr &inventory)
{
    replaceInventory(m_inventory ? withReadingsOf(*m_inventory, inventory) : inventory);
}

void Session::startFrom(const InventoryPtr &kept)
{
    const bool hasOwn = m_inventory && !m_inventory->isAwaited();
    if (hasOwn || !kept || m_shell->description().kind == ShellDescription::Kind::Snapshot)
        return;
    auto marked = std::make_shared<domain::Inventory>(*kept);
    marked->configuration = {};
    marked->configuration.isKept = true;
    for (domain::ServerEntry &entry : marked->servers) {
        entry.reading = {};
        entry.reading.isKept = true;
    }
    if (m_reader != nullptr)
        m_reader->startFrom(marked);
    if (!m_inventory)
        replaceInventory(marked);
}

void Session::replaceInventory(const InventoryPtr &inventory)
{
    const InventoryPtr older = std::exchange(m_inventory, inventory);
    const domain::InventoryDiff diff = domain::diff(older ? *older : domain::Inventory(), *inventory);
    Q_EMIT inventoryChanged(inventory, diff);
}

QFuture<Result<void>> Session::checkPorts(const std::shared_ptr<live::PortProbe> &probe, const QList<ServerId> &servers)
{
    if (!m_inventory)
        return readyFuture<void>(fail(ErrorCode::NotRead));
    LiveChecks::Targets targets;
    const QSet<ServerId> chosen(servers.begin(), servers.end());
    for (const domain::ServerEntry &entry : m_inventory->servers) {
        if (chosen.isEmpty() || chosen.contains(entry.server.id))
            targets.append({entry.server, live::portsOf(entry.server)});
    }
    return m_liveChecks->add(probe, targets);
}

void Session::takeReadings(const QList<domain::LiveReading> &readings)
{
    if (m_inventory)
        replaceInventory(withReadings(m_inventory, readings));
}

void Session::answer(const Request &request, const Result<InventoryPtr> &result)
{
    for (const Promise &promise : request.waiting) {
        promise->addResult(result);
        promise->finish();
    }
}

} // namespace kakuin::session
