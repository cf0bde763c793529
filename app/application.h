// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/language.h"
#include "app/theme.h"
#include "core/session/workspace.h"
#include "ui/layoutstore.h"
#include "ui/recentplaces.h"

#include <QtCore/QSettings>

#include <memory>
#include <vector>

namespace kakuin::ui {
class MainWindow;
}

namespace kakuin::app {

class Tour;

/// Puts the program together: settings, language, theme, windows; opens what the command line asks for.
/// Shape:  made after the QApplication; start() shows the first window. Each window has an organisation of its own;
///         all of them share the folder of data, what was opened before, language and theme. The pictures walk ends
///         the program by itself.
class Application final : public QObject {
    Q_OBJECT
public:
    explicit Application(CommandLine commandLine, QObject *parent = nullptr);
    ~Application() override;
    Q_DISABLE_COPY_MOVE(Application)

    void start();

private:
    struct Window;
    Window &addWindow();
    void forget(ui::MainWindow *window);
    void chooseLanguage(const QString &choice);
    void chooseTheme(const QString &choice);
    void open(ui::MainWindow &window);
    void takePictures();

    CommandLine m_commandLine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<ui::RecentPlaces> m_recent;
    std::shared_ptr<session::DataFolder> m_folder;
    Language m_language;
    Theme m_theme;
    std::vector<std::unique_ptr<Window>> m_windows;
    Tour *m_tour = nullptr;
};

} // namespace kakuin::app
