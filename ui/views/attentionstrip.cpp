// SPDX-License-Identifier: MIT
#include "ui/views/attentionstrip.h"

#include "core/base/untrustedtext.h"
#include "ui/text/expirytext.h"
#include "ui/text/findingtext.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

QString attentionServer(const Attention &attention)
{
    return singleLine(attention.certificate.server.name(), 120);
}

} // namespace

AttentionStrip::AttentionStrip(QWidget *parent)
    : QWidget(parent)
    , m_bar(new MessageBar(this))
    , m_more(m_bar->addButton(QStringLiteral("attentionMoreButton")))
    , m_act(m_bar->addButton(QStringLiteral("attentionActButton")))
{
    setObjectName(QStringLiteral("attentionStrip"));
    m_bar->setObjectName(QStringLiteral("attentionBar"));
    m_bar->setClosable(true);
    m_more->setFlat(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_bar);
    connect(m_bar, &MessageBar::closed, this, [this] {
        if (m_attention)
            m_closed << m_attention->certificate;
        hide();
    });
    connect(m_more, &QPushButton::clicked, this, &AttentionStrip::showAllRequested);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_attention && m_attention->task.kind != advice::Task::Kind::Instructions)
            Q_EMIT taskRequested(m_attention->task);
        else if (m_attention)
            Q_EMIT showRequested(m_attention->certificate);
    });
    hide();
}

void AttentionStrip::setAttention(const std::optional<Attention> &attention)
{
    if (attention == m_attention)
        return;
    m_attention = attention;
    retranslate();
}

void AttentionStrip::forgetClosed()
{
    m_closed.clear();
    retranslate();
}

void AttentionStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AttentionStrip::retranslate()
{
    const bool isShown = m_attention && !m_closed.contains(m_attention->certificate);
    setVisible(isShown);
    if (!isShown)
        return;
    m_bar->setMessage(m_attention->severity, sentence());
    //: on a button behind the worst thing: how many more need attention
    m_more->setText(tr("and %n more", nullptr, m_attention->others));
    m_more->setVisible(m_attention->others > 0);
    //: on a button: selects the certificate or server in the tree
    const QString task = FindingText::mendButton(m_attention->task.kind);
    m_act->setText(task.isEmpty() ? tr("Show") : task);
}

QString AttentionStrip::sentence() const
{
    const Attention &it = *m_attention;
    const QString server = attentionServer(it);
    const QString day = ExpiryText::day(it.notAfterUtc);
    const int days = static_cast<int>(it.expiry.left.count());
    const bool isExpired = it.expiry.band == domain::ExpiryBand::Expired;
    const bool isToday = it.expiry.band == domain::ExpiryBand::Today;
    switch (it.about) {
    case Attention::About::Server:
        return tr("%1 could not be read. What its certificates are, is not known.").arg(server);
    case Attention::About::AuthCertificate:
        if (isExpired)
            return tr(
                "The Auth certificate of the organisation expired on %1. Every server uses it: sign-in to Outlook "
                "on the web and the admin center fails.")
                .arg(day);
        if (isToday)
            return tr("The Auth certificate of the organisation expires within 24 hours. Every server uses it.");
        return tr(
            "The Auth certificate of the organisation expires in %n days. Every server uses it; rotate it at least "
            "48 hours before.",
            nullptr, days);
    case Attention::About::InternalTransport:
        if (isExpired)
            return tr("The internal transport certificate of %1 expired on %2. Mail between the servers depends on it.")
                .arg(server, day);
        if (isToday)
            return tr("The internal transport certificate of %1 expires within 24 hours. Mail between the servers "
                      "depends on it.")
                .arg(server);
        return tr(
            "The internal transport certificate of %1 expires in %n days. Mail between the servers depends on it.",
            nullptr, days)
            .arg(server);
    case Attention::About::Certificate:
        break;
    }
    if (isExpired)
        //: %1: name of a certificate, %2: server, %3: a date
        return tr("“%1” on %2 expired on %3.").arg(it.name, server, day);
    if (isToday)
        //: %1: name of a certificate, %2: server
        return tr("“%1” on %2 expires within 24 hours.").arg(it.name, server);
    //: %1: name of a certificate, %2: server
    return tr("“%1” on %2 expires in %n days.", nullptr, days).arg(it.name, server);
}

} // namespace kakuin::ui
