// SPDX-License-Identifier: MIT
#include "ui/mainwindow.h"

#include "models/organisationfilterproxy.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/fakeuiservices.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/layoutstore.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTreeView>

namespace tests::tst_mainwindow {

using namespace kakuin;
using testkit::await;

/// The real window over the practice organisation Contoso 2013; the windows behind its actions are remembered only.
class tst_MainWindow final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    testkit::FakeUiServices::Seen m_seen;
    std::unique_ptr<ui::MainWindow> m_window;

    [[nodiscard]] QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"organisationTree"_qs); }
    [[nodiscard]] QString text(const QString &label) const { return m_window->findChild<QLabel *>(label)->text(); }
    [[nodiscard]] domain::CertificateId transportOf(const QString &server) const
    {
        const domain::ServerId id(server);
        return {id, m_workspace->session()->inventory()->find(id)->transport->thumbprint};
    }
    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<ui::MainWindow>(
            *m_workspace, *m_layout, std::make_unique<testkit::FakeUiServices>(m_seen));
        m_window->show();
    }
    [[nodiscard]] QAction *menuAction(const QString &name) const { return testkit::menuAction(m_window.get(), name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_workspace = std::make_unique<session::Workspace>(m_folder.path());
        QVERIFY_RESULT(await(m_workspace->createPractice(lab::Preset::Contoso2013)));
        QVERIFY_RESULT(await(m_workspace->session()->refresh()));
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_qs), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    }
    void init()
    {
        m_settings->clear();
        m_seen = {};
        makeWindow();
    }
    void cleanup()
    {
        m_window.reset();
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
    }
    void cleanupTestCase() { m_workspace.reset(); }

    void tree_showsTheOrganisation()
    {
        const domain::InventoryPtr inventory = m_workspace->session()->inventory();
        QCOMPARE(tree()->model()->rowCount(), 1);
        const QModelIndex organisation = tree()->model()->index(0, 0);
        QCOMPARE(tree()->model()->rowCount(organisation), static_cast<int>(inventory->servers.size()) + 1);
        QVERIFY(tree()->isExpanded(organisation));
        QVERIFY(text(u"summaryLabel"_qs).contains(u"5 servers"_qs));
        const auto *all = m_window->findChild<QAbstractButton *>(u"allFilterButton"_qs);
        QTRY_VERIFY2(all->text().contains(QString::number(inventory->certificateCount())), qPrintable(all->text()));
    }

    void window_fitsASmallScreen_withTheCommandLogOpen()
    {
        m_window->selectCertificate(transportOf(u"MBX01"_qs));
        m_window->findChild<QDockWidget *>(u"commandLogDock"_qs)->show();
        m_window->resize(800, 600);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY2(m_window->height() <= 600 && m_window->width() <= 800,
            qPrintable(u"%1 x %2"_qs.arg(m_window->width()).arg(m_window->height())));
    }

    void search_leavesMatches_andClearingGivesAllBack()
    {
        const domain::CertificateId id = transportOf(u"MBX01"_qs);
        testkit::type(m_window.get(), u"searchEdit"_qs, id.thumbprint.toGroupedString());
        const auto *rows = qobject_cast<models::OrganisationFilterProxy *>(tree()->model());
        QCOMPARE(rows->matchCount(), 1);
        QVERIFY(rows->indexOf(id).isValid());
        testkit::type(m_window.get(), u"searchEdit"_qs, u"there is no such thing"_qs);
        QVERIFY(!tree()->isVisible());
        testkit::press(m_window.get(), u"clearFilterButton"_qs);
        QVERIFY(tree()->isVisible());
        QVERIFY(m_window->findChild<QLineEdit *>(u"searchEdit"_qs)->text().isEmpty());
    }

    void search_handsTheKeyboardToWhatItFound()
    {
        const domain::CertificateId id = transportOf(u"MBX01"_qs);
        auto *search = m_window->findChild<QLineEdit *>(u"searchEdit"_qs);
        testkit::type(m_window.get(), u"searchEdit"_qs, id.thumbprint.toString());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down}) {
            search->setFocus();
            QTest::keyClick(search, key);
            QCOMPARE(QApplication::focusWidget(), tree());
            QCOMPARE(tree()->currentIndex().data(models::IdRole).value<domain::CertificateId>(), id);
        }
    }

    void quickFilter_leavesWhatItNames()
    {
        testkit::press(m_window.get(), u"internalTransportFilterButton"_qs);
        const auto *rows = qobject_cast<models::OrganisationFilterProxy *>(tree()->model());
        QVERIFY(rows->indexOf(transportOf(u"MBX01"_qs)).isValid());
        QCOMPARE(rows->matchCount(),
            rows->source().counts().at(static_cast<size_t>(models::QuickFilter::InternalTransport)));
    }

    void selection_survivesTheFilterThatHidIt()
    {
        const domain::CertificateId id = transportOf(u"MBX01"_qs);
        m_window->selectCertificate(id);
        testkit::type(m_window.get(), u"searchEdit"_qs, u"exchange01"_qs);
        QVERIFY(!tree()->currentIndex().isValid());
        m_window->findChild<QLineEdit *>(u"searchEdit"_qs)->clear();
        QCOMPARE(tree()->currentIndex().data(models::IdRole).value<domain::CertificateId>(), id);
        QVERIFY(tree()->selectionModel()->isRowSelected(tree()->currentIndex().row(), tree()->currentIndex().parent()));
    }

    void refresh_keepsSelectionAndWhatIsClosed()
    {
        m_window->selectCertificate(transportOf(u"MBX01"_qs));
        const auto *rows = qobject_cast<models::OrganisationFilterProxy *>(tree()->model());
        const domain::ServerId closed(u"MBX02"_qs);
        tree()->collapse(rows->indexOf(closed));
        QSignalSpy refreshed(m_workspace->session(), &session::Session::refreshFinished);
        menuAction(u"refreshAction"_qs)->trigger();
        QVERIFY(m_window->findChild<QWidget *>(u"cancelRefreshButton"_qs)->isVisible());
        QTRY_COMPARE(refreshed.count(), 1);
        QVERIFY(!m_window->findChild<QWidget *>(u"cancelRefreshButton"_qs)->isVisible());
        QVERIFY(!tree()->isExpanded(rows->indexOf(closed)));
        QCOMPARE(tree()->currentIndex().data(models::IdRole).value<domain::CertificateId>(), transportOf(u"MBX01"_qs));
    }

    // MBX02 does not answer for an hour
    void deadServer_delaysOnlyItsOwnRow_andCanBeTriedAgain()
    {
        const domain::ServerId silent(u"MBX02"_qs);
        const auto row
            = [&](const domain::ServerId &server) { return m_workspace->session()->inventory()->find(server); };
        const auto *age = m_window->findChild<QWidget *>(u"ageBar"_qs);
        // the window reads again by itself
        QVERIFY_RESULT(await(m_workspace->lab()->setFault(silent, {lab::Fault::Kind::None, std::chrono::hours(1)})));
        QTRY_VERIFY(m_workspace->session()->isRefreshing() && row(silent)->reading.isAwaited
            && row(domain::ServerId(u"MBX01"_qs))->reading.isFresh());
        QVERIFY(row(silent)->certificates.has_value());
        QVERIFY(!age->isVisible());
        testkit::press(m_window.get(), u"cancelRefreshButton"_qs);
        QTRY_VERIFY(!m_workspace->session()->isRefreshing());
        QTRY_VERIFY(age->isVisible());
        const auto *rows = qobject_cast<models::OrganisationFilterProxy *>(tree()->model());
        QTRY_VERIFY2(rows->indexOf(silent).data().toString().contains(u"as of"_qs),
            qPrintable(rows->indexOf(silent).data().toString()));
        QVERIFY(rows->rowCount(rows->indexOf(silent)) > 0); // what was read stays
        {
            const QSignalBlocker quiet(m_workspace->lab()); // what follows is read because it is tried again
            QVERIFY_RESULT(await(m_workspace->lab()->setFault(silent, {})));
        }
        testkit::press(m_window.get(), u"tryAgainButton"_qs);
        QTRY_VERIFY(row(silent)->reading.isFresh());
        QTRY_VERIFY(!age->isVisible());
        QTRY_VERIFY(!rows->indexOf(silent).data().toString().contains(u"as of"_qs));
    }

    void keepingOfInventories_isOnUntilItIsSwitchedOff()
    {
        QVERIFY(m_workspace->keepsInventories());
        menuAction(u"keepInventoriesAction"_qs)->trigger();
        QVERIFY(!m_workspace->keepsInventories());
        makeWindow(); // the next one knows
        QVERIFY(!m_workspace->keepsInventories());
        menuAction(u"keepInventoriesAction"_qs)->trigger();
        QVERIFY(m_workspace->keepsInventories());
    }

    // a window that grows while it reads leaves a small screen, and does not come back
    void window_keepsItsWidth_whileItReads()
    {
        m_window->resize(1, 1); // as narrow as it can be
        const int width = m_window->width();
        QVERIFY2(width < 690, qPrintable(QString::number(width))); // half of 1366, less a frame
        QSignalSpy refreshed(m_workspace->session(), &session::Session::refreshFinished);
        menuAction(u"refreshAction"_qs)->trigger();
        QVERIFY(m_window->findChild<QWidget *>(u"cancelRefreshButton"_qs)->isVisible());
        QCOMPARE(m_window->minimumSizeHint().width(), width);
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(m_window->width(), width);
    }

    void renewal_opensForWhatIsSelected_andOnlyForWhatItCanRenew()
    {
        QVERIFY(!menuAction(u"renewAction"_qs)->isEnabled());
        const domain::CertificateId id = transportOf(u"MBX01"_qs);
        m_window->selectCertificate(id);
        QVERIFY(menuAction(u"renewAction"_qs)->isEnabled());
        menuAction(u"renewAction"_qs)->trigger();
        QCOMPARE(m_seen.tasks, QList{(advice::Task{advice::Task::Kind::Renew, {id}})});
    }

    void authCertificate_isNotRenewedInThatWay()
    {
        const domain::InventoryPtr inventory = m_workspace->session()->inventory();
        QVERIFY(inventory->authConfig.has_value());
        m_window->selectCertificate({domain::ServerId(u"MBX01"_qs), inventory->authConfig->current});
        QVERIFY(tree()->currentIndex().isValid());
        QVERIFY(!menuAction(u"renewAction"_qs)->isEnabled());
    }

    void copies_areWhatTheyName()
    {
        const domain::CertificateId id = transportOf(u"MBX01"_qs);
        m_window->selectCertificate(id);
        menuAction(u"copyThumbprintAction"_qs)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), id.thumbprint.toString());
        menuAction(u"copyRowAction"_qs)->trigger();
        QCOMPARE(QApplication::clipboard()->text().count(u'\t'), 3);
        menuAction(u"copyDetailsAction"_qs)->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(id.thumbprint.toString()));
        QVERIFY(QApplication::clipboard()->text().contains(u"Server: MBX01"_qs));
    }

    void labMenu_isThereForAPracticeOrganisation()
    {
        QVERIFY(menuAction(u"labClockAction"_qs)->isEnabled());
        menuAction(u"labClockAction"_qs)->trigger();
        menuAction(u"labFaultsAction"_qs)->trigger();
        QCOMPARE(m_seen.windows, (QList{ui::UiServices::Window::LabClock, ui::UiServices::Window::LabFaults}));
    }

    void grouping_isRemembered()
    {
        menuAction(u"groupBy-site"_qs)->trigger();
        const QModelIndex organisation = tree()->model()->index(0, 0);
        QCOMPARE(models::OrganisationFilterProxy::row(tree()->model()->index(1, 0, organisation)).kind,
            models::OrganisationRow::Kind::Group);
        tree()->setColumnHidden(models::OrganisationTreeModel::ThumbprintColumn, false);
        m_window->close();
        makeWindow();
        QVERIFY(menuAction(u"groupBy-site"_qs)->isChecked());
        QVERIFY(!tree()->isColumnHidden(models::OrganisationTreeModel::ThumbprintColumn));
    }

    void commandLog_opensFromTheStatusBar()
    {
        auto *dock = m_window->findChild<QWidget *>(u"commandLogDock"_qs);
        QVERIFY(!dock->isVisible());
        testkit::press(m_window.get(), u"commandLogButton"_qs);
        QVERIFY(dock->isVisible());
        testkit::press(m_window.get(), u"commandLogButton"_qs);
        QVERIFY(!dock->isVisible());
    }

    void failureToOpen_isSaidInPlace_andWhatWasOpenStays()
    {
        m_window->openExported({m_folder.filePath(u"nothing-here"_qs)});
        QWidget *bar = m_window->findChild<QWidget *>(u"failureBar"_qs);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(m_workspace->lab() != nullptr);
        QCOMPARE(tree()->model()->rowCount(), 1);
    }

    void language_changesEveryTextAndBack()
    {
        m_window->selectCertificate(transportOf(u"MBX01"_qs));
        const auto texts = [this] {
            QStringList all{m_window->windowTitle()};
            const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
            for (const QAbstractButton *button : buttons)
                all << button->text() << button->accessibleName();
            const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                all << label->text();
            const QList<QMenu *> menus = m_window->menuBar()->findChildren<QMenu *>();
            for (const QMenu *menu : menus) {
                all << menu->title();
                for (const QAction *entry : menu->actions())
                    all << entry->text();
            }
            return all;
        };
        const QStringList english = texts();
        testkit::PseudoTranslator pseudo;
        QApplication::installTranslator(&pseudo);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QVERIFY(m_window->windowTitle().startsWith(testkit::PseudoTranslator::sign));
        QVERIFY(menuAction(u"renewAction"_qs)->text().startsWith(testkit::PseudoTranslator::sign));
        QVERIFY(text(u"summaryLabel"_qs).contains(testkit::PseudoTranslator::sign));
        QVERIFY(tree()->model()->headerData(0, Qt::Horizontal).toString().startsWith(testkit::PseudoTranslator::sign));
        QApplication::removeTranslator(&pseudo);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QCOMPARE(texts(), english);
    }

    void interactiveWidgets_haveNames()
    {
        QStringList nameless;
        const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isOurs = widget->objectName().startsWith(u"qt_"_qs) == false
                && !widget->parentWidget()->inherits("QToolBar") && !widget->parentWidget()->inherits("QLineEdit")
                && !widget->parentWidget()->inherits("QTabBar")
                && !widget->parentWidget()->inherits("QAbstractItemView")
                && !widget->parentWidget()->inherits("QDockWidget");
            const bool isInteractive = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit")
                || widget->inherits("QAbstractItemView");
            if (isOurs && isInteractive && !widget->inherits("QHeaderView") && widget->objectName().isEmpty())
                nameless << QLatin1String(widget->metaObject()->className());
        }
        QCOMPARE(nameless, QStringList());
    }

    // last: the journal stays damaged
    void damagedJournal_isABanner_withTheFilesPlace()
    {
        const auto *bar = m_window->findChild<QWidget *>(u"damagedJournalBar"_qs);
        QVERIFY_RESULT(await(m_workspace->verifyJournal()));
        QVERIFY(!bar->isVisible());
        plan::OperationStart start;
        start.organisation = m_workspace->organisationKey();
        QVERIFY_RESULT(m_workspace->journal()->beginOperation(start, {}, QDateTime::currentDateTimeUtc()));
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"damage"_qs);
            db.setDatabaseName(m_workspace->journalPath());
            QVERIFY(db.open());
            // its row is there, but no longer in this organisation's history
            QVERIFY(QSqlQuery(db).exec(u"UPDATE operations SET organisation='elsewhere'"_qs));
        }
        QSqlDatabase::removeDatabase(u"damage"_qs);
        makeWindow();
        bar = m_window->findChild<QWidget *>(u"damagedJournalBar"_qs);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->accessibleDescription().contains(m_workspace->journalPath()),
            qPrintable(bar->accessibleDescription()));
    }
};

KAKUIN_GUI_TEST(tst_MainWindow)

} // namespace tests::tst_mainwindow

#include "tst_mainwindow.moc"
