// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "everywindow.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/verifyresult.h"
#include "ui/help/helptopics.h"
#include "ui/widgets/screenroom.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace tests::tst_everywindow {

using namespace kakuin;

/// What holds for every window: names, words for screen readers, and the language switched while it is open.
class tst_EveryWindow final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<app::Language> m_language;

    void addWindows()
    {
        QTest::addColumn<testkit::WindowMaker>("window");
        for (const testkit::WindowMaker &maker : testkit::everyWindow(*m_workspace, *m_layout))
            QTest::newRow(maker.name) << maker;
    }
    static QStringList differences(const QStringList &a, const QStringList &b)
    {
        QStringList out;
        for (const QString &text : a) {
            if (!b.contains(text))
                out.append(QStringLiteral("- ") + text);
        }
        for (const QString &text : b) {
            if (!a.contains(text))
                out.append(QStringLiteral("+ ") + text);
        }
        return out;
    }
    void use(const QString &language)
    {
        m_language->use(language);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
        m_language = std::make_unique<app::Language>();
        m_language->use(QStringLiteral("en"));
        m_workspace = std::make_unique<session::Workspace>(m_folder.path());
        QVERIFY_RESULT(testkit::await(m_workspace->openPractice()));
        QVERIFY_RESULT(testkit::await(m_workspace->session()->refresh()));
    }
    void init()
    {
        // a window that reads afresh may have left that under way, and would tell it to the next one
        QTRY_VERIFY(!m_workspace->session()->isRefreshing());
        use(QStringLiteral("en"));
    }
    void cleanupTestCase()
    {
        m_workspace.reset();
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void names_areThereAndUnique_data() { addWindows(); }
    void names_areThereAndUnique()
    {
        QFETCH(testkit::WindowMaker, window);
        const std::unique_ptr<QWidget> made = window.make();
        const QStringList flaws = testkit::namingFlawsOf(made.get());
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(u'\n')));
        const QStringList silent = testkit::silentButtonsOf(made.get());
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    }

    // also where a laptop's screen is enlarged to twice its size: see CMakeLists.txt
    void size_isThatOfTheScreenAtMost_data() { addWindows(); }
    void size_isThatOfTheScreenAtMost()
    {
        QFETCH(testkit::WindowMaker, window);
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ja")}) {
            use(language);
            const std::unique_ptr<QWidget> made = window.make();
            if (!made->testAttribute(Qt::WA_Resized)) // a view, whose size is its window's
                return;
            const QSize most = ui::roomOnScreen(nullptr).expandedTo(made->minimumSizeHint());
            QVERIFY2(made->width() <= most.width() && made->height() <= most.height(),
                qPrintable(QStringLiteral("%1 x %2 in %3 x %4")
                               .arg(made->width())
                               .arg(made->height())
                               .arg(most.width())
                               .arg(most.height())));
        }
    }

    void help_leadsToAPlaceOfItsOwn_data() { addWindows(); }
    void help_leadsToAPlaceOfItsOwn()
    {
        QFETCH(testkit::WindowMaker, window);
        const std::unique_ptr<QWidget> made = window.make();
        const ui::HelpTopic topic = ui::helpTopicFor(ui::helpNamesOf(made.get()));
        const bool isCover
            = QStringList{QStringLiteral("about"), QStringLiteral("guide")}.contains(QLatin1String(window.name));
        QCOMPARE(topic.page == QLatin1String("index"), isCover);
    }

    void language_isSwitchedWhileTheWindowIsOpen_data() { addWindows(); }
    void language_isSwitchedWhileTheWindowIsOpen()
    {
        QFETCH(testkit::WindowMaker, window);
        const std::unique_ptr<QWidget> open = window.make();
        QCoreApplication::processEvents();
        const QStringList english = testkit::textsOf(open.get());

        use(QStringLiteral("ja"));
        const std::unique_ptr<QWidget> fresh = window.make();
        QCoreApplication::processEvents();
        const QStringList japanese = differences(testkit::textsOf(fresh.get()), testkit::textsOf(open.get()));
        QVERIFY2(japanese.isEmpty(), qPrintable(japanese.join(u'\n')));
        QVERIFY(testkit::textsOf(open.get()) != english);

        use(QStringLiteral("en"));
        const QStringList back = differences(english, testkit::textsOf(open.get()));
        QVERIFY2(back.isEmpty(), qPrintable(back.join(u'\n')));
    }
};

KAKUIN_GUI_TEST(tst_EveryWindow)

} // namespace tests::tst_everywindow

#include "tst_everywindow.moc"
