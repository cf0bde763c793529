// SPDX-License-Identifier: MIT
#include "ui/views/attentionstrip.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/findingtext.h"
#include "text/lefttext.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr qsizetype longestAttentionName = 120;

template <class T>
std::optional<T> valueOf(const findings::Finding &finding, findings::Fact fact)
{
    for (const findings::Evidence &one : finding.evidence) {
        if (const T *value = one.fact == fact ? std::get_if<T>(&one.value) : nullptr)
            return *value;
    }
    return std::nullopt;
}

bool isUsedForTransport(const findings::Finding &finding)
{
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const findings::Evidence &one) {
        const auto *role = std::get_if<domain::RoleEvidence>(&one.value);
        return role != nullptr && role->role == domain::Role::InternalTransport;
    });
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
        m_closed << m_subject.key;
        retranslate();
    });
    connect(m_more, &QPushButton::clicked, this, &AttentionStrip::showAllRequested);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_subject.kind == StripSubject::Kind::LeftToDo) {
            Q_EMIT leftToDoRequested();
            return;
        }
        if (!m_attention)
            return;
        const advice::Task &task = m_attention->finding->finding.task;
        if (task.kind == advice::Task::Kind::Instructions)
            Q_EMIT showRequested(m_attention->finding->key);
        else
            Q_EMIT taskRequested(task);
    });
    hide();
}

void AttentionStrip::setAttention(const std::optional<Attention> &attention, const domain::InventoryPtr &inventory)
{
    const bool isSame = attention == m_attention && inventory == m_inventory;
    m_attention = attention;
    m_inventory = inventory;
    if (!isSame)
        retranslate();
}

void AttentionStrip::setLeft(const plan::LeftToDo &left)
{
    if (m_left == left)
        return;
    m_left = left;
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
    m_subject = stripSubjectOf(m_attention, m_left, m_closed);
    setVisible(m_subject.kind != StripSubject::Kind::Nothing);
    if (m_subject.kind == StripSubject::Kind::Nothing)
        return;
    if (m_subject.kind == StripSubject::Kind::LeftToDo) {
        m_bar->setMessage(models::Severity::Information, LeftText::summary(m_left));
        m_more->hide();
        //: on a button: shows what is left to do
        m_act->setText(tr("Left to do…"));
        return;
    }
    const findings::Finding &finding = m_attention->finding->finding;
    m_bar->setMessage(FindingText::mark(finding.severity), sentence());
    //: on a button behind the worst thing: how many more need attention
    m_more->setText(tr("and %n more", nullptr, m_attention->others));
    m_more->setVisible(m_attention->others > 0);
    const QString task = FindingText::mendButton(finding.task.kind);
    //: on a button: shows the finding with what is to be done
    m_act->setText(task.isEmpty() ? tr("Show") : task);
}

QString AttentionStrip::sentence() const
{
    const models::FindingRow &row = *m_attention->finding;
    const auto expiresUtc = valueOf<QDateTime>(row.finding, findings::Fact::ExpiresOn);
    switch (row.finding.code) {
    case findings::Code::ServerNotRead:
        if (const domain::ServerEntry *entry = m_inventory ? m_inventory->find(row.server) : nullptr;
            entry != nullptr && entry->certificates)
            //: %1: a server, %2: a day and a time
            return tr("%1 could not be read again. What is shown of it was read %2.")
                .arg(singleLine(row.server.name(), longestAttentionName), ExpiryText::dayAndTime(entry->readUtc));
        return tr("%1 could not be read. What its certificates are, is not known.")
            .arg(singleLine(row.server.name(), longestAttentionName));
    case findings::Code::AuthExpired:
    case findings::Code::AuthExpiresSoon:
        if (expiresUtc)
            return authSentence(*expiresUtc, valueOf<qint64>(row.finding, findings::Fact::DaysLeft).value_or(-1));
        break;
    case findings::Code::ExpiredInUse:
    case findings::Code::ExpiresVerySoon:
    case findings::Code::ExpiresSoon:
        if (expiresUtc)
            return expirySentence(row.finding, *expiresUtc);
        break;
    default: // the words of the list say it
        break;
    }
    //: %1: what is wrong, %2: what it concerns: a certificate, server or connector
    return tr("%1: %2", "finding").arg(row.title, row.subject);
}

QString AttentionStrip::authSentence(const QDateTime &expiresUtc, qint64 days) const
{
    if (m_attention->finding->finding.code == findings::Code::AuthExpired)
        return tr("The Auth certificate of the organisation expired on %1. Every server uses it: sign-in to Outlook "
                  "on the web and the admin center fails.")
            .arg(ExpiryText::day(expiresUtc));
    if (days <= 0)
        return tr("The Auth certificate of the organisation expires within 24 hours. Every server uses it.");
    return tr("The Auth certificate of the organisation expires in %n days. Every server uses it; rotate it at least "
              "48 hours before.",
        nullptr, static_cast<int>(days));
}

QString AttentionStrip::expirySentence(const findings::Finding &finding, const QDateTime &expiresUtc) const
{
    const models::FindingRow &row = *m_attention->finding;
    const QString server = singleLine(row.server.name(), longestAttentionName);
    const QString day = ExpiryText::day(expiresUtc);
    const auto days = static_cast<int>(valueOf<qint64>(finding, findings::Fact::DaysLeft).value_or(0));
    const bool isExpired = finding.code == findings::Code::ExpiredInUse;
    if (isUsedForTransport(finding)) {
        if (isExpired)
            return tr("The internal transport certificate of %1 expired on %2. Mail between the servers depends on it.")
                .arg(server, day);
        if (days <= 0)
            return tr("The internal transport certificate of %1 expires within 24 hours. Mail between the servers "
                      "depends on it.")
                .arg(server);
        return tr(
            "The internal transport certificate of %1 expires in %n days. Mail between the servers depends on it.",
            nullptr, days)
            .arg(server);
    }
    const domain::Certificate *certificate = m_inventory == nullptr ? nullptr : m_inventory->find(row.certificate);
    const QString name = certificate == nullptr ? row.certificate.thumbprint.toShortString()
                                                : singleLine(certificate->displayName(), longestAttentionName);
    if (isExpired)
        //: %1: name of a certificate, %2: server, %3: a date
        return tr("“%1” on %2 expired on %3.").arg(name, server, day);
    if (days <= 0)
        //: %1: name of a certificate, %2: server
        return tr("“%1” on %2 expires within 24 hours.").arg(name, server);
    //: %1: name of a certificate, %2: server
    return tr("“%1” on %2 expires in %n days.", nullptr, days).arg(name, server);
}

} // namespace kakuin::ui
