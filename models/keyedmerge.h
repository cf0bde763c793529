// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_set>
#include <vector>

namespace kakuin::models {

/// One step from the rows that are shown to those that are wanted.
struct MergeStep final {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    std::size_t at = 0; ///< where, in the rows as they are when the step is taken
    std::size_t count = 1; ///< Remove, Insert: so many rows, from `at` on; Move: always one
    std::size_t from = 0; ///< Insert: place of the first in the wanted rows; Move: where the row is, behind `at`

    friend bool operator==(const MergeStep &, const MergeStep &) = default;
};

/// The one way in which every model takes newer rows over: by what a row stands for, so that rows that stay keep their
/// place in views, and with it selection, expansion and scroll position.
/// Shape:   both lists hold keys, each once. After the steps have been taken in order, the i-th row stands for the i-th
///          wanted key; rows that stay are updated afterwards. None for lists that are the same. Rows that are in the
///          same order on both sides are never moved.
/// Cost:    linear where the order stays, as it does after most readings; each move costs one more walk.
template <class Key, class Hash, class Equal>
[[nodiscard]] std::vector<MergeStep> mergeSteps(
    const std::vector<Key> &mine, const std::vector<Key> &wanted, const Hash &hash, const Equal &equal)
{
    using Kind = MergeStep::Kind;
    using Keys = std::unordered_set<Key, Hash, Equal>;
    std::vector<MergeStep> steps;
    const auto difference = std::mismatch(mine.begin(), mine.end(), wanted.begin(), wanted.end(), equal);
    const auto same = static_cast<std::size_t>(difference.first - mine.begin());
    if (same == mine.size() && same == wanted.size())
        return steps;
    const Keys staying(difference.second, wanted.end(), wanted.size() - same, hash, equal);
    std::vector<Key> left(difference.first, mine.end());
    for (std::size_t end = left.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && staying.count(left[begin - 1]) == 0)
            --begin;
        if (begin < end)
            steps.push_back({Kind::Remove, same + begin, end - begin, 0});
        end = begin == 0 ? 0 : begin - 1;
    }
    left.erase(
        std::remove_if(left.begin(), left.end(), [&](const Key &key) { return staying.count(key) == 0; }), left.end());
    const Keys present(left.begin(), left.end(), left.size(), hash, equal);
    std::size_t next = 0; // of `left`: before it every row has found its place
    for (std::size_t at = same; at < wanted.size();) {
        if (next < left.size() && equal(left[next], wanted[at])) {
            ++next;
            ++at;
            continue;
        }
        const auto place = present.count(wanted[at]) == 0
            ? left.end()
            : std::find_if(left.begin() + static_cast<std::ptrdiff_t>(next), left.end(),
                [&](const Key &key) { return equal(key, wanted[at]); });
        if (place != left.end()) {
            const auto ahead = static_cast<std::size_t>(place - left.begin()) - next;
            steps.push_back({Kind::Move, at, 1, at + ahead});
            std::rotate(left.begin() + static_cast<std::ptrdiff_t>(next), place, place + 1);
            ++next;
            ++at;
        } else {
            std::size_t end = at + 1;
            while (end < wanted.size() && present.count(wanted[end]) == 0)
                ++end;
            steps.push_back({Kind::Insert, at, end - at, at});
            at = end;
        }
    }
    return steps;
}

/// The same for keys that can be hashed by std::hash and compared.
template <class Key>
[[nodiscard]] std::vector<MergeStep> mergeSteps(const std::vector<Key> &mine, const std::vector<Key> &wanted)
{
    return mergeSteps(mine, wanted, std::hash<Key>(), std::equal_to<Key>());
}

} // namespace kakuin::models
