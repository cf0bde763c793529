// SPDX-License-Identifier: MIT
#pragma once

#include "ui/watch/newfindings.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QSystemTrayIcon;

namespace kakuin::ui {

class FindingsFeed;
class LayoutStore;
class OrganisationFeed;

/// Reads the open organisation again on a schedule, shows its worst state in the notification area, and tells of each
/// new finding once. Everything is off until the person chooses it; the choice is remembered.
/// Shape:   menu() is put into a menu bar by its owner. Exported data is never read again: it does not change.
/// Threads: the GUI thread. Feeds, store and window must outlive it.
class Watch final : public QObject {
    Q_OBJECT
public:
    Watch(OrganisationFeed &feed, FindingsFeed &findings, LayoutStore &layout, QMainWindow *window);
    ~Watch() override;
    Q_DISABLE_COPY_MOVE(Watch)

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] int minutes() const;
    void setMinutes(int minutes); ///< 0: never

Q_SIGNALS:
    /// Something that was not there before; also shown where there is a notification area.
    void appeared(const QString &title, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void look();
    void setIconShown(bool isShown);
    void showState();
    void tell(const QList<models::FindingRowPtr> &fresh);
    void retranslate();

    OrganisationFeed &m_feed;
    FindingsFeed &m_findings;
    LayoutStore &m_layout;
    QMainWindow *m_window = nullptr;
    QTimer m_timer;
    NewFindings m_new;
    QMenu *m_menu = nullptr;
    QActionGroup *m_intervals = nullptr;
    QAction *m_showsIcon = nullptr;
    QSystemTrayIcon *m_icon = nullptr; ///< null while it is not wanted
};

} // namespace kakuin::ui
