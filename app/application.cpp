// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "ui/mainwindow.h"
#include "ui/widgetuiservices.h"

#include <QtGui/QFont>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace kakuin::app {
namespace {

constexpr QLatin1String languageKey("language");
constexpr QLatin1String themeKey("theme");

// The system's own first; then families with Japanese forms of the characters that Chinese fonts draw otherwise
QFont withJapanese(const QFont &system)
{
    QFont font = system;
    QStringList families = system.families();
    if (families.isEmpty())
        families.append(system.family());
    families += {QStringLiteral("Yu Gothic UI"), QStringLiteral("Meiryo UI"), QStringLiteral("Hiragino Sans"),
        QStringLiteral("Noto Sans CJK JP")};
    families.removeDuplicates();
    font.setFamilies(families);
    return font;
}

} // namespace

/// One organisation. The window refers to the workspace, so it goes first.
struct Application::Window final {
    std::unique_ptr<session::Workspace> workspace;
    std::unique_ptr<ui::MainWindow> window;
};

Application::Application(CommandLine commandLine, Storage storage, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
    , m_storage(std::move(storage))
    , m_layout(*m_storage.settings)
    , m_policies(*m_storage.settings)
    , m_recent(*m_storage.settings)
    , m_folder(std::make_shared<session::DataFolder>(m_storage.dataFolder))
{
    QGuiApplication::setFont(withJapanese(QGuiApplication::font()));
    m_theme.use(m_commandLine.theme.isEmpty() ? m_layout.word(themeKey) : m_commandLine.theme);
    m_language.use(m_commandLine.language.isEmpty() ? m_layout.word(languageKey) : m_commandLine.language);
    addWindow();
}

Application::~Application() = default;

Application::Window &Application::addWindow()
{
    auto added = std::make_unique<Window>();
    added->workspace = std::make_unique<session::Workspace>(m_folder);
    session::Workspace *workspace = added->workspace.get();
    workspace->setCulture(m_language.culture());
    workspace->setPolicy(m_policies.policy());
    connect(workspace, &session::Workspace::policyChanged, this, &Application::usePolicy);
    connect(
        &m_language, &Language::changed, workspace, [this, workspace] { workspace->setCulture(m_language.culture()); });
    added->window = std::make_unique<ui::MainWindow>(
        *workspace, m_layout, std::make_unique<ui::WidgetUiServices>(m_storage.connections, m_storage.passwords));
    ui::MainWindow *window = added->window.get();
    window->setRecentPlaces(m_recent);
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

// One policy for all windows; those that have it already say nothing
void Application::usePolicy(const advice::Policy &policy)
{
    m_policies.setPolicy(policy);
    for (const auto &known : m_windows)
        known->workspace->setPolicy(policy);
}

void Application::chooseLanguage(const QString &choice)
{
    m_layout.setWord(languageKey, choice);
    m_language.use(choice);
    for (const auto &known : m_windows) {
        known->window->setLanguageChoice(choice);
        known->window->showMissingTexts(m_language.missing());
    }
}

void Application::chooseTheme(const QString &choice)
{
    m_layout.setWord(themeKey, choice);
    m_theme.use(choice);
    for (const auto &known : m_windows)
        known->window->setThemeChoice(choice);
}

void Application::start()
{
    ui::MainWindow &window = firstWindow();
    open(
        window); // before the window is shown: it lays out the page of what is being opened, not the welcome page first
    window.show();
    window.showMissingTexts(m_language.missing());
}

ui::MainWindow &Application::firstWindow() const
{
    return *m_windows.front()->window;
}

session::Workspace &Application::firstWorkspace() const
{
    return *m_windows.front()->workspace;
}

// Whoever practised last goes on practising; to a real organisation nobody is taken unasked
void Application::open(ui::MainWindow &window)
{
    const QList<ui::RecentPlace> &recent = m_recent.places();
    if (!m_commandLine.exportedPaths.isEmpty())
        window.openExported(m_commandLine.exportedPaths);
    else if (m_commandLine.practice)
        window.createPractice(*m_commandLine.practice);
    else if (!recent.isEmpty() && recent.first().kind == ui::RecentPlace::Kind::Practice)
        window.openPractice();
}

} // namespace kakuin::app
