// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// The collector script in the person's language: the template of the resources with its comments.
class CollectorText final {
    Q_DECLARE_TR_FUNCTIONS(CollectorText)
public:
    [[nodiscard]] static QByteArray script();
    /// The comment of a name in the template; empty for a name that is not known.
    [[nodiscard]] static QString comment(const QString &name);
};

} // namespace kakuin::ui
