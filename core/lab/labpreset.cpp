// SPDX-License-Identifier: MIT
#include "core/lab/labpreset.h"

#include <array>

namespace kakuin::lab {
namespace {

struct Row {
    Preset preset;
    const char *name;
    int servers;
};

constexpr std::array rows{
    Row{Preset::Contoso2013, "contoso-2013", 5},
    Row{Preset::Small, "small", 2},
    Row{Preset::Medium, "medium", 10},
    Row{Preset::Large, "large", 60},
    Row{Preset::Huge, "huge", 300},
};

const Row &rowOf(Preset preset)
{
    return rows.at(static_cast<size_t>(preset));
}

} // namespace

QList<Preset> allPresets()
{
    QList<Preset> all;
    for (const Row &row : rows)
        all.append(row.preset);
    return all;
}

QString presetName(Preset preset)
{
    return QString::fromLatin1(rowOf(preset).name);
}

std::optional<Preset> presetFromName(const QString &name)
{
    for (const Row &row : rows) {
        if (name.compare(QLatin1String(row.name), Qt::CaseInsensitive) == 0)
            return row.preset;
    }
    return std::nullopt;
}

int serverCount(Preset preset)
{
    return rowOf(preset).servers;
}

} // namespace kakuin::lab
