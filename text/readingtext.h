// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// How far what is shown is up to date: domain::Reading in words.
/// Shape:   everything is empty where the part is fresh, or is being read for the first time and so shows nothing old.
class ReadingText final {
    Q_DECLARE_TR_FUNCTIONS(ReadingText)
public:
    /// "10:05", on another day "2026-11-30 10:05".
    [[nodiscard]] static QString time(const QDateTime &utc, const QDateTime &nowUtc);
    /// Behind the name of a server: "as of 10:05", "as of 10:05: cannot be reached". Empty while it is read again.
    [[nodiscard]] static QString mark(
        const domain::Reading &reading, const QDateTime &readUtc, const QDateTime &nowUtc);
    /// Whole sentences of one server, with what hindered the last reading.
    [[nodiscard]] static QString sentences(
        const domain::Reading &reading, const QDateTime &readUtc, const QDateTime &nowUtc);
    /// Of the organisation: what of it is older than the rest, and why.
    [[nodiscard]] static QString summary(const domain::Inventory &inventory, const QDateTime &nowUtc);
    /// The servers that summary() names as not read again.
    [[nodiscard]] static QList<domain::ServerId> notReadAgain(const domain::Inventory &inventory);
};

} // namespace kakuin::ui
