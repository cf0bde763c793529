// SPDX-License-Identifier: MIT
#include "ui/widgets/thumbprintlabel.h"

#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {

using namespace std::chrono_literals;

ThumbprintLabel::ThumbprintLabel(QWidget *parent)
    : QWidget(parent)
    , m_caption(new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted))
    , m_value(new WrapLabel(this, WrapLabel::Look::Fixed))
    , m_copy(new QToolButton(this))
{
    m_caption->setWordWrap(false);
    m_caption->setTextInteractionFlags(Qt::NoTextInteraction);
    m_value->setObjectName(QStringLiteral("thumbprintText"));
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyThumbprintButton"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_copied.setSingleShot(true);
    m_copied.setInterval(2s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::related);
    row->addWidget(m_caption, 0, Qt::AlignVCenter);
    row->addWidget(m_value, 1, Qt::AlignVCenter);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);

    connect(m_copy, &QToolButton::clicked, this, &ThumbprintLabel::copy);
    connect(&m_copied, &QTimer::timeout, this, &ThumbprintLabel::retranslate);
    retranslate();
    updateIcon();
}

void ThumbprintLabel::setThumbprint(const domain::Thumbprint &thumbprint)
{
    m_thumbprint = thumbprint;
    m_copied.stop();
    retranslate();
}

void ThumbprintLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void ThumbprintLabel::copy()
{
    QGuiApplication::clipboard()->setText(m_thumbprint.toString());
    m_copied.start();
    retranslate();
}

void ThumbprintLabel::retranslate()
{
    m_caption->setText(tr("Thumbprint"));
    m_value->setPlainText(m_thumbprint.isNull() ? tr("none", "no thumbprint") : m_thumbprint.toGroupedString());
    m_value->setAccessibleName(tr("Thumbprint"));
    //: Button beside a thumbprint
    m_copy->setText(m_copied.isActive() ? tr("Copied") : tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the thumbprint"));
    m_copy->setToolTip(tr("Copy the thumbprint without blanks"));
    m_copy->setEnabled(!m_thumbprint.isNull());
    updateIcon();
}

void ThumbprintLabel::updateIcon()
{
    m_copy->setIcon(
        lineIcon(m_copied.isActive() ? QStringLiteral("check") : QStringLiteral("copy"), Tone::Muted, palette()));
}

} // namespace kakuin::ui
