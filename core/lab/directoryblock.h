// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/lab/directoryobjects.h"

namespace kakuin::lab {

/// The properties that every object of Exchange's configuration has.
struct DirectoryBlock final {
    QString name;
    QString distinguishedName;
    QString category; ///< of the schema: "ms-Exch-Exchange-Server"
    QStringList classes;
    QUuid guid = {}; ///< null: derived from the distinguished name
    QString identity = {}; ///< ToString of Identity; empty: the name
};
void addDirectoryBlock(clixml::ObjectBuilder &builder, const LabState &state, const DirectoryBlock &block);

/// "…SystemConfiguration.<type>" down to System.Object.
[[nodiscard]] QStringList configurationChain(const QString &type);
[[nodiscard]] QString administrativeGroupDn(const LabState &state);

} // namespace kakuin::lab
