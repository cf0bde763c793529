// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::app {

/// The command that arguments name: the first word that is neither an option nor an option's value, so options may
/// stand before it.
struct ConsoleVerb final {
    QString word; ///< as it was written; empty: there is none
    QString command; ///< "check", "inventory" or "journal" if the word is or resembles one; else empty

    [[nodiscard]] static ConsoleVerb of(const QStringList &arguments);
    [[nodiscard]] bool isExact() const { return !command.isEmpty() && word == command; }
    /// Written with another case, or with at most two letters that are wrong, missing or too many, and no file.
    [[nodiscard]] bool isNearMiss() const { return !command.isEmpty() && word != command; }
};

/// Whether the arguments ask for JSON, also where they cannot be used otherwise: what went wrong is then told so.
[[nodiscard]] bool wantsJson(const QStringList &arguments);

} // namespace kakuin::app
