// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

#include <QtCore/QSet>

namespace kakuin::clixml {

/// Compares values by content.
/// Cost: linear in the number of pairs, because a pair of objects is compared once however often it is shared;
///       documents that nest shared objects would otherwise cost exponential time.
class ObjectComparison final {
public:
    [[nodiscard]] bool equal(const Value &a, const Value &b);
    [[nodiscard]] bool equal(const Object &a, const Object &b);

private:
    [[nodiscard]] bool equal(const QList<Property> &a, const QList<Property> &b);

    // A pair is entered before its members are compared. A pair found unequal ends the whole comparison, so every pair
    // in here is equal or still under way higher up.
    QSet<std::pair<const Object *, const Object *>> m_seen;
};

} // namespace kakuin::clixml
