// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"
#include "core/lab/labstate.h"

namespace kakuin::lab {

/// Objects of the directory as Exchange's cmdlets serialise them: type chains, ToString and the properties that matter,
/// as captured from Exchange 2016 and 2019. Get-TransportService is not among the captures: its type name follows the
/// documentation.

/// A reference to a directory object: Identity, Site, Server …
[[nodiscard]] clixml::Value adObjectId(
    const LabState &state, const QString &distinguishedName, const QString &shortName, const QUuid &guid = {});

[[nodiscard]] clixml::Value authConfigObject(const LabState &state);
[[nodiscard]] clixml::Value exchangeServerObject(const LabState &state, const LabServer &server);
[[nodiscard]] clixml::Value mailboxServerObject(const LabState &state, const LabServer &server);
[[nodiscard]] clixml::Value transportServiceObject(const LabState &state, const LabServer &server);
/// `allProperties`: -Properties was given, else the four default ones.
[[nodiscard]] clixml::Value directoryServerObject(const LabState &state, const LabServer &server, bool allProperties);

[[nodiscard]] clixml::Value sendConnectorObject(const LabState &state, const domain::Connector &connector);
[[nodiscard]] clixml::Value receiveConnectorObject(const LabState &state, const domain::Connector &connector);
[[nodiscard]] clixml::Value hybridConfigurationObject(const LabState &state, const domain::HybridConfiguration &hybrid);

} // namespace kakuin::lab
