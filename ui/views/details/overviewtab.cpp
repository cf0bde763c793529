// SPDX-License-Identifier: MIT
#include "ui/views/details/overviewtab.h"

#include "ui/decoration/theme.h"
#include "ui/views/details/certificatesheet.h"
#include "ui/views/details/factsheet.h"
#include "ui/views/details/nextstepbox.h"
#include "ui/widgets/lifebar.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/thumbprintlabel.h"
#include "ui/widgets/wraplabel.h"

#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

OverviewTab::OverviewTab(QWidget *parent)
    : QWidget(parent)
    , m_name(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_subtitle(new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted))
    , m_thumbprint(new ThumbprintLabel(this))
    , m_life(new LifeBar(this))
    , m_sheet(new FactSheet(this))
    , m_next(new NextStepBox(QStringLiteral("nextStep"), this))
{
    m_name->setObjectName(QStringLiteral("certificateName"));
    m_subtitle->setObjectName(QStringLiteral("certificateSubtitle"));
    m_thumbprint->setObjectName(QStringLiteral("thumbprintLabel"));
    m_life->setObjectName(QStringLiteral("lifeBar"));
    m_sheet->setObjectName(QStringLiteral("overviewSheet"));

    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("overviewScroll"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->content()->setAutoFillBackground(false);
    QVBoxLayout *inner = scroll->column();
    inner->setContentsMargins(metric::group, metric::group, metric::group, metric::related);
    inner->setSpacing(metric::related);
    inner->addWidget(m_name);
    inner->addWidget(m_subtitle);
    inner->addWidget(m_thumbprint);
    inner->addSpacing(metric::related);
    inner->addWidget(m_life);
    inner->addSpacing(metric::related);
    inner->addWidget(m_sheet);
    inner->addStretch();

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(metric::group, metric::related, metric::group, metric::group);
    foot->addWidget(m_next);
    outer->addLayout(foot);
    connect(m_next, &NextStepBox::pressed, this, &OverviewTab::nextStepPressed);
}

void OverviewTab::show(const CertificateContext &context)
{
    const domain::CertificateFacts &facts = context.certificate->facts;
    m_name->setPlainText(context.certificate->displayName());
    m_subtitle->setPlainText(CertificateSheet::subtitle(context));
    if (m_thumbprint->thumbprint() != facts.thumbprint)
        m_thumbprint->setThumbprint(facts.thumbprint);
    m_life->setLife(facts.notBeforeUtc, facts.notAfterUtc, context.nowUtc, context.severityOf(*context.certificate));
    m_sheet->setBlocks(CertificateSheet::overview(context));
    m_next->show(context);
}

} // namespace kakuin::ui
