// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/picturewalk.h"
#include "core/base/whendone.h"
#include "ui/mainwindow.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QTextStream>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace kakuin::app {
namespace {

constexpr QLatin1String languageKey("language");
constexpr QLatin1String themeKey("theme");
constexpr QSize pictureSize(1240, 760);

QString dataFolderOf(const CommandLine &line)
{
    return line.dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                     : QDir(line.dataFolder).absolutePath();
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
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_layout);
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

QWidget *Application::window(const char *objectName) const
{
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->objectName() == QLatin1String(objectName))
            return widget;
    }
    return nullptr;
}

void Application::takePictures()
{
    m_walk = new PictureWalk(m_commandLine.pictureFolder, this);
    connect(m_walk, &PictureWalk::finished, this, [this](const Result<void> &outcome) {
        QTextStream out(stdout);
        for (const QString &picture : m_walk->pictures())
            out << picture << Qt::endl;
        if (!outcome)
            QTextStream(stderr) << "kakuin: the walk ended early at: " << outcome.error().subject << Qt::endl;
        QApplication::exit(outcome ? 0 : 1);
    });
    m_window->resize(pictureSize);
    m_window->show();
    addWalk(QStringLiteral("en"));
    addWalk(QStringLiteral("ja"));
    m_walk->start();
}

void Application::addWalk(const QString &language)
{
    const auto inventory = [this] { return m_workspace->session() ? m_workspace->session()->inventory() : nullptr; };
    // the walk of the language before has left its organisation open
    const auto before = std::make_shared<QString>();
    m_walk->add(
        QStringLiteral("open-") + language, [] { return true; },
        [this, language, before] {
            *before = m_workspace->organisationKey();
            chooseTheme(QStringLiteral("light"));
            chooseLanguage(language);
            m_window->createPractice(lab::Preset::Contoso2013);
        });
    // The tree is filled a moment after the organisation was read, in place of the one before: selected for good only
    // when it is selected several looks in a row
    const auto looks = std::make_shared<int>(0);
    const auto isSelected = [this, inventory, before, looks] {
        if (m_workspace->organisationKey() == *before || inventory() == nullptr)
            return false;
        const domain::ServerId server(QStringLiteral("MBX01"));
        const domain::ServerEntry *entry = inventory()->find(server);
        if (entry != nullptr && entry->transport)
            m_window->selectCertificate({server, entry->transport->thumbprint});
        constexpr int enough = 6;
        *looks = m_window->canRenewSelected() ? *looks + 1 : 0;
        return *looks >= enough;
    };
    m_walk->add(QStringLiteral("read-") + language, isSelected, [] {});
    m_walk->addPicture(QStringLiteral("main-") + language, [this] { return m_window.get(); });
    m_walk->add(
        QStringLiteral("dark-") + language, [] { return true; }, [this] { chooseTheme(QStringLiteral("dark")); });
    m_walk->addPicture(QStringLiteral("main-dark-") + language, [this] { return m_window.get(); });
    addRenewal(language);
    m_walk->addPicture(QStringLiteral("renewed-") + language, [this] { return m_window.get(); });
}

void Application::addRenewal(const QString &language)
{
    const auto wizardPage = [this](const char *page) -> QWidget * {
        QWidget *wizard = window("renewWizard");
        QWidget *found = wizard == nullptr ? nullptr : wizard->findChild<QWidget *>(QLatin1String(page));
        return found != nullptr && found->isVisible() ? wizard : nullptr;
    };
    const auto press = [this](const char *windowName, const char *buttonName) {
        QWidget *owner = window(windowName);
        auto *button = owner == nullptr ? nullptr : owner->findChild<QAbstractButton *>(QLatin1String(buttonName));
        if (button != nullptr)
            button->click();
    };
    const auto pictureThen
        = [&](const QString &name, const std::function<QWidget *()> &find, const std::function<void()> &act) {
              m_walk->addPicture(name + u'-' + language, find);
              m_walk->add(
                  name + QStringLiteral("-next-") + language, [] { return true; }, act);
          };
    const auto next = [press] { press("renewWizard", "nextButton"); };
    m_walk->add(
        QStringLiteral("renew-") + language, [] { return true; },
        [this] {
            chooseTheme(QStringLiteral("light"));
            m_window->renewSelected();
        });
    pictureThen(
        QStringLiteral("renew-certificates"), [wizardPage] { return wizardPage("certificatesPage"); }, next);
    pictureThen(
        QStringLiteral("renew-options"), [wizardPage] { return wizardPage("optionsPage"); }, next);
    pictureThen(
        QStringLiteral("review"), [wizardPage] { return wizardPage("reviewPage"); }, next);
    pictureThen(
        QStringLiteral("prompt"), [this] { return window("promptDialog"); },
        [press] { press("promptDialog", "choiceButton0"); });
    pictureThen(
        QStringLiteral("result"), [wizardPage] { return wizardPage("resultPage"); }, next);
}

} // namespace kakuin::app
