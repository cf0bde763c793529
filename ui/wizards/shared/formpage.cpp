// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/formpage.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

FormPage::FormPage(const QString &name, QWidget *parent)
    : WizardPage(parent)
{
    setObjectName(name);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(name + QStringLiteral("ScrollArea"));
    m_content = scroll->content();
    m_column = scroll->column();
    m_column->setContentsMargins(0, 0, metric::related, 0);
    m_column->setSpacing(4);
    outer->addWidget(scroll, 1);
    m_problems = new MessageBar(this);
    m_problems->setObjectName(name + QStringLiteral("ProblemBar"));
    m_problems->clear();
    outer->addWidget(m_problems);
}

WrapLabel *FormPage::addHeading(const char *name)
{
    auto *heading = sentence(m_content, QLatin1String(name), WrapLabel::Look::Strong);
    heading->setContentsMargins(0, m_hasHeading ? metric::related : 0, 0, 2);
    m_hasHeading = true;
    m_column->addWidget(heading);
    return heading;
}

WrapLabel *FormPage::addNote(const char *name)
{
    auto *added = note(m_content, QLatin1String(name));
    added->setContentsMargins(0, 0, 0, 4);
    m_column->addWidget(added);
    return added;
}

FormPage::Choice FormPage::addChoice(const char *name)
{
    Choice choice{new QRadioButton(m_content), note(m_content, QLatin1String(name) + QLatin1String("Note"))};
    choice.button->setObjectName(QLatin1String(name));
    choice.note->setContentsMargins(noteIndent, 0, 0, 4);
    m_column->addWidget(choice.button);
    m_column->addWidget(choice.note);
    return choice;
}

FormPage::Option FormPage::addOption(const char *name, bool isIndented)
{
    Option option{new QCheckBox(m_content), note(m_content, QLatin1String(name) + QLatin1String("Note"))};
    option.button->setObjectName(QLatin1String(name));
    option.note->setContentsMargins(isIndented ? 2 * noteIndent : noteIndent, 0, 0, 4);
    if (isIndented)
        addIndented(option.button);
    else
        m_column->addWidget(option.button);
    m_column->addWidget(option.note);
    return option;
}

void FormPage::addIndented(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(noteIndent, 0, 0, 4);
    row->addWidget(widget);
    row->addStretch(1);
    m_column->addLayout(row);
}

void FormPage::showProblems(QStringList problems, bool isHidden)
{
    problems.removeDuplicates();
    m_isComplete = problems.isEmpty();
    if (problems.isEmpty() || isHidden)
        m_problems->clear();
    else
        m_problems->setMessage(models::Severity::Expired, problems.join(u'\n'));
    Q_EMIT changed();
}

} // namespace kakuin::ui
