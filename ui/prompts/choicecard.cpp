// SPDX-License-Identifier: MIT
#include "ui/prompts/choicecard.h"

#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyleOptionFocusRect>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int margin = 12;
constexpr qreal radius = 6.0;

QLabel *cardLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent)
    , m_title(cardLabel(this))
    , m_mark(cardLabel(this))
    , m_remark(cardLabel(this))
    , m_consequence(cardLabel(this))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_consequence->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::related);
    head->addWidget(m_title);
    head->addWidget(m_mark);
    head->addWidget(m_remark);
    head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_consequence);
    m_mark->hide();
    m_remark->hide();
    decorate();
}

void ChoiceCard::setTitle(const QString &title)
{
    m_title->setText(title);
    describe();
}

void ChoiceCard::setConsequence(const QString &text)
{
    m_consequence->setText(text);
    m_consequence->setVisible(!text.isEmpty());
    describe();
    updateGeometry();
}

void ChoiceCard::setRecommendation(const QString &mark)
{
    m_mark->setText(mark);
    m_mark->setVisible(!mark.isEmpty());
    describe();
    update();
}

void ChoiceCard::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    describe();
}

void ChoiceCard::describe()
{
    QStringList name{m_title->text()};
    if (!m_mark->text().isEmpty())
        name.append(m_mark->text());
    if (!m_remark->text().isEmpty())
        name.append(m_remark->text());
    setAccessibleName(name.join(QStringLiteral(", ")));
    setAccessibleDescription(m_consequence->text());
}

QSize ChoiceCard::sizeHint() const
{
    return layout()->sizeHint();
}

int ChoiceCard::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool recommended = !m_mark->text().isEmpty();
    const QColor accent = colour(Tone::Information, palette());
    QColor edge = recommended || hasFocus() ? accent : palette().color(QPalette::Mid);
    QColor fill = palette().color(QPalette::Base);
    if (isDown() || underMouse())
        fill = tint(Tone::Information, palette());
    painter.setPen(QPen(edge, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    // some desktops let Enter press the focused button; an answer wants more than that
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void ChoiceCard::decorate()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    QFont mark = secondaryFont(font());
    mark.setBold(true);
    m_mark->setFont(mark);
    m_remark->setFont(secondaryFont(font()));
    const auto paint = [](QLabel *label, const QColor &textColour) {
        QPalette labelPalette = label->palette();
        labelPalette.setColor(QPalette::WindowText, textColour);
        label->setPalette(labelPalette);
    };
    paint(m_mark, colour(Tone::Information, palette()));
    paint(m_remark, colour(Tone::Muted, palette()));
    paint(m_consequence, colour(Tone::Muted, palette()));
}

} // namespace kakuin::ui
