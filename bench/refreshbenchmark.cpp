// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "bench/replayshell.h"
#include "core/lab/cmdletdefinition.h"
#include "core/lab/labshell.h"
#include "core/session/session.h"

#include <QtCore/QTemporaryDir>

#include <algorithm>

namespace kakuin::bench {
namespace {

constexpr int fullRefreshSize = 300;
constexpr int concurrency = 16;
constexpr std::chrono::milliseconds latency{100};
constexpr int deadServers = 5; ///< of fullRefreshSize
constexpr std::chrono::milliseconds deadLimit{10'000};
constexpr int refreshRepetitions = 3;
constexpr double refreshAimedRatio = 1.3;

using LabPtr = std::shared_ptr<lab::LabShell>;

double idealMs(int commands)
{
    return double((commands + concurrency - 1) / concurrency) * double(latency.count());
}

Result<void> refreshOnce(session::Session &session, int servers)
{
    const auto inventory = await(session.refresh());
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    int read = 0;
    for (const domain::ServerEntry &entry : (*inventory)->servers)
        read += entry.certificates ? 1 : 0;
    if (read < servers * 9 / 10) // practice servers that are down on purpose are few
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("refresh"), QString::number(read));
    return {};
}

Figure figureFor(const QString &what, int servers)
{
    return {QStringLiteral("refresh"), what, QStringLiteral("ms"), servers, QStringLiteral("servers"), {}, Samples{},
        QStringLiteral("ideal"), Aim{Aim::Of::Ratio, Aim::Bound::AtMost, refreshAimedRatio}, {}};
}

// Servers that answer side by side: what the client itself costs
Result<Figure> measureReplay(const std::shared_ptr<ReplayShell> &shell, int servers)
{
    Figure figure = figureFor(QStringLiteral("servers side by side"), servers);
    for (int i = 0; i < refreshRepetitions; ++i) {
        session::Session session(shell);
        session.setMaxConcurrency(concurrency);
        shell->replay(servers);
        Result<void> ended;
        figure.ours.values.append(timed([&] { ended = refreshOnce(session, servers); }));
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        figure.bare->values.append(idealMs(shell->commandCount()));
        figure.note
            = QStringLiteral("%1 commands, at most %2 at a time").arg(shell->commandCount()).arg(shell->mostRunning());
    }
    return figure;
}

int livingRows(const session::Session &session)
{
    if (session.inventory() == nullptr)
        return 0;
    const QList<domain::ServerEntry> &servers = session.inventory()->servers;
    return static_cast<int>(std::count_if(servers.begin(), servers.end(),
        [](const domain::ServerEntry &entry) { return entry.certificates && entry.reading.isFresh(); }));
}

// Some servers are dead: until the rows of all others are there
Result<Figure> measureDead(const std::shared_ptr<ReplayShell> &shell, int servers)
{
    const int dead = std::max(1, servers * deadServers / fullRefreshSize);
    Figure figure = figureFor(QStringLiteral("all living rows, some servers dead"), servers);
    figure.bareWhat = QStringLiteral("ideal without the dead");
    // practice servers that are down on purpose never have rows
    int living = -1;
    {
        session::Session session(shell);
        shell->replay(servers);
        const auto read = await(session.refresh());
        if (!read)
            return tl::unexpected<Error>(read.error());
        living = livingRows(session);
    }
    for (int i = 0; i < refreshRepetitions; ++i) {
        session::Session session(shell);
        session.setMaxConcurrency(concurrency);
        shell->replay(servers);
        shell->silence(dead, deadLimit);
        bool isThere = false;
        figure.ours.values.append(timed([&] {
            [[maybe_unused]] const auto reading = session.refresh();
            isThere = turnUntil([&] { return livingRows(session) >= living - dead; });
        }));
        if (!isThere || !session.isRefreshing())
            return fail(ErrorCode::UnexpectedOutput, QStringLiteral("refresh"), QString::number(livingRows(session)));
        figure.bare->values.append(idealMs(shell->commandCount() - dead));
        figure.note = QStringLiteral("%1 of %2 servers dead until a limit of %3 s")
                          .arg(dead)
                          .arg(servers)
                          .arg(std::chrono::duration_cast<std::chrono::seconds>(deadLimit).count());
        session.cancelRefresh();
    }
    return figure;
}

int commandsToServers(const session::Session &session)
{
    const QList<session::CommandRecord> &records = session.commandLog()->records();
    return static_cast<int>(std::count_if(records.begin(), records.end(), [](const session::CommandRecord &record) {
        const lab::CmdletDefinition *definition = lab::findCmdlet(record.pipeline.cmdlets.constFirst().name());
        return definition != nullptr && definition->contactsServer;
    }));
}

// The practice organisation itself, which makes every answer on one thread; only commands to servers have the latency
Result<Figure> measureLab(const LabPtr &lab)
{
    const int servers = lab::serverCount(lab->preset());
    Figure figure = figureFor(QStringLiteral("practice organisation"), servers);
    for (int i = 0; i < refreshRepetitions; ++i) {
        session::Session session(lab);
        session.setMaxConcurrency(concurrency);
        Result<void> ended;
        figure.ours.values.append(timed([&] { ended = refreshOnce(session, servers); }));
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        figure.bare->values.append(idealMs(commandsToServers(session)));
        figure.note = QStringLiteral("%1 commands with latency").arg(commandsToServers(session));
    }
    return figure;
}

Result<void> slowDown(const LabPtr &lab, const domain::Inventory &inventory)
{
    for (const domain::ServerEntry &entry : inventory.servers) {
        const auto set = await(lab->setFault(entry.server.id, lab::Fault{lab::Fault::Kind::None, latency}));
        if (!set)
            return set;
    }
    return {};
}

Result<QList<Figure>> measurePractice(lab::Preset preset, const QList<int> &replayed)
{
    const QTemporaryDir folder;
    const auto lab = await(lab::LabShell::create(folder.filePath(QStringLiteral("bench.kakuinlab")), preset));
    if (!lab)
        return tl::unexpected<Error>(lab.error());
    const auto replay = std::make_shared<ReplayShell>(*lab, latency);
    replay->learn();
    session::Session session(replay);
    const auto inventory = await(session.refresh());
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    QList<Figure> figures;
    for (const int servers : replayed) {
        const auto figure = measureReplay(replay, servers);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.append(*figure);
        const auto dead = measureDead(replay, servers);
        if (!dead)
            return tl::unexpected<Error>(dead.error());
        figures.append(*dead);
    }
    const auto practice = slowDown(*lab, **inventory).and_then([&] { return measureLab(*lab); });
    if (!practice)
        return tl::unexpected<Error>(practice.error());
    figures.append(*practice);
    return figures;
}

} // namespace

Result<QList<Figure>> measureRefresh()
{
    const auto smaller = measurePractice(lab::Preset::Large, {}); // 60 servers: there is no practice one of 30
    const auto full = smaller ? measurePractice(lab::Preset::Huge, {fullRefreshSize / 10, fullRefreshSize}) : smaller;
    if (!full)
        return tl::unexpected<Error>(full.error());
    return *smaller + *full;
}

} // namespace kakuin::bench
