// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingrow.h"

#include <QtCore/QSet>

namespace kakuin::ui {

/// Tells which findings were not there before.
/// Shape:   take() with each picture; the first one of an organisation is what there is, and nothing of it is new. What
///          goes away and comes back is new again. Only critical findings and warnings count.
class NewFindings final {
public:
    [[nodiscard]] QList<models::FindingRowPtr> take(
        const QString &organisation, const QList<models::FindingRowPtr> &rows);
    void forget() { m_organisation.clear(); }

private:
    QString m_organisation;
    QSet<QString> m_known;
};

} // namespace kakuin::ui
