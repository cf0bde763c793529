// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"

#include <functional>
#include <memory>

namespace kakuin::models {

/// The words that rows are shown and found by. They come from ui; may be called from any thread.
struct FindingWordSource final {
    std::function<QString(findings::Code)> title;
    std::function<QString(const findings::Subject &, const domain::Certificate *)> subject;
    std::function<QString(findings::Severity)> severity;
    std::function<QString(findings::Kind)> kind;
};

/// A finding as finished values.
struct FindingRow final {
    findings::Finding finding;
    int place = 0; ///< findings::placeOf()
    QString key; ///< of findings::keysOf()
    domain::CertificateId certificate; ///< what a click leads to; null where it leads to a server or to nothing
    domain::ServerId server; ///< empty: of the organisation
    QString title;
    QString subject;
    QString folded; ///< all that a filter looks at

    friend bool operator==(const FindingRow &, const FindingRow &) = default;
};
using FindingRowPtr = std::shared_ptr<const FindingRow>;

/// How many certificates are looked at without leaving the thread: some ten milliseconds.
inline constexpr int findingsInPlaceLimit = 1000;
/// How old findings become before they are looked for anew although nothing was read.
inline constexpr qint64 judgedAgainSeconds = 3600;

/// Everything that was found, as rows, in the order of the list: by findings::placeOf(), then by key.
/// Cost: linear, and a sort. Any thread.
[[nodiscard]] QList<FindingRowPtr> buildFindingRows(
    const findings::Evaluation &evaluation, const FindingWordSource &words);
/// The new rows, with the old ones in the place of those that are the same: whoever shows them compares pointers then.
/// Cost: linear. Any thread.
[[nodiscard]] QList<FindingRowPtr> withOldRows(QList<FindingRowPtr> rows, const QList<FindingRowPtr> &old);
/// The order of the list; strict.
[[nodiscard]] bool precedes(const FindingRow &a, const FindingRow &b);

} // namespace kakuin::models
