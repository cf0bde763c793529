// SPDX-License-Identifier: MIT
#include "ui/views/findings/findingdetails.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/findingtext.h"
#include "text/nextstep.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/sectionheading.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

FindingDetails::FindingDetails(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new ScrollColumn(this))
    , m_hint(new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted))
    , m_title(new WrapLabel(m_scroll->content(), WrapLabel::Look::Strong))
    , m_subject(new WrapLabel(m_scroll->content(), WrapLabel::Look::Secondary, Tone::Muted))
    , m_muted(new WrapLabel(m_scroll->content(), WrapLabel::Look::Secondary, Tone::Information))
{
    setObjectName(QStringLiteral("findingDetails"));
    m_scroll->setObjectName(QStringLiteral("findingScrollArea"));
    m_hint->setObjectName(QStringLiteral("findingHintLabel"));
    m_title->setObjectName(QStringLiteral("findingTitleLabel"));
    m_subject->setObjectName(QStringLiteral("findingSubjectLabel"));
    m_muted->setObjectName(QStringLiteral("findingMutedLabel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    column->setSpacing(metric::related);
    column->addWidget(m_hint);
    column->addWidget(m_scroll, 1);
    m_scroll->column()->setContentsMargins(0, 0, metric::related, 0);
    m_scroll->column()->setSpacing(4);
    for (WrapLabel *label : {m_title, m_subject, m_muted})
        m_scroll->column()->addWidget(label);
    addSection(m_whyHeading, m_why, "findingWhyLabel");
    addSection(m_stepsHeading, m_steps, "findingStepsLabel");
    addSection(m_evidenceHeading, m_evidence, "findingEvidenceLabel");
    addSection(m_unansweredHeading, m_unanswered, "findingUnansweredLabel");
    m_scroll->column()->addStretch(1);
    buildButtons(column);
    setFinding(nullptr, {}, {});
}

void FindingDetails::addSection(SectionHeading *&heading, WrapLabel *&body, const char *name)
{
    heading = new SectionHeading(m_scroll->content());
    body = new WrapLabel(m_scroll->content());
    body->setObjectName(QLatin1String(name));
    m_scroll->column()->addSpacing(4);
    m_scroll->column()->addWidget(heading);
    m_scroll->column()->addWidget(body);
}

void FindingDetails::buildButtons(QVBoxLayout *column)
{
    m_mend = new QPushButton(this);
    m_mend->setObjectName(QStringLiteral("findingMendButton"));
    m_show = new QPushButton(this);
    m_show->setObjectName(QStringLiteral("findingShowButton"));
    m_muteButton = new QPushButton(this);
    m_muteButton->setObjectName(QStringLiteral("findingMuteButton"));
    m_copy = new QPushButton(this);
    m_copy->setObjectName(QStringLiteral("findingCopyButton"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related);
    row->addWidget(m_mend);
    row->addWidget(m_show);
    row->addStretch(1);
    row->addWidget(m_muteButton);
    row->addWidget(m_copy);
    column->addLayout(row);
    connect(m_mend, &QPushButton::clicked, this, &FindingDetails::mendRequested);
    connect(m_show, &QPushButton::clicked, this, &FindingDetails::showRequested);
    connect(m_copy, &QPushButton::clicked, this, &FindingDetails::copyRequested);
    connect(m_muteButton, &QPushButton::clicked, this,
        [this] { m_mute ? Q_EMIT unmuteRequested() : Q_EMIT muteRequested(); });
}

void FindingDetails::setFinding(const models::FindingRowPtr &row, const std::optional<findings::Mute> &mute,
    const QDateTime &nowUtc, const std::optional<CertificateContext> &context)
{
    m_context = context;
    m_row = row;
    m_mute = mute;
    m_nowUtc = nowUtc;
    retranslate();
}

QString FindingDetails::evidenceText() const
{
    QStringList lines;
    for (const findings::Evidence &evidence : m_row->finding.evidence)
        lines.append(FindingText::evidence(evidence, m_nowUtc));
    return lines.join(u'\n');
}

QString FindingDetails::unansweredText() const
{
    QStringList lines;
    for (const findings::Code code : m_row->finding.unanswered)
        lines.append(FindingText::title(code));
    return lines.join(u'\n');
}

QString FindingDetails::muteText() const
{
    if (!m_mute)
        return {};
    //: %1: a day, %2: the person's reason
    return tr("Muted until %1: %2").arg(ExpiryText::day(m_mute->untilUtc), singleLine(m_mute->reason, 500));
}

QString FindingDetails::text() const
{
    if (m_row == nullptr)
        return {};
    QStringList parts{FindingText::title(m_row->finding.code) + u'\n' + m_row->subject};
    if (m_mute)
        parts.append(muteText());
    parts.append(FindingText::why(m_row->finding.code));
    parts.append(stepsText());
    for (const QString &part : {evidenceText(), unansweredText()}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral("\n\n"));
}

// How long a certificate lives says nothing of what to do: it may have a successor already. The adviser knows.
QString FindingDetails::stepsText() const
{
    const findings::Code code = m_row->finding.code;
    if (m_context && findings::kindOf(code) == findings::Kind::Life) {
        const NextStep step = NextStep::of(*m_context);
        if (step.advice.reason != advice::Reason::NothingToDo)
            return step.title() + u'\n' + step.explanation(*m_context);
    }
    return FindingText::steps(code);
}

void FindingDetails::retranslate()
{
    m_hint->setPlainText(tr("Choose a finding to see why it matters and what to do."));
    m_whyHeading->setText(tr("Why it matters"));
    m_stepsHeading->setText(tr("What to do"));
    m_evidenceHeading->setText(tr("Seen by"));
    m_unansweredHeading->setText(tr("Left open by this"));
    m_show->setText(tr("Show"));
    m_copy->setText(tr("Copy"));
    m_muteButton->setText(m_mute ? tr("Show again") : tr("Mute…"));
    const bool isShown = m_row != nullptr;
    m_hint->setVisible(!isShown);
    m_scroll->setVisible(isShown);
    for (QPushButton *button : {m_mend, m_show, m_muteButton, m_copy})
        button->setVisible(isShown);
    if (!isShown)
        return;
    const findings::Finding &finding = m_row->finding;
    m_title->setPlainText(FindingText::title(finding.code));
    //: %1: "Critical", %2: what a finding concerns
    m_subject->setPlainText(tr("%1 · %2").arg(FindingText::severity(finding.severity), m_row->subject));
    m_muted->setPlainText(muteText());
    m_muted->setVisible(m_mute.has_value());
    m_why->setPlainText(FindingText::why(finding.code));
    m_steps->setPlainText(stepsText());
    m_evidence->setPlainText(evidenceText());
    m_evidenceHeading->setVisible(!finding.evidence.isEmpty());
    m_evidence->setVisible(!finding.evidence.isEmpty());
    m_unanswered->setPlainText(unansweredText());
    m_unansweredHeading->setVisible(!finding.unanswered.isEmpty());
    m_unanswered->setVisible(!finding.unanswered.isEmpty());
    m_mend->setText(FindingText::mendButton(finding.task.kind));
    m_mend->setVisible(finding.task.kind != advice::Task::Kind::Instructions);
    m_show->setVisible(!m_row->certificate.thumbprint.isNull() || !m_row->server.isEmpty());
}

void FindingDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
