// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "core/session/session.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/mainwindow.h"
#include "ui/views/welcomepage.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

namespace tests::tst_application {

using namespace Qt::StringLiterals;
using namespace kakuin;
using ui::MainWindow;

namespace {

constexpr int patienceMs = 60'000;

QList<MainWindow *> windows()
{
    QList<MainWindow *> found;
    const auto all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            found.append(window);
    }
    return found;
}

void trigger(const MainWindow *window, const QString &name)
{
    QAction *action = testkit::menuAction(window, name);
    QVERIFY2(action != nullptr, qPrintable(name));
    action->trigger();
}

bool showsWelcome(const MainWindow *window)
{
    const auto *page = window->findChild<ui::WelcomePage *>(); // made when it is first shown
    return page != nullptr && page->isVisible();
}

} // namespace

/// The program as it is put together: what the first window shows, and several of them.
class tst_Application final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void firstStart_opensNothing();
    void secondStart_goesOnPractising();
    void everyWindow_hasAnOrganisationOfItsOwn();
    void language_isChangedInEveryWindow();
    void closedWindow_goes_andLeavesTheOthers();

private:
    [[nodiscard]] static app::CommandLine line();
    [[nodiscard]] QString dataFolder() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] app::Storage storage() const { return app::Storage::inFolder(dataFolder()); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Application::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QApplication::setQuitOnLastWindowClosed(false);
}

app::CommandLine tst_Application::line()
{
    app::CommandLine line;
    line.language = u"en"_s;
    return line;
}

void tst_Application::firstStart_opensNothing()
{
    app::Application application(line(), storage());
    application.start();
    QCOMPARE(windows().size(), 1);
    QVERIFY(showsWelcome(windows().first()));
    QVERIFY(!QFile::exists(dataFolder())); // nothing is written before something is asked for
}

void tst_Application::secondStart_goesOnPractising()
{
    {
        app::Application application(line(), storage());
        application.start();
        testkit::press(windows().first(), u"welcomePracticeButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(windows().first()->windowTitle().startsWith(u"Contoso 2013"_s), patienceMs);
    }
    app::Application application(line(), storage());
    application.start();
    QVERIFY(!showsWelcome(windows().first()));
    QTRY_VERIFY_WITH_TIMEOUT(windows().first()->windowTitle().startsWith(u"Contoso 2013"_s), patienceMs);
}

void tst_Application::everyWindow_hasAnOrganisationOfItsOwn()
{
    app::Application application(line(), storage());
    application.start();
    trigger(windows().first(), u"newWindowAction"_s);
    QCOMPARE(windows().size(), 2);
    for (MainWindow *window : windows()) {
        QVERIFY(showsWelcome(window));
        testkit::press(window, u"welcomePracticeButton"_s);
    }
    for (const MainWindow *window : windows())
        QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().startsWith(u"Contoso 2013"_s), patienceMs);
    // each has its own file; what both showed of one would be changed behind the other's back
    QCOMPARE(QDir(dataFolder() + u"/practice"_s).entryList({u"*.kakuinlab"_s}).size(), 2);
}

void tst_Application::language_isChangedInEveryWindow()
{
    app::Application application(line(), storage());
    application.start();
    trigger(windows().first(), u"newWindowAction"_s);
    const auto fileMenu = [](const MainWindow *window) { return window->menuBar()->actions().first()->text(); };
    const QString english = fileMenu(windows().first());
    Q_EMIT windows().first()->languageChosen(u"ja"_s);
    for (const MainWindow *window : windows())
        QTRY_VERIFY(fileMenu(window) != english);
}

void tst_Application::closedWindow_goes_andLeavesTheOthers()
{
    app::Application application(line(), storage());
    application.start();
    trigger(windows().first(), u"newWindowAction"_s);
    const QPointer<MainWindow> first = windows().first();
    trigger(first, u"closeWindowAction"_s);
    QTRY_VERIFY(first.isNull());
    QCOMPARE(windows().size(), 1);
    const QPointer<MainWindow> last = windows().first();
    last->close();
    QCoreApplication::processEvents();
    QVERIFY(!last.isNull()); // the program ends with it
}

KAKUIN_GUI_TEST(tst_Application)

} // namespace tests::tst_application

#include "tst_application.moc"
