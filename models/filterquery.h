// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayMatcher>
#include <QtCore/QString>

#include <vector>

namespace kakuin::models {

/// What a person typed into the filter box, ready to be matched against many rows.
/// Shape:   every word must occur in the facts or, from four characters on, in the thumbprint; or the whole, read as
///          hex digits in any spelling, occurs in the thumbprint (three digits: begin it). An empty query matches
///          everything.
/// Cost:    one pass over the text of a row; no allocation while matching.
class FilterQuery final {
public:
    FilterQuery() = default;
    [[nodiscard]] static FilterQuery fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    /// `foldedUtf8` as OrganisationRow::filterText; its last `thumbprintLength` bytes (40 or 0) are the thumbprint.
    [[nodiscard]] bool matches(const QByteArray &foldedUtf8, qsizetype thumbprintLength) const;

private:
    std::vector<QByteArrayMatcher> m_words;
    QByteArray m_digits; ///< lower case; empty when the text is not a part of a thumbprint
};

} // namespace kakuin::models
