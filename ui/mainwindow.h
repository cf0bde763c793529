// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/session/workspace.h"

#include <QtWidgets/QMainWindow>

#include <memory>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace kakuin::ui {

class BannerStack;
class CommandLogDock;
class DetailsPanel;
class LayoutStore;
class OpeningWays;
class MenuBuilder;
class OrganisationFeed;
class OrganisationMark;
class OrganisationPages;
class OrganisationView;
class RecentPlaces;
class QuickFilterBar;
class StatusStrip;
class UiServices;
class UserActions;

/// The main window: toolbar, banners, tree and details, command log, status bar. It connects its parts and decides
/// nothing: what can be done is in ui/actions, what is open in OrganisationFeed.
/// Shape:  made once; open…() open an organisation and show failures in place. Language and theme are the program's:
///         the window reports choices and shows what is chosen.
/// Threads: the GUI thread. Workspace, store and services must outlive the window.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(session::Workspace &workspace, LayoutStore &layout, QWidget *parent = nullptr);
    /// With other windows behind the actions (tests).
    MainWindow(session::Workspace &workspace, LayoutStore &layout, std::unique_ptr<UiServices> services,
        QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// What was opened before is offered, and what is opened here noted. The list must outlive the window.
    void setRecentPlaces(RecentPlaces &places);
    void openPractice();
    void createPractice(lab::Preset preset);
    void openExported(const QStringList &paths);
    void selectCertificate(const domain::CertificateId &id);
    void selectServer(const domain::ServerId &server);

    void setLanguageChoice(const QString &choice); ///< "", "en", "ja"
    void setThemeChoice(const QString &choice); ///< "", "light", "dark"
    /// Files of the chosen language that were not found.
    void showMissingTexts(const QStringList &files);

Q_SIGNALS:
    void languageChosen(const QString &choice);
    void themeChosen(const QString &choice);
    /// For another organisation beside this one.
    void newWindowRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void open(const advice::Task &task);
    void buildCentre();
    void buildToolBar();
    void buildMark();
    void connectParts();
    void connectBanners();
    void connectOpenings();
    void connectFindings();
    void connectReports();
    void attach(session::Session *session);
    void showEvaluation();
    void retranslate();
    void redecorate();
    void showTitle();
    void showTarget();
    void clearFilter();
    void restoreLayout();

    LayoutStore &m_layout;
    std::unique_ptr<UiServices> m_services;
    OrganisationFeed *m_feed = nullptr;
    BannerStack *m_banners = nullptr;
    QuickFilterBar *m_quickFilters = nullptr;
    OrganisationView *m_view = nullptr;
    OrganisationPages *m_pages = nullptr;
    DetailsPanel *m_details = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr; ///< the welcome page, or the organisation
    OpeningWays *m_openings = nullptr;
    QLineEdit *m_search = nullptr;
    QToolBar *m_toolBar = nullptr;
    CommandLogDock *m_commandLog = nullptr;
    StatusStrip *m_status = nullptr;
    OrganisationMark *m_mark = nullptr;
    std::unique_ptr<UserActions> m_actions;
    MenuBuilder *m_menus = nullptr;
};

} // namespace kakuin::ui
