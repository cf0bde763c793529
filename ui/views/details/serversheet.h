// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/guidance.h"
#include "ui/views/details/factsheet.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What is said about one server, as blocks. Certificates have the marks that they have in the tree: `about` is
/// findings::findingsAbout() of the server.
class ServerSheet final {
    Q_DECLARE_TR_FUNCTIONS(ServerSheet)
public:
    [[nodiscard]] static QList<SheetBlock> blocks(const domain::ServerEntry &entry, const domain::Inventory &inventory,
        const QList<findings::Finding> &about, const QDateTime &nowUtc, const advice::Policy &policy = {});

private:
    [[nodiscard]] static QList<SheetBlock> transport(const domain::ServerEntry &entry, const QDateTime &nowUtc,
        const advice::Policy &policy, const findings::Urgencies &urgencies);
    [[nodiscard]] static QList<SheetBlock> ports(
        const domain::ServerEntry &entry, const QDateTime &nowUtc, const advice::Policy &policy);
    [[nodiscard]] static QList<SheetBlock> certificates(const domain::ServerEntry &entry, const QDateTime &nowUtc,
        const advice::Policy &policy, const findings::Urgencies &urgencies);
};

} // namespace kakuin::ui
