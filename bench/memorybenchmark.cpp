// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/largeinventory.h"
#include "bench/residentmemory.h"
#include "bench/treewindow.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>

namespace kakuin::bench {
namespace {

constexpr int fullMemorySize = 100'000;
constexpr int memoryRepetitions = 3;

Result<RowMemory> measureInChild(int size)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--row-memory"), QString::number(size)});
    if (!child.waitForFinished(-1) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return fail(
            ErrorCode::Internal, QStringLiteral("--row-memory"), QString::fromUtf8(child.readAllStandardError()));
    const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2)
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("--row-memory"));
    return RowMemory{words.at(0).toDouble(), words.at(1).toDouble()};
}

} // namespace

Result<RowMemory> measureRowMemory(int certificates)
{
    TreeWindow window;
    window.show();
    // a few first, so that what is made once (fonts, styles, templates) is not counted
    for (const bool isForCount : {false, true}) {
        const auto start = residentBytes();
        const auto inventory = largeInventory(isForCount ? certificates : certificatesPerServer);
        if (!start || !inventory)
            return tl::unexpected<Error>(start ? inventory.error() : start.error());
        const auto before = residentBytes();
        window.expectChange();
        window.model().setInventory(*inventory, lookedAtUtc());
        if (!window.settle())
            return fail(ErrorCode::Internal, QStringLiteral("memory"), QStringLiteral("the rows never followed"));
        const auto after = residentBytes();
        if (isForCount && before && after)
            return RowMemory{(*after - *before) / certificates, (*before - *start) / certificates};
    }
    return fail(ErrorCode::Internal, QStringLiteral("memory"));
}

Result<QList<Figure>> measureMemory()
{
    QList<Figure> figures;
    for (const int size : {fullMemorySize / 10, fullMemorySize}) {
        Figure row{QStringLiteral("memory"), QStringLiteral("tree row"), QStringLiteral("bytes"), size,
            QStringLiteral("certificates"), {}, Samples{}, QStringLiteral("certificate behind it"), std::nullopt, {}};
        for (int i = 0; i < memoryRepetitions; ++i) {
            const auto memory = measureInChild(size);
            if (!memory)
                return tl::unexpected<Error>(memory.error());
            row.ours.values.append(memory->row);
            row.bare->values.append(memory->certificate);
        }
        figures.append(row);
    }
    return figures;
}

} // namespace kakuin::bench
