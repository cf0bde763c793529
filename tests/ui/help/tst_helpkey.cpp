// SPDX-License-Identifier: MIT
#include "ui/help/helpkey.h"

#include "tests/testkit/ui/guitest.h"
#include "ui/help/guidebrowser.h"
#include "ui/help/helpwindow.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace tests::tst_helpkey {

using namespace kakuin;
using namespace Qt::StringLiterals;

class tst_HelpKey final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<QMainWindow> m_main;
    QAction *m_action = nullptr;

    static ui::HelpWindow *help()
    {
        const QList<QWidget *> windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (auto *found = qobject_cast<ui::HelpWindow *>(window); found != nullptr && found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QString page() { return help()->findChild<ui::GuideBrowser *>()->source().toString().section(u'/', -1); }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
        m_main = std::make_unique<QMainWindow>();
        m_main->setObjectName(u"mainWindow"_s);
        auto *view = new QLineEdit(m_main.get());
        view->setObjectName(u"timelineView"_s);
        m_main->setCentralWidget(view);
        m_action = new QAction(m_main.get());
        m_action->setShortcut(Qt::Key_F1);
        m_main->addAction(m_action);
        new ui::HelpKey(*m_layout, *m_action, m_main.get());
        m_main->show();
        m_main->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_main.get()));
        view->setFocus();
        QVERIFY(help() == nullptr);
    }
    void cleanup()
    {
        m_main.reset();
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void action_leadsToWhatHasTheFocus()
    {
        m_action->trigger();
        QVERIFY(help() != nullptr);
        QCOMPARE(page(), u"first-steps.md#views"_s);
    }

    void key_opensOneWindow_howeverOftenItIsPressed()
    {
        QTest::keyClick(m_main->centralWidget(), Qt::Key_F1);
        QVERIFY(help() != nullptr);
        const ui::HelpWindow *first = help();
        help()->close();
        QTest::keyClick(m_main->centralWidget(), Qt::Key_F1);
        QCOMPARE(help(), first);
    }

    void key_worksBeforeAModalDialog_andTheGuideCanBeUsedBesideIt()
    {
        QDialog dialog(m_main.get());
        dialog.setObjectName(u"connectDialog"_s);
        QLineEdit line(&dialog);
        line.setObjectName(u"pinEdit"_s);
        dialog.setWindowModality(Qt::WindowModal);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTest::keyClick(&line, Qt::Key_F1);
        QVERIFY(help() != nullptr);
        QCOMPARE(page(), u"connect.md#pin"_s);
        QVERIFY(dialog.isVisible());
        // modal dialogs would swallow this click if they stood before the guide, too
        auto *tree = help()->findChild<QTreeWidget *>(u"contentsTree"_s);
        const QRect row = tree->visualItemRect(tree->topLevelItem(0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
        QCOMPARE(page(), u"index.md"_s);
    }

    void key_inTheGuideItself_leadsToTheCover()
    {
        QTest::keyClick(m_main->centralWidget(), Qt::Key_F1);
        QVERIFY(QTest::qWaitForWindowActive(help()));
        QTest::keyClick(help()->findChild<ui::GuideBrowser *>(), Qt::Key_F1);
        QCOMPARE(page(), u"index.md"_s);
    }

    void otherKeys_andOtherPrograms_areLeftAlone()
    {
        QTest::keyClick(m_main->centralWidget(), Qt::Key_F1, Qt::ShiftModifier);
        QTest::keyClick(m_main->centralWidget(), Qt::Key_F2);
        QLineEdit foreign;
        foreign.show();
        foreign.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&foreign));
        QTest::keyClick(&foreign, Qt::Key_F1);
        QVERIFY(help() == nullptr);
    }
};

KAKUIN_GUI_TEST(tst_HelpKey)

} // namespace tests::tst_helpkey

#include "tst_helpkey.moc"
