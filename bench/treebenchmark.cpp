// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "bench/largeinventory.h"
#include "bench/stallmeter.h"
#include "bench/treewindow.h"

#include <QtWidgets/QTreeView>

#include <algorithm>
#include <functional>

namespace kakuin::bench {
namespace {

using Tree = models::OrganisationTreeModel;

constexpr int fullTreeSize = 100'000;
constexpr int treeRepetitions = 5;
constexpr double longestKeystrokeMs = 50;
constexpr double longestStallMs = 50;
constexpr double longestRenewalMs = 500;
constexpr double idleMs = 300;

/// What one kind of action took in each repetition.
struct Phase final {
    Samples ms;
    Samples stallMs;
    Samples stallCpuMs;
    Samples idleStallMs; ///< the same meter over a window that does nothing, right before: the machine's own noise
};

struct Phases final {
    Phase fill;
    Phase keystroke; ///< ms: the slowest key of a repetition
    Samples typicalKeystrokeMs;
    Phase sort; ///< ms: the slowest column of a repetition
    Phase sortOpen; ///< the same with every server open, which nobody has who did not ask for it
    Phase renewal; ///< a newer picture takes the place of the one that is shown
    Phase emptying;
};

Error neverSettled()
{
    return {ErrorCode::Internal, QStringLiteral("tree"), QStringLiteral("the rows never followed")};
}

// Runs one kind of action under the meter; `act` answers with the time of its slowest part, or nothing when it failed.
Result<void> record(Phase &phase, const std::function<std::optional<double>()> &act)
{
    StallMeter meter;
    const Stopwatch idle;
    if (!turnUntil([&idle] { return idle.elapsedMs() > idleMs; }))
        return tl::unexpected<Error>(neverSettled());
    meter.stop();
    const double idleStall = meter.longestMs();
    meter.restart();
    const std::optional<double> ms = act();
    meter.stop();
    if (!ms)
        return tl::unexpected<Error>(neverSettled());
    phase.ms.values.append(*ms);
    phase.stallMs.values.append(meter.longestMs());
    if (meter.longestCpuMs() >= 0)
        phase.stallCpuMs.values.append(meter.longestCpuMs());
    phase.idleStallMs.values.append(idleStall);
    return {};
}

std::optional<double> settled(TreeWindow &window, const std::function<void()> &act)
{
    const Stopwatch watch;
    window.expectChange();
    act();
    return window.settle() ? std::optional(watch.elapsedMs()) : std::nullopt;
}

// A server's name, a word that every row holds, and the digits of a thumbprint, each typed and rubbed out again
std::optional<double> typeWords(TreeWindow &window, const QString &thumbprint, QList<double> &all)
{
    double slowest = 0;
    for (const QString &word : {QStringLiteral("mbx0042"), QStringLiteral("contoso.local"), thumbprint.left(8)}) {
        const auto key = [&](Qt::Key which, const QString &text) {
            const auto ms = settled(window, [&] { window.press(which, text); });
            all.append(ms.value_or(0));
            slowest = std::max(slowest, ms.value_or(0));
            return ms.has_value();
        };
        for (const QChar letter : word) {
            if (!key(Qt::Key(letter.toUpper().unicode()), letter))
                return std::nullopt;
        }
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (!key(Qt::Key_Backspace, {}))
                return std::nullopt;
        }
    }
    return slowest;
}

std::optional<double> sortColumns(TreeWindow &window)
{
    double slowest = 0;
    for (const int column : std::initializer_list<int>{Tree::NameColumn, Tree::ExpiresColumn, Tree::RolesColumn,
             Tree::FriendlyNameColumn, Tree::SubjectColumn, Tree::ThumbprintColumn, -1}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            if (column < 0 && order == Qt::DescendingOrder)
                continue; // the order of the organisation: there is one
            const auto ms = settled(window, [&] { window.view().tree()->sortByColumn(column, order); });
            if (!ms)
                return std::nullopt;
            slowest = std::max(slowest, *ms);
        }
    }
    return slowest;
}

Result<void> repeatOnce(
    TreeWindow &window, const domain::InventoryPtr &first, const domain::InventoryPtr &second, Phases &phases)
{
    const auto show = [&](const domain::InventoryPtr &inventory) {
        return settled(window, [&] { window.model().setInventory(inventory, lookedAtUtc()); });
    };
    const QString thumbprint
        = first->servers.constLast().certificates->constLast().facts.thumbprint.toString().toLower();
    QList<double> keys;
    struct Step {
        Phase &phase;
        std::function<std::optional<double>()> act;
    };
    const Step steps[] = {
        {phases.fill, [&] { return show(first); }},
        {phases.keystroke, [&] { return typeWords(window, thumbprint, keys); }},
        {phases.sort, [&] { return sortColumns(window); }},
        {phases.sortOpen, [&] { return sortColumns(window); }},
        {phases.renewal, [&] { return show(second); }},
        {phases.emptying, [&] { return show(nullptr); }},
    };
    for (const Step &step : steps) {
        const bool isOpen = &step.phase == &phases.sortOpen;
        if (isOpen)
            window.view().expandAll();
        if (const auto ended = record(step.phase, step.act); !ended)
            return ended;
        if (isOpen)
            window.view().collapseAll();
    }
    phases.typicalKeystrokeMs.values.append(Samples{keys}.median());
    return {};
}

QList<Figure> figuresOf(const Phases &phases, int size)
{
    QList<Figure> figures;
    const auto add = [&](const QString &what, const Samples &samples, std::optional<double> limit) {
        Figure figure{QStringLiteral("tree"), what, QStringLiteral("ms"), size, QStringLiteral("certificates"), samples,
            std::nullopt, {}, std::nullopt, {}};
        if (limit)
            figure.aim = Aim{Aim::Of::Value, Aim::Bound::AtMost, *limit};
        figures.append(figure);
    };
    const auto addStall = [&](const QString &what, const Phase &phase) {
        add(what, phase.stallMs, longestStallMs);
        figures.last().bare = phase.idleStallMs;
        figures.last().bareWhat = QStringLiteral("idle window");
        if (!phase.stallCpuMs.values.isEmpty()) {
            figures.last().note = QStringLiteral("of which this thread itself worked %1 ms (%2 at most)")
                                      .arg(phase.stallCpuMs.median(), 0, 'f', 1)
                                      .arg(phase.stallCpuMs.most(), 0, 'f', 1);
        }
    };
    add(QStringLiteral("fill"), phases.fill.ms, std::nullopt);
    addStall(QStringLiteral("fill, longest stall"), phases.fill);
    add(QStringLiteral("keystroke, typical"), phases.typicalKeystrokeMs, longestKeystrokeMs);
    add(QStringLiteral("keystroke, slowest"), phases.keystroke.ms, longestKeystrokeMs);
    addStall(QStringLiteral("keystrokes, longest stall"), phases.keystroke);
    add(QStringLiteral("sort, slowest column"), phases.sort.ms, std::nullopt);
    addStall(QStringLiteral("sort, longest stall"), phases.sort);
    addStall(QStringLiteral("sort, all open, longest stall"), phases.sortOpen);
    add(QStringLiteral("newer inventory"), phases.renewal.ms, longestRenewalMs);
    addStall(QStringLiteral("newer inventory, longest stall"), phases.renewal);
    addStall(QStringLiteral("emptying, longest stall"), phases.emptying);
    return figures;
}

} // namespace

Result<QList<Figure>> measureTree()
{
    QList<Figure> figures;
    for (const int size : {fullTreeSize / 10, fullTreeSize}) {
        const auto first = largeInventory(size);
        const auto second = largeInventory(size, 2);
        if (!first || !second)
            return tl::unexpected<Error>(first ? second.error() : first.error());
        TreeWindow window;
        window.show();
        Phases phases;
        for (int i = 0; i < treeRepetitions; ++i) {
            if (const auto ended = repeatOnce(window, *first, *second, phases); !ended)
                return tl::unexpected<Error>(ended.error());
        }
        figures.append(figuresOf(phases, size));
    }
    return figures;
}

} // namespace kakuin::bench
