// SPDX-License-Identifier: MIT
#include "ui/prompts/choicecard.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int cardMargin = 12;
constexpr qreal cardRadius = 6.0;

void showText(WrapLabel *label, const QString &text)
{
    label->setPlainText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ChoiceWords::ChoiceWords(QWidget *parent)
    : QWidget(parent)
    , title(new WrapLabel(this, WrapLabel::Look::Strong))
    , mark(new WrapLabel(this, WrapLabel::Look::Strong, Tone::Information))
    , remark(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , consequence(new WrapLabel(this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::related);
    for (WrapLabel *each : {title, mark, remark}) {
        head->addWidget(each, each == title ? 1 : 0);
        each->hide();
    }
    mark->setWordWrap(false);
    remark->setWordWrap(false);
    head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(consequence);
}

ChoiceCard::ChoiceCard(QWidget *parent)
    : QWidget(parent)
    , m_button(new AnswerButton(this))
    , m_words(new ChoiceWords(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
    m_row->setSpacing(cardMargin);
    m_row->addWidget(m_button, 0, Qt::AlignVCenter);
    m_row->addWidget(m_words, 1);
}

void ChoiceCard::setLabel(const QString &label, QChar accelerator)
{
    m_button->setLabel(label, accelerator);
    m_words->title->setPlainText(label);
    describe();
}

void ChoiceCard::setConsequence(const QString &text)
{
    showText(m_words->consequence, text);
    describe();
}

void ChoiceCard::setRecommendation(const QString &mark)
{
    showText(m_words->mark, mark);
    m_button->setRecommended(!mark.isEmpty());
    describe();
    update();
}

void ChoiceCard::setRemark(const QString &remark)
{
    showText(m_words->remark, remark);
    describe();
}

void ChoiceCard::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    const int margin = isCompact ? 0 : cardMargin;
    m_row->setContentsMargins(margin, margin, margin, margin);
    m_words->title->setVisible(isCompact);
    if (!isCompact)
        m_row->addWidget(m_words, 1);
    setSizePolicy(isCompact ? QSizePolicy::Fixed : QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void ChoiceCard::setMirrored(bool isMirrored)
{
    m_row->setDirection(isMirrored ? QBoxLayout::RightToLeft : QBoxLayout::LeftToRight);
}

void ChoiceCard::describe()
{
    QStringList name{m_words->title->text()};
    for (const WrapLabel *each : {m_words->mark, m_words->remark}) {
        if (!each->text().isEmpty())
            name.append(each->text());
    }
    m_button->setAccessibleName(name.join(QStringLiteral(", ")));
    m_button->setAccessibleDescription(m_words->consequence->text());
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    if (m_isCompact)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRecommended = !m_words->mark->text().isEmpty();
    painter.setPen(isRecommended ? colour(Tone::Information, palette()) : palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace kakuin::ui
