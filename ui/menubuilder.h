// SPDX-License-Identifier: MIT
#pragma once

#include "models/organisationrow.h"

#include <QtCore/QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace kakuin::ui {

class LayoutStore;
class OrganisationView;
class RecentMenu;
class UserActions;

/// The menu bar. Actions come from ui/actions; what is chosen once and stays (grouping, language, theme) is here.
class MenuBuilder final : public QObject {
    Q_OBJECT
public:
    MenuBuilder(QMainWindow &window, UserActions &actions, OrganisationView &view);
    Q_DISABLE_COPY_MOVE(MenuBuilder)

    /// The dock's own action, shown in the View menu.
    void addCommandLog(QAction *toggle);
    void addWatch(QMenu *watch);
    /// Help, and F1 in every window.
    void addGuide(LayoutStore &layout);
    void setLabShown(bool isShown);
    [[nodiscard]] RecentMenu *recent() const { return m_recent; }
    void setKeepsInventories(bool isKeeping);
    void setGroupBy(models::GroupBy groupBy);
    [[nodiscard]] models::GroupBy groupBy() const;
    void setLanguageChoice(const QString &choice);
    void setThemeChoice(const QString &choice);
    void retranslate();

    [[nodiscard]] static QString wordOf(models::GroupBy groupBy); ///< for the remembered layout
    [[nodiscard]] static models::GroupBy groupByOf(const QString &word);

Q_SIGNALS:
    void groupByChosen(kakuin::models::GroupBy groupBy);
    void languageChosen(const QString &choice);
    void themeChosen(const QString &choice);
    void keepInventoriesChosen(bool isKeeping);
    void fileMenuOpened();
    void findRequested();
    void newWindowRequested();

private:
    QMenu *addMenu(QMenu *parent, const char *objectName);
    QActionGroup *addChoices(QMenu *menu, const char *objectName, const QStringList &values);
    void buildFile(UserActions &actions);
    void buildView(UserActions &actions);
    void buildRest(UserActions &actions);

    QMainWindow &m_window;
    OrganisationView &m_view;
    QMenu *m_file = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_groupByMenu = nullptr;
    QMenu *m_columns = nullptr;
    QMenu *m_language = nullptr;
    QMenu *m_theme = nullptr;
    QMenu *m_certificate = nullptr;
    QMenu *m_lab = nullptr;
    QMenu *m_help = nullptr;
    QActionGroup *m_groupBys = nullptr;
    QActionGroup *m_languages = nullptr;
    QActionGroup *m_themes = nullptr;
    RecentMenu *m_recent = nullptr;
    QAction *m_keep = nullptr;
    QAction *m_newWindow = nullptr;
    QAction *m_closeWindow = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_find = nullptr;
    QAction *m_expandAll = nullptr;
    QAction *m_collapseAll = nullptr;
    QAction *m_commandLog = nullptr;
    QAction *m_guide = nullptr;
};

} // namespace kakuin::ui
