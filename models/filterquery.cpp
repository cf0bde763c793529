// SPDX-License-Identifier: MIT
#include "models/filterquery.h"

#include "core/domain/thumbprint.h"

#include <algorithm>

namespace kakuin::models {
namespace {

// Fewer hex digits than this occur somewhere in too many thumbprints to mean one.
constexpr qsizetype tellingLength = 4;
// Fewer than this begin too many.
constexpr qsizetype beginningLength = 3;

} // namespace

FilterQuery FilterQuery::fromText(const QString &text)
{
    FilterQuery query;
    const QString folded = text.toCaseFolded();
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        const bool ends = i == folded.size() || folded.at(i).isSpace();
        if (!ends && begin < 0)
            begin = i;
        if (ends && begin >= 0) {
            query.m_words.push_back(QByteArrayMatcher(folded.mid(begin, i - begin).toUtf8()));
            begin = -1;
        }
    }
    query.m_digits = domain::thumbprintFragment(text).toLatin1().toLower();
    return query;
}

bool FilterQuery::matches(const QByteArray &foldedUtf8, qsizetype thumbprintLength) const
{
    const qsizetype factsLength = foldedUtf8.size() - thumbprintLength;
    if (m_digits.size() >= beginningLength && thumbprintLength > 0) {
        const QByteArrayView thumbprint = QByteArrayView(foldedUtf8).sliced(factsLength);
        if (m_digits.size() < tellingLength ? thumbprint.startsWith(m_digits) : thumbprint.contains(m_digits))
            return true;
    }
    return std::all_of(m_words.begin(), m_words.end(), [&](const QByteArrayMatcher &word) {
        const bool isTelling = word.pattern().size() >= tellingLength;
        return word.indexIn(foldedUtf8.constData(), isTelling ? foldedUtf8.size() : factsLength) >= 0;
    });
}

} // namespace kakuin::models
