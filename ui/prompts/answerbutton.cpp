// SPDX-License-Identifier: MIT
#include "ui/prompts/answerbutton.h"

#include "ui/decoration/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr int answerInset = 12;
constexpr int answerPadding = 6;
constexpr qreal answerRadius = 4.0;
constexpr int answerText = Qt::AlignCenter | Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::TextShowMnemonic;

// A label's own ampersand is text; the one that marks the letter is put back
QString withMnemonic(const QString &label, QChar accelerator)
{
    const qsizetype mark = accelerator.isLetterOrNumber() ? label.indexOf(accelerator, 0, Qt::CaseInsensitive) : -1;
    QString text;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (i == mark || label.at(i) == u'&')
            text += u'&';
        text += label.at(i);
    }
    return text;
}

} // namespace

AnswerButton::AnswerButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void AnswerButton::setLabel(const QString &label, QChar accelerator)
{
    const QString text = withMnemonic(label, accelerator);
    if (text == QAbstractButton::text())
        return;
    setText(text);
    updateGeometry();
}

void AnswerButton::setRecommended(bool isRecommended)
{
    m_isRecommended = isRecommended;
    update();
}

QRect AnswerButton::textRect(int width) const
{
    return QFontMetrics(boldFont(font())).boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), answerText, text());
}

QSize AnswerButton::sizeHint() const
{
    const QRect needed = textRect(widest - 2 * answerInset);
    const int width = std::clamp(needed.width() + 2 * answerInset, narrowest, widest);
    return {width, std::max(needed.height() + 2 * answerPadding, metric::minimumRowHeight + 4)};
}

void AnswerButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = colour(Tone::Information, palette());
    const bool isReady
        = palette().color(QPalette::ButtonText) != palette().color(QPalette::Disabled, QPalette::ButtonText);
    QColor edge = isReady ? palette().color(QPalette::Dark) : palette().color(QPalette::Mid);
    if (isReady && (m_isRecommended || hasFocus()))
        edge = accent;
    QColor fill = palette().color(isReady ? QPalette::Base : QPalette::Window);
    if (isReady && (isDown() || underMouse()))
        fill = tint(Tone::Information, palette());
    painter.setPen(QPen(edge, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), answerRadius, answerRadius);
    painter.setFont(boldFont(font()));
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(rect().adjusted(answerInset, 0, -answerInset, 0), answerText, text());
}

void AnswerButton::keyPressEvent(QKeyEvent *event)
{
    // some desktops let Enter press the focused button; an answer wants more than that
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace kakuin::ui
