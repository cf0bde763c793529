// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/helptopics.h"
#include "ui/layoutstore.h"

#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace kakuin::ui {

class GuideBrowser;
class HelpContents;
class MessageBar;

/// The guide: contents and search at the left, the page at the right.
/// Shape:   a window of its own and modal to nothing, so that it can stand beside a wizard. It shows what the program
///          carries with it; an address elsewhere is shown first, and opened only when the person says so. Remembers
///          its place, size, division and zoom in the layout store, which must outlive it.
class HelpWindow final : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(LayoutStore &layout, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HelpWindow)

    void showTopic(const HelpTopic &topic);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void buildBar(QHBoxLayout *row);
    QToolButton *addTool(QHBoxLayout *row, const char *name, const char *icon);
    void connectParts();
    void addShortcuts();
    void setZoom(int percent);
    void showMarks(int count);
    void offer(const QUrl &url);
    void retranslate();
    void redecorate();

    LayoutStore &m_layout;
    HelpContents *m_contents = nullptr;
    GuideBrowser *m_browser = nullptr;
    QSplitter *m_splitter = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_home = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_smaller = nullptr;
    QToolButton *m_larger = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    MessageBar *m_link = nullptr;
    QPushButton *m_openLink = nullptr;
    QPushButton *m_copyLink = nullptr;
    QUrl m_url; ///< that the bar offers
    QString m_language; ///< of the guide that is shown
    int m_zoom = 100;
};

} // namespace kakuin::ui
