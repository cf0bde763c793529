// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTranslator>

#include <memory>
#include <vector>

namespace kakuin::app {

/// The language of the windows, switched while they are open, and of the console. Needs no display.
/// Shape:   use("ja") loads Kakuin's and Qt's texts, sets the default QLocale and lets every widget retranslate itself.
///          "" is the system's language where Kakuin speaks it, else English.
/// Errors:  missing() names the files of the chosen language that were not found: the windows then speak English there.
class Language final : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;
    Q_DISABLE_COPY_MOVE(Language)

    void use(const QString &choice);
    [[nodiscard]] QString choice() const { return m_choice; } ///< "", "en", "ja"
    [[nodiscard]] QString current() const { return m_current; } ///< "en", "ja"
    [[nodiscard]] QStringList missing() const { return m_missing; }
    /// In which a practice organisation speaks: "ja-JP" or "en-US".
    [[nodiscard]] QString culture() const;

Q_SIGNALS:
    void changed();

private:
    bool load(const QLocale &locale, const QString &name, const QString &folder);

    QString m_choice;
    QString m_current;
    QStringList m_missing;
    QLocale m_system; ///< the default before the first change
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace kakuin::app
