// SPDX-License-Identifier: MIT
#include "models/organisationfilterproxy.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/ui/fakeuiservices.h"
#include "ui/layoutstore.h"
#include "ui/mainwindow.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTreeView>

#include <numeric>

namespace tests::tst_mainwindowexported {

using namespace kakuin;

/// The real window over files that real servers wrote.
class tst_MainWindowExported final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QString m_exported = QStringLiteral(KAKUIN_CAPTURED_DATA) + QStringLiteral("/exchange");

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(m_exported))
            QSKIP("the files of real servers are not here");
    }

    void droppedFolder_isOpenedMarkedAndReadOnly()
    {
        QSettings settings(m_folder.filePath(u"settings.ini"_qs), QSettings::IniFormat);
        ui::LayoutStore layout(settings);
        session::Workspace workspace(m_folder.path());
        testkit::FakeUiServices::Seen seen;
        ui::MainWindow window(workspace, layout, std::make_unique<testkit::FakeUiServices>(seen));
        window.show();
        const auto *tree = window.findChild<QTreeView *>(u"organisationTree"_qs);
        QVERIFY(!tree->isVisible()); // nothing is open yet, and the window says so

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_exported)});
        // Qt gives a drop to whoever took the drag that came before
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QVERIFY(drop.isAccepted());

        const auto *bar = window.findChild<ui::MessageBar *>(u"exportedBar"_qs);
        QTRY_VERIFY(bar->isVisible());
        QTRY_VERIFY(tree->isVisible());
        QVERIFY(!bar->message().isEmpty());
        const auto *rows = qobject_cast<models::OrganisationFilterProxy *>(tree->model());
        QTRY_VERIFY(rows->source().counts().front() > 0);
        QCOMPARE(rows->source().counts().front(),
            workspace.session()->inventory()->certificateCount()
                + static_cast<int>(std::accumulate(workspace.session()->inventory()->servers.begin(),
                    workspace.session()->inventory()->servers.end(), qsizetype(0),
                    [](qsizetype n, const domain::ServerEntry &entry) { return n + entry.unreadable.size(); })));
        const auto *labMenu = window.menuBar()->findChild<QMenu *>(u"labMenu"_qs);
        QVERIFY(!labMenu->menuAction()->isVisible());
    }
};

KAKUIN_GUI_TEST(tst_MainWindowExported)

} // namespace tests::tst_mainwindowexported

#include "tst_mainwindowexported.moc"
