// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>

namespace kakuin::clixml {

/// Entries by RefId; a number given again replaces its entry.
/// Cost: writers count from zero, so nearly every entry lies in an array; a number out of the row goes into a hash, so
///       that no document can demand memory by a number alone.
template <class Entry>
class ReferenceTable final {
public:
    /// Null when there is none; the pointer holds until the next set().
    [[nodiscard]] Entry *find(qint32 id)
    {
        if (id >= 0 && id < m_row.size())
            return &m_row[id];
        const auto it = m_others.find(id);
        return it == m_others.end() ? nullptr : &*it;
    }
    void set(qint32 id, Entry entry)
    {
        if (id >= 0 && id < m_row.size())
            m_row[id] = std::move(entry);
        else if (id == m_row.size() && !m_others.contains(id))
            m_row.append(std::move(entry));
        else
            m_others.insert(id, std::move(entry));
    }

private:
    QList<Entry> m_row;
    QHash<qint32, Entry> m_others;
};

} // namespace kakuin::clixml
