// SPDX-License-Identifier: MIT
#include "ui/prompts/choicecard.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

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

WrapLabel *cardLabel(QWidget *parent, WrapLabel::Look look, Tone tone = Tone::Plain)
{
    auto *label = new WrapLabel(parent, look, tone);
    // the card is pressed, not its text selected
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    // inside a button, labels would take the button's colour instead of their own
    label->setForegroundRole(QPalette::WindowText);
    return label;
}

} // namespace

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent)
    , m_title(cardLabel(this, WrapLabel::Look::Strong))
    , m_mark(cardLabel(this, WrapLabel::Look::Strong, Tone::Information))
    , m_remark(cardLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_consequence(cardLabel(this, WrapLabel::Look::Body, Tone::Muted))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (WrapLabel *word : {m_title, m_mark, m_remark})
        word->setWordWrap(false);
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
}

void ChoiceCard::setTitle(const QString &title)
{
    m_title->setPlainText(title);
    describe();
}

void ChoiceCard::setConsequence(const QString &text)
{
    m_consequence->setPlainText(text);
    m_consequence->setVisible(!text.isEmpty());
    describe();
    updateGeometry();
}

void ChoiceCard::setRecommendation(const QString &mark)
{
    m_mark->setPlainText(mark);
    m_mark->setVisible(!mark.isEmpty());
    describe();
    update();
}

void ChoiceCard::setRemark(const QString &remark)
{
    m_remark->setPlainText(remark);
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

} // namespace kakuin::ui
