// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "ui/views/details/factsheet.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What is said about one server, as blocks. Certificates have the marks that they have in the tree.
class ServerSheet final {
    Q_DECLARE_TR_FUNCTIONS(ServerSheet)
public:
    /// `entry` is one of the evaluation's inventory.
    [[nodiscard]] static QList<SheetBlock> blocks(
        const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc);

private:
    [[nodiscard]] static QList<SheetBlock> transport(
        const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc);
    [[nodiscard]] static QList<SheetBlock> ports(
        const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc);
    [[nodiscard]] static QList<SheetBlock> certificates(
        const domain::ServerEntry &entry, const findings::Evaluation &evaluation, const QDateTime &nowUtc);
};

} // namespace kakuin::ui
