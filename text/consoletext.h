// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/ignore.h"
#include "core/plan/journal.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What the command line prints for people and monitoring systems: lines of plain text.
class ConsoleText final {
    Q_DECLARE_TR_FUNCTIONS(ConsoleText)
public:
    /// "KAKUIN CRITICAL - …| critical=1 …", then one line for each finding, for each ignore that has ended, and for each
    /// finding that is ignored. The words of the state are those that monitoring systems know, in every language.
    [[nodiscard]] static QString check(
        const findings::Sifted &sifted, int exitCode, const domain::Inventory &inventory, const QDateTime &nowUtc);
    /// "ENDED: …", one for each ignore whose end has passed.
    [[nodiscard]] static QStringList endedLines(const findings::Sifted &sifted);
    /// "KAKUIN UNKNOWN - …": the state line where there is no answer.
    [[nodiscard]] static QString notChecked(const QString &sentence);
    /// Stable keys, as in docs/data.md.
    [[nodiscard]] static QStringList findingColumns();
    [[nodiscard]] static QList<QStringList> findingRows(
        const QList<findings::Finding> &found, const domain::Inventory &inventory, const QDateTime &nowUtc);
    /// Servers with their certificates, for reading.
    [[nodiscard]] static QString inventory(const domain::Inventory &inventory, const QDateTime &nowUtc);

    /// Whether the journal at `path` is as it was written, and the last hash, to be compared with one that was kept.
    [[nodiscard]] static QString journal(const plan::JournalCondition &condition, const QString &path);

private:
    [[nodiscard]] static QString services(const domain::Certificate &certificate);
    [[nodiscard]] static QString noRoles(
        const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory);
};

} // namespace kakuin::ui
