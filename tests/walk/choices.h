// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

#include <random>

namespace kakuin::walk {

/// Random choices that can be made again: from a seed they are recorded, and a record gives the same choices.
/// Shape:  0 is always the plainest choice; what lies behind the end of a record is 0. So a record becomes simpler by
///         zeros and by a shorter list, whatever its numbers stand for.
class Choices final {
public:
    explicit Choices(quint32 seed)
        : m_random(seed)
        , m_isRecording(true)
    {
    }
    explicit Choices(QList<quint32> record)
        : m_record(std::move(record))
    {
    }
    [[nodiscard]] quint32 below(quint32 limit)
    {
        if (m_isRecording)
            m_record.append(static_cast<quint32>(m_random() % limit));
        return m_record.value(m_next++, 0) % limit;
    }
    [[nodiscard]] bool oneIn(quint32 limit)
    {
        if (m_isRecording)
            m_record.append(m_random() % limit == 0 ? 1 : 0);
        return m_record.value(m_next++, 0) != 0;
    }
    template <class T>
    [[nodiscard]] T oneOf(const QList<T> &list)
    {
        return list.at(below(static_cast<quint32>(list.size())));
    }
    [[nodiscard]] const QList<quint32> &record() const { return m_record; }

private:
    std::mt19937 m_random;
    QList<quint32> m_record;
    qsizetype m_next = 0;
    bool m_isRecording = false;
};

} // namespace kakuin::walk
