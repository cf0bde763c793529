// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/reviewpage.h"

#include "core/plan/planjson.h"
#include "text/authadvicetext.h"
#include "text/errortext.h"
#include "text/plantext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/shared/consentpage.h"
#include "ui/wizards/shared/reviewstep.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

ReviewPage::ReviewPage(bool isReadOnly, QWidget *parent)
    : WizardPage(parent)
    , m_isReadOnly(isReadOnly)
{
    setObjectName(QStringLiteral("reviewPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_refusalBar = new MessageBar(this);
    m_refusalBar->setObjectName(QStringLiteral("refusalBar"));
    outer->addWidget(m_refusalBar);
    m_consentBar = new MessageBar(this);
    m_consentBar->setObjectName(QStringLiteral("consentBar"));
    m_consentButton = m_consentBar->addButton(QStringLiteral("consentButton"));
    m_withdraw = m_consentBar->addButton(QStringLiteral("withdrawConsentButton"));
    connect(m_consentButton, &QPushButton::clicked, this, &ReviewPage::consentRequested);
    connect(m_withdraw, &QPushButton::clicked, this, [this] { setConsent(std::nullopt); });
    outer->addWidget(m_consentBar);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("reviewScrollArea"));
    auto *content = scroll->content();
    auto *layout = scroll->column();
    layout->setContentsMargins(0, 0, metric::related, 0);
    layout->setSpacing(metric::group);
    m_stepLayout = new QVBoxLayout;
    m_stepLayout->setSpacing(metric::group);
    layout->addLayout(m_stepLayout);
    m_cautions = new MessageBar(content);
    m_cautions->setObjectName(QStringLiteral("cautionBar"));
    layout->addWidget(m_cautions);
    m_hash = sentence(content, QStringLiteral("planHashLabel"), WrapLabel::Look::Secondary);
    layout->addWidget(m_hash);
    layout->addStretch(1);
    outer->addWidget(scroll);
    m_content = content;
}

void ReviewPage::setPlan(const plan::Plan &plan, const domain::InventoryPtr &inventory)
{
    m_inventory = inventory;
    if (plan == m_plan)
        return;
    m_plan = plan;
    if (m_consent && plan::planHash(plan).value_or(QByteArray()) != m_consent->planHash)
        m_consent.reset();
    while (QLayoutItem *item = m_stepLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const plan::Step &step : m_plan.steps)
        m_stepLayout->addWidget(new ReviewStep(step, m_content));
    retranslate();
    Q_EMIT changed();
}

QString ReviewPage::title() const
{
    //: heading of the page that shows what will run
    return tr("Review");
}

QString ReviewPage::subtitle() const
{
    //: %1 is what the plan does ("Renew “Microsoft Exchange” on MBX01")
    if (m_refusal)
        //: %1 is what the plan does ("Renew “Microsoft Exchange” on MBX01")
        return tr("%1. From here it cannot be run: save the script, and run it on the server.")
            .arg(PlanText::title(m_plan, m_inventory.get()));
    if (m_isReadOnly)
        return tr("%1. This is exported data: save the script and run it on the server.")
            .arg(PlanText::title(m_plan, m_inventory.get()));
    if (m_isResumption)
        //: %1 is what the plan does ("Renew “Microsoft Exchange” on MBX01"); an earlier run of it was interrupted
        return tr("%1. These are the steps that are left. None of them runs until you start it.")
            .arg(PlanText::title(m_plan, m_inventory.get()));
    return tr("%1. Nothing has been changed yet.").arg(PlanText::title(m_plan, m_inventory.get()));
}

void ReviewPage::setConsent(const std::optional<plan::Consent> &consent)
{
    m_consent = consent;
    retranslate();
}

void ReviewPage::showConsent()
{
    m_consentButton->setText(tr("Answer as recommended…"));
    m_withdraw->setText(tr("Ask me each time"));
    m_consentButton->setVisible(!m_consent);
    m_withdraw->setVisible(m_consent.has_value());
    if (m_refusal || m_isReadOnly || !ConsentPage::isWorthIt(m_plan))
        m_consentBar->clear();
    else if (m_consent)
        m_consentBar->setMessage(models::Severity::Information,
            tr("%n questions will be answered as recommended. Every other question comes to you.", nullptr,
                static_cast<int>(m_consent->answers.size())));
    else
        m_consentBar->setMessage(models::Severity::Information,
            tr("Exchange will ask %n questions, one after the other. You can look at all of them now and agree to the "
               "recommended answers.",
                nullptr, static_cast<int>(plan::consentableAnswers(m_plan).size())));
}

void ReviewPage::setRefusal(const std::optional<Error> &refusal)
{
    m_refusal = refusal;
    retranslate();
}

void ReviewPage::retranslate()
{
    if (m_refusal)
        m_refusalBar->setMessage(models::Severity::Urgent, ErrorText::full(*m_refusal));
    else
        m_refusalBar->clear();
    showConsent();
    const Result<QByteArray> hash = plan::planHash(m_plan);
    //: %1 is a SHA-256 of the plan, 64 hexadecimal digits
    m_hash->setPlainText(hash ? tr("Hash of this plan (SHA-256): %1").arg(QString::fromLatin1(*hash)) : QString());
    m_hash->setVisible(hash && !m_plan.steps.isEmpty());
    QStringList lines;
    for (const plan::Caution caution : m_plan.cautions)
        lines.append(PlanText::caution(caution));
    if (!m_plan.leftOut.isEmpty())
        //: %1: servers
        lines.append(tr("Left out: %1").arg(AuthAdviceText::servers(m_plan.leftOut)));
    if (lines.isEmpty())
        m_cautions->clear();
    else
        m_cautions->setMessage(models::Severity::Soon, lines.join(QStringLiteral("\n\n")));
}

} // namespace kakuin::ui
