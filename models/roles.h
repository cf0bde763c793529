// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/Qt>

namespace kakuin::models {

/// Roles that every model of Kakuin uses in the same sense.
enum ItemRole {
    SortRole = Qt::UserRole + 1, ///< the typed value that sorting compares
    IdRole, ///< what the row is about, as a value that survives a refresh
    BadgesRole, ///< QList<Badge> of the cell
    FilterTextRole, ///< case-folded text that the filter box searches
};

} // namespace kakuin::models
