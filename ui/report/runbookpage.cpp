// SPDX-License-Identifier: MIT
#include "ui/report/runbookpage.h"

#include "core/plan/planjson.h"
#include "core/shell/powershelltext.h"
#include "text/reporttext.h"
#include "ui/report/pagewriter.h"

namespace kakuin::ui {
namespace {

void addStep(PageWriter &page, const plan::Step &step, const plan::RunbookText &text)
{
    page.heading(3, ReportText::stepHeading(step.number, text.step(step)));
    if (!step.command.isEmpty())
        page.code(shell::toPowerShellLines(step.command));
    QStringList questions;
    for (const plan::ExpectedPrompt &prompt : step.prompts)
        questions << text.expectedPrompt(step, prompt);
    if (!questions.isEmpty()) {
        page.paragraph(ReportText::expectedQuestions());
        page.list(questions);
    }
    if (step.checks.isEmpty())
        return;
    page.paragraph(ReportText::checks());
    QStringList checks;
    for (const plan::Check &check : step.checks)
        checks << text.check(check);
    page.list(checks);
    QStringList commands; // several checks may look at the same answer
    for (const plan::Check &check : step.checks) {
        const QString command = shell::toPowerShellLines(check.command);
        if (!check.command.isEmpty() && !commands.contains(command))
            commands << command;
    }
    if (!commands.isEmpty())
        page.code(commands.join(u'\n'));
}

} // namespace

QString runbookPage(const plan::Plan &plan, const plan::RunbookText &text)
{
    PageWriter page(text.title(plan), ReportText::language());
    page.note(ReportText::runbookHeading());
    page.heading(1, text.title(plan));
    page.note(text.introduction(plan));
    if (const Result<QByteArray> hash = plan::planHash(plan)) // what runs can be compared with what was approved
        page.note(ReportText::planHash(*hash));
    if (!plan.cautions.isEmpty()) {
        page.heading(2, ReportText::beforeYouStart());
        QStringList cautions;
        for (const plan::Caution caution : plan.cautions)
            cautions << text.caution(caution);
        page.list(cautions);
    }
    const bool hasLate = std::any_of(plan.steps.begin(), plan.steps.end(), [](const plan::Step &step) {
        return std::any_of(step.checks.begin(), step.checks.end(), [](const plan::Check &check) {
            return check.command.hasLateValues();
        }) || step.command.hasLateValues();
    });
    if (hasLate)
        page.note(ReportText::lateValues());
    QList<QList<PageWriter::Cell>> signatures;
    for (const plan::Step &step : plan.steps) {
        addStep(page, step, text);
        signatures.append({{QString::number(step.number)}, {}, {}, {}});
    }
    page.paragraph(ReportText::goesBack(), PageWriter::Mark::Warning);
    page.table(ReportText::signatureColumns(), signatures);
    return page.html();
}

} // namespace kakuin::ui
