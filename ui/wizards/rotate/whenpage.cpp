// SPDX-License-Identifier: MIT
#include "ui/wizards/rotate/whenpage.h"

#include "text/authadvicetext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using plan::RotateDraft;
constexpr int longestLeadHours = 365 * 24;

} // namespace

WhenPage::WhenPage(plan::RotateDraft &draft, const QDateTime &nowUtc, QWidget *parent)
    : FormPage(QStringLiteral("whenPage"), parent)
    , m_draft(draft)
    , m_nowUtc(nowUtc)
{
    m_advice = addHeading("adviceLabel");
    m_row = addNote("adviceRowLabel");
    m_evidence = addNote("adviceEvidenceLabel");
    m_leaveOut = addOption("leaveOutCheck");
    m_reason = addNote("modeReasonLabel");
    column()->addSpacing(metric::related);
    m_planned = addChoice("plannedRadio");
    m_hours = new QSpinBox(content());
    m_hours->setObjectName(QStringLiteral("leadSpin"));
    m_hours->setRange(1, longestLeadHours);
    addIndented(m_hours);
    m_immediate = addChoice("immediateRadio");
    m_clear = addOption("clearPreviousCheck", true);
    m_staged = addNote("replacesStagedLabel");
    column()->addStretch(1);
    auto *group = new QButtonGroup(this);
    group->addButton(m_planned.button);
    group->addButton(m_immediate.button);
    connect(m_immediate.button, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setMode(on ? RotateDraft::Mode::Immediate : RotateDraft::Mode::Planned);
    });
    connect(m_hours, &QSpinBox::valueChanged, this, [this](int hours) {
        if (!m_isBinding)
            m_draft.setLead(std::chrono::hours(hours));
    });
    connect(m_leaveOut.button, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setLeavesOutUnreachable(on);
    });
    connect(m_clear.button, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setClearsPrevious(on);
    });
    connect(&m_draft, &RotateDraft::changed, this, [this] {
        bind();
        retranslate();
    });
    bind();
    retranslate();
}

void WhenPage::enter()
{
    bind();
    retranslate();
}

void WhenPage::bind()
{
    m_isBinding = true;
    const bool isImmediate = m_draft.mode() == RotateDraft::Mode::Immediate;
    (isImmediate ? m_immediate : m_planned).button->setChecked(true);
    m_hours->setValue(static_cast<int>(m_draft.lead().count()));
    m_hours->setEnabled(!isImmediate);
    m_clear.button->setChecked(m_draft.clearsPrevious());
    m_clear.button->setEnabled(isImmediate);
    m_leaveOut.button->setChecked(m_draft.leavesOutUnreachable());
    m_staged->setVisible(m_draft.replacesStaged());
    m_isBinding = false;
}

void WhenPage::check()
{
    QStringList problems;
    const QList<RotateDraft::Problem> found = m_draft.problems();
    for (const RotateDraft::Problem &problem : found) {
        if (problem.code == RotateDraft::ProblemCode::LeadTooShort
            || problem.code == RotateDraft::ProblemCode::AuthConfigNotKnown)
            problems.append(RotationText::problem(problem));
    }
    showProblems(problems);
}

QString WhenPage::title() const
{
    return tr("When does the new certificate take over?");
}

QString WhenPage::subtitle() const
{
    return tr("The Auth certificate belongs to the whole organisation: it is changed once, on one server.");
}

void WhenPage::retranslate()
{
    const plan::AuthRecommendation recommended = m_draft.recommendation();
    m_advice->setPlainText(AuthAdviceText::advice(recommended));
    m_row->setPlainText(AuthAdviceText::row(recommended.row));
    const QStringList evidence = AuthAdviceText::evidence(recommended);
    m_evidence->setPlainText(evidence.join(u'\n'));
    m_evidence->setVisible(!evidence.isEmpty());
    // where the table decides between the two ways, one reason is enough
    m_reason->setVisible(!recommended.decidesMode());
    m_reason->setPlainText(RotationText::modeReason(m_draft.modeReason(), m_draft.current(), m_nowUtc));
    const bool isPlanned = m_draft.recommendedMode() == RotateDraft::Mode::Planned;
    m_planned.setTexts(isPlanned ? tr("Planned (recommended)") : tr("Planned"),
        m_draft.source() == RotateDraft::Source::New
            ? tr("The new certificate is created now, spreads to all servers, and takes over on its effective date. "
                 "Nobody notices. At least 48 hours ahead.")
            : tr("The certificate is named now, spreads to all servers, and takes over on its effective date. Nobody "
                 "notices. At least 48 hours ahead."));
    //: unit behind a number of hours
    m_hours->setSuffix(tr(" hours ahead"));
    m_hours->setAccessibleName(tr("Hours until it takes effect"));
    m_immediate.setTexts(isPlanned ? tr("At once") : tr("At once (recommended)"),
        tr("For a certificate that has expired or is about to. Servers that do not have the new one yet refuse "
           "sign-ins "
           "until it arrives."));
    m_clear.setTexts(
        tr("Clear the previous certificate in the same step"), RotationText::clearingReason(m_draft.clearingReason()));
    const bool mayLeaveOut = !recommended.unreachable.isEmpty()
        && (recommended.row == plan::AuthRow::Unreachable || m_draft.leavesOutUnreachable());
    m_leaveOut.button->setVisible(mayLeaveOut);
    m_leaveOut.setTexts(tr("Decide without the servers that did not answer"),
        mayLeaveOut ? tr("The plan and the journal record which servers were left out.") : QString());
    m_staged->setPlainText(tr("Another certificate is staged already. The new one takes its place."));
    check();
}

} // namespace kakuin::ui
