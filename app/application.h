// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/language.h"
#include "app/storage.h"
#include "app/theme.h"
#include "core/session/workspace.h"
#include "ui/layoutstore.h"
#include "ui/policystore.h"
#include "ui/recentplaces.h"

#include <memory>
#include <vector>

namespace kakuin::ui {
class MainWindow;
}

namespace kakuin::app {

/// Puts the program together: settings, language, theme, windows; opens what the command line asks for.
/// Shape:  made after the QApplication; start() shows the first window. Each window has an organisation of its own;
///         all of them share the storage, what was opened before, language and theme.
/// Threads: the GUI thread.
class Application final : public QObject {
    Q_OBJECT
public:
    /// Everything is kept where `storage` says; `commandLine.dataFolder` is ignored here.
    Application(CommandLine commandLine, Storage storage, QObject *parent = nullptr);
    ~Application() override;
    Q_DISABLE_COPY_MOVE(Application)

    void start();

    /// The oldest of the windows, and the organisation in it; there is always one.
    [[nodiscard]] ui::MainWindow &firstWindow() const;
    [[nodiscard]] session::Workspace &firstWorkspace() const;

    /// Changes all windows and is remembered.
    void usePolicy(const advice::Policy &policy);
    /// The same: "en", "ja", or "" for the system's.
    void chooseLanguage(const QString &choice);
    /// The same: "light", "dark", or "" for the desktop's.
    void chooseTheme(const QString &choice);

private:
    struct Window;
    Window &addWindow();
    void forget(ui::MainWindow *window);
    void open(ui::MainWindow &window);

    CommandLine m_commandLine;
    Storage m_storage;
    ui::LayoutStore m_layout;
    ui::PolicyStore m_policies;
    ui::RecentPlaces m_recent;
    std::shared_ptr<session::DataFolder> m_folder;
    Language m_language;
    Theme m_theme;
    std::vector<std::unique_ptr<Window>> m_windows; // last: windows refer to the rest
};

} // namespace kakuin::app
