// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/keychainpasswords.h"
#include "app/tour.h"
#include "core/base/privatefolder.h"
#include "ui/mainwindow.h"
#include "ui/widgetuiservices.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
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

// Qt would make the file as the umask says; written anew, it keeps the permissions that it has. Where settings are no
// file of ours (Windows' registry, macOS' property lists), they belong to the person anyway.
void keepSettingsPrivate(const QSettings &settings)
{
    const QString path = settings.fileName();
    if (path.endsWith(QLatin1String(".conf")) && makePrivateFolder(QFileInfo(path).absolutePath()))
        keepPrivate(path);
}

} // namespace

/// One organisation. The window refers to the workspace, so it goes first.
struct Application::Window final {
    std::unique_ptr<session::Workspace> workspace;
    std::unique_ptr<ui::MainWindow> window;
};

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
        keepSettingsPrivate(*m_settings);
    }
    m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    m_recent = std::make_unique<ui::RecentPlaces>(*m_settings);
    m_folder = std::make_shared<session::DataFolder>(dataFolderOf(m_commandLine));
    m_theme.use(m_commandLine.theme.isEmpty() ? m_layout->word(themeKey) : m_commandLine.theme);
    m_language.use(m_commandLine.language.isEmpty() ? m_layout->word(languageKey) : m_commandLine.language);
    addWindow();
}

Application::~Application()
{
    m_windows.clear();
    m_folder.reset();
    if (m_commandLine.action == CommandLine::Action::TakePictures) {
        m_recent.reset();
        m_layout.reset();
        m_settings.reset();
        QDir(m_commandLine.dataFolder).removeRecursively();
    }
}

Application::Window &Application::addWindow()
{
    auto added = std::make_unique<Window>();
    added->workspace = std::make_unique<session::Workspace>(m_folder);
    session::Workspace *workspace = added->workspace.get();
    workspace->setCulture(m_language.culture());
    connect(
        &m_language, &Language::changed, workspace, [this, workspace] { workspace->setCulture(m_language.culture()); });
    added->window = std::make_unique<ui::MainWindow>(*workspace, *m_layout,
        std::make_unique<ui::WidgetUiServices>(connectionsOf(m_commandLine), passwordsOf(m_commandLine)));
    ui::MainWindow *window = added->window.get();
    window->setRecentPlaces(*m_recent);
    window->setLanguageChoice(m_language.choice());
    window->setThemeChoice(m_theme.choice());
    connect(window, &ui::MainWindow::languageChosen, this, &Application::chooseLanguage);
    connect(window, &ui::MainWindow::themeChosen, this, &Application::chooseTheme);
    connect(window, &ui::MainWindow::newWindowRequested, this, [this] { addWindow().window->show(); });
    // queued: it is still in its own event
    connect(
        window, &ui::MainWindow::closed, this, [this, window] { forget(window); }, Qt::QueuedConnection);
    m_windows.push_back(std::move(added));
    return *m_windows.back();
}

// The last one stays until the program ends: what it still does is waited for there
void Application::forget(ui::MainWindow *window)
{
    const auto it = std::find_if(
        m_windows.begin(), m_windows.end(), [window](const auto &known) { return known->window.get() == window; });
    if (it != m_windows.end() && m_windows.size() > 1 && !window->isVisible())
        m_windows.erase(it);
}

void Application::chooseLanguage(const QString &choice)
{
    m_layout->setWord(languageKey, choice);
    m_language.use(choice);
    for (const auto &known : m_windows) {
        known->window->setLanguageChoice(choice);
        known->window->showMissingTexts(m_language.missing());
    }
}

void Application::chooseTheme(const QString &choice)
{
    m_layout->setWord(themeKey, choice);
    m_theme.use(choice);
    for (const auto &known : m_windows)
        known->window->setThemeChoice(choice);
}

void Application::start()
{
    if (m_commandLine.action == CommandLine::Action::TakePictures) {
        takePictures();
        return;
    }
    ui::MainWindow &window = *m_windows.front()->window;
    window.show();
    window.showMissingTexts(m_language.missing());
    open(window);
}

// Whoever practised last goes on practising; to a real organisation nobody is taken unasked
void Application::open(ui::MainWindow &window)
{
    const QList<ui::RecentPlace> &recent = m_recent->places();
    if (!m_commandLine.exportedPaths.isEmpty())
        window.openExported(m_commandLine.exportedPaths);
    else if (m_commandLine.practice)
        window.createPractice(*m_commandLine.practice);
    else if (!recent.isEmpty() && recent.first().kind == ui::RecentPlace::Kind::Practice)
        window.openPractice();
}

void Application::takePictures()
{
    const Window &first = *m_windows.front();
    m_tour = new Tour(
        {first.window.get(), first.workspace.get(), [this](const QString &choice) { chooseLanguage(choice); },
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
