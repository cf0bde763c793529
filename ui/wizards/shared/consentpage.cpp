// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/consentpage.h"

#include "core/base/untrustedtext.h"
#include "core/plan/planjson.h"
#include "text/expirytext.h"
#include "text/plantext.h"
#include "ui_consentpage.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHeaderView>

namespace kakuin::ui {
namespace {

enum ConsentColumn { ServerColumn, QuestionColumn, CertificateColumn, RecognisedColumn, AnswerColumn, ColumnCount };

} // namespace

ConsentPage::ConsentPage(QWidget *parent)
    : WizardPage(parent)
    , m_form(std::make_unique<Ui::ConsentPage>())
{
    m_form->setupUi(this);
    setObjectName(QStringLiteral("consentPage"));
    // the long texts share the width and wrap: nothing that is agreed to is cut
    m_form->answerList->setColumnCount(ColumnCount);
    // the button in the corner of every table; without row headers it is never seen
    if (auto *corner = m_form->answerList->findChild<QAbstractButton *>())
        corner->setObjectName(QStringLiteral("answerListCorner"));
    QHeaderView *header = m_form->answerList->horizontalHeader();
    for (const int column : {QuestionColumn, CertificateColumn, RecognisedColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : {ServerColumn, AnswerColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->answerList->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    retranslate();
}

ConsentPage::~ConsentPage() = default;

bool ConsentPage::isWorthIt(const plan::Plan &plan)
{
    return plan::consentableAnswers(plan).size() > 1;
}

void ConsentPage::setPlan(const plan::Plan &plan, const domain::InventoryPtr &inventory)
{
    m_plan = plan;
    m_inventory = inventory;
    m_answers = plan::consentableAnswers(plan);
    retranslate();
}

Result<plan::Consent> ConsentPage::consent(const QDateTime &nowUtc) const
{
    return plan::planHash(m_plan).transform([&](const QByteArray &hash) {
        return plan::Consent{hash, nowUtc, m_answers};
    });
}

QString ConsentPage::title() const
{
    return tr("Answer as recommended");
}

QString ConsentPage::subtitle() const
{
    return PlanText::title(m_plan, m_inventory.get());
}

QString ConsentPage::question(shell::PromptKind kind)
{
    switch (kind) {
    case shell::PromptKind::OverwriteDefaultSmtp:
        return tr("Replace the internal transport certificate?");
    case shell::PromptKind::EffectiveDateWithin48Hours:
        return tr("Go on although the effective date is less than 48 hours away?");
    case shell::PromptKind::RemoveCertificate:
        return tr("Remove the certificate?");
    case shell::PromptKind::Unknown:
        break;
    }
    return {};
}

QString ConsentPage::certificateToday(const plan::ConsentedAnswer &answer) const
{
    const domain::Thumbprint thumbprint = answer.current.isNull() ? answer.subject : answer.current;
    if (thumbprint.isNull())
        return {};
    const domain::Certificate *found
        = m_inventory ? m_inventory->find(domain::CertificateId{answer.server, thumbprint}) : nullptr;
    if (found == nullptr)
        return thumbprint.toShortString();
    //: %1: name of a certificate, %2: the beginning of its thumbprint, %3: a date
    return tr("%1, %2, expires %3")
        .arg(singleLine(found->displayName(), 80), thumbprint.toShortString(),
            ExpiryText::day(found->facts.notAfterUtc));
}

QString ConsentPage::recognisedBy(const plan::ConsentedAnswer &answer) const
{
    const plan::Step *step = m_plan.find(answer.step);
    switch (answer.kind) {
    case shell::PromptKind::OverwriteDefaultSmtp:
        if (step != nullptr && plan::makesCertificate(step->kind))
            return tr("It names this certificate first, and second one that was not on the server before. The command "
                      "must return exactly that one.");
        return tr("It names this certificate first, and second the one that the command names.");
    case shell::PromptKind::EffectiveDateWithin48Hours:
        return tr("It comes from Set-AuthConfig, and the plan's effective date is less than 48 hours away.");
    case shell::PromptKind::RemoveCertificate:
        return tr("It names this certificate and no other.");
    case shell::PromptKind::Unknown:
        break;
    }
    return {};
}

void ConsentPage::retranslate()
{
    m_form->retranslateUi(this);
    QTableWidget *list = m_form->answerList;
    list->setHorizontalHeaderLabels(
        {tr("Server"), tr("Question"), tr("Certificate today"), tr("How it is recognised"), tr("Answer")});
    list->setSortingEnabled(false);
    list->setRowCount(static_cast<int>(m_answers.size()));
    for (int row = 0; row < list->rowCount(); ++row) {
        const plan::ConsentedAnswer &answer = m_answers.at(row);
        const QString server = answer.server.isEmpty() ? tr("organisation") : singleLine(answer.server.name(), 64);
        const QStringList texts{server, question(answer.kind), certificateToday(answer), recognisedBy(answer),
            PlanText::answer(answer.answer)};
        for (int column = ServerColumn; column <= AnswerColumn; ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            list->setItem(row, column, item);
        }
    }
    list->setSortingEnabled(true);
    list->sortByColumn(ServerColumn, Qt::AscendingOrder);
}

} // namespace kakuin::ui
