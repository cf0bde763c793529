// SPDX-License-Identifier: MIT
#include "ui/wizards/resume/standingpage.h"

#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/operationtext.h"
#include "text/plantext.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {
namespace {

models::Severity severityOfStanding(plan::StepStanding standing)
{
    switch (standing) {
    case plan::StepStanding::Done:
        return models::Severity::Ok;
    case plan::StepStanding::NotNeeded:
        return models::Severity::NotKnown;
    case plan::StepStanding::Left:
        return models::Severity::Information;
    case plan::StepStanding::Amended:
        return models::Severity::Soon;
    case plan::StepStanding::Blocked:
        break;
    }
    return models::Severity::Expired;
}

} // namespace

StandingPage::StandingPage(const plan::OperationRecord &operation, QWidget *parent)
    : WizardPage(parent)
    , m_operation(operation)
{
    setObjectName(QStringLiteral("standingPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(metric::group);
    m_failure = new MessageBar(this);
    m_failure->setObjectName(QStringLiteral("failureBar"));
    m_again = m_failure->addButton(QStringLiteral("readAgainButton"));
    m_failure->clear();
    outer->addWidget(m_failure);
    m_summary = sentence(this, QStringLiteral("summaryLabel"), WrapLabel::Look::Strong);
    outer->addWidget(m_summary);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("standingScrollArea"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::related);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (const plan::Step &step : std::as_const(m_operation.plan.steps)) {
        Row row;
        row.mark = new QLabel(scroll->content());
        row.words = sentence(scroll->content(), QStringLiteral("stepLabel%1").arg(step.number));
        row.standing = note(scroll->content(), QStringLiteral("standingLabel%1").arg(step.number));
        const int at = static_cast<int>(m_rows.size()) * 3;
        grid->addWidget(row.mark, at, 0, Qt::AlignTop);
        grid->addWidget(row.words, at, 1);
        grid->addWidget(row.standing, at + 1, 1);
        grid->setRowMinimumHeight(at + 2, metric::related);
        m_rows.append(row);
    }
    scroll->column()->setContentsMargins(0, 0, metric::related, 0);
    scroll->column()->addLayout(grid);
    scroll->column()->addStretch(1);
    outer->addWidget(scroll, 1);
    m_setAside = new QPushButton(this);
    m_setAside->setObjectName(QStringLiteral("setAsideButton"));
    m_setAside->setAutoDefault(false);
    m_setAside->setVisible(m_operation.isInterrupted());
    outer->addWidget(m_setAside, 0, Qt::AlignLeft);
    m_busy = new BusyOverlay(this);
    m_busy->setObjectName(QStringLiteral("busyOverlay"));
    connect(m_busy, &BusyOverlay::cancelRequested, this, &StandingPage::cancelRequested);
    connect(m_again, &QPushButton::clicked, this, &StandingPage::readRequested);
    connect(m_setAside, &QPushButton::clicked, this, &StandingPage::setAsideRequested);
    retranslate();
}

const plan::StepRecord &StandingPage::record(int step) const
{
    static const plan::StepRecord none;
    const auto it = std::find_if(m_operation.steps.begin(), m_operation.steps.end(),
        [step](const plan::StepRecord &record) { return record.number == step; });
    return it == m_operation.steps.end() ? none : *it;
}

void StandingPage::startReading()
{
    m_error.reset();
    m_busy->start(tr("The organisation is being read afresh."));
    retranslate();
}

void StandingPage::setProgress(int done, int total)
{
    m_busy->setProgress(done, total);
}

void StandingPage::setResumption(const plan::Resumption &resumption)
{
    m_resumption = resumption;
    m_error.reset();
    m_busy->stop();
    retranslate();
    decorate();
}

void StandingPage::setFailure(const Error &error)
{
    m_error = error;
    m_busy->stop();
    retranslate();
}

QString StandingPage::title() const
{
    //: heading of the page that shows how far an interrupted operation came
    return tr("Where it stands");
}

QString StandingPage::subtitle() const
{
    //: %1: when the operation was started
    return tr("Started %1. What is shown is the organisation as it is now, not what the record hoped for.")
        .arg(ExpiryText::dayAndTime(m_operation.startedUtc));
}

bool StandingPage::isComplete() const
{
    return !m_busy->isBusy() && !m_error && m_resumption && m_resumption->canContinue();
}

void StandingPage::retranslate()
{
    m_busy->setText(tr("The organisation is being read afresh."));
    m_again->setText(tr("Read again"));
    m_setAside->setText(tr("Set aside"));
    m_setAside->setToolTip(tr("Stops asking about this operation. What was done stays done; nothing is sent."));
    if (m_error)
        m_failure->setMessage(models::Severity::Expired, ErrorText::full(*m_error));
    else
        m_failure->clear();
    m_summary->setPlainText(m_resumption ? OperationText::summary(*m_resumption) : QString());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const plan::Step &step = m_operation.plan.steps.at(i);
        //: a step of a plan; %1: its number, %2: what it does
        m_rows.at(i).words->setPlainText(tr("%1. %2").arg(step.number).arg(PlanText::step(step)));
        const plan::ResumedStep *resumed = m_resumption ? m_resumption->find(step.number) : nullptr;
        m_rows.at(i).standing->setPlainText(
            resumed == nullptr ? QString() : OperationText::standing(*resumed, record(step.number)));
    }
    Q_EMIT changed();
}

void StandingPage::decorate()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const plan::ResumedStep *resumed
            = m_resumption ? m_resumption->find(m_operation.plan.steps.at(i).number) : nullptr;
        if (resumed != nullptr)
            m_rows.at(i).mark->setPixmap(severityIcon(severityOfStanding(resumed->standing), palette())
                                             .pixmap(QSize(metric::iconSide, metric::iconSide), devicePixelRatioF()));
    }
}

} // namespace kakuin::ui
