// SPDX-License-Identifier: MIT
#pragma once

#include "models/matrixrow.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Words for the matrix of servers and roles. Plain text; names from servers are made safe to show.
class MatrixText final {
    Q_DECLARE_TR_FUNCTIONS(MatrixText)
public:
    [[nodiscard]] static QString header(models::MatrixColumn column); ///< one or two words
    /// What the column means, as a sentence or a name.
    [[nodiscard]] static QString headerExplanation(models::MatrixColumn column);
    /// "in 12 days", "not known", "missing"; empty where there is none.
    [[nodiscard]] static QString cell(const models::MatrixCell &cell, const QDateTime &nowUtc);
    /// The same where there is little room: "12 d".
    [[nodiscard]] static QString brief(const models::MatrixCell &cell);
    /// Every certificate of the cell with its evidence; why it is empty.
    [[nodiscard]] static QString evidence(const models::MatrixCell &cell, const models::MatrixRow &row,
        models::MatrixColumn column, const domain::Inventory &inventory, const QDateTime &nowUtc);
    /// For screen readers: never empty.
    [[nodiscard]] static QString accessible(const models::MatrixCell &cell, const QDateTime &nowUtc);
    /// "✓", "≠", "?": whether the ports show what was read; empty where they were not looked at.
    [[nodiscard]] static QString portMark(models::MatrixPorts::State state);
    /// "Microsoft Exchange, in 12 days": one certificate in a menu.
    [[nodiscard]] static QString entry(const models::MatrixEntry &entry, const QDateTime &nowUtc);

private:
    [[nodiscard]] static QString portSentence(models::MatrixPorts::State state);
    [[nodiscard]] static QString accessibleCell(const models::MatrixCell &cell, const QDateTime &nowUtc);
};

} // namespace kakuin::ui
