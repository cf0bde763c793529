// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTranslator>

namespace kakuin::app {

/// The language in which the command line answers: as the program's windows, but without fonts, which need a display.
/// Shape: from construction to destruction; the system's language where none is given.
class ConsoleLanguage final {
public:
    /// `wanted` is "en", "ja" or empty.
    explicit ConsoleLanguage(const QString &wanted);
    ~ConsoleLanguage();
    Q_DISABLE_COPY_MOVE(ConsoleLanguage)

    [[nodiscard]] QString culture() const { return m_culture; } ///< "ja-JP" or "en-US": how servers are asked

private:
    QTranslator m_texts;
    QString m_culture;
};

} // namespace kakuin::app
