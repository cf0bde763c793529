// SPDX-License-Identifier: MIT
#include "ui/widgets/messagebar.h"

#include "text/severitytext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {
namespace {

constexpr int barInset = 12;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_mark(new QLabel(this))
    , m_text(new WrapLabel(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_row->setContentsMargins(barInset, metric::related, barInset, metric::related);
    m_row->setSpacing(metric::related);
    m_row->addWidget(m_mark, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1, Qt::AlignVCenter);
    hide();
    retranslate();
    updateIcons();
}

void MessageBar::setMessage(models::Severity severity, const QString &text)
{
    m_severity = severity;
    m_text->setPlainText(text);
    // several paragraphs begin at their mark
    m_row->setAlignment(m_mark, text.contains(u'\n') ? Qt::AlignTop : Qt::AlignVCenter);
    updateIcons();
    retranslate();
    show();
}

QString MessageBar::message() const
{
    return m_text->text();
}

void MessageBar::clear()
{
    hide();
    m_text->setPlainText({});
}

QPushButton *MessageBar::addButton(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_row->insertWidget(m_close == nullptr ? m_row->count() : m_row->indexOf(m_close), button, 0, Qt::AlignVCenter);
    return button;
}

void MessageBar::setClosable(bool isClosable)
{
    if (m_close == nullptr && isClosable) {
        m_close = new QToolButton(this);
        m_close->setObjectName(objectName().isEmpty() ? QStringLiteral("closeMessageButton")
                                                      : objectName() + QStringLiteral("CloseButton"));
        m_close->setAutoRaise(true);
        m_row->addWidget(m_close, 0, Qt::AlignVCenter);
        connect(m_close, &QToolButton::clicked, this, [this] {
            hide();
            Q_EMIT closed();
        });
        retranslate();
        updateIcons();
    }
    if (m_close != nullptr)
        m_close->setVisible(isClosable);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tone tone = toneOf(m_severity);
    QColor edge = colour(tone, palette());
    edge.setAlphaF(0.4F);
    painter.setPen(edge);
    painter.setBrush(tint(tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::badgeRadius, metric::badgeRadius);
}

void MessageBar::retranslate()
{
    const QString kind = SeverityText::word(m_severity);
    m_mark->setAccessibleName(kind);
    m_mark->setToolTip(kind);
    setAccessibleName(kind);
    setAccessibleDescription(m_text->text());
    if (m_close == nullptr)
        return;
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
}

void MessageBar::updateIcons()
{
    m_mark->setPixmap(
        severityIcon(m_severity, palette()).pixmap(QSize(metric::iconSide, metric::iconSide), devicePixelRatioF()));
    if (m_close != nullptr)
        m_close->setIcon(lineIcon(QStringLiteral("close"), Tone::Muted, palette()));
}

} // namespace kakuin::ui
