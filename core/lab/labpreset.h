// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <optional>

namespace kakuin::lab {

/// Practice organisations that can be made.
/// Source: sizes, names and broken cases of exchange-domain 6; Contoso 2013 is the article's organisation.
enum class Preset {
    Contoso2013, ///< MBX01, MBX02, CAS01, EXCAS1, Exchange01: every procedure of the article has something to do
    Small, ///< one or two servers, one site
    Medium, ///< some ten servers, DAG, two sites, Edge, hybrid
    Large, ///< 60 servers, mixed versions, sites, DAGs, Edge
    Huge, ///< 300 servers
};

[[nodiscard]] QList<Preset> allPresets();
/// A stable word for settings and the command line: "contoso-2013", "small", "medium", "large", "huge".
[[nodiscard]] QString presetName(Preset preset);
[[nodiscard]] std::optional<Preset> presetFromName(const QString &name);
[[nodiscard]] int serverCount(Preset preset);

} // namespace kakuin::lab

Q_DECLARE_METATYPE(kakuin::lab::Preset)
