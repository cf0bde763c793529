// SPDX-License-Identifier: MIT
#include "ui/help/helpwindow.h"

#include "ui/decoration/theme.h"
#include "ui/help/guidebrowser.h"
#include "ui/help/helpcontents.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize helpSize(1020, 720);
constexpr int contentsWidth = 270;
constexpr int helpSearchWidth = 300;
constexpr int helpZoomStep = 10;
constexpr int leastZoom = 70;
constexpr int mostZoom = 250;
constexpr int plainZoom = 100;
const QString geometryName = u"help/geometry"_s;
const QString splitterName = u"help/splitter"_s;
const QString zoomName = u"help/zoom"_s;

} // namespace

HelpWindow::HelpWindow(LayoutStore &layout, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_layout(layout)
{
    setObjectName(u"helpWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    build();
    connectParts();
    addShortcuts();
    resizeOnScreen(*this, helpSize);
    restoreGeometry(m_layout.blob(geometryName));
    m_splitter->restoreState(m_layout.blob(splitterName));
    retranslate();
    redecorate();
    setZoom(m_layout.word(zoomName, QString::number(plainZoom)).toInt());
    m_browser->show(Guide::pages().first());
}

void HelpWindow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    row->setSpacing(metric::related / 2);
    buildBar(row);
    column->addLayout(row);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"helpSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_contents = new HelpContents(m_splitter);
    m_browser = new GuideBrowser(m_splitter);
    m_splitter->addWidget(m_contents);
    m_splitter->addWidget(m_browser);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({contentsWidth, helpSize.width() - contentsWidth});
    column->addWidget(m_splitter, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(metric::related, 0, metric::related, 0);
    m_link = new MessageBar(this);
    m_link->setObjectName(u"linkBar"_s);
    m_openLink = m_link->addButton(u"openLinkButton"_s);
    m_copyLink = m_link->addButton(u"copyLinkButton"_s);
    m_link->setClosable(true);
    m_link->clear();
    foot->addWidget(m_link);
    column->addLayout(foot);
}

void HelpWindow::buildBar(QHBoxLayout *row)
{
    m_back = addTool(row, "helpBackButton", "back");
    m_forward = addTool(row, "helpForwardButton", "forward");
    m_home = addTool(row, "helpContentsButton", "contents");
    row->addSpacing(metric::related);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"helpSearchEdit"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(helpSearchWidth);
    row->addWidget(m_search, 1);
    m_count = new QLabel(this);
    m_count->setObjectName(u"helpCountLabel"_s);
    m_count->setTextFormat(Qt::PlainText);
    row->addWidget(m_count);
    row->addStretch(1);
    m_copy = addTool(row, "helpCopyButton", "copy");
    m_smaller = addTool(row, "helpSmallerButton", "smaller");
    m_larger = addTool(row, "helpLargerButton", "larger");
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    m_copy->setEnabled(false);
}

QToolButton *HelpWindow::addTool(QHBoxLayout *row, const char *name, const char *icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("iconName", QLatin1String(icon));
    button->setAutoRaise(true);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

void HelpWindow::connectParts()
{
    connect(m_contents, &HelpContents::chosen, m_browser, &GuideBrowser::show);
    connect(m_browser, &GuideBrowser::pageChanged, this, [this] {
        m_contents->setCurrentPage(m_browser->page());
        m_link->clear();
        if (!m_search->text().isEmpty())
            showMarks(m_browser->mark(m_search->text(), false));
    });
    connect(m_browser, &GuideBrowser::foreignLinkClicked, this, &HelpWindow::offer);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_browser, &QTextEdit::copyAvailable, m_copy, &QWidget::setEnabled);
    connect(m_back, &QAbstractButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_forward, &QAbstractButton::clicked, m_browser, &QTextBrowser::forward);
    connect(m_home, &QAbstractButton::clicked, this, [this] {
        m_search->clear();
        m_browser->show(Guide::pages().first());
    });
    connect(m_copy, &QAbstractButton::clicked, m_browser, &QTextEdit::copy);
    connect(m_smaller, &QAbstractButton::clicked, this, [this] { setZoom(m_zoom - helpZoomStep); });
    connect(m_larger, &QAbstractButton::clicked, this, [this] { setZoom(m_zoom + helpZoomStep); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_contents->search(words);
        showMarks(m_browser->mark(words, true));
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_browser->goToMark(true); });
    connect(m_openLink, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(m_url);
        m_link->clear();
    });
    connect(m_copyLink, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded)); });
}

void HelpWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    for (const QKeySequence &keys : QKeySequence::keyBindings(QKeySequence::ZoomIn))
        add(keys, [this] { setZoom(m_zoom + helpZoomStep); });
    for (const QKeySequence &keys : QKeySequence::keyBindings(QKeySequence::ZoomOut))
        add(keys, [this] { setZoom(m_zoom - helpZoomStep); });
    add(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { setZoom(plainZoom); });
    add(QKeySequence(QKeySequence::Back), [this] { m_browser->backward(); });
    add(QKeySequence(QKeySequence::Forward), [this] { m_browser->forward(); });
    add(QKeySequence(QKeySequence::Find), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    add(QKeySequence(Qt::Key_F3), [this] { m_browser->goToMark(true); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_browser->goToMark(false); });
    connect(new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
        m_contents, &HelpContents::focusList);
    add(QKeySequence(Qt::Key_Escape), [this] {
        if (m_search->text().isEmpty())
            close();
        else
            m_search->clear();
    });
}

void HelpWindow::showTopic(const HelpTopic &topic)
{
    m_search->clear();
    m_browser->show(topic.page, topic.anchor);
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
    m_browser->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::setZoom(int percent)
{
    m_zoom = std::clamp(percent, leastZoom, mostZoom);
    m_browser->setZoom(m_zoom);
    m_smaller->setEnabled(m_zoom > leastZoom);
    m_larger->setEnabled(m_zoom < mostZoom);
    m_layout.setWord(zoomName, QString::number(m_zoom));
}

void HelpWindow::showMarks(int count)
{
    //: how often the words that are searched for stand on the page that is shown
    m_count->setText(m_search->text().simplified().isEmpty() ? QString() : tr("%n on this page", nullptr, count));
}

void HelpWindow::offer(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme != u"https" && scheme != u"http")
        return;
    m_url = url;
    //: %1 is an address in the web
    m_link->setMessage(
        models::Severity::Information, tr("This leads out of the guide, to %1").arg(url.toString(QUrl::FullyEncoded)));
}

void HelpWindow::retranslate()
{
    if (const QString language = Guide::currentLanguage(); language != m_language) {
        m_language = language;
        auto guide = std::make_shared<const Guide>(language);
        m_contents->setGuide(guide);
        m_browser->setGuide(std::move(guide));
    }
    m_contents->retranslate();
    setWindowTitle(tr("Kakuin guide"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_back, tr("Back"));
    name(m_forward, tr("Forward"));
    name(m_home, tr("To the beginning"));
    name(m_copy, tr("Copy what is selected"));
    name(m_smaller, tr("Smaller text"));
    name(m_larger, tr("Larger text"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    //: for screen readers
    m_browser->setAccessibleName(tr("Page of the guide"));
    m_openLink->setText(tr("Open in the browser"));
    m_copyLink->setText(tr("Copy address"));
    if (m_link->isVisibleTo(this))
        offer(m_url);
    if (!m_search->text().isEmpty())
        showMarks(m_browser->mark(m_search->text(), false));
}

void HelpWindow::redecorate()
{
    const QList<QToolButton *> buttons = findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (QToolButton *button : buttons) {
        if (const QString icon = button->property("iconName").toString(); !icon.isEmpty())
            button->setIcon(lineIcon(icon, Tone::Plain, palette()));
    }
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        redecorate();
    else if (event->type() == QEvent::ApplicationFontChange)
        setZoom(m_zoom);
}

void HelpWindow::closeEvent(QCloseEvent *event)
{
    m_layout.setBlob(geometryName, saveGeometry());
    m_layout.setBlob(splitterName, m_splitter->saveState());
    QWidget::closeEvent(event);
}

} // namespace kakuin::ui
