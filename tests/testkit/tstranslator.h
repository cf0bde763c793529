// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QTranslator>

namespace kakuin::testkit {

/// The translations as they stand in a .ts file, without lrelease: tests see today's words.
/// Shape:   TsTranslator japanese(u"ja"_s); QCoreApplication::installTranslator(&japanese). Unfinished entries are
///          none.
class TsTranslator final : public QTranslator {
public:
    /// translations/kakuin_<language>.ts of the source folder.
    explicit TsTranslator(const QString &language);

    [[nodiscard]] QString translate(
        const char *context, const char *source, const char *comment = nullptr, int n = -1) const override;
    [[nodiscard]] bool isEmpty() const override { return m_forms.isEmpty(); }
    /// Whether anything of that class (its name without namespaces) is translated.
    [[nodiscard]] bool covers(const QString &className) const;

private:
    QString m_language;
    QHash<QString, QStringList> m_forms;
};

/// Japanese for the life of the object.
class JapaneseScope final {
public:
    JapaneseScope();
    ~JapaneseScope();
    Q_DISABLE_COPY_MOVE(JapaneseScope)
    [[nodiscard]] bool covers(const QString &className) const { return m_translator.covers(className); }

private:
    TsTranslator m_translator;
};

/// Whether a text has kana or kanji in it.
[[nodiscard]] bool hasJapanese(const QString &text);

} // namespace kakuin::testkit
