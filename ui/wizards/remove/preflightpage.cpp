// SPDX-License-Identifier: MIT
#include "ui/wizards/remove/preflightpage.h"

#include "text/tasktext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/passwordfields.h"
#include "ui/wizards/remove/targetpreflight.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {

using plan::RemoveDraft;

PreflightPage::PreflightPage(plan::RemoveDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("preflightPage"), parent)
    , m_draft(draft)
{
    m_targets = new QVBoxLayout;
    m_targets->setSpacing(metric::group);
    column()->addLayout(m_targets);
    m_passwordHeading = addHeading("passwordHeading");
    m_password = new PasswordFields(QStringLiteral("backup"), true, content());
    column()->addWidget(m_password);
    m_acknowledged = new QCheckBox(content());
    m_acknowledged->setObjectName(QStringLiteral("acknowledgeCheck"));
    column()->addSpacing(metric::related);
    column()->addWidget(m_acknowledged);
    column()->addStretch(1);
    connect(m_acknowledged, &QCheckBox::toggled, &m_draft, &RemoveDraft::setAcknowledged);
    connect(m_password, &PasswordFields::changed, this, [this] { m_draft.setPassword(m_password->password()); });
    connect(&m_draft, &RemoveDraft::changed, this, &PreflightPage::check);
    rebuild();
    retranslate();
}

void PreflightPage::enter()
{
    check();
}

// A section is made anew when what it says has changed; where only a choice did, it stays, and with it the focus.
void PreflightPage::rebuild()
{
    const QList<RemoveDraft::Target> targets = m_draft.targets();
    const bool isSame = targets.size() == m_shown.size()
        && std::equal(targets.begin(), targets.end(), m_shown.begin(),
            [](const RemoveDraft::Target &a, const RemoveDraft::Target &b) {
                return a.id == b.id && a.items == b.items;
            });
    if (isSame && !m_sections.isEmpty())
        return;
    m_shown = targets;
    for (TargetPreflight *section : std::as_const(m_sections))
        section->deleteLater();
    m_sections.clear();
    for (const RemoveDraft::Target &target : targets) {
        auto *section = new TargetPreflight(m_draft, target.id, content());
        connect(section, &TargetPreflight::mendRequested, this, &PreflightPage::mendRequested);
        m_targets->addWidget(section);
        m_sections.append(section);
    }
}

void PreflightPage::check()
{
    rebuild();
    const QList<RemoveDraft::Target> targets = m_draft.targets();
    const bool savesAny = std::any_of(
        targets.begin(), targets.end(), [](const RemoveDraft::Target &target) { return !target.backupPath.isEmpty(); });
    m_passwordHeading->setVisible(savesAny);
    m_password->setVisible(savesAny);
    m_acknowledged->setVisible(m_draft.needsAcknowledgement());
    m_acknowledged->setChecked(m_draft.isAcknowledged());
    QStringList problems;
    const QList<RemoveDraft::Problem> found = m_draft.problems();
    for (const RemoveDraft::Problem &problem : found)
        problems.append(TaskText::problem(problem));
    if (savesAny && !m_password->isRepeated())
        problems.append(TaskText::problem(plan::ExportDraft::ProblemCode::PasswordsDiffer));
    showProblems(problems);
}

QString PreflightPage::title() const
{
    return tr("What depends on it?");
}

QString PreflightPage::subtitle() const
{
    return tr("Looked at in the order in which it would hurt. What stands in the way has to be mended first.");
}

void PreflightPage::retranslate()
{
    m_passwordHeading->setPlainText(tr("Password of the PFX files"));
    m_acknowledged->setText(tr("I have read what needs my attention above, and want to remove the certificate"));
    check();
}

} // namespace kakuin::ui
