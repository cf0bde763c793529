// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::ui {

/// Builds one HTML page that needs nothing beside it: no scripts, no links to load, pictures inside.
/// Shape:   calls append in order; html() ends the page. Everything that is handed over is text: markup in it is shown,
///          never obeyed. The markup is the part that QTextDocument and browsers understand alike.
/// Source:  HTML 5; supported subset of QTextDocument.
class PageWriter final {
public:
    enum class Mark { Plain, Good, Note, Warning, Critical, NotKnown };
    struct Cell final {
        QString text;
        Mark mark = Mark::Plain;
    };

    /// `language` is the page's ("ja", "en"): screen readers and fonts follow it.
    PageWriter(const QString &title, const QString &language);

    void heading(int level, const QString &text);
    void paragraph(const QString &text, Mark mark = Mark::Plain);
    void note(const QString &text); ///< smaller
    void list(const QStringList &items);
    void code(const QString &text); ///< fixed width, lines kept
    void table(const QStringList &header, const QList<QList<Cell>> &rows);
    /// `bytes` of type "image/png" or "image/svg+xml"; `width` in pixels, 0: its own.
    void picture(const QByteArray &bytes, const QString &type, const QString &description, int width = 0);
    void rule();

    [[nodiscard]] QString html() const;

private:
    [[nodiscard]] static QString escaped(const QString &text);
    QString m_head;
    QString m_body;
};

} // namespace kakuin::ui
