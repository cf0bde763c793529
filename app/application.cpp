// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/keychainpasswords.h"
#include "app/tour.h"
#include "ui/mainwindow.h"
#include "ui/widgetuiservices.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace kakuin::app {
namespace {

constexpr QLatin1String languageKey("language");
constexpr QLatin1String themeKey("theme");

QString dataFolderOf(const CommandLine &line)
{
    return line.dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                     : QDir(line.dataFolder).absolutePath();
}

// Beside the data where a folder was given for it, so that nothing of the person's is touched
connection::ConnectionFile connectionsOf(const CommandLine &line)
{
    return line.dataFolder.isEmpty()
        ? connection::ConnectionFile::ofUser()
        : connection::ConnectionFile(QDir(line.dataFolder).absoluteFilePath(QStringLiteral("connections.json")));
}

// Pictures of the windows must not ask a keychain for anything
std::shared_ptr<connection::PasswordStore> passwordsOf(const CommandLine &line)
{
    return line.action == CommandLine::Action::TakePictures ? nullptr : std::make_shared<KeychainPasswords>();
}

} // namespace

Application::Application(CommandLine commandLine, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
{
    if (m_commandLine.action == CommandLine::Action::TakePictures) {
        // what the person has set up must neither show in the pictures nor be changed by them
        const QString scratch = QDir(m_commandLine.pictureFolder).filePath(QStringLiteral("data"));
        QDir(scratch).removeRecursively();
        m_commandLine.dataFolder = scratch;
        m_settings
            = std::make_unique<QSettings>(QDir(scratch).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    } else {
        m_settings = std::make_unique<QSettings>();
    }
    m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    m_workspace = std::make_unique<session::Workspace>(dataFolderOf(m_commandLine));
    connect(&m_language, &Language::changed, this, [this] { m_workspace->setCulture(m_language.culture()); });
    m_theme.use(m_commandLine.theme.isEmpty() ? m_layout->word(themeKey) : m_commandLine.theme);
    m_language.use(m_commandLine.language.isEmpty() ? m_layout->word(languageKey) : m_commandLine.language);
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_layout,
        std::make_unique<ui::WidgetUiServices>(connectionsOf(m_commandLine), passwordsOf(m_commandLine)));
    m_window->setLanguageChoice(m_language.choice());
    m_window->setThemeChoice(m_theme.choice());
    connect(m_window.get(), &ui::MainWindow::languageChosen, this, &Application::chooseLanguage);
    connect(m_window.get(), &ui::MainWindow::themeChosen, this, &Application::chooseTheme);
}

Application::~Application()
{
    // windows first: they refer to the workspace
    m_window.reset();
    m_workspace.reset();
    if (m_commandLine.action == CommandLine::Action::TakePictures) {
        m_layout.reset();
        m_settings.reset();
        QDir(m_commandLine.dataFolder).removeRecursively();
    }
}

void Application::chooseLanguage(const QString &choice)
{
    m_layout->setWord(languageKey, choice);
    m_language.use(choice);
    m_window->setLanguageChoice(choice);
    m_window->showMissingTexts(m_language.missing());
}

void Application::chooseTheme(const QString &choice)
{
    m_layout->setWord(themeKey, choice);
    m_theme.use(choice);
    m_window->setThemeChoice(choice);
}

void Application::start()
{
    if (m_commandLine.action == CommandLine::Action::TakePictures) {
        takePictures();
        return;
    }
    m_window->show();
    m_window->showMissingTexts(m_language.missing());
    open();
}

void Application::open()
{
    if (!m_commandLine.exportedPaths.isEmpty())
        m_window->openExported(m_commandLine.exportedPaths);
    else if (m_commandLine.practice)
        m_window->createPractice(*m_commandLine.practice);
    else
        m_window->openPractice();
}

void Application::takePictures()
{
    m_tour = new Tour({m_window.get(), m_workspace.get(), [this](const QString &choice) { chooseLanguage(choice); },
                          [this](const QString &choice) { chooseTheme(choice); }},
        m_commandLine.pictureFolder, this);
    connect(m_tour, &Tour::finished, this, [this](const Result<void> &outcome) {
        QTextStream out(stdout);
        const QStringList pictures = m_tour->pictures();
        for (const QString &picture : pictures)
            out << picture << Qt::endl;
        if (!outcome)
            QTextStream(stderr) << "kakuin: the walk ended early at: " << outcome.error().subject << Qt::endl;
        QApplication::exit(outcome ? 0 : 1);
    });
    if (!Tour::hasNetwork())
        QTextStream(stderr) << "kakuin: there is no kakuin-lab-server beside this program; the walk leaves the network "
                               "out"
                            << Qt::endl;
    m_tour->start();
}

} // namespace kakuin::app
