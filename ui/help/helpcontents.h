// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/guide.h"

#include <QtWidgets/QStackedWidget>

#include <memory>

class QListWidget;
class QTreeWidget;

namespace kakuin::ui {

class WrapLabel;

/// The left half of the help window: the table of contents, or what a search found.
class HelpContents final : public QStackedWidget {
    Q_OBJECT
public:
    explicit HelpContents(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HelpContents)

    void setGuide(std::shared_ptr<const Guide> guide);
    /// Marks the page that is shown.
    void setCurrentPage(const QString &page);
    /// Shows where the words are; the contents again for none.
    void search(const QString &words);
    void focusList();
    void retranslate();

Q_SIGNALS:
    void chosen(const QString &page, const QString &anchor);

private:
    std::shared_ptr<const Guide> m_guide;
    QString m_words;
    QTreeWidget *m_tree = nullptr;
    QListWidget *m_hits = nullptr;
    WrapLabel *m_nothing = nullptr;
};

} // namespace kakuin::ui
