// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/value.h"

#include <QtCore/QList>

#include <optional>

namespace kakuin::snapshot {

/// What HealthChecker writes beside its report (HealthChecker-<server>-<time>.xml): the objects in it that Kakuin reads,
/// as if their cmdlets had been exported.
/// Shape:   nothing for an object that is no such report. Objects of Exchange are found wherever they lie in it;
///          certificates get the server's name (exportServerProperty). HealthChecker's own summaries of certificates and
///          connectors (it writes with -Depth 2, which can flatten the objects themselves) become objects of the cmdlets
///          that they were made from; of a certificate's summary that is one without RawData (printedTextProperty).
/// Bounds:  depth and number of objects; an object that is referred to twice counts twice.
/// Source:  names of properties in the public script, microsoft/CSS-Exchange, Diagnostics/HealthChecker. Not tried on a
///          file that it wrote.
[[nodiscard]] std::optional<QList<clixml::Value>> healthCheckerObjects(const clixml::Value &value);

} // namespace kakuin::snapshot
