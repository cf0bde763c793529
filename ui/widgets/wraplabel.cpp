// SPDX-License-Identifier: MIT
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>

namespace kakuin::ui {
namespace {

constexpr qsizetype longestWord = 72;
constexpr int narrowest = 120;

/// Zero-width spaces where a word is longer than any line.
QString breakable(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / longestWord);
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longestWord && !c.isLowSurrogate()) {
            out.append(QChar(0x200B));
            run = 1;
        }
        out.append(c);
    }
    return out;
}

} // namespace

WrapLabel::WrapLabel(QWidget *parent, Look look, Tone tone)
    : QLabel(parent)
    , m_look(look)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    applyLook();
    applyTone();
}

void WrapLabel::setPlainText(const QString &text)
{
    const QString shown = breakable(text);
    if (shown != QLabel::text())
        setText(shown);
}

void WrapLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void WrapLabel::setLook(Look look)
{
    m_look = look;
    applyLook();
}

QSize WrapLabel::minimumSizeHint() const
{
    QSize size = QLabel::minimumSizeHint();
    size.setWidth(std::min(size.width(), narrowest));
    return size;
}

void WrapLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
    else if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
}

void WrapLabel::applyTone()
{
    if (m_tone == Tone::Plain && !testAttribute(Qt::WA_SetPalette))
        return;
    QPalette own; // resolves nothing but the text: the rest stays inherited
    if (m_tone != Tone::Plain) {
        const QColor wanted = colour(m_tone, palette());
        if (testAttribute(Qt::WA_SetPalette) && palette().color(QPalette::Active, QPalette::WindowText) == wanted)
            return;
        own = QPalette();
        own.setColor(QPalette::WindowText, wanted);
    }
    setPalette(own);
}

void WrapLabel::applyLook()
{
    const QFont base = parentWidget() != nullptr ? parentWidget()->font() : QFont();
    switch (m_look) {
    case Look::Body:
        setFont(QFont());
        return;
    case Look::Secondary:
        setFont(secondaryFont(base));
        return;
    case Look::Strong: {
        QFont font;
        font.setBold(true);
        setFont(font);
        return;
    }
    case Look::Heading:
        setFont(headingFont(base));
        return;
    case Look::Fixed:
        setFont(fixedFont(base));
        return;
    }
}

} // namespace kakuin::ui
