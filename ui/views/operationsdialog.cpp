// SPDX-License-Identifier: MIT
#include "ui/views/operationsdialog.h"

#include "core/base/untrustedtext.h"
#include "core/shell/powershelltext.h"
#include "ui/decoration/theme.h"
#include "ui/text/errortext.h"
#include "ui/text/expirytext.h"
#include "ui/text/plantext.h"
#include "ui/widgets/wraplabel.h"

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

OperationsDialog::OperationsDialog(QList<plan::OperationRecord> operations, QWidget *parent)
    : QDialog(parent)
    , m_operations(std::move(operations))
    , m_intro(new WrapLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("operationsDialog"));
    m_text->setObjectName(QStringLiteral("operationsText"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_intro);
    column->addWidget(m_text, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    resize(640, 440);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void OperationsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OperationsDialog::retranslate()
{
    setWindowTitle(tr("Interrupted operations"));
    m_intro->setPlainText(tr("The program ended while this was running. What the servers had done by then stays done; "
                             "steps that were waiting have not been sent."));
    m_text->setAccessibleName(tr("Steps and their states"));
    m_close->setText(tr("Close"));
    QStringList texts;
    for (const plan::OperationRecord &operation : m_operations)
        texts << text(operation);
    m_text->setPlainText(texts.join(QStringLiteral("\n\n")));
}

QString OperationsDialog::text(const plan::OperationRecord &operation) const
{
    QStringList lines;
    //: %1: what was to be done, %2: when it was started
    lines << tr("%1, started %2").arg(PlanText::title(operation.plan), ExpiryText::dayAndTime(operation.startedUtc));
    for (const plan::Step &step : operation.plan.steps) {
        const auto record = std::find_if(operation.steps.begin(), operation.steps.end(),
            [&](const plan::StepRecord &r) { return r.number == step.number; });
        const plan::StepState state = record == operation.steps.end() ? plan::StepState::Waiting : record->state;
        lines << QString();
        //: a step of a plan; %1: its number, %2: what it does, %3: its state
        lines << tr("%1. %2: %3").arg(QString::number(step.number), PlanText::step(step), PlanText::state(state));
        if (!step.command.isEmpty())
            lines << u"    "_qs + shell::toPowerShell(step.command);
        if (record == operation.steps.end())
            continue;
        if (!record->produced.isNull())
            //: %1: a thumbprint
            lines << u"    "_qs + tr("created %1").arg(record->produced.toString());
        for (const plan::StepRecord::Question &question : record->questions)
            lines << u"    "_qs
                    + (question.isAnswered ? tr("The server asked, and was answered.")
                                           : tr("The server asked, and was not answered."));
        if (record->error)
            lines << u"    "_qs + singleLine(ErrorText::full(*record->error));
    }
    return lines.join(u'\n');
}

} // namespace kakuin::ui
