// SPDX-License-Identifier: MIT
#include "ui/help/helpwindow.h"

#include "tests/testkit/ui/guitest.h"
#include "tests/ui/pseudotranslator.h"
#include "ui/help/guidebrowser.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

namespace tests::tst_helpwindow {

using namespace kakuin;
using namespace Qt::StringLiterals;

/// Takes the place of the desktop's browser.
class Opener final : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class tst_HelpWindow final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::LayoutStore> m_layout;
    std::unique_ptr<ui::HelpWindow> m_window;

    template <class Widget>
    Widget *find(const char *name)
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    ui::GuideBrowser *browser() { return m_window->findChild<ui::GuideBrowser *>(u"guideBrowser"_s); }
    void speak(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        QEvent event(QEvent::LanguageChange);
        if (m_window != nullptr)
            QCoreApplication::sendEvent(m_window.get(), &event);
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_settings = std::make_unique<QSettings>(
            m_folder.filePath(u"%1.ini"_s.arg(QLatin1String(QTest::currentTestFunction()))), QSettings::IniFormat);
        m_layout = std::make_unique<ui::LayoutStore>(*m_settings);
        m_window = std::make_unique<ui::HelpWindow>(*m_layout);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void window_isModalToNothing_andEndsWithTheProgram()
    {
        QCOMPARE(m_window->windowModality(), Qt::NonModal);
        QVERIFY(m_window->isWindow());
        QVERIFY(!m_window->testAttribute(Qt::WA_QuitOnClose));
    }

    void topic_isShownAtItsPlace()
    {
        m_window->showTopic({u"connect"_s, u"no-domain"_s});
        QCOMPARE(browser()->page(), u"connect"_s);
        QVERIFY(browser()->verticalScrollBar()->value() > 0);
        // the heading is what stands at the top
        const QTextCursor top = browser()->cursorForPosition(QPoint(30, 14));
        const QString around = top.block().text() + top.block().next().text();
        QVERIFY2(around.contains(u"outside the domain"_s), qPrintable(around));
        const auto *tree = find<QTreeWidget>("contentsTree");
        QVERIFY(tree->currentItem()->isExpanded());
    }

    void contents_leadToPagesAndBack()
    {
        auto *tree = find<QTreeWidget>("contentsTree");
        QCOMPARE(tree->topLevelItemCount(), ui::Guide::pages().size());
        QVERIFY(!find<QToolButton>("helpBackButton")->isEnabled());
        tree->setCurrentItem(tree->topLevelItem(2)->child(1));
        QCOMPARE(browser()->page(), u"renew"_s);
        QVERIFY(browser()->toPlainText().contains(u"The services of the old certificate"_s)
            || browser()->toPlainText().contains(u"services of the old certificate"_s));
        find<QToolButton>("helpBackButton")->click();
        QCOMPARE(browser()->page(), u"index"_s);
        find<QToolButton>("helpForwardButton")->click();
        QCOMPARE(browser()->page(), u"renew"_s);
        find<QToolButton>("helpContentsButton")->click();
        QCOMPARE(browser()->page(), u"index"_s);
    }

    void search_findsInTheGuideAndMarksThePage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("words");
        QTest::newRow("English") << QLocale(QLocale::English) << u"effective date"_s;
        QTest::newRow("Japanese") << QLocale(QLocale::Japanese) << u"有効開始日"_s;
    }
    void search_findsInTheGuideAndMarksThePage()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, words);
        speak(locale);
        auto *search = find<QLineEdit>("helpSearchEdit");
        auto *hits = find<QListWidget>("hitsList");
        search->setText(words);
        QVERIFY(hits->isVisible());
        QVERIFY(hits->count() >= 2);
        hits->setCurrentRow(0);
        QCOMPARE(browser()->page(), u"rotate"_s);
        QVERIFY(browser()->extraSelections().size() >= 2);
        QVERIFY(!find<QLabel>("helpCountLabel")->text().isEmpty());
        QTest::keyClick(browser(), Qt::Key_F3);
        const int first = browser()->textCursor().position();
        QTest::keyClick(browser(), Qt::Key_F3);
        QVERIFY(browser()->textCursor().position() != first);
        QVERIFY(find<QToolButton>("helpCopyButton")->isEnabled()); // what is found is selected
        find<QToolButton>("helpCopyButton")->click();
        QCOMPARE(QApplication::clipboard()->text().trimmed(), words);

        search->setText(u"no such words"_s);
        QVERIFY(find<QWidget>("nothingFoundLabel")->isVisible());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(find<QTreeWidget>("contentsTree")->isVisible());
        QVERIFY(browser()->extraSelections().isEmpty());
    }

    void language_isSwitchedInPlace()
    {
        m_window->showTopic({u"stored"_s, u"passwords"_s});
        QVERIFY(browser()->toPlainText().contains(u"keychain"_s));
        speak(QLocale(QLocale::Japanese, QLocale::Japan));
        QCOMPARE(browser()->page(), u"stored"_s);
        QVERIFY(browser()->toPlainText().contains(u"キーチェーン"_s));
        QVERIFY(!find<QToolButton>("helpBackButton")->isEnabled()); // the way back would lead to the other language
        QCOMPARE(find<QTreeWidget>("contentsTree")->topLevelItem(0)->text(0), u"Kakuin ガイド"_s);
    }

    void addressElsewhere_isShownFirst_andOpenedByThePersonOnly()
    {
        Opener opener;
        QDesktopServices::setUrlHandler(u"https"_s, &opener, "open");
        Q_EMIT browser()->anchorClicked(QUrl(u"https://example.org/page"_s));
        QVERIFY(opener.opened.isEmpty());
        QVERIFY(find<QWidget>("linkBar")->isVisible());
        QCOMPARE(browser()->page(), u"index"_s);
        find<QPushButton>("copyLinkButton")->click();
        QCOMPARE(QApplication::clipboard()->text(), u"https://example.org/page"_s);
        find<QPushButton>("openLinkButton")->click();
        QCOMPARE(opener.opened, QList<QUrl>{QUrl(u"https://example.org/page"_s)});
        QVERIFY(!find<QWidget>("linkBar")->isVisible());
        for (const char *refused : {"file:///etc/passwd", "javascript:alert(1)", "kakuin:x"}) {
            Q_EMIT browser()->anchorClicked(QUrl(QLatin1String(refused)));
            QVERIFY2(!find<QWidget>("linkBar")->isVisible(), refused);
            QCOMPARE(browser()->page(), u"index"_s);
        }
        QDesktopServices::unsetUrlHandler(u"https"_s);
    }

    void resources_areTheGuidesOnly()
    {
        QVERIFY(browser()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isNull());
        QVERIFY(browser()->loadResource(QTextDocument::ImageResource, QUrl(u"https://example.org/a.png"_s)).isNull());
        QVERIFY(browser()->loadResource(QTextDocument::StyleSheetResource, QUrl(u"file:///etc/passwd"_s)).isNull());
        const QVariant picture
            = browser()->loadResource(QTextDocument::ImageResource, QUrl(u"../../pictures/main-en.png"_s));
        QVERIFY(!picture.value<QImage>().isNull());
    }

    void pictures_fitIntoTheWindow()
    {
        m_window->resize(640, 500);
        m_window->showTopic({u"first-steps"_s, u"window"_s});
        QTRY_COMPARE(browser()->horizontalScrollBar()->maximum(), 0);
        m_window->resize(1400, 800);
        QTRY_COMPARE(browser()->horizontalScrollBar()->maximum(), 0);
    }

    void zoomPlaceAndSize_areRemembered()
    {
        const qreal plain = browser()->font().pointSizeF();
        find<QToolButton>("helpLargerButton")->click();
        find<QToolButton>("helpLargerButton")->click();
        QVERIFY(browser()->font().pointSizeF() > plain);
        m_window->resize(800, 500);
        m_window->close();
        m_window = std::make_unique<ui::HelpWindow>(*m_layout);
        QCOMPARE(m_window->size(), QSize(800, 500));
        QVERIFY(browser()->font().pointSizeF() > plain);
        for (int i = 0; i < 40; ++i)
            find<QToolButton>("helpSmallerButton")->click();
        QVERIFY(!find<QToolButton>("helpSmallerButton")->isEnabled());
        QVERIFY(browser()->font().pointSizeF() > 0);
    }

    void words_goThroughTranslation()
    {
        testkit::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QCoreApplication::sendPostedEvents();
        const QList<QToolButton *> buttons = m_window->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
        QCOMPARE(buttons.size(), 6);
        for (const QToolButton *button : buttons) {
            QVERIFY2(
                button->accessibleName().startsWith(testkit::PseudoTranslator::sign), qPrintable(button->objectName()));
            QVERIFY(!button->icon().isNull());
        }
        QVERIFY(m_window->windowTitle().startsWith(testkit::PseudoTranslator::sign));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

KAKUIN_GUI_TEST(tst_HelpWindow)

} // namespace tests::tst_helpwindow

#include "tst_helpwindow.moc"
