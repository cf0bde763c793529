// SPDX-License-Identifier: MIT
#include "ui/menubuilder.h"

#include "ui/actions/useractions.h"
#include "ui/help/helpkey.h"
#include "ui/recentmenu.h"
#include "ui/views/organisationview.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

namespace kakuin::ui {
namespace {

const QList<models::GroupBy> groupingActions{
    models::GroupBy::None, models::GroupBy::Site, models::GroupBy::Dag, models::GroupBy::Version};

void check(QActionGroup *group, const QString &value)
{
    const QList<QAction *> actions = group->actions();
    for (QAction *action : actions) {
        if (action->data().toString() == value)
            action->setChecked(true);
    }
}

void setText(QActionGroup *group, const QString &value, const QString &text)
{
    const QList<QAction *> actions = group->actions();
    for (QAction *action : actions) {
        if (action->data().toString() == value)
            action->setText(text);
    }
}

} // namespace

MenuBuilder::MenuBuilder(QMainWindow &window, UserActions &actions, OrganisationView &view)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
{
    buildFile(actions);
    buildView(actions);
    buildRest(actions);
    retranslate();
}

QMenu *MenuBuilder::addMenu(QMenu *parent, const char *objectName)
{
    QMenu *menu = parent == nullptr ? m_window.menuBar()->addMenu(QString()) : parent->addMenu(QString());
    menu->setObjectName(QLatin1String(objectName));
    return menu;
}

QActionGroup *MenuBuilder::addChoices(QMenu *menu, const char *objectName, const QStringList &values)
{
    auto *group = new QActionGroup(this);
    for (const QString &value : values) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(QLatin1String(objectName) + (value.isEmpty() ? QStringLiteral("System") : value));
        action->setData(value);
        action->setCheckable(true);
        group->addAction(action);
    }
    check(group, values.first());
    return group;
}

void MenuBuilder::buildFile(UserActions &actions)
{
    m_file = addMenu(nullptr, "fileMenu");
    m_newWindow = m_file->addAction(QString());
    m_newWindow->setObjectName(QStringLiteral("newWindowAction"));
    m_newWindow->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(m_newWindow, &QAction::triggered, this, &MenuBuilder::newWindowRequested);
    m_file->addSeparator();
    m_file->addAction(&actions.connectTo);
    m_recent = new RecentMenu(m_file);
    m_file->addMenu(m_recent);
    m_keep = m_file->addAction(QString());
    m_keep->setObjectName(QStringLiteral("keepInventoriesAction"));
    m_keep->setCheckable(true);
    connect(m_keep, &QAction::triggered, this, &MenuBuilder::keepInventoriesChosen);
    connect(m_file, &QMenu::aboutToShow, this, &MenuBuilder::fileMenuOpened);
    m_file->addSeparator();
    m_file->addActions({&actions.openPractice, &actions.newPractice});
    m_file->addSeparator();
    m_file->addActions({&actions.openFolder, &actions.openFiles});
    m_file->addSeparator();
    m_file->addAction(&actions.report);
    m_file->addActions({&actions.saveSnapshot, &actions.saveCollector, &actions.compareSnapshot});
    m_file->addSeparator();
    m_closeWindow = m_file->addAction(QString());
    m_closeWindow->setObjectName(QStringLiteral("closeWindowAction"));
    m_closeWindow->setShortcut(QKeySequence::Close);
    connect(m_closeWindow, &QAction::triggered, &m_window, &QWidget::close);
    m_quit = m_file->addAction(QString());
    m_quit->setObjectName(QStringLiteral("quitAction"));
    m_quit->setShortcut(QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
}

void MenuBuilder::buildView(UserActions &actions)
{
    m_viewMenu = addMenu(nullptr, "viewMenu");
    m_groupByMenu = addMenu(m_viewMenu, "groupByMenu");
    QStringList words;
    for (const models::GroupBy groupBy : groupingActions)
        words << wordOf(groupBy);
    m_groupBys = addChoices(m_groupByMenu, "groupBy-", words);
    connect(m_groupBys, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT groupByChosen(groupByOf(action->data().toString())); });
    m_columns = addMenu(m_viewMenu, "columnsMenu");
    connect(m_columns, &QMenu::aboutToShow, this, [this] { m_view.fillColumnMenu(m_columns); });
    m_expandAll = m_viewMenu->addAction(QString(), &m_view, &OrganisationView::expandAll);
    m_expandAll->setObjectName(QStringLiteral("expandAllAction"));
    m_collapseAll = m_viewMenu->addAction(QString(), &m_view, &OrganisationView::collapseAll);
    m_collapseAll->setObjectName(QStringLiteral("collapseAllAction"));
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({&actions.leftToDo, &actions.history, &actions.checkPorts});
    m_viewMenu->addSeparator();
    m_find = m_viewMenu->addAction(QString(), this, &MenuBuilder::findRequested);
    m_find->setObjectName(QStringLiteral("findAction"));
    m_find->setShortcut(QKeySequence::Find);
    m_viewMenu->addSeparator();
    m_language = addMenu(m_viewMenu, "languageMenu");
    m_languages = addChoices(m_language, "language-", {QString(), QStringLiteral("ja"), QStringLiteral("en")});
    connect(m_languages, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
    m_theme = addMenu(m_viewMenu, "themeMenu");
    m_themes = addChoices(m_theme, "theme-", {QString(), QStringLiteral("light"), QStringLiteral("dark")});
    connect(m_themes, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT themeChosen(action->data().toString()); });
}

void MenuBuilder::buildRest(UserActions &actions)
{
    m_certificate = addMenu(nullptr, "certificateMenu");
    m_certificate->addActions({&actions.renew, &actions.assign, &actions.transport, &actions.remove});
    m_certificate->addSeparator();
    m_certificate->addActions({&actions.rotate, &actions.followRotation});
    m_certificate->addSeparator();
    m_certificate->addActions({&actions.exportPfx, &actions.importPfx, &actions.compare, &actions.certificateHistory});
    m_certificate->addSeparator();
    m_certificate->addActions({&actions.copyThumbprint, &actions.copyDetails, &actions.copyRow});
    m_certificate->addSeparator();
    m_certificate->addActions({&actions.checkServerPorts, &actions.refreshServer, &actions.refresh});
    m_lab = addMenu(nullptr, "labMenu");
    m_lab->addActions({&actions.labClock, &actions.labFaults, &actions.labBind});
    m_help = addMenu(nullptr, "helpMenu");
    m_guide = &actions.guide;
    m_help->addAction(m_guide);
    m_help->addSeparator();
    m_help->addAction(&actions.about);
}

void MenuBuilder::addCommandLog(QAction *toggle)
{
    // an action of its own: the dock's is renamed with every change of the dock's title
    m_commandLog = new QAction(this);
    m_commandLog->setObjectName(QStringLiteral("commandLogAction"));
    m_commandLog->setCheckable(true);
    m_commandLog->setChecked(toggle->isChecked());
    connect(m_commandLog, &QAction::triggered, toggle, &QAction::trigger);
    connect(toggle, &QAction::toggled, m_commandLog, &QAction::setChecked);
    m_viewMenu->insertAction(m_language->menuAction(), m_commandLog);
    retranslate();
}

void MenuBuilder::addWatch(QMenu *watch)
{
    m_viewMenu->insertMenu(m_language->menuAction(), watch);
    m_viewMenu->insertSeparator(m_language->menuAction());
}

void MenuBuilder::addGuide(LayoutStore &layout)
{
    new HelpKey(layout, *m_guide, &m_window);
}

void MenuBuilder::setLabShown(bool isShown)
{
    m_lab->menuAction()->setVisible(isShown);
}

void MenuBuilder::setKeepsInventories(bool isKeeping)
{
    m_keep->setChecked(isKeeping);
}

void MenuBuilder::setGroupBy(models::GroupBy groupBy)
{
    check(m_groupBys, wordOf(groupBy));
}

models::GroupBy MenuBuilder::groupBy() const
{
    const QAction *checked = m_groupBys->checkedAction();
    return checked == nullptr ? models::GroupBy::None : groupByOf(checked->data().toString());
}

void MenuBuilder::setLanguageChoice(const QString &choice)
{
    check(m_languages, choice);
}

void MenuBuilder::setThemeChoice(const QString &choice)
{
    check(m_themes, choice);
}

void MenuBuilder::retranslate()
{
    //: menu
    m_file->setTitle(tr("&File"));
    //: menu
    m_viewMenu->setTitle(tr("&View"));
    //: menu
    m_certificate->setTitle(tr("&Certificate"));
    //: menu of a practice organisation: its clock and the faults of its servers
    m_lab->setTitle(tr("&Practice"));
    //: menu
    m_help->setTitle(tr("&Help"));
    //: menu entry: ends the program
    m_quit->setText(tr("&Quit"));
    m_newWindow->setText(tr("New &window"));
    m_closeWindow->setText(tr("Close w&indow"));
    m_recent->retranslate();
    //: menu entry, checked or not: what was read of an organisation is kept in a file and shown at its next opening
    m_keep->setText(tr("&Keep the last inventory of each connection"));
    m_groupByMenu->setTitle(tr("&Group servers by"));
    //: group servers by: nothing
    setText(m_groupBys, wordOf(models::GroupBy::None), tr("&Nothing"));
    //: group servers by: Active Directory site
    setText(m_groupBys, wordOf(models::GroupBy::Site), tr("&Site"));
    //: group servers by: database availability group
    setText(m_groupBys, wordOf(models::GroupBy::Dag), tr("&DAG"));
    //: group servers by: Exchange version
    setText(m_groupBys, wordOf(models::GroupBy::Version), tr("&Version"));
    //: menu
    m_columns->setTitle(tr("&Columns"));
    m_expandAll->setText(tr("&Expand all"));
    m_collapseAll->setText(tr("C&ollapse all"));
    //: menu entry: goes to the filter box
    m_find->setText(tr("&Find"));
    if (m_commandLog != nullptr)
        m_commandLog->setText(tr("Command &log"));
    // Whoever got lost in a language finds the way back in his own.
    m_language->setTitle(tr("&Language"));
    //: language: the system's
    setText(m_languages, {}, tr("&System", "language"));
    setText(m_languages, QStringLiteral("ja"), QStringLiteral("日本語"));
    setText(m_languages, QStringLiteral("en"), QStringLiteral("English"));
    m_theme->setTitle(tr("&Theme"));
    //: theme: the system's
    setText(m_themes, {}, tr("&System", "theme"));
    //: theme
    setText(m_themes, QStringLiteral("light"), tr("&Light"));
    //: theme
    setText(m_themes, QStringLiteral("dark"), tr("&Dark"));
}

QString MenuBuilder::wordOf(models::GroupBy groupBy)
{
    switch (groupBy) {
    case models::GroupBy::None:
        return QStringLiteral("none");
    case models::GroupBy::Site:
        return QStringLiteral("site");
    case models::GroupBy::Dag:
        return QStringLiteral("dag");
    case models::GroupBy::Version:
        return QStringLiteral("version");
    }
    return {};
}

models::GroupBy MenuBuilder::groupByOf(const QString &word)
{
    for (const models::GroupBy groupBy : groupingActions) {
        if (wordOf(groupBy) == word)
            return groupBy;
    }
    return models::GroupBy::None;
}

} // namespace kakuin::ui
