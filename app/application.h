// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/language.h"
#include "app/theme.h"
#include "core/session/workspace.h"
#include "ui/layoutstore.h"

#include <QtCore/QSettings>

#include <memory>

namespace kakuin::ui {
class MainWindow;
}

namespace kakuin::app {

class Tour;

/// Puts the program together: settings, language, theme, workspace, window; opens what the command line asks for.
/// Shape:  made after the QApplication; start() shows the window. The pictures walk ends the program by itself.
class Application final : public QObject {
    Q_OBJECT
public:
    explicit Application(CommandLine commandLine, QObject *parent = nullptr);
    ~Application() override;
    Q_DISABLE_COPY_MOVE(Application)

    void start();

private:
    void chooseLanguage(const QString &choice);
    void chooseTheme(const QString &choice);
    void open();
    void takePictures();

    CommandLine m_commandLine;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    Language m_language;
    Theme m_theme;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    Tour *m_tour = nullptr;
};

} // namespace kakuin::app
