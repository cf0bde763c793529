// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

namespace kakuin::report {

/// The columns of the table of certificates, by the keys of the JSON (docs/data.md).
[[nodiscard]] QStringList inventoryColumns();

/// One row a certificate, and one for each server whose certificates could not be read (its name and the error).
/// Shape:   cells in the order of inventoryColumns(), one line each; what is not known is empty; "true" and "false" as
///          in JSON; services and names separated by blanks; roles as "role (source: subject)".
/// Cost:    linear. Any thread.
[[nodiscard]] QList<QStringList> inventoryRows(const domain::Inventory &inventory, const QDateTime &nowUtc);

} // namespace kakuin::report
