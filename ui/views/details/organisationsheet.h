// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "core/shell/shell.h"
#include "ui/views/details/factsheet.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What is said about the organisation, as blocks: Auth configuration with the marks of the tree, counts,
/// connectors, hybrid, what was not read.
class OrganisationSheet final {
    Q_DECLARE_TR_FUNCTIONS(OrganisationSheet)
public:
    [[nodiscard]] static QList<SheetBlock> blocks(
        const findings::Evaluation &evaluation, const shell::ShellDescription &connection, const QDateTime &nowUtc);

private:
    [[nodiscard]] static QList<SheetBlock> auth(const findings::Evaluation &evaluation, const QDateTime &nowUtc);
    [[nodiscard]] static QList<SheetBlock> authSlot(const QString &name, const domain::Thumbprint &thumbprint,
        const findings::Evaluation &evaluation, const QDateTime &nowUtc);
    [[nodiscard]] static QList<SheetBlock> counts(
        const domain::Inventory &inventory, const QDateTime &nowUtc, const advice::Policy &policy);
    [[nodiscard]] static QList<SheetBlock> connectors(const domain::Inventory &inventory);
    [[nodiscard]] static QList<SheetBlock> hybrid(const domain::Inventory &inventory);
    [[nodiscard]] static QList<SheetBlock> problems(const domain::Inventory &inventory);
};

} // namespace kakuin::ui
