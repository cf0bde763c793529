// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace kakuin::ui {

/// One heading of the guide and the text beneath it, up to the next one.
struct GuideSection final {
    QString page;
    QString anchor; ///< empty where nothing leads to it
    QString title;
    int level = 1; ///< 1: the page's own heading
    QString text; ///< as a person reads it: without marks of Markdown, pictures left out
};

/// The guide in one language: pages of Markdown from docs/guide, which the program carries with it.
/// Shape:  the line `<a id="x"></a>` before a heading names it; names are the same in every language.
/// Errors: a page that is not there is empty; tst_guide sees that all are.
/// Cost:   all pages are read at once, some milliseconds.
class Guide final {
public:
    struct Hit final {
        GuideSection section;
        QString excerpt; ///< the line around the first place, shortened
        qsizetype count = 0;
    };

    /// "ja", or anything else for English.
    explicit Guide(const QString &language);
    /// The language that the program speaks now.
    [[nodiscard]] static QString currentLanguage();
    [[nodiscard]] static const QStringList &pages(); ///< in the order of reading, the first one is the cover
    [[nodiscard]] static QString pageOf(const QUrl &url); ///< empty for what is not of the guide

    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QUrl url(const QString &page, const QString &anchor = {}) const;
    [[nodiscard]] QString markdown(const QString &page) const { return m_markdown.value(page); }
    [[nodiscard]] const QList<GuideSection> &sections() const { return m_sections; }
    [[nodiscard]] QList<GuideSection> sectionsOf(const QString &page) const;
    /// Without regard to case; in the order of reading.
    [[nodiscard]] QList<Hit> find(const QString &words) const;

private:
    void read(const QString &page);

    QString m_language;
    QHash<QString, QString> m_markdown;
    QList<GuideSection> m_sections;
};

} // namespace kakuin::ui
