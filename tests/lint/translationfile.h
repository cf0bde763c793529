// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::lint {

/// One message of a Qt Linguist file.
struct Message final {
    QString context;
    QString source;
    QString comment;
    QString type; ///< "", "unfinished", "vanished", "obsolete"
    QStringList translations; ///< one; with numerus as many as there are plural forms
    bool isNumerus = false;

    [[nodiscard]] QString name() const { return context + QLatin1String(": \"") + source + u'"'; }
};

struct TranslationFile final {
    QList<Message> messages;
    QString xmlError; ///< empty when the file is well-formed
};

[[nodiscard]] TranslationFile readTranslations(const QString &text);

/// What is wrong with the messages, a line each. Languages written without mnemonic letters of their own (one plural
/// form here) keep the mnemonic as "(&X)" behind the word.
[[nodiscard]] QStringList flaws(const TranslationFile &file, int pluralForms);

/// The messages that only one of the files has, whatever their order.
[[nodiscard]] QStringList difference(const TranslationFile &kept, const TranslationFile &fresh);

} // namespace kakuin::lint
