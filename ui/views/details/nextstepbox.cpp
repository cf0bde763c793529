// SPDX-License-Identifier: MIT
#include "ui/views/details/nextstepbox.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {
namespace {

constexpr int boxInset = 12;

} // namespace

NextStepBox::NextStepBox(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_title(new WrapLabel(this, WrapLabel::Look::Strong))
    , m_explanation(new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted))
    , m_button(new QPushButton(this))
{
    setObjectName(name + QStringLiteral("Box"));
    setFrameShape(QFrame::StyledPanel);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_button->setObjectName(name + QStringLiteral("Button"));
    m_button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(boxInset, metric::related, boxInset, metric::related);
    row->setSpacing(metric::group);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_explanation);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT pressed(m_task); });
    retranslate();
}

void NextStepBox::show(const CertificateContext &context)
{
    const NextStep step = NextStep::of(context);
    setWords(step.title(), step.explanation(context), step.task());
}

void NextStepBox::showRenewable(int renewable)
{
    if (renewable == 0)
        setWords(tr("Nothing to renew"), tr("None of these certificates can be renewed by the servers themselves."),
            NextStep::Task::None);
    else
        setWords(tr("Renew %n certificates", nullptr, renewable),
            tr("One plan for all of them; the result is shown for each server."), NextStep::Task::Renew);
}

void NextStepBox::setWords(const QString &title, const QString &explanation, NextStep::Task task)
{
    m_task = task;
    m_title->setPlainText(title);
    m_explanation->setPlainText(explanation);
    m_button->setVisible(task != NextStep::Task::None);
    retranslate();
    setAccessibleName(tr("Next step"));
    setAccessibleDescription(title);
}

void NextStepBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NextStepBox::retranslate()
{
    switch (m_task) {
    case NextStep::Task::None:
    case NextStep::Task::Renew:
        m_button->setText(tr("Renew…"));
        break;
    case NextStep::Task::Rotate:
        m_button->setText(tr("Auth certificate…"));
        break;
    case NextStep::Task::Assign:
        m_button->setText(tr("Assign services…"));
        break;
    case NextStep::Task::Remove:
        m_button->setText(tr("Remove…"));
        break;
    }
}

} // namespace kakuin::ui
