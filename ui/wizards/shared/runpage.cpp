// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/runpage.h"

#include "text/plantext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/wizards/shared/runrow.h"

#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

RunPage::RunPage(QWidget *parent)
    : WizardPage(parent)
{
    setObjectName(QStringLiteral("runPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("runScrollArea"));
    auto *layout = scroll->column();
    layout->setContentsMargins(0, 0, metric::related, 0);
    m_rowLayout = new QVBoxLayout;
    m_rowLayout->setSpacing(12);
    layout->addLayout(m_rowLayout);
    layout->addStretch(1);
    outer->addWidget(scroll);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        for (RunRow *row : std::as_const(m_rows))
            row->tick();
    });
}

void RunPage::setRunner(plan::PlanRunner *runner, const domain::InventoryPtr &inventory)
{
    m_runner = runner;
    m_inventory = inventory;
    m_isStopping = false;
    m_asking = 0;
    while (QLayoutItem *item = m_rowLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    for (const plan::Step &step : runner->plan().steps) {
        auto *row = new RunRow(step, this);
        m_rows.insert(step.number, row);
        m_rowLayout->addWidget(row);
    }
    connect(runner, &plan::PlanRunner::stepStarted, this, &RunPage::update);
    connect(runner, &plan::PlanRunner::stepFinished, this, &RunPage::update);
    connect(runner, &plan::PlanRunner::stepAsked, this, [this](int step) { setAsking(step, true); });
    connect(runner, &plan::PlanRunner::stepAnswered, this, [this](int step) { setAsking(step, false); });
    connect(runner, &plan::PlanRunner::finished, this, [this] {
        m_timer.stop();
        for (const plan::StepRecord &record : m_runner->steps())
            update(record.number);
    });
    m_timer.start();
}

void RunPage::setStopping(bool stopping)
{
    m_isStopping = stopping;
    Q_EMIT changed();
}

void RunPage::setAsking(int step, bool asking)
{
    m_asking = asking ? step : 0;
    update(step);
}

void RunPage::update(int step)
{
    RunRow *row = m_rows.value(step);
    if (row != nullptr && m_runner)
        row->setRecords(m_runner->steps(), m_asking == step);
}

QString RunPage::title() const
{
    return m_runner ? PlanText::title(m_runner->plan(), m_inventory.get()) : QString();
}

QString RunPage::subtitle() const
{
    return m_isStopping ? tr("Stopping: the running step ends first, no further one is started.")
                        : tr("Each step is checked before the next one starts.");
}

void RunPage::retranslate() { }

} // namespace kakuin::ui
