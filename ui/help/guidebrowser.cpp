// SPDX-License-Identifier: MIT
#include "ui/help/guidebrowser.h"

#include "ui/decoration/theme.h"
#include "ui/help/guidestyle.h"

#include <QtCore/QEvent>
#include <QtGui/QFontInfo>
#include <QtGui/QImage>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int widestPicture = 760; // wider ones say no more, and push the text out of sight
constexpr int narrowestPicture = 160;
constexpr int percent = 100;
constexpr QLatin1String pictureFolder("/kakuin/docs/pictures/");

} // namespace

GuideBrowser::GuideBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"guideBrowser"_s);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // one that comes and goes would change the room for pictures
    // pictures follow the width once it stands still: scaling at each step of a resize would stutter
    m_fit.setSingleShot(true);
    m_fit.setInterval(120ms);
    connect(&m_fit, &QTimer::timeout, this, &GuideBrowser::fitPictures);
    connect(this, &QTextBrowser::anchorClicked, this, &GuideBrowser::follow);
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl &url) {
        m_url = url; // source() is still the page before
        style();
        if (url.hasFragment())
            scrollToAnchor(url.fragment());
        mark(m_words, false);
        Q_EMIT pageChanged();
    });
}

void GuideBrowser::setGuide(std::shared_ptr<const Guide> guide)
{
    const QString page = this->page();
    const QString anchor = m_url.fragment();
    m_guide = std::move(guide);
    clearHistory();
    if (!page.isEmpty())
        show(page, anchor);
    clearHistory();
}

void GuideBrowser::show(const QString &page, const QString &anchor)
{
    m_pictureWidth = pictureRoom();
    setSource(m_guide->url(page, anchor), QTextDocument::MarkdownResource);
    // a second click on the same place is a wish to see it again
    if (!anchor.isEmpty())
        scrollToAnchor(anchor);
    else
        verticalScrollBar()->setValue(0);
}

void GuideBrowser::follow(const QUrl &url)
{
    const QUrl target = m_url.resolved(url);
    const QString page = Guide::pageOf(target);
    if (page.isEmpty())
        Q_EMIT foreignLinkClicked(target);
    else
        show(page, target.fragment());
}

// All pages of a language are in one folder
QUrl GuideBrowser::baseUrl() const
{
    return m_guide->url(Guide::pages().first());
}

QVariant GuideBrowser::loadResource(int type, const QUrl &name)
{
    if (m_guide == nullptr)
        return {};
    const QUrl target = baseUrl().resolved(name);
    if (type == QTextDocument::ImageResource)
        return picture(target);
    const QString page = Guide::pageOf(target);
    return page.isEmpty() ? QVariant() : QVariant(m_guide->markdown(page));
}

QVariant GuideBrowser::picture(const QUrl &name) const
{
    if (name.scheme() != u"qrc" || !name.path().startsWith(pictureFolder))
        return {};
    QImage image(u':' + name.path());
    if (image.isNull())
        return {};
    // scaled here, once and smoothly, to the pixels of the screen: the document itself would only stretch it
    const qreal ratio = devicePixelRatioF();
    const int shown = std::min(m_pictureWidth, image.width());
    const int width = static_cast<int>(shown * ratio);
    if (width < image.width())
        image = image.scaledToWidth(width, Qt::SmoothTransformation);
    image.setDevicePixelRatio(qreal(image.width()) / shown);
    return image;
}

// Pictures come anew with the page; what stands at the top stays there.
void GuideBrowser::fitPictures()
{
    const int width = pictureRoom();
    if (width == m_pictureWidth || page().isEmpty())
        return;
    m_pictureWidth = width;
    const QTextCursor top = cursorForPosition(QPoint());
    const int block = top.blockNumber();
    const int offset = cursorRect(top).top();
    reload();
    const QTextCursor again(document()->findBlockByNumber(block));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(again).top() - offset);
}

int GuideBrowser::pictureRoom() const
{
    return std::clamp(viewport()->width() - 2 * metric::dialogMargin, narrowestPicture, widestPicture);
}

void GuideBrowser::style()
{
    if (m_guide == nullptr || page().isEmpty())
        return;
    m_isStyling = true;
    document()->setDefaultFont(font());
    styleGuidePage(*document(), m_guide->sectionsOf(page()), palette());
    setDocumentTitle(m_guide->sectionsOf(page()).value(0).title);
    m_isStyling = false;
}

void GuideBrowser::setZoom(int zoom)
{
    QFont font; // only the size is said: families stay the program's, which differ with the language
    font.setPointSizeF(QFontInfo(QApplication::font()).pointSizeF() * zoom / percent);
    setFont(font);
}

int GuideBrowser::mark(const QString &words, bool goes)
{
    m_words = words.simplified();
    QList<ExtraSelection> marks;
    if (!m_words.isEmpty()) {
        QTextCharFormat format;
        format.setBackground(tint(Tone::Soon, palette()));
        format.setFontUnderline(true);
        for (QTextCursor at = document()->find(m_words, 0); !at.isNull(); at = document()->find(m_words, at))
            marks.append({at, format});
    }
    setExtraSelections(marks);
    if (goes && !marks.isEmpty()) {
        setTextCursor(marks.first().cursor);
        ensureCursorVisible();
    }
    return static_cast<int>(marks.size());
}

void GuideBrowser::goToMark(bool isForward)
{
    if (m_words.isEmpty())
        return;
    const QTextDocument::FindFlags flags = isForward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    if (find(m_words, flags))
        return;
    moveCursor(isForward ? QTextCursor::Start : QTextCursor::End);
    find(m_words, flags);
}

void GuideBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isStyling) {
        style();
        mark(m_words, false);
    } else if (event->type() == QEvent::FontChange && !m_isStyling && document() != nullptr) {
        document()->setDefaultFont(font());
    }
}

void GuideBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    m_fit.start();
}

} // namespace kakuin::ui
