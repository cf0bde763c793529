// SPDX-License-Identifier: MIT
#pragma once

#include "core/lab/cmdletdefinition.h"

namespace kakuin::lab {

/// Get-ADObject of the Active Directory module, as far as the article uses it: servers by -Filter, their attributes by
/// -Properties, below -SearchBase. It is the only source for the internal transport certificate of a 2013 Client Access
/// server.
/// Rules:  the filter is a conjunction of "attribute -eq 'value'" over ObjectClass and Name; without -Properties only
///         the default attributes come back; a search base that does not exist is an error.
/// Source: learn.microsoft.com/powershell/module/activedirectory/get-adobject
[[nodiscard]] CmdletDefinition getADObject();

} // namespace kakuin::lab
