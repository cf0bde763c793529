// SPDX-License-Identifier: MIT
#include "core/snapshot/snapshotmanifest.h"

#include "core/clixml/object.h"
#include "core/shell/decode/typenames.h"

#include <algorithm>

namespace kakuin::snapshot {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String manifestType("Kakuin.SnapshotManifest");
constexpr qsizetype mostCmdlets = 100;

} // namespace

bool isManifest(const clixml::Value &value)
{
    return shell::decode::isOfType(value, manifestType);
}

Result<SnapshotManifest> manifest(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    if (!object || !isManifest(value))
        return fail(ErrorCode::UnexpectedOutput, manifestType);
    SnapshotManifest read;
    read.takenUtc = object->property(u"TakenUtc").toDateTimeUtc();
    const QList<clixml::Value> cmdlets = object->property(u"Cmdlets").toList();
    for (const clixml::Value &cmdlet : cmdlets.first(std::min(cmdlets.size(), mostCmdlets)))
        read.cmdlets.append(cmdlet.text());
    return read;
}

clixml::Value manifestObject(const SnapshotManifest &manifest)
{
    QList<clixml::Value> cmdlets;
    for (const QString &cmdlet : manifest.cmdlets)
        cmdlets.append(clixml::Value(cmdlet));
    return clixml::Value(clixml::ObjectBuilder(
        QStringList{manifestType, u"System.Management.Automation.PSCustomObject"_s, u"System.Object"_s})
                             .extended(u"Version"_s, clixml::Value::fromInt(SnapshotManifest::version))
                             .extended(u"TakenUtc"_s, clixml::Value::fromDateTimeUtc(manifest.takenUtc))
                             .extended(u"Cmdlets"_s, clixml::Value(clixml::ObjectBuilder::list(cmdlets)))
                             .build());
}

} // namespace kakuin::snapshot
