// SPDX-License-Identifier: MIT
#include "core/lab/labpreset.h"

#include <array>

namespace kakuin::lab {
namespace {

struct PresetRow {
    Preset preset;
    const char *name;
    int servers;
};

constexpr std::array presetRows{
    PresetRow{Preset::Contoso2013, "contoso-2013", 5},
    PresetRow{Preset::Small, "small", 2},
    PresetRow{Preset::Medium, "medium", 10},
    PresetRow{Preset::Large, "large", 60},
    PresetRow{Preset::Huge, "huge", 300},
};

const PresetRow &presetRow(Preset preset)
{
    return presetRows.at(static_cast<size_t>(preset));
}

} // namespace

QList<Preset> allPresets()
{
    QList<Preset> all;
    for (const PresetRow &row : presetRows)
        all.append(row.preset);
    return all;
}

QString presetName(Preset preset)
{
    return QString::fromLatin1(presetRow(preset).name);
}

std::optional<Preset> presetFromName(const QString &name)
{
    for (const PresetRow &row : presetRows) {
        if (name.compare(QLatin1String(row.name), Qt::CaseInsensitive) == 0)
            return row.preset;
    }
    return std::nullopt;
}

int serverCount(Preset preset)
{
    return presetRow(preset).servers;
}

} // namespace kakuin::lab
