// SPDX-License-Identifier: MIT
#include "ui/views/details/nextstepbox.h"

#include "text/findingtext.h"
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
    show(NextStep::of(context), context);
}

void NextStepBox::show(const NextStep &step, const CertificateContext &context)
{
    show(step.title(), step.explanation(context), step.task());
}

void NextStepBox::showRenewable(const QList<domain::CertificateId> &renewable)
{
    if (renewable.isEmpty())
        show(tr("Nothing to renew"), tr("None of these certificates can be renewed by the servers themselves."), {});
    else
        show(tr("Renew %n certificates", nullptr, static_cast<int>(renewable.size())),
            tr("One plan for all of them; the result is shown for each server."),
            {advice::Task::Kind::Renew, renewable, {}, {}});
}

void NextStepBox::show(const QString &title, const QString &explanation, const advice::Task &task)
{
    m_task = task;
    m_title->setPlainText(title);
    m_explanation->setPlainText(explanation);
    m_button->setVisible(task.kind != advice::Task::Kind::Instructions);
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
    m_button->setText(FindingText::mendButton(m_task.kind));
}

} // namespace kakuin::ui
