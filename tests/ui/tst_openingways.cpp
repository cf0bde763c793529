// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/fakeuiservices.h"
#include "ui/layoutstore.h"
#include "ui/mainwindow.h"
#include "ui/recentmenu.h"
#include "ui/recentplaces.h"
#include "ui/views/welcomepage.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace tests::tst_openingways {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::testkit;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// A window from its first page on; the windows behind its actions are remembered only.
class tst_OpeningWays final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void firstPage_isShown_untilSomethingIsOpen();
    void practice_isOpenedByItsButton_andNoted();
    void whatWasOpenBefore_isOffered_onThePageAndInTheMenu();
    void failure_leadsBackToTheFirstPage_andIsSaid();
    void droppedFolder_isOpened();
    void newWindow_isAskedFor_andClosingIsTold();

private:
    [[nodiscard]] bool isWelcomeShown() const { return m_window->findChild<ui::WelcomePage *>()->isVisible(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<ui::RecentPlaces> m_recent;
    std::unique_ptr<session::Workspace> m_workspace;
    FakeUiServices::Seen m_seen;
    std::unique_ptr<ui::MainWindow> m_window;
};

void tst_OpeningWays::init()
{
    m_seen = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    m_recent = std::make_unique<ui::RecentPlaces>(*m_settings);
    m_workspace = std::make_unique<session::Workspace>(m_folder->filePath(u"data"_s));
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_layout, std::make_unique<FakeUiServices>(m_seen));
    m_window->setRecentPlaces(*m_recent);
    m_window->show();
}

void tst_OpeningWays::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void tst_OpeningWays::firstPage_isShown_untilSomethingIsOpen()
{
    QVERIFY(isWelcomeShown());
    QCOMPARE(m_window->windowTitle(), u"Kakuin"_s);
    press(m_window.get(), u"welcomeConnectButton"_s);
    QCOMPARE(m_seen.opened, QStringList{u"connect"_s});
    QVERIFY(isWelcomeShown()); // it may be thought better of
    QVERIFY(m_recent->places().isEmpty());
}

void tst_OpeningWays::practice_isOpenedByItsButton_andNoted()
{
    press(m_window.get(), u"welcomePracticeButton"_s);
    QVERIFY(!isWelcomeShown());
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->session() != nullptr, patienceMs);
    QCOMPARE(m_recent->places(), QList<ui::RecentPlace>{ui::RecentPlace()});
    QVERIFY2(m_window->windowTitle().startsWith(u"Contoso 2013"_s), qPrintable(m_window->windowTitle()));
}

void tst_OpeningWays::whatWasOpenBefore_isOffered_onThePageAndInTheMenu()
{
    QVERIFY(!m_window->findChild<ui::RecentMenu *>()->isEnabled());
    m_recent->note({ui::RecentPlace::Kind::Connection, u"R&D <b>"_s, {}});
    auto *button = m_window->findChild<QToolButton *>(u"recentButton0"_s);
    QCOMPARE(button->text(), u"R&&D <b>"_s);
    button->click();
    QVERIFY(m_window->findChild<ui::RecentMenu *>()->isEnabled());
    menuAction(m_window.get(), u"recentAction0"_s)->trigger();
    QCOMPARE(m_seen.opened, QStringList({u"connectR&D <b>"_s, u"connectR&D <b>"_s}));
    menuAction(m_window.get(), u"forgetRecentAction"_s)->trigger();
    QTRY_VERIFY(m_recent->places().isEmpty());
    QVERIFY(m_window->findChild<QToolButton *>(u"recentButton0"_s) == nullptr);
}

void tst_OpeningWays::failure_leadsBackToTheFirstPage_andIsSaid()
{
    m_recent->note({ui::RecentPlace::Kind::Exported, {}, {m_folder->filePath(u"gone"_s)}});
    m_window->findChild<QToolButton *>(u"recentButton0"_s)->click();
    QVERIFY(!isWelcomeShown());
    QTRY_VERIFY_WITH_TIMEOUT(isWelcomeShown(), patienceMs);
    const auto labels = m_window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"gone"_s) && label->text().contains(u"not there"_s);
    }));
}

void tst_OpeningWays::droppedFolder_isOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder->path())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QVERIFY(!isWelcomeShown()); // it is being opened; there is nothing in it
    QTRY_VERIFY_WITH_TIMEOUT(isWelcomeShown(), patienceMs);
}

void tst_OpeningWays::newWindow_isAskedFor_andClosingIsTold()
{
    const QSignalSpy asked(m_window.get(), &ui::MainWindow::newWindowRequested);
    const QSignalSpy closed(m_window.get(), &ui::MainWindow::closed);
    menuAction(m_window.get(), u"newWindowAction"_s)->trigger();
    QCOMPARE(asked.size(), 1);
    menuAction(m_window.get(), u"closeWindowAction"_s)->trigger();
    QCOMPARE(closed.size(), 1);
}

KAKUIN_GUI_TEST(tst_OpeningWays)

} // namespace tests::tst_openingways

#include "tst_openingways.moc"
