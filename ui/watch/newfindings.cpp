// SPDX-License-Identifier: MIT
#include "ui/watch/newfindings.h"

namespace kakuin::ui {

QList<models::FindingRowPtr> NewFindings::take(const QString &organisation, const QList<models::FindingRowPtr> &rows)
{
    QSet<QString> keys;
    QList<models::FindingRowPtr> out;
    for (const models::FindingRowPtr &row : rows) {
        const findings::Severity severity = row->finding.severity;
        if (severity != findings::Severity::Critical && severity != findings::Severity::Warning)
            continue;
        keys.insert(row->key);
        if (!m_known.contains(row->key))
            out.append(row);
    }
    const bool isFirst = organisation != m_organisation;
    m_organisation = organisation;
    m_known = keys;
    return isFirst ? QList<models::FindingRowPtr>() : out;
}

} // namespace kakuin::ui
