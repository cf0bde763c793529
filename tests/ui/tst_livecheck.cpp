// SPDX-License-Identifier: MIT
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "tests/ui/fakeuiservices.h"
#include "ui/layoutstore.h"
#include "ui/mainwindow.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

namespace tests::tst_livecheck {

using namespace Qt::StringLiterals;
using namespace kakuin;
using testkit::await;

/// What the ports serve, from the menu to the matrix and the details, on a practice organisation.
class tst_LiveCheck final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    testkit::FakeUiServices::Seen m_seen;
    std::unique_ptr<ui::MainWindow> m_window;

    [[nodiscard]] QAction *action(const QString &name) const { return testkit::menuAction(m_window.get(), name); }
    [[nodiscard]] bool check()
    {
        QSignalSpy changed(m_workspace->session(), &session::Session::inventoryChanged);
        action(u"checkPortsAction"_s)->trigger();
        return QTest::qWaitFor([&changed] { return !changed.isEmpty(); }, 20'000);
    }
    /// The matrix' cell of a server under a header.
    [[nodiscard]] QModelIndex cell(const QString &server, const QString &header) const
    {
        m_window->findChild<QTabBar *>(u"organisationTabs"_s)->setCurrentIndex(1);
        const QAbstractItemModel *rows = m_window->findChild<QTableView *>(u"matrixTable"_s)->model();
        for (int row = 0; row < rows->rowCount(); ++row) {
            for (int column = 0; column < rows->columnCount(); ++column) {
                const QString name = rows->index(row, 0).data().toString(); // behind it may stand how old it is
                if (name.section(u' ', 0, 0) == server && rows->headerData(column, Qt::Horizontal).toString() == header)
                    return rows->index(row, column);
            }
        }
        return {};
    }
    [[nodiscard]] QString details() const
    {
        QStringList all;
        for (const QLabel *label : m_window->findChild<QWidget *>(u"detailsPanel"_s)->findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
    }
    void init()
    {
        m_workspace = std::make_unique<session::Workspace>(m_folder.path());
        QVERIFY_RESULT(await(m_workspace->createPractice(lab::Preset::Contoso2013)));
        QVERIFY_RESULT(await(m_workspace->session()->refresh()));
        m_seen = {};
        m_window = std::make_unique<ui::MainWindow>(
            *m_workspace, *m_layout, std::make_unique<testkit::FakeUiServices>(m_seen));
        m_window->resize(1400, 900);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
    }

    void nothingIsChecked_untilAPersonAsks()
    {
        for (const domain::ServerEntry &entry : m_workspace->session()->inventory()->servers)
            QVERIFY(entry.liveReadings.isEmpty());
        QVERIFY(action(u"checkPortsAction"_s)->isEnabled());
        QVERIFY(!action(u"checkPortsAction"_s)->shortcut().isEmpty());
        QVERIFY(!cell(u"MBX01"_s, u"444"_s).data(Qt::AccessibleTextRole).toString().contains(u"port shows"_s));
    }

    void check_isAskedFor_andShownInTheMatrixAndTheDetails()
    {
        QVERIFY(check());
        QCOMPARE(m_seen.opened, QStringList{u"checkPorts"_s});
        const QModelIndex back = cell(u"MBX01"_s, u"444"_s);
        QVERIFY(back.isValid());
        QTRY_VERIFY(back.data(Qt::AccessibleTextRole).toString().endsWith(u"The port shows what was read."_s));
        QVERIFY(back.data(Qt::ToolTipRole).toString().contains(u"HTTPS 444 (Exchange Back End) served"_s));
        Q_EMIT m_window->findChild<QTableView *>(u"matrixTable"_s)->clicked(back.siblingAtColumn(0));
        QTRY_VERIFY2(details().contains(u"Served by ports"_s), qPrintable(details()));
        QVERIFY2(details().contains(u"HTTPS 444 (Exchange Back End)"_s), qPrintable(details()));
        // it leads to the certificate, which says so, too
        const auto buttons = m_window->findChild<QWidget *>(u"detailsPanel"_s)
                                 ->findChildren<QToolButton *>(u"showCertificateButton"_s);
        const auto button = std::find_if(buttons.begin(), buttons.end(),
            [](const QToolButton *one) { return one->accessibleName().contains(u"HTTPS 444"_s); });
        QVERIFY(button != buttons.end());
        QVERIFY((*button)->isVisible());
        (*button)->setFocus();
        QTest::keyClick(*button, Qt::Key_Space);
        QTRY_VERIFY2(details().contains(u"Seen on HTTPS 444"_s), qPrintable(details()));
    }

    void portThatDiffers_isMarked_afterTheNextCheck()
    {
        // the port is changed behind the back of what was read
        const domain::ServerId server(u"MBX01"_s);
        const domain::ServerEntry *entry = m_workspace->session()->inventory()->find(server);
        domain::Thumbprint other;
        for (const domain::Certificate &certificate : *entry->certificates) {
            if (certificate.keyContainer.startsWith(u"WMSvc"_s))
                other = certificate.facts.thumbprint;
        }
        QVERIFY(!other.isNull());
        m_workspace->lab()->blockSignals(true); // no refresh follows
        QVERIFY_RESULT(await(m_workspace->lab()->bindSite(server, domain::IisBinding::backEndSite, other)));
        QVERIFY(check());
        QTRY_VERIFY(cell(u"MBX01"_s, u"444"_s)
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(u"shows another certificate than was read"_s));
        m_workspace->lab()->blockSignals(false);
    }

    void unreachableServer_saysWhyItsPortsAreNotKnown()
    {
        const domain::ServerId server(u"MBX01"_s);
        QVERIFY_RESULT(
            await(m_workspace->lab()->setFault(server, {lab::Fault::Kind::Unreachable, std::chrono::milliseconds(0)})));
        QTRY_VERIFY(!m_workspace->session()->isRefreshing());
        QVERIFY(check());
        const QList<domain::LiveReading> readings = m_workspace->session()->inventory()->find(server)->liveReadings;
        QVERIFY(!readings.isEmpty());
        for (const domain::LiveReading &reading : readings)
            QVERIFY(!reading.served);
        const QModelIndex back = cell(u"MBX01"_s, u"444"_s);
        Q_EMIT m_window->findChild<QTableView *>(u"matrixTable"_s)->clicked(back.siblingAtColumn(0));
        QTRY_VERIFY2(details().contains(u"No answer in time"_s), qPrintable(details()));
    }

    void check_isShownInTheStatusBar_andCanBeCancelled()
    {
        auto *cancel = m_window->findChild<QToolButton *>(u"cancelRefreshButton"_s);
        action(u"checkPortsAction"_s)->trigger();
        QVERIFY(!action(u"checkPortsAction"_s)->isEnabled());
        QVERIFY(cancel->isVisible());
        QCOMPARE(m_window->findChild<QLabel *>(u"activityLabel"_s)->text(), u"Checking ports"_s);
        cancel->click();
        QTRY_VERIFY(!cancel->isVisible());
        QVERIFY(action(u"checkPortsAction"_s)->isEnabled());
    }
};

KAKUIN_GUI_TEST(tst_LiveCheck)

} // namespace tests::tst_livecheck

#include "tst_livecheck.moc"
