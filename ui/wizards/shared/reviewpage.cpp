// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/reviewpage.h"

#include "ui/decoration/theme.h"
#include "ui/text/plantext.h"
#include "ui/wizards/shared/reviewstep.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

ReviewPage::ReviewPage(bool isReadOnly, QWidget *parent)
    : WizardPage(parent)
    , m_isReadOnly(isReadOnly)
{
    setObjectName(QStringLiteral("reviewPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("reviewScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, metric::related, 0);
    layout->setSpacing(metric::group);
    m_stepLayout = new QVBoxLayout;
    m_stepLayout->setSpacing(metric::group);
    layout->addLayout(m_stepLayout);
    m_cautionBox = new QWidget(content);
    m_cautionBox->setAutoFillBackground(true);
    auto *box = new QHBoxLayout(m_cautionBox);
    box->setContentsMargins(12, 10, 12, 10);
    box->setSpacing(metric::related);
    m_cautionMark = new QLabel(m_cautionBox);
    m_cautions = sentence(m_cautionBox, QStringLiteral("cautionLabel"));
    box->addWidget(m_cautionMark, 0, Qt::AlignTop);
    box->addWidget(m_cautions, 1);
    layout->addWidget(m_cautionBox);
    layout->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    decorate();
}

void ReviewPage::setPlan(const plan::Plan &plan, const domain::InventoryPtr &inventory)
{
    m_inventory = inventory;
    if (plan == m_plan)
        return;
    m_plan = plan;
    while (QLayoutItem *item = m_stepLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const plan::Step &step : m_plan.steps)
        m_stepLayout->addWidget(new ReviewStep(step, m_cautionBox->parentWidget()));
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
    return m_isReadOnly ? tr("%1. This is exported data: save the script and run it on the server.")
                              .arg(PlanText::title(m_plan, m_inventory.get()))
                        : tr("%1. Nothing has been changed yet.").arg(PlanText::title(m_plan, m_inventory.get()));
}

void ReviewPage::retranslate()
{
    QStringList lines;
    for (const plan::Caution caution : m_plan.cautions)
        lines.append(PlanText::caution(caution));
    m_cautions->setText(lines.join(u'\n'));
    m_cautionBox->setVisible(!lines.isEmpty());
}

void ReviewPage::decorate()
{
    m_cautionMark->setPixmap(severityIcon(models::Severity::Soon, palette()).pixmap(16));
    QPalette box = palette();
    box.setColor(QPalette::Window, tint(Tone::Soon, palette()));
    m_cautionBox->setPalette(box);
}

} // namespace kakuin::ui
