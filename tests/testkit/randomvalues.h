// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

#include <random>

namespace kakuin::testkit {

/// Values of every kind that CLIXML knows, from a seed: the same seed gives the same values. Text holds what is awkward
/// (control characters, lone surrogates, things that look like escapes, U+FFFE); objects share objects and type chains
/// and refer to the objects around them.
class RandomValues final {
public:
    explicit RandomValues(quint32 seed)
        : m_random(seed)
    {
    }
    [[nodiscard]] clixml::Value value(int depth = 4);
    [[nodiscard]] clixml::Value primitive();
    [[nodiscard]] QString text();

private:
    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    [[nodiscard]] quint64 bits() { return (quint64(m_random()) << 32) | m_random(); }
    [[nodiscard]] clixml::Value integer();
    [[nodiscard]] clixml::Value typedText();
    [[nodiscard]] clixml::Value dateTime();
    [[nodiscard]] clixml::Value object(int depth);
    [[nodiscard]] clixml::Value progress();
    [[nodiscard]] QList<clixml::Property> properties(int depth);
    void fillContent(clixml::Object &object, int depth);

    std::mt19937 m_random;
    QList<clixml::ObjectPtr> m_finished; ///< may be shared
    QList<std::shared_ptr<const clixml::Object>> m_enclosing; ///< may be referred to
};

} // namespace kakuin::testkit
