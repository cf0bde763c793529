// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/plan/plan.h"

#include <QtCore/QTemporaryDir>

namespace kakuin::testkit {

/// One PowerShell text that Kakuin writes.
struct WrittenScript final {
    QString tag;
    QString text;
    /// The cmdlets that it must call, in order and whatever the names; none where nothing may be called but what the text
    /// itself has (the collector).
    QStringList commands;
};

/// Everything that Kakuin writes for PowerShell, over an organisation whose names are given.
/// Shape:   all(name) appends the name to every name of the practice organisation and uses it wherever a server's or
///          user's text goes. The same tags in the same order for every name.
class WrittenScripts final {
public:
    /// Once, before all().
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] QList<WrittenScript> all(const QString &name) const;
    /// The plans of every wizard.
    [[nodiscard]] QList<plan::Plan> plans(const QString &name) const;

private:
    [[nodiscard]] domain::InventoryPtr renamed(const QString &name) const;

    QTemporaryDir m_folder;
    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
};

} // namespace kakuin::testkit
