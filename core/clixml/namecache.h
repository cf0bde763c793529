// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/escapes.h"

#include <array>

namespace kakuin::clixml {

/// Property names of a document, decoded once and shared between its objects, which repeat the same names by the
/// thousand.
/// Memory: a fixed number of slots; a name that meets another one in its slot takes the slot over.
class NameCache final {
public:
    [[nodiscard]] QString name(QStringView written)
    {
        Slot &slot = m_slots[qHash(written) % m_slots.size()];
        if (slot.written != written) {
            slot.name = decodeEscapes(written);
            slot.written = written.contains(u'_') ? written.toString() : slot.name;
        }
        return slot.name;
    }

private:
    struct Slot final {
        QString written;
        QString name;
    };
    std::array<Slot, 512> m_slots;
};

} // namespace kakuin::clixml
