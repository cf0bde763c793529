// SPDX-License-Identifier: MIT
#include "ui/prompts/certificatecard.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "text/expirytext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

QHBoxLayout *marked(QLabel *mark, QLabel *text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related / 2);
    row->addWidget(mark);
    row->addWidget(text, 1);
    return row;
}

// First and last group: enough to tell two certificates apart; the whole is in the tooltip and for the screen reader
QString thumbprintEnds(const domain::Thumbprint &thumbprint)
{
    const QString text = thumbprint.toString();
    return text.isEmpty() ? QString() : text.left(8) + QStringLiteral(" … ") + text.right(8);
}

} // namespace

CertificateCard::CertificateCard(QWidget *parent)
    : QFrame(parent)
    , m_caption(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_icon(new QLabel(this))
    , m_nameLabel(new WrapLabel(this, WrapLabel::Look::Strong))
    , m_thumbprintLabel(new WrapLabel(this, WrapLabel::Look::Fixed))
    , m_mark(new QLabel(this))
    , m_life(new WrapLabel(this))
    , m_note(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addLayout(marked(m_icon, m_nameLabel));
    layout->addWidget(m_thumbprintLabel);
    layout->addLayout(marked(m_mark, m_life));
    layout->addWidget(m_note);
    layout->addStretch(1);
    decorate();
}

void CertificateCard::setCaption(const QString &caption)
{
    m_caption->setPlainText(caption);
}

void CertificateCard::setNote(const QString &note)
{
    m_note->setPlainText(note);
    m_note->setVisible(!note.isEmpty());
}

void CertificateCard::setCertificate(
    const domain::Certificate &certificate, models::Severity severity, const QDateTime &nowUtc)
{
    m_severity = severity;
    m_certificate = certificate;
    m_nowUtc = nowUtc;
    m_thumbprint = certificate.facts.thumbprint;
    m_name = certificate.displayName();
    retranslate();
}

void CertificateCard::setThumbprint(const domain::Thumbprint &thumbprint, const QString &name)
{
    m_certificate.reset();
    m_thumbprint = thumbprint;
    m_name = singleLine(name, 200);
    retranslate();
}

void CertificateCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

void CertificateCard::retranslate()
{
    m_nameLabel->setPlainText(m_name);
    m_nameLabel->setVisible(!m_name.isEmpty());
    m_icon->setVisible(!m_name.isEmpty());
    m_thumbprintLabel->setPlainText(thumbprintEnds(m_thumbprint));
    m_thumbprintLabel->setToolTip(m_thumbprint.toGroupedString());
    m_thumbprintLabel->setAccessibleName(m_thumbprint.toGroupedString());
    m_mark->setVisible(m_certificate.has_value());
    m_life->setVisible(m_certificate.has_value());
    if (m_certificate) {
        const domain::Expiry expiry = domain::expiryOf(m_certificate->facts.notAfterUtc, m_nowUtc);
        //: %1 is a remaining time ("in 12 days"), %2 a date
        m_life->setPlainText(tr("%1 · %2").arg(ExpiryText::remaining(expiry, m_certificate->facts.notAfterUtc),
            ExpiryText::day(m_certificate->facts.notAfterUtc)));
    }
    decorate();
}

void CertificateCard::decorate()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(
        lineIcon(QStringLiteral("certificate"), Tone::Seal, palette()).pixmap(QSize(size, size), devicePixelRatioF()));
    if (m_certificate)
        m_mark->setPixmap(severityIcon(m_severity, palette()).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace kakuin::ui
