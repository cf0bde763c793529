// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/resultpage.h"

#include "core/shell/powershelltext.h"
#include "ui/decoration/theme.h"
#include "ui/text/errortext.h"
#include "ui/text/plantext.h"
#include "ui/wizards/shared/runrow.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

models::Severity severityOf(plan::OperationState state)
{
    switch (state) {
    case plan::OperationState::Succeeded:
        return models::Severity::Ok;
    case plan::OperationState::Failed:
        return models::Severity::Expired;
    case plan::OperationState::Cancelled:
        return models::Severity::Soon;
    case plan::OperationState::Running:
    case plan::OperationState::SetAside:
        break;
    }
    return models::Severity::NotKnown;
}

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : WizardPage(parent)
{
    setObjectName(QStringLiteral("resultPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::related);
    m_mark = new QLabel(this);
    m_sentence = sentence(this, QStringLiteral("outcomeLabel"));
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    outer->addLayout(head);
    m_journal = sentence(this, QStringLiteral("journalLabel"));
    outer->addWidget(m_journal);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("resultScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, metric::related, 0);
    layout->setSpacing(12);
    m_rowLayout = new QVBoxLayout;
    m_rowLayout->setSpacing(12);
    layout->addLayout(m_rowLayout);
    m_nextHeading = sentence(content, QStringLiteral("nextHeading"));
    m_next = sentence(content, QStringLiteral("nextLabel"));
    layout->addWidget(m_nextHeading);
    layout->addWidget(m_next);
    layout->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    m_show = new QPushButton(this);
    m_show->setObjectName(QStringLiteral("showCertificateButton"));
    m_copy = new QPushButton(this);
    m_copy->setObjectName(QStringLiteral("copyResultButton"));
    m_log = new QPushButton(this);
    m_log->setObjectName(QStringLiteral("showLogButton"));
    for (QPushButton *button : {m_show, m_copy, m_log}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    outer->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(report()); });
    connect(m_log, &QPushButton::clicked, this, &ResultPage::logRequested);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const QList<domain::CertificateId> made = created();
        if (!made.isEmpty())
            Q_EMIT certificateRequested(made.first());
    });
}

void ResultPage::setOutcome(const plan::Plan &plan, plan::OperationState state, const QList<plan::StepRecord> &steps,
    const std::optional<Error> &journalError)
{
    m_plan = plan;
    m_state = state;
    m_steps = steps;
    m_journalError = journalError;
    rebuildRows();
    retranslate();
    Q_EMIT changed();
}

void ResultPage::rebuildRows()
{
    while (QLayoutItem *item = m_rowLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        if (step == nullptr)
            continue;
        auto *row = new RunRow(*step, this);
        row->setRecord(record, false);
        m_rowLayout->addWidget(row);
    }
}

QList<domain::CertificateId> ResultPage::created() const
{
    QList<domain::CertificateId> made;
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        if (step != nullptr && !record.produced.isNull())
            made.append({step->server, record.produced});
    }
    return made;
}

QString ResultPage::title() const
{
    //: heading of the page that shows what came of a plan
    return tr("Result");
}

QString ResultPage::report() const
{
    QStringList lines{PlanText::title(m_plan), PlanText::outcome(m_plan, m_state, m_steps), {}};
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        if (step == nullptr)
            continue;
        //: one step in a report; %1 number, %2 what it does, %3 state
        lines.append(tr("%1. %2: %3").arg(record.number).arg(PlanText::step(*step), PlanText::state(record.state)));
        if (!step->command.isEmpty())
            lines.append(QStringLiteral("   ") + shell::toPowerShell(step->command));
        if (!record.produced.isNull())
            lines.append(QStringLiteral("   ") + record.produced.toString());
        if (record.error)
            lines.append(QStringLiteral("   ") + ErrorText::full(*record.error));
    }
    return lines.join(u'\n');
}

void ResultPage::retranslate()
{
    m_sentence->setText(PlanText::outcome(m_plan, m_state, m_steps));
    m_journal->setVisible(m_journalError.has_value());
    if (m_journalError)
        m_journal->setText(
            tr("The journal has no complete record of this operation.") + u' ' + ErrorText::sentence(*m_journalError));
    QStringList next;
    // what a caution warned of is what is left to do, once something was made
    if (!created().isEmpty()) {
        for (const plan::Caution caution : m_plan.cautions)
            next.append(PlanText::caution(caution));
    }
    m_nextHeading->setText(tr("What is left to do"));
    m_nextHeading->setVisible(!next.isEmpty());
    m_next->setText(next.join(u'\n'));
    m_next->setVisible(!next.isEmpty());
    m_show->setText(tr("Show the new certificate"));
    m_show->setVisible(!created().isEmpty());
    m_copy->setText(tr("Copy the result"));
    m_log->setText(tr("Command log"));
    decorate();
}

void ResultPage::decorate()
{
    m_mark->setPixmap(severityIcon(severityOf(m_state), palette()).pixmap(20));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.1);
    large.setBold(true);
    m_sentence->setFont(large);
    QFont bold = font();
    bold.setBold(true);
    m_nextHeading->setFont(bold);
}

} // namespace kakuin::ui
